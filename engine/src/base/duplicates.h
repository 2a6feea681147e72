#pragma once

#include <string_view>
#include <vector>

namespace aidcheck {

/// A name that stands in the list more than once, or nothing.
std::string_view name_given_twice(std::vector<std::string_view> names);

}  // namespace aidcheck
