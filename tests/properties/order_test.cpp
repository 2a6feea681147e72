#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <utility>
#include <vector>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

template <class Items>
Items shuffled(const Items& items) {
  Items mixed;
  Items rest = items;
  while (!rest.empty()) {
    const auto next = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, rest.size()));
    mixed.push_back(rest[static_cast<std::size_t>(next)]);
    rest.erase(rest.begin() + next);
  }
  return mixed;
}

void assert_same_figures(const Settled& a, const Settled& b) {
  RC_ASSERT(a.year == b.year);
  RC_ASSERT(a.visits == b.visits);
  RC_ASSERT(a.pools_after == b.pools_after);
  RC_ASSERT(a.counted_after == b.counted_after);
}

void the_order_of_identities_changes_nothing(const Estimator& estimator) {
  Year year = *any_year();
  const Settled before = estimator(year);
  year.identities = shuffled(year.identities);
  assert_same_figures(before, estimator(year));
}

TEST_CASE("the order of identities changes nothing") { holds(the_order_of_identities_changes_nothing); }

TEST_CASE("the order of identities matters where the first is taken and not the best") {
  breaks_on(the_order_of_identities_changes_nothing, seeing([](Year& year) {
              if (!year.identities.empty()) year.identities.resize(1);
            }));
}

TEST_CASE("the order of identities matters where a tie goes to the first given") {
  breaks_on(the_order_of_identities_changes_nothing, [](const Year& year) {
    Settled settled = wuxi()(year);
    for (SettledVisit& visit : settled.visits) {
      if (!visit.category.empty() && visit.by("assistance") == 0)
        visit.category = year.identities.front().category;
    }
    return settled;
  });
}

// Visits on the same days settle as they are given, so only the others may be mixed.
Year on_different_days(Year year) {
  std::set<std::pair<Day, Day>> taken;
  std::vector<Visit> kept;
  for (const Visit& visit : year.visits) {
    if (taken.insert({visit.until, visit.from}).second) kept.push_back(visit);
  }
  year.visits = kept;
  return year;
}

void the_order_of_visits_changes_nothing(const Estimator& estimator) {
  Year year = on_different_days(*any_year());
  const Settled before = estimator(year);
  year.visits = shuffled(year.visits);
  assert_same_figures(before, estimator(year));
}

TEST_CASE("the order of visits with different dates changes nothing") {
  holds(the_order_of_visits_changes_nothing);
}

TEST_CASE("the order of visits matters where they settle as they are given") {
  breaks_on(the_order_of_visits_changes_nothing, seeing([](Year& year) {
              year.identities.resize(std::min<std::size_t>(year.identities.size(), 1));
              std::vector<std::pair<Day, Day>> days;
              for (const Visit& visit : year.visits) days.emplace_back(visit.until, visit.from);
              std::sort(days.begin(), days.end());
              for (std::size_t i = 0; i < days.size(); ++i)
                std::tie(year.visits[i].until, year.visits[i].from) = days[i];
            }));
}

TEST_CASE("the order of visits matters where only their last day counts") {
  breaks_on(the_order_of_visits_changes_nothing, seeing([](Year& year) {
              for (Visit& visit : year.visits)
                visit.until = visit.from = Day(std::chrono::year(year.year) / 6 / 30);
            }));
}

}  // namespace
}  // namespace aidcheck::test
