#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

const char* const kPack = R"(
  "pools": {"year": {"label": $word, "limit": "30万元", "per": "year", "cite": "law#1"}},
  "layers": [{"id": "basic", "sheet": "basic"}, {"id": "large_amount", "sheet": "large_amount"},
    {"id": "assistance", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic", "large_amount"]},
     "deductible": "1000元", "pays": [{"rate": "85%"}], "draws_on": "year"},
    {"id": "other", "sheet": "other", "pays_for": "anything"}])";

Answer settle(std::string_view sheet) {
  static const Tiny tiny(kPack);
  return tiny.settle(case_of(R"({"id": "a", "kind": "inpatient", "from": "2024-03-01", "sheet": {)" +
                             std::string(sheet) + "}}"));
}

std::string steps_of(const Answer& answer, std::string_view visit) {
  std::string told;
  for (const json::Value& step : answer.find("/visits/" + std::string(visit) + "/steps")->items) {
    const auto part = [&](const char* name) {
      return step.find(name) == nullptr ? "-" : step.find(name)->text;
    };
    told += part("layer") + ' ' + part("op") + ' ' + part("field") + ' ' + part("parameter") + ' ' +
            part("amount") + ' ' + part("so_far") + '\n';
    CHECK(step.find("label") != nullptr);
    CHECK(step.find("cite") != nullptr);
  }
  return told;
}

TEST_CASE("a notice that the pack puts first stands before all others and calls for attention") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + R"(],
    "notices": [{"id": "later", "label": $word, "text": $word, "cite": "law#1"},
                {"id": "frame", "first": true, "label": $word, "text": $word, "cite": "law#1"}])");
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["extreme_poverty"])", stay("2024-03-01", "100")));
  CHECK(answer.at("/notices/0/code") == "frame");
  CHECK(answer.at("/notices/0/level") == "attention");
  CHECK(answer.at("/notices/1/code") == "identity.not_assisted");
  CHECK(answer.at("/notices/later/level") == "info");
  const Answer without_visits = tiny.settle(case_of(R"("identities": [])", ""));
  CHECK(without_visits.at("/notices/0/code") == "frame");
}

TEST_CASE("every figure is explained by steps that a clerk can replay") {
  const Answer answer = settle(R"("total": 52000, "fully_own": 7000, "in_scope": 45000, "basic": 31000)");
  // 45,000 - 31,000 = 14,000; above 1,000: 13,000; 85%: 11,050
  CHECK(steps_of(answer, "a") ==
        "basic pays basic - 31000 -\n"
        "assistance take in_scope - 45000 45000\n"
        "assistance less basic - 31000 14000\n"
        "assistance base - - - 14000\n"
        "assistance deductible - 1000元 1000 13000\n"
        "assistance rate - 85% - 11050\n"
        "assistance cap - 30万元 0 11050\n"
        "assistance pays - - 11050 -\n");
  CHECK(answer.at("/visits/a/steps/take/at") == "/visits/0/sheet/in_scope");
  CHECK(answer.at("/visits/a/steps/less/at") == "/visits/0/sheet/basic");
  CHECK(answer.at("/visits/a/steps/rate/cite/0/source") == "law");
  CHECK(answer.at("/visits/a/steps/rate/cite/0/article") == "1");
}

TEST_CASE("a payer that a sheet states takes its line even where it paid nothing to the base") {
  const Answer answer =
      settle(R"("total": 3000, "in_scope": 3000, "basic": 1000, "large_amount": 500, "other": 1)");
  // 3000 - 1000 - 500 = 1500; 500 above; 425
  CHECK(answer.pays("assistance") == "425");
  CHECK_THAT(steps_of(answer, "a"), Contains("assistance less large_amount - 500 1500\n"));
  CHECK_THAT(steps_of(answer, "a"), Contains("other pays other - 1 -\n"));
}

