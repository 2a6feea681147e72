#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace aidcheck {

/// Whose mistake an error is: the pack author's, the case sender's, or ours.
enum class Fault { kPack, kCase, kInternal };

/// An error is a value. `code` is stable and names a string literal; `at` is a JSON pointer into the text
/// that was read; `nearest` is the known name that an unknown one resembles most, or empty.
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
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  /// Only after ok().
  T& value() { return *value_; }
  const T& value() const { return *value_; }
  /// Only after !ok().
  Error& error() { return error_; }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace aidcheck
