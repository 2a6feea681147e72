#pragma once

#include <string>
#include <string_view>

#include "json/pointer.h"
#include "json/value.h"

namespace aidcheck {

/// Calls `each(value, pointer, key)` for a value and everything in it, top down; `key` is the name of the
/// member it is or lies in as a list's item. Goes into what `each` gives true for.
template <class Each>
void walk(const json::Value& value, const std::string& at, std::string_view key, const Each& each) {
  if (!each(value, at, key)) return;
  for (std::size_t i = 0; i < value.items.size(); ++i)
    walk(value.items[i], at + '/' + std::to_string(i), key, each);
  for (const json::Member& member : value.members)
    walk(member.value, at + '/' + json::escape(member.name), member.name, each);
}

template <class Each>
void walk(const json::Value& root, const Each& each) {
  walk(root, {}, {}, each);
}

}  // namespace aidcheck