TEST_CASE("a sheet that does not add up is a notice with both sums") {
  const auto notice = [](const char* sheet) {
    return settle(sheet).at("/notices/sheet.does_not_add_up/message/en");
  };
  const std::string message = notice(
      R"("total": 1000, "fully_own": 100, "over_limit": 50, "own_first": 50, "in_scope": 799.99, "basic": 0)");
  CHECK_THAT(message, Contains("1,000.00"));
  CHECK_THAT(message, Contains("999.99"));
  CHECK(
      settle(
          R"("total": 1000, "fully_own": 100, "over_limit": 50, "own_first": 50, "in_scope": 800.01, "basic": 0)")
          .at("/notices/sheet.does_not_add_up/at") == "/visits/0/sheet");
  CHECK(
      notice(
          R"("total": 1000, "fully_own": 100, "over_limit": 50, "own_first": 50, "in_scope": 800, "basic": 0)") ==
      "absent");
}

TEST_CASE("a sheet that leaves parts out adds up unless it holds too much") {
  const auto adds_up = [](const char* sheet) {
    return settle(sheet).find("/notices/sheet.does_not_add_up") == nullptr;
  };
  CHECK(adds_up(R"("total": 1000, "in_scope": 800, "basic": 0)"));
  CHECK(adds_up(R"("total": 1000, "in_scope": 1000, "basic": 0)"));
  CHECK(adds_up(R"("total": 1000, "in_scope": 800, "own_first": 200, "basic": 0)"));
  CHECK_FALSE(adds_up(R"("total": 1000, "in_scope": 1000.01, "basic": 0)"));
  CHECK_FALSE(adds_up(R"("total": 1000, "in_scope": 800, "own_first": 200.01, "basic": 0)"));
}

TEST_CASE("a visit says whether its sheet adds up") {
  const auto adds_up = [](const char* sheet) { return settle(sheet).at("/visits/a/adds_up"); };
  CHECK(
      adds_up(
          R"("total": 1000, "fully_own": 100, "over_limit": 50, "own_first": 50, "in_scope": 800, "basic": 0)") ==
      "true");
  CHECK(
      adds_up(
          R"("total": 1000, "fully_own": 100, "over_limit": 50, "own_first": 50, "in_scope": 799, "basic": 0)") ==
      "false");
  CHECK(adds_up(R"("total": 1000, "in_scope": 1000.01, "basic": 0)") == "false");
  CHECK(adds_up(R"("total": 1000, "in_scope": 800, "basic": 0)") == "null");
}

TEST_CASE("assistance that a sheet states is compared and never added") {
  const std::string sheet = R"("total": 45000, "in_scope": 45000, "basic": 31000)";
  CHECK(settle(sheet + R"(, "assistance": 11050)").at("/notices/sheet.assistance_same/level") == "info");
  const Answer differs = settle(sheet + R"(, "assistance": 11000)");
  CHECK(differs.pays("assistance") == "11050");
  CHECK(differs.at("/notices/sheet.assistance_differs/level") == "attention");
  CHECK(differs.at("/notices/sheet.assistance_differs/at") == "/visits/0/sheet/assistance");
  const Answer not_yet = settle(sheet + R"(, "assistance": 0)");
  CHECK(not_yet.at("/notices/sheet.assistance_same") == "absent");
  CHECK(not_yet.at("/notices/sheet.assistance_differs") == "absent");
}

TEST_CASE("another fund lowers only what is paid in all and may hold top-up") {
  const Answer answer = settle(R"("total": 1500, "in_scope": 1000, "basic": 0, "other": 300)");
  CHECK(answer.at("/personal/in_scope") == "1000");
  CHECK(answer.at("/personal/out_of_scope") == "500");
  CHECK(answer.at("/personal/total") == "1200");
  CHECK(answer.at("/notices/sheet.other_may_hold_top_up/visit") == "a");
}

TEST_CASE("every result says that it is an estimate") {
  CHECK(settle(R"("total": 1, "in_scope": 1, "basic": 0)").at("/notices/estimate.only/level") == "info");
}

TEST_CASE("the documents that were cited are listed and no others") {
  Engine engine;
  const std::string pack = changed(pack_with(kPack), R"("articles": {"1": {)",
                                   R"("articles": {"0": {"label": $word, "text": $word}, "1": {)");
  REQUIRE(engine
              .load(changed(pack, R"("sources": {)",
                            R"("sources": {"unused": {"number": "2号", "title": $word, "issuer": $word,
    "issued": "2020-01-01", "trust": "T2", "articles": {"1": {"label": $word, "text": $word}}}, )"))
              .ok);
  const Answer answer(engine.estimate(case_of(
      R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"total": 1, "in_scope": 1, "basic": 0}})")));
  INFO(answer.json());
  REQUIRE(answer.ok());
  CHECK(answer.find("/sources")->items.size() == 1);
  CHECK(answer.at("/sources/law/number") == "1号");
  CHECK(answer.at("/sources/law/trust") == "T1");
  CHECK(answer.find("/sources/law/articles")->items.size() == 1);
  CHECK(answer.at("/sources/law/articles/1/text/zh-Hans") == "词");
}

