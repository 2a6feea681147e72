#include <catch2/catch.hpp>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

Fen aid(const Settled& settled) { return settled.year.by("assistance") + settled.year.by("top_up"); }

// The same year with more in-scope cost at one visit.
Year with_more_cost(Year year) {
  const std::size_t visit = *rc::gen::inRange<std::size_t>(0, year.visits.size());
  const Fen more = *rc::gen::weightedOneOf<Fen>(
      {{1, rc::gen::inRange<Fen>(1, 4)}, {1, rc::gen::inRange<Fen>(1, 10'000'000)}});
  year.visits[visit].sheet.in_scope += more;
  return year;
}

// Years with something to raise, half of them close to every limit.
Year year_to_raise(const rc::Gen<Year>& years) {
  Year year = *years;
  RC_PRE(!year.visits.empty());
  if (*rc::gen::inRange(0, 2) == 1) {
    year.pools_before["outpatient"] = 1'000'000 - *rc::gen::inRange<Fen>(0, 200'000);
    year.pools_before["inpatient"] = 30'000'000 - *rc::gen::inRange<Fen>(0, 10'000'000);
    year.counted_before["top_up"] = *rc::gen::inRange<Fen>(0, 800'000);
  }
  return year;
}

void more_cost_does_not_lower_aid(const Estimator& estimator) {
  const Year year = year_to_raise(any_year_of_one_identity());
  RC_ASSERT(aid(estimator(year)) <= aid(estimator(with_more_cost(year))));
}

TEST_CASE("more in-scope cost does not lower the year's assistance") { holds(more_cost_does_not_lower_aid); }

// A fault: a visit that would draw more than is left of a limit gets nothing.
Settled refusing_instead_of_cutting(const Year& year) {
  Settled settled = wuxi()(year);
  for (const json::Value& visit : settled.root.find("visits")->items) {
    const json::Value* cap = step_of(visit, "assistance", "cap");
    const bool cut = cap != nullptr && fen(*cap->find("amount")) > 0;
    if (cut) settled.year.paid["assistance"] -= settled.visit(visit.find("id")->text).by("assistance");
  }
  return settled;
}

TEST_CASE("more cost lowering assistance is noticed where a limit refuses instead of cutting") {
  breaks_on(more_cost_does_not_lower_aid, refusing_instead_of_cutting);
}

void more_cost_does_not_lower_what_is_left(const Estimator& estimator) {
  const Year year = year_to_raise(any_year_of_one_identity());
  RC_ASSERT(estimator(year).year.in_scope <= estimator(with_more_cost(year)).year.in_scope);
}

TEST_CASE("more in-scope cost does not lower what is left to the person") {
  holds(more_cost_does_not_lower_what_is_left);
}

TEST_CASE("more cost lowering what is left is noticed where top-up forgets assistance") {
  breaks_on(more_cost_does_not_lower_what_is_left,
            with_rule("/layers/top_up/base/less",
                      R"(["basic", "civil_servant", "enterprise", "serious_illness", "large_amount"])"));
}

// By the readings that are used where none is chosen the layer of assistance alone does not fall either.
// Where top-up draws on the 300,000 too, it may: top-up at an earlier visit then uses up what assistance
// would have had.
void more_cost_does_not_lower_the_layer(const Estimator& estimator) {
  Year year = year_to_raise(any_year_of_one_identity());
  year.readings.erase("top_up_limit");
  RC_ASSERT(estimator(year).year.by("assistance") <= estimator(with_more_cost(year)).year.by("assistance"));
}

TEST_CASE("more in-scope cost does not lower the layer of assistance by itself") {
  holds(more_cost_does_not_lower_the_layer);
}

TEST_CASE("more cost lowering the layer of assistance is noticed where top-up draws on its limit") {
  breaks_on(more_cost_does_not_lower_the_layer, with_rule("/readings/top_up_limit/default", R"("inside")"));
}

void more_cost_does_not_lower_aid_to_several_identities(const Estimator& estimator) {
  const Year year = year_to_raise(any_year());
  RC_ASSERT(aid(estimator(year)) <= aid(estimator(with_more_cost(year))));
}

TEST_CASE("more in-scope cost does not lower assistance to somebody of several identities") {
  holds(more_cost_does_not_lower_aid_to_several_identities);
}

TEST_CASE(
    "more cost lowering assistance to several identities is noticed where a limit refuses instead of "
    "cutting") {
  breaks_on(more_cost_does_not_lower_aid_to_several_identities, refusing_instead_of_cutting);
}

// Why the property of what is left is one of a single identity: with several, rounding can lose the person's
// last fen. 0.10 in scope: subsistence pays 0.085, rounded 0.09, and top-up 60% of the last 0.01, rounded
// 0.01: as much as the 0.10 of an orphan, and the pack's order takes subsistence. 0.11 in scope: subsistence
// would pay 0.09 and 0.01, an orphan gets 0.11. Only the first leaves a fen to the year's burden, and the fen
// that the next visit adds to it is not rounded up to a fen of top-up a second time.
TEST_CASE("with several identities more cost may lower what is left by a fen") {
  const Day january = Day(std::chrono::year(2024) / 1 / 10);
  const Day march = Day(std::chrono::year(2024) / 3 / 10);
  Year year;
  year.identities = {{"subsistence", {}, {}}, {"orphan", {}, january}};
  year.counted_before["top_up"] = 600'000;
  year.visits = {{"a", "inpatient", "city", "proper", true, january, january, {}},
                 {"b", "inpatient", "city", "proper", true, march, march, {}}};
  year.visits[0].sheet.in_scope = 10;
  year.visits[1].sheet.in_scope = 4;
  const Settled less = wuxi()(year);
  CHECK(less.visit("a").category == "subsistence");
  CHECK(less.visit("a").by("assistance") == 9);
  CHECK(less.visit("a").by("top_up") == 1);
  CHECK(less.visit("b").by("assistance") == 3);  // 3.4
  CHECK(less.visit("b").by("top_up") == 0);      // 60% of 0.02 is 1.2 fen, and one was paid
  CHECK(less.year.in_scope == 1);

  year.visits[0].sheet.in_scope = 11;
  const Settled more = wuxi()(year);
  CHECK(more.visit("a").category == "orphan");
  CHECK(more.visit("a").by("assistance") == 11);
  CHECK(more.visit("b").by("assistance") == 3);
  CHECK(more.visit("b").by("top_up") == 1);
  CHECK(more.year.in_scope == 0);
}

}  // namespace
}  // namespace aidcheck::test
