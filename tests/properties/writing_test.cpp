#include <catch2/catch.hpp>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

// 12.5, 12.50, 1250e-2 and 0.000001250E+7 are one amount: nothing passes through floating point.
void the_way_of_writing_changes_nothing(const Estimator& estimator) {
  Year year = *any_year();
  const Settled plain = estimator(year);
  year.writing = *rc::gen::element(Writing::kTrailingZeros, Writing::kExponent, Writing::kLargeExponent);
  const Settled otherwise = estimator(year);
  RC_ASSERT(plain.year == otherwise.year);
  RC_ASSERT(plain.visits == otherwise.visits);
}

TEST_CASE("the way in which an amount is written changes nothing") {
  holds(the_way_of_writing_changes_nothing);
}

TEST_CASE("the way of writing matters where amounts pass through floating point") {
  breaks_on(
      the_way_of_writing_changes_nothing, seeing([](Year& year) {
        if (year.writing == Writing::kPlain) return;
        for (Visit& visit : year.visits) {
          visit.sheet.in_scope = static_cast<Fen>(static_cast<double>(visit.sheet.in_scope) / 100 * 100);
          visit.sheet.own_first = static_cast<Fen>(static_cast<double>(visit.sheet.own_first) * 0.01 * 100);
        }
      }));
}

}  // namespace
}  // namespace aidcheck::test
