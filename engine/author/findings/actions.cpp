#include <algorithm>

#include "findings/findings.h"

namespace aidcheck::findings {
namespace {

// Whether some rule that bears on money tells two answers of a fact apart.
bool told_apart(const RowLists& lists, std::size_t fact, std::uint8_t a, std::uint8_t b) {
  return std::any_of(lists.lists.begin(), lists.lists.end(), [&](const RowList& list) {
    return (list.pays || list.at.starts_with("/identity_counts")) &&
           std::any_of(list.rows.begin(), list.rows.end(), [&](const ListedRow& row) {
             const auto& limits = row.condition.limits;
             return std::any_of(limits.begin(), limits.end(), [&](const DecisionRow::Limit& limit) {
               return limit.fact == fact && (limit.allowed >> a & 1U) != (limit.allowed >> b & 1U);
             });
           });
  });
}

// Whether a visit at which it can be done may have an answer that some rule tells from the new one.
bool changes(const Plan& plan, const RowLists& lists, const Condition& when, const ActionPlan::Setting& to) {
  for (std::uint8_t code = 1; code < plan.facts[to.fact].code_count(); ++code) {
    const bool may =
        std::all_of(when.limits.begin(), when.limits.end(), [&](const DecisionRow::Limit& limit) {
          return limit.fact != to.fact || (limit.allowed >> code & 1U) != 0;
        });
    if (may && told_apart(lists, to.fact, code, to.code)) return true;
  }
  return false;
}

bool counts_over_the_year(const Plan& plan) {
  return std::any_of(plan.layers.begin(), plan.layers.end(),
                     [](const LayerPlan& each) { return each.over_year; }) ||
         std::any_of(plan.pools.begin(), plan.pools.end(),
                     [](const PoolPlan& each) { return !each.per_visit; }) ||
         std::any_of(plan.derived.begin(), plan.derived.end(),
                     [](const DerivedPlan& each) { return each.over_year; });
}

void report(std::string at, Findings& findings) {
  findings.push_back({"action.changes_nothing",
                      std::move(at),
                      {"这样做，付钱的规则给出的都一样。", "Every rule that pays gives the same after it."},
                      {},
                      {},
                      {}});
}

}  // namespace

void actions(const Plan& plan, const RowLists& lists, Findings& findings) {
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const model::Action& action = plan.pack.actions[i];
    const std::string at = "/actions/" + std::to_string(i);
    const Condition when = read_condition(plan, action.at->find("when"));
    for (std::size_t k = 0; k < action.set.size(); ++k) {
      if (!changes(plan, lists, when, plan.actions[i].set[k]))
        report(at + "/set/" + std::string(action.set[k].fact), findings);
    }
    for (std::size_t k = 0; k < action.apply_for.size(); ++k) {
      const std::uint8_t code = plan.facts[kCategoryFact].code_of(action.apply_for[k]);
      if (!told_apart(lists, kCategoryFact, code, kNoCategory))
        report(at + "/apply_for/" + std::to_string(k), findings);
    }
    if (action.by_year_end && !counts_over_the_year(plan)) report(at + "/settle_by", findings);
  }
}

}  // namespace aidcheck::findings
