#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "planted.h"
#include "property.h"

namespace aidcheck::test {
namespace {

using std::chrono::days;

// A year in which everything fits: stays one after the other, an insurance, identities without an end, and
// sheets on which assistance is what the rules give and cash what no payer paid.
Year fitting_year(const Estimator& estimator) {
  Year year = *any_year();
  if (year.insurance == "none") year.insurance = "resident";
  for (Identity& identity : year.identities) identity.until.reset();
  Day first = Day(std::chrono::year(year.year) / 1 / 1);
  for (Visit& visit : year.visits) {
    const auto length = visit.kind == "outpatient" ? days(0) : visit.until - visit.from;
    visit.from = first;
    first = visit.until = visit.from + length;
    if (visit.kind == "outpatient") first += days(1);
  }
  const Settled settled = estimator(year);
  for (Visit& visit : year.visits) {
    Sheet& sheet = visit.sheet;
    sheet.assistance = settled.visit(visit.id).by("assistance");
    sheet.cash = sheet.total() - sheet.insured() - sheet.other - *sheet.assistance;
  }
  return year;
}

std::string misfits(const Settled& settled) {
  std::string told;
  for (const json::Value& notice : settled.root.find("notices")->items) {
    if (notice.find("check") != nullptr) told += notice.find("code")->text + ' ';
  }
  return told;
}

void nothing_is_told_of_a_year_that_fits(const Estimator& estimator) {
  RC_ASSERT(misfits(estimator(fitting_year(estimator))) == "");
}

TEST_CASE("nothing is told of a year in which everything fits") {
  holds(nothing_is_told_of_a_year_that_fits);
}

// Each change by itself is told wherever it was made.
void told_where(const std::string& code, const std::function<bool(Year&)>& change) {
  holds([&](const Estimator& estimator) {
    Year year = fitting_year(estimator);
    RC_PRE(change(year));
    RC_ASSERT(misfits(estimator(year)).find(code) != std::string::npos);
  });
}

TEST_CASE("a sheet that was entered twice is told") {
  told_where("fit.same_sheet_twice", [](Year& year) {
    if (year.visits.empty() || year.visits.front().sheet.total() == 0) return false;
    Visit again = year.visits.front();
    again.id = "again";
    year.visits.push_back(again);
    return true;
  });
}

TEST_CASE("a stay that begins within another is told, wherever it stands in the list") {
  told_where("fit.stays_overlap", [](Year& year) {
    for (std::size_t i = 0; i < year.visits.size(); ++i) {
      if (year.visits[i].kind != "inpatient" || year.visits[i].until - year.visits[i].from < days(2))
        continue;
      Visit other = year.visits[i];
      other.id = "other";
      other.from += days(1);
      other.until += days(1);
      year.visits.insert(year.visits.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, 2), other);
      return true;
    }
    return false;
  });
}

TEST_CASE("cash that is a yuan off is told") {
  told_where("fit.payments_differ", [](Year& year) {
    if (year.visits.empty()) return false;
    *year.visits.front().sheet.cash += 100;
    return true;
  });
}

// Settled aid that is off by more than a rounding, and where it parts.
void differences_part_within_the_steps(const Estimator& estimator) {
  Year year = fitting_year(estimator);
  for (Visit& visit : year.visits) *visit.sheet.assistance += *rc::gen::inRange<Fen>(0, 100'000);
  const Settled settled = estimator(year);
  for (const json::Value& notice : settled.root.find("notices")->items) {
    for (const char* part : {"check", "report"}) {
      const bool misfit =
          notice.find("code")->text.rfind("fit.", 0) == 0 || notice.find("differs_at") != nullptr;
      if (!misfit) continue;
      RC_ASSERT(!notice.find(part)->find("zh-Hans")->text.empty());
      RC_ASSERT(!notice.find(part)->find("en")->text.empty());
    }
    const json::Value* differs = notice.find("differs_at");
    RC_ASSERT((notice.find("code")->text == "sheet.assistance_differs") == (differs != nullptr));
    if (differs == nullptr) continue;
    // The step by the rules is one of the visit's own.
    const json::Value& ours = *differs->find("ours");
    bool found = false;
    for (const json::Value& visit : settled.root.find("visits")->items) {
      const json::Value* step = visit.find("id")->text != notice.find("visit")->text
                                    ? nullptr
                                    : step_of(visit, ours.find("layer")->text, ours.find("op")->text);
      found = found || step != nullptr;
    }
    RC_ASSERT(found);
    RC_ASSERT((differs->find("theirs") != nullptr) == differs->find("explained")->boolean);
  }
}

TEST_CASE("aid that differs parts at a step of the visit, and says how to check it") {
  holds(differences_part_within_the_steps);
}

TEST_CASE("the check of aid breaks where what was not found is said to be") {
  breaks_on(differences_part_within_the_steps, telling([](json::Value& result) {
              for (json::Value& notice : part_of(result, "/notices").items) {
                if (notice.find("differs_at") == nullptr) continue;
                part_of(notice, "/differs_at/explained").boolean = true;
              }
            }));
}

TEST_CASE("a year that fits breaks where cash is more than rounded") {
  breaks_on(nothing_is_told_of_a_year_that_fits, seeing([](Year& year) {
              for (Visit& visit : year.visits) {
                if (visit.sheet.cash) *visit.sheet.cash += 11;
              }
            }));
}

}  // namespace
}  // namespace aidcheck::test
