#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

// A right pack with every part that a pack may have; each test changes one of them.
const char* const kMembers = R"(
  "facts": {"age": {"of": "person", "type": "whole_number", "label": $word, "question": $word},
            "income": {"of": "person", "type": "amount", "label": $word, "question": $word},
            "working": {"of": "person", "type": "yes_no", "label": $word, "question": $word},
            "grade": {"of": "visit", "type": "choice", "label": $word, "question": $word, "choices": {"one": $word, "two": $word}, "assumed": "two"}},
  "kinds": {"maternity": {"label": $word}},
  "readings": {"limit": {"label": $word, "choices": {"beside": $word, "inside": $word}, "default": "beside", "chosen_by": {"income": "inside"}, "cite": "law#1"}},
  "identity_counts": {"when": {"insurance": ["resident", "employee"]}, "otherwise": $word, "cite": "law#1"},
  "pools": {"year": {"label": $word, "limit": "30万元", "per": "year", "cite": "law#1"},
            "part": {"label": $word, "limit": [{"when": {"age": {"below": 18}}, "amount": "1万元"}], "per": "visit", "inside": "year", "cite": "law#1"}},
  "tables": {"rates": {"rows": [{"when": {"category": "orphan"}, "rate": "100%", "cite": "law#1"}, {"rate": "62.5%", "cite": ["law#1"]}]}},
  "layers": [
    {"id": "basic", "sheet": "basic"}, {"id": "other", "sheet": "other", "pays_for": "anything"},
    {"id": "aid", "label": $word, "cite": "law#1", "when": {"kind": ["inpatient", "maternity"]},
     "except": [{"id": "far", "when": {"where": "outside"}, "text": $word}, {"id": "idle", "when": {"working": false}, "text": $word}],
     "base": {"of": ["scope", "own_first"], "less": ["basic"]}, "pays": {"table": "rates"},
     "draws_on": [{"when": {"limit": "inside"}, "pools": ["part"]}]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["basic", "aid"]},
     "deductible": "6000元", "pays": [{"bands": [{"to": "5万元", "rate": "60%"}, {"rate": "80%"}], "measured_from": "deductible"}]}],
  "entitlements": [{"id": "premium", "when": {"income": {"at_most": "5000元"}}, "label": $word, "text": $word, "cite": "law#1"}],
  "notices": [{"id": "target", "when": {"grade": "two"}, "label": $word, "text": $word}])";

std::string with_changed(std::string_view part, std::string_view by) {
  return changed(pack_with(kMembers), part, by);
}

void check(const std::vector<Mistake>& mistakes) {
  check_each(
      mistakes, [](std::string_view part, std::string_view by) { return refusal(with_changed(part, by)); },
      "bad_pack");
}

TEST_CASE("the pack that the others change is right") { CHECK(refusal(pack_with(kMembers)) == "no error"); }

