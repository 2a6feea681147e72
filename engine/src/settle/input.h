#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/money.h"
#include "plan/decision.h"
#include "plan/plan.h"
#include "settle/reach.h"
#include "settle/record.h"

namespace aidcheck {

/// One visit in numbers, for one plan.
struct VisitInput {
  std::int32_t from = 0;  // day_number()
  std::int32_t until = 0;
  std::uint32_t order = 0;  // where the case has it
  std::uint32_t known = 0;  // a bit an amount: it is known, or bounds of it are
  std::uint32_t open = 0;   // of these, those of which only bounds are known
  bool stay = false;
  bool kind_open = false;                   // `stay` says nothing yet
  bool total_of_parts = false;              // the total was left out: it is what the parts come to
  bool as_stated = false;                   // no completion adds up: taken as it is
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

/// An identity of which only candidates are known, from its first day to its last; the first candidate may be
/// that there is none.
struct OpenIdentity {
  std::uint64_t candidates = 0;  // a bit a code; of kNoCategory: the person may hold none
  std::int32_t from = 0;
  std::int32_t until = 0;
  std::uint8_t code = 0;    // the candidate that is settled; 0: not decided yet
  std::uint32_t index = 0;  // its place in the case
};

/// What a fact that is not known may be.
struct OpenFact {
  std::optional<std::uint32_t> visit;  // its place in the case; none for the person
  std::size_t fact = 0;
  std::uint64_t codes = 0;  // a bit a code that it may have
  Fen least = 0;            // of an amount
  Fen most = kLargestAmount;
};

/// A year to settle.
struct YearInput {
  Codes person{};                  // the facts of the person and the readings
  std::vector<VisitInput> visits;  // in any order
  std::vector<Holding> holdings;   // in the pack's order of categories
  std::vector<OpenAmount> open;    // of these visits
  std::vector<OpenIdentity> open_identities;
  const List<OpenFact>* stated_open = nullptr;  // what the case says of facts that are not known
  const YearStateOf<Reach>* start = nullptr;    // in place of the figures below, where some are bounds
  std::array<Fen, kMostPools> pools_before{};
  std::array<Fen, kMostLayers> counted_before{};
  std::array<std::int64_t, kMostDerived> derived_before{};  // sums in fen, numbers of visits

  /// A known amount of one of the visits.
  [[nodiscard]] Reach amount(const VisitInput& visit, std::size_t amount) const {
    if ((visit.open >> amount & 1U) == 0) return visit.amounts[amount];
    if (visit.total_of_parts && amount == 0) return sum_of_parts(visit);
    for (const OpenAmount& each : open) {
      if (each.order == visit.order && each.amount == amount) return each.reach;
    }
    return {};
  }

  /// What the known parts of a sheet come to.
  [[nodiscard]] Reach sum_of_parts(const VisitInput& visit) const {
    Reach sum;
    for (const Field part : kSheetParts) {
      const auto index = static_cast<std::size_t>(part);
      if ((visit.known >> index & 1U) == 0) continue;
      const Reach here = amount(visit, index);
      sum = Reach(sum.least + here.least, sum.most + here.most).go(sum.up | here.up, sum.down | here.down);
    }
    return sum;
  }
};

}  // namespace aidcheck
