#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kFacts = R"("facts": {
  "age": {"of": "person", "type": "whole_number", "label": $word, "question": $word},
  "working": {"of": "person", "type": "yes_no", "label": $word, "question": $word},
  "designated": {"of": "visit", "type": "yes_no", "assumed": true, "label": $word, "question": $word},
  "grade": {"of": "person", "type": "choice", "assumed": "two", "label": $word, "question": $word, "choices": {"one": $word, "two": $word}}}, )";

Tiny with_rates(std::string_view rates) {
  return Tiny(std::string(kFacts) + R"("layers": [)" + aid_layer(R"("pays": )" + std::string(rates)) + ']');
}

// What is paid for a stay, `members` being stated of it, and what was not known; or the error.
std::string paid(const Tiny& tiny, const std::string& members, const std::string& person = "") {
  const Answer answer =
      tiny.settle(case_of(R"("identities": ["subsistence"])" + person,
                          visit(R"("kind": "inpatient", "from": "2024-03-01")" + members, "100")));
  if (!answer.ok()) return error_in(answer);
  const std::string unknown = unknown_in(answer);
  return answer.pays("aid") + (unknown == "nothing" ? "" : ", not known: " + unknown);
}

TEST_CASE("a fact that no rule asks for need not be stated") {
  CHECK(paid(with_rates(R"([{"rate": "50%"}])"), "") == "50");
}

TEST_CASE("a fact on which all answers agree need not be stated") {
  const Tiny tiny =
      with_rates(R"([{"when": {"where": "outside", "kind": "chronic"}, "rate": "10%"}, {"rate": "50%"}])");
  CHECK(paid(tiny, "") == "50");  // a stay is no chronic visit, wherever it is
  const Tiny both =
      with_rates(R"([{"when": {"where": ["county", "city", "province", "outside"]}, "rate": "50%"}])");
  CHECK(paid(both, "") == "50");
}

TEST_CASE("a fact on which the answer hangs makes it a range and is told by where it belongs") {
  const Tiny of_visit = with_rates(R"([{"when": {"where": "outside"}, "rate": "10%"}, {"rate": "50%"}])");
  const std::string either_place = "10 to 50, not known: /visits/0/where";
  CHECK(paid(of_visit, "") == either_place);
  CHECK(paid(of_visit, R"(, "where": null)") == either_place);
  CHECK(paid(of_visit, R"(, "where": {"one_of": ["city", "outside"]})") == either_place);
  CHECK(paid(of_visit, R"(, "where": {"one_of": ["county", "city"]})") == "50, not known: /visits/0/where");
  CHECK(paid(of_visit, R"(, "where": {"one_of": ["city"]})") == "50");
  CHECK(paid(of_visit, R"(, "where": {"one_of": ["city"], "all": 1})") ==
        "bad_case field.unknown /visits/0/where/all (nearest: one_of)");
  const Tiny of_person =
      with_rates(R"([{"when": {"age": {"at_least": 60}}, "rate": "10%"}, {"rate": "50%"}])");
  const std::string either_age = "10 to 50, not known: /person/age";
  CHECK(paid(of_person, "") == either_age);
  CHECK(paid(of_person, "", R"(, "age": {"min": 50, "max": 70})") == either_age);
  CHECK(paid(of_person, "", R"(, "age": {"min": 59, "max": 60})") == either_age);
  CHECK(paid(of_person, "", R"(, "age": null)") == either_age);
  CHECK(paid(of_person, "", R"(, "age": {"min": 50, "maxi": 70})") ==
        "bad_case field.unknown /person/age/maxi (nearest: max)");
  CHECK(paid(of_person, "", R"(, "age": {"one_of": [59, 60]})") == either_age);
  CHECK(paid(of_person, "", R"(, "age": {"min": 60})") == "10");
  CHECK(paid(of_person, "", R"(, "age": {"max": 59})") == "50");
  CHECK(paid(of_person, "", R"(, "age": {"min": 70, "max": 70})") == "10");
}