TEST_CASE("a pack that is no JSON or no object") {
  CHECK(refusal("") == "bad_pack json.syntax ");
  CHECK(refusal("{") == "bad_pack json.syntax ");
  CHECK(refusal(std::string(100'000, '[')) == "bad_pack json.too_deep ");
  CHECK(refusal(std::string(10'000'000, ' ')) == "bad_pack json.too_large ");
  CHECK(refusal("[]") == "bad_pack type.wrong ");
  CHECK(refusal("null") == "bad_pack type.wrong ");
}

TEST_CASE("a pack cut off anywhere is no JSON") {
  const std::string whole = pack_with(kMembers);
  for (std::size_t length = 0; length < whole.size(); length += 97) {
    CAPTURE(length);
    CHECK(refusal(whole.substr(0, length)) == "bad_pack json.syntax ");
  }
}

TEST_CASE("the parts that a pack must have") {
  for (const char* part : {"place", "name", "version", "in_force", "sources", "in_scope", "layers"}) {
    CAPTURE(part);
    // Under another name the part is missing, and the other name unknown.
    const std::string renamed =
        changed(pack_with(R"("layers": [])"), '"' + std::string(part) + R"(":)", R"("xx":)");
    CHECK(refusal(renamed) == "bad_pack field.missing /" + std::string(part));
  }
}

TEST_CASE("figures in the wrong unit") {
  check({
      {R"("6000元")", R"("60%")", "figure.wrong_unit /layers/3/deductible"},
      {R"("6000元")", R"("5个百分点")", "figure.wrong_unit /layers/3/deductible"},
      {R"("62.5%")", R"("62.5元")", "figure.wrong_unit /tables/rates/rows/1/rate"},
      {R"("62.5%")", R"("5个百分点")", "figure.wrong_unit /tables/rates/rows/1/rate"},
      {R"("30万元")", R"("30%")", "figure.wrong_unit /pools/year/limit"},
      {R"("1万元")", R"("1%")", "figure.wrong_unit /pools/part/limit/0/amount"},
      {R"("5万元")", R"("5%")", "figure.wrong_unit /layers/3/pays/0/bands/0/to"},
      {R"("60%")", R"("60元")", "figure.wrong_unit /layers/3/pays/0/bands/0/rate"},
  });
}

TEST_CASE("figures that nobody can read") {
  check({
      {R"("6000元")", R"("6000")", "figure.malformed /layers/3/deductible"},
      {R"("6000元")", R"("-1元")", "figure.malformed /layers/3/deductible"},
      {R"("6000元")", R"("0.001元")", "figure.malformed /layers/3/deductible"},
      {R"("6000元")", R"("")", "figure.malformed /layers/3/deductible"},
      {R"("62.5%")", R"("101%")", "figure.malformed /tables/rates/rows/1/rate"},
      {R"("62.5%")", R"("85元%")", "figure.malformed /tables/rates/rows/1/rate"},
      {R"("62.5%")", "0.625", "type.wrong /tables/rates/rows/1/rate"},
      {R"("30万元")", "300000", "type.wrong /pools/year/limit"},
  });
}

TEST_CASE("names that are used and not there") {
  check({
      {R"({"table": "rates"})", R"({"table": "rats"})",
       "reference.unknown /layers/2/pays/table (nearest: rates)"},
      {R"("pools": ["part"])", R"("pools": ["prt"])",
       "reference.unknown /layers/2/draws_on/0 (nearest: part)"},
      {R"("inside": "year")", R"("inside": "yaer")", "reference.unknown /pools/part/inside (nearest: year)"},
      {R"("of": ["scope", "own_first"])", R"("of": ["scope", "own_fist"])",
       "reference.unknown /layers/2/base/of/1 (nearest: own_first)"},
      {R"("less": ["basic"])", R"("less": ["basci"])",
       "reference.unknown /layers/2/base/less/0 (nearest: basic)"},
      {R"("sheet": "basic")", R"("sheet": "basics")", "reference.unknown /layers/0/sheet (nearest: basic)"},
      {R"({"where": "outside"})", R"({"wehre": "outside"})",
       "reference.unknown /layers/2/except/0/when/wehre (nearest: where)"},
      {R"({"income": "inside"})", R"({"incom": "inside"})",
       "reference.unknown /readings/limit/chosen_by (nearest: income)"},
      {R"({"income": "inside"})", R"({"grade": "inside"})",
       "reference.unknown /readings/limit/chosen_by (nearest: age)"},
      {R"({"limit": "inside"})", R"({"limits": "inside"})",
       "reference.unknown /layers/2/draws_on/0/when/limits (nearest: limit)"},
      {R"("insurance": ["resident", "employee"])", R"("insurances": ["resident"])",
       "reference.unknown /identity_counts/when/insurances (nearest: insurance)"},
      {R"({"grade": "two"})", R"({"grad": "two"})",
       "reference.unknown /notices/0/when/grad (nearest: grade)"},
  });
}

TEST_CASE("what is in scope is no field of what is in scope") {
  CHECK_THAT(refusal(with_changed(R"({"of": ["in_scope"]})", R"({"of": ["scope"]})")),
             StartsWith("bad_pack reference.unknown /in_scope/of"));
  CHECK(refusal(with_changed(R"({"of": ["in_scope"]})", R"({"of": ["in_scop"]})")) ==
        "bad_pack reference.unknown /in_scope/of/0 (nearest: in_scope)");
}

TEST_CASE("answers that a fact does not have") {
  check({
      {R"({"where": "outside"})", R"({"where": "outsid"})",
       "choice.unknown /layers/2/except/0/when/where (nearest: outside)"},
      {R"({"category": "orphan"})", R"({"category": "orfan"})",
       "choice.unknown /tables/rates/rows/0/when/category (nearest: orphan)"},
      {R"({"limit": "inside"})", R"({"limit": "insid"})",
       "choice.unknown /layers/2/draws_on/0/when/limit (nearest: inside)"},
      {R"("kind": ["inpatient", "maternity"])", R"("kind": ["inpatient", "maternty"])",
       "choice.unknown /layers/2/when/kind/1 (nearest: maternity)"},
      {R"("default": "beside")", R"("default": "besides")",
       "choice.unknown /readings/limit/default (nearest: beside)"},
      {R"({"income": "inside"})", R"({"income": "insid"})",
       "choice.unknown /readings/limit/chosen_by/income (nearest: inside)"},
      {R"("assumed": "two")", R"("assumed": "three")", "choice.unknown /facts/grade/assumed"},
      {R"("assumed": "two")", R"("assumed": 2)", "choice.unknown /facts/grade/assumed"},
  });
}

TEST_CASE("a category that exists but is not in the pack is no answer") {
  CHECK_THAT(refusal(with_changed(R"({"category": "orphan"})", R"({"category": "monitored_rural"})")),
             StartsWith("bad_pack choice.unknown /tables/rates/rows/0/when/category"));
}

TEST_CASE("words from a fixed list") {
  check({
      {R"("of": "person", "type": "whole_number")", R"("of": "persons", "type": "whole_number")",
       "choice.unknown /facts/age/of (nearest: person)"},
      {R"("type": "whole_number")", R"("type": "wholenumber")",
       "choice.unknown /facts/age/type (nearest: whole_number)"},
      {R"("per": "year")", R"("per": "years")", "choice.unknown /pools/year/per (nearest: year)"},
      {R"("over": "year")", R"("over": "yaer")", "choice.unknown /layers/3/over (nearest: year)"},
      {R"("pays_for": "anything")", R"("pays_for": "everything")",
       "choice.unknown /layers/1/pays_for (nearest: anything)"},
      {R"("measured_from": "deductible")", R"("measured_from": "deductable")",
       "choice.unknown /layers/3/pays/0/measured_from (nearest: deductible)"},
      {R"("trust": "T1")", R"("trust": "T4")", "choice.unknown /sources/law/trust (nearest: T1)"},
  });
}

TEST_CASE("an empty word is none of them") {
  for (const Mistake& mistake : std::vector<Mistake>{
           {R"("of": "person", "type": "whole_number")", R"("of": "", "type": "whole_number")",
            "/facts/age/of"},
           {R"("type": "whole_number")", R"("type": "")", "/facts/age/type"},
           {R"("per": "year")", R"("per": "")", "/pools/year/per"},
           {R"("trust": "T1")", R"("trust": "")", "/sources/law/trust"},
           {R"("default": "beside")", R"("default": "")", "/readings/limit/default"},
           {R"({"table": "rates"})", R"({"table": ""})", "/layers/2/pays/table"},
           {R"("sheet": "basic")", R"("sheet": "")", "/layers/0/sheet"},
           {R"("place": "320200")", R"("place": "")", "/place"},
           {R"("id": "aid")", R"("id": "")", "/layers/2/id"},
       }) {
    CAPTURE(mistake.by);
    const std::string error = refusal(with_changed(mistake.part, mistake.by));
    CHECK_THAT(error, StartsWith("bad_pack "));
    CHECK_THAT(error, Contains(mistake.error));
  }
}

TEST_CASE("the first day of a pack is a day") {
  CHECK(refusal(with_changed(R"("from": "2023-01-01")", R"("from": "2023-02-30")")) ==
        "bad_pack date.impossible /in_force/from");
  CHECK_THAT(refusal(with_changed(R"("from": "2023-01-01")", R"("from": "")")), StartsWith("bad_pack "));
  CHECK(refusal(with_changed(R"("from": "2023-01-01")", R"("until": "2023-01-01")")) ==
        "bad_pack field.missing /in_force/from");
  CHECK(refusal(with_changed(R"("from": "2023-01-01")", R"("from": "2023-01-01", "until": "2022-12-31")")) ==
        "bad_pack date.reversed /in_force/until");
  CHECK(refusal(with_changed(R"("from": "2023-01-01")", R"("from": "2023-01-01", "until": "2023-01-01")")) ==
        "no error");
}

TEST_CASE("pools that lie inside themselves") {
  check({
      {R"("limit": "30万元", "per": "year",)", R"("limit": "30万元", "per": "year", "inside": "part",)",
       "reference.cycle /pools/year/inside"},
      {R"("limit": "30万元", "per": "year",)", R"("limit": "30万元", "per": "year", "inside": "year",)",
       "reference.cycle /pools/year/inside"},
  });
}

TEST_CASE("layers that build on later ones") {
  check({
      {R"("less": ["basic"])", R"("less": ["top_up"])", "layer.order /layers/2/base/less/0"},
      {R"("less": ["basic"])", R"("less": ["aid"])", "layer.order /layers/2/base/less/0"},
  });
}

TEST_CASE("bands that do not rise") {
  check({
      {R"({"rate": "80%"}])", R"({"to": "5万元", "rate": "80%"}])", "band.order /layers/3/pays/0/bands"},
      {R"({"rate": "80%"}])", R"({"to": "4万元", "rate": "80%"}])", "band.order /layers/3/pays/0/bands"},
      {R"({"to": "5万元", "rate": "60%"})", R"({"to": "0元", "rate": "60%"})",
       "band.order /layers/3/pays/0/bands"},
      {R"({"to": "5万元", "rate": "60%"})", R"({"rate": "60%"})", "band.order /layers/3/pays/0/bands"},
  });
  CHECK(refusal(with_changed(R"({"rate": "80%"}])", R"({"to": "50000.01元", "rate": "80%"}])")) ==
        "no error");
}

TEST_CASE("figures without a source") {
  check({
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%")", "cite.missing /tables/rates/rows/0"},
      {R"("limit": "30万元", "per": "year", "cite": "law#1")", R"("limit": "30万元", "per": "year")",
       "cite.missing /pools/year/limit"},
      {R"("inside": "year", "cite": "law#1")", R"("inside": "year")", "cite.missing /pools/part/limit/0"},
      {R"("cite": "law#1", "over": "year")", R"("over": "year")", "cite.missing /layers/3/deductible"},
  });
  // a figure of its own citation needs none of its layer
  CHECK(
      refusal(pack_with(
          R"("layers": [{"id": "aid", "label": $word, "base": {"of": ["scope"]}, "pays": [{"rate": "1%", "cite": "law#1"}]}])")) ==
      "no error");
  CHECK(
      refusal(pack_with(
          R"("layers": [{"id": "aid", "label": $word, "base": {"of": ["scope"]}, "pays": [{"rate": "1%"}]}])")) ==
      "bad_pack cite.missing /layers/0/pays/0");
}

TEST_CASE("citations that lead nowhere") {
  check({
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": "lew#1")",
       "reference.unknown /tables/rates/rows/0/cite (nearest: law)"},
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": "law#2")",
       "reference.unknown /tables/rates/rows/0/cite (nearest: 1)"},
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": "law")",
       "cite.malformed /tables/rates/rows/0/cite"},
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": "law#")",
       "cite.malformed /tables/rates/rows/0/cite"},
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": "#1")",
       "cite.malformed /tables/rates/rows/0/cite"},
      {R"("rate": "100%", "cite": "law#1")", R"("rate": "100%", "cite": 1)",
       "type.wrong /tables/rates/rows/0/cite"},
      {R"("otherwise": $word, "cite": "law#1")", R"("otherwise": $word, "cite": "law#3")",
       "reference.unknown /identity_counts/cite (nearest: 1)"},
      {R"("inside"}, "cite": "law#1")", R"("inside"}, "cite": "law#3")",
       "reference.unknown /readings/limit/cite (nearest: 1)"},
  });
}

TEST_CASE("texts that lack a language") {
  check({
      {R"("id": "aid", "label": $word)", R"("id": "aid", "label": {"zh-Hans": "词"})",
       "label.missing /layers/2/label/en"},
      {R"("id": "aid", "label": $word)", R"("id": "aid", "label": {"en": "word"})",
       "label.missing /layers/2/label/zh-Hans"},
      {R"("id": "aid", "label": $word)", R"("id": "aid", "label": {"zh-Hans": "词", "en": ""})",
       "label.missing /layers/2/label/en"},
      {R"("id": "aid", "label": $word)", R"("id": "aid", "label": {"zh-Hans": "词", "en": 1})",
       "type.wrong /layers/2/label/en"},
      {R"("id": "aid", "label": $word)",
       R"("id": "aid", "label": {"zh-Hans": "词", "en": "word", "fr": "mot"})",
       "field.unknown /layers/2/label/fr (nearest: en)"},
      {R"("id": "aid", "label": $word)", R"("id": "aid", "label": "词")", "type.wrong /layers/2/label"},
      {R"("id": "aid", "label": $word)", R"("id": "aid")", "field.missing /layers/2/label"},
      {R"({"one": $word)", R"({"one": {"zh-Hans": "词"})", "label.missing /facts/grade/choices/one/en"},
      {R"({"maternity": {"label": $word}})", R"({"maternity": {"label": {"en": "word"}}})",
       "label.missing /kinds/maternity/label/zh-Hans"},
      {R"("otherwise": $word)", R"("otherwise": {})", "label.missing /identity_counts/otherwise/zh-Hans"},
  });
}

TEST_CASE("names given twice") {
  check({
      {R"("id": "top_up")", R"("id": "aid")", "name.duplicate /layers/3/id"},
      {R"("id": "idle")", R"("id": "far")", "name.duplicate /layers/2/except/1/id"},
      {R"("age": {"of")", R"("where": {"of")", "name.duplicate /facts/where"},
      {R"("working": {"of")", R"("category": {"of")", "name.duplicate /facts/category"},
      {R"("readings": {"limit":)", R"("readings": {"age":)", "name.duplicate /readings/age"},
      {R"("kinds": {"maternity":)", R"("kinds": {"chronic":)", "name.duplicate /kinds/chronic"},
      {R"("notices": [)", R"("notices": [{"id": "target", "label": $word, "text": $word}, )",
       "name.duplicate /notices/1/id"},
      {R"("entitlements": [)", R"("entitlements": [{"id": "premium", "label": $word, "text": $word}, )",
       "name.duplicate /entitlements/1/id"},
      {R"("readings": {)", R"("readings": {"limit": {}, )", "json.duplicate_key /readings/limit"},
  });
  CHECK(refusal(with_changed(R"("id": "near_subsistence")", R"("id": "orphan")")) ==
        "bad_pack name.duplicate /categories/2/id");
}

TEST_CASE("a fact may not have a name that a case uses otherwise") {
  for (const char* name : {"from", "until", "sheet", "id"}) {
    CAPTURE(name);
    CHECK_THAT(refusal(with_changed(R"("grade": {)", '"' + std::string(name) + R"(": {)")),
               StartsWith("bad_pack name.duplicate /facts/"));
  }
  CHECK_THAT(refusal(with_changed(R"("age": {"of")", R"("identities": {"of")")),
             StartsWith("bad_pack name.duplicate /facts/identities"));
}

TEST_CASE("a category that nobody knows") {
  CHECK(refusal(with_changed(R"("id": "near_subsistence")", R"("id": "near_subsistance")")) ==
        "bad_pack category.unknown /categories/1/id (nearest: near_subsistence)");
}

TEST_CASE("a place that is no code") {
  for (const char* place : {"32020", "3202000", "32020a", "Wuxi"}) {
    CAPTURE(place);
    CHECK(refusal(with_changed(R"("place": "320200")", R"("place": ")" + std::string(place) + '"')) ==
          "bad_pack place.unknown /place");
  }
}

TEST_CASE("conditions that nobody can read") {
  check({
      {R"({"where": "outside"})", R"({"where": {}})", "condition.malformed /layers/2/except/0/when/where"},
      {R"({"where": "outside"})", R"({"where": {"is": "outside"}})",
       "condition.malformed /layers/2/except/0/when/where"},
      {R"({"where": "outside"})", R"({"where": {"not": {"not": "outside"}}})",
       "condition.malformed /layers/2/except/0/when/where"},
      {R"({"where": "outside"})", R"({"where": {"not": "outside", "is": "city"}})",
       "field.unknown /layers/2/except/0/when/where/is (nearest: not)"},
      {R"({"where": "outside"})", R"({"where": {"at_least": 1}})",
       "type.wrong /layers/2/except/0/when/where"},
      {R"({"where": "outside"})", R"({"where": 1})", "type.wrong /layers/2/except/0/when/where"},
      {R"({"where": "outside"})", R"({"where": [["outside"]]})",
       "type.wrong /layers/2/except/0/when/where/0"},
      {R"({"where": "outside"})", R"("outside")", "type.wrong /layers/2/except/0/when"},
      {R"({"working": false})", R"({"working": "false"})", "type.wrong /layers/2/except/1/when/working"},
      {R"({"age": {"below": 18}})", R"({"age": {"below": "18"}})",
       "type.wrong /pools/part/limit/0/when/age/below"},
      {R"({"age": {"below": 18}})", R"({"age": {"below": 17.5}})",
       "type.wrong /pools/part/limit/0/when/age/below"},
      {R"({"age": {"below": 18}})", R"({"age": {"below": 18, "to": 20}})",
       "field.unknown /pools/part/limit/0/when/age/to (nearest: above)"},
      {R"({"income": {"at_most": "5000元"}})", R"({"income": {"at_most": "50%"}})",
       "type.wrong /entitlements/0/when/income/at_most"},
      {R"({"income": {"at_most": "5000元"}})", R"({"income": {"at_most": "5000"}})",
       "type.wrong /entitlements/0/when/income/at_most"},
  });
}

TEST_CASE("a condition that no answer meets is no condition") {
  CHECK_THAT(refusal(with_changed(R"({"where": "outside"})", R"({"where": []})")), StartsWith("bad_pack "));
}

TEST_CASE("lists that must hold something") {
  for (const Mistake& mistake : std::vector<Mistake>{
           {R"({"of": ["in_scope"]})", "[]", "/in_scope"},
           {R"("limit": "30万元")", R"("limit": [])", "/pools/year/limit"},
           {R"({"beside": $word, "inside": $word})", "{}", "/readings/limit"},
           {R"("bands": [{"to": "5万元", "rate": "60%"}, {"rate": "80%"}])", R"("bands": [])",
            "/layers/3/pays/0/bands"},
       }) {
    CAPTURE(mistake.part);
    const std::string error = refusal(with_changed(mistake.part, mistake.by));
    CHECK_THAT(error, StartsWith("bad_pack "));
    CHECK_THAT(error, Contains(mistake.error));
  }
}

TEST_CASE("a choice fact without choices is refused even where no rule asks for an answer") {
  const std::string grade =
      R"("facts": {"grade": {"of": "visit", "type": "choice", "label": $word, "question": $word}}, )";
  CHECK_THAT(refusal(pack_with(grade + R"("layers": [])")), StartsWith("bad_pack "));
  CHECK_THAT(
      refusal(pack_with(
          grade +
          R"("layers": [], "notices": [{"id": "n", "when": {"grade": {"not": []}}, "label": $word, "text": $word}])")),
      StartsWith("bad_pack "));
}

TEST_CASE("what is in scope takes nothing off") {
  // The payments of a visit are not known when its scope is.
  CHECK_THAT(refusal(with_changed(R"({"of": ["in_scope"]})", R"({"of": ["in_scope"], "less": ["basic"]})")),
             StartsWith("bad_pack "));
  CHECK_THAT(refusal(with_changed(R"({"of": ["in_scope"]})", R"({"of": ["in_scope"], "less": ["nobody"]})")),
             StartsWith("bad_pack "));
}

TEST_CASE("a row has a flat rate or bands and not both") {
  CHECK_THAT(refusal(with_changed(R"("pays": [{"bands":)", R"("pays": [{"rate": "50%", "bands":)")),
             StartsWith("bad_pack "));
  CHECK_THAT(refusal(with_changed(R"("rate": "62.5%", )", "")),
             StartsWith("bad_pack field.missing /tables/rates/rows/1/rate"));
}

TEST_CASE("parts of the wrong type") {
  check({
      {R"("notices": [{"id": "target", "when": {"grade": "two"}, "label": $word, "text": $word}])",
       R"("notices": {})", "type.wrong /notices"},
      {R"("kinds": {"maternity": {"label": $word}})", R"("kinds": [])", "type.wrong /kinds"},
      {R"({"maternity": {"label": $word}})", R"({"maternity": []})", "type.wrong /kinds/maternity"},
      {R"("id": "aid")", R"("id": 1)", "type.wrong /layers/2/id"},
      {R"("id": "aid")", R"("id": null)", "type.wrong /layers/2/id"},
      {R"("pools": ["part"])", R"("pools": [1])", "type.wrong /layers/2/draws_on/0/pools/0"},
      {R"("pools": ["part"])", R"("pools": {})", "type.wrong /layers/2/draws_on/0/pools"},
      {R"({"table": "rates"})", R"("rates")", "type.wrong /layers/2/pays"},
      {R"("less": ["basic"])", R"("less": {})", "type.wrong /layers/2/base/less"},
  });
}

TEST_CASE("names of parts that nobody knows") {
  check({
      {R"({"id": "premium",)", R"({"first": true, "id": "premium",)",
       "field.unknown /entitlements/0/first (nearest: id)"},
      {R"("entitlements":)", R"("entitlement":)", "field.unknown /entitlement (nearest: entitlements)"},
      {R"("deductible": "6000元")", R"("deductable": "6000元")",
       "field.unknown /layers/3/deductable (nearest: deductible)"},
      {R"("pays_for": "anything")", R"("pay_for": "anything")",
       "field.unknown /layers/1/pay_for (nearest: pays_for)"},
      {R"("sheet": "basic")", R"("sheet": "basic", "lable": $word)",
       "field.unknown /layers/0/lable (nearest: label)"},
      {R"("rate": "62.5%")", R"("rate": "62.5%", "band": [])",
       "field.unknown /tables/rates/rows/1/band (nearest: bands)"},
      {R"("assumed": "two")", R"("asumed": "two")", "field.unknown /facts/grade/asumed (nearest: assumed)"},
  });
}

TEST_CASE("another version of packs") {
  CHECK(refusal(pack_with(R"("schema": 1, "layers": [])")) == "no error");
  CHECK(refusal(pack_with(R"("schema": 2, "layers": [])")) == "bad_pack schema.unsupported /schema");
  CHECK(refusal(pack_with(R"("schema": "1", "layers": [])")) == "bad_pack schema.unsupported /schema");
}

}  // namespace
}  // namespace aidcheck::test
