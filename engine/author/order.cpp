#include "order.h"

#include <algorithm>
#include <array>

namespace aidcheck {
namespace {

using json::Member;
using json::Type;
using json::Value;

// Lists of which everything that holds counts: in whatever order it stands, or one after the other.
constexpr std::array<std::string_view, 11> kUnordered{"entitlements", "notices", "actions",      "when",
                                                      "of",           "less",    "pools",        "sources",
                                                      "conditions",   "any",     "early_warning"};
constexpr std::array<std::string_view, 3> kInTurn{"layers", "categories", "adjust"};

template <class List>
bool among(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool mentions(const Value& tree, std::string_view name) {
  if (tree.is(Type::kString) && tree.text == name) return true;
  return std::any_of(tree.items.begin(), tree.items.end(),
                     [&](const Value& item) { return mentions(item, name); }) ||
         std::any_of(tree.members.begin(), tree.members.end(),
                     [&](const Member& member) { return mentions(member.value, name); });
}

bool draws(const Value& layer) {
  return layer.find("draws_on") != nullptr || layer.find("cost_in") != nullptr;
}

// A layer hangs on another through its name or through a pool.
bool layers_meet(const Value& layer, const Value& next) {
  const Value* id = layer.find("id");
  const Value* next_id = next.find("id");
  if (id == nullptr || next_id == nullptr) return true;
  return mentions(next, id->text) || mentions(layer, next_id->text) || (draws(layer) && draws(next));
}

}  // namespace

bool first_row_counts(std::string_view list) { return !among(kUnordered, list) && !among(kInTurn, list); }

bool order_matters(std::string_view list, const Value& row, const Value& next) {
  if (among(kUnordered, list)) return false;
  if (list == "layers") return layers_meet(row, next);
  // Percentage points add up in any order; a factor does not go with them.
  if (list == "adjust" && (row.find("times") == nullptr) == (next.find("times") == nullptr)) return false;
  return true;
}

}  // namespace aidcheck
