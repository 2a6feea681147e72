#pragma once

#include <string>

#include "json/value.h"

namespace aidcheck {

/// Whether a change of a condition at `at`, or a swap of the row there with the next one, can be shown to
/// make no difference: in every combination of answers for which the layer pays at all, the same row of the
/// list holds first. False where that cannot be shown.
bool makes_no_difference(const json::Value& was, const json::Value& now, const std::string& at, bool swapped);

}  // namespace aidcheck
