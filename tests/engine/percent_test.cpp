#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kFacts = R"(
  "facts": {
    "city_rate": {"of": "person", "type": "percent", "between": "不低于70%", "label": $word, "question": $word, "cite": "law#1"},
    "share": {"of": "person", "type": "percent", "between": "不高于5%", "label": $word, "question": $word, "cite": "law#1"},
    "limit": {"of": "person", "type": "amount", "between": {"from": "2000元", "to": "8000元"}, "label": $word, "question": $word, "cite": "law#1"},
    "own": {"of": "visit", "type": "percent", "label": $word, "question": $word},
    "income": {"of": "person", "type": "amount", "label": $word, "question": $word}},)";

std::string pack(const std::string& layer, const std::string& more = {}) {
  return std::string(kFacts) + more + R"("layers": [)" + aid_layer(layer) + ']';
}

std::string person(const std::string& members) { return R"("identities": ["subsistence"], )" + members; }

Answer settle(const std::string& members, const std::string& stated, const std::string& yuan = "1000") {
  return Tiny(members).settle(case_of(person(stated), stay("2024-03-01", yuan)));
}

TEST_CASE("a rate that the case states is paid by exactly") {
  const std::string flat = pack(R"("pays": [{"rate": {"fact": "city_rate"}}])");
  CHECK(settle(flat, R"("city_rate": 75)").pays("aid") == "750");
  CHECK(settle(flat, R"("city_rate": 72.5)").pays("aid") == "725");
  CHECK(settle(flat, R"("city_rate": 100)").pays("aid") == "1000");
  // 1.01 × 72.35 % = 0.730735
  CHECK(settle(flat, R"("city_rate": 72.35)", "1.01").pays("aid") == "0.73");
  // What the person knows of the city counts, even below the floor.
  CHECK(settle(flat, R"("city_rate": 0)").pays("aid") == "0");
}

TEST_CASE("a rate that the case states stands in bands beside printed ones, and is changed like them") {
  const std::string bands =
      pack(R"("pays": [{"bands": [{"to": "400元", "rate": {"fact": "city_rate"}}, {"rate": "62.5%"}]}],
    "adjust": [{"when": {"referral": "none"}, "subtract": "20个百分点"}, {"when": {"where": "outside"}, "times": "50%"}])");
  const Tiny tiny(bands);
  const auto pays = [&](const std::string& more) {
    return tiny
        .settle(case_of(person(R"("city_rate": 80)"),
                        visit(R"("kind": "inpatient", "from": "2024-03-01", )" + more, "1000")))
        .pays("aid");
  };
  // 400 × 80 % + 600 × 62.5 %
  CHECK(pays(R"("referral": "proper", "where": "city")") == "695");
  // 400 × 60 % + 600 × 42.5 %, and half of it
  CHECK(pays(R"("referral": "none", "where": "city")") == "495");
  CHECK(pays(R"("referral": "none", "where": "outside")") == "247.5");
}

TEST_CASE("a cumulative layer looks at the rate of each visit anew") {
  const Tiny tiny(pack(R"("over": "year", "pays": [{"rate": {"fact": "own"}}])"));
  const Answer answer =
      tiny.settle(case_of(visit(R"("kind": "inpatient", "from": "2024-03-01", "own": 50)", "1000") + ',' +
                          visit(R"("kind": "inpatient", "from": "2024-03-02", "own": 60)", "1000")));
  // 1000 × 50 %; 2000 × 60 % − 1000 × 60 %
  CHECK(answer.at("/visits/1/payers/aid/amount") == "500");
  CHECK(answer.at("/visits/2/payers/aid/amount") == "600");
}

TEST_CASE("a share of an amount may be stated too") {
  const std::string deductible =
      pack(R"("deductible": {"of": "income", "share": {"fact": "share"}}, "pays": [{"rate": "100%"}])");
  // 1000 − 9999 × 2.5 % = 1000 − 249.975, half up
  const Answer answer = settle(deductible, R"("income": 9999, "share": 2.5)");
  CHECK(answer.pays("aid") == "750.02");
  CHECK(answer.at("/visits/1/steps/deductible/parameter") == "2.5%");
  CHECK(answer.at("/visits/1/steps/deductible/field") == "income");
  // Without it 0 to 5 %: 1000 − 499.95 to 1000
  CHECK(settle(deductible, R"("income": 9999)").pays("aid") == "500.05 to 1000");
}

TEST_CASE("what is borne first may be a share that is stated") {
  CHECK(settle(pack(R"("first_bear": [{"rate": {"fact": "share"}}], "pays": [{"rate": "50%"}])"),
               R"("share": 4)")
            .pays("aid") == "480");
}

TEST_CASE("a step shows the percentage and where it is stated") {
  const Answer answer = settle(pack(R"("pays": [{"rate": {"fact": "city_rate"}}])"), R"("city_rate": 72.5)");
  CHECK(answer.at("/visits/1/steps/rate/parameter") == "72.5%");
  CHECK(answer.at("/visits/1/steps/rate/field") == "city_rate");
  CHECK(answer.at("/visits/1/steps/rate/at") == "/person/city_rate");
}

