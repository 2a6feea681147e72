#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

std::string bill(const std::string& id, const std::string& kind, const std::string& from,
                 const std::string& until, const std::string& sheet = R"("total": 10, "in_scope": 10)") {
  return R"({"id": ")" + id + R"(", "kind": ")" + kind + R"(", "from": "2024-)" + from +
         R"(", "until": "2024-)" + until + R"(", "sheet": {)" + sheet + "}}";
}

std::string one_more(int yuan) {
  return R"("total": )" + std::to_string(yuan) + R"(, "in_scope": )" + std::to_string(yuan);
}

Answer settle(const std::string& person, const std::string& visits) {
  static const Tiny tiny(R"("layers": [{"id": "basic", "sheet": "basic", "assumed_none": true},
    {"id": "assistance", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["basic"]},
     "pays": [{"when": {"category": {"not": "none"}}, "rate": "50%"}]}])");
  const Answer answer = tiny.settle(case_of(person, visits));
  INFO(answer.json());
  REQUIRE(answer.ok());
  return answer;
}

// `code visit` of each notice of what does not fit.
std::string misfits(const Answer& answer) {
  std::string told;
  for (const json::Value& each : answer.find("/notices")->items) {
    if (each.find("check") == nullptr) continue;
    told += each.find("code")->text + ' ' + each.find("visit")->text + ';';
    for (const char* part : {"check", "report"}) {
      for (const char* language : {"zh-Hans", "en"})
        CHECK_FALSE(each.find(part)->find(language)->text.empty());
    }
  }
  return told;
}

std::string misfits(const std::string& visits) {
  return misfits(settle(R"("identities": ["subsistence"])", visits));
}

TEST_CASE("stays that overlap, in whatever order they were given") {
  const std::string a = bill("a", "inpatient", "03-01", "03-10", one_more(1));
  const std::string b = bill("b", "inpatient", "03-09", "03-20", one_more(2));
  CHECK(misfits(a + ',' + b) == "fit.stays_overlap b;");
  CHECK(misfits(b + ',' + a) == "fit.stays_overlap b;");
  const Answer answer = settle(R"("identities": [])", b + ',' + a);
  CHECK(answer.at("/notices/fit.stays_overlap/at") == "/visits/0/from");
  CHECK_THAT(answer.at("/notices/fit.stays_overlap/message/en"),
             Contains("\"a\" (2024-03-01 to 2024-03-10)"));
}

TEST_CASE("a stay that lies within another, with visits between them") {
  CHECK(misfits(bill("long", "inpatient", "01-05", "06-30", one_more(1)) + ',' +
                bill("short", "inpatient", "02-01", "02-03", one_more(2)) + ',' +
                bill("out", "outpatient", "06-29", "06-29", one_more(3))) == "fit.stays_overlap long;");
}

TEST_CASE("a transfer on one day is no overlap, nor is anything but a stay") {
  CHECK(misfits(bill("a", "inpatient", "03-01", "03-10", one_more(1)) + ',' +
                bill("b", "inpatient", "03-10", "03-20", one_more(2)))
            .empty());
  CHECK(misfits(bill("a", "inpatient", "03-01", "03-10", one_more(1)) + ',' +
                bill("b", "inpatient", "03-10", "03-10", one_more(2)))
            .empty());
  CHECK(misfits(bill("a", "inpatient", "03-01", "03-10", one_more(1)) + ',' +
                bill("b", "outpatient", "03-05", "03-05", one_more(2)) + ',' +
                bill("c", "chronic", "03-01", "03-31", one_more(3)))
            .empty());
}

TEST_CASE("the same sheet twice has the same days, kind and amounts") {
  const std::string a = bill("a", "inpatient", "03-01", "03-10");
  CHECK(misfits(a + ',' + bill("b", "inpatient", "03-01", "03-10")) == "fit.same_sheet_twice b;");
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-01") + ',' + bill("x", "chronic", "03-01", "03-01") +
                ',' + bill("b", "outpatient", "03-01", "03-01")) == "fit.same_sheet_twice b;");
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-01") + ',' + bill("b", "outpatient", "03-02", "03-02"))
            .empty());
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-01") + ',' +
                bill("b", "outpatient", "03-01", "03-01", R"("total": 10, "in_scope": 10, "own_first": 0)"))
            .empty());
  // Sheets that say nothing are not alike.
  const std::string nothing = R"("total": 0, "in_scope": 0)";
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-01", nothing) + ',' +
                bill("b", "outpatient", "03-01", "03-01", nothing))
            .empty());
}

