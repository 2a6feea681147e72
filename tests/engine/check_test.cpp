#include "check.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using namespace std::chrono_literals;
constexpr Day kToday = std::chrono::sys_days(2026y / 11 / 22);

// "code at" of each finding whose code starts so, one a line.
std::string found(const std::string& pack_json, std::string_view codes) {
  const std::vector<Checked> checked = check_packs({pack_json}, kToday);
  REQUIRE(checked.front().errors.empty());
  std::string told;
  for (const Finding& finding : checked.front().findings) {
    if (finding.code.starts_with(codes)) told += std::string(finding.code) + ' ' + finding.at + '\n';
  }
  return told;
}

// The layer `aid` alone, which pays by these rows.
std::string paying(std::string_view rows) {
  return pack_with(R"("layers": [)" + aid_layer(R"("pays": )" + std::string(rows)) + ']');
}

std::string limited(std::string_view deductible) {
  return pack_with(
      R"("layers": [)" +
      aid_layer(R"("deductible": )" + std::string(deductible) + R"(, "pays": [{"rate": "50%"}])") + ']');
}

TEST_CASE("a narrower row before a wider one is no overlap") {
  CHECK(
      found(paying(R"([{"when": {"category": "orphan"}, "rate": "90%"}, {"rate": "70%"}])"), "row").empty());
  CHECK(found(paying(R"([{"when": {"category": "orphan", "kind": "inpatient"}, "rate": "90%"},
                         {"when": {"category": "orphan"}, "rate": "80%"}, {"rate": "70%"}])"),
              "row")
            .empty());
}

TEST_CASE("a choice that two rows list is an overlap, even where one list lies in the other") {
  CHECK(found(paying(R"([{"when": {"category": "orphan"}, "rate": "90%"},
                         {"when": {"category": ["orphan", "subsistence"]}, "rate": "80%"}, {"rate": "70%"}])"),
              "row") == "rows.overlap /layers/0/pays/1\n");
  CHECK(found(paying(R"([{"when": {"category": "orphan"}, "rate": "90%"},
                         {"when": {"category": ["orphan", "subsistence"]}, "rate": "90%"}, {"rate": "70%"}])"),
              "row")
            .empty());
}

TEST_CASE("a row never matches where others take all of it together") {
  CHECK(
      found(
          paying(
              R"([{"when": {"category": "orphan"}, "rate": "90%"}, {"when": {"category": {"not": "orphan"}}, "rate": "80%"},
                         {"rate": "70%"}])"),
          "row") == "row.never_matches /layers/0/pays/2\n");
}

TEST_CASE("a row never matches where its layer does not pay") {
  const std::string pack = pack_with(
      R"("layers": [)" +
      aid_layer(
          R"("when": {"kind": "inpatient"}, "pays": [{"when": {"kind": "chronic"}, "rate": "90%"}, {"rate": "70%"}])") +
      ']');
  CHECK(found(pack, "row") == "row.never_matches /layers/0/pays/0\n");
}

TEST_CASE("a condition that cannot hold never matches, wherever it stands") {
  const std::string age = R"("facts": {"age": {"of": "person", "type": "whole_number", "label": $word,
                                               "question": $word}},)";
  const auto layers = [](std::string_view condition) {
    return R"("layers": [)" +
           aid_layer(R"("when": )" + std::string(condition) + R"(, "pays": [{"rate": "70%"}])") + ']';
  };
  CHECK(found(pack_with(age + layers(R"({"age": {"at_least": 60, "below": 18}})")), "row") ==
        "row.never_matches /layers/0/when\n");
  CHECK(found(pack_with(age + layers(R"([{"age": {"at_least": 60}}, {"age": {"at_least": 70}}])")), "row") ==
        "row.never_matches /layers/0/when/1\n");
}

TEST_CASE("rows that must cover every case leave a gap at once") {
  const std::string rows = R"([{"when": {"kind": "inpatient"}, "rate": "70%"}])";
  CHECK(found(paying(rows), "rows") == "rows.gap /layers/0/pays\n");
  const std::string pack =
      pack_with(R"("layers": [)" + aid_layer(R"("when": {"kind": "inpatient"}, "pays": )" + rows) + ']');
  CHECK(found(pack, "rows").empty());
}

