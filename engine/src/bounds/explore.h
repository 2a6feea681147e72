#pragma once

#include <vector>

#include "explain/explanation.h"
#include "settle/settle.h"

namespace aidcheck {

/// What is not known and made a difference: an amount or the answer to a fact, at a visit or of the person.
struct Unknown {
  std::optional<std::uint32_t> visit;  // its place in the case
  std::size_t which = 0;               // the amount, or the fact
  bool amount = false;

  friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// The figures of a year of which not all is known.
struct YearBounds {
  Totals<Reach> totals;
  std::vector<VisitFigures> visits;  // in the order of settlement
};

/// No completion of what is unknown gives a figure outside its bounds. A figure whose `up` and `down` are not
/// 0 may have wider bounds than it needs; any other figure reaches both.
struct Bounds : YearBounds {
  Stop stop{};                   // an overflow; nothing else stops
  std::vector<Unknown> unknown;  // in the order in which they were met
  std::size_t settlements = 0;   // how many years were settled for it
};

/// Settles the year for as many completions as tell its bounds, at most so many visits in all.
Bounds explore(const Settled& settled, std::size_t most_visits);

}  // namespace aidcheck
