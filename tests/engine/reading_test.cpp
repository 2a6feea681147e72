#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::StartsWith;

const char* const kPack = R"(
  "readings": {
    "rate": {"label": $word, "choices": {"low": $word, "high": $word}, "default": "low", "cite": "law#1"},
    "chronic": {"label": $word, "choices": {"paid": $word, "not_paid": $word}, "default": "paid", "cite": "law#1"},
    "own": {"label": $word, "choices": {"out": $word, "in": $word}, "default": "out", "cite": "law#1"}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1",
    "base": [{"when": {"own": "out"}, "of": ["scope"]}, {"when": {"own": "in"}, "of": ["scope", "own_first"]}],
    "except": [{"id": "chronic", "when": {"kind": "chronic", "chronic": "not_paid"}, "text": $word}],
    "pays": [{"when": {"rate": "low"}, "rate": "50%"}, {"when": {"rate": "high"}, "rate": "80%"}]}])";

Answer settle(std::string_view readings, std::string_view kind = "inpatient",
              std::string_view own_first = R"(, "own_first": 10)") {
  static const Tiny tiny(kPack);
  return tiny.settle(case_of(R"("identities": ["subsistence"])",
                             R"({"kind": ")" + std::string(kind) +
                                 R"(", "from": "2024-03-01", "sheet": {"total": 110, "in_scope": 100)" +
                                 std::string(own_first) + "}}",
                             readings));
}

TEST_CASE("the default reading is used where none is chosen") {
  CHECK(settle("").pays("aid") == "50");
  CHECK(settle(R"("readings": {})").pays("aid") == "50");
  CHECK(settle(R"("readings": {"rate": "low"})").pays("aid") == "50");
}

TEST_CASE("a chosen reading is used") {
  CHECK(settle(R"("readings": {"rate": "high"})").pays("aid") == "80");
  CHECK(settle(R"("readings": {"own": "in"})").pays("aid") == "55");
  CHECK(settle(R"("readings": {"rate": "high", "own": "in"})").pays("aid") == "88");
}

TEST_CASE("a reading that matters is told with what each choice gives") {
  const Answer answer = settle("");
  CHECK(answer.at("/readings/rate/chosen") == "low");
  CHECK(answer.at("/readings/rate/default") == "low");
  CHECK(answer.at("/readings/rate/choices/low/chosen") == "true");
  CHECK(answer.at("/readings/rate/choices/low/personal_total") == "60");
  CHECK(answer.at("/readings/rate/choices/high/chosen") == "false");
  CHECK(answer.at("/readings/rate/choices/high/personal_total") == "30");
  CHECK(answer.at("/readings/rate/choices/high/payers/aid/amount") == "80");
  CHECK(answer.at("/readings/own/choices/in/personal_total") == "55");
}

TEST_CASE("a reading that changes nothing here is not told unless it was chosen") {
  CHECK(settle("").at("/readings/chronic") == "absent");
  CHECK(settle(R"("readings": {"chronic": "paid"})").at("/readings/chronic/chosen") == "paid");
  const Answer chronic = settle("", "chronic");
  CHECK(chronic.at("/readings/chronic/choices/not_paid/personal_total") == "110");
}

TEST_CASE("the other choices are compared under the readings that were chosen") {
  const Answer answer = settle(R"("readings": {"rate": "high"})");
  CHECK(answer.at("/readings/rate/chosen") == "high");
  CHECK(answer.at("/readings/rate/default") == "low");
  CHECK(answer.at("/readings/own/choices/in/payers/aid/amount") == "88");
}

TEST_CASE("a choice that needs more than the case states says what") {
  const Answer answer = settle("", "inpatient", "");
  CHECK(answer.pays("aid") == "50");
  CHECK(answer.at("/readings/own/choices/in/needs") == "/visits/0/sheet/own_first");
  CHECK(answer.at("/readings/own/choices/in/personal_total") == "absent");
  CHECK(answer.at("/readings/own/choices/out/personal_total") == "60");
  CHECK(error_in(settle(R"("readings": {"own": "in"})", "inpatient", "")) ==
        "bad_case fact.missing /visits/0/sheet/own_first");
}

const char* const kChosenBy = R"(
  "facts": {
    "limit": {"of": "person", "type": "amount", "label": $word, "question": $word},
    "share": {"of": "person", "type": "yes_no", "label": $word, "question": $word}},
  "readings": {
    "cap": {"label": $word, "choices": {"none": $word, "limit": $word, "half": $word}, "default": "none",
            "chosen_by": {"limit": "limit", "share": "half"}, "cite": "law#1"}},
  "pools": {"year": {"label": $word, "limit": [{"when": {"cap": "limit"}, "amount": {"of": "limit"}},
                                               {"amount": "7元"}], "per": "year", "cite": "law#1"}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "50%"}],
              "draws_on": [{"when": {"cap": "none"}, "pools": []}, {"pools": ["year"]}]}])";

Answer settle_chosen_by(const std::string& person, std::string_view readings = "") {
  static const Tiny tiny(kChosenBy);
  return tiny.settle(case_of(R"("identities": [])" + person, stay("2024-03-01", "100"), readings));
}

TEST_CASE("stating a fact chooses the reading that looks at it") {
  CHECK(settle_chosen_by("").pays("aid") == "50");
  const Answer stated = settle_chosen_by(R"(, "limit": 30)");
  CHECK(stated.pays("aid") == "30");
  CHECK(stated.at("/readings/cap/chosen") == "limit");
  CHECK(stated.at("/readings/cap/default") == "none");
  CHECK(stated.at("/readings/cap/choices/none/payers/aid/amount") == "50");
  CHECK(settle_chosen_by(R"(, "share": false)").pays("aid") == "7");
}

TEST_CASE("what is stated as not known chooses no reading, and a choice of the case comes before") {
  CHECK(settle_chosen_by(R"(, "limit": null)").pays("aid") == "50");
  CHECK(settle_chosen_by(R"(, "limit": 30)", R"("readings": {"cap": "none"})").pays("aid") == "50");
  CHECK(settle_chosen_by(R"(, "limit": 30)", R"("readings": {"cap": "half"})").pays("aid") == "7");
}

TEST_CASE("an unknown reading or choice is refused") {
  CHECK(error_in(settle(R"("readings": {"rates": "low"})")) ==
        "bad_case field.unknown /readings/rates (nearest: rate)");
  CHECK(error_in(settle(R"("readings": {"rate": "hihg"})")) ==
        "bad_case choice.unknown /readings/rate (nearest: high)");
  CHECK(error_in(settle(R"("readings": {"rate": true})")) == "bad_case type.wrong /readings/rate");
  CHECK(error_in(settle(R"("readings": ["rate"])")) == "bad_case type.wrong /readings");
  CHECK_THAT(error_in(settle(R"("readings": {"kind": "inpatient"})")),
             StartsWith("bad_case field.unknown /readings/kind"));
}

TEST_CASE("a reading is no fact of a person or visit") {
  static const Tiny tiny(kPack);
  CHECK_THAT(error_in(tiny.settle(case_of(R"("identities": [], "rate": "high")", stay("2024-03-01", "1")))),
             StartsWith("bad_case field.unknown /person/rate"));
  CHECK_THAT(error_in(tiny.settle(
                 case_of(visit(R"("kind": "inpatient", "from": "2024-03-01", "rate": "high")", "1")))),
             StartsWith("bad_case field.unknown /visits/0/rate"));
}

}  // namespace
}  // namespace aidcheck::test
