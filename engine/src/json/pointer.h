#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aidcheck::json {

/// Where in a JSON text a reader stands, as a chain on the stack: making one costs nothing, and the text of
/// the pointer (RFC 6901) is only written when an error needs it. A child must not outlive its parent.
class Pointer {
 public:
  Pointer() = default;
  [[nodiscard]] Pointer operator/(std::string_view name) const { return Pointer(this, name, 0); }
  [[nodiscard]] Pointer operator/(std::size_t index) const { return Pointer(this, {}, index); }
  [[nodiscard]] std::string str() const;

 private:
  Pointer(const Pointer* parent, std::string_view name, std::size_t index)
      : parent_(parent), name_(name), index_(index) {}

  const Pointer* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
};

/// A member's name as one part of a pointer: `~` and `/` escaped.
std::string escape(std::string_view name);

}  // namespace aidcheck::json
