#include "conditions.h"

#include <algorithm>

#include "json/reader.h"
#include "json/write.h"
#include "pack/parts.h"
#include "write_json.h"

namespace aidcheck {
namespace {

bool allows(const DecisionRow::Limit& limit, std::uint8_t code) { return (limit.allowed >> code & 1U) != 0; }

// A number of that stretch: its first, or of the lowest one the last.
std::int64_t number_in(const FactPlan& fact, std::uint8_t code) {
  if (fact.breaks.empty()) return 0;
  return code <= 1 ? fact.breaks.front() - 1 : fact.breaks[code - std::size_t{2}];
}

}  // namespace

bool Condition::holds(const Codes& codes) const {
  return std::all_of(limits.begin(), limits.end(),
                     [&](const DecisionRow::Limit& limit) { return allows(limit, codes[limit.fact]); });
}

bool Condition::holds_but_for_category(const Codes& codes) const {
  return std::all_of(limits.begin(), limits.end(), [&](const DecisionRow::Limit& limit) {
    return limit.fact == kCategoryFact || allows(limit, codes[limit.fact]);
  });
}

bool Condition::holds_for_category(std::uint8_t category) const {
  return std::all_of(limits.begin(), limits.end(), [&](const DecisionRow::Limit& limit) {
    return limit.fact != kCategoryFact || allows(limit, category);
  });
}

Condition read_condition(const Plan& plan, const json::Value* when) {
  Condition made;
  if (when == nullptr) return made;
  std::vector<Error> errors;  // none: the pack was loaded
  json::Reader reader(Fault::kPack, errors);
  Arena arena;
  const Arena::Scope scope(arena);
  model::When tests;
  pack_parts::read_when(reader, *when, {}, tests);
  for (const model::Test& test : tests) {
    if (const auto fact = fact_named(plan.facts, test.fact))
      made.limits.push_back({*fact, codes_allowed(plan.facts[*fact], test, reader)});
  }
  return made;
}

std::vector<std::size_t> facts_of(const std::vector<const Condition*>& conditions) {
  std::vector<std::size_t> facts;
  for (const Condition* condition : conditions) {
    for (const DecisionRow::Limit& limit : condition->limits) facts.push_back(limit.fact);
  }
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

std::vector<std::uint8_t> possible_codes(const Plan& plan, std::size_t fact) {
  const FactPlan& asked = plan.facts[fact];
  const bool below_zero = asked.is_number() && !asked.breaks.empty() && number_in(asked, 1) < 0;
  std::vector<std::uint8_t> codes;
  for (std::uint8_t code = 1; code < asked.code_count(); ++code) {
    if (code == 1 && below_zero && !asked.derived) continue;
    if (asked.is_number() && number_in(asked, code) > highest(asked.type)) continue;
    codes.push_back(code);
  }
  if (fact == kCategoryFact) std::rotate(codes.begin(), codes.begin() + 1, codes.end());
  return codes;
}

std::string answer_json(const FactPlan& fact, std::uint8_t code) {
  json::Writer writer;
  if (fact.type == model::FactType::kYesNo) return code == 1 ? "true" : "false";
  if (model::is_measured(fact.type)) return writer.yuan(number_in(fact, code)).take();
  if (fact.type == model::FactType::kWholeNumber) return writer.integer(number_in(fact, code)).take();
  return write_json(fact.choices[code - std::size_t{1}].id);
}

bool for_each_combination(const Plan& plan, const std::vector<std::size_t>& facts, std::size_t most,
                          const std::function<bool(const Codes&)>& each) {
  std::vector<std::vector<std::uint8_t>> answers;
  std::size_t count = 1;
  for (const std::size_t fact : facts) {
    answers.push_back(possible_codes(plan, fact));
    count *= answers.back().size();
    if (count > most) return false;
  }
  for (std::size_t n = 0; n < count; ++n) {
    Codes codes{};
    std::size_t rest = n;
    for (std::size_t i = facts.size(); i-- > 0; rest /= answers[i].size())
      codes[facts[i]] = answers[i][rest % answers[i].size()];
    if (!each(codes)) break;
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> told(const Plan& plan, const std::vector<std::size_t>& facts,
                                                      const Codes& codes) {
  std::vector<std::pair<std::string, std::string>> list;
  for (const std::size_t fact : facts)
    list.emplace_back(plan.facts[fact].id, answer_json(plan.facts[fact], codes[fact]));
  return list;
}

}  // namespace aidcheck
