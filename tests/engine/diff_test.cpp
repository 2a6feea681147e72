#include "diff.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "effects.h"
#include "json/read.h"
#include "match.h"
#include "tiny.h"
#include "write_json.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

json::Value tree_of(std::string_view json) {
  auto tree = json::read(json, Fault::kPack);
  REQUIRE(tree.ok());
  return tree.value();
}

// What changed, one change a line: `changed /a "1" → "2"`, and ` (same value)`.
std::string changes(std::string_view was, std::string_view now) {
  const json::Value before = tree_of(was);
  const json::Value after = tree_of(now);
  std::string told;
  for (const Change& change : changes_between(before, after)) {
    CHECK_FALSE(change.message.zh.empty());
    CHECK_FALSE(change.message.en.empty());
    told += std::string(change.kind) + ' ' + change.at + ' ' +
            (change.was == nullptr ? "-" : write_json(*change.was)) + " → " +
            (change.now == nullptr ? "-" : write_json(*change.now)) +
            (change.same_value ? " (same value)\n" : "\n");
  }
  return told;
}

// The first change in words.
Text words(std::string_view was, std::string_view now) {
  const json::Value before = tree_of(was);
  const json::Value after = tree_of(now);
  const auto found = changes_between(before, after);
  return found.empty() ? Text{} : found.front().message;
}

TEST_CASE("packs that say the same do not differ") {
  CHECK(changes(R"({"a": 1, "b": ["x"], "$schema": "one"})", R"({"b": "x", "a": 1.0, "$schema": "two"})")
            .empty());
  CHECK(changes(R"({"less": ["a", "b"]})", R"({"less": ["b", "a"]})").empty());
  CHECK(changes(R"({"equivalent_mutations": []})", R"({"expected_findings": []})").empty());
}

TEST_CASE("members and figures that changed, came or went are told") {
  CHECK(changes(R"({"limit": "30万元"})", R"({"limit": "35万元"})") ==
        "changed /limit \"30万元\" → \"35万元\"\n");
  CHECK(changes(R"({"limit": "30万元"})", R"({"limit": "300,000元"})") ==
        "changed /limit \"30万元\" → \"300,000元\" (same value)\n");
  CHECK(changes(R"({"rate": "不低于70%"})", R"({"rate": "70%"})") ==
        "changed /rate \"不低于70%\" → \"70%\"\n");
  CHECK(changes(R"({"rate": "10%左右"})", R"({"rate": "10.0%左右"})") ==
        "changed /rate \"10%左右\" → \"10.0%左右\" (same value)\n");
  CHECK(changes(R"({"a": "x"})", R"({"b": "x"})") == "added /b - → \"x\"\nremoved /a \"x\" → -\n");
  CHECK(changes(R"({"less": ["a", "b"]})", R"({"less": ["b", "c"]})") ==
        "added /less - → \"c\"\nremoved /less \"a\" → -\n");
  CHECK(changes(R"({"draws_on": "a"})", R"({"draws_on": ["a", "b"]})") == "added /draws_on - → \"b\"\n");
}

