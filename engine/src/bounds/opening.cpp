#include "bounds/opening.h"

#include <algorithm>

#include "settle/open.h"

namespace aidcheck {
namespace {

void add(std::vector<Unknown>& all, const Unknown& unknown) {
  if (std::find(all.begin(), all.end(), unknown) == all.end()) all.push_back(unknown);
}

void open_sheets(const std::vector<const Part*>& parts, std::size_t part, Box& box,
                 std::vector<Unknown>& unknown) {
  const Settled& settled = parts[part]->settled;
  for (const VisitInput& visit : settled.digest.year.visits) {
    const sent::Visit& sent = settled.sent.visits[visit.order];
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      const sent::Amount& stated = sent.sheet[field];
      if (!stated.bounded()) continue;
      const auto amount = static_cast<std::uint8_t>(field);
      box.open({stated.least, stated.most, {{part, visit.order, amount, std::nullopt}}}, parts);
      add(unknown, {Unknown::What::kAmount, part, visit.order, field, Kept::kPools});
    }
  }
}

void open_starts(const std::vector<const Part*>& parts, std::size_t part, Box& box,
                 std::vector<Unknown>& unknown) {
  for (const OpenStart& each : parts[part]->settled.digest.open_starts) {
    box.open(
        {each.least, each.most, {{part, std::nullopt, static_cast<std::uint8_t>(each.place), each.what}}},
        parts);
    add(unknown, {Unknown::What::kBefore, part, std::nullopt, each.place, each.what});
  }
}

// Of candidates that are paid alike one is enough; a single one is what it is.
void keep_different(const Plan& plan, OpenIdentity& identity) {
  std::uint64_t kept = 0;
  for (std::uint64_t rest = identity.candidates; rest != 0; rest &= rest - 1) {
    const auto code = static_cast<std::uint8_t>(__builtin_ctzll(rest));
    bool known = false;
    for (std::uint64_t other = kept; other != 0 && !known; other &= other - 1)
      known = paid_alike(plan, code, static_cast<std::uint8_t>(__builtin_ctzll(other)));
    if (!known) kept |= std::uint64_t{1} << code;
  }
  identity.candidates = kept;
  if ((kept & (kept - 1)) == 0) identity.code = static_cast<std::uint8_t>(__builtin_ctzll(kept));
}

// The same fact of the person in another part, and the same answer there; 0 where it cannot be told.
std::uint8_t code_there(const FactPlan& fact, const FactPlan& there, std::uint8_t code) {
  if (there.of_visit != fact.of_visit || there.type != fact.type) return 0;
  if (!fact.choices.empty()) return there.code_of(fact.choices[code - 1U].id);
  const bool same =
      std::equal(fact.breaks.begin(), fact.breaks.end(), there.breaks.begin(), there.breaks.end());
  return same ? code : std::uint8_t{0};
}

void set_code(YearInput& year, const Plan& plan, std::size_t fact, std::optional<std::uint32_t> visit,
              std::uint8_t code) {
  if (!visit) year.person[fact] = code;
  const bool is_kind = plan.facts[fact].id == "kind";
  for (VisitInput& each : year.visits) {
    if (visit && each.order != *visit) continue;
    each.codes[fact] = code;
    if (!is_kind) continue;
    each.kind_open = false;
    each.stay = (plan.stays >> code & 1U) != 0;
  }
}

// Where a fact that rules look at has no answer.
void add_unanswered(std::size_t part, const FactPlan& plan, std::size_t fact, const YearInput& year,
                    std::vector<Unknown>& unknown) {
  if (!plan.asked() || !plan.used) return;
  if (!plan.of_visit) {
    if (year.person[fact] == 0) add(unknown, {Unknown::What::kFact, part, std::nullopt, fact});
    return;
  }
  for (const VisitInput& visit : year.visits) {
    if (visit.codes[fact] == 0) add(unknown, {Unknown::What::kFact, part, visit.order, fact});
  }
}

}  // namespace

