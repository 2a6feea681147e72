#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"

namespace aidcheck {

/// Everything that is wrong with a rule pack, as its author should see it: all at once, not the first alone.
std::vector<Error> check_pack(std::string_view pack_json);

}  // namespace aidcheck
