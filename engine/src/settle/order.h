#pragma once

#include <cstdint>
#include <vector>

#include "settle/input.h"

namespace aidcheck {

/// A visit's place in the order of settlement.
struct VisitSlot {
  std::uint64_t dates = 0;
  std::uint32_t visit = 0;  // index into the input's visits
};

/// The order in which visits settle: by their last day, then the first, then as given.
void sort_visits(const YearInput& year, std::vector<VisitSlot>& order);

}  // namespace aidcheck
