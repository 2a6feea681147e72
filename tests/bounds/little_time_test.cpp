#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>

#include "bounds/explore.h"
#include "case/parse.h"
#include "json/read.h"
#include "plan/load.h"

namespace aidcheck::test {
namespace {

// The first sheet states what the rules stand in for on the second, but not what they would count of it.
const char* const kCase = R"({"place": "320200", "year": 2024,
  "person": {"insurance": "resident", "identities": ["near_subsistence"]},
  "readings": {"serious_illness_estimate": "rules", "serious_illness_base": "with_own_first"},
  "visits": [
    {"kind": "inpatient", "from": "2024-03-01",
     "sheet": {"total": 50000, "fully_own": 0, "in_scope": 50000, "basic": 30000, "serious_illness": 1500}},
    {"kind": "inpatient", "from": "2024-06-01",
     "sheet": {"total": 40000, "fully_own": 0, "in_scope": 40000, "basic": 30000}}]})";

// A sheet without its total: what is out of scope makes it, and is asked for in some ways only.
const char* const kWithoutTotal = R"({"place": "110000", "year": 2024,
  "person": {"insurance": "resident", "student_child": false, "income_last_year": 40000, "identities": []},
  "visits": [
    {"kind": null, "from": "2024-01-01", "where": "city", "referral": "not_needed", "hospital": null,
     "sheet": {"in_scope": 61000, "basic": 1000}},
    {"kind": "inpatient", "from": "2024-12-13", "where": "province", "referral": null, "hospital": "tertiary",
     "sheet": {"in_scope": 61000, "basic": {"min": 500, "max": 1401}}}]})";

// What it may have been.
const char* const kWithOwnFirst = R"({"place": "110000", "year": 2024,
  "person": {"insurance": "resident", "student_child": false, "income_last_year": 40000, "identities": [],
             "registered_here": true},
  "visits": [
    {"kind": "family_application", "from": "2024-01-01", "where": "city", "referral": "not_needed",
     "hospital": "primary", "on_social_assistance": false, "assets": "none", "monthly_income_last_year": 2000,
     "minimum_wage": 2420, "money_per_head": 1000, "low_income_24_months": 60000,
     "sheet": {"in_scope": 61000, "own_first": 900000, "basic": 1000}},
    {"kind": "inpatient", "from": "2024-12-13", "where": "province", "referral": "proper", "hospital": "tertiary",
     "sheet": {"in_scope": 61000, "basic": 1000}}]})";

Hull total_of(const Plan& plan, const char* text, std::size_t most_visits) {
  Arena arena;
  const Arena::Scope scope(arena);
  std::vector<Error> errors;
  const auto tree = json::read(text, Fault::kCase);
  REQUIRE(tree.ok());
  const sent::Case sent = parse_case(tree.value(), errors);
  Part part{0, {plan, sent, digest_case(sent, {&plan}, plan, errors)}, {}};
  REQUIRE(errors.empty());
  return explore({&part}, most_visits, nullptr).personal_total();
}

// Bounds found in little time hold what may have been.
void little_holds(const std::string& path, const char* partial, const char* whole) {
  std::ifstream file(std::string(AIDCHECK_CHECKOUT) + "/rules/packs/" + path, std::ios::binary);
  const std::string pack{std::istreambuf_iterator<char>(file), {}};
  std::vector<Error> errors;
  const auto plan = std::make_unique<Plan>();
  load_plan(pack, errors, *plan);
  REQUIRE(errors.empty());
  const Hull much = total_of(*plan, whole, 6000);
  for (const std::size_t visits : {1U, 30U, 100U, 300U}) {
    const Hull little = total_of(*plan, partial, visits);
    CAPTURE(visits);
    CHECK(little.least <= much.low);
    CHECK(little.most >= much.high);
  }
}

TEST_CASE("what an earlier visit lacks is not looked for at a later one, however little time there is") {
  little_holds("320200/2023-01-01.json", kCase, kCase);
}

TEST_CASE("a total that grows with what is asked for is not forgotten, however little time there is") {
  little_holds("110000/2023-01-01.json", kWithoutTotal, kWithOwnFirst);
}

}  // namespace
}  // namespace aidcheck::test
