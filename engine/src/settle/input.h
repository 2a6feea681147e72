#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/money.h"
#include "plan/decision.h"
#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// One visit in numbers, for one plan.
struct VisitInput {
  std::int32_t from = 0;  // day_number()
  std::int32_t until = 0;
  std::uint32_t order = 0;  // where the case has it
  std::uint32_t known = 0;  // a bit an amount: it is known, or bounds of it are
  std::uint32_t open = 0;   // of these, those of which only bounds are known
  bool stay = false;
  Codes codes{};                            // all facts but the category
  std::array<Fen, kMostAmounts> amounts{};  // the sheet's come first: settling reads few lines of memory
};

/// An identity that the plan assists, from its first day to the last on which it still counts.
struct Holding {
  std::uint8_t category = kNoCategory;
  std::int32_t from = 0;
  std::int32_t until = 0;
};

/// A stay takes an identity that holds on any of its days, any other visit one that holds on its last day.
inline bool holds_at(const Holding& holding, const VisitInput& visit) {
  const std::int32_t first = visit.stay ? visit.from : visit.until;
  return holding.from <= visit.until && holding.until >= first;
}

/// An amount of which only bounds are known.
struct OpenAmount {
  std::uint32_t order = 0;  // of the visit in the case
  std::uint8_t amount = 0;
  Reach reach;
};

/// A year to settle.
struct YearInput {
  Codes person{};                  // the facts of the person and the readings
  std::vector<VisitInput> visits;  // in any order
  std::vector<Holding> holdings;   // in the pack's order of categories
  std::vector<OpenAmount> open;    // of these visits
  std::array<Fen, kMostPools> pools_before{};
  std::array<Fen, kMostLayers> counted_before{};
  std::array<std::int64_t, kMostDerived> derived_before{};  // sums in fen, numbers of visits

  /// A known amount of one of the visits.
  [[nodiscard]] Reach amount(const VisitInput& visit, std::size_t amount) const {
    if ((visit.open >> amount & 1U) == 0) return visit.amounts[amount];
    for (const OpenAmount& each : open) {
      if (each.order == visit.order && each.amount == amount) return each.reach;
    }
    return {};
  }
};

}  // namespace aidcheck
