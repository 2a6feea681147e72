#include "settle/order.h"

#include "base/sort.h"

namespace aidcheck {
namespace {

// Dates as one number that sorts like (until, from).
std::uint64_t sortable(const VisitInput& visit) {
  constexpr std::uint32_t kSignBit = 0x80000000U;
  const std::uint32_t until = static_cast<std::uint32_t>(visit.until) ^ kSignBit;
  const std::uint32_t from = static_cast<std::uint32_t>(visit.from) ^ kSignBit;
  return std::uint64_t{until} << 32 | from;
}

}  // namespace

void sort_visits(const YearInput& year, std::vector<VisitSlot>& order) {
  order.resize(year.visits.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = {sortable(year.visits[i]), static_cast<std::uint32_t>(i)};
  const auto before = [&](const VisitSlot& a, const VisitSlot& b) {
    return a.dates != b.dates ? a.dates < b.dates : year.visits[a.visit].order < year.visits[b.visit].order;
  };
  constexpr std::size_t kFew = 24;
  if (order.size() > kFew) {
    sort(order, before);
    return;
  }
  for (std::size_t i = 1; i < order.size(); ++i) {
    const VisitSlot moved = order[i];
    std::size_t to = i;
    for (; to > 0 && before(moved, order[to - 1]); --to) order[to] = order[to - 1];
    order[to] = moved;
  }
}

}  // namespace aidcheck
