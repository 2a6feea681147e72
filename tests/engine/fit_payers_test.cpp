#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

const char* const kPack = R"(
  "readings": {"own": {"label": $word, "default": "out", "cite": "law#1",
    "choices": {"out": $word, "in": {"zh-Hans": "算进", "en": "counted in"}}}},
  "in_scope": [{"when": {"own": "in"}, "of": ["in_scope", "over_limit"]}, {"of": ["in_scope"]}],
  "pools": {"year": {"label": $word, "limit": "30000元", "per": "year", "cite": "law#1"}},
  "layers": [{"id": "basic", "sheet": "basic"},
    {"id": "assistance", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
     "except": [{"id": "unreferred", "when": {"referral": "none"}, "text": $word}],
     "deductible": [{"when": {"category": "orphan"}, "amount": "400元"}, {"amount": "1000元"}],
     "pays": [{"when": {"category": "subsistence"}, "rate": "85%"},
              {"when": {"category": "near_subsistence"}, "rate": "70%"}, {"rate": "95%"}],
     "draws_on": "year"},
    {"id": "top_up", "label": {"zh-Hans": "倾斜救助", "en": "Top-up"}, "cite": "law#1",
     "base": {"of": ["scope"], "less": ["basic", "assistance"]}, "deductible": "2000元",
     "pays": [{"rate": "60%"}]}])";

// Without the head's own line of what is in scope.
std::string pack() {
  return changed(pack_with(kPack), R"("in_scope": {"of": ["in_scope"]},
)",
                 "");
}

Answer settle(const std::string& person, const std::string& visits) {
  Engine engine;
  const Answer loaded(engine.load(pack()));
  INFO(loaded.json());
  REQUIRE(loaded.ok());
  return Answer(engine.estimate(case_of(person, visits)));
}

// Base 45,000 - 31,000 = 14,000; above 1,000: 13,000; 85%: 11,050. Top-up (14,000 - 11,050 - 2,000) * 60% =
// 570.
std::string stay_with(const std::string& assistance, const std::string& more = "",
                      const std::string& facts = "") {
  return R"({"id": "a", "kind": "inpatient", "referral": "proper", "from": "2024-03-01")" + facts +
         R"(, "sheet": {"total": 50000, "in_scope": 45000, "basic": 31000, "assistance": )" + assistance +
         more + "}}";
}

const std::string kAt = "/notices/sheet.assistance_differs/differs_at";

// `layer op explained ours theirs`: of each its parameter, or its amount where the parameters are alike, or
// what it came to.
std::string parting(const Answer& answer, const std::string& at = kAt) {
  const auto shown = [&](const std::string& step, const std::string& other) {
    for (const char* part : {"/parameter", "/amount", "/so_far"}) {
      const std::string is = answer.at(at + step + part);
      const std::string there = answer.at(at + other + part);
      const bool both = there != "absent" || std::string_view(part) != "/parameter";
      if (is != there && is != "absent" && both) return ' ' + is;
    }
    return std::string(" -");
  };
  return answer.at(at + "/layer") + ' ' + answer.at(at + "/op") + ' ' + answer.at(at + "/explained") +
         shown("/ours", "/theirs") + shown("/theirs", "/ours");
}

std::string parting(const std::string& visits) {
  return parting(settle(R"("identities": ["subsistence"])", visits));
}

TEST_CASE("the step at which aid that was settled parts from the rules") {
  CHECK(parting(stay_with("11050")) == "absent absent absent - -");
  // 13,000 * 70%
  CHECK(parting(stay_with("9100")) == "assistance rate true 85% 70%");
  // 14,000 * 85%
  CHECK(parting(stay_with("11900")) == "assistance deductible true 1000 0");
  // (14,000 - 400) * 85%
  CHECK(parting(stay_with("11560")) == "assistance deductible true 1000元 400元");
  CHECK(parting(stay_with("11049.99")) == "assistance pays true 11050 11049.99");
  CHECK(parting(stay_with("11050.01")) == "assistance pays true 11050 11050.01");
  // 11,050 + 570
  CHECK(parting(stay_with("11620")) == "assistance pays true 11050 11620");
}

