#pragma once

#include <string>

#include "json/value.h"

namespace aidcheck {

/// A tree as JSON text, its numbers as they were written.
std::string write_json(const json::Value& value);

}  // namespace aidcheck
