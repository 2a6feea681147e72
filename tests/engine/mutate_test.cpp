#include "mutate.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "json/read.h"
#include "mutations.h"
#include "tiny.h"
#include "write_json.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

// What is changed in a tree, one change a line: where, how, from what to what.
std::string changes(std::string_view json) {
  auto tree = json::read(json, Fault::kPack);
  REQUIRE(tree.ok());
  const std::string before = write_json(tree.value());
  std::string told;
  each_mutation(tree.value(), [&](const Mutation& mutation) {
    CHECK(write_json(tree.value()) != before);
    told += mutation.at + " " + mutation.change + " " + write_json(*mutation.was) + " " +
            (mutation.now == nullptr ? "-" : write_json(*mutation.now)) + '\n';
  });
  CHECK(write_json(tree.value()) == before);
  return told;
}

TEST_CASE("figures, dates and numbers are changed by one of their last digit, up and down") {
  CHECK(changes(R"({"pools": {"name": {"limit": "30万元", "label": {"zh-Hans": "30万元", "en": "x"}}}})") ==
        "/pools/name/limit +1 \"30万元\" \"31万元\"\n/pools/name/limit -1 \"30万元\" \"29万元\"\n");
  CHECK(changes(R"({"in_force": {"from": "2024-03-01"}})") ==
        "/in_force/from +1 day \"2024-03-01\" \"2024-03-02\"\n/in_force/from -1 day \"2024-03-01\" "
        "\"2024-02-29\"\n");
  CHECK(changes(R"({"facts": {"income": {"by_year": {"2024": "28753元"}}}})") ==
        "/facts/income/by_year/2024 +1 \"28753元\" \"28754元\"\n/facts/income/by_year/2024 -1 \"28753元\" "
        "\"28752元\"\n");
  CHECK(changes(R"({"a": {"of": "x", "share": "10%"}})") ==
        "/a/of drop \"x\" -\n/a/share +1 \"10%\" \"11%\"\n/a/share -1 \"10%\" \"9%\"\n");
  CHECK(changes(R"({"months": 12})") == "/months +1 12 13\n/months -1 12 11\n");
}

TEST_CASE("what only tells is left alone") {
  CHECK(changes(R"({"$schema": "x", "schema": 1, "place": "320200", "name": {"zh-Hans": "1元", "en": "1"},
    "version": "1", "sources": {"law": {"issued": "2022-12-26", "articles": {"1": {"text": "85%"}}}},
    "checked": [{"on": "2024-01-01"}], "review_by": "2025-01-01", "expected_findings": [{"at": "/x"}],
    "equivalent_mutations": [{"at": "/x", "change": "drop"}]})")
            .empty());
}

TEST_CASE("rows are dropped, and swapped where the order can matter") {
  CHECK(changes(R"({"rows": [{"rate": "1"}, {"rate": "2"}]})") ==
        "/rows/0 drop {\"rate\":\"1\"} -\n/rows/0 swap with next {\"rate\":\"1\"} {\"rate\":\"2\"}\n"
        "/rows/0/rate drop \"1\" -\n/rows/1 drop {\"rate\":\"2\"} -\n/rows/1/rate drop \"2\" -\n");
  const auto swaps = [](const std::string& rows) {
    return changes("{\"rows\":[" + rows + "]}").find("swap") != std::string::npos;
  };
  CHECK(swaps(R"({"when": {"kind": "a"}}, {"when": {"where": "b"}})"));
  CHECK(swaps(R"({"when": {"kind": ["a", "b"]}}, {"when": {"kind": ["b", "c"]}})"));
  CHECK_FALSE(swaps(R"({"when": {"kind": "a"}}, {"when": {"kind": "b"}})"));
  CHECK_FALSE(swaps(R"({"when": {"kind": "a"}}, {"when": {"kind": {"not": ["a", "b"]}}})"));
  CHECK(swaps(R"({"when": {"kind": "c"}}, {"when": {"kind": {"not": ["a", "b"]}}})"));
  CHECK_FALSE(swaps(R"({"when": {"yes": true}}, {"when": {"yes": false}})"));
  CHECK_FALSE(swaps(R"({"when": {"age": {"at_least": 60}}}, {"when": {"age": {"below": 60}}})"));
  CHECK(swaps(R"({"when": {"age": {"at_least": 60}}}, {"when": {"age": {"at_most": 60}}})"));
  CHECK(swaps(R"({"when": {"age": {"at_most": 60}}}, {"when": {"age": {"at_least": 60}}})"));
  CHECK_FALSE(swaps(R"({"when": {"cost": {"below": "1万元"}}}, {"when": {"cost": {"at_least": "1万元"}}})"));
  CHECK_FALSE(
      swaps(R"({"when": {"cost": {"at_most": "9000元"}}}, {"when": {"cost": {"at_least": "1万元"}}})"));
  CHECK_FALSE(swaps(R"({"when": {"age": {"above": 60}}}, {"when": {"age": {"at_most": 60}}})"));
  CHECK(changes(R"({"notices": [{"when": {}}, {"when": {}}]})").find("swap") == std::string::npos);
}

