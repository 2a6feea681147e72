#include "proof.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "condition.h"
#include "order.h"

namespace aidcheck {
namespace {

using json::Type;
using json::Value;

std::vector<std::string_view> steps_of(std::string_view pointer) {
  std::vector<std::string_view> steps;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    steps.push_back(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(steps.back().size());
  }
  return steps;
}

const Value* child(const Value& value, std::string_view step) {
  if (!value.is(Type::kArray)) return value.find(step);
  std::size_t index = 0;
  const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
  return read.ec == std::errc() && index < value.items.size() ? &value.items[index] : nullptr;
}

// The first `count` steps down.
const Value* descend(const Value& root, const std::vector<std::string_view>& steps, std::size_t count) {
  const Value* value = &root;
  for (std::size_t i = 0; i < count && value != nullptr; ++i) value = child(*value, steps[i]);
  return value;
}

void look_at_rows(Samples& samples, const Value& rows) {
  for (const Value& row : rows.items) {
    if (const Value* when = row.find("when")) samples.look_at(*when);
  }
}

std::size_t first_that_holds(const Samples& samples, const Value& rows, std::size_t combination) {
  const auto found = std::find_if(rows.items.begin(), rows.items.end(), [&](const Value& row) {
    return samples.holds(row.find("when"), combination);
  });
  return static_cast<std::size_t>(found - rows.items.begin());
}

// The layer applies, and no exception does.
bool layer_pays(const Samples& samples, const Value* layer, std::size_t combination) {
  if (layer == nullptr) return true;
  if (!samples.holds(layer->find("when"), combination)) return false;
  const Value* except = layer->find("except");
  return except == nullptr || first_that_holds(samples, *except, combination) == except->items.size();
}

// The list that a pointer leads into, and the row of it: …/rows/2, or …/rows/2/when/kind.
struct Place {
  std::vector<std::string_view> steps;
  std::size_t list = 0;  // how many steps lead to it; 0: into none
  std::size_t row = 0;
};

Place place_of(const std::string& at, bool swapped) {
  Place place;
  place.steps = steps_of(at);
  const auto when = std::find(place.steps.rbegin(), place.steps.rend(), "when");
  const auto behind = static_cast<std::size_t>(swapped ? 1 : when - place.steps.rbegin() + 2);
  if ((!swapped && when == place.steps.rend()) || place.steps.size() <= behind) return place;
  place.list = place.steps.size() - behind;
  const std::string_view row = place.steps[place.list];
  std::from_chars(row.data(), row.data() + row.size(), place.row);
  return place;
}

// Where the row that stood at `index` stands after the row at `row` was swapped with the next one.
std::size_t after_swap(std::size_t index, std::size_t row) {
  if (index == row) return row + 1;
  return index == row + 1 ? row : index;
}

}  // namespace

bool makes_no_difference(const Value& was, const Value& now, const std::string& at, bool swapped) {
  const Place place = place_of(at, swapped);
  if (place.list == 0 || !first_row_counts(place.steps[place.list - 1])) return false;
  const Value* before = descend(was, place.steps, place.list);
  const Value* after = descend(now, place.steps, place.list);
  if (before == nullptr || after == nullptr || !before->is(Type::kArray)) return false;

  Samples samples(was);
  look_at_rows(samples, *before);
  look_at_rows(samples, *after);
  // A layer's own exceptions are changed like any other list.
  const bool in_layer =
      place.steps[0] == "layers" && place.list > 2 && place.steps[place.list - 1] != "except";
  const Value* layer = in_layer ? descend(was, place.steps, 2) : nullptr;
  if (layer != nullptr) {
    if (const Value* condition = layer->find("when")) samples.look_at(*condition);
    if (const Value* except = layer->find("except")) look_at_rows(samples, *except);
  }
  const std::size_t combinations = samples.combinations();
  if (combinations >= Samples::kTooMany) return false;  // the change counts, and its author argues it
  for (std::size_t i = 0; i < combinations; ++i) {
    if (!layer_pays(samples, layer, i)) continue;
    const std::size_t held = first_that_holds(samples, *before, i);
    if (first_that_holds(samples, *after, i) != (swapped ? after_swap(held, place.row) : held)) return false;
  }
  return true;
}

}  // namespace aidcheck