TEST_CASE("a fact that is not known is named at the visit that needs it") {
  const Tiny tiny =
      with_rates(R"([{"when": {"where": "outside", "kind": "inpatient"}, "rate": "10%"}, {"rate": "50%"}])");
  const Answer answer = tiny.settle(
      case_of(visit(R"("kind": "inpatient", "from": "2024-05-01", "where": "city")", "100") + ',' +
              visit(R"("kind": "chronic", "from": "2024-04-01")", "100") + ',' + stay("2024-03-01", "100")));
  CHECK(unknown_in(answer) == "/visits/2/where");
  CHECK(answer.at("/unknown/where/visit") == "3");
  CHECK(answer.pays("aid", "3") == "10 to 50");
  CHECK(answer.pays("aid") == "110 to 150");  // and 50 at each of the others
}

TEST_CASE("rows that give the same figure but are different rows are told apart") {
  // The rows differ in what they explain, and which it was is not known.
  const Tiny tiny = with_rates(R"([{"when": {"where": "outside"}, "rate": "50%"}, {"rate": "50%"}])");
  CHECK(paid(tiny, "") == "50, not known: /visits/0/where");
}

TEST_CASE("of two facts that are not known both are told where both matter") {
  const Tiny tiny =
      with_rates(R"([{"when": {"where": "outside", "referral": "none"}, "rate": "10%"}, {"rate": "50%"}])");
  CHECK(paid(tiny, R"(, "where": "city")") == "50");
  CHECK(paid(tiny, R"(, "referral": "proper")") == "50");
  CHECK(paid(tiny, R"(, "where": "outside")") == "10 to 50, not known: /visits/0/referral");
  CHECK(paid(tiny, R"(, "referral": "none")") == "10 to 50, not known: /visits/0/where");
  const std::string neither = paid(tiny, "");
  CHECK((neither == "10 to 50, not known: /visits/0/where, /visits/0/referral" ||
         neither == "10 to 50, not known: /visits/0/referral, /visits/0/where"));
}

TEST_CASE("whether a layer pays is what matters and not why it does not") {
  const Tiny tiny(std::string(kFacts) + R"("layers": [)" + aid_layer(R"(
    "except": [{"id": "far", "when": {"where": "outside"}, "text": $word}, {"id": "near", "when": {"where": ["county", "city", "province"], "referral": "none"}, "text": $word}],
    "pays": [{"rate": "50%"}])") +
                  ']');
  const auto settle = [&](const char* members) {
    return tiny.settle(
        case_of(visit(std::string(R"("kind": "inpatient", "from": "2024-03-01")") + members, "100")));
  };
  // Unreferred it pays nothing anywhere: "far" outside, "near" elsewhere.
  const Answer unreferred = settle(R"(, "referral": "none")");
  CHECK(unreferred.pays("aid") == "0");
  CHECK(unreferred.at("/visits/1/not_paid/aid/reason") == "either_way");
  const Answer referred = settle(R"(, "referral": "proper")");
  CHECK(referred.pays("aid") == "0 to 50");
  CHECK(unknown_in(referred) == "/visits/0/where");
  CHECK(referred.at("/visits/1/not_paid/aid") == "absent");
  CHECK(referred.at("/visits/1/steps/not_paid/reason") == "far");
  CHECK(referred.at("/visits/1/steps/not_paid/sometimes") == "true");
  CHECK(referred.at("/visits/1/steps/rate/sometimes") == "true");
  CHECK(settle(R"(, "where": "outside")").at("/visits/1/not_paid/aid/reason") == "far");
}

TEST_CASE("a layer that pays nothing asks for none of its figures") {
  const Tiny tiny(std::string(kFacts) + R"("layers": [)" + aid_layer(R"(
    "except": [{"id": "nobody", "when": {"category": "none"}, "text": $word}],
    "pays": [{"when": {"where": "outside"}, "rate": "50%"}, {"rate": "60%"}])") +
                  ']');
  const Answer answer = tiny.settle(case_of(R"("identities": [])", stay("2024-03-01", "100")));
  CHECK(answer.pays("aid") == "0");
  CHECK(answer.at("/visits/1/not_paid/aid/reason") == "nobody");
}

