#pragma once

#include <string>
#include <string_view>

#include "aidcheck/engine.h"
#include "json/value.h"

namespace aidcheck::test {

/// A result or error that came out of the engine, read back. An amount is told as it was written (`11900`,
/// `0.05`), so that a test compares what a reader of the JSON sees and nothing passes through floating point.
class Answer {
 public:
  /// Fails the test where the text is not JSON.
  explicit Answer(Outcome outcome);

  [[nodiscard]] bool ok() const { return outcome_.ok; }
  [[nodiscard]] const std::string& json() const { return outcome_.json; }
  [[nodiscard]] const json::Value& root() const { return root_; }

  /// What stands at a path such as `/visits/1/payers/aid/amount`, or nullptr. A part of the path that meets a
  /// list is what its item is called (its `id`, `code`, `fact`, `layer`, `category`, `field` or `op`), else
  /// its index.
  [[nodiscard]] const json::Value* find(std::string_view path) const;
  /// The same as text: a scalar as it is, a list of scalars as `[a, b]`, a range as `10 to 20` (or `10 to 20
  /// at the widest` where it need not be tight), what may be several things as `one of [a, null]`, anything
  /// else as what it is; `absent`.
  [[nodiscard]] std::string at(std::string_view path) const;

  /// What a layer pays over the year, or at one visit.
  [[nodiscard]] std::string pays(std::string_view layer) const;
  [[nodiscard]] std::string pays(std::string_view layer, std::string_view visit) const;

 private:
  Outcome outcome_;
  json::Value root_;
};

/// Where what was not known and mattered belongs: `/visits/0/where, /person/age`; `nothing`. Says what lacks
/// where one has no name or no label in either language.
std::string unknown_in(const Answer& answer);

/// What makes an error an error: `bad_case fact.missing /year`, ` (nearest: …)` where there is
/// one. `no error` for a result; says what lacks where the kind, code, place or either language of the
/// message does.
std::string error_in(const Answer& answer);

}  // namespace aidcheck::test
