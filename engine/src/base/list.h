#pragma once

#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

namespace aidcheck {

/// Memory that is given back all at once. A rule pack and its plan are thousands of small parts that live and
/// die together: without a destructor and a growing step for each type of part they are a third smaller in
/// engine.wasm.
class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* take(std::size_t bytes);

  /// While it lives, lists of this thread grow in `arena`.
  class Scope {
   public:
    explicit Scope(Arena& arena);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Arena* before_;
  };

 private:
  struct Chunk;
  Chunk* chunks_ = nullptr;
  std::size_t left_ = 0;
};

/// A copy of a text that lives as long as the lists of the scope.
std::string_view keep(std::string_view text);

/// What all lists share: where they grow. Copies are shallow; a list is filled once and then only read.
class ListMemory {
 protected:
  /// Room for one more item of that size, at the end: the others may move.
  void* grow(std::size_t item);
  void* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

/// A growing list of parts of a pack or a plan, in the arena of the scope it is filled in.
template <class T>
class List : private ListMemory {
 public:
  List() = default;
  List(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }

  T& emplace_back() { return *new (grow(sizeof(T))) T(); }
  void push_back(const T& item) { *new (grow(sizeof(T))) T = item; }
  void insert(const T* place, const T& item) {
    const auto at = static_cast<std::size_t>(place - begin());
    emplace_back();
    for (std::size_t i = size_ - 1; i > at; --i) (*this)[i] = (*this)[i - 1];
    (*this)[at] = item;
  }
  void swap(List& other) { std::swap<ListMemory>(*this, other); }
  void resize(std::size_t size) {
    while (size_ < size) emplace_back();
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  T* begin() { return static_cast<T*>(data_); }
  T* end() { return begin() + size_; }
  [[nodiscard]] const T* begin() const { return static_cast<const T*>(data_); }
  [[nodiscard]] const T* end() const { return begin() + size_; }
  T& operator[](std::size_t i) { return begin()[i]; }
  const T& operator[](std::size_t i) const { return begin()[i]; }
  T& back() { return end()[-1]; }
  [[nodiscard]] const T& back() const { return end()[-1]; }
  [[nodiscard]] const T& front() const { return *begin(); }

 private:
  static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= alignof(std::max_align_t));
};

}  // namespace aidcheck
