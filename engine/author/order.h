#pragma once

#include <string_view>

#include "json/value.h"

namespace aidcheck {

/// Whether the list called `list` is one in which the first row that holds counts.
bool first_row_counts(std::string_view list);

/// Whether swapping two neighbours of a list could make a difference, as far as the kind of list tells.
bool order_matters(std::string_view list, const json::Value& row, const json::Value& next);

}  // namespace aidcheck
