#include "proof.h"

#include <catch2/catch.hpp>
#include <string>

#include "json/read.h"

namespace aidcheck::test {
namespace {

json::Value tree_of(const std::string& json) {
  auto tree = json::read(json, Fault::kPack);
  REQUIRE(tree.ok());
  return tree.value();
}

// Rows under a head that lists the categories, a reading, facts and a further kind of visit.
std::string pack(const std::string& rows, const std::string& list = "rows") {
  return R"({"categories": [{"id": "orphan"}, {"id": "subsistence"}], "kinds": {"maternity": {}},
    "readings": {"limit": {"choices": {"beside": {}, "inside": {}}}},
    "facts": {"chosen": {"type": "choice", "choices": {"a": {}, "b": {}}}, "here": {"type": "yes_no"},
              "age": {"type": "whole_number"}}, ")" +
         list + "\": [" + rows + "]}";
}

bool same(const std::string& was, const std::string& now, const std::string& at = "/rows/1/when/x") {
  return makes_no_difference(tree_of(pack(was)), tree_of(pack(now)), at, false);
}

TEST_CASE("a condition that the rows before leave no choice makes no difference") {
  const std::string first = R"({"when": {"limit": "beside"}},)";
  CHECK(same(first + R"({"when": {"limit": "inside"}})", first + R"({"when": {}})"));
  CHECK_FALSE(same(first + R"({"when": {"limit": "inside"}})", first + R"({"when": {"limit": "beside"}})"));
  const std::string yes = R"({"when": {"here": true}},)";
  CHECK(same(yes + R"({"when": {"here": false}})", yes + R"({"when": {}})"));
  const std::string orphan = R"({"when": {"category": "orphan"}},)";
  // Without a category there is a third answer.
  CHECK_FALSE(same(orphan + R"({"when": {"category": "subsistence"}})", orphan + R"({"when": {}})"));
  CHECK(same(orphan + R"({"when": {"category": ["subsistence", "none"]}})", orphan + R"({"when": {}})"));
  const std::string choice = R"({"when": {"chosen": "a"}},)";
  CHECK(same(choice + R"({"when": {"chosen": "b"}})", choice + R"({"when": {"chosen": {"not": "a"}}})"));
}

TEST_CASE("a kind of visit that the pack adds counts, and so does what it does not list") {
  const std::string kinds = R"({"when": {"kind": ["outpatient", "chronic"]}},)";
  CHECK_FALSE(same(kinds + R"({"when": {"kind": "inpatient"}})", kinds + R"({"when": {}})"));
  CHECK(same(kinds + R"({"when": {"kind": ["inpatient", "maternity"]}})", kinds + R"({"when": {}})"));
  const std::string open = R"({"when": {"unknown": "a"}},)";
  CHECK_FALSE(same(open + R"({"when": {"unknown": "b"}})", open + R"({"when": {}})"));
}

TEST_CASE("bounds are tried on both sides") {
  const std::string old = R"({"when": {"age": {"at_least": 60}}},)";
  CHECK(same(old + R"({"when": {"age": {"below": 60}}})", old + R"({"when": {"age": {"at_most": 60}}})"));
  CHECK_FALSE(same(old + R"({"when": {"age": {"below": 60}}})", old + R"({"when": {"age": {"below": 59}}})"));
  // What is no number cannot be told.
  const std::string day = R"({"when": {"since": {"below": "2024-01-01"}}},)";
  CHECK_FALSE(same(day + R"({"when": {"here": true}})", day + R"({"when": {"here": true}})"));
}

TEST_CASE("only where the first row that holds counts") {
  const std::string was = R"({"when": {"limit": "beside"}}, {"when": {"limit": "inside"}})";
  const std::string now = R"({"when": {"limit": "beside"}}, {"when": {}})";
  for (const std::string list : {"notices", "entitlements", "layers", "adjust"}) {
    CHECK_FALSE(makes_no_difference(tree_of(pack(was, list)), tree_of(pack(now, list)),
                                    '/' + list + "/1/when/limit", false));
  }
  CHECK_FALSE(makes_no_difference(tree_of(pack(was)), tree_of(pack(now)), "/rows/1/rate", false));
}

TEST_CASE("what a layer never pays for makes no difference to its rows") {
  const auto layer = [](const std::string& head, const std::string& last) {
    return pack(
        R"({"id": "aid", )" + head + R"("pays": [{"when": {"category": "orphan"}}, {"when": )" + last + "}]}",
        "layers");
  };
  const auto same_rows = [&](const std::string& head) {
    return makes_no_difference(tree_of(layer(head, R"({"category": "subsistence"})")),
                               tree_of(layer(head, "{}")), "/layers/0/pays/1/when/category", false);
  };
  CHECK_FALSE(same_rows(""));
  CHECK(same_rows(R"("except": [{"when": {"category": "none"}}], )"));
  CHECK(same_rows(R"("when": {"category": {"not": "none"}}, )"));
  CHECK(same_rows(R"("when": [{"category": "orphan"}, {"category": "subsistence"}], )"));
  CHECK_FALSE(same_rows(R"("except": [{"when": {"category": "none", "here": true}}], )"));
}

TEST_CASE("rows may be swapped where they exclude each other") {
  const auto swap = [](const std::string& one, const std::string& two) {
    return makes_no_difference(tree_of(pack(one + ',' + two)), tree_of(pack(two + ',' + one)), "/rows/0",
                               true);
  };
  CHECK(swap(R"({"when": {"here": true}})", R"({"when": {"here": false}})"));
  CHECK_FALSE(swap(R"({"when": {"here": true}})", R"({"when": {"limit": "beside"}})"));
  CHECK_FALSE(swap(R"({"when": {"here": true}})", R"({"rate": "1%"})"));
}

}  // namespace
}  // namespace aidcheck::test
