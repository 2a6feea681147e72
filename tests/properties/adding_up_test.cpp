#include <catch2/catch.hpp>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

// Payers and the person together pay the whole bill, at each visit and over the year.
void everybody_pays_the_whole_bill(const Estimator& estimator) {
  const Settled settled = estimator(*any_year());
  for (const SettledVisit& visit : settled.visits) {
    RC_ASSERT(visit.by_all() + visit.personal == visit.total);
    RC_ASSERT(visit.in_scope + visit.out_of_scope - visit.by("other") == visit.personal);
  }
  RC_ASSERT(settled.year.by_all() + settled.year.personal == settled.year.total);
  RC_ASSERT(settled.year.in_scope + settled.year.out_of_scope - settled.year.by("other") ==
            settled.year.personal);
}

TEST_CASE("payers and personal add up to the total") { holds(everybody_pays_the_whole_bill); }

TEST_CASE("adding up breaks where assistance forgets what insurance paid") {
  breaks_on(everybody_pays_the_whole_bill, with_rule("/layers/assistance/base/less", "[]"));
}

TEST_CASE("adding up breaks on a fen") {
  breaks_on(everybody_pays_the_whole_bill,
            telling([](json::Value& result) { add(result, "/personal/total", 1); }));
}

// What the visits have is what the year has.
void the_visits_make_the_year(const Estimator& estimator) {
  const Settled settled = estimator(*any_year());
  Figures sum;
  for (const auto& payer : settled.year.paid) sum.paid[payer.first] = 0;
  for (const SettledVisit& visit : settled.visits) {
    for (const auto& [payer, amount] : visit.paid) sum.paid[payer] += amount;
    sum.in_scope += visit.in_scope;
    sum.out_of_scope += visit.out_of_scope;
    sum.personal += visit.personal;
    sum.total += visit.total;
  }
  RC_ASSERT(sum == settled.year);
}

TEST_CASE("each visit's figures add up to the year's") { holds(the_visits_make_the_year); }

TEST_CASE("the year's sum breaks where it is rounded by itself") {
  breaks_on(the_visits_make_the_year, telling([](json::Value& result) {
              for (json::Value& payer : result.members[0].value.items) payer.text.clear();
              const Fen paid = read_result(result).year.by("assistance");
              for (std::size_t i = 0; const json::Value& payer : result.find("payers")->items) {
                if (payer.find("id")->text == "assistance")
                  add(result, "/payers/" + std::to_string(i) + "/amount", (paid + 50) / 100 * 100 - paid);
                ++i;
              }
            }));
}

// No figure of a result, wherever it stands, lies below zero.
void assert_not_negative(const json::Value& value) {
  if (value.is(json::Type::kNumber)) RC_ASSERT(value.text.front() != '-');
  for (const json::Value& item : value.items) assert_not_negative(item);
  for (const json::Member& member : value.members) assert_not_negative(member.value);
}

void nothing_lies_below_zero(const Estimator& estimator) {
  Year year = *any_year();
  // Sheets that do not add up are settled too.
  for (Visit& visit : year.visits) {
    if (*rc::gen::inRange(0, 3) == 0) visit.sheet.basic += *rc::gen::inRange<Fen>(0, 10'000'000);
    if (*rc::gen::inRange(0, 3) == 0) visit.sheet.other += *rc::gen::inRange<Fen>(0, 10'000'000);
  }
  assert_not_negative(estimator(year).root);
}

TEST_CASE("nothing is negative") { holds(nothing_lies_below_zero); }

TEST_CASE("nothing negative breaks where another fund is taken off what is in scope") {
  breaks_on(nothing_lies_below_zero, telling([](json::Value& result) {
              const Settled settled = read_result(result);
              add(result, "/personal/in_scope", -settled.year.by("other"));
            }));
}

}  // namespace
}  // namespace aidcheck::test
