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

void tell(const Part& part, IdentityStory& story) {
  const Settled& settled = part.settled;
  const sent::Identity& identity = settled.sent.identities[story.identity];
  const std::uint8_t category = code_of(settled, identity);
  const bool assisted = category > kNoCategory;
  if (assisted || !story.assisted) story.part = &part;
  if (assisted) {
    story.assisted = true;
    const std::uint16_t counts = settled.plan.identity_counts.at(person_codes(settled, category));
    if (!outcome::needs(counts)) {
      if (counts != 0) story.refused_by = &part;
      story.counts = story.refused_by == nullptr;
    }
  }
  for (std::size_t i = 0; i < part.explanation.visits.size(); ++i) {
    const VisitInput& visit = settled.digest.year.visits[part.explanation.figures.visits[i].visit];
    if (!holds_at(holding_of(identity, category, settled.plan.pack), visit)) continue;
    story.holds.push_back(visit.order);
    const std::uint64_t bit = std::uint64_t{1} << category;
    const std::uint64_t settled_as = part.explanation.visits[i].categories;
    if (!assisted || (settled_as & bit) == 0) continue;
    (settled_as == bit ? story.used : story.maybe_used).push_back(visit.order);
  }
}

bool is_due(const Settled& settled, std::size_t statement, std::uint8_t category) {
  return settled.plan.entitlements[statement].at(person_codes(settled, category)) == 0;
}

const model::Statement& words_of(const Entitlement& due) {
  return due.part->settled.plan.pack.entitlements[due.statement];
}

// Where several versions owe the same, the last one's words count.
void add(const Entitlement& due, List<Entitlement>& all) {
  for (Entitlement& each : all) {
    if (words_of(each).id != words_of(due).id) continue;
    each = due;
    return;
  }
  all.push_back(due);
}

}  // namespace

void explain_identities(Year& year) {
  const auto& identities = year.parts.front().settled.sent.identities;
  for (std::size_t i = 0; i < identities.size(); ++i) {
    if (identities[i].category.empty()) continue;
    IdentityStory& story = year.identities.emplace_back();
    story.identity = i;
    for (const Part& part : year.parts) tell(part, story);
  }
}

void find_entitlements(Year& year) {
  for (const Part& part : year.parts) {
    const Settled& settled = part.settled;
    for (std::size_t statement = 0; statement < settled.plan.entitlements.size(); ++statement) {
      for (const sent::Identity& identity : settled.sent.identities) {
        const std::uint8_t category = code_of(settled, identity);
        if (category <= kNoCategory || !holds_in_year(identity, settled.sent.year)) continue;
        if (!is_due(settled, statement, category)) continue;
        add({&part, statement, category}, year.entitlements);
        break;
      }
    }
  }
}

void find_entitlements_if(Year& year, std::uint8_t category) {
  const Part& part = year.parts.back();
  for (std::size_t statement = 0; statement < part.settled.plan.entitlements.size(); ++statement) {
    if (!is_due(part.settled, statement, category)) continue;
    const Entitlement due{&part, statement, category, true};
    bool told = false;
    for (const Entitlement& each : year.entitlements) told = told || words_of(each).id == words_of(due).id;
    if (!told) year.entitlements.push_back(due);
  }
}

}  // namespace aidcheck
