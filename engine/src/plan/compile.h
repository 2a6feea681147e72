#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace aidcheck {

/// Typed pack (`plan.pack`) → flat tables. Names become numbers, figures fen and rates, conditions look-ups.
/// Adds the errors that only show now (a condition on an unknown fact or answer, a table too large) to
/// `errors`; the plan is only of use where none was added. Expects a pack that validate_pack found sound.
void compile_pack(Plan& plan, std::vector<Error>& errors);

}  // namespace aidcheck
