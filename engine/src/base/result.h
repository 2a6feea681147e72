#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/text.h"

namespace aidcheck {

/// Whose mistake an error is: the pack author's, the case sender's, or ours.
enum class Fault { kPack, kCase, kInternal };

/// An error is a value. `code` is stable and names a string literal; `at` is a JSON pointer into the text that
/// was read; `nearest` is the known name that an unknown one resembles most, or empty.
struct Error {
  Fault fault = Fault::kInternal;
  std::string_view code;
  std::string at;
  Text message;
  std::string nearest;
};

/// A value or the error that kept it from being made.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  /// Only after ok().
  T& value() { return *std::get_if<0>(&held_); }
  const T& value() const { return *std::get_if<0>(&held_); }
  /// Only after !ok().
  Error& error() { return *std::get_if<1>(&held_); }
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

/// The error that a check found, if it found one.
using Check = std::optional<Error>;

}  // namespace aidcheck
