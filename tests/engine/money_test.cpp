#include "base/money.h"

#include <catch2/catch.hpp>
#include <limits>

namespace aidcheck::test {
namespace {

constexpr Fen kMost = std::numeric_limits<Fen>::max();
constexpr Fen kLeast = std::numeric_limits<Fen>::min();

TEST_CASE("sums, differences and products of fen") {
  Arithmetic arithmetic;
  CHECK(arithmetic.add(1'190'000, 1) == 1'190'001);
  CHECK(arithmetic.add(kMost - 1, 1) == kMost);
  CHECK(arithmetic.subtract(5, 7) == -2);
  CHECK(arithmetic.multiply(1'400'000, 17) == 23'800'000);
  CHECK(arithmetic.multiply(kMost, 1) == kMost);
  CHECK_FALSE(arithmetic.overflowed());
}

TEST_CASE("taking off more than there is leaves nothing") {
  Arithmetic arithmetic;
  CHECK(arithmetic.less(10, 3) == 7);
  CHECK(arithmetic.less(3, 3) == 0);
  CHECK(arithmetic.less(3, 10) == 0);
  CHECK(arithmetic.less(0, kMost) == 0);
  CHECK_FALSE(arithmetic.overflowed());
}

TEST_CASE("what does not fit is noticed and stays noticed") {
  Arithmetic arithmetic;
  SECTION("a sum") { arithmetic.add(kMost, 1); }
  SECTION("a difference") { arithmetic.subtract(kLeast, 1); }
  SECTION("a product") { arithmetic.multiply(kMost / 2, 3); }
  SECTION("less") { arithmetic.less(kMost, -1); }
  CHECK(arithmetic.overflowed());
  CHECK(arithmetic.add(1, 1) == 2);
  CHECK(arithmetic.overflowed());
  CHECK_FALSE(Arithmetic().overflowed());
}

TEST_CASE("half a fen rounds up") {
  Arithmetic arithmetic;
  CHECK(arithmetic.round_half_up(0, 7) == 0);
  CHECK(arithmetic.round_half_up(1, 2) == 1);
  CHECK(arithmetic.round_half_up(3, 2) == 2);
  CHECK(arithmetic.round_half_up(5, 4) == 1);
  CHECK(arithmetic.round_half_up(6, 4) == 2);
  CHECK(arithmetic.round_half_up(7, 4) == 2);
  CHECK(arithmetic.round_half_up(1, 3) == 0);
  CHECK(arithmetic.round_half_up(2, 3) == 1);
  CHECK(arithmetic.round_half_up(49, 100) == 0);
  CHECK(arithmetic.round_half_up(50, 100) == 1);
  CHECK(arithmetic.round_half_up(149, 100) == 1);
  CHECK(arithmetic.round_half_up(150, 100) == 2);
  CHECK(arithmetic.round_half_up(12'345, 1) == 12'345);
  CHECK_FALSE(arithmetic.overflowed());
}

TEST_CASE("rounding is exact for the largest numbers") {
  Arithmetic arithmetic;
  // 2^63 - 1 is odd: a half of it ends in .5.
  CHECK(arithmetic.round_half_up(kMost, 2) == 4'611'686'018'427'387'904);
  CHECK(arithmetic.round_half_up(kMost, 1) == kMost);
  CHECK(arithmetic.round_half_up(kMost, kMost) == 1);
  CHECK(arithmetic.round_half_up(kMost / 2, kMost) == 0);
  CHECK(arithmetic.round_half_up(kMost / 2 + 1, kMost) == 1);
  CHECK(arithmetic.round_half_up(kMost - 1, kMost) == 1);
  CHECK_FALSE(arithmetic.overflowed());
}

TEST_CASE("an amount in a sentence has its thousands marked and two decimals") {
  CHECK(format_yuan(0) == "0.00");
  CHECK(format_yuan(5) == "0.05");
  CHECK(format_yuan(50) == "0.50");
  CHECK(format_yuan(99'999) == "999.99");
  CHECK(format_yuan(100'000) == "1,000.00");
  CHECK(format_yuan(1'234'560) == "12,345.60");
  CHECK(format_yuan(100'000'000) == "1,000,000.00");
  CHECK(format_yuan(kLargestAmount) == "100,000,000,000.00");
}

}  // namespace
}  // namespace aidcheck::test
