#include "settle/open.h"

#include <algorithm>

namespace aidcheck {

namespace {

// What the case says and what the rules say hold both; where they leave nothing, the case knows better.
OpenFact within(const FactPlan& fact, OpenFact may) {
  const bool meet = may.least <= fact.most && may.most >= fact.least;
  may.least = std::max(may.least, meet ? fact.least : 0);
  may.most = std::min(may.most, meet ? fact.most : highest(fact.type));
  return may;
}

}  // namespace

OpenFact allowed(const YearInput& year, const FactPlan& fact, std::size_t index,
                 std::optional<std::uint32_t> visit) {
  OpenFact any;
  any.fact = index;
  any.visit = visit;
  any.codes = (std::uint64_t{1} << fact.code_count()) - 2;
  if (year.stated_open == nullptr) return within(fact, any);
  // What is said of a visit comes before what is said of all.
  for (const bool of_visit : {true, false}) {
    for (const OpenFact& open : *year.stated_open) {
      if (open.fact == index && open.visit == (of_visit ? visit : std::nullopt)) return within(fact, open);
    }
  }
  return within(fact, any);
}

bool paid_alike(const Plan& plan, std::uint8_t a, std::uint8_t b) {
  const std::size_t categories = plan.facts[kCategoryFact].code_count();
  for (const Decision* decision : plan.decisions) {
    if (decision->category_mask == 0) continue;
    // The cells of the categories stand side by side.
    for (std::size_t i = 0; i < decision->cells.size(); i += categories) {
      if (decision->cells[i + a] != decision->cells[i + b]) return false;
    }
  }
  return true;
}

std::pair<Fen, Fen> stretch(const FactPlan& fact, std::uint8_t code, const OpenFact& may) {
  const std::size_t last = fact.breaks.size();
  const Fen least = code == 1 ? 0 : fact.breaks[code - 2U];
  const Fen most = code - 1U < last ? fact.breaks[code - 1U] - 1 : kLargestAmount;
  return {std::max(least, may.least), std::min(most, may.most)};
}

}  // namespace aidcheck