Box box_of(const std::vector<const Part*>& parts, std::vector<Unknown>& unknown) {
  Box box;
  for (const Part* part : parts) {
    YearInput& year = box.years.emplace_back(part->settled.digest.year);
    year.stated_open = &part->settled.digest.open;
    YearStateOf<Reach>& start = box.starts.emplace_back();
    for (std::size_t i = 0; i < kMostPools; ++i) start.drawn[i] = year.pools_before[i];
    for (std::size_t i = 0; i < kMostLayers; ++i) start.counted[i] = year.counted_before[i];
    for (std::size_t i = 0; i < kMostDerived; ++i) start.derived[i] = year.derived_before[i];
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (OpenIdentity& each : box.years[i].open_identities) keep_different(parts[i]->settled.plan, each);
    open_starts(parts, i, box, unknown);
    open_sheets(parts, i, box, unknown);
  }
  return box;
}

bool choose(const std::vector<const Part*>& parts, std::size_t part, const OpenFact& may, std::uint8_t code,
            Box& box) {
  const FactPlan& fact = parts[part]->settled.plan.facts[may.fact];
  OpenNumber number;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Plan& plan = parts[i]->settled.plan;
    const auto there = i == part ? std::optional(may.fact) : fact_named(plan.facts, fact.id);
    if (!there || (may.visit && i != part)) continue;
    const std::uint8_t same = i == part ? code : code_there(fact, plan.facts[*there], code);
    if (same != 0) set_code(box.years[i], plan, *there, may.visit, same);
    if (plan.facts[*there].amount != 0)
      number.places.push_back({i, may.visit, plan.facts[*there].amount, {}});
  }
  if (fact.amount == 0) return true;
  const auto [least, most] = stretch(fact, code, may);
  number.least = least;
  number.most = most;
  if (number.least > number.most) return false;
  const OpenNumber::Place here{part, may.visit, fact.amount, {}};
  if (!box.knows(here)) {
    box.open(number, parts);
    return true;
  }
  // Its bounds were opened with the answer that another part of the year tells it by.
  for (std::size_t i = 0; i < box.numbers.size(); ++i) {
    const auto& places = box.numbers[i].places;
    const bool same = std::any_of(places.begin(), places.end(), [&](const OpenNumber::Place& place) {
      return place.part == part && place.amount == fact.amount && !place.visit && !may.visit;
    });
    if (!same) continue;
    const Fen from = std::max(least, box.numbers[i].least);
    const Fen to = std::min(most, box.numbers[i].most);
    if (from > to) return false;
    box.narrow(i, from, to, parts);
  }
  return true;
}

void choose_category(const std::vector<const Part*>& parts, std::size_t part, const OpenIdentity& identity,
                     std::uint8_t code, Box& box) {
  const std::uint32_t index = identity.index;
  const std::string_view id = parts[part]->settled.plan.facts[kCategoryFact].choices[code - 1U].id;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const FactPlan& category = parts[i]->settled.plan.facts[kCategoryFact];
    for (OpenIdentity& each : box.years[i].open_identities) {
      if (each.index != index) continue;
      const std::uint8_t there = i == part ? code : category.code_of(id);
      each.code = there == 0 ? kNoCategory : there;
    }
  }
}

void find_undecided(const std::vector<const Part*>& parts, const Box& box, std::vector<Unknown>& unknown) {
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const Plan& plan = parts[part]->settled.plan;
    const YearInput& year = box.years[part];
    for (const OpenIdentity& each : year.open_identities)
      add(unknown, {Unknown::What::kIdentity, part, std::nullopt, each.index});
    for (const VisitInput& visit : year.visits) {
      for (std::uint32_t rest = plan.amounts_looked_at() & ~visit.known; rest != 0; rest &= rest - 1)
        add(unknown, {Unknown::What::kAmount, part, visit.order,
                      static_cast<std::size_t>(__builtin_ctz(rest)), Kept::kPools});
    }
    for (std::size_t fact = 0; fact < plan.facts.size(); ++fact)
      add_unanswered(part, plan.facts[fact], fact, year, unknown);
  }
}

}  // namespace aidcheck
