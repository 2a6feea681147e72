#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>

#include "check.h"
#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

// One version of the rules: in force from a day until another, or without end.
std::string version(std::string_view from, std::string_view until, std::string_view members) {
  std::string in_force = R"({"from": ")" + std::string(from) + '"';
  if (!until.empty()) in_force += R"(, "until": ")" + std::string(until) + '"';
  return changed(pack_with(members), R"({"from": "2023-01-01"})", in_force + '}');
}

class Versions {
 public:
  Versions(std::initializer_list<std::string> packs) {
    for (const std::string& pack : packs) {
      const Answer loaded(engine_.load(pack));
      INFO(loaded.json());
      REQUIRE(loaded.ok());
    }
  }
  [[nodiscard]] Answer settle(const std::string& case_json) const {
    return Answer(engine_.estimate(case_json));
  }

 private:
  Engine engine_;
};

const std::string kSpring = visit(R"("id": "spring", "kind": "inpatient", "from": "2024-03-01")", "100");
const std::string kSummer = visit(R"("id": "summer", "kind": "inpatient", "from": "2024-08-01")", "200");

const char* const kOld = R"(
  "pools": {"shared": {"label": $word, "limit": "100元", "per": "year", "cite": "law#1"},
            "old": {"label": $word, "limit": "1000元", "per": "year", "cite": "law#1"}},
  "layers": [
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "50%"}], "draws_on": ["shared", "old"]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["aid"]}, "deductible": "50元",
     "pays": [{"rate": "60%"}]}])";

// Other figures, the same names in another order, a pool and a payer more and a pool less.
const char* const kNew = R"(
  "pools": {"extra": {"label": $word, "limit": "25元", "per": "year", "cite": "law#1"},
            "shared": {"label": $word, "limit": "120元", "per": "year", "cite": "law#1"}},
  "layers": [
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "80%"}], "draws_on": ["shared"]},
    {"id": "gift", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "10%"}], "draws_on": ["extra"]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["aid"]}, "deductible": "60元",
     "pays": [{"rate": "50%"}]}])";

const Versions& two_versions() {
  static const Versions versions{version("2023-01-01", "2024-06-30", kOld), version("2024-07-01", "", kNew)};
  return versions;
}

Answer settle(std::string_view visits, std::string_view members = {}) {
  return two_versions().settle(case_of(R"("identities": ["subsistence"])", visits, members));
}

TEST_CASE("each visit is settled by the version of its day, in the order of the days") {
  for (const std::string& visits : {kSpring + ',' + kSummer, kSummer + ',' + kSpring}) {
    const Answer answer = settle(visits);
    INFO(answer.json());
    CHECK(answer.at("/packs/0/from") == "2023-01-01");
    CHECK(answer.at("/packs/1/from") == "2024-07-01");
    CHECK(answer.at("/visits/0/from") == "2024-03-01");
    CHECK(answer.at("/visits/spring/payers/aid/amount") == "50");
    CHECK(answer.at("/visits/spring/payers/gift") == "absent");
    CHECK(answer.at("/visits/spring/payers/top_up/amount") == "0");
    CHECK(answer.at("/visits/spring/personal/total") == "50");
    CHECK(answer.at("/visits/summer/payers/aid/amount") == "70");  // 160, but 120 - 50 are left
    CHECK(answer.at("/visits/summer/payers/gift/amount") == "20");
    CHECK(answer.at("/visits/summer/payers/top_up/amount") == "60");  // 50% of (50 + 130 - 60)
    CHECK(answer.at("/visits/summer/personal/total") == "50");
    CHECK(answer.pays("aid") == "120");
    CHECK(answer.pays("top_up") == "60");
    CHECK(answer.at("/personal/total") == "100");
    CHECK(answer.at("/personal/in_scope") == "100");
    CHECK(answer.at("/total") == "300");
  }
}

