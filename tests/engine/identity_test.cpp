#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kLayers =
    R"("kinds": {"rehabilitation": {"label": $word, "stay": true}, "home_bed": {"label": $word}},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
    "except": [{"id": "nobody", "when": {"category": "none"}, "text": $word}],
    "pays": [{"when": {"category": "subsistence"}, "rate": "80%"}, {"when": {"category": "near_subsistence"}, "rate": "50%"},
             {"when": {"category": "orphan"}, "rate": "80%"}]}])";

std::string person(std::string_view identities) {
  return R"("identities": [)" + std::string(identities) + ']';
}

std::string care(std::string_view kind, std::string_view from, std::string_view until,
                 std::string_view yuan = "100") {
  return visit(R"("kind": ")" + std::string(kind) + R"(", "from": ")" + std::string(from) +
                   R"(", "until": ")" + std::string(until) + '"',
               yuan);
}

// The identity used for one visit, `null` for none.
std::string used(const std::string& identities, const std::string& one_visit) {
  static const Tiny tiny(kLayers);
  const Answer answer = tiny.settle(case_of(person(identities), one_visit));
  INFO(answer.json());
  REQUIRE(answer.ok());
  return answer.at("/visits/1/category");
}

std::string held(std::string_view from, std::string_view until) {
  std::string text = R"({"category": "subsistence")";
  if (!from.empty()) text += R"(, "from": ")" + std::string(from) + '"';
  if (!until.empty()) text += R"(, "until": ")" + std::string(until) + '"';
  return text + '}';
}

TEST_CASE("an identity without dates always holds") {
  CHECK(used(R"("subsistence")", stay("2024-01-01", "100")) == "subsistence");
  CHECK(used(R"({"category": "subsistence"})", stay("2024-12-31", "100")) == "subsistence");
  CHECK(used(R"({"category": "subsistence", "from": null, "until": null})", stay("2024-12-31", "100")) ==
        "subsistence");
  CHECK(used("", stay("2024-12-31", "100")) == "null");
}

TEST_CASE("an identity holds from its first day") {
  for (const char* kind : {"outpatient", "chronic", "inpatient"}) {
    CAPTURE(kind);
    CHECK(used(held("2024-05-10", ""), care(kind, "2024-05-09", "2024-05-09")) == "null");
    CHECK(used(held("2024-05-10", ""), care(kind, "2024-05-10", "2024-05-10")) == "subsistence");
  }
}

TEST_CASE("a lost identity holds to the end of its month") {
  CHECK(used(held("", "2024-04-01"), care("outpatient", "2024-04-30", "2024-04-30")) == "subsistence");
  CHECK(used(held("", "2024-04-01"), care("outpatient", "2024-05-01", "2024-05-01")) == "null");
  CHECK(used(held("", "2024-04-30"), care("outpatient", "2024-04-30", "2024-04-30")) == "subsistence");
  CHECK(used(held("", "2024-04-30"), care("outpatient", "2024-05-01", "2024-05-01")) == "null");
  CHECK(used(held("", "2024-02-01"), care("outpatient", "2024-02-29", "2024-02-29")) == "subsistence");
  CHECK(used(held("", "2024-02-29"), care("outpatient", "2024-03-01", "2024-03-01")) == "null");
  CHECK(used(held("", "2024-12-01"), care("outpatient", "2024-12-31", "2024-12-31")) == "subsistence");
  CHECK(used(held("", "2023-12-31"), care("outpatient", "2024-01-01", "2024-01-01")) == "null");
}

TEST_CASE("a stay takes an identity that holds on any of its days") {
  // gained on the last day, lost with the month of the first
  CHECK(used(held("2024-05-20", ""), care("inpatient", "2024-05-10", "2024-05-20")) == "subsistence");
  CHECK(used(held("2024-05-21", ""), care("inpatient", "2024-05-10", "2024-05-20")) == "null");
  CHECK(used(held("", "2024-04-15"), care("inpatient", "2024-04-30", "2024-05-20")) == "subsistence");
  CHECK(used(held("", "2024-04-15"), care("inpatient", "2024-05-01", "2024-05-20")) == "null");
  CHECK(used(held("2024-05-12", "2024-05-14"), care("inpatient", "2024-05-10", "2024-05-20")) ==
        "subsistence");
  CHECK(used(held("", "2023-12-05"), care("inpatient", "2023-12-28", "2024-01-08")) == "subsistence");
}

