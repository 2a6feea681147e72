#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

const char* const kPack =
    R"("facts": {"registered_here": {"of": "person", "type": "yes_no", "label": $word, "question": $word}},
  "layers": [{"id": "basic", "sheet": "basic"},
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
     "pays": [{"when": {"registered_here": true}, "rate": "50%"}, {"rate": "10%"}]}])";

// A whole and right case; each test changes one part of it.
const std::string kCase = R"({
  "$schema": "case.schema.json", "schema": 1, "place": "320200", "year": 2024,
  "person": {"registered_here": true, "identities": ["orphan", {"category": "subsistence", "from": "2023-05-01", "until": "2024-08-15"}]},
  "visits": [
    {"id": "a", "kind": "inpatient", "from": "2024-03-01", "until": "2024-03-12", "where": "county",
     "sheet": {"total": 52000, "fully_own": 3000, "in_scope": 45000, "basic": 28000}},
    {"id": "b", "kind": "outpatient", "from": "2024-04-01", "sheet": {"total": 100, "in_scope": 80, "basic": 0}}]
})";

std::string error_of(const std::string& case_json) {
  static const Tiny tiny(kPack);
  return error_in(tiny.settle(case_json));
}

// The error of the case with one part changed.
std::string error_with(std::string_view part, std::string_view by) {
  return error_of(changed(kCase, part, by));
}

void check(const std::vector<Mistake>& mistakes) { check_each(mistakes, error_with, "bad_case"); }

TEST_CASE("the case that the others change is right") { CHECK(error_of(kCase) == "no error"); }

TEST_CASE("a case that is no JSON") {
  CHECK(error_of("") == "bad_case json.syntax ");
  CHECK(error_of("place=320200") == "bad_case json.syntax ");
  CHECK(error_of(std::string(100'000, '[')) == "bad_case json.too_deep ");
  CHECK(error_of(std::string(10'000'000, ' ')) == "bad_case json.too_large ");
  CHECK(error_with(R"("year": 2024,)", R"("year": 2024, "year": 2024,)") ==
        "bad_case json.duplicate_key /year");
  CHECK(error_with(R"("total": 52000,)", R"("total": 52000, "total": 52000,)") ==
        "bad_case json.duplicate_key /visits/0/sheet/total");
}

TEST_CASE("a case cut off anywhere") {
  for (std::size_t length = 0; length < kCase.size() - 1; length += 7) {
    CAPTURE(length);
    CHECK(error_of(kCase.substr(0, length)) == "bad_case json.syntax ");
  }
}

TEST_CASE("a case that is no object") {
  for (const char* text : {"[]", "null", "1", "\"320200\"", "true", "[{}]"}) {
    CAPTURE(text);
    CHECK(error_of(text) == "bad_case type.wrong ");
  }
}

TEST_CASE("what a case must have") {
  check({
      {R"("place": "320200",)", "", "fact.missing /place"},
      {R"("year": 2024,)", "", "fact.missing /year"},
      {R"("year": 2024,)", R"("year": null,)", "fact.missing /year"},
      {R"("from": "2024-04-01", )", "", "fact.missing /visits/1/from"},
      {R"("from": "2024-04-01")", R"("from": null)", "fact.missing /visits/1/from"},
  });
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": {"identities": []}})") ==
        "bad_case fact.missing /visits");
}

TEST_CASE("what a case may leave open") {
  static const Tiny tiny(kPack);
  const auto unknown = [](const std::string& case_json) { return unknown_in(tiny.settle(case_json)); };
  for (const char* person : {"", R"("person": {}, )", R"("person": {"identities": null}, )"}) {
    CAPTURE(person);
    const std::string head = std::string(R"({"place": "320200", "year": 2024, )") + person;
    CHECK(unknown(head + R"("visits": []})") == "nothing");
    CHECK_THAT(unknown(head + R"("visits": [{"from": "2024-01-01"}]})"), Contains("/person/registered_here"));
  }
  // Of a visit: its kind and its sheet. Of an identity: its category. No rule here looks at kind or category.
  for (const auto& [part, by] :
       {std::pair(R"("kind": "inpatient", )", ""), std::pair(R"("kind": "inpatient")", R"("kind": null)"),
        std::pair(R"("category": "subsistence", )", ""),
        std::pair(R"("category": "subsistence")", R"("category": null)")}) {
    CAPTURE(part, by);
    CHECK(unknown(changed(kCase, part, by)) == "nothing");
  }
  const std::string open_sheet = "/visits/1/sheet/total, /visits/1/sheet/in_scope, /visits/1/sheet/basic";
  CHECK(unknown(changed(kCase, R"(, "sheet": {"total": 100, "in_scope": 80, "basic": 0})", "")) ==
        open_sheet);
  CHECK(unknown(changed(kCase, R"("sheet": {"total": 100, "in_scope": 80, "basic": 0})",
                        R"("sheet": null)")) == open_sheet);
}

TEST_CASE("what may be one of nothing is refused") {
  check({
      {R"("total": 52000)", R"("total": {"one_of": []})", "one_of.empty /visits/0/sheet/total/one_of"},
      {R"("kind": "inpatient")", R"("kind": {"one_of": []})", "one_of.empty /visits/0/kind/one_of"},
      {R"("registered_here": true)", R"("registered_here": {"one_of": []})",
       "one_of.empty /person/registered_here/one_of"},
      {R"("category": "subsistence")", R"("category": {"one_of": []})",
       "one_of.empty /person/identities/1/category/one_of"},
      {R"("category": "subsistence")", R"("category": {"one_of": ["subsistance"]})",
       "category.unknown /person/identities/1/category/one_of/0 (nearest: subsistence)"},
      {R"("category": "subsistence")", R"("category": {"any_of": ["subsistence"]})",
       "fact.missing /person/identities/1/category/one_of"},
  });
}

TEST_CASE("what has the wrong type") {
  check({
      {R"("place": "320200")", R"("place": 320200)", "type.wrong /place"},
      {R"("year": 2024)", R"("year": "2024")", "type.wrong /year"},
      {R"("registered_here": true)", R"("registered_here": "true")", "type.wrong /person/registered_here"},
      {R"("orphan")", "1", "type.wrong /person/identities/0"},
      {R"("orphan")", "null", "type.wrong /person/identities/0"},
      {R"("category": "subsistence")", R"("category": 1)", "type.wrong /person/identities/1/category"},
      {R"("from": "2023-05-01")", R"("from": 20230501)", "type.wrong /person/identities/1/from"},
      {R"("id": "a")", R"("id": 1)", "type.wrong /visits/0/id"},
      {R"("kind": "inpatient")", R"("kind": 1)", "type.wrong /visits/0/kind"},
      {R"("kind": "inpatient")", R"("kind": ["inpatient"])", "type.wrong /visits/0/kind"},
      {R"("until": "2024-03-12")", R"("until": true)", "type.wrong /visits/0/until"},
      {R"("sheet": {"total": 100, "in_scope": 80, "basic": 0})", R"("sheet": [100, 80, 0])",
       "type.wrong /visits/1/sheet"},
      {R"("total": 52000)", R"("total": "52000")", "type.wrong /visits/0/sheet/total"},
  });
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": [], "visits": []})") ==
        "bad_case type.wrong /person");
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": {"identities": {}}, "visits": []})") ==
        "bad_case type.wrong /person/identities");
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": {"identities": []}, "visits": {}})") ==
        "bad_case type.wrong /visits");
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": {"identities": []}, "visits": [1]})") ==
        "bad_case type.wrong /visits/0");
  CHECK(error_of(R"({"place": "320200", "year": 2024, "person": {"identities": []}, "visits": [[]]})") ==
        "bad_case type.wrong /visits/0");
}

