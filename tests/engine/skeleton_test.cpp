#include "skeleton.h"

#include <catch2/catch.hpp>
#include <string>

#include "check.h"
#include "tiny.h"

namespace aidcheck::test {
namespace {

TEST_CASE("a skeleton passes the checker and settles a case") {
  const std::string pack = skeleton_pack("320200", {"“无锡”\"市\"", "Wu\\xi"});
  const std::vector<Checked> checked = check_packs({pack}, {});
  CHECK(checked.front().errors.empty());
  CHECK(checked.front().findings.empty());
  Engine engine;
  REQUIRE(engine.load(pack).ok);
  const Answer answer(engine.estimate(
      case_of(R"("identities": ["subsistence"], "registered_here": true, "insurance": "resident")",
              R"({"kind": "inpatient", "from": "2024-03-01",
                  "sheet": {"total": 1000, "in_scope": 1000, "basic": 500, "serious_illness": 0}})")));
  // (1000 − 500) × 70%
  CHECK(answer.pays("assistance") == "350");
  CHECK(answer.at("/name/zh-Hans") == "“无锡”\"市\"");
  CHECK(answer.at("/name/en") == "Wu\\xi");
}

TEST_CASE("a skeleton's draft texts say so in both languages") {
  const std::string pack = skeleton_pack("320200", {"无锡市", "Wuxi"});
  std::size_t zh = 0;
  std::size_t en = 0;
  for (std::size_t at = pack.find("〔待写〕"); at != std::string::npos; at = pack.find("〔待写〕", at + 1))
    ++zh;
  for (std::size_t at = pack.find("[to write]"); at != std::string::npos;
       at = pack.find("[to write]", at + 1))
    ++en;
  CHECK(en > 10);
  CHECK(zh == en + 1);  // the document's number is one text alone
}

}  // namespace
}  // namespace aidcheck::test
