#pragma once

#include "json/reader.h"
#include "plan/plan.h"
#include "plan/tables.h"

namespace aidcheck {

/// Works out what a person can do; `action.malformed` where it would change what nobody is asked for, or a
/// number.
void plan_action(const model::Action& action, Tables& tables, json::Reader& reader, Plan& plan);

}  // namespace aidcheck
