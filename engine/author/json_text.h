#pragma once

#include <string>
#include <string_view>

#include "json/value.h"

namespace aidcheck {

/// A JSON value as text, its numbers with the digits that were read.
std::string json_text(const json::Value& value);
/// A string as JSON.
std::string json_string(std::string_view text);

}  // namespace aidcheck
