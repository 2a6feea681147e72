#include "base/day.h"

#include <catch2/catch.hpp>
#include <string>

namespace aidcheck::test {
namespace {

TEST_CASE("a day is read and written as YYYY-MM-DD") {
  CHECK(day_number(parse_day("1970-01-01").value()) == 0);
  CHECK(day_number(parse_day("1969-12-31").value()) == -1);
  CHECK(day_number(parse_day("2000-01-01").value()) == 10'957);  // 30 years with 7 leap days
  CHECK(format_day(parse_day("2024-03-01").value()) == "2024-03-01");
  CHECK(format_day(parse_day("0999-10-09").value()) == "0999-10-09");
  CHECK(year_of(parse_day("2024-12-31").value()) == 2024);
  CHECK(year_of(parse_day("2025-01-01").value()) == 2025);
}

TEST_CASE("every day of a leap year and its neighbours comes back as it was written") {
  const Day first = parse_day("2023-01-01").value();
  const Day last = parse_day("2025-12-31").value();
  CHECK((last - first).count() == 365 + 366 + 365 - 1);
  std::string before;
  for (Day day = first; day <= last; day += std::chrono::days(1)) {
    const std::string text = format_day(day);
    CHECK(before < text);
    CHECK(parse_day(text) == day);
    before = text;
  }
}

TEST_CASE("29 February exists in leap years alone") {
  CHECK(parse_day("2024-02-29"));
  CHECK(parse_day("2000-02-29"));
  CHECK_FALSE(parse_day("2023-02-29"));
  CHECK_FALSE(parse_day("2100-02-29"));
  CHECK_FALSE(parse_day("1900-02-29"));
  CHECK_FALSE(parse_day("2024-02-30"));
}

TEST_CASE("what is no day is not read") {
  for (const char* text :
       {"",           "2024",       "2024-13-01",  "2024-00-10", "2024-01-00",       "2024-01-32",
        "2024-04-31", "2024-06-31", "2024-09-31",  "2024-11-31", "2024-1-1",         "2024-01-1",
        "20240101",   "2024/01/01", "2024-01-01 ", " 2024-01-1", "2024-01-01T00:00", "-024-01-01",
        "+024-01-01", "202a-01-01", "2024-0b-01",  "2024-01-0c", "2024.01.01",       "2024年1月1日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day(text));
  }
}

TEST_CASE("the last day of a month") {
  const auto last = [](const char* day) { return format_day(last_day_of_month(parse_day(day).value())); };
  CHECK(last("2024-01-31") == "2024-01-31");
  CHECK(last("2024-02-01") == "2024-02-29");
  CHECK(last("2024-02-29") == "2024-02-29");
  CHECK(last("2023-02-14") == "2023-02-28");
  CHECK(last("2000-02-14") == "2000-02-29");
  CHECK(last("2024-04-01") == "2024-04-30");
  CHECK(last("2024-12-01") == "2024-12-31");
}

}  // namespace
}  // namespace aidcheck::test
