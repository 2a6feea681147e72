#include "printed.h"

#include <catch2/catch.hpp>
#include <string>

namespace aidcheck::test {
namespace {

std::string up(std::string_view text) { return next_figure(text, 1).value_or("none"); }
std::string down(std::string_view text) { return next_figure(text, -1).value_or("none"); }

TEST_CASE("a figure's next has its last printed digit one higher") {
  CHECK(up("30万元") == "31万元");
  CHECK(up("1.5万元") == "1.6万元");
  CHECK(up("1.50万元") == "1.51万元");
  CHECK(up("1.99万元") == "2.00万元");
  CHECK(up("62.5%") == "62.6%");
  CHECK(up("85％") == "86％");
  CHECK(up("5个百分点") == "6个百分点");
  CHECK(up("9亿元") == "10亿元");
  CHECK(up("999元") == "1000元");
  CHECK(up("9,999元") == "10,000元");
  CHECK(up("999,999.99元") == "1,000,000.00元");
  CHECK(up("不低于70%") == "不低于71%");
  CHECK(up("10%左右") == "11%左右");
}

TEST_CASE("the one before has it one lower, and nothing lies below zero") {
  CHECK(down("30万元") == "29万元");
  CHECK(down("10%") == "9%");
  CHECK(down("1.00万元") == "0.99万元");
  CHECK(down("0.05元") == "0.04元");
  CHECK(down("10,000元") == "9,999元");
  CHECK(down("约10%") == "约9%");
  CHECK(down("0元") == "none");
  CHECK(down("0.00元") == "none");
}

TEST_CASE("what is no figure has no next") {
  CHECK(up("") == "none");
  CHECK(up("元") == "none");
  CHECK(up("30") == "none");
  CHECK(up("inpatient") == "none");
  CHECK(up("1.5.5元") == "none");
  CHECK(up("第3档元") == "none");
  CHECK(up("99999999999999999999元") == "none");
}

TEST_CASE("bare numbers and days have a next too") {
  CHECK(next_number("18", 1) == "19");
  CHECK(next_number("0", -1) == std::nullopt);
  CHECK(next_number("-1", 1) == std::nullopt);
  CHECK(next_day("2024-02-28", 1) == "2024-02-29");
  CHECK(next_day("2023-01-01", -1) == "2022-12-31");
  CHECK(next_day("2023-13-01", 1) == std::nullopt);
  CHECK(next_day("30万元", 1) == std::nullopt);
}

}  // namespace
}  // namespace aidcheck::test
