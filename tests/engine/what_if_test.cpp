#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

// Aid pays 80, 50 or 100 %; of what is left over the year, half of what lies above 100 yuan is topped up
// where the visit was referred.
const char* const kLayers = R"(
  "facts": {"granted": {"of": "person", "type": "yes_no", "label": $word, "question": $word, "assumed": true}},
  "layers": [
    {"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
     "except": [{"id": "no_identity", "when": {"category": "none"}, "text": $word},
                {"id": "outpatient", "when": {"kind": "outpatient"}, "text": $word}],
     "pays": [{"when": {"category": "subsistence"}, "rate": "80%"},
              {"when": {"category": "near_subsistence"}, "rate": "50%"},
              {"when": {"category": "orphan"}, "rate": "100%"}]},
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["aid"]},
     "except": [{"id": "no_identity", "when": {"category": "none"}, "text": $word},
                {"id": "unreferred", "when": {"referral": "none"}, "text": $word},
                {"id": "not_granted", "when": {"granted": false}, "text": $word}],
     "deductible": "100元", "pays": [{"rate": "50%"}]}],
  "actions": [)";

std::string action(std::string_view id, std::string_view members) {
  return R"({"id": ")" + std::string(id) + R"(", "label": $word, "text": $word, "cite": "law#1", )" +
         std::string(members) + '}';
}

const std::string kReferral =
    action("referral", R"("when": {"referral": "none"}, "set": {"referral": "proper"})");

Answer settle(const std::string& actions, const std::string& case_json) {
  const Tiny tiny(kLayers + actions + ']');
  return tiny.settle(case_json);
}

std::string stay_of(std::string_view yuan, std::string_view referral, std::string_view day = "2024-03-01") {
  return visit(R"("kind": "inpatient", "referral": ")" + std::string(referral) + R"(", "from": ")" +
                   std::string(day) + '"',
               yuan);
}

// What the advice says: what is then to be paid, and what that saves.
std::string told(const Answer& answer, const std::string& id) {
  const std::string at = "/what_if/" + id;
  if (answer.at(at + "/id") == "absent") return "absent";
  const auto figure = [&](const std::string& name) {
    const std::string exact = answer.at(at + name);
    const std::string least = answer.at(at + name + "/min");
    return least == "absent" ? exact : least + "-" + answer.at(at + name + "/max");
  };
  return figure("/personal_total") + " saves " + figure("/saves");
}

std::string change(const Answer& answer, const std::string& id, std::size_t index = 0) {
  const std::string at = "/what_if/" + id + "/change/" + std::to_string(index);
  return answer.at(at + "/at") + " " + answer.at(at + "/to");
}

// Aid pays 800 of 1,000; of the 200 that are left 50 are topped up once there is a referral.
TEST_CASE("what can be done is told with what it would change, exactly") {
  const Answer answer = settle(kReferral, case_of(stay_of("1000", "none")));
  CHECK(answer.at("/personal/total") == "200");
  CHECK(told(answer, "referral") == "150 saves 50");
  CHECK(change(answer, "referral") == "/visits/0/referral proper");
  CHECK(answer.at("/what_if/referral/change/1/at") == "absent");
  CHECK(answer.at("/what_if/referral/cite/0/article") == "1");
  CHECK(answer.at("/what_if/referral/text/zh-Hans") == "词");
  CHECK(answer.at("/sources/law/articles/1/id") == "1");
}

TEST_CASE("what would not help is not told") {
  // 20 yuan are left, below the 100.
  CHECK(told(settle(kReferral, case_of(stay_of("100", "none"))), "referral") == "absent");
  // There is nothing to do, or nobody to be assisted.
  CHECK(told(settle(kReferral, case_of(stay_of("1000", "proper"))), "referral") == "absent");
  CHECK(told(settle(kReferral, case_of(stay_of("1000", "not_needed"))), "referral") == "absent");
  CHECK(told(settle(kReferral, case_of(R"("identities": [])", stay_of("1000", "none"))), "referral") ==
        "absent");
  CHECK(told(settle(kReferral, case_of("")), "referral") == "absent");
}

