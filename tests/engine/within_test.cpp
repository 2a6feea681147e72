#include "within.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "plan/load.h"
#include "tiny.h"

namespace aidcheck::test {
namespace {

// Below 5 % of an income or nothing for the poorest, about 10 % for the next; 70 % at least for the poorest;
// one limit for all; nothing for outpatient care and without referral; a second layer inside the province.
const char* const kFrame = R"(
  "facts": {
    "income": {"of": "person", "type": "amount", "label": $word, "question": $word},
    "city_rate": {"of": "person", "type": "percent", "between": "不低于70%", "label": $word, "question": $word, "cite": "law#1"},
    "other_rate": {"of": "person", "type": "percent", "label": $word, "question": $word},
    "city_limit": {"of": "person", "type": "amount", "label": $word, "question": $word},
    "like": {"of": "person", "type": "choice", "label": $word, "question": $word, "choices": {"poor": $word, "near": $word}}},
  "readings": {
    "ready": {"label": $word, "choices": {"yes": $word, "no": $word}, "default": "yes", "cite": "law#1"},
    "unreferred": {"label": $word, "choices": {"out": $word, "in": $word}, "default": "out", "cite": "law#1"}},
  "pools": {"year": {"label": $word, "limit": {"of": "city_limit"}, "per": "year", "cite": "law#1"}},
  "layers": [
    {"id": "basic", "sheet": "basic"},
    {"id": "assistance", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["basic"]},
     "except": [{"id": "none", "when": {"category": "none"}, "text": $word},
                {"id": "outpatient", "when": {"kind": "outpatient"}, "text": $word},
                {"id": "unreferred", "when": {"referral": "none", "unreferred": "out"}, "text": $word}],
     "deductible": [{"when": {"category": "subsistence", "ready": "yes"}, "amount": "0元"},
                    {"when": {"category": "subsistence"}, "amount": {"of": "income", "share": "不高于5%"}},
                    {"when": {"category": "near_subsistence"}, "amount": {"of": "income", "share": "10%左右"}}],
     "pays": [{"when": {"category": "subsistence"}, "rate": {"fact": "city_rate"}},
              {"when": {"category": "orphan", "like": "poor"}, "rate": {"fact": "city_rate"}},
              {"rate": {"fact": "other_rate"}}],
     "draws_on": "year"},
    {"id": "top_up", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic", "assistance"]},
     "except": [{"id": "outside", "when": {"where": "outside"}, "text": $word}], "pays": [{"rate": {"fact": "other_rate"}}]}])";

// A local pack that lies wholly inside.
const char* const kLocal = R"(
  "pools": {"year": {"label": $word, "limit": "5万元", "per": "year", "cite": "law#1"},
            "chronic": {"label": $word, "limit": "1万元", "per": "year", "inside": "year", "cite": "law#1"}},
  "layers": [
    {"id": "basic", "sheet": "basic"},
    {"id": "assistance", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["basic"]},
     "except": [{"id": "none", "when": {"category": "none"}, "text": $word},
                {"id": "outpatient", "when": {"kind": "outpatient"}, "text": $word},
                {"id": "unreferred", "when": {"referral": "none"}, "text": $word}],
     "deductible": [{"when": {"category": "near_subsistence"}, "amount": "4000元"}],
     "pays": [{"when": {"category": "subsistence"}, "rate": "85%"}, {"rate": "65%"}],
     "draws_on": [{"when": {"kind": "chronic"}, "pools": ["chronic"]}, {"pools": ["year"]}]},
    {"id": "top_up", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic", "assistance"]},
     "except": [{"id": "outside", "when": {"where": "outside"}, "text": $word}], "pays": [{"rate": "50%"}]}])";

std::unique_ptr<Plan> plan_of(const std::string& pack) {
  std::vector<Error> errors;
  auto plan = std::make_unique<Plan>();
  load_plan(pack, errors, *plan);
  REQUIRE(errors.empty());
  return plan;
}

constexpr Fen kIncome = 4'000'000;

// The lines of that figure, layer, category and kind, one after the other: `inside 85%|不低于70%`, and where
// the line is not for every situation, ` where: ["county"]`.
std::string lines_of(const std::string& local, std::string_view figure, std::string_view layer,
                     std::string_view category, std::string_view kind, std::optional<Fen> income = kIncome) {
  const auto local_plan = plan_of(local);
  const auto frame_plan = plan_of(pack_with(kFrame));
  std::string told;
  for (const WithinLine& line : compare_within(*local_plan, *frame_plan, income)) {
    if (line.figure != figure || line.layer != layer || line.category != category || line.kind != kind)
      continue;
    told += std::string(verdict_name(line.verdict)) + ' ' + line.local.value.zh + '|' + line.frame.value.zh;
    for (const auto& [fact, answers] : line.when) {
      told += ' ' + fact + ':';
      for (const std::string& answer : answers) told += answer;
    }
    CHECK((line.why.zh.empty() == line.why.en.empty()));
    told += '\n';
  }
  return told;
}

