#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kPack = R"(
  "facts": {"age": {"of": "person", "type": "whole_number", "label": $word, "question": $word, "help": $word},
            "income": {"of": "person", "type": "amount", "label": $word, "question": $word},
            "designated": {"of": "visit", "type": "yes_no", "assumed": true, "label": $word, "question": $word},
            "unused": {"of": "visit", "type": "yes_no", "label": $word, "question": $word},
            "grade": {"of": "person", "type": "choice", "assumed": "two", "label": $word, "question": $word, "choices": {"one": $word, "two": $word}}},
  "kinds": {"maternity": {"label": $word, "stay": true}},
  "readings": {"rate": {"label": $word, "choices": {"low": $word, "high": $word}, "default": "low", "cite": "law#1"}},
  "pools": {"year": {"label": $word, "limit": "1万元", "per": "year", "cite": "law#1"},
            "by_age": {"label": $word, "limit": [{"when": {"age": {"below": 18}}, "amount": "2万元"}], "per": "year", "cite": "law#1"},
            "each": {"label": $word, "limit": "100元", "per": "visit", "cite": "law#1"}},
  "layers": [{"id": "basic", "sheet": "basic"}, {"id": "large_amount", "sheet": "large_amount"},
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "draws_on": ["year", "each"],
     "except": [{"id": "no", "when": {"designated": false}, "text": $word}],
     "pays": [{"when": {"rate": "low", "income": {"below": "1万元"}}, "rate": "50%"}, {"when": {"grade": "one"}, "rate": "80%"}]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"]}, "pays": [{"rate": "1%"}]}])";

Answer describe(const std::string& request) {
  static Tiny tiny(kPack);
  return Answer(tiny.engine().describe(request));
}

TEST_CASE("a place is described for a form") {
  const Answer answer = describe(R"({"place": "320200"})");
  REQUIRE(answer.ok());
  CHECK(answer.at("/place") == "320200");
  CHECK(answer.at("/name/zh-Hans") == "词");
  CHECK(answer.at("/packs/0/version") == "1");
  CHECK(answer.at("/categories/subsistence/label/en") == "Subsistence-allowance recipients");
  CHECK(answer.at("/categories/orphan/recognised_by/en") == "word");
  CHECK(answer.find("/categories")->items.size() == 3);
  CHECK(answer.at("/sources/law/articles/1/text/en") == "word");
}

TEST_CASE("the facts that some rule looks at are described in the order to ask them") {
  const Answer answer = describe(R"({"place": "320200"})");
  std::string ids;
  for (const json::Value& fact : answer.find("/facts")->items) ids += fact.find("id")->text + ' ';
  CHECK(ids == "kind age income designated grade ");
  CHECK(answer.at("/facts/kind/of") == "visit");
  CHECK(answer.at("/facts/kind/type") == "choice");
  CHECK(answer.at("/facts/kind/choices/maternity/label/zh-Hans") == "词");
  CHECK(answer.find("/facts/kind/choices")->items.size() == 4);
  CHECK(answer.at("/facts/age/type") == "whole_number");
  CHECK(answer.at("/facts/age/help/en") == "word");
  CHECK(answer.at("/facts/income/type") == "amount");
  CHECK(answer.at("/facts/income/help") == "absent");
  CHECK(answer.at("/facts/designated/type") == "yes_no");
  CHECK(answer.at("/facts/designated/assumed") == "true");
  CHECK(answer.at("/facts/designated/choices/0/id") == "true");
  CHECK(answer.at("/facts/designated/choices/1/id") == "false");
  CHECK(answer.at("/facts/grade/assumed") == "two");
}

TEST_CASE("the sheet says which amounts every visit must state") {
  const Answer answer = describe(R"({"place": "320200"})");
  CHECK(answer.find("/sheet")->items.size() == 15);
  CHECK(answer.at("/sheet/total/needed") == "true");
  CHECK(answer.at("/sheet/in_scope/needed") == "true");
  CHECK(answer.at("/sheet/basic/needed") == "true");
  CHECK(answer.at("/sheet/large_amount/needed") == "false");
  CHECK(answer.at("/sheet/own_first/needed") == "false");
  CHECK(answer.at("/sheet/serious_illness/needed") == "false");
  CHECK(answer.at("/sheet/basic/interface") == "hifp_pay");
}

TEST_CASE("readings, pools and cumulative layers are described") {
  const Answer answer = describe(R"({"place": "320200"})");
  CHECK(answer.at("/readings/rate/default") == "low");
  CHECK(answer.at("/readings/rate/choices/high/label/en") == "word");
  CHECK(answer.at("/pools/year/parameter") == "1万元");
  CHECK(answer.at("/pools/by_age/parameter") == "absent");
  CHECK(answer.at("/pools/each") == "absent");
  CHECK(answer.at("/cumulative/top_up/label/en") == "word");
  CHECK(answer.at("/cumulative/aid") == "absent");
}

TEST_CASE("a county is described by the rules that cover it") {
  const Answer answer = describe(R"({"place": "320281"})");
  CHECK(answer.at("/packs/0/id") == "320200");
}

TEST_CASE("a request for a description is checked") {
  CHECK(error_in(describe("")) == "bad_case json.syntax ");
  CHECK(error_in(describe("[]")) == "bad_case type.wrong ");
  CHECK(error_in(describe("{}")) == "bad_case fact.missing /place");
  CHECK(error_in(describe(R"({"place": null})")) == "bad_case fact.missing /place");
  CHECK(error_in(describe(R"({"place": 320200})")) == "bad_case type.wrong /place");
  CHECK(error_in(describe(R"({"place": "999999"})")) == "bad_case place.unknown /place");
  CHECK(error_in(describe(R"({"place": "110000"})")) == "bad_case place.no_pack /place");
  CHECK(error_in(describe(R"({"place": "320200", "palce": 1})")) ==
        "bad_case field.unknown /palce (nearest: place)");
}

}  // namespace
}  // namespace aidcheck::test
