#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::StartsWith;

const std::string kInsurances =
    R"({"id": "basic", "sheet": "basic"}, {"id": "large_amount", "sheet": "large_amount"},
       {"id": "other", "sheet": "other", "pays_for": "anything"},)";

std::string sheet(std::string_view amounts) {
  return case_of(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {)" + std::string(amounts) + "}}");
}

TEST_CASE("cost flows through the layers in their order") {
  const Tiny tiny(R"("layers": [)" + kInsurances + R"(
    {"id": "first", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic", "large_amount"]},
     "pays": [{"rate": "50%"}]},
    {"id": "second", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic", "large_amount", "first"]},
     "pays": [{"rate": "80%"}]}])");
  const Answer answer = tiny.settle(
      sheet(R"("total": 1200, "in_scope": 1000, "basic": 300, "large_amount": 100, "other": 20)"));
  // first: (1000 - 300 - 100) * 50% = 300; second: (1000 - 300 - 100 - 300) * 80% = 240
  CHECK(answer.pays("basic") == "300");
  CHECK(answer.pays("large_amount") == "100");
  CHECK(answer.pays("first") == "300");
  CHECK(answer.pays("second") == "240");
  CHECK(answer.pays("other") == "20");
  // in scope: 1000 - 300 - 100 - 300 - 240 = 60; out: 1200 - 1000; all: 60 + 200 - 20
  CHECK(answer.at("/personal/in_scope") == "60");
  CHECK(answer.at("/personal/out_of_scope") == "200");
  CHECK(answer.at("/personal/total") == "240");
  CHECK(answer.at("/total") == "1200");
}

TEST_CASE("a layer takes off only what its base names") {
  const Tiny tiny(R"("layers": [)" + kInsurances + aid_layer(R"("pays": [{"rate": "10%"}])") + ']');
  CHECK(tiny.settle(sheet(R"("total": 1000, "in_scope": 1000, "basic": 300)")).pays("aid") == "100");
}

TEST_CASE("a base is a sum of sheet fields and never below zero") {
  const Tiny tiny(R"("layers": [)" + kInsurances + R"(
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["in_scope", "own_first", "over_limit"], "less": ["basic"]},
     "pays": [{"rate": "100%"}]}])");
  CHECK(tiny.settle(sheet(R"("total": 90, "in_scope": 50, "own_first": 30, "over_limit": 10, "basic": 40)"))
            .pays("aid") == "50");
  CHECK(tiny.settle(sheet(R"("total": 90, "in_scope": 50, "own_first": 30, "over_limit": 10, "basic": 90)"))
            .pays("aid") == "0");
  CHECK(tiny.settle(sheet(R"("total": 90, "in_scope": 50, "own_first": 30, "over_limit": 10, "basic": 95)"))
            .pays("aid") == "0");
}

TEST_CASE("what is in scope is what the pack says") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']');
  const Answer narrow =
      tiny.settle(sheet(R"("total": 100, "in_scope": 50, "own_first": 30, "fully_own": 20)"));
  CHECK(narrow.pays("aid") == "50");
  CHECK(narrow.at("/personal/out_of_scope") == "50");
  CHECK(narrow.at("/personal/out_of_scope_parts/fully_own/amount") == "20");
  CHECK(narrow.at("/personal/out_of_scope_parts/own_first/amount") == "30");
  CHECK(narrow.at("/personal/out_of_scope_parts/over_limit/amount") == "absent");

  Engine engine;
  REQUIRE(engine
              .load(changed(pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']'),
                            R"("of": ["in_scope"])", R"("of": ["in_scope", "own_first"])"))
              .ok);
  const Answer wide(
      engine.estimate(sheet(R"("total": 100, "in_scope": 50, "own_first": 30, "fully_own": 20)")));
  CHECK(wide.pays("aid") == "80");
  CHECK(wide.at("/personal/out_of_scope") == "20");
  CHECK(wide.at("/personal/out_of_scope_parts/own_first/amount") == "absent");
}

TEST_CASE("a deductible is borne before the rate applies") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("deductible": "100元", "pays": [{"rate": "50%"}])") + ']');
  CHECK(tiny.settle(case_of(stay("2024-03-01", "99.99"))).pays("aid") == "0");
  CHECK(tiny.settle(case_of(stay("2024-03-01", "100"))).pays("aid") == "0");
  // 0.01 above: half a fen, rounded up
  CHECK(tiny.settle(case_of(stay("2024-03-01", "100.01"))).pays("aid") == "0.01");
  CHECK(tiny.settle(case_of(stay("2024-03-01", "300"))).pays("aid") == "100");
  // per visit: it is borne at each
  CHECK(tiny.settle(case_of(stay("2024-03-01", "300") + ',' + stay("2024-04-01", "300"))).pays("aid") ==
        "200");
}

