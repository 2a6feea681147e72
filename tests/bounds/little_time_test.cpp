#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

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

TEST_CASE("what an earlier visit lacks is not looked for at a later one, however little time there is") {
  std::ifstream file(std::string(AIDCHECK_CHECKOUT) + "/rules/packs/320200/2023-01-01.json",
                     std::ios::binary);
  const std::string pack{std::istreambuf_iterator<char>(file), {}};
  std::vector<Error> errors;
  Plan plan;
  load_plan(pack, errors, plan);
  REQUIRE(errors.empty());
  Arena arena;
  const Arena::Scope scope(arena);
  const auto tree = json::read(kCase, Fault::kCase);
  REQUIRE(tree.ok());
  const sent::Case sent = parse_case(tree.value(), errors);
  Part part{0, {plan, sent, digest_case(sent, {&plan}, plan, errors)}, {}};
  REQUIRE(errors.empty());
  const Hull much = explore({&part}, 4000, nullptr).personal_total();
  const Hull little = explore({&part}, 1, nullptr).personal_total();
  CHECK(little.least <= much.low);
  CHECK(little.most >= much.high);
}

}  // namespace
}  // namespace aidcheck::test
