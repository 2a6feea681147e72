#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "settle/input.h"
#include "settle/record.h"

namespace aidcheck {

/// A visit's place in the order of settlement.
struct VisitSlot {
  std::uint64_t dates = 0;
  std::uint32_t visit = 0;  // index into the input's visits
};

/// Settles years by one plan. Keeps its working memory from year to year, so settling many people allocates
/// nothing once the longest year has been seen.
class Settler {
 public:
  explicit Settler(const Plan& plan) : plan_(plan) {}

  /// The sums only, and the state at the end where it is asked for. On a Stop the totals mean nothing.
  Stop settle(const YearInput& year, YearTotals& totals, YearState* after = nullptr);

  /// The sums, what each layer did at each visit (in the order of settlement), and the state at the end.
  Stop settle(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>& records, YearState& after);

  /// The same with the identity of each visit given instead of chosen: `categories[n]` for the n-th visit in
  /// the order of settlement.
  Stop settle_as(const YearInput& year, const std::vector<std::uint8_t>& categories, YearTotals& totals,
                 YearState* after = nullptr);

 private:
  const Plan& plan_;
  std::vector<VisitSlot> order_;
};

}  // namespace aidcheck
