#include "base/duplicates.h"

#include <algorithm>

#include "base/sort.h"

namespace aidcheck {

std::string_view name_given_twice(std::vector<std::string_view> names) {
  sort(names, [](std::string_view a, std::string_view b) { return a < b; });
  const auto twice = std::adjacent_find(names.begin(), names.end());
  return twice == names.end() ? std::string_view() : *twice;
}

}  // namespace aidcheck
