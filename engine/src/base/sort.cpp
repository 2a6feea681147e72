#include "base/sort.h"

namespace aidcheck {
namespace {

// Lets the item at `root` sink to its place in the heap of the first `size`.
void sink(Sortable& list, std::size_t root, std::size_t size) {
  for (std::size_t child = 2 * root + 1; child < size; child = 2 * root + 1) {
    if (child + 1 < size && list.before(child, child + 1)) ++child;
    if (!list.before(root, child)) return;
    list.swap(root, child);
    root = child;
  }
}

}  // namespace

void sort_by_heap(Sortable& list, std::size_t size) {
  for (std::size_t root = size / 2; root-- > 0;) sink(list, root, size);
  while (size > 1) {
    list.swap(0, --size);
    sink(list, 0, size);
  }
}

}  // namespace aidcheck