TEST_CASE("a visit belongs to the version of its last day") {
  const auto ending = [](const char* day) {
    return settle(
        visit(R"("kind": "inpatient", "from": "2024-06-20", "until": ")" + std::string(day) + '"', "100"));
  };
  CHECK(ending("2024-06-30").pays("aid") == "50");
  CHECK(ending("2024-07-01").pays("aid") == "80");
}

TEST_CASE("payers stand in the order of payment of all versions") {
  const Answer answer = settle(kSpring + ',' + kSummer);
  CHECK(answer.at("/payers/0/id") == "aid");
  CHECK(answer.at("/payers/1/id") == "gift");
  CHECK(answer.at("/payers/2/id") == "top_up");
  CHECK(answer.at("/payers/3") == "absent");
}

TEST_CASE("the year ends with the pools and counts of its last version") {
  const Answer answer = settle(kSpring + ',' + kSummer);
  CHECK(answer.at("/after/pools/shared") == "120");
  CHECK(answer.at("/after/pools/extra") == "20");
  CHECK(answer.at("/after/pools/old") == "absent");
  CHECK(answer.at("/after/cumulative/top_up") == "180");
  CHECK(answer.at("/pools/shared/limit") == "120");
  CHECK(answer.at("/pools/shared/before") == "0");
  CHECK(answer.at("/pools/shared/drawn") == "120");
  CHECK(answer.at("/pools/shared/left") == "0");
  CHECK(answer.at("/pools/old") == "absent");
}

TEST_CASE("what stands before the year goes to the first version that has it") {
  const Answer answer =
      settle(kSpring + ',' + kSummer,
             R"("before": {"pools": {"shared": 30, "old": 960, "extra": 10}, "cumulative": {"top_up": 20}})");
  INFO(answer.json());
  CHECK(answer.pays("aid", "spring") == "40");     // of 50: old has 40 left, shared 70
  CHECK(answer.pays("top_up", "spring") == "18");  // 60% of (20 + 60 - 50)
  CHECK(answer.pays("aid", "summer") == "50");     // 120 - 70
  CHECK(answer.pays("gift", "summer") == "15");    // 25 - 10
  CHECK(answer.pays("top_up", "summer") == "75");  // 50% of (80 + 150 - 60) - 50% of (80 - 60)
  CHECK(answer.at("/pools/shared/before") == "30");
  CHECK(answer.at("/pools/shared/drawn") == "90");
  CHECK(answer.at("/pools/extra/before") == "10");
}

TEST_CASE("a year may be entered in its second version") {
  const Answer answer =
      settle(kSummer, R"("before": {"pools": {"shared": 50}, "cumulative": {"top_up": 50}})");
  CHECK(answer.at("/packs/1") == "absent");
  CHECK(answer.pays("aid") == "70");
  CHECK(answer.pays("top_up") == "60");
  CHECK(error_in(settle(kSummer, R"("before": {"pools": {"old": 1}})")) ==
        "bad_case field.unknown /before/pools/old (nearest: extra)");
  CHECK(error_in(settle(kSpring + ',' + kSummer, R"("before": {"pools": {"extar": 1}})")) ==
        "bad_case field.unknown /before/pools/extar (nearest: extra)");
}

TEST_CASE("a pool that a version in between does not have starts again") {
  const auto drawing = [](const char* pool) {
    return R"("pools": {")" + std::string(pool) +
           R"(": {"label": $word, "limit": "70元", "per": "year", "cite": "law#1"}}, "layers": [)" +
           aid_layer(R"("pays": [{"rate": "50%"}], "draws_on": [")" + std::string(pool) + R"("])") + ']';
  };
  const Versions versions{version("2024-01-01", "2024-03-31", drawing("one")),
                          version("2024-04-01", "2024-06-30", drawing("other")),
                          version("2024-07-01", "", drawing("one"))};
  const Answer answer =
      versions.settle(case_of(R"("identities": ["subsistence"])",
                              kSpring + ',' + stay("2024-05-01", "100") + ',' + stay("2024-09-01", "100"),
                              R"("before": {"pools": {"one": 40}})"));
  CHECK(answer.pays("aid", "spring") == "30");
  CHECK(answer.pays("aid", "2") == "50");
  CHECK(answer.pays("aid", "3") == "50");
  CHECK(answer.at("/after/pools/one") == "50");
  CHECK(answer.at("/pools/one/before") == "0");
}