std::string with(std::string_view part, std::string_view by) { return changed(pack_with(kLocal), part, by); }

TEST_CASE("what lies in the frame is inside, with both figures as they are printed") {
  const std::string local = pack_with(kLocal);
  CHECK(lines_of(local, "rate", "assistance", "subsistence", "inpatient") ==
        "inside 85%|不低于70% referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(local, "deductible", "assistance", "subsistence", "inpatient") ==
        "inside 没有起付标准|0元；词的不高于5% referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(local, "deductible", "assistance", "near_subsistence", "inpatient") ==
        "inside 4000元|词的10%左右 referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(local, "limit", "assistance", "subsistence", "inpatient") ==
        "inside 5万元|由当地定 referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(local, "shared_limit", "assistance", "subsistence", "") ==
        "inside 5万元；1万元|共用一个限额 kind:\"chronic\"\"inpatient\"\n");
  const auto local_plan = plan_of(local);
  const auto frame_plan = plan_of(pack_with(kFrame));
  const auto lines = compare_within(*local_plan, *frame_plan, kIncome);
  CHECK(std::all_of(lines.begin(), lines.end(),
                    [](const WithinLine& each) { return each.verdict == Verdict::kInside; }));
  CHECK(std::all_of(lines.begin(), lines.end(), [](const WithinLine& each) {
    return each.figure == "shared_limit" || (!each.local.cites.empty() && !each.frame.cites.empty());
  }));
}

TEST_CASE(
    "a rate below the floor is less generous, one that no floor bounds is held against those that have one") {
  CHECK(lines_of(with(R"("85%")", R"("69.9%")"), "rate", "assistance", "subsistence", "inpatient") ==
        "less_generous 69.9%|不低于70% referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(with(R"("85%")", R"("70%")"), "rate", "assistance", "subsistence", "inpatient") ==
        "inside 70%|不低于70% referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(pack_with(kLocal), "rate", "assistance", "near_subsistence", "inpatient") ==
        "inside 65%|由当地定 referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(with(R"("65%")", R"("85%")"), "rate", "assistance", "near_subsistence", "inpatient") ==
        "more_generous 85%|由当地定 referral:\"proper\"\"not_needed\"\n");
}

TEST_CASE("bands, changes of the rate and what is borne first count") {
  CHECK(lines_of(with(R"("rate": "85%")", R"("bands": [{"to": "1万元", "rate": "60%"}, {"rate": "90%"}])"),
                 "rate", "assistance", "subsistence",
                 "inpatient") == "less_generous 60%；90%|不低于70% referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(with(R"("pays": [{"when": {"category": "subsistence"}, "rate": "85%"})",
                      R"("adjust": [{"when": {"where": "outside"}, "subtract": "20个百分点"}],
                         "pays": [{"when": {"category": "subsistence"}, "rate": "85%"})"),
                 "rate", "assistance", "subsistence", "inpatient") ==
        "less_generous 85%－20个百分点|不低于70% where:\"outside\" referral:\"proper\"\"not_needed\"\n"
        "inside 85%|不低于70% where:\"county\"\"city\"\"province\" referral:\"proper\"\"not_needed\"\n");
  // 80 % of what is left after 10 %: 72 %
  CHECK(
      lines_of(
          with(
              R"("pays": [{"when": {"category": "subsistence"}, "rate": "85%"})",
              R"("first_bear": [{"rate": "10%"}], "pays": [{"when": {"category": "subsistence"}, "rate": "80%"})"),
          "rate", "assistance", "subsistence",
          "inpatient") == "inside 先负担10%，再按80%|不低于70% referral:\"proper\"\"not_needed\"\n");
}