TEST_CASE("names that nobody knows come with the nearest that is known") {
  check({
      {R"("year": 2024)", R"("year": 2024, "vists": [])", "field.unknown /vists (nearest: visits)"},
      {R"("registered_here")", R"("registerd_here")",
       "field.unknown /person/registerd_here (nearest: registered_here)"},
      {R"("where")", R"("were")", "field.unknown /visits/0/were (nearest: where)"},
      {R"("total": 52000)", R"("totl": 52000)", "field.unknown /visits/0/sheet/totl (nearest: total)"},
      {R"("total": 52000)", R"("hifmi_pay": 52000)",
       "field.unknown /visits/0/sheet/hifmi_pay (nearest: serious_illness)"},
      {R"("total": 52000)", R"("个人账户": 52000)",
       "field.unknown /visits/0/sheet/个人账户 (nearest: account)"},
      {R"("until": "2024-08-15")", R"("untill": "2024-08-15")",
       "field.unknown /person/identities/1/untill (nearest: until)"},
      {R"("orphan")", R"("orphen")", "category.unknown /person/identities/0 (nearest: orphan)"},
      {R"("category": "subsistence")", R"("category": "subsistance")",
       "category.unknown /person/identities/1/category (nearest: subsistence)"},
      {R"("kind": "inpatient")", R"("kind": "inpatent")",
       "choice.unknown /visits/0/kind (nearest: inpatient)"},
      {R"("where": "county")", R"("where": "country")", "choice.unknown /visits/0/where (nearest: county)"},
  });
}

TEST_CASE("a name with odd characters is told as a pointer") {
  CHECK(error_with(R"("where")", R"("where/~")") ==
        "bad_case field.unknown /visits/0/where~1~0 (nearest: where)");
  CHECK_THAT(error_with(R"("total": 52000)", R"("": 52000)"),
             StartsWith("bad_case field.unknown /visits/0/sheet/ "));
}