TEST_CASE("sums over the year and numbers of visits go on from version to version") {
  const auto counting = [](bool sum_first, const char* third_stay) {
    const std::string sum =
        R"("spent": {"of": "visit", "type": "amount", "label": $word, "adds_up": {"of": ["scope"], "over": "year"}})";
    const std::string count =
        R"("stays": {"of": "visit", "type": "whole_number", "label": $word, "counts_visits": {"when": {"kind": "inpatient"}}})";
    return R"("facts": {)" + (sum_first ? sum + ',' + count : count + ',' + sum) + R"(}, "layers": [)" +
           R"({"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"when": {"stays": {"at_least": 3}}, "rate": ")" +
           third_stay +
           R"("}, {"when": {"spent": {"at_least": "250元"}}, "rate": "50%"}, {"rate": "10%"}]}])";
  };
  const Versions versions{version("2023-01-01", "2024-06-30", counting(true, "90%")),
                          version("2024-07-01", "", counting(false, "80%"))};
  const auto pays = [&](const std::string& visits, const char* before) {
    const Answer answer = versions.settle(case_of(R"("identities": ["subsistence"])", visits, before));
    INFO(answer.json());
    CHECK(answer.ok());
    return answer;
  };
  const std::string both = kSpring + ',' + kSummer;
  CHECK(pays(kSummer, "").pays("aid") == "20");
  const Answer crossing = pays(both, "");
  CHECK(crossing.pays("aid", "spring") == "10");
  CHECK(crossing.pays("aid", "summer") == "100");  // 100 + 200 were spent
  CHECK(crossing.at("/after/cumulative/spent") == "300");
  CHECK(crossing.at("/after/counts/stays") == "2");
  const Answer third = pays(both, R"("before": {"cumulative": {"spent": 1000}, "counts": {"stays": 1}})");
  CHECK(third.pays("aid", "spring") == "50");
  CHECK(third.pays("aid", "summer") == "160");  // the third stay
  CHECK(third.at("/after/cumulative/spent") == "1300");
  CHECK(third.at("/after/counts/stays") == "3");
}

TEST_CASE("a date that no version covers is refused with what is covered") {
  const Versions versions{version("2023-01-01", "2024-05-31", kOld), version("2024-07-01", "", kNew)};
  const Answer gap = versions.settle(case_of(kSpring + ',' + stay("2024-06-15", "1") + ',' + kSummer));
  CHECK(error_in(gap) == "bad_case date.no_rules /visits/1/from");
  CHECK_THAT(gap.at("/error/message/en"), Contains("2023-01-01–2024-05-31, 2024-07-01–."));
  CHECK_THAT(gap.at("/error/message/zh-Hans"), Contains("2023-01-01–2024-05-31, 2024-07-01–。"));
  CHECK(error_in(versions.settle(case_of(kSpring + ',' + kSummer))) == "no error");
}

TEST_CASE("a version ends where the next begins, even where its pack does not say so") {
  const Versions versions{version("2023-01-01", "", kOld), version("2024-07-01", "2024-08-31", kNew)};
  CHECK(versions.settle(case_of(kSpring + ',' + kSummer)).pays("aid") == "120");
  const Answer later = versions.settle(case_of(stay("2024-09-01", "1")));
  CHECK(error_in(later) == "bad_case date.no_rules /visits/0/from");
  CHECK_THAT(later.at("/error/message/en"), Contains("2023-01-01–2024-06-30, 2024-07-01–2024-08-31."));
}

TEST_CASE("a year without visits has the version of its last day") {
  CHECK(settle("").at("/packs/0/from") == "2024-07-01");
  CHECK(settle("").at("/packs/1") == "absent");
}

// A pool that both versions fill, and readings that both, the old one or the new one alone have.
std::string with_readings(std::string_view readings, std::string_view low, std::string_view high,
                          std::string_view more) {
  return R"("readings": {"rate": {"label": $word, "choices": {"low": $word, "high": $word}, "default": "low", "cite": "law#1"},)" +
         std::string(readings) +
         R"(}, "pools": {"shared": {"label": $word, "limit": "100元", "per": "year", "cite": "law#1"}},
         "layers": [{"id": "aid", "label": $word, "cite": "law#1", )" +
         std::string(more) + R"(, "pays": [{"when": {"rate": "low"}, "rate": ")" + std::string(low) +
         R"("}, {"when": {"rate": "high"}, "rate": ")" + std::string(high) +
         R"("}], "draws_on": ["shared"]}])";
}

Answer read(std::string_view readings, std::string_view total = "100") {
  static const Versions versions{
      version(
          "2024-01-01", "2024-06-30",
          with_readings(
              R"("half": {"label": $word, "choices": {"paid": $word, "not_paid": $word}, "default": "paid", "cite": "law#1"})",
              "50%", "80%",
              R"("base": {"of": ["scope"]}, "except": [{"id": "half", "when": {"half": "not_paid"}, "text": $word}])")),
      version(
          "2024-07-01", "",
          with_readings(
              R"("own": {"label": $word, "choices": {"out": $word, "in": $word}, "default": "out", "cite": "law#1"})",
              "10%", "40%",
              R"("base": [{"when": {"own": "out"}, "of": ["scope"]}, {"when": {"own": "in"}, "of": ["scope", "own_first"]}])"))};
  const std::string summer =
      R"({"kind": "inpatient", "from": "2024-08-01", "sheet": {"in_scope": 100, "total": )";
  return versions.settle(case_of(R"("identities": ["subsistence"])",
                                 kSpring + ',' + summer + std::string(total) + "}}", readings));
}