TEST_CASE("a base that was taken otherwise") {
  // (14,000 + 2,000 - 1,000) * 85%
  CHECK(parting(stay_with("12750", R"(, "own_first": 2000)")) == "assistance base true 14000 16000");
  // (14,000 + 3,000 - 1,000) * 85%
  CHECK(parting(stay_with("13600", R"(, "fully_own": 3000)")) == "assistance base true 14000 17000");
  // The deductible of basic insurance is not assisted: (14,000 - 300 - 1,000) * 85%
  CHECK(parting(stay_with("10795", R"(, "deductible": 300)")) == "assistance base true 14000 13700");
  // (45,000 - 1,000) * 85% is above the pool; 13,000 of 44,000 fit: a sheet of less.
  const std::string small =
      R"({"id": "a", "kind": "inpatient", "referral": "proper", "from": "2024-03-01",
          "sheet": {"total": 9000, "in_scope": 9000, "basic": 4000, "assistance": 6800}})";
  // What basic insurance paid was not taken off: (9,000 - 1,000) * 85%
  CHECK(parting(small) == "assistance base true 5000 9000");
  CHECK_THAT(settle(R"("identities": ["subsistence"])", small).at(kAt + "/message/en"),
             Contains("With 4,000.00 yuan of \"Basic medical insurance fund\" added to the base"));
}

TEST_CASE("another identity of the person is named before a mere rate") {
  const Answer answer = settle(R"("identities": ["subsistence", "near_subsistence"])", stay_with("9100"));
  CHECK(parting(answer) == "assistance rate true 85% 70%");
  CHECK_THAT(answer.at(kAt + "/message/zh-Hans"), Contains("低保边缘"));
  const Answer one = settle(R"("identities": ["subsistence"])", stay_with("9100"));
  CHECK(one.at(kAt + "/message/zh-Hans").find("低保") == std::string::npos);
  CHECK_THAT(one.at(kAt + "/message/zh-Hans"), Contains("规则是85%") && Contains("相当于70%"));
}

TEST_CASE("a category that differs in more than one step is found too") {
  // Orphans: (14,000 - 400) * 95%
  const Answer answer = settle(R"("identities": ["subsistence"])", stay_with("12920"));
  CHECK(parting(answer) == "assistance deductible true 1000元 400元");
  CHECK_THAT(answer.at(kAt + "/message/zh-Hans"), Contains("孤儿"));
}

TEST_CASE("another reading of the text, and another answer") {
  // (14,000 + 500 - 1,000) * 85%
  const Answer reading =
      settle(R"("identities": ["subsistence"])", stay_with("11475", R"(, "over_limit": 500)"));
  CHECK(parting(reading) == "assistance base true 14000 14500");
  CHECK_THAT(reading.at(kAt + "/message/en"), Contains("counted in"));
  const Answer referral = settle(R"("identities": ["subsistence"])",
                                 R"({"id": "a", "kind": "inpatient", "referral": "none", "from": "2024-03-01",
    "sheet": {"total": 50000, "in_scope": 45000, "basic": 31000, "assistance": 11050}})");
  CHECK(parting(referral) == "assistance not_paid true - 11050");
  CHECK(referral.at(kAt + "/ours/reason") == "unreferred");
  CHECK_THAT(referral.at(kAt + "/message/zh-Hans"), Contains("转诊备案") && Contains("不支付"));
}

TEST_CASE("a limit that was not applied") {
  // (100,000 - 1,000) * 85% = 84,150, of which 30,000 are left
  CHECK(parting(R"({"id": "a", "kind": "inpatient", "referral": "proper", "from": "2024-03-01",
    "sheet": {"total": 100000, "in_scope": 100000, "basic": 0, "assistance": 84150}})") ==
        "assistance cap true 54150 84150");
}

TEST_CASE("visits that were settled in another order") {
  // Each (24,530 - 1,000) * 85% = 20,000.50: the first gets it, the second the 9,999.50 that are left.
  const auto two = [](const char* first, const char* second) {
    const auto one = [](const char* id, const char* day, const char* assistance) {
      return R"({"id": ")" + std::string(id) + R"(", "kind": "inpatient", "referral": "proper", "from": ")" +
             day + R"(", "sheet": {"total": 24530, "in_scope": 24530, "basic": 0, "assistance": )" +
             assistance + "}}";
    };
    return settle(R"("identities": ["subsistence"])",
                  one("a", "2024-03-01", first) + ',' + one("b", "2024-04-01", second));
  };
  const Answer first = two("9999.5", "0");
  CHECK_THAT(first.at(kAt + "/message/en"), Contains("Settled after \"b\""));
  CHECK(first.at(kAt + "/op") == "cap");
  const Answer second = two("0", "20000.5");
  CHECK_THAT(second.at(kAt + "/message/en"), Contains("Settled before \"a\""));
  CHECK(second.at(kAt + "/theirs/left_before") == "30000");
}

