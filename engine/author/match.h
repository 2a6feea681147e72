#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "json/value.h"

namespace aidcheck {

/// An item of one list and the item of another that it became; one side alone was removed or added.
struct Match {
  std::optional<std::size_t> was;
  std::optional<std::size_t> now;
  bool moved = false;  // stands elsewhere among those that both lists have
};

/// Which items of two lists are the same: those with the same `id`, else the same `when`, else those that are
/// most alike. In the order of `now`, what was removed last.
std::vector<Match> match_items(const std::vector<json::Value>& was, const std::vector<json::Value>& now);

/// Whether two values say the same: members in any order, one value or a list of it alone.
bool same_value(const json::Value& a, const json::Value& b);

/// Whether two texts are the same figure in other words: 30万元 and 300000元.
bool same_figure(const json::Value& a, const json::Value& b);

}  // namespace aidcheck
