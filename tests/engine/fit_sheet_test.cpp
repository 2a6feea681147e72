#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

const char* const kPack = R"(
  "layers": [{"id": "basic", "sheet": "basic"},
    {"id": "assistance", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
     "pays": [{"rate": "50%"}]},
    {"id": "other", "sheet": "other", "pays_for": "anything"}])";

Answer settle(const std::string& sheet) {
  static const Tiny tiny(kPack);
  return tiny.settle(
      case_of(R"({"id": "a", "kind": "inpatient", "from": "2024-03-01", "sheet": {)" + sheet + "}}"));
}

// The codes of what does not fit, each with how to check it and whom to ask.
std::string misfits(const std::string& sheet) {
  const Answer answer = settle(sheet);
  REQUIRE(answer.ok());
  std::string told;
  for (const json::Value& each : answer.find("/notices")->items) {
    if (each.find("check") == nullptr) continue;
    told += each.find("code")->text + ' ';
    CHECK(each.find("report") != nullptr);
    CHECK(each.find("level")->text == "attention");
    CHECK(each.find("visit")->text == "a");
  }
  return told;
}

TEST_CASE("a sheet that fits is told nothing of") {
  CHECK(misfits(R"("total": 1000, "fully_own": 200, "over_limit": 0, "own_first": 100, "in_scope": 700,
    "deductible": 300, "basic": 400, "serious_illness": 0, "assistance": 150, "account": 50, "cash": 400)")
            .empty());
  CHECK(misfits(R"("total": 1000, "in_scope": 700, "basic": 400)").empty());
}

TEST_CASE("what does not fit says how to check it and whom to ask, and never that anybody did wrong") {
  const Answer answer = settle(R"("total": 1000, "in_scope": 1000.01, "basic": 0)");
  const std::string notice = "/notices/sheet.does_not_add_up";
  CHECK_THAT(answer.at(notice + "/check/zh-Hans"), Contains("医院"));
  CHECK_THAT(answer.at(notice + "/check/en"), Contains("hospital"));
  CHECK_THAT(answer.at(notice + "/report/zh-Hans"), Contains("12393"));
  CHECK_THAT(answer.at(notice + "/report/en"), Contains("12393"));
  // What lets people report is cited, with how far it can be trusted.
  const std::string source = "/sources/" + answer.at(notice + "/cite/0/source");
  CHECK(answer.at(source + "/trust") == "T3");
  CHECK(answer.at(source + "/articles/0/id") == answer.at(notice + "/cite/0/article"));
  // Nothing of it where nothing is told.
  CHECK(settle(R"("total": 1000, "in_scope": 1000, "basic": 0)").at(source) == "absent");
}

TEST_CASE("of a part of which only bounds are known, only what is certain is told") {
  CHECK(misfits(R"("total": 1000, "in_scope": 800, "own_first": {"min": 200, "max": 300}, "basic": 0)")
            .empty());
  CHECK(misfits(R"("total": 1000, "in_scope": 800, "own_first": {"min": 200.01}, "basic": 0)") ==
        "sheet.does_not_add_up ");
  CHECK(misfits(R"("total": 1000, "in_scope": 800, "own_first": {"max": 199.99}, "fully_own": 0,
    "over_limit": 0, "basic": 0)") == "sheet.does_not_add_up ");
  CHECK(misfits(R"("total": 1000, "in_scope": 800, "own_first": {"max": 199.99}, "basic": 0)").empty());
}

TEST_CASE("assistance above what the insurances left in scope") {
  CHECK(misfits(R"("total": 1000, "in_scope": 700, "basic": 400, "assistance": 300.01)") ==
        "fit.paid_above_base sheet.assistance_differs ");
  CHECK(misfits(R"("total": 1000, "in_scope": 700, "basic": 400, "assistance": 300)") ==
        "sheet.assistance_differs ");
  // Once the insurances alone are above it, that is what is told.
  CHECK(misfits(R"("total": 1000, "in_scope": 700, "basic": 700.01, "assistance": 300)") ==
        "sheet.paid_above_scope sheet.assistance_differs ");
}

TEST_CASE("assistance may have a base that is wider than what is in scope") {
  const Tiny tiny(changed(kPack, R"({"of": ["scope"])", R"({"of": ["scope", "own_first"])"));
  const auto told = [&](const char* assistance) {
    return tiny
        .settle(
            case_of(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"total": 1000, "in_scope": 700,
    "own_first": 100, "basic": 400, "assistance": )" +
                    std::string(assistance) + "}}"))
        .find("/notices/fit.paid_above_base");
  };
  CHECK(told("400") == nullptr);
  CHECK(told("400.01") != nullptr);
}

TEST_CASE("all payers together above the total") {
  const std::string sheet = R"("total": 1000, "in_scope": 700, "basic": 400, "other": )";
  CHECK(misfits(sheet + "600.10").empty());
  CHECK(misfits(sheet + "600.11") == "fit.payments_differ ");
  CHECK_THAT(settle(sheet + "600.11").at("/notices/fit.payments_differ/message/zh-Hans"),
             Contains("1,000.11") && Contains("1,000.00元"));
}

TEST_CASE("what was paid and what the rules give, together above the total") {
  // Of 300 left in scope the rules give half: 400 + 150 + 450 are the total.
  const std::string sheet = R"("total": 1000, "in_scope": 700, "basic": 400, "other": )";
  CHECK(settle(sheet + "450").find("/notices/fit.paid_above_total") == nullptr);
  CHECK_THAT(settle(sheet + "450.01").at("/notices/fit.paid_above_total/message/zh-Hans"),
             Contains("1,000.01元") && Contains("1,000.00元"));
}

TEST_CASE("a deductible that leaves less in scope than basic insurance paid") {
  const std::string sheet = R"("total": 1000, "in_scope": 700, "basic": 400, "deductible": )";
  CHECK(misfits(sheet + "300").empty());
  CHECK(misfits(sheet + "300.01") == "fit.deductible_above_scope ");
  CHECK(misfits(sheet + R"({"min": 300.01})") == "fit.deductible_above_scope ");
  CHECK(misfits(sheet + R"({"min": 299})").empty());
}

TEST_CASE("account and cash that are not what is left, but for the rounding of cash") {
  const std::string sheet =
      R"("total": 1000, "in_scope": 700, "basic": 400, "serious_illness": 0, "assistance": 0, )";
  CHECK(misfits(sheet + R"("account": 100, "cash": 500)").empty());
  CHECK(misfits(sheet + R"("account": 100, "cash": 500.10)").empty());
  CHECK(misfits(sheet + R"("account": 100, "cash": 500.11)") == "fit.payments_differ ");
  CHECK(misfits(sheet + R"("account": 100, "cash": 499.90)").empty());
  CHECK(misfits(sheet + R"("account": 100, "cash": 499.89)") == "fit.payments_differ ");
  // Without one of the two the rest may stand there.
  CHECK(misfits(sheet + R"("cash": 499)").empty());
  CHECK(misfits(sheet + R"("cash": 601)") == "fit.payments_differ ");
  // Where a payer is not known, less may be left.
  const std::string open = R"("total": 1000, "in_scope": 700, "basic": 400, "account": 0, "cash": )";
  CHECK(misfits(open + "450").empty());
  CHECK(misfits(open + "601") == "fit.payments_differ ");
}

}  // namespace
}  // namespace aidcheck::test
