#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "json/value.h"

namespace aidcheck {

/// One answer to a fact: a name (`inpatient`, `true`), or a number in hundredths.
struct Sample {
  std::string name;
  std::optional<std::int64_t> number;
};

/// The facts that some conditions look at, and for each the answers that make a difference to them. What a
/// pack does not say of a fact is taken to be any answer that is named, or another one.
class Samples {
 public:
  explicit Samples(const json::Value& pack) : pack_(pack) {}

  void look_at(const json::Value& when);

  static constexpr std::size_t kTooMany = 100'000;

  /// How many combinations of answers there are; kTooMany for more, or where a condition cannot be told.
  [[nodiscard]] std::size_t combinations() const;

  /// Whether a condition (facts that must all hold, or a list of such of which one must) holds in that
  /// combination.
  [[nodiscard]] bool holds(const json::Value* when, std::size_t combination) const;

 private:
  struct Axis {
    std::string fact;
    bool closed = false;  // the pack lists every answer
    bool told = true;     // every bound is a number
    std::vector<Sample> samples;
  };

  Axis& axis(const std::string& fact);
  void add_choices(Axis& axis) const;
  void add_categories(Axis& axis) const;
  static void add_answers(Axis& axis, const json::Value& fact);
  static void add_members(Axis& axis, const json::Value* choices);
  static void add(Axis& axis, const Sample& sample);
  static void add_values(Axis& axis, const json::Value& test);

  const json::Value& pack_;
  std::vector<Axis> axes_;
};

}  // namespace aidcheck
