#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "bounds/explore.h"
#include "case/parse.h"
#include "json/read.h"
#include "plan/load.h"

namespace aidcheck::test {
namespace {

constexpr std::string_view kHead = R"({
  "place": "320200", "name": {"zh-Hans": "词", "en": "word"}, "version": "1", "in_force": {"from": "2023-01-01"},
  "sources": {"law": {"number": "1号", "title": {"zh-Hans": "词", "en": "word"}, "issuer": {"zh-Hans": "词", "en": "word"},
    "issued": "2022-12-26", "trust": "T1", "articles": {"1": {"label": {"zh-Hans": "词", "en": "word"}, "text": {"zh-Hans": "词", "en": "word"}}}}},
  "in_scope": {"of": ["in_scope"]},
  "facts": {
    "city_rate": {"of": "person", "type": "percent", "between": "不低于70%", "label": {"zh-Hans": "词", "en": "word"},
                  "question": {"zh-Hans": "词", "en": "word"}, "cite": "law#1"},
    "income": {"of": "person", "type": "amount", "label": {"zh-Hans": "词", "en": "word"}, "question": {"zh-Hans": "词", "en": "word"}}},
  "pools": {"year": {"label": {"zh-Hans": "词", "en": "word"}, "limit": "不超过3万元", "per": "year", "cite": "law#1"}},
  "layers": [{"id": "aid", "label": {"zh-Hans": "词", "en": "word"}, "cite": "law#1", "base": {"of": ["scope"]}, )";

// `800…1000`, with a mark where the ends may be wider than the figures.
std::string told(const Hull& figure) {
  const auto fen = [](Fen amount) { return std::to_string(amount); };
  if (figure.exact()) return fen(figure.least);
  return (figure.tight() ? "" : "~") + fen(figure.least) + "…" + fen(figure.most);
}

// What the layer pays over the year, in fen, for visits of so much in scope.
std::string pays(const std::string& layer, const std::string& person,
                 const std::vector<std::string>& visits) {
  Arena arena;
  const Arena::Scope scope(arena);
  std::vector<Error> errors;
  const auto plan = std::make_unique<Plan>();
  load_plan(std::string(kHead) + layer + "}]}", errors, *plan);
  REQUIRE(errors.empty());
  std::string list;
  for (const std::string& yuan : visits) {
    list += (list.empty() ? "" : ",") +
            std::string(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"total": )") + yuan +
            R"(, "in_scope": )" + yuan + "}}";
  }
  const std::string text = R"({"place": "320200", "year": 2024, "person": {"identities": [])" +
                           (person.empty() ? "" : ", " + person) + R"(}, "visits": [)" + list + "]}";
  const auto tree = json::read(text, Fault::kCase);
  const sent::Case sent = parse_case(tree.value(), errors);
  const Part part{0, {*plan, sent, digest_case(sent, {plan.get()}, *plan, errors)}, {}};
  REQUIRE(errors.empty());
  const Bounds bounds = explore({&part}, 6000, nullptr);
  REQUIRE(bounds.stop.why == Stop::Why::kNothing);
  return told(bounds.parts[0].totals.paid[0]);
}

constexpr const char* kByRate = R"("pays": [{"rate": {"fact": "city_rate"}}])";

TEST_CASE("a rate that is not stated lies within what the text says of it") {
  CHECK(pays(kByRate, "", {"1000"}) == "70000…100000");
  CHECK(pays(kByRate, R"("city_rate": null)", {"1000"}) == "70000…100000");
  CHECK(pays(R"("pays": [{"rate": "不低于70%"}])", "", {"1000", "500"}) == "105000…150000");
  CHECK(pays(R"("pays": [{"rate": "10%左右"}])", "", {"1000"}) == "8000…12000");
  CHECK(pays(R"("pays": [{"rate": "不高于5%"}])", "", {"1000"}) == "0…5000");
}

TEST_CASE("what the case says of it and what the text says both hold") {
  CHECK(pays(kByRate, R"("city_rate": {"max": 80})", {"1000"}) == "70000…80000");
  CHECK(pays(kByRate, R"("city_rate": {"min": 60, "max": 75.5})", {"1000"}) == "70000…75500");
  CHECK(pays(kByRate, R"("city_rate": {"one_of": [65, 80, 90]})", {"1000"}) == "70000…90000");
}

TEST_CASE("where they leave nothing in common, the case knows its city") {
  CHECK(pays(kByRate, R"("city_rate": {"min": 50, "max": 60})", {"1000"}) == "50000…60000");
  CHECK(pays(kByRate, R"("city_rate": 50)", {"1000"}) == "50000");
}

TEST_CASE("two rates that are not known are two, and one rate at two visits is one") {
  // 1000 in the first band and 500 in the second
  CHECK(pays(R"("pays": [{"bands": [{"to": "1000元", "rate": "不低于70%"}, {"rate": "不高于50%"}]}])", "",
             {"1500"}) == "70000…125000");
  CHECK(pays(R"("over": "year", "pays": [{"rate": "60%左右"}])", "", {"1000", "1000"}) == "96000…144000");
}

TEST_CASE("what is borne first and not known goes against what is paid") {
  CHECK(pays(R"("first_bear": [{"rate": "10%左右"}], "pays": [{"rate": "50%"}])", "", {"1000"}) ==
        "44000…46000");
  CHECK(pays(R"("first_bear": [{"rate": "10%左右"}], "pays": [{"rate": "不低于70%"}])", "", {"1000"}) ==
        "61600…92000");
  CHECK(pays(R"("pays": [{"rate": "不低于70%"}], "adjust": [{"times": "50%"}, {"subtract": "20个百分点"}])",
             "", {"1000"}) == "15000…30000");
}

TEST_CASE("a lump sum that is not known is paid up to the base") {
  CHECK(pays(R"("pays": [{"amount": "不低于300元"}])", "", {"1000"}) == "30000…100000");
}

TEST_CASE("deductibles and limits that are not known go against or with what is paid") {
  CHECK(pays(R"("deductible": "不高于600元", "pays": [{"rate": "50%"}])", "", {"1000"}) == "20000…50000");
  CHECK(pays(R"("deductible": {"of": "income", "share": "10%左右"}, "pays": [{"rate": "100%"}])",
             R"("income": 5000)", {"1000"}) == "40000…60000");
  // 8 % of 5000 at least, 12 % of 6000 at most
  CHECK(pays(R"("deductible": {"of": "income", "share": "10%左右"}, "pays": [{"rate": "100%"}])",
             R"("income": {"min": 5000, "max": 6000})", {"1000"}) == "28000…60000");
  CHECK(pays(R"("draws_on": "year", "pays": [{"rate": "100%"}])", "", {"20000", "20000"}) == "0…3000000");
  CHECK(
      pays(
          R"("over": "year", "deductible": "不低于1000元", "draws_on": "year", "pays": [{"rate": "不低于70%"}])",
          "", {"20000", "20000", "10000"}) == "0…3000000");
}

}  // namespace
}  // namespace aidcheck::test
