#include "explain/explanation.h"

namespace aidcheck {

Words field_label(Field field) {
  const Word& word = field_word(field).word;
  return {word.zh, word.en};
}

Words layer_label(const Plan& plan, std::size_t layer) {
  const Words& own = plan.pack.layers[layer].label;
  return own.empty() && plan.layers[layer].sheet ? plan.amount_label(*plan.layers[layer].sheet) : own;
}

void explain(const Settled& settled, Explanation& explanation) {
  for (const VisitRecord& record : explanation.records)
    explain_visit(settled, record, explanation.visits.emplace_back());
  explanation.identities = explain_identities(settled, explanation);
  explanation.entitlements = find_entitlements(settled);
  explanation.readings = compare_readings(settled, explanation.totals);
  explanation.notices = find_notices(settled, explanation);
}

}  // namespace aidcheck