TEST_CASE("what belongs to the engine is no fact") {
  CHECK_THAT(error_with(R"("registered_here": true)", R"("category": "orphan")"),
             StartsWith("bad_case field.unknown /person/category"));
  CHECK_THAT(error_with(R"("where": "county")", R"("category": "orphan")"),
             StartsWith("bad_case field.unknown /visits/0/category"));
  CHECK_THAT(error_with(R"("where": "county")", R"("registered_here": true)"),
             StartsWith("bad_case field.unknown /visits/0/registered_here"));
  CHECK_THAT(error_with(R"("orphan")", R"("none")"),
             StartsWith("bad_case category.unknown /person/identities/0"));
}

TEST_CASE("a category without a name is unknown") {
  CHECK_THAT(error_with(R"("orphan")", R"("")"),
             StartsWith("bad_case category.unknown /person/identities/0"));
  CHECK_THAT(error_with(R"("category": "subsistence")", R"("category": "")"),
             StartsWith("bad_case category.unknown /person/identities/1/category"));
}

TEST_CASE("impossible and reversed dates") {
  check({
      {R"("from": "2024-04-01")", R"("from": "2024-04-31")", "date.impossible /visits/1/from"},
      {R"("from": "2024-04-01")", R"("from": "2024-4-1")", "date.impossible /visits/1/from"},
      {R"("from": "2024-04-01")", R"("from": "")", "date.impossible /visits/1/from"},
      {R"("until": "2024-03-12")", R"("until": "2023-02-29")", "date.impossible /visits/0/until"},
      {R"("until": "2024-03-12")", R"("until": "2024-02-29")", "date.reversed /visits/0/until"},
      {R"("from": "2023-05-01")", R"("from": "2023-13-01")", "date.impossible /person/identities/1/from"},
      {R"("from": "2023-05-01")", R"("from": "2024-08-16")", "date.reversed /person/identities/1/until"},
  });
  CHECK(error_with(R"("from": "2023-05-01")", R"("from": "2024-08-15")") == "no error");
}

TEST_CASE("a visit outside the year") {
  check({
      {R"("from": "2024-04-01")", R"("from": "2023-12-31")", "date.outside_year /visits/1/from"},
      {R"("from": "2024-04-01")", R"("from": "2025-01-01")", "date.outside_year /visits/1/from"},
      {R"("until": "2024-03-12")", R"("until": "2025-01-01")", "date.outside_year /visits/0/until"},
  });
  CHECK(error_with(R"("from": "2024-03-01")", R"("from": "2023-12-30")") == "no error");
}

TEST_CASE("an impossible year") {
  check({
      {R"("year": 2024)", R"("year": 24)", "year.impossible /year"},
      {R"("year": 2024)", R"("year": -2024)", "year.impossible /year"},
      {R"("year": 2024)", R"("year": 2024.5)", "year.impossible /year"},
      {R"("year": 2024)", R"("year": 1e300)", "year.impossible /year"},
      {R"("year": 2024)", R"("year": 20240)", "year.impossible /year"},
  });
  CHECK(error_with(R"("year": 2024)", R"("year": 2.024e3)") == "no error");
}

TEST_CASE("ids given twice") {
  check({{R"("id": "b")", R"("id": "a")", "id.duplicate /visits/1/id"}});
  CHECK(error_with(R"("id": "b")", R"("id": "A")") == "no error");
}

TEST_CASE("a visit without an id is called by its position") {
  const Tiny tiny(kPack);
  const Answer answer =
      tiny.settle(changed(changed(kCase, R"("id": "a", )", ""), R"("id": "b", )", R"("id": "", )"));
  CHECK(answer.at("/visits/1/kind") == "inpatient");
  CHECK(answer.at("/visits/2/kind") == "outpatient");
}

TEST_CASE("a position counts as an id") {
  const std::string first_is_2 =
      changed(changed(kCase, R"("id": "a")", R"("id": "2")"), R"("id": "b", )", "");
  CHECK(error_of(first_is_2) == "bad_case id.duplicate /visits/1/id");
}

TEST_CASE("another version of the format") {
  check({
      {R"("schema": 1)", R"("schema": 2)", "schema.unsupported /schema"},
      {R"("schema": 1)", R"("schema": "1")", "schema.unsupported /schema"},
  });
}

TEST_CASE("a null where something may be left out is left out") {
  for (const char* part : {R"("until": "2024-03-12")", R"("where": "county")", R"("fully_own": 3000)",
                           R"("until": "2024-08-15")"}) {
    CAPTURE(part);
    const std::string name = std::string(part).substr(0, std::string(part).find(':'));
    CHECK(error_with(part, name + ": null") == "no error");
  }
}

TEST_CASE("what the engine says about unknown words in a message stays within it") {
  // The text that was sent is quoted in the message: it must not break the JSON of the answer.
  CHECK_THAT(error_with(R"("kind": "inpatient")", R"("kind": "\"\\\u0000\n{0}{1}")"),
             StartsWith("bad_case choice.unknown /visits/0/kind"));
  CHECK(error_with(R"("from": "2024-04-01")", R"("from": "\"}\u0001")") ==
        "bad_case date.impossible /visits/1/from");
}

}  // namespace
}  // namespace aidcheck::test