TEST_CASE("what would cost more is not told") {
  const std::string lose = action("lose", R"("set": {"referral": "none"})");
  CHECK(told(settle(lose, case_of(stay_of("1000", "proper"))), "lose") == "absent");
}

// Together 400 are left, of which 300 lie above the line.
TEST_CASE("all visits at which it can be done are changed together") {
  const std::string march = stay_of("1000", "none");
  const Answer both = settle(kReferral, case_of(march + ',' + stay_of("1000", "none", "2024-05-01")));
  CHECK(told(both, "referral") == "250 saves 150");
  CHECK(change(both, "referral", 0) == "/visits/0/referral proper");
  CHECK(change(both, "referral", 1) == "/visits/1/referral proper");
  const Answer one = settle(kReferral, case_of(march + ',' + stay_of("1000", "proper", "2024-05-01")));
  CHECK(one.at("/personal/total") == "350");
  CHECK(told(one, "referral") == "250 saves 100");
  CHECK(one.at("/what_if/referral/change/1/at") == "absent");
}

TEST_CASE("several facts are changed together, and the kind of care with what hangs on it") {
  const std::string both =
      action("stay", R"("when": {"kind": "outpatient"}, "set": {"kind": "inpatient", "referral": "proper"})");
  // The identity was gained on the last day: a stay takes it too, and here the visit is one day long.
  const Answer answer = settle(
      both, case_of(visit(R"("kind": "outpatient", "referral": "none", "from": "2024-03-01")", "1000")));
  CHECK(answer.at("/personal/total") == "1000");
  CHECK(told(answer, "stay") == "150 saves 850");
  CHECK(change(answer, "stay", 0) == "/visits/0/kind inpatient");
  CHECK(change(answer, "stay", 1) == "/visits/0/referral proper");
  // Lost in February: of the days of a stay one suffices, of other care the last one counts.
  const std::string person = R"("identities": [{"category": "subsistence", "until": "2024-02-10"}])";
  const std::string long_visit = visit(
      R"("kind": "outpatient", "referral": "none", "from": "2024-02-20", "until": "2024-03-05")", "1000");
  CHECK(told(settle(both, case_of(person, long_visit)), "stay") == "150 saves 850");
}

TEST_CASE("a fact of the person is changed for all visits") {
  const std::string grant = action("grant", R"("when": {"granted": false}, "set": {"granted": true})");
  const std::string person = R"("identities": ["subsistence"], "granted": false)";
  const std::string visits = stay_of("1000", "proper") + ',' + stay_of("1000", "proper", "2024-05-01");
  const Answer answer = settle(grant, case_of(person, visits));
  CHECK(told(answer, "grant") == "250 saves 150");
  CHECK(change(answer, "grant") == "/person/granted true");
  CHECK(answer.at("/what_if/grant/change/1/at") == "absent");
  CHECK(told(settle(grant, case_of(visits)), "grant") == "absent");
}

const std::string kApply =
    action("apply", R"("when": {"category": "none"}, "apply_for": ["near_subsistence"])");

// 500 of 1,000; half of the 400 above the line.
TEST_CASE("a category that is applied for is taken as held all year") {
  const std::string nobody = R"("identities": [])";
  const Answer answer = settle(kApply, case_of(nobody, stay_of("1000", "proper")));
  CHECK(told(answer, "apply") == "300 saves 700");
  CHECK(change(answer, "apply") == "/person/identities/- near_subsistence");
  CHECK(told(settle(kApply, case_of(stay_of("1000", "proper"))), "apply") == "absent");
}

