#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aidcheck/engine.h"
#include "base/result.h"
#include "compare.h"

namespace aidcheck {

/// Runs one worked example (docs/formats.md): settles its case and compares. The error is the example's own,
/// when it is not JSON or lacks a part.
Result<std::vector<Difference>> run_example(const Engine& engine, std::string_view example_json);

}  // namespace aidcheck
