#pragma once

#include <functional>
#include <string>

#include "json/value.h"

namespace aidcheck {

/// One small change of a pack: where, what it is called (`+1`, `drop`, `negate`, `to year`…), and what stood
/// and now stands there. `now` is null where it was dropped.
struct Mutation {
  std::string at;  // JSON pointer into the pack as it was
  std::string change;
  const json::Value* was = nullptr;
  const json::Value* now = nullptr;
};

/// Changes every figure, row and condition of a pack's tree one by one: changes the tree, calls `attempt`,
/// and changes it back. It knows how rules are written and no single kind of rule, so that a new part of the
/// format is changed too. A change that can be shown to make no difference is left out (proof.h).
void each_mutation(json::Value& pack, const std::function<void(const Mutation&)>& attempt);

}  // namespace aidcheck