const char* const kStatements = R"(
  "entitlements": [{"id": "premium", "when": {"category": ["subsistence", "orphan"]}, "label": $word, "text": $word, "cite": "law#1"},
                   {"id": "for_all", "when": {"category": {"not": "none"}}, "label": $word, "text": $word, "cite": "law#1"},
                   {"id": "insured", "when": {"insurance": "resident"}, "label": $word, "text": $word, "cite": "law#1"}],
  "notices": [{"id": "stay_in_county", "when": {"kind": "inpatient", "where": "county", "category": {"not": "none"}}, "label": $word, "text": $word, "cite": "law#1"},
              {"id": "somebody", "when": {"category": {"not": "none"}}, "label": $word, "text": $word}],
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "50%"}]}])";

TEST_CASE("entitlements are due to those who hold an identity in the year") {
  const Tiny tiny(kStatements);
  const auto due = [&](const char* person) {
    const Answer answer = tiny.settle(case_of(person, stay("2024-03-01", "1")));
    std::string told;
    for (const json::Value& each : answer.find("/entitlements")->items)
      told += each.find("id")->text + ' ' + each.find("category")->text + ';';
    return told;
  };
  CHECK(due(R"("identities": [])").empty());
  CHECK(due(R"("identities": ["subsistence"])") == "premium subsistence;for_all subsistence;");
  CHECK(due(R"("identities": ["near_subsistence"])") == "for_all near_subsistence;");
  CHECK(due(R"("identities": ["near_subsistence", "orphan"])") == "premium orphan;for_all near_subsistence;");
  CHECK(due(R"("identities": ["orphan"], "insurance": "resident")") ==
        "premium orphan;for_all orphan;insured orphan;");
  CHECK(due(R"("identities": ["orphan"], "insurance": "employee")") == "premium orphan;for_all orphan;");
  CHECK(due(R"("identities": [{"category": "orphan", "until": "2023-12-31"}])").empty());
  CHECK(due(R"("identities": [{"category": "orphan", "from": "2025-01-01"}])").empty());
  CHECK(due(R"("identities": [{"category": "orphan", "from": "2024-12-31"}])") ==
        "premium orphan;for_all orphan;");
  CHECK(due(R"("identities": ["monitored_rural"])").empty());
}

TEST_CASE("a notice of the pack is given once and at the visit it is about") {
  const Tiny tiny(kStatements);
  const auto at = [](const char* id, const char* where) {
    return visit(std::string(R"("kind": "inpatient", "from": "2024-03-01", "id": ")") + id +
                     R"(", "where": ")" + where + '"',
                 "1");
  };
  const Answer answer =
      tiny.settle(case_of(at("a", "city") + ',' + at("b", "county") + ',' + at("c", "county")));
  CHECK(answer.at("/notices/stay_in_county/visit") == "b");
  CHECK(answer.at("/notices/stay_in_county/at") == "/visits/1");
  CHECK(answer.at("/notices/stay_in_county/cite/0/article") == "1");
  CHECK(answer.at("/notices/somebody/visit") == "absent");
  int told = 0;
  for (const json::Value& each : answer.find("/notices")->items)
    told += each.find("code")->text == "stay_in_county" ? 1 : 0;
  CHECK(told == 1);
  CHECK(tiny.settle(case_of(R"("identities": [])", at("b", "county"))).at("/notices/stay_in_county") ==
        "absent");
}

TEST_CASE("a notice whose condition hangs on something unknown is not given") {
  const Tiny tiny(kStatements);
  const Answer answer = tiny.settle(case_of(stay("2024-03-01", "1")));
  CHECK(answer.at("/notices/stay_in_county") == "absent");
  CHECK(answer.at("/notices/somebody/message/en") == "word");
}

}  // namespace
}  // namespace aidcheck::test
