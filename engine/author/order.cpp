#include "order.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "pack/figure.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Type;
using json::Value;

// Lists of which everything that holds counts, in whatever order it stands.
constexpr std::array<std::string_view, 7> kUnordered{"entitlements", "notices", "when",   "of",
                                                     "less",         "pools",   "sources"};

// An amount in fen, or a number in hundredths, which is the same for an amount that is a bare number.
std::optional<std::int64_t> number_of(const Value& value) {
  constexpr int kPlaces = 2;
  Figure figure;
  if (value.is(Type::kString)) {
    if (!read_figure(value.text, figure) || figure.unit != Unit::kAmount) return std::nullopt;
    return figure.amount;
  }
  const Decimal read = read_decimal(value.text);
  std::int64_t number = 0;
  if (read.problem != Decimal::Problem::kNone || read.scale > kPlaces ||
      !scale_up(read.units, kPlaces - read.scale, number))
    return std::nullopt;
  return read.negative ? -number : number;
}

// The figures from `low` to `high`, both included.
struct Range {
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
};

std::optional<Range> range_of(const Value& test) {
  Range range;
  for (const Member& bound : test.members) {
    const auto number = number_of(bound.value);
    if (!number) return std::nullopt;
    if (bound.name == "at_least") range.low = *number;
    if (bound.name == "above") range.low = *number + 1;
    if (bound.name == "at_most") range.high = *number;
    if (bound.name == "below") range.high = *number - 1;
  }
  return range;
}

struct Values {
  std::vector<std::string> names;
  bool denied = false;

  [[nodiscard]] bool lie_in(const Values& other) const {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(other.names.begin(), other.names.end(), name) != other.names.end();
    });
  }
  [[nodiscard]] bool share_none(const Values& other) const {
    return std::none_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(other.names.begin(), other.names.end(), name) != other.names.end();
    });
  }
};

std::string name_of(const Value& value) {
  return value.is(Type::kBoolean) ? (value.boolean ? "true" : "false") : value.text;
}

std::optional<Values> values_of(const Value& test) {
  Values values;
  const Value* listed = &test;
  if (const Value* denied = test.find("not")) {
    values.denied = true;
    listed = denied;
  }
  if (listed->is(Type::kObject)) return std::nullopt;
  for (const Value& item : listed->items) values.names.push_back(name_of(item));
  if (!listed->is(Type::kArray)) values.names.push_back(name_of(*listed));
  return values;
}

bool exclude_each_other(const Value& test, const Value& other) {
  const auto values = values_of(test);
  const auto others = values_of(other);
  if (values && others) {
    if (values->denied && others->denied) return false;
    if (values->denied) return others->lie_in(*values);
    return others->denied ? values->lie_in(*others) : values->share_none(*others);
  }
  if (test.find("not") != nullptr || other.find("not") != nullptr || values || others) return false;
  const auto range = range_of(test);
  const auto other_range = range_of(other);
  return range && other_range && (range->high < other_range->low || other_range->high < range->low);
}

bool conditions_exclude_each_other(const Value& row, const Value& next) {
  const Value* when = row.find("when");
  const Value* other = next.find("when");
  if (when == nullptr || other == nullptr) return false;
  return std::any_of(when->members.begin(), when->members.end(), [&](const Member& test) {
    const Value* same_fact = other->find(test.name);
    return same_fact != nullptr && exclude_each_other(test.value, *same_fact);
  });
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

bool order_matters(std::string_view list, const Value& row, const Value& next) {
  if (std::find(kUnordered.begin(), kUnordered.end(), list) != kUnordered.end()) return false;
  if (list == "layers") return layers_meet(row, next);
  // Percentage points add up in any order; a factor does not go with them.
  if (list == "adjust" && (row.find("times") == nullptr) == (next.find("times") == nullptr)) return false;
  return !conditions_exclude_each_other(row, next);
}

}  // namespace aidcheck
