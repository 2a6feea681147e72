#include "explain/explanation.h"

namespace aidcheck {

Text field_label(Field field) {
  const Word& word = field_word(field).word;
  return {std::string(word.zh), std::string(word.en)};
}

Text layer_label(const Plan& plan, std::size_t layer) {
  const Text& own = plan.pack.layers[layer].label;
  return own.empty() && plan.layers[layer].sheet ? field_label(*plan.layers[layer].sheet) : own;
}

void explain(const Settled& settled, Explanation& explanation) {
  for (const VisitRecord& record : explanation.records) explanation.visits.push_back(explain_visit(settled, record));
  explanation.identities = explain_identities(settled, explanation);
  explanation.entitlements = find_entitlements(settled);
  explanation.readings = compare_readings(settled, explanation.totals);
  explanation.notices = find_notices(settled, explanation);
}

}  // namespace aidcheck