TEST_CASE("another reading is told for the whole year") {
  const Answer answer = read("");
  INFO(answer.json());
  CHECK(answer.pays("aid") == "60");
  CHECK(answer.at("/readings/rate/choices/low/personal_total") == "140");
  CHECK(answer.at("/readings/rate/choices/high/personal_total") == "100");  // 80 + 20 of 40: the pool ends
  CHECK(answer.at("/readings/rate/choices/high/payers/aid/amount") == "100");
  CHECK(answer.at("/readings/half/choices/not_paid/personal_total") == "190");
  // All of the total is in scope, so that nothing can have been paid first.
  CHECK(answer.at("/readings/own") == "absent");
  // Of 10 more none or all was, and 10% of that is paid.
  const Answer more = read("", "110");
  CHECK(more.at("/readings/own/choices/out/personal_total") == "150");
  CHECK(more.at("/readings/own/choices/in/personal_total") == "149 to 150");
}

TEST_CASE("a reading may be chosen that one of the versions alone has") {
  CHECK(read(R"("readings": {"half": "not_paid"})").pays("aid") == "10");
  CHECK(read(R"("readings": {"half": "not_paid"})").at("/readings/half/chosen") == "not_paid");
  CHECK(read(R"("readings": {"rate": "high"})").pays("aid") == "100");
  CHECK(error_in(read(R"("readings": {"haf": "paid"})")) ==
        "bad_case field.unknown /readings/haf (nearest: half)");
}

const char* const kByCategory =
    R"("layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
  "pays": [{"when": {"category": "near_subsistence"}, "rate": "50%"}]}])";

TEST_CASE("identities are told once for the year, with the visits of all versions") {
  const std::string in_another_order = changed(
      version("2024-07-01", "", kByCategory),
      R"({"id": "subsistence", "recognised_by": $word}, {"id": "near_subsistence", "recognised_by": $word})",
      R"({"id": "near_subsistence", "recognised_by": $word})");
  const Versions versions{version("2024-01-01", "2024-06-30", kByCategory), in_another_order};
  const Answer answer = versions.settle(case_of(
      R"("identities": ["subsistence", "near_subsistence", "hardship_worker"])", kSpring + ',' + kSummer));
  INFO(answer.json());
  CHECK(answer.pays("aid") == "150");
  CHECK(answer.at("/identities/near_subsistence/used_at") == "[spring, summer]");
  CHECK(answer.at("/identities/near_subsistence/assisted") == "true");
  CHECK(answer.at("/identities/subsistence/assisted") == "true");
  CHECK(answer.at("/identities/3") == "absent");
  CHECK(answer.at("/notices/identity.not_assisted/at") == "/person/identities/2");
}

TEST_CASE("whether another choice of identities pays more is asked of the whole year") {
  const auto drawing = [](const char* rows, const char* draws) {
    return R"("pools": {"shared": {"label": $word, "limit": "100元", "per": "year", "cite": "law#1"}}, "layers": [)" +
           aid_layer(R"("pays": [)" + std::string(rows) + R"(], "draws_on": [)" + draws + ']') + ']';
  };
  const Versions versions{
      version(
          "2024-01-01", "2024-06-30",
          drawing(
              R"({"when": {"category": "orphan"}, "rate": "60%"}, {"when": {"category": "subsistence"}, "rate": "50%"})",
              R"({"when": {"category": "orphan"}, "pools": ["shared"]})")),
      version("2024-07-01", "", drawing(R"({"rate": "50%"})", R"({"pools": ["shared"]})"))};
  const auto held = [&](const char* identities) {
    return versions.settle(case_of(R"("identities": )" + std::string(identities), kSpring + ',' + kSummer));
  };
  CHECK(held(R"(["subsistence"])").pays("aid") == "150");
  const Answer both = held(R"(["subsistence", "orphan"])");
  CHECK(both.pays("aid") == "100");  // 60 as an orphan, then the 40 that are left
  CHECK(both.find("/notices/identity.year_choice_would_pay_more") != nullptr);
  CHECK(held(R"(["orphan"])").find("/notices/identity.year_choice_would_pay_more") == nullptr);
}

