#pragma once

#include <vector>

#include "finding.h"
#include "plan/plan.h"

namespace aidcheck {

/// Holds the versions of each place against each other: days that two of them cover, or none. `plans[n]` is
/// nullptr where that pack does not load; what is found in it is added to `findings[n]`.
void check_versions(const std::vector<const Plan*>& plans, std::vector<Findings*> findings);

}  // namespace aidcheck
