#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

// Insurance is the sheet's figure; where the sheet lacks it the rules compute it: 50% above 1000 of the year,
// for whoever says whether they are a student.
const char* const kPack = R"(
  "facts": {"student": {"of": "person", "type": "yes_no", "label": $word, "question": $word}},
  "layers": [
    {"id": "basic", "sheet": "basic", "over": "year", "cite": "law#1", "base": {"of": ["scope"]},
      "deductible": [{"when": {"student": true}, "amount": "500元"}, {"amount": "1000元"}],
      "pays": [{"when": {"student": false}, "rate": "50%"}, {"when": {"student": true}, "rate": "60%"}]},
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
      "pays": [{"rate": "100%"}]}])";

std::string sheet(std::string_view day, std::string_view basic) {
  return R"({"kind": "inpatient", "from": ")" + std::string(day) +
         R"(", "sheet": {"total": 2000, "in_scope": 2000)" + std::string(basic) + "}}";
}

Answer settle(std::string_view person, const std::string& visits) {
  static const Tiny tiny(kPack);
  return tiny.settle(case_of(R"("identities": ["subsistence"])" + std::string(person), visits));
}

TEST_CASE("the rules compute what a sheet leaves out") {
  const Answer answer = settle(R"(, "student": false)", sheet("2024-03-01", ""));
  CHECK(answer.pays("basic") == "500");
  CHECK(answer.pays("aid") == "1500");
}

TEST_CASE("a stated figure asks for no fact of its rules") {
  const Answer answer = settle("", sheet("2024-03-01", R"(, "basic": 700)"));
  CHECK(answer.pays("basic") == "700");
  // Nobody needs to know whether they are a student; what was counted is not known then.
  CHECK(answer.at("/after/cumulative/basic") == "0 to 2000 at the widest");
}

TEST_CASE("a stated figure is counted for the visits after it") {
  // (4000 - 1000) * 50% less (2000 - 1000) * 50%
  const std::string two = sheet("2024-03-01", R"(, "basic": 700)") + ',' + sheet("2024-04-01", "");
  CHECK(settle(R"(, "student": false)", two).pays("basic") == "1700");
  // Of a student: 700 and 60% of what lies above 500, (4000 - 500) * 60% less (2000 - 500) * 60%.
  const Answer either = settle("", two);
  CHECK(either.pays("basic") == "1700 to 1900");
  CHECK(unknown_in(either) == "/person/student");
}

TEST_CASE("what a stated figure drew hangs on facts that nobody needed") {
  const Tiny tiny(R"("pools": {"fund": {"label": $word, "limit": "1000元", "per": "year", "cite": "law#1"}},
    "layers": [{"id": "basic", "sheet": "basic", "cite": "law#1", "base": {"of": ["scope"]},
                "pays": [{"rate": "50%"}],
                "draws_on": [{"when": {"where": "county"}, "pools": "fund"}]},)" +
                  aid_layer(R"("pays": [{"rate": "50%"}])") + ']');
  const auto settled = [&](const std::string& where) {
    return tiny.settle(case_of(R"("identities": ["subsistence"])",
                               R"({"kind": "inpatient", "from": "2024-03-01")" + where +
                                   R"(, "sheet": {"total": 2000, "in_scope": 1500, "basic": 700}})"));
  };
  const Answer known = settled(R"(, "where": "county")");
  CHECK(known.at("/pools/fund/drawn") == "700");
  CHECK(known.at("/after/pools/fund") == "700");
  const Answer unknown = settled("");
  CHECK(unknown_in(unknown) == "nothing");
  CHECK(unknown.pays("basic") == "700");
  CHECK(unknown.at("/pools/fund/drawn") == "0 to 700 at the widest");
  CHECK(unknown.at("/pools/fund/left") == "300 to 1000 at the widest");
  CHECK(unknown.at("/after/pools/fund") == "0 to 700 at the widest");
}

TEST_CASE("what was paid was drawn, also where an exception of the rules would not have paid it") {
  const Tiny tiny(R"("pools": {"fund": {"label": $word, "limit": "1000元", "per": "year", "cite": "law#1"}},
    "layers": [{"id": "basic", "sheet": "basic", "cite": "law#1", "base": {"of": ["scope"]},
                "when": {"insurance": "resident"}, "pays": [{"rate": "50%"}], "draws_on": "fund",
                "except": [{"id": "away", "when": {"where": "outside"}, "text": $word}]}])");
  const auto drawn = [&](const std::string& insurance, const std::string& where) {
    return tiny
        .settle(case_of(R"("identities": [], "insurance": ")" + insurance + '"',
                        R"({"kind": "inpatient", "from": "2024-03-01", "where": ")" + where +
                            R"(", "sheet": {"total": 2000, "in_scope": 2000, "basic": 700}})"))
        .at("/pools/fund/drawn");
  };
  CHECK(drawn("resident", "county") == "700");
  CHECK(drawn("resident", "outside") == "700");
  CHECK(drawn("employee", "county") == "0");  // another fund
}

TEST_CASE("an exception is one only where the layer's condition holds") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("when": {"kind": "chronic"}, "pays": [{"rate": "100%"}],
    "except": [{"id": "away", "when": {"where": "outside"}, "text": $word}])") +
                  ']');
  const auto reason = [&](std::string_view kind) {
    const Answer answer = tiny.settle(case_of(
        visit(R"("kind": ")" + std::string(kind) + R"(", "from": "2024-03-01", "where": "outside")", "100")));
    return answer.at("/visits/0/not_paid/0/reason");
  };
  CHECK(reason("chronic") == "away");
  CHECK(reason("inpatient") == "not_applicable");
}

TEST_CASE("a notice without a condition is given without a visit too") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") +
                  R"(], "notices": [{"id": "trust", "label": $word, "text": $word, "cite": "law#1"}])");
  CHECK(tiny.settle(case_of("")).at("/notices/0/code") == "trust");
}

TEST_CASE("a total that was left out is said, where the pack lets it be") {
  const Tiny tiny(R"("without_total": "sum_of_parts", "layers": [)" +
                  aid_layer(R"("pays": [{"rate": "50%"}])") + ']');
  const Answer answer = tiny.settle(
      case_of(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"in_scope": 100, "own_first": 20}})"));
  CHECK(answer.at("/personal/total") == "70");
  CHECK(answer.at("/notices/0/code") == "sheet.total_left_out");
  const Answer bounded = tiny.settle(case_of(R"({"kind": "inpatient", "from": "2024-03-01",
                  "sheet": {"total": {"min": 130, "max": 150}, "in_scope": 100, "own_first": 20}})"));
  CHECK(bounded.at("/personal/total") == "80 to 100");
  CHECK(bounded.find("/notices/sheet.total_left_out") == nullptr);
  const Answer part = tiny.settle(case_of(R"({"kind": "inpatient", "from": "2024-03-01",
                  "sheet": {"fully_own": {"min": 5, "max": 10}, "in_scope": 100, "own_first": 20}})"));
  CHECK(part.at("/personal/total") == "75 to 80");
  CHECK(part.at("/personal/out_of_scope") == "25 to 30");
}

}  // namespace
}  // namespace aidcheck::test
