#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "json/value.h"

namespace aidcheck {

/// One difference between two packs. `at` points into the pack in which it stands: the old one for what was
/// removed, else the new one. `was` or `now` is nullptr where there was or is nothing.
struct Change {
  std::string at;
  std::string_view kind;  // added, removed, changed, moved
  const json::Value* was = nullptr;
  const json::Value* now = nullptr;
  bool same_value = false;  // only written otherwise
  Text message;
};

/// What changed from one pack to another, in the order of the new one. Rows are held against the rows that
/// they came from, not against those that stand in the same place; what only the tools read is left out.
std::vector<Change> changes_between(const json::Value& was, const json::Value& now);

}  // namespace aidcheck
