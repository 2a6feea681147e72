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

void explain(Year& year) {
  for (Part& part : year.parts) {
    for (const VisitRecord& record : part.explanation.records)
      explain_visit(part.settled, record, part.explanation.visits.emplace_back());
  }
  year.identities = explain_identities(year.parts);
  year.entitlements = find_entitlements(year.parts);
  year.readings = compare_readings(year.parts);
  year.notices = find_notices(year);
}

}  // namespace aidcheck
