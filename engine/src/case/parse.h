#pragma once

#include <vector>

#include "base/result.h"
#include "case/model.h"
#include "json/value.h"

namespace aidcheck {

/// JSON tree → typed case. Adds every error it meets (kind `bad_case`) to `errors`; the case is only of use
/// where none was added.
sent::Case parse_case(const json::Value& root, std::vector<Error>& errors);

}  // namespace aidcheck
