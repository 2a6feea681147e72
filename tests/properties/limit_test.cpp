#include <algorithm>
#include <catch2/catch.hpp>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

constexpr Fen kOutpatientLimit = 1'000'000;  // 10,000 yuan
constexpr Fen kInpatientLimit = 30'000'000;  // 300,000 yuan

// Assistance keeps within the limits of article (6), what was paid before included.
void assistance_keeps_within_its_limits(const Estimator& estimator) {
  const Year year = *any_year();
  const Settled settled = estimator(year);
  const auto before = [&](const char* pool) {
    return year.pools_before.count(pool) == 0 ? 0 : year.pools_before.at(pool);
  };
  Fen outpatient = before("outpatient");
  Fen inpatient = before("inpatient");
  for (const Visit& visit : year.visits) {
    (visit.kind == "outpatient" ? outpatient : inpatient) += settled.visit(visit.id).by("assistance");
  }
  RC_ASSERT(outpatient <= kOutpatientLimit);
  RC_ASSERT(inpatient <= kInpatientLimit);
}

TEST_CASE("assistance keeps within its limits") { holds(assistance_keeps_within_its_limits); }

TEST_CASE("keeping within the limits breaks on a wrong limit for outpatient care") {
  breaks_on(assistance_keeps_within_its_limits, with_rule("/pools/outpatient/limit", R"("1.2万元")"));
}

TEST_CASE("keeping within the limits breaks on a wrong limit for stays") {
  breaks_on(assistance_keeps_within_its_limits, with_rule("/pools/inpatient/limit", R"("30.5万元")"));
}

TEST_CASE("keeping within the limits breaks where chronic care draws on neither") {
  breaks_on(assistance_keeps_within_its_limits,
            with_rule("/layers/assistance/draws_on/2/when/kind", R"("inpatient")"));
}

// 60% of what lies above 6,000 yuan, rounded half up.
Fen top_up_on(Fen burden) {
  const Fen above = burden > 600'000 ? burden - 600'000 : 0;
  return (above * 6 + 5) / 10;
}

// Top-up over the year is F of the year's burden at the visits that qualify, less F of what was counted
// before.
void top_up_is_that_of_the_years_total(const Estimator& estimator) {
  Year year = *any_year();
  year.readings.erase("top_up_limit");  // by the other reading the 300,000 may cut it
  const Settled settled = estimator(year);
  const Fen before = year.counted_before.count("top_up") == 0 ? 0 : year.counted_before.at("top_up");
  const bool with_own_first =
      year.readings.count("base") != 0 && year.readings.at("base") == "with_own_first";
  Fen burden = before;
  for (const Visit& visit : year.visits) {
    const SettledVisit& paid = settled.visit(visit.id);
    if (paid.not_paid.count("top_up") != 0) continue;
    burden += visit.sheet.in_scope + (with_own_first ? visit.sheet.own_first : 0) - visit.sheet.insured() -
              paid.by("assistance");
  }
  RC_ASSERT(settled.year.by("top_up") == top_up_on(burden) - top_up_on(before));
}

TEST_CASE("a cumulative layer pays what its formula gives for the year") {
  holds(top_up_is_that_of_the_years_total);
}

TEST_CASE("the year's formula breaks where each visit bears the deductible") {
  breaks_on(top_up_is_that_of_the_years_total, with_rule("/layers/top_up/over", R"("visit")"));
}

TEST_CASE("the year's formula breaks on a wrong deductible") {
  breaks_on(top_up_is_that_of_the_years_total, with_rule("/layers/top_up/deductible", R"("6000.01元")"));
}

TEST_CASE("the year's formula breaks on a wrong rate") {
  breaks_on(top_up_is_that_of_the_years_total, with_rule("/layers/top_up/pays/0/rate", R"("60.01%")"));
}

TEST_CASE("the year's formula breaks where each visit is rounded by itself") {
  breaks_on(top_up_is_that_of_the_years_total, [](const Year& year) {
    Settled settled = wuxi()(year);
    Fen counted = year.counted_before.count("top_up") == 0 ? 0 : year.counted_before.at("top_up");
    Fen paid = 0;
    for (const json::Value& visit : settled.root.find("visits")->items) {
      const json::Value* base = step_of(visit, "top_up", "base");
      const Fen burden = base == nullptr ? 0 : fen(*base->find("so_far"));
      const Fen above = std::min(burden, std::max<Fen>(0, counted + burden - 600'000));
      paid += (above * 6 + 5) / 10;
      counted += burden;
    }
    settled.year.paid["top_up"] = paid;
    return settled;
  });
}

}  // namespace
}  // namespace aidcheck::test
