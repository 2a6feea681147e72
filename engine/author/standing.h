#pragma once

#include <vector>

#include "base/result.h"
#include "json/value.h"

namespace aidcheck {

/// Who checked a pack and when it should be looked at again (`checked`, `review_by`): the engine reads past
/// them, so their shape is looked at here.
void check_standing(const json::Value& pack, std::vector<Error>& errors);

}  // namespace aidcheck