std::string saying(std::string_view words, std::string_view more) {
  return R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") +
         R"(], "notices": [{"id": "told", "label": $word, "cite": "law#1", "text": )" + std::string(words) +
         R"(}], "entitlements": [{"id": "due", "label": $word, "cite": "law#1", "text": )" +
         std::string(words) + '}' + std::string(more) + ']';
}

TEST_CASE("what two versions both say is told once") {
  const Versions versions{
      version("2024-01-01", "2024-06-30",
              saying(R"({"zh-Hans": "旧", "en": "old"})",
                     R"(, {"id": "only_old", "label": $word, "text": $word, "cite": "law#1"})")),
      version("2024-07-01", "", saying(R"({"zh-Hans": "新", "en": "new"})", ""))};
  const Answer answer = versions.settle(case_of(kSpring + ',' + kSummer));
  INFO(answer.json());
  CHECK(answer.at("/notices/told/message/en") == "old");
  CHECK(answer.at("/notices/0/code") == "told");
  CHECK(answer.at("/notices/1/code") == "estimate.only");
  CHECK(answer.at("/notices/2") == "absent");
  CHECK(answer.at("/entitlements/0/id") == "due");
  CHECK(answer.at("/entitlements/0/text/en") == "new");
  CHECK(answer.at("/entitlements/1/id") == "only_old");
  CHECK(answer.at("/entitlements/2") == "absent");
  CHECK(answer.at("/sources/0/id") == "law");
  CHECK(answer.at("/sources/1") == "absent");
}

TEST_CASE("documents of two versions that have one name are both listed") {
  const Versions versions{
      version("2024-01-01", "2024-06-30", kOld),
      changed(version("2024-07-01", "", kNew), R"("number": "1号")", R"("number": "2号")")};
  const Answer answer = versions.settle(case_of(kSpring + ',' + kSummer));
  CHECK(answer.at("/sources/0/number") == "1号");
  CHECK(answer.at("/sources/1/number") == "2号");
}

TEST_CASE("a fact is known where one version of the year knows it") {
  const char* const kAsking = R"(
    "facts": {"card": {"of": "person", "type": "yes_no", "label": $word, "question": $word},
              "ward": {"of": "visit", "type": "choice", "label": $word, "question": $word, "choices": {"icu": $word, "other": $word}, "assumed": "other"}},
    "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
      "pays": [{"when": {"card": true, "ward": "other"}, "rate": "80%"}, {"when": {"card": true, "ward": "icu"}, "rate": "90%"}]}])";
  const Versions versions{version("2023-01-01", "2024-06-30", kOld), version("2024-07-01", "", kAsking)};
  const std::string spring_ward = visit(R"("kind": "inpatient", "from": "2024-03-01", "ward": "icu")", "100");
  const Answer answer =
      versions.settle(case_of(R"("identities": ["subsistence"], "card": true)", spring_ward + ',' + kSummer));
  INFO(answer.json());
  CHECK(answer.pays("aid") == "210");
  CHECK(answer.at("/assumed/ward/visits") == "[summer]");
  const auto error = [&](const char* person, const std::string& visits) {
    return error_in(versions.settle(case_of(person, visits)));
  };
  const Answer either = versions.settle(case_of(R"("identities": [])", kSpring + ',' + kSummer));
  CHECK(unknown_in(either) == "/person/card");
  CHECK(either.pays("aid") == "50 to 210");
  CHECK(error(R"("identities": [], "crad": true)", kSpring + ',' + kSummer) ==
        "bad_case field.unknown /person/crad (nearest: card)");
  CHECK(error(R"("identities": [], "card": true)", kSpring) ==
        "bad_case field.unknown /person/card (nearest: kind)");
}

TEST_CASE("what two versions both assume is listed once") {
  const char* const kAssuming = R"(
    "facts": {"ward": {"of": "visit", "type": "choice", "label": $word, "question": $word, "choices": {"icu": $word, "other": $word}, "assumed": "other"}},
    "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"when": {"ward": "other"}, "rate": "80%"}]}])";
  const Versions versions{version("2024-01-01", "2024-06-30", kAssuming),
                          version("2024-07-01", "", kAssuming)};
  const Answer answer = versions.settle(case_of(kSummer + ',' + kSpring));
  CHECK(answer.at("/assumed/0/visits") == "[spring, summer]");
  CHECK(answer.at("/assumed/1/fact") == "before");
}

std::string aid_with(std::string_view from, std::string_view until, std::string_view standing) {
  return version(from, until,
                 R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + "]," + std::string(standing));
}