TEST_CASE("of several categories that are applied for any one may be given") {
  const std::string any = action("apply", R"("apply_for": ["subsistence", "near_subsistence"])");
  const Answer answer = settle(any, case_of(R"("identities": [])", stay_of("1000", "proper")));
  CHECK(told(answer, "apply") == "150-300 saves 700-850");
  CHECK(answer.at("/what_if/apply/saves/tight") == "absent");
  CHECK(answer.at("/what_if/apply/change/0/to/category/one_of") == "[subsistence, near_subsistence]");
  // Only the one that is not held yet.
  const Answer near =
      settle(any, case_of(R"("identities": ["near_subsistence"])", stay_of("1000", "proper")));
  CHECK(told(near, "apply") == "150 saves 150");
  CHECK(change(near, "apply") == "/person/identities/- subsistence");
  CHECK(told(settle(any, case_of(stay_of("1000", "proper"))), "apply") == "absent");
  CHECK(told(settle(any, case_of(R"("identities": ["subsistence", "near_subsistence"])",
                                 stay_of("1000", "proper"))),
             "apply") == "absent");
}

TEST_CASE("whoever may hold the category already need not apply for it") {
  const std::string visits = stay_of("1000", "proper");
  CHECK(told(settle(kApply, case_of(R"("granted": true)", visits)), "apply") == "absent");
  CHECK(told(settle(kApply, case_of(R"("identities": [null])", visits)), "apply") == "absent");
  CHECK(told(settle(kApply, case_of(R"("identities": [{"category": {"one_of": [null, "near_subsistence"]}}])",
                                    visits)),
             "apply") == "absent");
  // Perhaps an orphan, for whom all is paid: it helps only who is not, by 700.
  CHECK(told(settle(kApply, case_of(R"("identities": [{"category": {"one_of": [null, "orphan"]}}])", visits)),
             "apply") == "0-300 saves -300-1000");
}

// Of 1,000 to 2,000 in scope half is paid, and half of what lies above the line.
TEST_CASE("where not all is known, what it saves lies between bounds") {
  const std::string person = R"("identities": [])";
  const std::string some = R"({"kind": "inpatient", "referral": "proper", "from": "2024-03-01",
    "sheet": {"total": 2500, "in_scope": {"min": 1000, "max": 2000}}})";
  const Answer answer = settle(kApply, case_of(person, some));
  CHECK(answer.at("/personal/total") == "2500");
  CHECK(told(answer, "apply") == "1050-1800 saves 700-1450");
}

// Nothing of what is not known bears on the top-up.
TEST_CASE("what is not known and stays the same tells nothing against the saving") {
  const std::string own = R"({"kind": "inpatient", "referral": "none", "from": "2024-03-01",
    "sheet": {"total": {"min": 1000, "max": 3000}, "in_scope": 1000}})";
  const Answer answer = settle(kReferral, case_of(own));
  CHECK(answer.at("/personal/total/min") == "200");
  CHECK(answer.at("/personal/total/max") == "2200");
  CHECK(told(answer, "referral") == "150-2150 saves 50");
}

TEST_CASE("a visit before the first that changes is the same after it, known or not") {
  const std::string open = R"({"kind": "outpatient", "referral": "none", "from": "2024-01-01",
    "sheet": {"total": {"min": 100, "max": 300}, "in_scope": 100}})";
  const std::string when = R"("when": {"kind": "inpatient", "referral": "none"}, )";
  const std::string stays = action("referral", when + R"("set": {"referral": "proper"})");
  const Answer answer = settle(stays, case_of(open + ',' + stay_of("1000", "none")));
  CHECK(told(answer, "referral") == "250-450 saves 50");
  CHECK(change(answer, "referral") == "/visits/1/referral proper");
}

// Whether it was referred is not known: had it not been, it would have been better so.
TEST_CASE("of an answer that is not known only the one that can be bettered is") {
  const std::string unknown = visit(R"("kind": "inpatient", "from": "2024-03-01")", "1000");
  const Answer answer = settle(kReferral, case_of(unknown));
  CHECK(answer.at("/personal/total/max") == "200");
  CHECK(told(answer, "referral") == "150 saves 0-50");
  CHECK(answer.at("/what_if/referral/change/0/to/one_of") == "[proper, not_needed]");
  const std::string either = visit(
      R"("kind": "inpatient", "from": "2024-03-01", "referral": {"one_of": ["none", "proper"]})", "1000");
  CHECK(change(settle(kReferral, case_of(either)), "referral") == "/visits/0/referral proper");
  const std::string good =
      visit(R"("kind": "inpatient", "from": "2024-03-01", "referral": {"one_of": ["not_needed", "proper"]})",
            "1000");
  CHECK(told(settle(kReferral, case_of(good)), "referral") == "absent");
}

