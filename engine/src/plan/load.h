#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace aidcheck {

/// A rule pack's JSON text → plan, through every stage; adds all errors found by the first stage that finds
/// any.
void load_plan(std::string_view pack_json, std::vector<Error>& errors, Plan& plan);

}  // namespace aidcheck