TEST_CASE("an amount that a layer needs is told where it is not known") {
  const Tiny tiny(
      R"("layers": [{"id": "basic", "sheet": "basic"}, {"id": "serious_illness", "sheet": "serious_illness"},
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["own_first"]}, "pays": [{"rate": "50%"}]}])");
  // What the person pays, and what was not known.
  const auto settle = [&](const char* sheet) {
    const Answer answer = tiny.settle(
        case_of(std::string(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {)") + sheet + "}}"));
    return answer.at("/personal/total") + ", " + unknown_in(answer);
  };
  // 9 − 1 − 0 − 50% of 1
  CHECK(settle(R"("total": 9, "in_scope": 5, "basic": 1, "serious_illness": 0, "own_first": 1)") ==
        "7.5, nothing");
  // The total is at least the 5 + 1 of its parts, and at most what an amount may be.
  CHECK(settle(R"("in_scope": 5, "basic": 1, "serious_illness": 0, "own_first": 1)") ==
        "4.5 to 99999999998.5, /visits/0/sheet/total");
  CHECK(settle(R"("total": 9, "basic": 1, "serious_illness": 0, "own_first": 1)") ==
        "7.5, /visits/0/sheet/in_scope");
  // An insurance pays no more than what is in scope.
  CHECK(settle(R"("total": 9, "in_scope": 5, "serious_illness": 0, "own_first": 1)") ==
        "3.5 to 8.5, /visits/0/sheet/basic");
  CHECK(settle(R"("total": 9, "in_scope": 5, "basic": 1, "own_first": 1)") ==
        "2.5 to 7.5, /visits/0/sheet/serious_illness");
  // At most 9 − 5 were paid first: 8 − 50% of 0 or 4.
  CHECK(settle(R"("total": 9, "in_scope": 5, "basic": 1, "serious_illness": 0)") ==
        "6 to 8, /visits/0/sheet/own_first");
  CHECK(settle("").find("/visits/0/sheet/total") != std::string::npos);
}

TEST_CASE("what a visit assumes is listed with the visits that do not state it") {
  const Tiny tiny(std::string(kFacts) + R"("layers": [)" + aid_layer(R"(
    "except": [{"id": "no", "when": {"designated": false}, "text": $word}], "pays": [{"rate": "50%"}])") +
                  ']');
  const Answer answer = tiny.settle(case_of(
      visit(R"("id": "a", "kind": "inpatient", "from": "2024-03-01")", "100") + ',' +
      visit(R"("id": "b", "kind": "inpatient", "from": "2024-03-02", "designated": false)", "100") + ',' +
      visit(R"("id": "c", "kind": "inpatient", "from": "2024-03-03", "designated": null)", "100")));
  CHECK(answer.pays("aid", "a") == "50");
  CHECK(answer.pays("aid", "b") == "0");
  CHECK(answer.pays("aid", "c") == "50");
  CHECK(answer.at("/assumed/designated/value") == "true");
  CHECK(answer.at("/assumed/designated/visits") == "[a, c]");
  CHECK(answer.at("/assumed/before/value") == "0");
}

TEST_CASE("nothing is assumed where the case says what may be") {
  const Tiny tiny(std::string(kFacts) + R"("layers": [)" + aid_layer(R"(
    "except": [{"id": "no", "when": {"designated": false}, "text": $word}],
    "pays": [{"when": {"grade": "one"}, "rate": "10%"}, {"rate": "50%"}])") +
                  ']');
  CHECK(paid(tiny, R"(, "designated": {"one_of": [true, false]})") ==
        "0 to 50, not known: /visits/0/designated");
  const std::string at_any_visit = paid(tiny, "", R"(, "designated": {"one_of": [true, false]})");
  CHECK(at_any_visit == "0 to 50, not known: /visits/0/designated");
  CHECK(paid(tiny, "", R"(, "grade": {"one_of": ["one", "two"]})") == "10 to 50, not known: /person/grade");
  CHECK(paid(tiny, R"(, "designated": null)", R"(, "grade": null)") == "50");
}