TEST_CASE("rows are held against the rows that they came from") {
  const std::string one = R"({"when": {"kind": "a"}, "rate": "10%"})";
  const std::string two = R"({"when": {"kind": "b"}, "rate": "20%"})";
  const std::string new_row = R"({"when": {"kind": "c"}, "rate": "30%"})";
  const auto rows = [](const std::string& list) { return "{\"rows\":[" + list + "]}"; };
  CHECK(changes(rows(one + ',' + two), rows(new_row + ',' + one + ',' + two)) ==
        "added /rows/0 - → {\"when\":{\"kind\":\"c\"},\"rate\":\"30%\"}\n");
  CHECK(changes(rows(one + ',' + two), rows(two)) ==
        "removed /rows/0 {\"when\":{\"kind\":\"a\"},\"rate\":\"10%\"} → -\n");
  // The same condition: the rate is what changed, wherever the row stands now.
  CHECK(changes(rows(one + ',' + two), rows(new_row + R"(,{"when": {"kind": "a"}, "rate": "11%"},)" + two)) ==
        "added /rows/0 - → {\"when\":{\"kind\":\"c\"},\"rate\":\"30%\"}\n"
        "changed /rows/1/rate \"10%\" → \"11%\"\n");
  // Another condition and the same rate: the condition is what changed.
  CHECK(changes(rows(one + ',' + two), rows(one + R"(,{"when": {"kind": ["b", "d"]}, "rate": "20%"})")) ==
        "added /rows/1/when/kind - → \"d\"\n");
  CHECK(changes(rows(one + ',' + two), rows(two + ',' + one)).substr(0, 13) == "moved /rows/1");
}

TEST_CASE("the row without a condition is that row, and a band the band that it was") {
  CHECK(changes(R"({"rows": [{"when": {"kind": "a"}, "rate": "10%"}, {"rate": "20%"}]})",
                R"({"rows": [{"rate": "25%"}]})") ==
        "changed /rows/0/rate \"20%\" → \"25%\"\nremoved /rows/0 "
        "{\"when\":{\"kind\":\"a\"},\"rate\":\"10%\"} → -\n");
  CHECK(
      changes(
          R"({"bands": [{"to": "5万元", "rate": "60%"}, {"rate": "70%"}]})",
          R"({"bands": [{"to": "2万元", "rate": "50%"}, {"to": "5万元", "rate": "65%"}, {"rate": "70%"}]})") ==
      "added /bands/0 - → {\"to\":\"2万元\",\"rate\":\"50%\"}\n"
      "changed /bands/1/rate \"60%\" → \"65%\"\n");
}

TEST_CASE("parts with an id are that part and no other") {
  CHECK(changes(R"({"layers": [{"id": "a", "sheet": "basic"}, {"id": "b", "sheet": "other"}]})",
                R"({"layers": [{"id": "c", "sheet": "basic"}, {"id": "b", "sheet": "total"}]})") ==
        "added /layers/0 - → {\"id\":\"c\",\"sheet\":\"basic\"}\n"
        "changed /layers/1/sheet \"other\" → \"total\"\n"
        "removed /layers/0 {\"id\":\"a\",\"sheet\":\"basic\"} → -\n");
}

TEST_CASE("a change is told in words, with the labels that the pack gives") {
  const std::string pools =
      R"({"pools": {"year": {"label": {"zh-Hans": "年度限额", "en": "Yearly limit"}, "limit": "$"}}})";
  const auto with = [](std::string text, const std::string& value) {
    return text.replace(text.find('$'), 1, value);
  };
  const Text rose = words(with(pools, "9万元"), with(pools, "10万元"));
  CHECK(rose.zh == "限额 › 年度限额 › 限额：由“9万元”提高到“10万元”。");
  CHECK(rose.en == "pools › Yearly limit › limit: raised from \"9万元\" to \"10万元\".");
  CHECK_THAT(words(with(pools, "1.5万元"), with(pools, "1.45万元")).en, Contains("lowered"));
  CHECK_THAT(words(with(pools, "9000元"), with(pools, "1万元")).en, Contains("changed from"));
  CHECK_THAT(words(with(pools, "1万元"), with(pools, "10000元")).en, Contains("the value is the same"));

  const Text added =
      words(R"({"pays": []})", R"({"pays": [{"when": {"category": "orphan"}, "rate": "90%"}]})");
  CHECK(added.zh == "比例 › 第1行（身份：孤儿）：新增，“比例 90%”。");
  CHECK(added.en == "rates › row 1 (category: Orphans): added, \"rate 90%\".");
  CHECK(words(R"({"when": {"kind": "inpatient"}})", R"({"when": {"kind": ["inpatient", "chronic"]}})").en ==
        "condition › Kind of care: \"Chronic or special-disease outpatient care\" was added.");
  CHECK(words(R"({"when": {"age": {"at_least": 60}}})", R"({"when": {"age": {"at_least": 65}}})").en ==
        "condition › age › at least: changed from \"60\" to \"65\".");
  CHECK(words(R"({"when": {}})", R"({"when": {"age": {"at_least": 60, "below": 70}}})").en ==
        "condition › age: added, \"at least 60, below 70\".");
  CHECK(words(R"({"when": {"kind": {"not": ["chronic", "inpatient"]}}})", R"({"when": {}})").en ==
        "condition › Kind of care: removed; it was \"not Chronic or special-disease outpatient care or "
        "Hospital stay\".");
}

