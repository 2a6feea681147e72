#pragma once

#include <cstddef>

#include "explain/explanation.h"
#include "plan/plan.h"
#include "settle/input.h"
#include "settle/record.h"

namespace aidcheck {

/// What a year goes on from in the next version of the rules: by name, what pools have paid and cumulative
/// layers have counted. What the next version does not have ends; what the one before did not have stays as
/// it is in `year`.
void carry_over(const Plan& from, const YearState& state, const Plan& to, YearInput& year);

/// The input of a part when the part before it ended with `state`.
YearInput input_after(const Parts& parts, std::size_t part, const YearState& state);

}  // namespace aidcheck