TEST_CASE("what a person assumes is listed without visits") {
  const Tiny tiny = with_rates(R"([{"when": {"grade": "one"}, "rate": "10%"}, {"rate": "50%"}])");
  const Answer assumed = tiny.settle(case_of(stay("2024-03-01", "100")));
  CHECK(assumed.pays("aid") == "50");
  CHECK(assumed.at("/assumed/grade/value") == "two");
  CHECK(assumed.at("/assumed/grade/visits") == "[]");
  const Answer stated =
      tiny.settle(case_of(R"("identities": ["subsistence"], "grade": "one")", stay("2024-03-01", "100")));
  CHECK(stated.pays("aid") == "10");
  CHECK(stated.at("/assumed/grade") == "absent");
}

TEST_CASE("what stands before the year is assumed to be nothing only where it is not stated") {
  const Tiny tiny = with_rates(R"([{"rate": "50%"}])");
  CHECK(tiny.settle(case_of(stay("2024-03-01", "1"))).at("/assumed/before/value") == "0");
  CHECK(tiny.settle(case_of(R"("identities": [])", stay("2024-03-01", "1"), R"("before": {})"))
            .at("/assumed/before") == "absent");
}

// Sheets with what basic insurance paid, which the rules do not work out.
Answer of_sheet(const std::string& sheet, const std::string& members = "") {
  static const Tiny tiny(
      R"("facts": {"age": {"of": "person", "type": "whole_number", "label": $word, "question": $word}},
         "layers": [{"id": "basic", "label": $word, "sheet": "basic"},
                    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
                     "pays": [{"when": {"age": {"at_least": 60}}, "rate": "50%"}]}])");
  return tiny.settle(case_of(R"("identities": ["subsistence"])" + members,
                             R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {)" + sheet + "}}"));
}

TEST_CASE("what is stated of a payer holds though the sheet has no room for all that may be in scope") {
  // In scope is at most the total, 100, of which basic insurance left at most 20; aid is half of them.
  const Answer answer =
      of_sheet(R"("total": 100, "in_scope": {"min": 80, "max": 700}, "basic": {"min": 80, "max": 90})",
               R"(, "age": 60)");
  CHECK(answer.pays("basic") == "80 to 90");
  CHECK(answer.pays("aid") == "0 to 10");
  CHECK(answer.at("/personal/total") == "5 to 20");
}

TEST_CASE("bounds that no total leaves room for are taken as they are stated") {
  // 1000 - 400 paid, and half of what it leaves of 800 to 900 in scope; 100 and 800 are more than 850.
  const Answer answer =
      of_sheet(R"("total": 850, "own_first": 100, "in_scope": {"min": 800, "max": 900}, "basic": 400)",
               R"(, "age": 60)");
  CHECK(answer.pays("aid") == "200 to 250");
  CHECK(answer.at("/personal/total") == "200 to 250");
  CHECK(answer.at("/notices/0/code") == "sheet.does_not_add_up");
}

TEST_CASE("nobody pays more in all than in scope and out of it") {
  // 30 of 100 are out of scope; of the 70 in scope the person pays all at most.
  const Answer answer = of_sheet(R"("total": 100, "in_scope": 70, "basic": null)", R"(, "age": 20)");
  CHECK(answer.at("/personal/total") == "30 to 100");
}

TEST_CASE("a sheet of which no completion adds up is answered, and said not to add up") {
  // All parts come to more than the total, whatever they are.
  const Answer answer = of_sheet(R"("total": 0, "in_scope": {"one_of": [1, 2]}, "basic": null)");
  CHECK(answer.at("/personal/total") == "0");
  CHECK(answer.at("/notices/0/code") == "sheet.does_not_add_up");
}

}  // namespace
}  // namespace aidcheck::test
