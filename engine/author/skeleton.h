#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace aidcheck {

/// A rule pack to start from: it loads and passes the checker, and its texts say what to write in their
/// place. `name` is the place's.
std::string skeleton_pack(std::string_view place, const Text& name);

}  // namespace aidcheck