// A stay of 24,530 in scope, all left by basic insurance: (24,530 - 1,000) * 85% = 20,000.50.
std::string large_stay(const std::string& day, const std::string& assistance) {
  return R"({"kind": "inpatient", "referral": "proper", "from": ")" + day +
         R"(", "sheet": {"total": 24530, "in_scope": 24530, "basic": 0, "over_limit": 5, "assistance": )" +
         assistance + "}}";
}

TEST_CASE("visits of one day may have been settled in another order too") {
  const Answer answer = settle(R"("identities": ["subsistence"])",
                               large_stay("2024-03-01", "9999.5") + ',' + large_stay("2024-03-01", "0"));
  CHECK_THAT(answer.at(kAt + "/message/en"), Contains("Settled after \"2\""));
}

TEST_CASE("what was drawn before the year is drawn when a visit is settled again") {
  Engine engine;
  REQUIRE(engine.load(pack()).ok);
  const Answer answer(
      engine.estimate(case_of(R"("identities": ["subsistence"])", large_stay("2024-03-01", "20000.5"),
                              R"("before": {"pools": {"year": 25000}})")));
  CHECK(parting(answer) == "assistance cap true 15000.5 20000.5");
  CHECK(answer.at(kAt + "/ours/left_before") == "5000");
}

TEST_CASE("a visit is settled again from where the version before it ended") {
  Engine engine;
  REQUIRE(engine.load(pack()).ok);
  REQUIRE(engine
              .load(changed(pack(), R"("in_force": {"from": "2023-01-01"})",
                            R"("in_force": {"from": "2024-06-01"})"))
              .ok);
  // The first takes 20,000.50 of 30,000. By the other reading it would take 4.25 more, and leave 9,995.25: no
  // single change at the second gives that.
  const Answer answer(
      engine.estimate(case_of(R"("identities": ["subsistence"])",
                              large_stay("2024-03-01", "0") + ',' + large_stay("2024-07-01", "9995.25"))));
  INFO(answer.json());
  CHECK(answer.at(kAt + "/ours/so_far") == "24530");
  CHECK(answer.at(kAt + "/explained") == "false");
  const Answer cut(
      engine.estimate(case_of(R"("identities": ["subsistence"])",
                              large_stay("2024-03-01", "0") + ',' + large_stay("2024-07-01", "20000.5"))));
  CHECK(cut.at(kAt + "/ours/left_before") == "9999.5");
  CHECK(cut.at(kAt + "/op") == "cap");
}

TEST_CASE("where no single change gives the figure the first step is told") {
  const Answer answer = settle(R"("identities": ["subsistence"])", stay_with("10000"));
  CHECK(parting(answer) == "assistance base false 14000 -");
  CHECK(answer.at(kAt + "/theirs") == "absent");
  CHECK(answer.at(kAt + "/ours/cite/0/article") == "1");
}

TEST_CASE("a figure in whole yuan is one that was rounded") {
  const auto rounded = [](const char* assistance) {
    // (14,000.5 - 1,000) * 85% = 11,050.425, so 11,050.43
    return parting(
        R"({"id": "a", "kind": "inpatient", "referral": "proper", "from": "2024-03-01",
            "sheet": {"total": 50000, "in_scope": 45000.5, "basic": 31000, "assistance": )" +
        std::string(assistance) + "}}");
  };
  CHECK(rounded("11050") == "assistance pays true 11050.43 11050");
  CHECK(rounded("11050.4") == "assistance pays true 11050.43 11050.4");
  CHECK(rounded("11050.38") == "assistance base false 14000.5 -");
}

TEST_CASE("many visits are compared within bounds") {
  std::string visits;
  for (int i = 0; i < 300; ++i) {
    const std::string id = std::to_string(i);
    visits += std::string(i == 0 ? "" : ",") + R"({"id": ")" + id +
              R"(", "kind": "outpatient", "referral": "proper", "from": "2024-03-01",
                 "sheet": {"total": )" +
              std::to_string(1500 + i) + R"(, "in_scope": )" + std::to_string(1500 + i) +
              R"(, "basic": 0, "assistance": 3.21}})";
  }
  const Answer answer = settle(R"("identities": ["subsistence"])", visits);
  // The step is told of the first of them, the difference of all.
  int told = 0;
  int steps = 0;
  for (const json::Value& each : answer.find("/notices")->items) {
    told += each.find("code")->text == "sheet.assistance_differs" ? 1 : 0;
    steps += each.find("differs_at") != nullptr ? 1 : 0;
  }
  CHECK(told == 300);
  CHECK(steps > 12);
  CHECK(steps < 300);
}