TEST_CASE("deductibles are held against shares of an income, which may have to be stated") {
  const auto near = [](const char* amount, std::optional<Fen> income = kIncome) {
    return lines_of(with(R"("4000元")", amount), "deductible", "assistance", "near_subsistence", "inpatient",
                    income);
  };
  // 8 % and 12 % of 40,000
  CHECK(near(R"("3200元")").starts_with("inside"));
  CHECK(near(R"("4800元")").starts_with("inside"));
  CHECK(near(R"("3199.99元")").starts_with("more_generous"));
  CHECK(near(R"("4800.01元")").starts_with("less_generous"));
  CHECK(near(R"("4000元")", std::nullopt).starts_with("not_comparable"));
  CHECK(near(R"("0元")", std::nullopt).starts_with("more_generous"));
  const auto poor = [](const char* amount) {
    return lines_of(
        with(R"({"when": {"category": "near_subsistence"}, "amount": "4000元"})",
             R"({"when": {"category": "subsistence"}, "amount": ")" + std::string(amount) + R"("})"),
        "deductible", "assistance", "subsistence", "inpatient");
  };
  CHECK(poor("2000元").starts_with("inside"));
  CHECK(poor("2000.01元").starts_with("less_generous"));
}

TEST_CASE("a deductible of each visit cannot be told over the year") {
  const std::string each = with(R"("over": "year", "base": {"of": ["scope"], "less": ["basic"]},
     "except": [{"id": "none")",
                                R"("base": {"of": ["scope"], "less": ["basic"]},
     "except": [{"id": "none")");
  CHECK(lines_of(each, "deductible", "assistance", "near_subsistence", "inpatient")
            .starts_with("not_comparable"));
  CHECK(lines_of(each, "deductible", "assistance", "subsistence", "inpatient").starts_with("inside"));
}

TEST_CASE("where it pays is held side by side too") {
  CHECK(lines_of(with(R"(,
                {"id": "unreferred", "when": {"referral": "none"}, "text": $word})",
                      ""),
                 "applies", "assistance", "subsistence", "inpatient") ==
        "inside 支付|支付 referral:\"proper\"\"not_needed\"\nmore_generous 支付|词 referral:\"none\"\n");
  CHECK(lines_of(with(R"({"id": "outpatient", "when": {"kind": "outpatient"}, "text": $word})",
                      R"({"id": "outpatient", "when": {"kind": ["outpatient", "chronic"]}, "text": $word})"),
                 "applies", "assistance", "subsistence", "chronic") ==
        "less_generous 词|支付 referral:\"proper\"\"not_needed\"\ninside 词|词 referral:\"none\"\n");
}

TEST_CASE("what hangs on a fact that the frame does not know is not comparable") {
  std::string listed = with(
      R"("layers": [)",
      R"("facts": {"listed": {"of": "visit", "type": "yes_no", "label": $word, "question": $word}}, "layers": [)");
  listed = changed(listed, R"({"id": "unreferred", "when": {"referral": "none"}, "text": $word})",
                   R"({"id": "unreferred", "when": {"referral": "none"}, "text": $word},
                      {"id": "unlisted", "when": {"listed": false}, "text": $word})");
  CHECK(lines_of(listed, "applies", "assistance", "subsistence", "inpatient")
            .find("not_comparable 词|支付 referral:\"proper\"\"not_needed\" listed:false") !=
        std::string::npos);
}

TEST_CASE("what only the frame asks may be any answer") {
  // Like the poorest at least 70 %, like the others whatever the place says.
  CHECK(lines_of(pack_with(kLocal), "rate", "assistance", "orphan", "inpatient").starts_with("inside 65%"));
}

TEST_CASE("limits, layers and categories that one pack lacks are told") {
  CHECK(lines_of(with(R"({"pools": ["year"]})", R"({"pools": []})"), "limit", "assistance", "subsistence",
                 "inpatient") == "more_generous 没有限额|由当地定 referral:\"proper\"\"not_needed\"\n");
  CHECK(lines_of(with(R"("inside": "year", )", ""), "shared_limit", "assistance", "subsistence", "") ==
        "not_comparable 1万元；5万元|共用一个限额 kind:\"chronic\"\"inpatient\"\n");
  CHECK(lines_of(with(R"("id": "top_up")", R"("id": "more")"), "layer", "top_up", "", "") ==
        "less_generous |词\n");
  CHECK(lines_of(with(R"({"id": "orphan", "recognised_by": $word})",
                      R"({"id": "hardship_worker", "recognised_by": $word})"),
                 "category", "", "orphan", "") == "not_comparable |\n");
}

TEST_CASE("cost that counts is compared by what is in it and what is taken off") {
  CHECK(lines_of(with(R"("base": {"of": ["scope"], "less": ["basic"]})",
                      R"("base": {"of": ["scope", "own_first"], "less": ["basic"]})"),
                 "base", "assistance", "subsistence", "inpatient")
            .starts_with("more_generous"));
  CHECK(lines_of(with(R"("in_scope": {"of": ["in_scope"]})", R"("in_scope": {"of": ["own_first"]})"), "base",
                 "assistance", "subsistence", "inpatient")
            .starts_with("not_comparable"));
}

}  // namespace
}  // namespace aidcheck::test