TEST_CASE("a visit that goes on for too long") {
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-04")).empty());
  CHECK(misfits(bill("a", "outpatient", "03-01", "03-05")) == "fit.dates_far_apart a;");
  CHECK(misfits(bill("a", "chronic", "03-01", "09-30")).empty());
  CHECK(misfits(bill("a", "inpatient", "01-01", "12-31")).empty());
  const Answer answer = settle(
      R"("identities": [])",
      R"({"id": "a", "kind": "inpatient", "from": "2014-03-01", "until": "2024-03-10", "sheet": {"total": 1, "in_scope": 1}})");
  CHECK(misfits(answer) == "fit.dates_far_apart a;");
  CHECK(answer.at("/notices/fit.dates_far_apart/at") == "/visits/0/until");
}

std::string until(const std::string& day) {
  return R"("identities": [{"category": "subsistence", "until": "2024-)" + day + R"("}])";
}

TEST_CASE("an identity that had ended is told at the first visit behind it") {
  const std::string visits = bill("a", "outpatient", "03-31", "03-31", one_more(1)) + ',' +
                             bill("c", "outpatient", "05-01", "05-01", one_more(2)) + ',' +
                             bill("b", "outpatient", "04-01", "04-01", one_more(3));
  // Lost on 15 March it counts until the end of the month.
  const Answer answer = settle(until("03-15"), visits);
  CHECK(misfits(answer) == "fit.identity_ended b;");
  CHECK(answer.at("/notices/fit.identity_ended/at") == "/person/identities/0");
  CHECK(answer.at("/notices/fit.identity_ended/level") == "info");
  CHECK_THAT(answer.at("/notices/fit.identity_ended/message/en"), Contains("until 2024-03-31"));
  CHECK(misfits(settle(until("05-01"), visits)).empty());
}

TEST_CASE("an identity that had ended asks for attention where aid was settled") {
  const Answer answer = settle(until("03-15"), bill("a", "outpatient", "04-01", "04-01",
                                                    R"("total": 10, "in_scope": 10, "assistance": 5)"));
  CHECK(answer.at("/notices/fit.identity_ended/level") == "attention");
  // As that identity the very figure comes out.
  const std::string differs = "/notices/sheet.assistance_differs/differs_at";
  CHECK(answer.at(differs + "/op") == "not_paid");
  CHECK(answer.at(differs + "/theirs/amount") == "5");
  CHECK_THAT(answer.at(differs + "/message/zh-Hans"), Contains("低保"));
}

TEST_CASE("an identity that ended is not told where another counts, or where it was never held in time") {
  const std::string visit = bill("a", "outpatient", "04-01", "04-01");
  CHECK(misfits(
            settle(R"("identities": [{"category": "subsistence", "until": "2024-03-01"}, "orphan"])", visit))
            .empty());
  CHECK(
      misfits(settle(R"("identities": [{"category": "subsistence", "from": "2024-04-02"}])", visit)).empty());
  // A stay takes an identity that holds on any of its days.
  CHECK(misfits(settle(until("03-15"), bill("a", "inpatient", "03-31", "04-20"))).empty());
  CHECK(misfits(settle(until("03-15"), bill("a", "inpatient", "04-01", "04-20"))) == "fit.identity_ended a;");
  // Another visit one that holds on its last day.
  CHECK(misfits(settle(until("03-15"), bill("a", "chronic", "03-31", "04-20"))) == "fit.identity_ended a;");
}

TEST_CASE("payments of an insurance for who has none") {
  const auto told = [](const char* insurance, const char* sheet) {
    return misfits(settle(
        R"("identities": [], "insurance": )" + std::string(insurance),
        bill("a", "outpatient", "04-01", "04-01", R"("total": 10, "in_scope": 10, )" + std::string(sheet))));
  };
  CHECK(told(R"("none")", R"("basic": 1)") == "fit.paid_uninsured a;");
  CHECK(told(R"("none")", R"("serious_illness": 1)") == "fit.paid_uninsured a;");
  CHECK(told(R"("none")", R"("basic": 0)").empty());
  CHECK(told(R"("none")", R"("basic": 0, "other": 1)").empty());
  CHECK(told(R"("resident")", R"("basic": 1)").empty());
  CHECK(told("null", R"("basic": 1)").empty());
}

}  // namespace
}  // namespace aidcheck::test
