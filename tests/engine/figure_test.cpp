#include "pack/figure.h"

#include <catch2/catch.hpp>
#include <string>

namespace aidcheck::test {
namespace {

// `amount 30000000` in fen, `rate 17/20`, `points 1/20`, or `none`.
std::string read(std::string_view printed) {
  Figure figure;
  if (!read_figure(printed, figure)) return "none";
  CHECK(figure.printed == printed);
  const std::string rate =
      std::to_string(figure.rate.numerator) + '/' + std::to_string(figure.rate.denominator);
  switch (figure.unit) {
    case Unit::kAmount:
      return "amount " + std::to_string(figure.amount);
    case Unit::kRate:
      return "rate " + rate;
    case Unit::kPoints:
      return "points " + rate;
  }
  return "none";
}

TEST_CASE("an amount is read as it is printed") {
  CHECK(read("6000元") == "amount 600000");
  CHECK(read("30万元") == "amount 30000000");
  CHECK(read("1万元") == "amount 1000000");
  CHECK(read("1.5万元") == "amount 1500000");
  CHECK(read("7,188.25元") == "amount 718825");
  CHECK(read("2亿元") == "amount 20000000000");
  CHECK(read("0.01元") == "amount 1");
  CHECK(read("0元") == "amount 0");
  CHECK(read("0.10元") == "amount 10");
  CHECK(read("1,000,000元") == "amount 100000000");
  CHECK(read("1.234567万元") == "amount 1234567");  // 12,345.67 yuan
  CHECK(read("0.0000000001亿元") == "amount 1");
}

TEST_CASE("a rate is read exactly and in lowest terms") {
  CHECK(read("85%") == "rate 17/20");
  CHECK(read("62.5%") == "rate 5/8");
  CHECK(read("100%") == "rate 1/1");
  CHECK(read("0%") == "rate 0/1");
  CHECK(read("60％") == "rate 3/5");
  CHECK(read("33.33%") == "rate 3333/10000");
  CHECK(read("0.5%") == "rate 1/200");
  CHECK(read("99.999999%") == "rate 99999999/100000000");
}

TEST_CASE("percentage points are no rate") {
  CHECK(read("5个百分点") == "points 1/20");
  CHECK(read("2.5个百分点") == "points 1/40");
}

TEST_CASE("the largest amount is 100 billion yuan") {
  CHECK(read("1000亿元") == "amount 10000000000000");
  CHECK(read("100000000000元") == "amount 10000000000000");
  CHECK(read("100000000000.01元") == "none");
  CHECK(read("1001亿元") == "none");
  CHECK(read("99999999999999999999元") == "none");
}

TEST_CASE("what is no figure is not read") {
  for (const char* printed :
       {"",         "30",      "30.5",          "元",      "万元",    "%",     "个百分点",
        "85元%",    "85%元",   "30万",          "30万",    "-1元",    "-5%",   "101%",
        "100.01%",  "0.001元", "1.2345678万元", "1e3元",   "1E3元",   "abc元", "三十万元",
        "30 万元x", "1.2.3元", "¥30",           "30元/年", "5百分点", ".5元",  "0.0000001%"}) {
    CAPTURE(printed);
    CHECK(read(printed) == "none");
  }
}

TEST_CASE("a point without decimals is no figure") {
  CHECK(read("5.元") == "none");
  CHECK(read("85.%") == "none");
}

TEST_CASE("commas stand between thousands or nowhere") {
  CHECK(read("1,23元") == "none");
  CHECK(read(",1元") == "none");
  CHECK(read("1,元") == "none");
  CHECK(read("1,,000元") == "none");
  CHECK(read("0.1,0元") == "none");
}

}  // namespace
}  // namespace aidcheck::test
