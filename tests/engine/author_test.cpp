#include <catch2/catch.hpp>
#include <string>

#include "check.h"
#include "compare.h"
#include "examples.h"
#include "json/read.h"
#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

const char* const kPack =
    R"("readings": {"rate": {"label": $word, "choices": {"low": $word, "high": $word}, "default": "low", "cite": "law#1"}},
  "pools": {"year": {"label": $word, "limit": "30万元", "per": "year", "cite": "law#1"}},
  "entitlements": [{"id": "premium", "when": {"category": "subsistence"}, "label": $word, "text": $word}],
  "actions": [{"id": "nearer", "when": {"where": "outside"}, "label": $word, "text": $word, "cite": "law#1",
               "set": {"where": "city"}}],
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "draws_on": "year",
    "except": [{"id": "far", "when": {"where": "outside"}, "text": $word}],
    "pays": [{"when": {"rate": "low"}, "rate": "50%"}, {"rate": "80%"}]}])";

std::vector<Error> errors_of(const std::string& pack_json) {
  return check_packs({pack_json}, {}).front().errors;
}

std::string faults_of(const std::string& pack_json) {
  std::string told;
  for (const Error& error : errors_of(pack_json)) told += std::string(error.code) + ' ' + error.at + '\n';
  return told;
}

TEST_CASE("a checker names everything that is wrong and not the first alone") {
  CHECK(faults_of(pack_with(kPack)).empty());
  CHECK_THAT(faults_of("{"), StartsWith("json.syntax"));
  std::string pack = changed(pack_with(kPack), R"("50%")", R"("50元")");
  pack = changed(pack, R"("30万元")", R"("30")");
  pack = changed(pack, R"("draws_on")", R"("draw_on")");
  const std::string faults = faults_of(pack);
  CHECK_THAT(faults, Contains("figure.wrong_unit /layers/0/pays/0/rate\n"));
  CHECK_THAT(faults, Contains("figure.malformed /pools/year/limit\n"));
  CHECK_THAT(faults, Contains("field.unknown /layers/0/draw_on\n"));
}

TEST_CASE("a checker stops at a hundred faults") {
  std::string layers;
  for (int i = 0; i < 300; ++i) layers += (i == 0 ? "" : ",") + std::string(R"({"id": 1, "sheet": "basic"})");
  CHECK(errors_of(pack_with(R"("layers": [)" + layers + ']')).size() == 100);
  std::string unknown;
  for (int i = 0; i < 300; ++i) unknown += ", \"x" + std::to_string(i) + "\": 1";
  const std::vector<Error> errors = errors_of(pack_with(R"("layers": [])" + unknown));
  CHECK(errors.size() == 100);
  CHECK(errors.back().at == "/x99");
  CHECK_FALSE(errors.back().nearest.empty());
}

// The differences that a worked example shows, one a line.
std::string differences(std::string_view expect, std::string_view case_members = R"("where": "city")") {
  Tiny tiny(kPack);
  const std::string example =
      R"({"title": {"zh-Hans": "例", "en": "example"}, "pins": ["law#1"], "working": {}, "case": )" +
      case_of(visit(std::string(R"("id": "a", "kind": "inpatient", "from": "2024-03-01", )") +
                        std::string(case_members),
                    "100")) +
      R"(, "expect": )" + std::string(expect) + '}';
  const auto found = run_example(tiny.engine(), example);
  if (!found.ok()) return std::string(found.error().code) + ' ' + found.error().at;
  std::string told;
  for (const Difference& difference : found.value())
    told += difference.at + ": " + difference.expected + " / " + difference.found + '\n';
  return told;
}

TEST_CASE("a worked example compares what it expects and nothing else") {
  CHECK(differences("{}").empty());
  CHECK(
      differences(R"({"payers": {"aid": 50}, "personal": {"in_scope": 50.00, "out_of_scope": 0, "total": 5e1},
    "visits": {"a": {"category": "subsistence", "payers": {"aid": 50}, "personal": {"total": 50}}},
    "after": {"pools": {"year": 50}, "cumulative": {}}, "notices": ["estimate.only"], "no_notices": ["sheet.does_not_add_up"],
    "entitlements": ["premium"], "no_entitlements": ["other"], "readings": ["rate"], "assumed": ["before"]})")
          .empty());
  CHECK(differences(R"({"visits": {"a": {"not_paid": {"aid": "far"}}}})", R"("where": "outside")").empty());
  CHECK(
      differences(R"({"error": {"code": "choice.unknown", "at": "/visits/0/where"}})", R"("where": "abroad")")
          .empty());
}