TEST_CASE("a deductible may hang on facts, and none applies where no row holds") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"(
    "deductible": [{"when": {"hospital": "tertiary"}, "amount": "100元"}, {"when": {"hospital": "secondary"}, "amount": "50元"}],
    "pays": [{"rate": "100%"}])") +
                  ']');
  const auto paid = [&](const std::string& hospital) {
    return tiny
        .settle(case_of(
            visit(R"("kind": "inpatient", "from": "2024-03-01", "hospital": ")" + hospital + '"', "120")))
        .pays("aid");
  };
  CHECK(paid("tertiary") == "20");
  CHECK(paid("secondary") == "70");
  CHECK(paid("primary") == "120");
}

TEST_CASE("a payment rounds half up to the fen once") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "85%"}])") + ']');
  const auto paid = [&](const char* amount) {
    return tiny.settle(case_of(stay("2024-03-01", amount))).pays("aid");
  };
  CHECK(paid("0.01") == "0.01");  // 0.85 fen
  CHECK(paid("0.02") == "0.02");  // 1.7
  CHECK(paid("0.10") == "0.09");  // 8.5
  CHECK(paid("0.30") == "0.26");  // 25.5
  CHECK(paid("0.33") == "0.28");  // 28.05
  CHECK(paid("0.50") == "0.43");  // 42.5
  CHECK(paid("14000") == "11900");
}

TEST_CASE("payers that a sheet with basic leaves out paid nothing") {
  const Tiny tiny(R"("layers": [)" + kInsurances + aid_layer(R"("pays": [{"rate": "10%"}])") + ']');
  const Answer left_out = tiny.settle(sheet(R"("total": 100, "in_scope": 100, "basic": 30)"));
  CHECK(left_out.pays("large_amount") == "absent");
  CHECK(left_out.pays("other") == "absent");
  CHECK(left_out.at("/personal/total") == "60");
  const Answer stated =
      tiny.settle(sheet(R"("total": 100, "in_scope": 100, "basic": 30, "large_amount": 0)"));
  CHECK(stated.pays("large_amount") == "0");
}

TEST_CASE("a sheet without basic leaves the others open") {
  const Tiny tiny(R"("layers": [{"id": "large_amount", "sheet": "large_amount"}])");
  const auto paid = [&](const char* members) {
    const Answer answer = tiny.settle(sheet(members));
    return answer.at("/personal/total") + ", " + unknown_in(answer);
  };
  CHECK(paid(R"("total": 100, "in_scope": 100)") == "0 to 100, /visits/0/sheet/large_amount");
  CHECK(tiny.settle(sheet(R"("total": 100, "in_scope": 100)")).pays("large_amount", "1") == "0 to 100");
  CHECK(paid(R"("total": 100, "in_scope": 100, "large_amount": 1)") == "99, nothing");
  CHECK(paid(R"("total": 100, "in_scope": 100, "basic": 0)") == "100, nothing");
}

TEST_CASE("a layer pays when one of its conditions holds") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"(
    "when": [{"kind": "inpatient", "where": "outside"}, {"kind": "chronic"}], "pays": [{"rate": "100%"}])") +
                  ']');
  const auto settle = [&](const char* members) {
    return tiny.settle(case_of(visit(std::string(R"("from": "2024-03-01", )") + members, "10")));
  };
  CHECK(settle(R"("kind": "inpatient", "where": "outside")").pays("aid") == "10");
  CHECK(settle(R"("kind": "chronic", "where": "city")").pays("aid") == "10");
  CHECK(settle(R"("kind": "chronic")").pays("aid") == "10");
  const Answer not_there = settle(R"("kind": "inpatient", "where": "city")");
  CHECK(not_there.pays("aid") == "0");
  CHECK(not_there.at("/visits/1/not_paid/aid/reason") == "not_applicable");
}

