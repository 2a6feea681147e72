#include <algorithm>

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

void tell_part(const Parts& parts, std::size_t index, IdentityStory& story) {
  const Settled& settled = parts[index].settled;
  const sent::Identity& identity = settled.sent.identities[story.identity];
  const std::uint8_t category = code_of(settled, identity);
  const bool assisted = category > kNoCategory;
  if (assisted) {
    story.assisted = true;
    story.part = index;
    const std::uint16_t counts = settled.plan.identity_counts.at(person_codes(settled, category));
    if (counts == 0) {
      story.counts = story.counts.value_or(true);
    } else if (!outcome::needs(counts)) {
      story.counts = false;
      story.refused_by = index;
    }
  }
  for (const VisitRecord& record : parts[index].explanation.records) {
    const VisitInput& visit = settled.input(record);
    if (!holds_at(holding_of(identity, category, settled.plan.pack), visit)) continue;
    story.holds.push_back(visit.order);
    if (assisted && record.category == category) story.used.push_back(visit.order);
  }
}

// What one version owes the person. Where several owe the same, the last one's words count.
void add_due(const Parts& parts, std::size_t part, std::vector<Entitlement>& due) {
  const Settled& settled = parts[part].settled;
  for (std::size_t statement = 0; statement < settled.plan.entitlements.size(); ++statement) {
    for (const sent::Identity& identity : settled.sent.identities) {
      const std::uint8_t category = code_of(settled, identity);
      if (category <= kNoCategory || !holds_in_year(identity, settled.sent.year)) continue;
      if (settled.plan.entitlements[statement].at(person_codes(settled, category)) != 0) continue;
      const auto same = std::find_if(due.begin(), due.end(), [&](const Entitlement& each) {
        return parts[each.part].settled.plan.pack.entitlements[each.statement].id ==
               settled.plan.pack.entitlements[statement].id;
      });
      (same == due.end() ? due.emplace_back() : *same) = {part, statement, category};
      break;
    }
  }
}

}  // namespace

std::vector<IdentityStory> explain_identities(const Parts& parts) {
  std::vector<IdentityStory> stories;
  for (std::size_t i = 0; i < parts.front().settled.sent.identities.size(); ++i) {
    IdentityStory& story = stories.emplace_back();
    story.identity = i;
    for (std::size_t part = 0; part < parts.size(); ++part) tell_part(parts, part, story);
  }
  return stories;
}

std::vector<Entitlement> find_entitlements(const Parts& parts) {
  std::vector<Entitlement> due;
  for (std::size_t part = 0; part < parts.size(); ++part) add_due(parts, part, due);
  return due;
}

}  // namespace aidcheck
