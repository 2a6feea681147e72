#include "hand.h"

#include <algorithm>

namespace aidcheck::hand {
namespace {

constexpr Fen kOutpatientLimit = 10'000'00;
constexpr Fen kInpatientLimit = 300'000'00;
constexpr Fen kTopUpFrom = 6'000'00;
constexpr int kTopUpRate = 60;
constexpr std::array<int, kCategoryCount> kRates{100, 85, 100, 100, 85, 85, 85, 85, 70, 70, 70, 70, 70};

// What one visit has is a few amounts of at most kLargestAmount, and no product of theirs overflows: only
// what grows over the year is checked, through Arithmetic.
Fen less(Fen a, Fen b) { return a > b ? a - b : 0; }
Fen percent(Fen amount, int rate) { return (amount * rate + 50) / 100; }

// What the rules make of a visit before anyone asks for whom.
struct Terms {
  Fen burden = 0;  // in scope, less what insurance paid
  bool assisted = false;
  bool topped_up = false;
  bool draws_outpatient = false;
  bool draws_inpatient = false;
  bool top_up_draws_inpatient = false;
};

struct Payment {
  Fen assistance = 0;
  Fen top_up = 0;
  State after;

  [[nodiscard]] Fen worth() const { return assistance + top_up; }
};

bool is_assisted(const Visit& visit, const Readings& readings) {
  if (!visit.designated) return false;
  if (visit.referral != Referral::kNone || readings.unreferred == Unreferred::kAssisted) return true;
  return readings.unreferred == Unreferred::kExcludedOutsideCity && visit.where <= Where::kCity;
}

bool is_topped_up(const Visit& visit, const Readings& readings) {
  if (!visit.designated || visit.where == Where::kOutside || visit.referral == Referral::kNone) return false;
  if (visit.referral == Referral::kNotNeeded && !readings.home_care_proper) return false;
  return visit.kind != Kind::kOutpatient || !readings.top_up_without_outpatient;
}

Terms terms_of(const Visit& visit, const Readings& readings, Fen burden) {
  const bool outpatient = visit.kind == Kind::kOutpatient;
  return {burden,
          is_assisted(visit, readings),
          is_topped_up(visit, readings),
          outpatient,
          !outpatient || readings.outpatient_limit_inside,
          readings.top_up_limit_inside};
}

Fen top_up_of(Fen counted, Arithmetic& arithmetic) {
  return (arithmetic.multiply(less(counted, kTopUpFrom), kTopUpRate) + 50) / 100;
}

Payment pay(const Terms& terms, int rate, const State& before, Arithmetic& arithmetic) {
  Payment made{0, 0, before};
  State& state = made.after;
  if (terms.assisted) {
    Fen paid = percent(terms.burden, rate);
    if (terms.draws_outpatient) paid = std::min(paid, less(kOutpatientLimit, state.outpatient));
    if (terms.draws_inpatient) paid = std::min(paid, less(kInpatientLimit, state.inpatient));
    if (terms.draws_outpatient) state.outpatient += paid;
    if (terms.draws_inpatient) state.inpatient += paid;
    made.assistance = paid;
  }
  if (terms.topped_up) {
    state.counted = arithmetic.add(before.counted, terms.burden - made.assistance);
    Fen paid = top_up_of(state.counted, arithmetic) - top_up_of(before.counted, arithmetic);
    if (terms.top_up_draws_inpatient) {
      paid = std::min(paid, less(kInpatientLimit, state.inpatient));
      state.inpatient += paid;
    }
    made.top_up = paid;
  }
  return made;
}

bool holds(const Identity& identity, const Visit& visit) {
  const std::int32_t first = visit.kind == Kind::kInpatient ? visit.from : visit.until;
  return identity.from <= visit.until && identity.until >= first;
}

Payment best_payment(const Year& year, const Visit& visit, const Terms& terms, const State& before,
                     Arithmetic& arithmetic) {
  Payment best{0, 0, before};
  bool any = false;
  for (const Identity& identity : year.identities) {
    if (!holds(identity, visit)) continue;
    const Payment next = pay(terms, kRates[static_cast<std::size_t>(identity.category)], before, arithmetic);
    if (any && next.worth() <= best.worth()) continue;
    best = next;
    any = true;
  }
  return best;
}

void count(Fen& sum, Fen amount, Arithmetic& arithmetic) { sum = arithmetic.add(sum, amount); }

// Dates as one number that sorts like (until, from); days since 1970 may be negative.
std::uint64_t sortable(const Visit& visit) {
  constexpr std::int64_t kMiddle = std::int64_t{1} << 31;
  return static_cast<std::uint64_t>(visit.until + kMiddle) << 32 |
         static_cast<std::uint64_t>(visit.from + kMiddle);
}

}  // namespace

void Settler::sort_visits(const Year& year) {
  order_.clear();
  for (std::size_t i = 0; i < year.visits.size(); ++i)
    order_.push_back({sortable(year.visits[i]), static_cast<std::uint32_t>(i)});
  std::sort(order_.begin(), order_.end(), [&](const Slot& a, const Slot& b) {
    return a.dates != b.dates ? a.dates < b.dates : year.visits[a.visit].order < year.visits[b.visit].order;
  });
}

bool Settler::settle(const Year& year, Totals& totals) {
  Arithmetic arithmetic;
  Totals sums;
  State state = year.before;
  const bool belongs_here = year.registered_here && year.insured;
  sort_visits(year);
  for (const Slot& slot : order_) {
    const Visit& visit = year.visits[slot.visit];
    const Sheet& sheet = visit.sheet;
    const Fen scope = sheet.in_scope + (year.readings.base_with_own_first ? sheet.own_first : 0);
    const Fen insured =
        sheet.basic + sheet.civil_servant + sheet.enterprise + sheet.serious_illness + sheet.large_amount;
    const Fen burden = less(scope, insured);

    Payment paid{0, 0, state};
    if (belongs_here)
      paid = best_payment(year, visit, terms_of(visit, year.readings, burden), state, arithmetic);
    state = paid.after;

    count(sums.total, sheet.total, arithmetic);
    count(sums.basic, sheet.basic, arithmetic);
    count(sums.civil_servant, sheet.civil_servant, arithmetic);
    count(sums.enterprise, sheet.enterprise, arithmetic);
    count(sums.serious_illness, sheet.serious_illness, arithmetic);
    count(sums.large_amount, sheet.large_amount, arithmetic);
    count(sums.assistance, paid.assistance, arithmetic);
    count(sums.top_up, paid.top_up, arithmetic);
    count(sums.other, sheet.other, arithmetic);
    count(sums.personal_in_scope, less(burden, paid.worth()), arithmetic);
    count(sums.personal_out_of_scope, less(sheet.total, scope), arithmetic);
    count(sums.personal_total, less(sheet.total, insured + paid.worth() + sheet.other), arithmetic);
  }
  totals = sums;
  return !arithmetic.overflowed();
}

}  // namespace aidcheck::hand