TEST_CASE("a case that needs a withdrawn version is refused with the reason") {
  const Versions versions{
      version("2023-01-01", "2024-06-30", kOld),
      aid_with("2024-07-01", "",
               R"("withdrawn": {"on": "2024-09-01", "why": {"zh-Hans": "抄错了", "en": "copied wrongly"}})")};
  CHECK(versions.settle(case_of(kSpring)).pays("aid") == "50");
  const Answer refused = versions.settle(case_of(kSpring + ',' + kSummer));
  CHECK(error_in(refused) == "bad_case pack.withdrawn /visits/1/from");
  CHECK_THAT(refused.at("/error/message/en"),
             Contains("2024-07-01") && Contains("2024-09-01") && Contains("copied wrongly"));
  CHECK_THAT(refused.at("/error/message/zh-Hans"), Contains("2024-09-01") && Contains("抄错了"));
  CHECK(error_in(versions.settle(case_of(""))) == "bad_case pack.withdrawn /year");
}

TEST_CASE("a result of a corrected pack says what was wrong with which version") {
  const Versions versions{
      version("2023-01-01", "2024-06-30", kOld),
      aid_with(
          "2024-07-01", "",
          R"("corrects": [{"version": "1", "on": "2024-09-01", "what": {"zh-Hans": "比例写成了80%", "en": "the rate was 80%"}},
                               {"version": "2", "on": "2024-09-02", "what": {"zh-Hans": "比例写成了70%", "en": "the rate was 70%"}}])")};
  CHECK(versions.settle(case_of(kSpring)).find("/notices/pack.corrected") == nullptr);
  const Answer answer = versions.settle(case_of(kSpring + ',' + kSummer));
  INFO(answer.json());
  CHECK(answer.at("/notices/0/code") == "pack.corrected");
  CHECK(answer.at("/notices/0/level") == "info");
  CHECK(answer.at("/notices/0/message/en") ==
        "Version 1 of these rules was wrong and was corrected on 2024-09-01: the rate was 80%");
  CHECK_THAT(answer.at("/notices/0/message/zh-Hans"),
             Contains("第1版") && Contains("2024-09-01") && Contains("比例写成了80%"));
  CHECK_THAT(answer.at("/notices/1/message/en"), Contains("Version 2"));
  CHECK(answer.at("/notices/2/code") == "estimate.only");
}

TEST_CASE("what became of a pack must be said as it should be") {
  const auto refused = [](const char* standing) {
    return refusal(
        pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + "], " + standing));
  };
  CHECK(refused(R"("checked": [{"by": $word, "on": "2024-02-29"}], "review_by": "2025-12-31")") ==
        "no error");
  CHECK(refused(R"("withdrawn": true)") == "bad_pack type.wrong /withdrawn");
  CHECK(refused(R"("withdrawn": {"on": "2024-01-01"})") == "bad_pack field.missing /withdrawn/why");
  CHECK(refused(R"("withdrawn": {"on": "", "why": $word})") == "bad_pack field.missing /withdrawn/on");
  CHECK(refused(R"("withdrawn": {"on": {}, "why": $word})") == "bad_pack type.wrong /withdrawn/on");
  CHECK(refused(R"("corrects": [{"on": "2024-01-01", "what": $word}])") ==
        "bad_pack field.missing /corrects/0/version");
  CHECK(refused(R"("corrects": [{"version": "1", "on": "2024-01-32", "what": $word}])") ==
        "bad_pack date.impossible /corrects/0/on");
}

TEST_CASE("authors are told when who checked a pack is not said as it should be") {
  const auto found = [](const char* standing) {
    const std::string pack =
        pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + "], " + standing);
    std::string all;
    const auto checked = check_packs({pack}, *parse_day("2024-01-01"));
    for (const Error& error : checked.front().errors) all += std::string(error.code) + ' ' + error.at + '\n';
    return all;
  };
  CHECK(found(R"("checked": [{"by": $word, "on": "2024-02-29"}], "review_by": "2025-12-31")").empty());
  CHECK(found(R"("checked": [{"on": "2024-02-29"}])") == "field.missing /checked/0/by\n");
  CHECK(found(R"("checked": [{"by": $word, "on": "2023-02-29"}])") == "date.impossible /checked/0/on\n");
  CHECK(found(R"("review_by": "soon")") == "date.impossible /review_by\n");
  CHECK(found(R"("review_by": 2025)") == "type.wrong /review_by\n");
}

}  // namespace
}  // namespace aidcheck::test