// Pays a rate of what is in scope above a deductible; `members` may add a head.
std::string pack(const std::string& rate, const std::string& deductible = "0元") {
  return pack_with(R"("layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
    "deductible": ")" +
                   deductible + R"(", "pays": [{"rate": ")" + rate + R"("}]}])");
}

Effect effect(const std::string& was, const std::string& now, const std::string& case_json) {
  const auto example = read_example(R"({"title": {"zh-Hans": "例", "en": "example"}, "case": )" + case_json +
                                    R"(, "expect": {}})");
  REQUIRE(example.ok());
  const auto effects = effects_of(tree_of(was), tree_of(now), {{"one.json", example.value()}});
  REQUIRE(effects.size() == 1);
  return effects.front();
}

TEST_CASE("who gains and who loses is told by how much, and for each payer") {
  const std::string sent = case_of(stay("2024-03-01", "1000.10"));
  // 1000.10 × 50% = 500.05; × 60% = 600.06.
  const Effect gains = effect(pack("50%"), pack("60%"), sent);
  CHECK(gains.kind() == "gains");
  CHECK(gains.title.en == "example");
  CHECK(gains.was == 50005);
  CHECK(gains.now == 40004);
  REQUIRE(gains.payers.size() == 1);
  CHECK(gains.payers[0].id == "aid");
  CHECK(gains.payers[0].was == 50005);
  CHECK(gains.payers[0].now == 60006);
  CHECK(effect(pack("60%"), pack("50%"), sent).kind() == "loses");
  const Effect same = effect(pack("50%"), pack("50%", "0.00元"), sent);
  CHECK(same.kind() == "same");
  CHECK(same.payers.empty());
}

TEST_CASE("the same total from other payers is a shift") {
  const std::string other = changed(pack("50%"), R"("id": "aid")", R"("id": "help")");
  const Effect shifts = effect(pack("50%"), other, case_of(stay("2024-03-01", "1000")));
  CHECK(shifts.kind() == "shifts");
  REQUIRE(shifts.payers.size() == 2);
  CHECK(shifts.payers[0].now == 0);
  CHECK(shifts.payers[1].was == 0);
}

TEST_CASE("the rules are compared whatever day and place they are for") {
  const std::string later = changed(changed(pack("60%"), "2023-01-01", "2025-01-01"), "320200", "110000");
  CHECK(effect(pack("50%"), later, case_of(stay("2024-03-01", "1000"))).kind() == "gains");
}

TEST_CASE("a case that one side cannot settle says why") {
  const std::string asks =
      changed(pack("60%"), R"("rate": "60%")", R"("when": {"where": "city"}, "rate": "60%")");
  const std::string sent = case_of(stay("2024-03-01", "1000"));
  const Effect only_was = effect(pack("50%"), asks, sent);
  CHECK(only_was.kind() == "only_was");
  CHECK(only_was.now_error.find("code")->text == "fact.missing");
  CHECK(effect(asks, pack("50%"), sent).kind() == "only_now");
  CHECK(effect(asks, asks, sent).kind() == "neither");
}

}  // namespace
}  // namespace aidcheck::test
