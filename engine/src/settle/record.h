#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/money.h"
#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// What a computed layer did at one visit: enough to tell every step again.
struct LayerRecord {
  std::uint16_t applies = outcome::kNone;
  std::uint16_t base_row = outcome::kNone;
  std::uint16_t bear_row = outcome::kNone;
  std::uint16_t cost_row = outcome::kNone;
  std::uint16_t deductible_row = outcome::kNone;
  std::uint16_t deductible_pools = outcome::kNone;
  std::uint16_t rate_row = outcome::kNone;
  std::uint16_t draw_row = outcome::kNone;
  bool stated = false;                        // taken from the sheet after all
  std::uint32_t adjusted = 0;                 // the changes of the rate that hold, a bit a change
  Fen sum = 0;                                // of the base, less what was paid
  Fen borne = 0;                              // of that, by the person first
  Fen base = 0;                               // what counts at this visit
  Fen deductible = 0;                         // what the deductible stands at
  Fen counted_before = 0;                     // of a cumulative layer
  Fen uncapped = 0;                           // what the rate gives
  std::array<Fen, kMostPools> left_before{};  // of the pools drawn on
};

/// What is left to the person.
template <class Number>
struct OwnShare {
  Number in_scope = 0;
  Number out_of_scope = 0;
  Number total = 0;  // what no payer paid, in scope or not
};
using Personal = OwnShare<Fen>;

struct VisitRecord {
  std::uint32_t visit = 0;  // index into the input's visits
  std::uint8_t category = kNoCategory;
  Fen scope = 0;  // what counts as in scope at this visit
  Personal personal;
  std::array<Fen, kMostLayers> paid{};
  std::array<LayerRecord, kMostLayers> layers{};
  Codes codes{};  // all facts, the derived ones too
};

template <class Number>
struct Totals {
  std::array<Number, kMostLayers> paid{};
  Number total = 0;
  OwnShare<Number> personal;
};
using YearTotals = Totals<Fen>;

/// What came of one visit of which only bounds are known, without how.
struct VisitFigures {
  std::uint32_t visit = 0;  // index into the input's visits
  std::array<Reach, kMostLayers> paid;
  OwnShare<Reach> personal;
};

/// Why a year could not be settled.
struct Stop {
  enum class Why { kNothing, kFactMissing, kAmountMissing, kHangsOnAmounts, kOverflow };
  Why why;
  std::uint32_t order;  // of the visit in the case
  std::uint32_t which;  // the fact, or the field
};

/// What the year ends with, and starts the rest of a year with.
struct YearState {
  std::array<Fen, kMostPools> drawn{};
  std::array<Fen, kMostLayers> counted{};
  std::array<std::int64_t, kMostDerived> derived{};
  // What of it is not known, a bit each, and for want of what.
  std::uint32_t unknown = 0;  // derived facts
  std::uint32_t uncounted = 0;
  std::uint32_t unsure_pools = 0;
  Stop lacking{};
};

}  // namespace aidcheck
