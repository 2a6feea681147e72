#pragma once

#include <rapidcheck.h>

#include <functional>

#include "settled.h"

namespace aidcheck::test {

/// Something that any estimator should fulfil for any input that it draws; says so with RC_ASSERT.
using Property = std::function<void(const Estimator&)>;

/// A property of something given.
using Check = std::function<void()>;

/// Checks that the engine with Wuxi's rules fulfils it, always on the same inputs.
void holds(const Property& property);
void holds(const Check& check);

/// Checks that an estimator with a fault does not: a property that no fault can break tells nothing.
void breaks_on(const Property& property, const Estimator& faulty);
void breaks_on(const Check& check);

}  // namespace aidcheck::test
