#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "planted.h"
#include "property.h"
#include "support/json_text.h"

namespace aidcheck::test {
namespace {

// Wuxi's rules as they are, and with a second version, otherwise the same, from some day of the year on.
std::vector<Estimator> with_second_version() {
  std::vector<Estimator> estimators;
  for (const char* from : {"2024-01-02", "2024-03-01", "2024-07-01", "2024-12-31"})
    estimators.push_back(engine_with_two(wuxi_pack(), from));
  return estimators;
}

void a_second_version_changes_nothing(const Estimator& estimator) {
  static const std::vector<Estimator> kOthers = with_second_version();
  const Year year = *any_year();
  const Settled once = estimator(year);
  const Settled twice = (*rc::gen::elementOf(kOthers))(year);
  RC_ASSERT(once.year == twice.year);
  RC_ASSERT(once.visits == twice.visits);
  RC_ASSERT(once.pools_after == twice.pools_after);
  RC_ASSERT(once.counted_after == twice.counted_after);
  for (const char* told :
       {"payers", "visits", "identities", "entitlements", "readings", "pools", "after", "sources"}) {
    RC_ASSERT(json_text(*once.root.find(told)) == json_text(*twice.root.find(told)));
  }
  // These stand version by version, so their order may differ.
  for (const char* told : {"notices", "assumed"})
    RC_ASSERT(once.root.find(told)->items.size() == twice.root.find(told)->items.size());
}

TEST_CASE("a second version that says the same changes nothing") { holds(a_second_version_changes_nothing); }

TEST_CASE("a second version shows where a pool starts a fen off") {
  breaks_on(a_second_version_changes_nothing, seeing([](Year& year) { ++year.pools_before["inpatient"]; }));
}

}  // namespace
}  // namespace aidcheck::test
