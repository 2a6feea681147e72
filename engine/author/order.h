#pragma once

#include <string_view>

#include "json/value.h"

namespace aidcheck {

/// Whether swapping two neighbours of the list called `list` could make a difference to any case.
bool order_matters(std::string_view list, const json::Value& row, const json::Value& next);

}  // namespace aidcheck