// Insurance that the sheet states and that the rules know: 50% above 1,000 of the year, 60% for employees.
const char* const kInsured = R"(
  "layers": [
    {"id": "serious_illness", "label": {"zh-Hans": "大病保险", "en": "Serious illness"}, "sheet": "serious_illness",
     "over": "year", "cite": "law#1", "rules_when": {"insurance": ["resident", "employee"]},
     "when": {"kind": "inpatient"}, "base": {"of": ["scope"]}, "deductible": "1000元",
     "pays": [{"when": {"insurance": "employee"}, "rate": "60%"}, {"rate": "50%"}]},
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["serious_illness"]},
     "pays": [{"rate": "10%"}]}])";

Answer insured(const char* insurance, const std::string& visits) {
  const Tiny tiny(kInsured);
  return tiny.settle(case_of(R"("identities": [], "insurance": ")" + std::string(insurance) + '"', visits));
}

std::string insured_stay(const char* day, const char* serious_illness, const char* kind = "inpatient") {
  return R"({"kind": ")" + std::string(kind) + R"(", "from": "2024-)" + day +
         R"(", "sheet": {"total": 3000, "in_scope": 3000, "serious_illness": )" + serious_illness + "}}";
}

const std::string kSettledAt = "/notices/fit.settled_differs/differs_at";

TEST_CASE("a payer that the sheet states is held against the rules") {
  // (3,000 - 1,000) * 50%
  CHECK(insured("resident", insured_stay("03-01", "1000")).at("/notices/fit.settled_differs") == "absent");
  const Answer answer = insured("resident", insured_stay("03-01", "1500"));
  CHECK(answer.at("/notices/fit.settled_differs/level") == "info");
  CHECK(answer.at("/notices/fit.settled_differs/at") == "/visits/0/sheet/serious_illness");
  CHECK(answer.pays("serious_illness") == "1500");
  CHECK(parting(answer, kSettledAt) == "serious_illness deductible true 1000 0");
  // (3,000 - 1,000) * 60%
  const Answer employee = insured("resident", insured_stay("03-01", "1200"));
  CHECK(parting(employee, kSettledAt) == "serious_illness rate true 50% 60%");
  CHECK_THAT(employee.at(kSettledAt + "/message/en"), Contains("Employees' medical insurance"));
}

TEST_CASE("what was counted before a visit is what the sheets before it state") {
  // The second: 3,000 * 50%. As the first it would have been 1,000.
  const Answer right =
      insured("resident", insured_stay("03-01", "1000") + ',' + insured_stay("04-01", "1500"));
  CHECK(right.at("/notices/fit.settled_differs") == "absent");
  const Answer other =
      insured("resident", insured_stay("03-01", "1000") + ',' + insured_stay("04-01", "1000"));
  CHECK(parting(other, kSettledAt) == "serious_illness year_before true 3000 0");
}

TEST_CASE("a change of the rate that was made, or was not") {
  const Tiny tiny(
      R"("layers": [{"id": "assistance", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
    "pays": [{"rate": "50%"}],
    "adjust": [{"when": {"category": "subsistence"}, "add": "5个百分点", "label": $word},
               {"when": {"category": "orphan"}, "add": "7个百分点", "label": $word}]}])");
  const auto told = [&](const char* assistance) {
    return parting(tiny.settle(case_of(R"({"kind": "inpatient", "from": "2024-03-01",
      "sheet": {"total": 1000, "in_scope": 1000, "assistance": )" +
                                       std::string(assistance) + "}}")));
  };
  // 55% by the rules; 50% without the change, 62% with the other one too.
  CHECK(told("500") == "assistance adjust true 550 500");
  CHECK(told("620") == "assistance pays true 550 620");
  // 57% as an orphan.
  CHECK(told("570") == "assistance adjust true 5个百分点 7个百分点");
}

TEST_CASE("nothing is held against rules that cannot compute it") {
  CHECK(insured("none", insured_stay("03-01", "7")).at("/notices/fit.settled_differs") == "absent");
  CHECK(insured("resident", insured_stay("03-01", "7", "outpatient")).at("/notices/fit.settled_differs") ==
        "absent");
  // Nothing paid is what almost any change would give.
  CHECK(parting(insured("resident", insured_stay("03-01", "0")), kSettledAt) ==
        "serious_illness base false 3000 -");
}

}  // namespace
}  // namespace aidcheck::test
