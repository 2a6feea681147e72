#pragma once

#include <string_view>

#include "base/names.h"

namespace aidcheck {

/// The name among `known` with the fewest typing mistakes (letters added, dropped, changed or swapped)
/// between it and `name`; the first of several; empty where `known` is.
std::string_view nearest_name(std::string_view name, const Names& known);

}  // namespace aidcheck
