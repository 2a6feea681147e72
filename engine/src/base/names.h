#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace aidcheck {

// What a part of a list is called.
inline const std::string_view& id_of(const std::string_view& name) { return name; }
template <class Part>
auto id_of(const Part& part) -> decltype((part.id)) {
  return part.id;
}
template <class Part>
auto id_of(const Part& part) -> decltype((part.word.id)) {
  return part.word.id;
}

/// The names in a list, or of a list of parts: one type for all, so that looking one up is written once. A
/// view: it lives no longer than the list.
class Names {
 public:
  Names(std::initializer_list<std::string_view> names) { see(names); }
  template <class List>
  Names(const List& list) {
    see(list);
  }
  template <std::size_t size>
  Names(const std::string_view (&names)[size])
      : first_(reinterpret_cast<const std::byte*>(names)), step_(sizeof *names), size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  const std::string_view& operator[](std::size_t i) const {
    return *reinterpret_cast<const std::string_view*>(first_ + i * step_);
  }
  /// The place of a name, the first of several; the list's size where there is none of that name.
  [[nodiscard]] std::size_t find(std::string_view name) const;
  [[nodiscard]] bool have(std::string_view name) const { return find(name) != size_; }

 private:
  template <class List>
  void see(const List& list) {
    size_ = list.size();
    step_ = sizeof *list.begin();
    if (size_ != 0) first_ = reinterpret_cast<const std::byte*>(&id_of(*list.begin()));
  }

  const std::byte* first_ = nullptr;
  std::size_t step_ = 0;
  std::size_t size_ = 0;
};

}  // namespace aidcheck
