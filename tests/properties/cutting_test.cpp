#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

// The visits that settle first, and the rest of the year, which starts with what those left.
std::pair<Year, Year> cut(Year year, std::size_t first) {
  std::stable_sort(year.visits.begin(), year.visits.end(), settles_before);
  Year rest = year;
  const auto place = static_cast<std::ptrdiff_t>(first);
  rest.visits.erase(rest.visits.begin(), rest.visits.begin() + place);
  year.visits.erase(year.visits.begin() + place, year.visits.end());
  return {year, rest};
}

void cutting_a_year_changes_nothing(const Estimator& estimator) {
  const Year year = *any_year();
  auto [first, rest] = cut(year, *rc::gen::inRange<std::size_t>(0, year.visits.size() + 1));
  const Settled whole = estimator(year);
  const Settled before = estimator(first);
  rest.pools_before = before.pools_after;
  rest.counted_before = before.counted_after;
  const Settled after = estimator(rest);

  for (const SettledVisit& visit : before.visits) RC_ASSERT(whole.visit(visit.id) == visit);
  for (const SettledVisit& visit : after.visits) RC_ASSERT(whole.visit(visit.id) == visit);
  RC_ASSERT(whole.pools_after == after.pools_after);
  RC_ASSERT(whole.counted_after == after.counted_after);
}

TEST_CASE("cutting a year into before and the rest changes nothing") {
  holds(cutting_a_year_changes_nothing);
}

TEST_CASE("cutting a year breaks where a pool is not carried") {
  breaks_on(cutting_a_year_changes_nothing, seeing([](Year& year) { year.pools_before.erase("inpatient"); }));
}

TEST_CASE("cutting a year breaks where what was counted is not carried") {
  breaks_on(cutting_a_year_changes_nothing, seeing([](Year& year) { year.counted_before.clear(); }));
}

TEST_CASE("cutting a year breaks where the rest starts a fen off") {
  breaks_on(cutting_a_year_changes_nothing, seeing([](Year& year) {
              if (!year.counted_before.empty()) ++year.counted_before.begin()->second;
            }));
}

}  // namespace
}  // namespace aidcheck::test
