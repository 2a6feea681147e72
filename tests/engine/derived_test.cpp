#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

// A burden of the year above half of the year's income raises the rate from 10% to 20%.
const char* const kUplift = R"(
  "facts": {
    "income": {"of": "person", "type": "amount", "label": $word, "question": $word},
    "burden": {"of": "visit", "type": "amount", "label": $word,
      "adds_up": {"of": ["scope"], "less": [{"of": "income", "share": "50%"}], "over": "year"}}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "10%"}],
    "adjust": [{"when": {"burden": {"above": "0元"}}, "add": "10个百分点"}]}])";

std::string stays(int count, const std::string& yuan) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += (i == 1 ? "" : ",") + stay("2024-03-0" + std::to_string(i), yuan);
  return text;
}

TEST_CASE("a sum over the year takes an amount of the person off once") {
  const Tiny tiny(kUplift);
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["subsistence"], "income": 4000)", stays(3, "1000")));
  // 1000 and 2000 are not above 2000; 3000 is: 100 + 100 + 200.
  CHECK(answer.pays("aid") == "400");
  CHECK(answer.at("/after/cumulative/burden") == "3000");
}

TEST_CASE("a visit with nothing left to sum takes nothing off the sum") {
  const Tiny tiny(R"("facts": {
      "burden": {"of": "visit", "type": "amount", "label": $word,
        "adds_up": {"of": ["scope"], "less": ["basic"], "over": "year"}}},
    "layers": [{"id": "basic", "label": $word, "sheet": "basic"}, )" +
                  aid_layer(R"("pays": [{"rate": "10%"}],
      "adjust": [{"when": {"burden": {"above": "0元"}}, "add": "10个百分点"}])") +
                  ']');
  const Answer answer = tiny.settle(case_of(
      R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"total": 100, "in_scope": 100, "basic": 120}})"));
  CHECK(answer.at("/after/cumulative/burden") == "0");
}

TEST_CASE("a sum over the year goes on from before") {
  const Tiny tiny(kUplift);
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["subsistence"], "income": 4000)", stays(1, "1000"),
                          R"("before": {"cumulative": {"burden": 1000.01}})"));
  CHECK(answer.pays("aid") == "200");
}

TEST_CASE("what a sum lacks makes a range where a rule looks at it") {
  const Tiny tiny(kUplift);
  const Answer answer = tiny.settle(case_of(stays(2, "1000")));
  CHECK(unknown_in(answer) == "/person/income");
  CHECK(answer.pays("aid") == "200 to 400");  // 10% of 2000, or 20% from the first stay on
  // From 2000 on half of the income is not below the first stay; at 3999.98 it is a fen below both.
  const Answer bounded = tiny.settle(
      case_of(R"("identities": ["subsistence"], "income": {"min": 2000, "max": 3999.98})", stays(2, "1000")));
  CHECK(bounded.pays("aid") == "300");
  const Answer exact = tiny.settle(
      case_of(R"("identities": ["subsistence"], "income": {"min": 4000, "max": 4000})", stays(2, "1000")));
  CHECK(exact.pays("aid") == "200");
  CHECK(unknown_in(exact) == "nothing");
}

// The second stay and later ones have half the deductible; a visit needs a fact to be counted.
const char* const kCount = R"(
  "facts": {
    "moved": {"of": "visit", "type": "yes_no", "label": $word, "question": $word},
    "nth": {"of": "visit", "type": "whole_number", "label": $word,
      "counts_visits": {"when": {"kind": "inpatient", "moved": false}}}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "when": {"kind": "inpatient"}, "base": {"of": ["scope"]},
    "deductible": [{"when": {"nth": {"at_most": 1}}, "amount": "100元"}, {"amount": "50元"}],
    "pays": [{"rate": "100%"}]}])";

std::string moved(std::string_view day, std::string_view kind, std::string_view more) {
  return visit(
      R"("kind": ")" + std::string(kind) + R"(", "from": ")" + std::string(day) + '"' + std::string(more),
      "1000");
}

TEST_CASE("visits are counted, this one included, and from before on") {
  const Tiny tiny(kCount);
  const std::string two = moved("2024-03-01", "inpatient", R"(, "moved": false)") + ',' +
                          moved("2024-04-01", "inpatient", R"(, "moved": false)");
  const Answer answer = tiny.settle(case_of(two));
  CHECK(answer.pays("aid") == "1850");  // 900 + 950
  CHECK(answer.at("/after/counts/nth") == "2");
  const Answer later =
      tiny.settle(case_of(R"("identities": ["subsistence"])", two, R"("before": {"counts": {"nth": 1}})"));
  CHECK(later.pays("aid") == "1900");
  CHECK(
      error_in(tiny.settle(case_of(R"("identities": [])", two, R"("before": {"counts": {"nth": 0.99}})"))) ==
      "bad_case number.malformed /before/counts/nth");
}

TEST_CASE("a count that cannot be told makes a range at the visit that needs it") {
  const Tiny tiny(kCount);
  // An outpatient visit counts in no case; a stay that nobody said it of may have been counted.
  const std::string outpatient = moved("2024-02-01", "outpatient", "");
  CHECK(tiny.settle(case_of(outpatient)).pays("aid") == "0");
  const Answer answer = tiny.settle(case_of(moved("2024-03-01", "inpatient", "") + ',' +
                                            moved("2024-04-01", "inpatient", R"(, "moved": false)")));
  CHECK(unknown_in(answer) == "/visits/0/moved");
  CHECK(answer.pays("aid", "1") == "900");         // it is the first at most
  CHECK(answer.pays("aid", "2") == "900 to 950");  // the first or the second
  CHECK(answer.at("/after/counts/nth") == "1 to 2");
}

TEST_CASE("derived facts are refused where nothing has been worked out") {
  const std::string facts = R"("facts": {"sum": {"of": "visit", "type": "amount", "label": $word,
    "adds_up": {"of": ["scope"]}}}, )";
  const std::string layer = R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + ']';
  CHECK(
      refusal(pack_with(facts + layer + R"(, "entitlements": [{"id": "due", "when": {"sum": {"above": "1元"}},
    "label": $word, "text": $word, "cite": "law#1"}])")) == "bad_pack layer.order /entitlements/0");
  CHECK(refusal(pack_with(facts + layer + R"(, "identity_counts": {"when": {"sum": {"above": "1元"}},
    "otherwise": $word, "cite": "law#1"})")) == "bad_pack layer.order /identity_counts");
}

TEST_CASE("a share of an amount may be more than the whole, a rate may not") {
  const auto deductible = [](const std::string& share) {
    return pack_with(
        R"("facts": {"wage": {"of": "person", "type": "amount", "label": $word, "question": $word}},
      "layers": [)" +
        aid_layer(R"("deductible": {"of": "wage", "share": ")" + share +
                  R"("}, "pays": [{"rate": "100%"}])") +
        ']');
  };
  Engine engine;
  REQUIRE(engine.load(deductible("250%")).ok);
  const Answer answer(
      engine.estimate(case_of(R"("identities": ["subsistence"], "wage": 100)", stay("2024-03-01", "1000"))));
  CHECK(answer.pays("aid") == "750");
  CHECK(refusal(deductible("10001%")) == "bad_pack figure.malformed /layers/0/deductible/share");
  CHECK(refusal(pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "101%"}])") + ']')) ==
        "bad_pack figure.malformed /layers/0/pays/0/rate");
}

}  // namespace
}  // namespace aidcheck::test