TEST_CASE("a worked example may expect ranges, and what is not known") {
  // Far away nothing is paid, elsewhere half of 100.
  const char* const kWhere = R"("where": null)";
  CHECK(differences(
            R"({"payers": {"aid": {"min": 0, "max": 50}}, "personal": {"total": {"min": 50, "max": 100}},
    "visits": {"a": {"payers": {"aid": {"min": 0, "max": 50.0}}}}, "unknown": [{"at": "/visits/0/where"}]})",
            kWhere)
            .empty());
  CHECK(differences(R"({"unknown": [{"fact": "where", "visit": "a", "at": "/visits/0/where"}]})", kWhere)
            .empty());
  CHECK(differences(R"({"unknown": []})").empty());
  CHECK(differences(R"({"payers": {"aid": {"min": 1, "max": 50}}})", kWhere) == "/payers/aid: 1–50 / 0–50\n");
  CHECK(differences(R"({"personal": {"total": {"min": 50, "max": 99}}})", kWhere) ==
        "/personal/total: 50–99 / 50–100\n");
  CHECK(differences(R"({"payers": {"aid": 50}})", kWhere) == "/payers/aid: 50 / 0–50\n");
  CHECK(differences(R"({"payers": {"aid": {"min": 0, "max": 50}}})") == "/payers/aid: 0–50 / 50\n");
  CHECK(differences(R"({"unknown": [{"at": "/visits/0/kind"}]})", kWhere) ==
        "/unknown/0/at: /visits/0/kind / nothing\n/unknown: nothing else / /visits/0/where\n");
  CHECK(differences(R"({"unknown": []})", kWhere) == "/unknown: nothing else / /visits/0/where\n");
  CHECK(differences(R"({"unknown": [{"at": "/visits/0/where", "fact": "kind"}]})", kWhere) ==
        "/unknown/0/fact: kind / where\n");
}

TEST_CASE("a worked example shows every difference") {
  CHECK(differences(R"({"payers": {"aid": 50.01}})") == "/payers/aid: 50.01 / 50\n");
  CHECK(differences(R"({"payers": {"aids": 50}})") == "/payers/aids: 50 / nothing\n");
  CHECK(differences(R"({"personal": {"total": 49, "in_scope": 48}})") ==
        "/personal/total: 49 / 50\n/personal/in_scope: 48 / 50\n");
  CHECK(differences(R"({"visits": {"a": {"category": "orphan"}}})") ==
        "/visits/a/category: orphan / subsistence\n");
  CHECK(differences(R"({"visits": {"b": {"category": "orphan"}}})") ==
        "/visits/b/category: orphan / nothing\n");
  CHECK(differences(R"({"visits": {"a": {"category": null}}})") ==
        "/visits/a/category: null / subsistence\n");
  CHECK(differences(R"({"visits": {"a": {"not_paid": {"aid": "far"}}}})") ==
        "/visits/a/not_paid: far / nothing\n");
  CHECK(differences(R"({"after": {"pools": {"year": 51}}})") == "/after/pools/year: 51 / 50\n");
  CHECK(differences(R"({"notices": ["x"]})") == "/notices: x / it is not there\n");
  CHECK(differences(R"({"no_notices": ["estimate.only"]})") ==
        "/no_notices: no estimate.only / it is there\n");
  CHECK(differences(R"({"no_entitlements": ["premium"]})") == "/no_entitlements: no premium / it is there\n");
  CHECK(differences(R"({"payers": {"aid": 50}})", R"("where": "abroad")") ==
        ": a result / choice.unknown at /visits/0/where\n");
  CHECK(differences(R"({"error": {"code": "fact.missing"}})") == "/error/code: fact.missing / nothing\n");
  CHECK(differences(R"({"error": {"code": "choice.unknown", "at": "/visits/0"}})", R"("where": "abroad")") ==
        "/error/at: /visits/0 / /visits/0/where\n");
}

