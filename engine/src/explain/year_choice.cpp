#include <algorithm>

#include "explain/explanation.h"

namespace aidcheck {
namespace {

using Categories = std::vector<std::uint8_t>;

Fen paid_by_rules(const Year& year, const List<YearTotals>& totals) {
  Fen sum = 0;
  Arithmetic arithmetic;
  for (const Part& part : year.parts) {
    for (const std::uint8_t layer : part.settled.plan.computed_layers)
      sum = arithmetic.add(sum, totals[part.place].paid[layer]);
  }
  return sum;
}

// The categories that could be used at each visit, in the order of settlement; never empty.
std::vector<Categories> choices_by_visit(const Year& year) {
  std::vector<Categories> choices;
  for (const Part& part : year.parts) {
    const Settled& settled = part.settled;
    for (const VisitRecord& record : part.explanation.records) {
      const VisitInput& visit = settled.input(record);
      Categories here{record.category};
      for (const Holding& holding : settled.digest.year.holdings) {
        Codes codes = visit.codes;
        codes[kCategoryFact] = holding.category;
        const bool usable = holds_at(holding, visit) && settled.plan.identity_counts.at(codes) == 0;
        if (usable && std::find(here.begin(), here.end(), holding.category) == here.end())
          here.push_back(holding.category);
      }
      choices.push_back(std::move(here));
    }
  }
  return choices;
}

// One category wherever it may be used.
Categories all_as(const Year& year, const std::vector<Categories>& choices, std::string_view category) {
  Categories made;
  for (const Part& part : year.parts) {
    const std::uint8_t code = part.settled.plan.facts[kCategoryFact].code_of(category);
    for (std::size_t i = 0; i < part.explanation.records.size(); ++i) {
      const Categories& here = choices[made.size()];
      made.push_back(std::find(here.begin(), here.end(), code) == here.end() ? here.front() : code);
    }
  }
  return made;
}

}  // namespace

bool year_choice_would_pay_more(Year& year) {
  constexpr std::size_t kMostCombinations = 512;
  if (!year.exact) return false;
  const auto choices = choices_by_visit(year);
  std::size_t combinations = 1;
  for (const auto& here : choices) combinations = std::min(combinations * here.size(), kMostCombinations + 1);
  if (combinations <= 1) return false;

  const Fen chosen = paid_by_rules(year, year.totals);
  const auto pays_more = [&](const Categories& categories) {
    List<YearTotals> totals;
    return settle_year(year, nullptr, categories.data(), totals).part == nullptr &&
           paid_by_rules(year, totals) > chosen;
  };
  // Beyond the bound only one category for the whole year is tried: a notice may then be missing, never
  // wrong.
  if (combinations > kMostCombinations) {
    for (const sent::Identity& identity : year.parts.front().settled.sent.identities) {
      if (pays_more(all_as(year, choices, identity.category))) return true;
    }
    return false;
  }
  for (std::size_t combination = 1; combination < combinations; ++combination) {
    Categories categories;
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
