#pragma once

#include <string>

#include "json/value.h"

namespace aidcheck::test {

/// A tree as JSON text again.
std::string json_text(const json::Value& value);

}  // namespace aidcheck::test
