#include "property.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "support/trials.h"

namespace aidcheck::test {
namespace {

constexpr int kTrials = 1000;

rc::detail::TestResult checked(const Check& check, int trials, bool shrink) {
  rc::detail::TestParams params;
  params.seed = 20230101;
  params.maxSuccess = trials;
  params.disableShrinking = !shrink;
  return rc::detail::checkTestable(check, rc::detail::TestMetadata(), params);
}

}  // namespace

void holds(const Property& property) {
  holds([&] { property(wuxi()); });
}

void holds(const Check& check) {
  const auto result = checked(check, trials(kTrials), true);
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  INFO(told.str());
  CHECK(result.is<rc::detail::SuccessResult>());
}

void breaks_on(const Property& property, const Estimator& faulty) {
  breaks_on([&] { property(faulty); });
}

void breaks_on(const Check& check) {
  const auto result = checked(check, kTrials, false);
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  INFO(told.str());
  REQUIRE(result.is<rc::detail::FailureResult>());
  // An estimator that breaks down shows nothing about the property: it must be an assertion of it that fails.
  CHECK(result.get<rc::detail::FailureResult>().description.find("RC_ASSERT") != std::string::npos);
}

}  // namespace aidcheck::test