TEST_CASE("an answer of the person that is not known is bettered likewise") {
  const Tiny tiny(R"("layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
      "except": [{"id": "not_insured", "when": {"insurance": "none"}, "text": $word}], "pays": [{"rate": "80%"}]}],
    "actions": [)" +
                  action("insure", R"("when": {"insurance": "none"}, "set": {"insurance": "resident"})") +
                  ']');
  const Answer answer = tiny.settle(case_of(stay_of("1000", "proper")));
  CHECK(told(answer, "insure") == "200 saves 0-800");
  CHECK(answer.at("/what_if/insure/change/0/at") == "/person/insurance");
  CHECK(answer.at("/what_if/insure/change/0/to/one_of") == "[resident, employee]");
}

TEST_CASE("what saves most for certain comes first, and what saves the same in the pack's order") {
  const std::string all = kReferral + ',' + action("near", R"("apply_for": ["near_subsistence"])") + ',' +
                          action("orphan", R"("apply_for": ["orphan"])") + ',' +
                          action("again", R"("set": {"referral": "not_needed"})");
  const Answer answer = settle(all, case_of(stay_of("1000", "none")));
  const auto* list = answer.find("/what_if");
  REQUIRE(list != nullptr);
  std::string order;
  for (const json::Value& item : list->items) order += item.find("id")->text + ' ';
  CHECK(order == "orphan referral again ");
}

const std::string kYearEnd = action("year_end", R"("settle_by": "year_end")");

// In December 200 more are left: 100 of them are topped up, which in a new year were 50.
TEST_CASE("before the year ends counts what the year has counted") {
  const std::string march = stay_of("1000", "proper");
  const Answer answer = settle(kYearEnd, case_of(march + ',' + stay_of("1000", "proper", "2024-12-10")));
  CHECK(answer.at("/personal/total") == "250");
  CHECK(told(answer, "year_end") == "250 saves 50");
  CHECK(answer.at("/what_if/year_end/change") == "[]");
  CHECK(told(settle(kYearEnd, case_of(march + ',' + stay_of("1000", "proper", "2024-12-01"))), "year_end") ==
        "250 saves 50");
  // Nothing was counted before, it is not the last month yet, or the last visit is another one.
  CHECK(told(settle(kYearEnd, case_of(stay_of("1000", "proper", "2024-12-10"))), "year_end") == "absent");
  CHECK(told(settle(kYearEnd, case_of(march + ',' + stay_of("1000", "proper", "2024-11-30"))), "year_end") ==
        "absent");
  const std::string more = R"("before": {"cumulative": {"top_up": 90}})";
  const std::string person = R"("identities": ["subsistence"])";
  CHECK(told(settle(kYearEnd, case_of(person, stay_of("1000", "proper", "2024-12-31"), more)), "year_end") ==
        "105 saves 45");
  const std::string stays = action("year_end", R"("when": {"kind": "chronic"}, "settle_by": "year_end")");
  CHECK(told(settle(stays, case_of(march + ',' + stay_of("1000", "proper", "2024-12-10"))), "year_end") ==
        "absent");
}

TEST_CASE("where a limit is used up, the next year is not worse") {
  const char* const limited = R"(
    "pools": {"year": {"label": $word, "limit": "1000元", "per": "year", "cite": "law#1"}},
    "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "draws_on": "year",
                "pays": [{"rate": "80%"}]}],
    "actions": [)";
  const Tiny tiny(limited + kYearEnd + ']');
  const std::string march = stay_of("1000", "proper");
  CHECK(told(tiny.settle(case_of(march + ',' + stay_of("1000", "proper", "2024-12-10"))), "year_end") ==
        "absent");
}

// A year across two versions, of which the second pays nothing without a referral.
std::string version(std::string_view from, const std::string& actions) {
  return changed(pack_with(kLayers + actions + ']'), R"("from": "2023-01-01")",
                 R"("from": ")" + std::string(from) + '"');
}