TEST_CASE("the first exception that holds keeps a visit out and is named") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"(
    "except": [{"id": "far", "when": {"where": "outside"}, "text": $word, "cite": "law#1"},
               {"id": "unreferred", "when": {"referral": "none"}, "text": $word, "cite": "law#1"}],
    "pays": [{"rate": "100%"}])") +
                  ']');
  const auto settle = [&](const char* members) {
    return tiny.settle(
        case_of(visit(std::string(R"("kind": "inpatient", "from": "2024-03-01", )") + members, "10")));
  };
  CHECK(settle(R"("where": "city", "referral": "proper")").pays("aid") == "10");
  CHECK(settle(R"("where": "outside", "referral": "proper")").at("/visits/1/not_paid/aid/reason") == "far");
  CHECK(settle(R"("where": "city", "referral": "none")").at("/visits/1/not_paid/aid/reason") == "unreferred");
  const Answer both = settle(R"("where": "outside", "referral": "none")");
  CHECK(both.at("/visits/1/not_paid/aid/reason") == "far");
  CHECK(both.pays("aid") == "0");
  CHECK(both.at("/personal/in_scope") == "10");
}

TEST_CASE("a layer without a rate for this visit pays nothing and says so") {
  const Tiny tiny(R"("layers": [)" +
                  aid_layer(R"("pays": [{"when": {"category": "orphan"}, "rate": "100%"}])") + ']');
  const Answer answer = tiny.settle(case_of(stay("2024-03-01", "10")));
  CHECK(answer.pays("aid") == "0");
  CHECK(answer.at("/visits/1/not_paid/aid/reason") == "no_rate");
}

TEST_CASE("layers may share a table of rates") {
  const Tiny tiny(R"(
    "tables": {"rates": {"rows": [{"when": {"kind": "chronic"}, "rate": "30%", "cite": "law#1"}, {"rate": "20%", "cite": "law#1"}]}},
    "layers": [{"id": "one", "label": $word, "base": {"of": ["scope"]}, "pays": {"table": "rates"}},
               {"id": "two", "label": $word, "base": {"of": ["scope"], "less": ["one"]}, "pays": {"table": "rates"}}])");
  const Answer answer = tiny.settle(
      case_of(visit(R"("kind": "chronic", "from": "2024-03-01")", "100") + ',' + stay("2024-04-01", "100")));
  CHECK(answer.pays("one", "1") == "30");
  CHECK(answer.pays("two", "1") == "21");
  CHECK(answer.pays("one", "2") == "20");
  CHECK(answer.pays("two", "2") == "16");
}

TEST_CASE("what insurances paid above scope leaves nothing to pay and is said") {
  const Tiny tiny(R"("layers": [)" + kInsurances + R"(
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]}, "pays": [{"rate": "100%"}]}])");
  const Answer answer = tiny.settle(sheet(R"("total": 100, "in_scope": 50, "fully_own": 50, "basic": 80)"));
  CHECK(answer.pays("aid") == "0");
  CHECK(answer.at("/personal/in_scope") == "0");
  CHECK(answer.at("/personal/total") == "20");
  CHECK(answer.at("/notices/sheet.paid_above_scope/at") == "/visits/0/sheet");
}

TEST_CASE("where no row says what is in scope nothing is") {
  Engine engine;
  REQUIRE(
      engine
          .load(changed(pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']'),
                        R"({"of": ["in_scope"]})", R"([{"when": {"kind": "chronic"}, "of": ["in_scope"]}])"))
          .ok);
  const auto settle = [&](const char* kind) {
    return Answer(engine.estimate(
        case_of(visit(std::string(R"("from": "2024-03-01", "kind": ")") + kind + '"', "100"))));
  };
  CHECK(settle("chronic").pays("aid") == "100");
  const Answer none = settle("inpatient");
  CHECK(none.pays("aid") == "0");
  CHECK(none.at("/personal/in_scope") == "0");
  CHECK(none.at("/personal/total") == "100");
}

TEST_CASE("what is in scope may not hang on the category") {
  // It is the same for every identity: a category is only chosen when the layers are compared.
  CHECK_THAT(
      refusal(changed(
          pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']'),
          R"({"of": ["in_scope"]})",
          R"([{"when": {"category": "orphan"}, "of": ["in_scope"]}, {"of": ["in_scope", "own_first"]}])")),
      StartsWith("bad_pack "));
}

TEST_CASE("a year without visits is settled") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']');
  const Answer answer = tiny.settle(case_of(""));
  REQUIRE(answer.ok());
  CHECK(answer.pays("aid") == "0");
  CHECK(answer.at("/personal/total") == "0");
  CHECK(answer.at("/visits") == "[]");
}

}  // namespace
}  // namespace aidcheck::test