TEST_CASE("rows that may leave cases out have a gap where they miss one of several") {
  CHECK(found(limited(R"([{"when": {"kind": "inpatient"}, "amount": "100元"}])"), "rows").empty());
  CHECK(found(limited(R"([{"when": {"hospital": "primary"}, "amount": "100元"},
                          {"when": {"hospital": "secondary"}, "amount": "200元"}])"),
              "rows") == "rows.gap /layers/0/deductible\n");
  CHECK(found(limited(R"([{"when": {"kind": "inpatient", "hospital": "primary"}, "amount": "100元"},
                          {"when": {"kind": "inpatient", "hospital": {"not": "primary"}}, "amount": "200元"}])"),
              "rows")
            .empty());
}

TEST_CASE("a table's rows are looked at where the layers that use it pay") {
  const auto pack = [](std::string_view members) {
    return pack_with(
        R"("tables": {"rates": {"rows": [{"when": {"kind": "inpatient"}, "rate": "70%", "cite": "law#1"}]}},
                        "layers": [)" +
        aid_layer(std::string(members) + R"("pays": {"table": "rates"})") + ']');
  };
  CHECK(found(pack(R"("when": {"kind": "inpatient"}, )"), "row").empty());
  CHECK(found(pack(""), "row") == "rows.gap /tables/rates/rows\n");
  CHECK(found(pack(R"("when": {"kind": "chronic"}, )"), "row") ==
        "row.never_matches /tables/rates/rows/0\nrows.gap /tables/rates/rows\n");
}

TEST_CASE("a pool is used by its own name only, and by pools inside it") {
  const auto pack = [](std::string_view pool) {
    return pack_with(
        R"("pools": {"inpatient": {"label": $word, "limit": "10万元", "per": "year", "cite": "law#1"},
                                  "small": {"label": $word, "limit": "1万元", "per": "year", "cite": "law#1")" +
        std::string(pool) + R"(}}, "layers": [)" +
        aid_layer(R"("pays": [{"when": {"kind": "inpatient"}, "rate": "70%"}, {"rate": "60%"}],
                                  "draws_on": "small")") +
        ']');
  };
  CHECK(found(pack(""), "unused.pool") == "unused.pool /pools/inpatient\n");
  CHECK(found(pack(R"(, "inside": "inpatient")"), "unused.pool").empty());
  const std::string idle =
      changed(pack(R"(, "inside": "inpatient")"), R"("draws_on": "small")", R"("cite": "law#1")");
  CHECK(found(changed(idle, R"("cite": "law#1", "base")", R"("base")"), "unused.pool") ==
        "unused.pool /pools/inpatient\nunused.pool /pools/small\n");
}

TEST_CASE("a derived fact and an amount that a share is taken of are used") {
  const std::string pack = pack_with(
      R"("facts": {"income": {"of": "person", "type": "amount", "label": $word, "question": $word},
                   "bill": {"of": "visit", "type": "amount", "label": $word, "adds_up": {"of": ["scope"]}},
                   "idle": {"of": "visit", "type": "amount", "label": $word, "adds_up": {"of": ["scope"]}}},
         "layers": [)" +
      aid_layer(R"("deductible": {"of": "income", "share": "10%"},
                   "pays": [{"when": {"bill": {"above": "1万元"}}, "rate": "70%"}, {"rate": "70%"}])") +
      ']');
  CHECK(found(pack, "unused.fact") == "unused.fact /facts/idle\n");
}

std::string version(std::string_view in_force, std::string_view members = {}) {
  return changed(
      pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "70%"}])") + ']' + std::string(members)),
      R"({"from": "2023-01-01"})", in_force);
}

std::string of_versions(const std::vector<std::string>& packs) {
  std::string told;
  const std::vector<Checked> all = check_packs(packs, kToday);
  for (std::size_t i = 0; i < all.size(); ++i) {
    REQUIRE(all[i].errors.empty());
    for (const Finding& finding : all[i].findings) {
      if (finding.code.starts_with("versions."))
        told += std::to_string(i) + ' ' + std::string(finding.code) + ' ' +
                finding.counterexample.front().second + '\n';
    }
  }
  return told;
}

