#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::StartsWith;

const char* const kPack = R"(
  "pools": {"outpatient": {"label": $word, "limit": "100元", "per": "year", "cite": "law#1"},
            "each": {"label": $word, "limit": "80元", "per": "visit", "cite": "law#1"}},
  "layers": [
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "50%"}], "draws_on": ["outpatient", "each"]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["aid"]}, "deductible": "50元",
     "pays": [{"rate": "60%"}]}])";

Answer settle(std::string_view before) {
  static const Tiny tiny(kPack);
  return tiny.settle(case_of(R"("identities": ["subsistence"])", stay("2024-03-01", "100"), before));
}

TEST_CASE("a year starts empty") {
  const Answer answer = settle("");
  CHECK(answer.pays("aid") == "50");
  CHECK(answer.pays("top_up") == "0");
  CHECK(answer.at("/after/pools/outpatient") == "50");
  CHECK(answer.at("/after/cumulative/top_up") == "50");
}

TEST_CASE("a year may start with what pools have paid") {
  const auto starting_with = [](const char* drawn) {
    return settle(std::string(R"("before": {"pools": {"outpatient": )") + drawn + "}}");
  };
  CHECK(starting_with("0").pays("aid") == "50");
  CHECK(starting_with("50").pays("aid") == "50");
  CHECK(starting_with("50.01").pays("aid") == "49.99");
  CHECK(starting_with("100").pays("aid") == "0");
  const Answer over = starting_with("120.5");
  CHECK(over.pays("aid") == "0");
  CHECK(over.at("/after/pools/outpatient") == "120.5");
  CHECK(over.at("/pools/outpatient/before") == "120.5");
  CHECK(over.at("/pools/outpatient/drawn") == "0");
  CHECK(over.at("/pools/outpatient/left") == "0");
}

TEST_CASE("a year may start with what a cumulative layer has counted") {
  const Answer answer = settle(R"("before": {"pools": {}, "cumulative": {"top_up": 20}})");
  CHECK(answer.pays("top_up") == "12");  // 60% of 20 + 50 - 50
  CHECK(answer.at("/after/cumulative/top_up") == "70");
}

TEST_CASE("what stands before may be known by its bounds or not at all") {
  const Answer drawn = settle(R"("before": {"pools": {"outpatient": {"min": 60, "max": 80}}})");
  CHECK(unknown_in(drawn) == "/before/pools/outpatient");
  CHECK(drawn.pays("aid") == "20 to 40");
  CHECK(drawn.pays("top_up") == "6 to 18");  // 60% of what 60 to 80 have above 50
  CHECK(drawn.at("/pools/outpatient/before") == "60 to 80");
  CHECK(drawn.at("/after/pools/outpatient") == "100");  // 60 + 40 or 80 + 20
  // As `after` may have it.
  CHECK(
      settle(R"("before": {"pools": {"outpatient": {"min": 60, "max": 80, "tight": false}}})").pays("aid") ==
      "20 to 40");
  const Answer nobody_knows = settle(R"("before": {"pools": {"outpatient": null}})");
  CHECK(unknown_in(nobody_knows) == "/before/pools/outpatient");
  CHECK(nobody_knows.pays("aid") == "0 to 50");
  const Answer counted = settle(R"("before": {"cumulative": {"top_up": null}})");
  CHECK(unknown_in(counted) == "/before/cumulative/top_up");
  CHECK(counted.pays("aid") == "50");
  CHECK(counted.pays("top_up") == "0 to 30");  // none, part or all of the 50 lies above 50
}

TEST_CASE("what stands before must be amounts") {
  CHECK(error_in(settle(R"("before": [])")) == "bad_case type.wrong /before");
  CHECK(error_in(settle(R"("before": {"pool": {}})")) ==
        "bad_case field.unknown /before/pool (nearest: pools)");
  CHECK(error_in(settle(R"("before": {"pools": []})")) == "bad_case type.wrong /before/pools");
  CHECK(error_in(settle(R"("before": {"pools": {"outpatients": 1}})")) ==
        "bad_case field.unknown /before/pools/outpatients (nearest: outpatient)");
  CHECK(error_in(settle(R"("before": {"pools": {"outpatient": -1}})")) ==
        "bad_case amount.negative /before/pools/outpatient");
  CHECK(error_in(settle(R"("before": {"pools": {"outpatient": "1元"}})")) ==
        "bad_case type.wrong /before/pools/outpatient");
  CHECK(error_in(settle(R"("before": {"cumulative": {"topup": 1}})")) ==
        "bad_case field.unknown /before/cumulative/topup (nearest: top_up)");
  CHECK(error_in(settle(R"("before": {"cumulative": {"aid": 1}})")) ==
        "bad_case field.unknown /before/cumulative/aid (nearest: top_up)");
  CHECK(error_in(settle(R"("before": {"cumulative": {"top_up": 0.001}})")) ==
        "bad_case amount.more_than_two_decimals /before/cumulative/top_up");
  CHECK_THAT(error_in(settle(R"("before": {"pools": {"a/b": 1}})")),
             StartsWith("bad_case field.unknown /before/pools/a~1b"));
}

TEST_CASE("a pool per visit has nothing before") {
  CHECK(error_in(settle(R"("before": {"pools": {"each": 10}})")) ==
        "bad_case field.unknown /before/pools/each (nearest: outpatient)");
}

}  // namespace
}  // namespace aidcheck::test