Answer settle_versions(const std::string& first, const std::string& second, const std::string& case_json) {
  Engine engine;
  REQUIRE(engine.load(version("2023-01-01", first)).ok);
  REQUIRE(engine.load(version("2024-04-01", second)).ok);
  return Answer(engine.estimate(case_json));
}

TEST_CASE("each version changes its own visits, and the last that knows the action tells it") {
  const std::string visits = stay_of("1000", "none") + ',' + stay_of("1000", "none", "2024-05-01");
  const Answer both = settle_versions(kReferral, kReferral, case_of(visits));
  CHECK(told(both, "referral") == "250 saves 150");
  CHECK(both.find("/what_if")->items.size() == 1);
  const Answer first = settle_versions(kReferral, "", case_of(visits));
  CHECK(told(first, "referral") == "350 saves 50");
  CHECK(first.at("/what_if/referral/change/1/at") == "absent");
  // What the first stay is topped up for is counted on.
  const std::string then = stay_of("1000", "none") + ',' + stay_of("1000", "proper", "2024-05-01");
  CHECK(told(settle_versions(kReferral, "", case_of(then)), "referral") == "250 saves 100");
}

TEST_CASE("an identity that is applied for holds in all versions of the year") {
  const std::string visits = stay_of("1000", "proper") + ',' + stay_of("1000", "proper", "2024-05-01");
  const Answer answer = settle_versions("", kApply, case_of(R"("identities": [])", visits));
  // 1,000 are left of 2,000; half of the 900 above the line.
  CHECK(told(answer, "apply") == "550 saves 1450");
}

TEST_CASE("a fact of the person is told once, whatever versions look at it") {
  const std::string grant = action("grant", R"("when": {"granted": false}, "set": {"granted": true})");
  const std::string visits = stay_of("1000", "proper") + ',' + stay_of("1000", "proper", "2024-05-01");
  const Answer answer =
      settle_versions(grant, grant, case_of(R"("identities": ["subsistence"], "granted": false)", visits));
  CHECK(told(answer, "grant") == "250 saves 150");
  CHECK(answer.at("/what_if/grant/change/1/at") == "absent");
}

TEST_CASE("what can be done must be something") {
  const auto error = [](const std::string& members) {
    return refusal(pack_with(kLayers + action("a", members) + ']'));
  };
  const std::string malformed = "bad_pack action.malformed /actions/0";
  CHECK(error(R"("when": {"kind": "inpatient"})") == malformed);
  CHECK(error(R"("set": {})") == malformed);
  CHECK(error(R"("set": {"referral": "proper"}, "settle_by": "year_end")") == malformed);
  CHECK(error(R"("settle_by": "month_end")") ==
        "bad_pack choice.unknown /actions/0/settle_by (nearest: year_end)");
  CHECK(error(R"("set": {"referal": "proper"})") ==
        "bad_pack reference.unknown /actions/0/set/referal (nearest: referral)");
  CHECK(error(R"("set": {"referral": "propper"})") ==
        "bad_pack choice.unknown /actions/0/set/referral (nearest: proper)");
  CHECK(error(R"("set": {"granted": "yes"})") == "bad_pack type.wrong /actions/0/set/granted");
  CHECK(error(R"("set": {"category": "orphan"})") == malformed + "/set/category");
  CHECK(error(R"("apply_for": ["orphans"])") ==
        "bad_pack reference.unknown /actions/0/apply_for (nearest: orphan)");
  CHECK(error(R"("apply_for": ["none"])").starts_with("bad_pack reference.unknown /actions/0/apply_for"));
  const std::string twice = action("a", R"("settle_by": "year_end")");
  CHECK(refusal(pack_with(kLayers + twice + ',' + twice + ']')) == "bad_pack name.duplicate /actions/1/id");
  const std::string uncited = changed(action("a", R"("settle_by": "year_end")"), R"("cite": "law#1", )", "");
  CHECK(refusal(pack_with(kLayers + uncited + ']')) == "bad_pack field.missing /actions/0/cite");
}

}  // namespace
}  // namespace aidcheck::test