TEST_CASE("what an action sets is changed to every other answer, and each of several facts is dropped") {
  CHECK(changes(R"({"actions": [{"id": "a", "text": "x", "set": {"insurance": "resident"}}]})") ==
        "/actions/0 drop {\"id\":\"a\",\"text\":\"x\",\"set\":{\"insurance\":\"resident\"}} -\n"
        "/actions/0/set/insurance to employee \"resident\" \"employee\"\n"
        "/actions/0/set/insurance to none \"resident\" \"none\"\n");
  const std::string two = changes(R"({"kinds": {"home": {}},
    "facts": {"filed": {"type": "yes_no"}, "grade": {"choices": {"one": {}, "two": {}}}},
    "actions": [{"set": {"filed": true, "grade": "one", "kind": "home"}}]})");
  CHECK_THAT(two, Contains("/actions/0/set/filed drop"));
  CHECK_THAT(two, Contains("/actions/0/set/filed to false"));
  CHECK_THAT(two, Contains("/actions/0/set/grade to two \"one\" \"two\""));
  CHECK_THAT(two, Contains("/actions/0/set/kind to inpatient"));
  CHECK_THAT(two, !Contains("/actions/0/set/kind to home"));
  const std::string apply =
      changes(R"({"actions": [{"apply_for": ["orphan", "subsistence"]}, {"settle_by": "year_end"}]})");
  CHECK_THAT(apply, Contains("/actions/0/apply_for/1 drop"));
  CHECK_THAT(apply, Contains("/actions/1/settle_by drop"));
  CHECK_THAT(apply, !Contains("swap"));
}

TEST_CASE("layers are swapped where one hangs on the other") {
  const auto swaps = [](const std::string& layers) {
    return changes("{\"layers\":[" + layers + "]}").find("swap") != std::string::npos;
  };
  CHECK_FALSE(swaps(R"({"id": "a", "sheet": "basic"}, {"id": "b", "sheet": "other"})"));
  CHECK(swaps(R"({"id": "a", "sheet": "basic"}, {"id": "b", "base": {"of": ["scope"], "less": ["a"]}})"));
  CHECK(swaps(R"({"id": "a", "draws_on": "p"}, {"id": "b", "draws_on": "q"})"));
}

TEST_CASE("of a condition facts and values are dropped, tests negated and bounds moved") {
  CHECK(changes(R"({"when": {"kind": ["a", "b"]}})") ==
        "/when/kind drop [\"a\",\"b\"] -\n/when/kind negate [\"a\",\"b\"] {\"not\":[\"a\",\"b\"]}\n"
        "/when/kind/0 drop \"a\" -\n/when/kind/1 drop \"b\" -\n");
  CHECK(changes(R"({"when": {"kind": {"not": "a"}}})") ==
        "/when/kind drop {\"not\":\"a\"} -\n/when/kind negate {\"not\":\"a\"} \"a\"\n");
  CHECK(changes(R"({"rules_when": {"yes": true}})") ==
        "/rules_when/yes drop true -\n/rules_when/yes negate true {\"not\":true}\n");
  CHECK(changes(R"({"when": {"age": {"at_least": 18, "below": 60}}})") ==
        "/when/age drop {\"at_least\":18,\"below\":60} -\n"
        "/when/age negate {\"at_least\":18,\"below\":60} {\"not\":{\"at_least\":18,\"below\":60}}\n"
        "/when/age/at_least drop 18 -\n/when/age/at_least +1 18 19\n/when/age/at_least -1 18 17\n"
        "/when/age/below drop 60 -\n/when/age/below +1 60 61\n/when/age/below -1 60 59\n");
  CHECK_THAT(changes(R"({"when": [{"kind": "a"}, {"kind": "b"}]})"),
             Contains("/when/0 drop {\"kind\":\"a\"} -\n") && Contains("/when/1/kind negate"));
}

TEST_CASE("words are switched, lists of names shortened, defaults changed") {
  CHECK(changes(R"({"over": "year", "per": "visit", "pays_for": "anything"})") ==
        "/over to visit \"year\" \"visit\"\n/per to year \"visit\" \"year\"\n"
        "/pays_for to in_scope \"anything\" \"in_scope\"\n");
  CHECK(changes(R"({"less": ["a", "b"], "draws_on": "p"})") ==
        "/less/0 drop \"a\" -\n/less/1 drop \"b\" -\n/draws_on drop \"p\" -\n");
  CHECK(changes(R"({"readings": {"r": {"choices": {"a": {}, "b": {}, "c": {}}, "default": "b"}}})") ==
        "/readings/r/default to a \"b\" \"a\"\n/readings/r/default to c \"b\" \"c\"\n");
  CHECK(changes(R"({"kinds": {"ward": {"stay": true}}})") == "/kinds/ward/stay to false true false\n");
}

// A pack that pays 50 % of what lies above 100 yuan in a stay, and nothing otherwise.
const std::string kPack = pack_with(R"("layers": [{"id": "aid", "label": $word, "cite": "law#1",
  "when": {"kind": "inpatient"}, "base": {"of": ["scope"]}, "deductible": "100元", "pays": [{"rate": "50%"}]}])");

