#pragma once

#include <cstddef>
#include <utility>

namespace aidcheck {

/// What sorting asks of a list: whether the item at one place belongs before that at another, and to swap
/// both.
class Sortable {
 public:
  [[nodiscard]] virtual bool before(std::size_t a, std::size_t b) const = 0;
  virtual void swap(std::size_t a, std::size_t b) = 0;

 protected:
  ~Sortable() = default;
};

/// Sorts by heap: as fast as needed, and written once for all lists, which every page carries.
void sort_by_heap(Sortable& list, std::size_t size);

template <class List, class Before>
void sort(List& list, Before before) {
  class Adapter final : public Sortable {
   public:
    Adapter(List& items, Before& comes_before) : list_(items), before_(comes_before) {}
    [[nodiscard]] bool before(std::size_t a, std::size_t b) const override {
      return before_(list_[a], list_[b]);
    }
    void swap(std::size_t a, std::size_t b) override { std::swap(list_[a], list_[b]); }

   private:
    List& list_;
    Before& before_;
  };
  Adapter adapter(list, before);
  sort_by_heap(adapter, list.size());
}

}  // namespace aidcheck