TEST_CASE("any other visit takes an identity that holds on its last day") {
  for (const char* kind : {"outpatient", "chronic", "home_bed"}) {
    CAPTURE(kind);
    CHECK(used(held("2024-05-20", ""), care(kind, "2024-05-10", "2024-05-20")) == "subsistence");
    CHECK(used(held("2024-05-21", ""), care(kind, "2024-05-10", "2024-05-20")) == "null");
    CHECK(used(held("", "2024-04-15"), care(kind, "2024-04-30", "2024-05-20")) == "null");
    CHECK(used(held("", "2024-05-01"), care(kind, "2024-04-30", "2024-05-20")) == "subsistence");
  }
}

TEST_CASE("a kind that the pack calls a stay is one") {
  CHECK(used(held("", "2024-04-15"), care("rehabilitation", "2024-04-30", "2024-05-20")) == "subsistence");
}

TEST_CASE("the last day is the first where it is not stated") {
  CHECK(used(held("2024-05-20", ""), visit(R"("kind": "inpatient", "from": "2024-05-19")", "100")) == "null");
  CHECK(used(held("2024-05-20", ""),
             visit(R"("kind": "inpatient", "from": "2024-05-20", "until": null)", "100")) == "subsistence");
}

TEST_CASE("of several identities the one that pays most is used") {
  CHECK(used(R"("near_subsistence", "subsistence")", stay("2024-03-01", "100")) == "subsistence");
  CHECK(used(R"("subsistence", "near_subsistence")", stay("2024-03-01", "100")) == "subsistence");
  CHECK(used(R"("near_subsistence", "orphan")", stay("2024-03-01", "100")) == "orphan");
}

TEST_CASE("a tie goes to the pack's order whatever the order in the case") {
  CHECK(used(R"("orphan", "subsistence")", stay("2024-03-01", "100")) == "subsistence");
  CHECK(used(R"("subsistence", "orphan")", stay("2024-03-01", "100")) == "subsistence");
  // nothing to pay: all are equal
  CHECK(used(R"("orphan", "near_subsistence")", stay("2024-03-01", "0")) == "near_subsistence");
}

TEST_CASE("each visit takes what is best there and then") {
  const Tiny tiny(kLayers);
  const Answer answer = tiny.settle(case_of(
      person(
          R"({"category": "near_subsistence"}, {"category": "subsistence", "from": "2024-03-01", "until": "2024-04-10"})"),
      stay("2024-02-29", "100") + ',' + stay("2024-03-01", "100") + ',' + stay("2024-04-30", "100") + ',' +
          stay("2024-05-01", "100")));
  CHECK(answer.at("/visits/1/category") == "near_subsistence");
  CHECK(answer.at("/visits/2/category") == "subsistence");
  CHECK(answer.at("/visits/3/category") == "subsistence");
  CHECK(answer.at("/visits/4/category") == "near_subsistence");
  CHECK(answer.pays("aid") == "260");
  CHECK(answer.at("/identities/subsistence/visits") == "[2, 3]");
  CHECK(answer.at("/identities/subsistence/used_at") == "[2, 3]");
  CHECK(answer.at("/identities/subsistence/holds_until") == "2024-04-30");
  CHECK(answer.at("/identities/near_subsistence/visits") == "[1, 2, 3, 4]");
  CHECK(answer.at("/identities/near_subsistence/used_at") == "[1, 4]");
}

