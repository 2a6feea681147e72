#include "explain/explanation.h"

namespace aidcheck {
namespace {

bool holds_in_year(const sent::Identity& identity, int year) {
  return (!identity.from || year_of(*identity.from) <= year) &&
         (!identity.until || year_of(*identity.until) >= year);
}

// The facts of the person with one category, for statements that hold for a person and not for a visit.
Codes person_codes(const Settled& settled, std::uint8_t category) {
  Codes codes{};
  for (std::size_t i = 0; i < settled.plan.facts.size(); ++i) {
    if (!settled.plan.facts[i].of_visit) codes[i] = settled.digest.person[i];
  }
  codes[kCategoryFact] = category;
  return codes;
}

std::uint8_t code_of(const Settled& settled, const sent::Identity& identity) {
  return settled.plan.facts[kCategoryFact].code_of(identity.category);
}

}  // namespace

List<IdentityStory> explain_identities(const Settled& settled, const Explanation& explanation) {
  List<IdentityStory> stories;
  for (std::size_t i = 0; i < settled.sent.identities.size(); ++i) {
    const sent::Identity& identity = settled.sent.identities[i];
    const std::uint8_t category = code_of(settled, identity);
    IdentityStory story;
    story.identity = i;
    story.assisted = category > kNoCategory;
    if (story.assisted) {
      const std::uint16_t counts = settled.plan.identity_counts.at(person_codes(settled, category));
      if (!outcome::needs(counts)) story.counts = counts == 0;
    }
    for (const VisitRecord& record : explanation.records) {
      const VisitInput& visit = settled.input(record);
      if (!holds_at(holding_of(identity, category, settled.plan.pack), visit)) continue;
      story.holds.push_back(visit.order);
      if (story.assisted && record.category == category) story.used.push_back(visit.order);
    }
    stories.push_back(std::move(story));
  }
  return stories;
}

List<Entitlement> find_entitlements(const Settled& settled) {
  List<Entitlement> due;
  for (std::size_t statement = 0; statement < settled.plan.entitlements.size(); ++statement) {
    for (const sent::Identity& identity : settled.sent.identities) {
      const std::uint8_t category = code_of(settled, identity);
      if (category <= kNoCategory || !holds_in_year(identity, settled.sent.year)) continue;
      if (settled.plan.entitlements[statement].at(person_codes(settled, category)) != 0) continue;
      due.push_back({statement, category});
      break;
    }
  }
  return due;
}

}  // namespace aidcheck
