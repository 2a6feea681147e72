#include "advise/ask.h"
#include "advise/what_if.h"
#include "explain/explanation.h"
#include "settle/kept.h"
#include "settle/settle.h"

namespace aidcheck {

Words field_label(Field field) {
  const Word& word = field_word(field).word;
  return {word.zh, word.en};
}

Words layer_label(const Plan& plan, std::size_t layer) {
  const Words& own = plan.pack.layers[layer].label;
  return own.empty() && plan.layers[layer].sheet ? plan.amount_label(*plan.layers[layer].sheet) : own;
}

Halt settle_year(Year& year, std::vector<YearState>* states, const std::uint8_t* categories,
                 List<YearTotals>& totals) {
  Part* before = nullptr;
  YearState state;
  for (Part& part : year.parts) {
    YearInput& input = part.settled.digest.year;
    const Plan& plan = part.settled.plan;
    // The next version cannot go on from what is not known.
    if (before != nullptr && state.lacking.why != Stop::Why::kNothing) return {state.lacking, before};
    if (before != nullptr) carry_over(before->settled.plan, state, plan, input);
    const Stop stop =
        Settler(plan).settle(input, totals.emplace_back(), state,
                             states != nullptr ? &part.explanation.records : nullptr, categories);
    if (stop.why != Stop::Why::kNothing) return {stop, &part};
    if (states != nullptr) states->push_back(state);
    if (categories != nullptr) categories += input.visits.size();
    before = &part;
  }
  return {};
}

void explain(Year& year) {
  explain_identities(year);
  find_entitlements(year);
  compare_readings(year);
  find_notices(year);
  find_questions(year);
  find_what_if(year);
}

}  // namespace aidcheck