TEST_CASE("what can be done must be told apart by some rule that pays") {
  const auto findings = [](const std::string& layer, const std::string& actions, std::string_view more = "") {
    const std::string action =
        R"({"id": "a", "label": $word, "text": $word, "cite": "law#1", )" + actions + '}';
    return found(pack_with(std::string(more) + R"("layers": [)" + aid_layer(layer) + R"(], "actions": [)" +
                           action + ']'),
                 "action");
  };
  const std::string pays = R"("except": [{"id": "far", "when": {"where": "outside"}, "text": $word}],
    "pays": [{"when": {"category": ["subsistence", "none"]}, "rate": "50%"}, {"rate": "80%"}])";
  CHECK(findings(pays, R"("set": {"where": "city"})").empty());
  CHECK(findings(pays, R"("when": {"where": ["province", "county"]}, "set": {"where": "city"})") ==
        "action.changes_nothing /actions/0/set/where\n");
  CHECK(findings(pays, R"("set": {"where": "city", "hospital": "primary"})") ==
        "action.changes_nothing /actions/0/set/hospital\n");
  CHECK(findings(pays, R"("apply_for": ["orphan", "subsistence"])") ==
        "action.changes_nothing /actions/0/apply_for/1\n");
  // Words alone tell no money apart; who is assisted at all does.
  const std::string told =
      R"("notices": [{"id": "n", "when": {"hospital": "primary"}, "label": $word, "text": $word}],)";
  CHECK(findings(pays, R"("set": {"hospital": "primary"})", told) ==
        "action.changes_nothing /actions/0/set/hospital\n");
  const std::string counts =
      R"("identity_counts": {"when": {"insurance": ["resident", "employee"]}, "otherwise": $word},)";
  CHECK(findings(pays, R"("set": {"insurance": "resident"})", counts).empty());
  CHECK(findings(pays, R"("settle_by": "year_end")") == "action.changes_nothing /actions/0/settle_by\n");
  CHECK(findings(pays + R"(, "over": "year")", R"("settle_by": "year_end")").empty());
}

TEST_CASE("versions of a place follow each other day by day, in whatever order they are given") {
  const std::string second = version(R"({"from": "2024-01-01"})");
  CHECK(of_versions({second, version(R"({"from": "2023-01-01", "until": "2023-12-31"})")}).empty());
  CHECK(of_versions({second, version(R"({"from": "2023-01-01"})")}) == "1 versions.overlap \"2024-01-01\"\n");
  CHECK(of_versions({second, version(R"({"from": "2023-01-01", "until": "2023-12-29"})")}) ==
        "1 versions.gap \"2023-12-30\"\n");
  CHECK(of_versions({second, second}) == "0 versions.overlap \"2024-01-01\"\n");
}

TEST_CASE("a version may be expected not to fit, which shows only beside the others") {
  const std::string first =
      version(R"({"from": "2023-01-01", "until": "2023-06-30"})", R"(, "expected_findings":
      [{"code": "versions.gap", "at": "/in_force/until", "reason": $word}])");
  CHECK(found(first, "expected").empty());
  CHECK(of_versions({first, version(R"({"from": "2024-01-01"})")}).empty());
  CHECK(check_packs({first, version(R"({"from": "2023-07-01"})")}, kToday).front().findings.back().code ==
        "expected.stale");
}

TEST_CASE("a list of expected findings is read as strictly as the rest") {
  const auto errors = [](std::string_view entry) {
    std::string told;
    const auto pack = version(R"({"from": "2023-01-01"})", R"(, "expected_findings": )" + std::string(entry));
    const std::vector<Checked> checked = check_packs({pack}, kToday);
    for (const Error& error : checked.front().errors)
      told += std::string(error.code) + ' ' + error.at + ' ' + error.nearest + '\n';
    return told;
  };
  CHECK(errors(R"([{"code": "unused.pools", "at": "/pools", "reason": $word}])") ==
        "choice.unknown /expected_findings/0/code unused.pool\n");
  CHECK(errors(R"([{"code": "unused.pool", "at": 1}])") ==
        "field.missing /expected_findings/0/reason \ntype.wrong /expected_findings/0/at \n");
  CHECK(errors(R"({})") == "type.wrong /expected_findings \n");
}

TEST_CASE("a cliff is told at the last cost before it") {
  const std::string pack = pack_with(
      R"("facts": {"bill": {"of": "visit", "type": "amount", "label": $word, "adds_up": {"of": ["scope"]}}},
         "layers": [)" +
      aid_layer(
          R"("pays": [{"when": {"bill": {"at_least": "12345.67元"}}, "rate": "50%"}, {"rate": "60%"}])") +
      ']');
  const std::vector<Checked> checked = check_packs({pack}, kToday);
  Finding cliff;
  for (const Finding& finding : checked.front().findings) {
    if (finding.code == "cliff.cost") cliff = finding;
  }
  CHECK(cliff.at == "/layers/0");
  CHECK(cliff.amount == 1'234'566);
  // 12,345.66 × 40% = 4,938.26; 12,346.66 × 50% = 6,173.33
  CHECK_THAT(cliff.message.en,
             Catch::Contains("12,345.66") && Catch::Contains("4,938.26") && Catch::Contains("6,173.33"));
}

}  // namespace
}  // namespace aidcheck::test