TEST_CASE("one category may be held twice with a gap") {
  const std::string twice = held("2024-01-01", "2024-02-10") + ',' + held("2024-06-01", "");
  CHECK(used(twice, care("outpatient", "2024-02-29", "2024-02-29")) == "subsistence");
  CHECK(used(twice, care("outpatient", "2024-03-01", "2024-03-01")) == "null");
  CHECK(used(twice, care("outpatient", "2024-06-01", "2024-06-01")) == "subsistence");
}

TEST_CASE("what is best is the sum of all layers") {
  // near_subsistence: 50 + 40; subsistence: 60 + 0
  const Tiny tiny(R"("layers": [
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
     "pays": [{"when": {"category": "subsistence"}, "rate": "60%"}, {"when": {"category": "near_subsistence"}, "rate": "50%"}]},
    {"id": "more", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"when": {"category": "near_subsistence"}, "rate": "40%"}]}])");
  const Answer answer =
      tiny.settle(case_of(person(R"("subsistence", "near_subsistence")"), stay("2024-03-01", "100")));
  CHECK(answer.at("/visits/1/category") == "near_subsistence");
  CHECK(answer.pays("aid") == "50");
  CHECK(answer.pays("more") == "40");
}

TEST_CASE("comparing identities draws nothing from a pool") {
  const Tiny tiny(R"("pools": {"year": {"label": $word, "limit": "150元", "per": "year", "cite": "law#1"}},
    "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "draws_on": "year",
     "pays": [{"when": {"category": "subsistence"}, "rate": "80%"}, {"when": {"category": "near_subsistence"}, "rate": "50%"}]}])");
  const Answer answer = tiny.settle(case_of(person(R"("near_subsistence", "subsistence")"),
                                            stay("2024-03-01", "100") + ',' + stay("2024-04-01", "100")));
  CHECK(answer.pays("aid", "1") == "80");
  CHECK(answer.pays("aid", "2") == "70");
  CHECK(answer.at("/after/pools/year") == "150");
}

TEST_CASE("best at each visit but not over the year is said") {
  // The stay takes the pool's last 100 with subsistence; with near_subsistence 50 would be left for the
  // second stay, and the top-up of 50% would have paid 25 on the rest of the first.
  const Tiny tiny(R"("pools": {"year": {"label": $word, "limit": "100元", "per": "year", "cite": "law#1"}},
    "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "draws_on": "year",
     "pays": [{"when": {"category": "subsistence"}, "rate": "100%"}, {"when": {"category": "near_subsistence"}, "rate": "50%"}]},
    {"id": "top_up", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["aid"]}, "when": {"where": "city"},
     "pays": [{"rate": "50%"}]}])");
  const auto two = [](const char* second) {
    return visit(R"("kind": "inpatient", "from": "2024-03-01", "where": "city")", "100") + ',' +
           visit(std::string(R"("kind": "inpatient", "from": "2024-04-01", "where": ")") + second + '"',
                 "100");
  };
  const Answer worse = tiny.settle(case_of(person(R"("near_subsistence", "subsistence")"), two("outside")));
  CHECK(worse.pays("aid") == "100");
  CHECK(worse.pays("top_up") == "0");
  CHECK(worse.at("/notices/identity.year_choice_would_pay_more/level") == "attention");
  // Both in the city: 100 + 50 either way.
  const Answer equal = tiny.settle(case_of(person(R"("near_subsistence", "subsistence")"), two("city")));
  CHECK(equal.pays("aid") == "100");
  CHECK(equal.pays("top_up") == "50");
  CHECK(equal.at("/notices/identity.year_choice_would_pay_more") == "absent");
}

TEST_CASE("a category that exists but is not assisted here is a notice") {
  const Tiny tiny(kLayers);
  const Answer answer = tiny.settle(
      case_of(person(R"("subsistence", {"category": "monitored_rural"})"), stay("2024-03-01", "100")));
  CHECK(answer.pays("aid") == "80");
  CHECK(answer.at("/identities/monitored_rural/assisted") == "false");
  CHECK(answer.at("/identities/subsistence/assisted") == "true");
  CHECK(answer.at("/notices/identity.not_assisted/at") == "/person/identities/1");
}