TEST_CASE("a percentage is compared with printed ones") {
  const std::string by_rate = pack(R"("pays": [{"when": {"city_rate": {"above": "75%"}}, "rate": "90%"},
    {"when": {"city_rate": {"at_least": "72.5%"}}, "rate": "80%"}, {"rate": "70%"}])");
  CHECK(settle(by_rate, R"("city_rate": 75.01)").pays("aid") == "900");
  CHECK(settle(by_rate, R"("city_rate": 75)").pays("aid") == "800");
  CHECK(settle(by_rate, R"("city_rate": 72.49)").pays("aid") == "700");
}

TEST_CASE("a percentage in a case is a number of 0 to 100 with at most two decimals") {
  const std::string flat = pack(R"("pays": [{"rate": {"fact": "city_rate"}}])");
  for (const char* value : {"100.01", "-1", "72.345", "1000000"}) {
    CAPTURE(value);
    CHECK(error_in(settle(flat, std::string(R"("city_rate": )") + value)) ==
          "bad_case number.malformed /person/city_rate");
  }
  CHECK(error_in(settle(flat, R"("city_rate": "75%")")) == "bad_case type.wrong /person/city_rate");
}

TEST_CASE("what may be unknown of a figure is described, and nobody is asked for a printed range") {
  Tiny tiny(pack(
      R"("deductible": {"of": "income", "share": "10%左右"}, "draws_on": "year",
    "pays": [{"when": {"kind": "inpatient"}, "rate": {"fact": "city_rate"}}, {"rate": "不低于50%"}])",
      R"("pools": {"year": {"label": $word, "limit": {"of": "limit"}, "per": "year", "cite": "law#1"}},)"));
  const Answer described(tiny.engine().describe(R"({"place": "320200"})"));
  REQUIRE(described.ok());
  CHECK(described.at("/facts/city_rate/type") == "percent");
  CHECK(described.at("/facts/city_rate/between/min") == "70");
  CHECK(described.at("/facts/city_rate/between/max") == "100");
  CHECK(described.at("/facts/limit/between/min") == "2000");
  CHECK(described.at("/facts/limit/between/max") == "8000");
  CHECK(described.at("/facts/income/between") == "absent");
  std::string ids;
  for (const json::Value& fact : described.find("/facts")->items) ids += fact.find("id")->text + ' ';
  CHECK(ids == "kind city_rate limit income ");
  CHECK(error_in(tiny.settle(case_of(person(R"("不低于50%": 60)"), stay("2024-03-01", "1000")))) ==
        "bad_case field.unknown /person/不低于50% (nearest: identities)");
}

TEST_CASE("a range that cannot be read, or belongs nowhere, is refused") {
  const std::string whole = pack_with(pack(R"("pays": [{"rate": {"fact": "city_rate"}}])"));
  const auto error = [&](std::string_view part, std::string_view by) {
    return refusal(changed(whole, part, by));
  };
  check_each(
      {
          {R"("不低于70%")", R"("70%")", "range.malformed /facts/city_rate/between"},
          {R"("不低于70%")", R"("不低于170%")", "figure.malformed /facts/city_rate/between"},
          {R"("不低于70%")", R"("不低于66.667%")", "figure.malformed /facts/city_rate/between"},
          {R"("不低于70%")", R"("不低于70元")", "figure.malformed /facts/city_rate/between"},
          {R"("不低于70%")", "70", "type.wrong /facts/city_rate/between"},
          {R"("from": "2000元")", R"("from": "9000元")", "range.malformed /facts/limit/between"},
          {R"("from": "2000元", )", "", "field.missing /facts/limit/between/from"},
          {R"("from": "2000元")", R"("from": "5%")", "figure.wrong_unit /facts/limit/between/from"},
          {R"({"fact": "city_rate"})", R"({"fact": "income"})",
           "reference.unknown /layers/0/pays/0 (nearest: share)"},
          {R"({"fact": "city_rate"})", R"({"fact": "city"})",
           "reference.unknown /layers/0/pays/0 (nearest: own)"},
          {R"({"fact": "city_rate"})", R"({"of": "city_rate"})", "field.missing /layers/0/pays/0/rate/fact"},
          {R"({"fact": "city_rate"})", R"("不低于3元")", "figure.malformed /layers/0/pays/0/rate"},
          {R"("type": "percent", "between": "不高于5%")", R"("type": "whole_number", "between": "不高于5元")",
           "type.wrong /facts/share/between"},
          {R"("between": "不高于5%", "label": $word, "question": $word, "cite": "law#1")",
           R"("between": "不高于5%", "label": $word, "question": $word)", "cite.missing /facts/share"},
      },
      error, "bad_pack");
}

TEST_CASE("more ranges than a visit has room for are refused") {
  std::string rows;
  for (int i = 0; i < 14; ++i) rows += R"({"when": {"referral": "none"}, "rate": "不低于50%"},)";
  CHECK(refusal(pack_with(pack(R"("pays": [)" + rows + R"({"rate": "1%"}])"))) ==
        "bad_pack pack.too_many_facts /facts");
}

}  // namespace
}  // namespace aidcheck::test
