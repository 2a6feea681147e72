#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kMembers = R"(
  "facts": {"age": {"of": "person", "type": "whole_number", "label": $word, "question": $word}},
  "recognition": {
    "facts": {"grade": {"type": "choice", "label": $word, "question": $word, "choices": {"one": $word, "two": $word}},
              "income": {"type": "amount", "label": $word, "question": $word},
              "part": {"type": "percent", "label": $word, "question": $word}},
    "conditions": [{"when": {"age": {"at_least": 18}}, "text": $word, "cite": "law#1"},
                   {"when": {"part": {"above": "62.5%"}}, "text": $word, "cite": "law#1"},
                   {"any": [{"grade": "one"}], "text": $word, "cite": "law#1"},
                   {"of": ["income"], "per": "age", "at_most": "6000元", "text": $word, "cite": "law#1"}],
    "left_to_office": {"text": $word, "cite": "law#1"},
    "early_warning": [{"id": "heavy", "label": $word, "text": $word, "cite": "law#1",
      "conditions": [{"of": ["personal_in_scope"], "above": {"of": "income", "share": "25%"}, "text": $word, "cite": "law#1"}]}]},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "80%"}]}])";

void check(const std::vector<Mistake>& mistakes) {
  check_each(
      mistakes,
      [](std::string_view part, std::string_view by) {
        return refusal(changed(pack_with(kMembers), part, by));
      },
      "bad_pack");
}

TEST_CASE("the recognition that the others change is right") {
  CHECK(refusal(pack_with(kMembers)) == "no error");
}

TEST_CASE("a condition is one of three kinds") {
  check({{R"("any": [{"grade": "one"}],)", "", "condition.malformed /recognition/conditions/2"},
         {R"("any": [{"grade": "one"}],)", R"("any": [],)", "field.missing /recognition/conditions/2/any/0"},
         {R"("any": [{"grade": "one"}],)", R"("any": [{"grade": "one"}], "when": {},)",
          "condition.malformed /recognition/conditions/2"},
         {R"("at_most": "6000元",)", "", "condition.malformed /recognition/conditions/3"},
         {R"("at_most": "6000元",)", R"("at_most": "6000元", "below": "1元",)",
          "condition.malformed /recognition/conditions/3"},
         {R"("at_most": "6000元",)", R"("at_most": "60%",)",
          "figure.wrong_unit /recognition/conditions/3/at_most"},
         {R"("at_most": "6000元",)", R"("at_most": {"of": "income", "times": 0},)",
          "number.malformed /recognition/conditions/3/at_most/times"},
         {R"("at_most": "6000元",)", R"("at_most": {"times": 2},)",
          "field.missing /recognition/conditions/3/at_most/of"}});
}

TEST_CASE("a condition names facts of the kind it needs") {
  check({{R"({"age": {"at_least": 18}})", R"({"aeg": {"at_least": 18}})",
          "reference.unknown /recognition/conditions/0/when/aeg (nearest: age)"},
         {R"({"grade": "one"})", R"({"grade": "three"})",
          "choice.unknown /recognition/conditions/2/any/0/grade (nearest: one)"},
         {R"("62.5%")", R"("62元")", "type.wrong /recognition/conditions/1/when/part/above"},
         {R"("of": ["income"], "per")", R"("of": ["incom"], "per")",
          "reference.unknown /recognition/conditions/3 (nearest: income)"},
         {R"("of": ["income"], "per")", R"("of": ["income", "income"], "per")",
          "name.duplicate /recognition/conditions/3"},
         {R"("of": ["income"], "per")", R"("of": ["age"], "per")", "type.wrong /recognition/conditions/3"},
         {R"("per": "age")", R"("per": "part")", "type.wrong /recognition/conditions/3"},
         {R"("share": "25%")", R"("share": {"fact": "income"})",
          "type.wrong /recognition/early_warning/0/conditions/0"},
         {R"("of": ["income"], "per")", R"("of": ["personal_in_scope"], "per")",
          "condition.malformed /recognition/conditions/3"}});
}

TEST_CASE("what else recognition cannot be") {
  check({{R"("part": {"type": "percent")", R"("age": {"type": "percent")",
          "name.duplicate /recognition/facts/age"},
         {R"("part": {"type": "percent")", R"("personal_in_scope": {"type": "percent")",
          "name.duplicate /recognition/facts/personal_in_scope"},
         {R"("part": {"type": "percent")", R"("part": {"type": "percentage")",
          "choice.unknown /recognition/facts/part/type (nearest: percent)"},
         {R"("choices": {"one": $word, "two": $word})", R"("choices": {})",
          "field.missing /recognition/facts/grade/choices"},
         {R"({"id": "orphan", "recognised_by": $word})",
          R"({"id": "orphan", "recognised_by": $word, "complete": true})",
          "field.missing /categories/2/conditions"},
         {R"("left_to_office": {"text": $word, "cite": "law#1"})", R"("left_to_office": {"text": $word})",
          "field.missing /recognition/left_to_office/cite"},
         {R"("left_to_office": {"text": $word, "cite": "law#1"})",
          R"("left_to_office": {"text": $word, "cite": "law#2"})",
          "reference.unknown /recognition/left_to_office/cite (nearest: 1)"}});
}

TEST_CASE("too many facts") {
  std::string facts;
  for (int i = 0; i < 62; ++i)
    facts += R"("f)" + std::to_string(i) + R"(": {"type": "yes_no", "label": $word, "question": $word}, )";
  const std::string pack = pack_with(kMembers);
  CHECK(refusal(changed(pack, R"("facts": {"grade")", R"("facts": {)" + facts + R"("grade")")) ==
        "bad_pack pack.too_many_facts /recognition");
  std::string bounds;
  for (int i = 0; i < 70; ++i) bounds += (i == 0 ? "" : ", ") + std::to_string(2 * i);
  CHECK(refusal(changed(pack, R"({"age": {"at_least": 18}})", R"({"age": [)" + bounds + "]}")) ==
        "bad_pack pack.too_many_facts /recognition");
}

TEST_CASE("answers to facts of recognition are read like others") {
  Engine engine;
  REQUIRE(engine.load(pack_with(kMembers)).ok);
  const auto error = [&](const std::string& facts, const char* help = R"("help": ["categories"])") {
    return error_in(Answer(engine.estimate(case_of(facts + R"(, "identities": [])", "", help))));
  };
  CHECK(error(R"("grade": "one")") == "no error");
  CHECK(error(R"("part": 62.55)") == "no error");
  CHECK(error(R"("grade": "three")") == "bad_case choice.unknown /person/grade (nearest: one)");
  CHECK(error(R"("grade": {"min": 1})") == "bad_case type.wrong /person/grade");
  CHECK(error(R"("part": 62.555)") == "bad_case number.malformed /person/part");
  CHECK(error(R"("income": {"min": 2, "max": 1})") == "bad_case range.reversed /person/income");
  CHECK(error(R"("age": 1.5)") == "bad_case number.malformed /person/age");
  CHECK(error(R"("gade": "one")") == "bad_case field.unknown /person/gade (nearest: grade)");
  CHECK(error(R"("grade": "one")", R"("help": ["category"])") ==
        "bad_case choice.unknown /help (nearest: categories)");
  CHECK(error(R"("grade": "one")", R"("help": "categories")") == "bad_case type.wrong /help");
}

}  // namespace
}  // namespace aidcheck::test
