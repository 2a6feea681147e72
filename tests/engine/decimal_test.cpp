#include "base/decimal.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>

namespace aidcheck::test {
namespace {

// `-125/10^1` for -12.5; the problem's name where there is one.
std::string read(std::string_view text) {
  const Decimal number = read_decimal(text);
  if (number.problem == Decimal::Problem::kMalformed) return "malformed";
  if (number.problem == Decimal::Problem::kTooLarge) return "too large";
  return (number.negative ? "-" : "") + std::to_string(number.units) + "/10^" + std::to_string(number.scale);
}

TEST_CASE("a decimal is read from its digits") {
  CHECK(read("0") == "0/10^0");
  CHECK(read("7") == "7/10^0");
  CHECK(read("52000") == "52000/10^0");
  CHECK(read("12.5") == "125/10^1");
  CHECK(read("0.05") == "5/10^2");
  CHECK(read("-12.5") == "-125/10^1");
  CHECK(read("007.5") == "75/10^1");
}

TEST_CASE("zeros at the end of a fraction do not count as decimals") {
  CHECK(read("12.50") == "125/10^1");
  CHECK(read("1.00") == "1/10^0");
  CHECK(read("100.00") == "100/10^0");
  CHECK(read("1.0500000000000000000000000000") == "105/10^2");
  CHECK(read("0.000") == "0/10^0");
}

TEST_CASE("an exponent moves the point") {
  CHECK(read("1e3") == "1000/10^0");
  CHECK(read("1E+3") == "1000/10^0");
  CHECK(read("1.5e1") == "15/10^0");
  CHECK(read("1.25e1") == "125/10^1");
  CHECK(read("125e-2") == "125/10^2");
  CHECK(read("1200e-2") == "12/10^0");
  CHECK(read("1e-3") == "1/10^3");
  CHECK(read("-5e-1") == "-5/10^1");
}

TEST_CASE("minus zero is zero with a sign") {
  CHECK(read("-0") == "-0/10^0");
  CHECK(read("-0.00") == "-0/10^0");
}

TEST_CASE("18 significant digits are read and no more") {
  CHECK(read("123456789012345678") == "123456789012345678/10^0");
  CHECK(read("999999999999999999") == "999999999999999999/10^0");
  CHECK(read("0.123456789012345678") == "123456789012345678/10^18");
  CHECK(read("1234567890123456789") == "too large");
  CHECK(read_decimal("0.1234567890123456789").scale >= 100000);  // exact, and finer than anything printed
  CHECK(read("1000000000000000001") == "too large");
  CHECK(read("1000000000000000000") == "1000000000000000000/10^0");
  CHECK(read("00000000000000000000000000000000001") == "1/10^0");
}

TEST_CASE("what does not fit in 63 bits is too large") {
  CHECK(read("9e18") == "9000000000000000000/10^0");
  CHECK(read("1e19") == "too large");
  CHECK(read("10000000000000000000") == "too large");
  CHECK(read("1e300") == "too large");
  CHECK(read("1e400") == "too large");
  CHECK(read("1e99999999999999999999") == "too large");
}

TEST_CASE("an exponent out of all proportion is read without counting on and on") {
  CHECK(read("0e99999999999999999999") == "0/10^0");
  CHECK(read_decimal("1e-99999999999999999999").problem == Decimal::Problem::kNone);
  CHECK(read_decimal("1e-99999999999999999999").scale >= 100000);
}

TEST_CASE("what is no number is malformed") {
  for (const char* text : {"",    "-",     "+1",    "--1",   ".5", "5.", "-.5",  "e5",  "1e",       "1e+",
                           "1e-", "1e1.5", "1.2.3", "1,000", " 1", "1 ", "0x10", "NaN", "Infinity", "一"}) {
    CAPTURE(text);
    CHECK(read(text) == "malformed");
  }
}

TEST_CASE("scaling up says when nothing fits any more") {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  std::int64_t product = 0;
  CHECK((scale_up(5, 0, product) && product == 5));
  CHECK((scale_up(5, 3, product) && product == 5000));
  CHECK((scale_up(1, 18, product) && product == 1'000'000'000'000'000'000));
  CHECK((scale_up(kMost, 0, product) && product == kMost));
  CHECK((scale_up(0, 1'000'000'000, product) && product == 0));
  CHECK_FALSE(scale_up(1, 19, product));
  CHECK_FALSE(scale_up(kMost, 1, product));
  CHECK_FALSE(scale_up(922'337'203'685'477'581, 1, product));
  CHECK((scale_up(922'337'203'685'477'580, 1, product) && product == 9'223'372'036'854'775'800));
}

}  // namespace
}  // namespace aidcheck::test
