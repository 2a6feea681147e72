#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

// A pool that the first visit to settle takes whole: who gets it shows the order.
const char* const kPack =
    R"("pools": {"one": {"label": $word, "limit": "10元", "per": "year", "cite": "law#1"}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "100%"}], "draws_on": "one"}])";

std::string care(std::string_view id, std::string_view from, std::string_view until = "") {
  std::string members =
      R"("id": ")" + std::string(id) + R"(", "kind": "inpatient", "from": ")" + std::string(from) + '"';
  if (!until.empty()) members += R"(, "until": ")" + std::string(until) + '"';
  return visit(members, "10");
}

// The ids in the order in which the visits were settled; the first is the one that was paid.
std::string order(const std::string& visits) {
  static const Tiny tiny(kPack);
  const Answer answer = tiny.settle(case_of(visits));
  INFO(answer.json());
  REQUIRE(answer.ok());
  std::string ids;
  for (const json::Value& settled : answer.find("/visits")->items) {
    const std::string id = settled.find("id")->text;
    CHECK(answer.pays("aid", id) == (ids.empty() ? "10" : "0"));
    ids += id;
  }
  return ids;
}

TEST_CASE("visits settle by their last day") {
  CHECK(order(care("a", "2024-03-01", "2024-03-20") + ',' + care("b", "2024-03-10", "2024-03-12")) == "ba");
  CHECK(order(care("a", "2024-03-01") + ',' + care("b", "2024-02-29")) == "ba");
  CHECK(order(care("a", "2024-12-31") + ',' + care("b", "2024-01-01") + ',' + care("c", "2024-06-30")) ==
        "bca");
}

TEST_CASE("visits that end on one day settle by their first day") {
  CHECK(order(care("a", "2024-03-10", "2024-03-20") + ',' + care("b", "2024-03-09", "2024-03-20")) == "ba");
  CHECK(order(care("a", "2024-03-20") + ',' + care("b", "2023-12-30", "2024-03-20")) == "ba");
}

TEST_CASE("visits of the same days settle as they were given") {
  CHECK(order(care("a", "2024-03-10") + ',' + care("b", "2024-03-10") + ',' + care("c", "2024-03-10")) ==
        "abc");
  CHECK(order(care("c", "2024-03-10") + ',' + care("b", "2024-03-10") + ',' + care("a", "2024-03-10")) ==
        "cba");
  CHECK(order(care("b", "2024-03-10", "2024-03-11") + ',' + care("a", "2024-03-10", "2024-03-11")) == "ba");
}

TEST_CASE("a hundred visits of the same days settle as they were given") {
  std::string visits;
  std::string expected;
  for (int i = 0; i < 100; ++i) {
    const std::string id = '[' + std::to_string(i) + ']';
    visits += (i == 0 ? "" : ",") + care(id, "2024-03-10", "2024-03-12");
    expected += id;
  }
  CHECK(order(visits) == expected);
}

TEST_CASE("the day before the epoch sorts before the day after it") {
  // The stays began long ago: the order is by their first day.
  CHECK(order(care("a", "1970-01-02", "2024-03-20") + ',' + care("b", "1969-12-31", "2024-03-20")) == "ba");
}

TEST_CASE("a hundred visits settle in order too") {
  std::string visits;
  std::string expected;
  for (int i = 0; i < 100; ++i) {
    // 37 and 100 have no common divisor: every day of the first hundred is there once, in a wild order
    const int day = i * 37 % 100;
    const int month = day / 28 + 1;
    const std::string date =
        "2024-0" + std::to_string(month) + (day % 28 < 9 ? "-0" : "-") + std::to_string(day % 28 + 1);
    visits += (i == 0 ? "" : ",") + care('[' + std::to_string(day) + ']', date);
    expected += '[' + std::to_string(i) + ']';
  }
  CHECK(order(visits) == expected);
}

}  // namespace
}  // namespace aidcheck::test