Example example(const std::string& case_json, const std::string& expect) {
  const auto read = read_example(R"({"title": {"zh-Hans": "例", "en": "example"}, "case": )" + case_json +
                                 R"(, "expect": )" + expect + '}');
  REQUIRE(read.ok());
  return read.value();
}

Example paid(const std::string& yuan, const std::string& aid) {
  return example(case_of(stay("2024-03-01", yuan)), R"({"payers": {"aid": )" + aid + "}}");
}

std::string survivors(const std::string& pack, const std::vector<Example>& examples,
                      const std::vector<std::string>& others = {}) {
  const auto report = mutate_pack(pack, others, examples);
  if (!report.ok()) return std::string(report.error().code);
  std::string told;
  for (const Survivor& each : report.value().survivors) told += each.at + ' ' + each.change + '\n';
  for (const StaleEquivalent& each : report.value().stale)
    told += "stale " + each.at + ' ' + each.change + (each.noticed ? " noticed" : " gone") + '\n';
  CHECK(report.value().mutations ==
        report.value().noticed + report.value().equivalent + report.value().survivors.size());
  return told;
}

TEST_CASE("a change that no worked example notices survives") {
  // (300 − 100) × 50% = 100 shows both figures, and not that only stays are paid for.
  CHECK_THAT(survivors(kPack, {paid("300", "100")}), Contains("/layers/0/when/kind drop\n") &&
                                                         !Contains("negate") && !Contains("deductible") &&
                                                         !Contains("rate"));
  // At 100 yuan only a lower deductible shows.
  CHECK_THAT(survivors(kPack, {paid("100", "0")}),
             Contains("/layers/0/deductible +1\n") && !Contains("/layers/0/deductible -1\n"));
  // Without examples only what does not load is noticed.
  CHECK_THAT(survivors(kPack, {}), Contains("/layers/0/pays/0/rate +1\n") && !Contains("/layers/0/id"));
}

TEST_CASE("every change is noticed by enough worked examples") {
  const auto outpatient = [](const std::string& day) {
    return case_of(visit(R"("kind": "outpatient", "from": ")" + day + '"', "300"));
  };
  const std::string first_day =
      R"({"place": "320200", "year": 2022, "person": {"identities": []}, "visits": [)" +
      stay("2022-12-31", "300") + "]}";
  std::string next_day = first_day;
  next_day.replace(next_day.find("2022-12-31"), 10, "2023-01-01").replace(next_day.find("2022"), 4, "2023");
  std::vector<Example> examples{paid("300", "100"),
                                example(outpatient("2024-03-01"), R"({"payers": {"aid": 0}})"),
                                example(first_day, R"({"error": {"code": "date.no_rules"}})"),
                                example(next_day, R"({"payers": {"aid": 100}})")};
  // What is left are the categories, which settle nothing here.
  const std::string left = survivors(kPack, examples);
  CHECK_THAT(left, !Contains("layers") && !Contains("in_scope") && !Contains("in_force"));
  CHECK_THAT(left, Contains("/categories/1 drop\n"));
}

TEST_CASE("a listed equivalent is counted, and told when it is none any more") {
  const auto with = [](const std::string& listed) {
    return changed(kPack, R"("place")", R"("equivalent_mutations": [)" + listed + R"(], "place")");
  };
  const std::string reason = R"(, "reason": $word})";
  const std::string kind = R"({"at": "/layers/0/when/kind", "change": "drop")" + reason;
  const std::string before = survivors(kPack, {paid("300", "100")});
  const std::string after = survivors(with(kind), {paid("300", "100")});
  CHECK_THAT(before, Contains("/layers/0/when/kind drop\n"));
  CHECK_THAT(after, !Contains("/layers/0/when/kind drop\n") && !Contains("stale"));
  const std::string rate = R"({"at": "/layers/0/pays/0/rate", "change": "+1")" + reason;
  CHECK_THAT(survivors(with(rate), {paid("300", "100")}),
             Contains("stale /layers/0/pays/0/rate +1 noticed\n"));
  const std::string gone = R"({"at": "/layers/9", "change": "drop")" + reason;
  CHECK_THAT(survivors(with(gone), {paid("300", "100")}), Contains("stale /layers/9 drop gone\n"));
}

TEST_CASE("examples that do not pass, and packs that do not load, are errors") {
  CHECK(survivors(kPack, {paid("300", "101")}) == "example.failing");
  CHECK(survivors("{", {}) == "json.syntax");
}

TEST_CASE("the other versions of a place are at hand") {
  const std::string until =
      changed(kPack, R"({"from": "2023-01-01"})", R"({"from": "2023-01-01", "until": "2023-12-31"})");
  const std::string later = changed(changed(kPack, "2023-01-01", "2024-01-01"), R"("50%")", R"("60%")");
  // A case of the later version passes only where that is loaded too: 200 × 60%.
  CHECK(survivors(until, {paid("300", "120")}) == "example.failing");
  CHECK_THAT(survivors(until, {paid("300", "120")}, {later}), Contains("/layers/0/pays/0/rate +1\n"));
}

}  // namespace
}  // namespace aidcheck::test
