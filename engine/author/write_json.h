#pragma once

#include <string>
#include <string_view>

#include "json/value.h"

namespace aidcheck {

/// A tree as JSON text, its numbers as they were written.
std::string write_json(const json::Value& value);
/// A string as JSON.
std::string write_json(std::string_view text);

}  // namespace aidcheck
