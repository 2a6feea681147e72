#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "case/model.h"
#include "json/value.h"

namespace aidcheck {

/// More than anybody has, and little enough that any case is settled at once in a small memory.
inline constexpr std::size_t kMostVisits = 4000;
inline constexpr std::size_t kMostIdentities = 64;

/// JSON tree → typed case. Adds every error it meets (kind `bad_case`) to `errors`; the case is only of use
/// where none was added.
sent::Case parse_case(const json::Value& root, std::vector<Error>& errors);

}  // namespace aidcheck