TEST_CASE("a range is held against a range, both ends") {
  const auto compared = [](std::string_view expect, std::string_view result) {
    const auto a = json::read(expect, Fault::kCase);
    const auto b = json::read(result, Fault::kInternal);
    std::string told;
    for (const Difference& difference : compare(a.value(), b.value()))
      told += difference.at + ": " + difference.expected + " / " + difference.found + '\n';
    return told;
  };
  const char* const paid = R"({"payers": [{"id": "aid", "amount": {"min": 1, "max": 2.5}}],
    "personal": {"total": {"min": 7.5, "max": 9}}, "visits": [{"id": "1", "personal": {"in_scope": {"min": 0, "max": 1}}}]})";
  CHECK(
      compared(R"({"payers": {"aid": {"min": 1, "max": 2.50}}, "personal": {"total": {"min": 7.5, "max": 9}},
    "visits": {"1": {"personal": {"in_scope": {"min": 0, "max": 1}}}}})",
               paid)
          .empty());
  CHECK(compared(R"({"payers": {"aid": {"min": 1, "max": 2}}})", paid) == "/payers/aid: 1–2 / 1–2.5\n");
  CHECK(compared(R"({"payers": {"aid": {"min": 0, "max": 2.5}}})", paid) == "/payers/aid: 0–2.5 / 1–2.5\n");
  CHECK(compared(R"({"payers": {"aid": 1}})", paid) == "/payers/aid: 1 / 1–2.5\n");
  CHECK(compared(R"({"personal": {"total": {"min": 7.5, "max": 8}}})", paid) ==
        "/personal/total: 7.5–8 / 7.5–9\n");
  CHECK(compared(R"({"payers": {"aid": {"min": 1, "max": 1}}})",
                 R"({"payers": [{"id": "aid", "amount": 1}]})") == "/payers/aid: 1–1 / 1\n");
}

TEST_CASE("a worked example compares what can be done with all that it changes") {
  const auto told = [](const char* expect) { return differences(expect, R"("where": "outside")"); };
  CHECK(told(R"({"what_if": {"nearer": {"personal_total": 50, "saves": 50,
                                         "change": {"/visits/0/where": "city"}}}})")
            .empty());
  CHECK(told(R"({"what_if": {"nearer": {"saves": 49}}})") == "/what_if/nearer/saves: 49 / 50\n");
  CHECK(told(R"({"what_if": {"nearer": {"saves": {"min": 0, "max": 50}}}})") ==
        "/what_if/nearer/saves/min: 0 / nothing\n/what_if/nearer/saves/max: 50 / nothing\n");
  CHECK(told(R"({"what_if": {"nearer": {"change": {"/visits/0/where": "county"}}}})") ==
        "/what_if/nearer/change/~1visits~10~1where: county / city\n");
  CHECK(told(R"({"what_if": {"nearer": {"change": {}}}})") ==
        "/what_if/nearer/change: 0 changes / 1 changes\n");
  CHECK(told(R"({"what_if": {"other": {"saves": 50}}})") == "/what_if/other/saves: 50 / nothing\n");
  CHECK(told(R"({"no_what_if": ["nearer"]})") == "/no_what_if: no nearer / it is there\n");
  CHECK(told(R"({"no_what_if": ["other"]})").empty());
  CHECK(differences(R"({"no_what_if": ["nearer"]})").empty());
}

TEST_CASE("a worked example that expects what no result has is different") {
  CHECK_FALSE(differences(R"({"payer": {"aid": 50}})").empty());
  CHECK_FALSE(differences(R"({"total": 99})").empty());
  CHECK(differences(R"({"total": 100})").empty());
}

TEST_CASE("a worked example that is none is an error") {
  Tiny tiny(kPack);
  const auto error = [&](const char* text) {
    const auto found = run_example(tiny.engine(), text);
    return found.ok() ? std::string("none") : std::string(found.error().code) + ' ' + found.error().at;
  };
  CHECK(error("") == "json.syntax ");
  CHECK(error("{}") == "field.missing /case");
  CHECK(error(R"({"case": {}})") == "field.missing /expect");
  CHECK(error(R"({"case": [], "expect": {}})") == "type.wrong /case");
  CHECK(error(R"({"case": {}, "expect": {}, "expcet": {}})") == "field.unknown /expcet");
  CHECK(error("[]") != "none");
}

}  // namespace
}  // namespace aidcheck::test
