#include "condition.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "pack/figure.h"
#include "vocabulary/words.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Type;
using json::Value;

// An amount in fen, or a number in hundredths, which is the same for an amount that is a bare number.
std::optional<std::int64_t> number_of(const Value& value) {
  constexpr int kPlaces = 2;
  Figure figure;
  if (value.is(Type::kString)) {
    if (!read_figure(value.text, figure) || figure.unit != Unit::kAmount) return std::nullopt;
    return figure.amount;
  }
  if (!value.is(Type::kNumber)) return std::nullopt;
  const Decimal read = read_decimal(value.text);
  std::int64_t number = 0;
  if (read.problem != Decimal::Problem::kNone || read.scale > kPlaces ||
      !scale_up(read.units, kPlaces - read.scale, number))
    return std::nullopt;
  return read.negative ? -number : number;
}

std::string name_of(const Value& value) {
  return value.is(Type::kBoolean) ? (value.boolean ? "true" : "false") : value.text;
}

bool lies_in(const Value& bound, std::string_view kind, std::int64_t number) {
  const std::int64_t limit = number_of(bound).value_or(0);
  if (kind == "at_least") return number >= limit;
  if (kind == "above") return number > limit;
  if (kind == "at_most") return number <= limit;
  return number < limit;
}

bool passes(const Value& test, const Sample& sample) {
  if (const Value* denied = test.find("not")) return !passes(*denied, sample);
  if (test.is(Type::kObject)) {
    return sample.number && std::all_of(test.members.begin(), test.members.end(), [&](const Member& bound) {
             return lies_in(bound.value, bound.name, *sample.number);
           });
  }
  if (test.is(Type::kArray)) {
    return std::any_of(test.items.begin(), test.items.end(),
                       [&](const Value& item) { return passes(item, sample); });
  }
  return sample.number ? sample.number == number_of(test) : sample.name == name_of(test);
}

}  // namespace

Samples::Axis& Samples::axis(const std::string& fact) {
  for (Axis& axis : axes_) {
    if (axis.fact == fact) return axis;
  }
  Axis& axis = axes_.emplace_back();
  axis.fact = fact;
  add_choices(axis);
  if (!axis.closed) add(axis, {"(another)", std::nullopt});
  return axis;
}

void Samples::add(Axis& axis, const Sample& sample) {
  const auto same = [&](const Sample& each) {
    return each.name == sample.name && each.number == sample.number;
  };
  if (std::none_of(axis.samples.begin(), axis.samples.end(), same)) axis.samples.push_back(sample);
}

// The answers that are listed somewhere, where all are.
void Samples::add_choices(Axis& axis) const {
  if (axis.fact == "category") {
    add_categories(axis);
    return;
  }
  for (const FactWord& word : built_in_facts()) {
    if (word.word.id != axis.fact) continue;
    for (std::size_t i = 0; i < word.choice_count; ++i)
      add(axis, {std::string(word.choices[i].id), std::nullopt});
    if (axis.fact == "kind") add_members(axis, pack_.find("kinds"));
    axis.closed = true;
    return;
  }
  for (const std::string_view parts : {"readings", "facts"}) {
    const Value* all = pack_.find(parts);
    const Value* fact = all == nullptr ? nullptr : all->find(axis.fact);
    if (fact != nullptr) add_answers(axis, *fact);
  }
}

void Samples::add_categories(Axis& axis) const {
  const Value* categories = pack_.find("categories");
  if (categories == nullptr) return;
  add(axis, {"none", std::nullopt});
  for (const Value& category : categories->items) {
    if (const Value* id = category.find("id")) add(axis, {id->text, std::nullopt});
  }
  axis.closed = true;
}

// Of a reading, a choice, or a yes or no.
void Samples::add_answers(Axis& axis, const Value& fact) {
  add_members(axis, fact.find("choices"));
  const Value* type = fact.find("type");
  if (type == nullptr || type->text != "yes_no") return;
  add(axis, {"true", std::nullopt});
  add(axis, {"false", std::nullopt});
  axis.closed = true;
}

void Samples::add_members(Axis& axis, const Value* choices) {
  if (choices == nullptr) return;
  for (const Member& choice : choices->members) add(axis, {choice.name, std::nullopt});
  axis.closed = true;
}

// What is named, and of a bound the numbers on both sides.
void Samples::add_values(Axis& axis, const Value& test) {
  for (const Value& item : test.items) add_values(axis, item);
  for (const Member& member : test.members) {
    add_values(axis, member.value);
    if (member.name != "not" && !number_of(member.value)) axis.told = false;
  }
  if (test.is(Type::kArray) || test.is(Type::kObject)) return;
  if (const auto number = number_of(test)) {
    for (const std::int64_t by : {-1, 0, 1}) add(axis, {{}, *number + by});
  } else {
    add(axis, {name_of(test), std::nullopt});
  }
}

void Samples::look_at(const Value& when) {
  for (const Value& each : when.items) look_at(each);
  for (const Member& test : when.members) add_values(axis(test.name), test.value);
}

std::size_t Samples::combinations() const {
  std::size_t count = 1;
  for (const Axis& axis : axes_)
    count = axis.told ? std::min(kTooMany, count * axis.samples.size()) : kTooMany;
  return count;
}

bool Samples::holds(const Value* when, std::size_t combination) const {
  if (when == nullptr) return true;
  if (when->is(Type::kArray)) {
    return std::any_of(when->items.begin(), when->items.end(),
                       [&](const Value& each) { return holds(&each, combination); });
  }
  for (const Axis& axis : axes_) {
    const Sample& sample = axis.samples[combination % axis.samples.size()];
    combination /= axis.samples.size();
    const Value* test = when->find(axis.fact);
    if (test != nullptr && !passes(*test, sample)) return false;
  }
  return true;
}

}  // namespace aidcheck
