#include "random.h"

#include <algorithm>
#include <array>

#include "base/day.h"

namespace aidcheck::bench {
namespace {

using namespace hand;

constexpr Fen kYuan = 100;

template <class T, std::size_t n>
T pick(Random& random, const std::array<T, n>& from) {
  return from[static_cast<std::size_t>(random.up_to(n - 1))];
}

std::int32_t first_day() { return day_number(Day(std::chrono::year(kYear) / 1 / 1)); }

std::int32_t random_day(Random& random) { return first_day() + static_cast<std::int32_t>(random.up_to(365)); }

std::int32_t end_of_month(std::int32_t day) {
  return day_number(last_day_of_month(Day(std::chrono::days(day))));
}

Identity random_identity(Random& random) {
  Identity made;
  made.category = static_cast<Category>(random.up_to(kCategoryCount - 1));
  made.from = first_day() - 400;
  made.until = end_of_month(first_day() + 700);
  if (random.chance(40)) made.from = random_day(random);
  if (random.chance(40)) made.until = std::max(end_of_month(random_day(random)), end_of_month(made.from));
  return made;
}

Readings random_readings(Random& random) {
  constexpr std::array kWays{Unreferred::kExcludedOutsideCity, Unreferred::kAssisted,
                             Unreferred::kExcludedEverywhere};
  Readings made;
  made.outpatient_limit_inside = random.chance(50);
  made.top_up_limit_inside = random.chance(50);
  made.top_up_without_outpatient = random.chance(50);
  made.base_with_own_first = random.chance(50);
  made.home_care_proper = random.chance(50);
  made.unreferred = pick(random, kWays);
  return made;
}

Fen part(Random& random, Fen of, std::int64_t least_percent, std::int64_t most_percent) {
  return of * random.between(least_percent, most_percent) / 100;
}

Sheet random_sheet(Random& random, Kind kind) {
  const Fen largest = (kind == Kind::kInpatient ? 80'000 : 4'000) * kYuan;
  Sheet made;
  made.in_scope = random.between(20 * kYuan, largest);
  made.own_first = random.chance(60) ? part(random, made.in_scope, 0, 15) : 0;
  made.total = made.in_scope + made.own_first + (random.chance(60) ? part(random, made.in_scope, 0, 20) : 0);
  made.basic = part(random, made.in_scope, 40, 75);
  if (random.chance(20)) made.serious_illness = part(random, made.in_scope, 0, 15);
  if (random.chance(10)) made.civil_servant = part(random, made.in_scope, 0, 10);
  if (random.chance(10)) made.enterprise = part(random, made.in_scope, 0, 10);
  if (random.chance(10)) made.large_amount = part(random, made.in_scope, 0, 10);
  if (random.chance(10)) made.other = random.up_to(500 * kYuan);
  return made;
}

Visit random_visit(Random& random, std::uint32_t order) {
  constexpr std::array kKinds{Kind::kOutpatient, Kind::kOutpatient, Kind::kChronic, Kind::kInpatient};
  constexpr std::array kPlaces{Where::kCounty, Where::kCounty, Where::kCity, Where::kProvince,
                               Where::kOutside};
  constexpr std::array kReferrals{Referral::kProper, Referral::kNotNeeded, Referral::kNotNeeded,
                                  Referral::kNone};
  Visit made;
  made.order = order;
  made.kind = pick(random, kKinds);
  made.until = random_day(random);
  made.from = made.until - static_cast<std::int32_t>(made.kind == Kind::kInpatient ? random.up_to(20) : 0);
  made.where = pick(random, kPlaces);
  made.referral = pick(random, kReferrals);
  made.designated = !random.chance(3);
  made.sheet = random_sheet(random, made.kind);
  return made;
}

}  // namespace

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
  return mixed ^ mixed >> 31U;
}

Year random_year(Random& random, std::size_t visits) {
  constexpr std::array<std::int64_t, 6> kHeld{0, 1, 1, 2, 2, 3};
  Year made;
  made.registered_here = !random.chance(3);
  made.insured = !random.chance(3);
  if (random.chance(25)) made.readings = random_readings(random);
  if (random.chance(25)) {
    made.before = {random.up_to(10'000 * kYuan), random.up_to(300'000 * kYuan), random.up_to(20'000 * kYuan)};
  }
  const std::int64_t held = pick(random, kHeld);
  for (std::int64_t i = 0; i < held; ++i) made.identities.push_back(random_identity(random));
  std::stable_sort(made.identities.begin(), made.identities.end(),
                   [](const Identity& a, const Identity& b) { return a.category < b.category; });
  for (std::uint32_t i = 0; i < visits; ++i) made.visits.push_back(random_visit(random, i));
  return made;
}

}  // namespace aidcheck::bench
