#pragma once

#include <vector>

#include "base/result.h"
#include "case/digest.h"
#include "case/model.h"
#include "plan/plan.h"

namespace aidcheck {

/// Each visit of a case to the version of the rules that its last day chooses; a case without visits to that
/// of the year's last day. `versions` are those of one place by their first day; a version ends at the latest
/// where the next begins. Errors: `date.no_rules`, `pack.withdrawn`.
Result<std::vector<Stretch>> split_year(const sent::Case& sent, const std::vector<const Plan*>& versions);

}  // namespace aidcheck
