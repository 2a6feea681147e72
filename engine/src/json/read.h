#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "json/value.h"

namespace aidcheck::json {

/// A text longer than this is refused before it is read (bytes).
inline constexpr std::size_t kLongestText = std::size_t{2} * 1024 * 1024;
/// Arrays and objects inside each other, at most.
inline constexpr std::size_t kDeepest = 64;

/// Reads one JSON text. Errors: `json.too_large`, `json.too_deep`, `json.syntax` (with the byte where reading
/// stopped), `json.duplicate_key`, all of the given fault.
Result<Value> read(std::string_view text, Fault fault);

}  // namespace aidcheck::json
