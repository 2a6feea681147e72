#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "settle/input.h"
#include "settle/order.h"
#include "settle/record.h"

namespace aidcheck {

/// Settles years by one plan. Keeps its working memory from year to year, so settling many people allocates
/// nothing once the longest year has been seen.
class Settler {
 public:
  explicit Settler(const Plan& plan) : plan_(plan) {}

  /// The sums only, of a year of which all amounts are exact. On a Stop the totals mean nothing.
  Stop settle(const YearInput& year, YearTotals& totals);

  /// Bounds: the sums and each visit's figures, in the order of settlement. Where `most_ways` is more than 1,
  /// what is not decided at a visit is tried there, and the ways it may have gone are taken together before
  /// the next (beyond so many, anything may have happened there); otherwise it stops. `listener`, where there
  /// is one, hears of each way.
  Stop settle(const YearInput& year, std::size_t most_ways, YearFigures& figures, VisitListener* listener);

  /// The sums and the state at the end. `records`, where there are any: what each layer did at each visit (in
  /// the order of settlement). `categories`: the identity of each visit in that order, given instead of
  /// chosen.
  Stop settle(const YearInput& year, YearTotals& totals, YearState& after, std::vector<VisitRecord>* records,
              const std::uint8_t* categories);

 private:
  const Plan& plan_;
  std::vector<VisitSlot> order_;
};

}  // namespace aidcheck
