#include "plan/actions.h"

namespace aidcheck {
namespace {

// What a person has in hand has answers to choose from.
bool can_be_set(const FactPlan& fact) { return fact.asked() && !fact.choices.empty(); }

}  // namespace

void plan_action(const model::Action& action, Tables& tables, json::Reader& reader, Plan& plan) {
  ActionPlan& made = plan.actions.emplace_back();
  tables.single(action.when, action.at, made.when);
  for (const model::Setting& setting : action.set) {
    const auto fact = fact_named(plan.facts, setting.fact);
    if (!fact) {
      reader.unknown("reference.unknown", setting.fact, plan.facts, setting.to);
    } else if (!can_be_set(plan.facts[*fact])) {
      reader.fail(
          "action.malformed", setting.to, {},
          for_authors("“{0}”不能由本人改变：只能写要问的、答案可选的事实。",
                      "\"{0}\" cannot be changed: it must be asked for and have answers to choose from."),
          {setting.fact});
    } else {
      model::Test answer;
      answer.one_of.push_back(setting.to);
      const std::uint64_t codes = codes_allowed(plan.facts[*fact], answer, reader);
      if (codes == 0) continue;
      made.set.push_back(
          {static_cast<std::uint8_t>(*fact), static_cast<std::uint8_t>(__builtin_ctzll(codes))});
    }
  }
}

}  // namespace aidcheck
