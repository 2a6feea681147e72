#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace aidcheck {

/// The condition `when` of a row: the sets of codes that its facts may have.
struct Condition {
  std::vector<DecisionRow::Limit> limits;

  [[nodiscard]] bool holds(const Codes& codes) const;
  /// The same for all facts but the category, or for the category alone.
  [[nodiscard]] bool holds_but_for_category(const Codes& codes) const;
  [[nodiscard]] bool holds_for_category(std::uint8_t category) const;
};

/// nullptr is the condition that always holds.
Condition read_condition(const Plan& plan, const json::Value* when);

/// The facts that some of the conditions look at, each once, rising.
std::vector<std::size_t> facts_of(const std::vector<const Condition*>& conditions);

/// The answers that a fact may have: not "unknown", and no number below zero where it is asked for. A person
/// in no category comes last, so that an example is somebody in one where that is possible.
std::vector<std::uint8_t> possible_codes(const Plan& plan, std::size_t fact);

/// The answer of a fact as JSON, as a case states it; of a number, one that has this code.
std::string answer_json(const FactPlan& fact, std::uint8_t code);

/// Calls `each(codes)` for every combination of answers to some facts, while it gives true. False, without
/// any call, where there are more than `most`.
bool for_each_combination(const Plan& plan, const std::vector<std::size_t>& facts, std::size_t most,
                          const std::function<bool(const Codes&)>& each);

/// A combination as counterexample: fact → answer.
std::vector<std::pair<std::string, std::string>> told(const Plan& plan, const std::vector<std::size_t>& facts,
                                                      const Codes& codes);

}  // namespace aidcheck
