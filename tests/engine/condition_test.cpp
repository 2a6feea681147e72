#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kFacts = R"("facts": {
  "age": {"of": "person", "type": "whole_number", "label": $word, "question": $word},
  "income": {"of": "person", "type": "amount", "label": $word, "question": $word},
  "working": {"of": "person", "type": "yes_no", "label": $word, "question": $word},
  "grade": {"of": "person", "type": "choice", "label": $word, "question": $word, "choices": {"one": $word, "two": $word, "three": $word}},
  "filed": {"of": "visit", "type": "yes_no", "label": $word, "question": $word}}, )";

std::string rows(std::string_view rates) {
  return std::string(kFacts) + R"("layers": [)" + aid_layer(R"("pays": )" + std::string(rates)) + ']';
}

// What a pack that pays 100 where `when` holds and 1 elsewhere pays to a person of whom `person` is known.
std::string paid(const std::string& when, const std::string& person) {
  const Tiny tiny(rows(R"([{"when": )" + when + R"(, "rate": "100%"}, {"rate": "1%"}])"));
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["subsistence"], )" + person, stay("2024-03-01", "100")));
  return answer.ok() ? answer.pays("aid") : error_in(answer);
}

TEST_CASE("the first row that holds counts") {
  const Tiny tiny(rows(R"([
    {"when": {"kind": "chronic", "category": "orphan"}, "rate": "90%"},
    {"when": {"category": "orphan"}, "rate": "80%"},
    {"when": {"kind": "chronic"}, "rate": "70%"},
    {"rate": "60%"},
    {"when": {"kind": "inpatient"}, "rate": "50%"}])"));
  const auto paid_for = [&](const char* category, const char* kind) {
    return tiny
        .settle(case_of(std::string(R"("identities": [")") + category + R"("])",
                        visit(std::string(R"("from": "2024-03-01", "kind": ")") + kind + '"', "100")))
        .pays("aid");
  };
  CHECK(paid_for("orphan", "chronic") == "90");
  CHECK(paid_for("orphan", "inpatient") == "80");
  CHECK(paid_for("subsistence", "chronic") == "70");
  CHECK(paid_for("subsistence", "inpatient") == "60");
}

TEST_CASE("all facts of a condition must hold") {
  const std::string when = R"({"age": {"at_least": 60}, "working": false})";
  CHECK(paid(when, R"("age": 60, "working": false)") == "100");
  CHECK(paid(when, R"("age": 60, "working": true)") == "1");
  CHECK(paid(when, R"("age": 59, "working": false)") == "1");
  CHECK(paid("{}", R"("age": 1)") == "100");
}

TEST_CASE("a value, one of some values, and not") {
  CHECK(paid(R"({"grade": "two"})", R"("grade": "two")") == "100");
  CHECK(paid(R"({"grade": "two"})", R"("grade": "one")") == "1");
  CHECK(paid(R"({"grade": ["one", "three"]})", R"("grade": "three")") == "100");
  CHECK(paid(R"({"grade": ["one", "three"]})", R"("grade": "two")") == "1");
  CHECK(paid(R"({"grade": {"not": "two"}})", R"("grade": "two")") == "1");
  CHECK(paid(R"({"grade": {"not": "two"}})", R"("grade": "three")") == "100");
  CHECK(paid(R"({"grade": {"not": ["one", "two"]}})", R"("grade": "two")") == "1");
  CHECK(paid(R"({"grade": {"not": ["one", "two"]}})", R"("grade": "three")") == "100");
  CHECK(paid(R"({"working": true})", R"("working": true)") == "100");
  CHECK(paid(R"({"working": {"not": true}})", R"("working": false)") == "100");
  CHECK(paid(R"({"working": [true, false]})", R"("working": false)") == "100");
}

TEST_CASE("whole numbers lie in ranges with or without their ends") {
  CHECK(paid(R"({"age": {"at_least": 18}})", R"("age": 17)") == "1");
  CHECK(paid(R"({"age": {"at_least": 18}})", R"("age": 18)") == "100");
  CHECK(paid(R"({"age": {"above": 18}})", R"("age": 18)") == "1");
  CHECK(paid(R"({"age": {"above": 18}})", R"("age": 19)") == "100");
  CHECK(paid(R"({"age": {"at_most": 18}})", R"("age": 18)") == "100");
  CHECK(paid(R"({"age": {"at_most": 18}})", R"("age": 19)") == "1");
  CHECK(paid(R"({"age": {"below": 18}})", R"("age": 17)") == "100");
  CHECK(paid(R"({"age": {"below": 18}})", R"("age": 18)") == "1");
  CHECK(paid(R"({"age": {"at_least": 18, "below": 60}})", R"("age": 17)") == "1");
  CHECK(paid(R"({"age": {"at_least": 18, "below": 60}})", R"("age": 59)") == "100");
  CHECK(paid(R"({"age": {"at_least": 18, "below": 60}})", R"("age": 60)") == "1");
  CHECK(paid(R"({"age": {"not": {"at_least": 18, "below": 60}}})", R"("age": 17)") == "100");
  CHECK(paid(R"({"age": {"not": {"at_least": 18, "below": 60}}})", R"("age": 30)") == "1");
  CHECK(paid(R"({"age": {"above": 60, "below": 18}})", R"("age": 30)") == "1");
  CHECK(paid(R"({"age": {"at_least": 0}})", R"("age": 0)") == "100");
  CHECK(paid(R"({"age": 18})", R"("age": 18)") == "100");
  CHECK(paid(R"({"age": 18})", R"("age": 17)") == "1");
  CHECK(paid(R"({"age": 18})", R"("age": 19)") == "1");
  CHECK(paid(R"({"age": [18, 20]})", R"("age": 19)") == "1");
  CHECK(paid(R"({"age": [18, 20]})", R"("age": 20)") == "100");
  CHECK(paid(R"({"age": {"at_least": 18}})", R"("age": 1.8e1)") == "100");
}

TEST_CASE("amounts are compared with printed figures to the fen") {
  CHECK(paid(R"({"income": {"below": "5000元"}})", R"("income": 4999.99)") == "100");
  CHECK(paid(R"({"income": {"below": "5000元"}})", R"("income": 5000)") == "1");
  CHECK(paid(R"({"income": {"at_most": "5000元"}})", R"("income": 5000)") == "100");
  CHECK(paid(R"({"income": {"at_most": "5000元"}})", R"("income": 5000.01)") == "1");
  CHECK(paid(R"({"income": {"above": "0.5万元"}})", R"("income": 5000)") == "1");
  CHECK(paid(R"({"income": {"above": "0.5万元"}})", R"("income": 5000.01)") == "100");
}

TEST_CASE("figures that other rules compare with change nothing here") {
  const Tiny tiny(rows(
      R"([{"when": {"age": {"below": 10}}, "rate": "10%"}, {"when": {"age": {"at_most": 10}}, "rate": "20%"},
    {"when": {"age": 11}, "rate": "30%"}, {"when": {"age": {"above": 11, "below": 13}}, "rate": "40%"}, {"rate": "50%"}])"));
  const auto paid_at = [&](int age) {
    return tiny
        .settle(case_of(R"("identities": ["subsistence"], "age": )" + std::to_string(age),
                        stay("2024-03-01", "100")))
        .pays("aid");
  };
  CHECK(paid_at(9) == "10");
  CHECK(paid_at(10) == "20");
  CHECK(paid_at(11) == "30");
  CHECK(paid_at(12) == "40");
  CHECK(paid_at(13) == "50");
}

TEST_CASE(
    "a fact of a visit that is stated in the person holds for every visit that does not state its own") {
  const Tiny tiny(rows(R"([{"when": {"filed": true}, "rate": "100%"}, {"rate": "1%"}])"));
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["subsistence"], "filed": true)",
                          stay("2024-03-01", "100") + ',' +
                              visit(R"("kind": "inpatient", "from": "2024-03-02", "filed": false)", "100")));
  CHECK(answer.pays("aid", "1") == "100");
  CHECK(answer.pays("aid", "2") == "1");
}

TEST_CASE("an answer of the wrong type or form is refused") {
  CHECK(paid(R"({"age": 18})", R"("age": "18")") == "bad_case type.wrong /person/age");
  CHECK(paid(R"({"age": 18})", R"("age": 18.5)") == "bad_case number.malformed /person/age");
  CHECK(paid(R"({"age": 18})", R"("age": 1e300)") == "bad_case number.malformed /person/age");
  CHECK(paid(R"({"income": "1元"})", R"("income": 0.001)") == "bad_case number.malformed /person/income");
  CHECK(paid(R"({"income": "1元"})", R"("income": "1元")") == "bad_case type.wrong /person/income");
  CHECK(paid(R"({"working": true})", R"("working": "yes")") == "bad_case type.wrong /person/working");
  CHECK(paid(R"({"working": true})", R"("working": 1)") == "bad_case type.wrong /person/working");
  CHECK(paid(R"({"grade": "two"})", R"("grade": 2)") == "bad_case type.wrong /person/grade");
  CHECK(paid(R"({"grade": "two"})", R"("grade": "tow")") ==
        "bad_case choice.unknown /person/grade (nearest: two)");
  CHECK(paid(R"({"grade": "two"})", R"("grade": "")") ==
        "bad_case choice.unknown /person/grade (nearest: one)");
  CHECK(paid(R"({"grade": "two"})", R"("grade": {"maybe": "one"})") == "bad_case type.wrong /person/grade");
}

}  // namespace
}  // namespace aidcheck::test