TEST_CASE("no identity counts where the pack's condition fails") {
  const Tiny tiny(
      std::string(kLayers) +
      R"(, "identity_counts": {"when": {"insurance": ["resident", "employee"]}, "otherwise": $word, "cite": "law#1"})");
  const auto settle = [&](const char* more) {
    return tiny.settle(case_of(person(R"("subsistence")") + more, stay("2024-03-01", "100")));
  };
  const Answer insured = settle(R"(, "insurance": "employee")");
  CHECK(insured.pays("aid") == "80");
  CHECK(insured.at("/identities/subsistence/counts") == "true");
  const Answer not_insured = settle(R"(, "insurance": "none")");
  CHECK(not_insured.pays("aid") == "0");
  CHECK(not_insured.at("/visits/1/category") == "null");
  CHECK(not_insured.at("/visits/1/not_paid/aid/reason") == "nobody");
  CHECK(not_insured.at("/identities/subsistence/counts") == "false");
  CHECK(not_insured.at("/notices/identity.not_counted/level") == "attention");
  const Answer perhaps = settle("");
  CHECK(unknown_in(perhaps) == "/person/insurance");
  CHECK(perhaps.pays("aid") == "0 to 80");
  CHECK(perhaps.at("/visits/1/category") == "one of [null, subsistence]");
  CHECK(perhaps.at("/identities/subsistence/counts") == "null");
  CHECK(perhaps.at("/identities/subsistence/used_at") == "[]");
  CHECK(perhaps.at("/identities/subsistence/maybe_used_at") == "[1]");
}

TEST_CASE("the condition of identities is asked only of somebody who holds one") {
  const Tiny tiny(
      std::string(kLayers) +
      R"(, "identity_counts": {"when": {"insurance": ["resident", "employee"]}, "otherwise": $word, "cite": "law#1"})");
  const Answer nobody = tiny.settle(case_of(person(""), stay("2024-03-01", "100")));
  CHECK(nobody.pays("aid") == "0");
  const Answer not_then = tiny.settle(case_of(person(held("2024-06-01", "")), stay("2024-03-01", "100")));
  REQUIRE(not_then.ok());
  CHECK(not_then.at("/identities/subsistence/counts") == "null");
}

TEST_CASE("an identity that is not known leaves a range where all else is known") {
  const Tiny tiny(kLayers);
  const auto settle = [&](std::string_view held) {
    return tiny.settle(case_of(held, stay("2024-03-01", "100")));
  };
  const Answer perhaps = settle(R"("identities": [{"category": {"one_of": [null, "subsistence"]}}])");
  CHECK(unknown_in(perhaps) == "/person/identities/0");
  CHECK(perhaps.pays("aid") == "0 to 80");
  CHECK(perhaps.at("/visits/1/category") == "one of [null, subsistence]");
  const Answer not_said = settle("");
  CHECK(unknown_in(not_said) == "/person/identities");
  CHECK(not_said.pays("aid") == "0 to 80");
  // Both pay the same.
  const Answer either = settle(R"("identities": [{"category": {"one_of": ["orphan", "subsistence"]}}])");
  CHECK(either.pays("aid") == "80");
}

TEST_CASE("what is held for certain may come before a candidate that is paid alike") {
  // In the pack's order: subsistence, near_subsistence, orphan.
  const Tiny tiny(
      R"("layers": [)" +
      aid_layer(
          R"("pays": [{"when": {"category": ["subsistence", "near_subsistence", "orphan"]}, "rate": "50%"}])") +
      ']');
  const Answer answer = tiny.settle(
      case_of(R"("identities": ["near_subsistence", {"category": {"one_of": ["subsistence", "orphan"]}}])",
              stay("2024-03-01", "100")));
  CHECK(answer.pays("aid") == "50");
  CHECK(answer.at("/visits/1/category") == "one of [subsistence, near_subsistence, orphan]");
}

}  // namespace
}  // namespace aidcheck::test
