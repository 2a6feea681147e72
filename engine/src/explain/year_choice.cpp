#include <algorithm>

#include "explain/explanation.h"
#include "settle/settle.h"

namespace aidcheck {
namespace {

Fen paid_by_rules(const Plan& plan, const YearTotals& totals) {
  Fen sum = 0;
  Arithmetic arithmetic;
  for (const std::uint8_t layer : plan.computed_layers) sum = arithmetic.add(sum, totals.paid[layer]);
  return sum;
}

// The categories that could be used at each visit, in the order of settlement; never empty.
std::vector<std::vector<std::uint8_t>> choices_by_visit(const Settled& settled,
                                                        const std::vector<VisitRecord>& records) {
  std::vector<std::vector<std::uint8_t>> choices;
  for (const VisitRecord& record : records) {
    const VisitInput& visit = settled.input(record);
    std::vector<std::uint8_t> here{record.category};
    for (const Holding& holding : settled.digest.year.holdings) {
      Codes codes = visit.codes;
      codes[kCategoryFact] = holding.category;
      const bool usable = holds_at(holding, visit) && settled.plan.identity_counts.at(codes) == 0;
      if (usable && std::find(here.begin(), here.end(), holding.category) == here.end())
        here.push_back(holding.category);
    }
    choices.push_back(std::move(here));
  }
  return choices;
}

}  // namespace

bool year_choice_would_pay_more(const Settled& settled, const Explanation& explanation) {
  constexpr std::size_t kMostCombinations = 512;
  const auto choices = choices_by_visit(settled, explanation.records);
  std::size_t combinations = 1;
  for (const auto& here : choices) combinations = std::min(combinations * here.size(), kMostCombinations + 1);
  if (combinations <= 1) return false;

  const Fen chosen = paid_by_rules(settled.plan, explanation.totals);
  Settler settler(settled.plan);
  const auto pays_more = [&](const std::vector<std::uint8_t>& categories) {
    YearTotals totals;
    return settler.settle_as(settled.digest.year, categories, totals).why == Stop::Why::kNothing &&
           paid_by_rules(settled.plan, totals) > chosen;
  };
  // Beyond the bound only one category for the whole year is tried: a notice may then be missing, never
  // wrong.
  if (combinations > kMostCombinations) {
    for (const Holding& holding : settled.digest.year.holdings) {
      std::vector<std::uint8_t> categories;
      for (const auto& here : choices) {
        categories.push_back(std::find(here.begin(), here.end(), holding.category) == here.end()
                                 ? here.front()
                                 : holding.category);
      }
      if (pays_more(categories)) return true;
    }
    return false;
  }
  for (std::size_t combination = 1; combination < combinations; ++combination) {
    std::vector<std::uint8_t> categories;
    std::size_t rest = combination;
    for (const auto& here : choices) {
      categories.push_back(here[rest % here.size()]);
      rest /= here.size();
    }
    if (pays_more(categories)) return true;
  }
  return false;
}

}  // namespace aidcheck
