#include <algorithm>

#include "explain/explanation.h"
#include "settle/settle.h"
#include "year/carry.h"

namespace aidcheck {
namespace {

Fen paid_by_rules(const Plan& plan, const YearTotals& totals) {
  Fen sum = 0;
  Arithmetic arithmetic;
  for (const std::uint8_t layer : plan.computed_layers) sum = arithmetic.add(sum, totals.paid[layer]);
  return sum;
}

using Categories = std::vector<std::uint8_t>;

// The categories that could be used at each visit, in the order of settlement; never empty.
void add_choices(const Part& part, std::vector<Categories>& choices) {
  const Settled& settled = part.settled;
  for (const VisitRecord& record : part.explanation.records) {
    const VisitInput& visit = settled.input(record);
    Categories& here = choices.emplace_back(1, record.category);
    for (const Holding& holding : settled.digest.year.holdings) {
      Codes codes = visit.codes;
      codes[kCategoryFact] = holding.category;
      const bool usable = holds_at(holding, visit) && settled.plan.identity_counts.at(codes) == 0;
      if (usable && std::find(here.begin(), here.end(), holding.category) == here.end())
        here.push_back(holding.category);
    }
  }
}

// What the rules pay over the year with these categories; nothing where it cannot be settled.
Fen paid_with(const Parts& parts, const Categories& categories) {
  Arithmetic arithmetic;
  Fen paid = 0;
  YearState state;
  auto next = categories.begin();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Plan& plan = parts[i].settled.plan;
    const YearInput year = input_after(parts, i, state);
    const auto end = next + static_cast<std::ptrdiff_t>(year.visits.size());
    YearTotals totals;
    if (Settler(plan).settle_as(year, {next, end}, totals, &state).why != Stop::Why::kNothing) return 0;
    paid = arithmetic.add(paid, paid_by_rules(plan, totals));
    next = end;
  }
  return paid;
}

// One category wherever it may be used.
Categories all_as(const Parts& parts, const std::vector<Categories>& choices, std::string_view category) {
  Categories made;
  for (const Part& part : parts) {
    const std::uint8_t code = part.settled.plan.facts[kCategoryFact].code_of(category);
    for (std::size_t i = 0; i < part.explanation.records.size(); ++i) {
      const Categories& here = choices[made.size()];
      made.push_back(std::find(here.begin(), here.end(), code) == here.end() ? here.front() : code);
    }
  }
  return made;
}

}  // namespace

bool year_choice_would_pay_more(const Parts& parts) {
  constexpr std::size_t kMostCombinations = 512;
  std::vector<Categories> choices;
  for (const Part& part : parts) add_choices(part, choices);
  std::size_t combinations = 1;
  for (const Categories& here : choices)
    combinations = std::min(combinations * here.size(), kMostCombinations + 1);
  if (combinations <= 1) return false;

  Arithmetic arithmetic;
  Fen chosen = 0;
  for (const Part& part : parts)
    chosen = arithmetic.add(chosen, paid_by_rules(part.settled.plan, part.explanation.totals));
  // Beyond the bound only one category for the whole year is tried: a notice may then be missing, never
  // wrong.
  if (combinations > kMostCombinations) {
    for (const sent::Identity& identity : parts.front().settled.sent.identities) {
      if (paid_with(parts, all_as(parts, choices, identity.category)) > chosen) return true;
    }
    return false;
  }
  for (std::size_t combination = 1; combination < combinations; ++combination) {
    Categories categories;
    std::size_t rest = combination;
    for (const Categories& here : choices) {
      categories.push_back(here[rest % here.size()]);
      rest /= here.size();
    }
    if (paid_with(parts, categories) > chosen) return true;
  }
  return false;
}

}  // namespace aidcheck
