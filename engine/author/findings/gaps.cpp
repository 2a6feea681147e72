#include <algorithm>
#include <optional>

#include "findings/findings.h"

namespace aidcheck::findings {
namespace {

constexpr std::size_t kMostCombinations = 1'000'000;

using Use = RowList::Use;

bool covered(const RowList& list, const Codes& codes) {
  return std::any_of(list.rows.begin(), list.rows.end(),
                     [&](const ListedRow& row) { return row.condition.holds(codes); });
}

std::uint64_t allowed_by(const Condition& condition, std::size_t fact) {
  std::uint64_t allowed = ~std::uint64_t{0};
  for (const DecisionRow::Limit& limit : condition.limits) {
    if (limit.fact == fact) allowed &= limit.allowed;
  }
  return allowed;
}

// Whether two rows name different answers of the fact, as if to go through them.
bool goes_through(const RowList& list, std::size_t fact) {
  std::vector<std::uint64_t> seen;
  for (const ListedRow& row : list.rows) {
    const std::uint64_t allowed = allowed_by(row.condition, fact);
    if (allowed != ~std::uint64_t{0} && std::find(seen.begin(), seen.end(), allowed) == seen.end())
      seen.push_back(allowed);
  }
  return seen.size() > 1;
}

// Rows that may leave facts out (no deductible, no limit there) are only suspicious where they go through the
// answers of a fact and miss one.
bool misses_one(const Plan& plan, const RowList& list, const std::vector<std::size_t>& facts, Codes codes) {
  for (const std::size_t fact : facts) {
    if (!goes_through(list, fact)) continue;
    const std::uint8_t kept = codes[fact];
    for (const std::uint8_t other : possible_codes(plan, fact)) {
      codes[fact] = other;
      if (covered(list, codes)) return true;
    }
    codes[fact] = kept;
  }
  return false;
}

void look(const Plan& plan, const RowList& list, const LayerContext* context, Findings& findings) {
  std::vector<const Condition*> conditions;
  for (const ListedRow& row : list.rows) conditions.push_back(&row.condition);
  const std::vector<std::size_t> own = facts_of(conditions);
  if (context != nullptr) {
    for (const auto* some : {&context->all, &context->any, &context->except}) {
      for (const Condition& condition : *some) conditions.push_back(&condition);
    }
  }
  const std::vector<std::size_t> facts = facts_of(conditions);
  std::optional<Codes> found;
  for_each_combination(plan, facts, kMostCombinations, [&](const Codes& codes) {
    if (context != nullptr && !context->applies(codes)) return true;
    if (covered(list, codes)) return true;
    if (list.use == Use::kMay && !misses_one(plan, list, own, codes)) return true;
    found = codes;
    return false;
  });
  if (!found) return;
  Finding& made = findings.emplace_back();
  made.code = "rows.gap";
  made.at = list.at;
  made.message = list.use == Use::kMust
                     ? Text{"有一种情形没有一行管，于是什么也不付：见反例。",
                            "No row covers the facts of the counterexample, so nothing is paid there."}
                     : Text{"这些行逐一列出了不同的情形，却漏了一种：见反例。",
                            "The rows go through the cases one by one and leave out the counterexample."};
  made.counterexample = told(plan, own, *found);
}

}  // namespace

void gaps(const Plan& plan, const RowLists& lists, Findings& findings) {
  for (const RowList& list : lists.lists) {
    if (list.use != Use::kMust && list.use != Use::kMay) continue;
    const std::size_t before = findings.size();
    if (list.contexts.empty()) look(plan, list, nullptr, findings);
    for (const LayerContext* context : list.contexts) {
      if (findings.size() == before) look(plan, list, context, findings);
    }
  }
}

}  // namespace aidcheck::findings
