#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/money.h"
#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// What a computed layer did at one visit: enough to tell every step again.
template <class Number>
struct LayerRecordOf {
  std::uint16_t applies = outcome::kNone;
  std::uint16_t base_row = outcome::kNone;
  std::uint16_t bear_row = outcome::kNone;
  std::uint16_t cost_row = outcome::kNone;
  std::uint16_t deductible_row = outcome::kNone;
  std::uint16_t deductible_pools = outcome::kNone;
  std::uint16_t rate_row = outcome::kNone;
  std::uint16_t draw_row = outcome::kNone;
  bool stated = false;                           // taken from the sheet after all
  std::uint32_t adjusted = 0;                    // the changes of the rate that hold, a bit a change
  Number sum = 0;                                // of the base, less what was paid
  Number borne = 0;                              // of that, by the person first
  Number base = 0;                               // what counts at this visit
  Number deductible = 0;                         // what the deductible stands at
  Number counted_before = 0;                     // of a cumulative layer
  Number uncapped = 0;                           // what the rate gives
  std::array<Number, kMostPools> left_before{};  // of the pools drawn on
};
using LayerRecord = LayerRecordOf<Fen>;

/// What is left to the person.
template <class Number>
struct OwnShare {
  Number in_scope = 0;
  Number out_of_scope = 0;
  Number total = 0;  // what no payer paid, in scope or not
};
using Personal = OwnShare<Fen>;

template <class Number>
struct VisitRecordOf {
  std::uint32_t visit = 0;  // index into the input's visits
  std::uint8_t category = kNoCategory;
  Number scope = 0;  // what counts as in scope at this visit
  OwnShare<Number> personal;
  std::array<Number, kMostLayers> paid{};
  std::array<LayerRecordOf<Number>, kMostLayers> layers{};
  Codes codes{};  // all facts, the derived ones too
};
using VisitRecord = VisitRecordOf<Fen>;

template <class Number>
struct Totals {
  std::array<Number, kMostLayers> paid{};
  Number total = 0;
  OwnShare<Number> personal;
};
using YearTotals = Totals<Fen>;

/// What came of one visit of which only bounds are known, without how.
template <class Number>
struct VisitFiguresOf {
  std::uint32_t visit = 0;  // index into the input's visits
  Number total;             // of the bill
  std::array<Number, kMostLayers> paid;
  OwnShare<Number> personal;
};
using VisitFigures = VisitFiguresOf<Reach>;

/// Is told what was done at each visit of which only bounds are known, once for each way it may have gone.
struct VisitListener {
  virtual void hear(const VisitRecordOf<Reach>& record) = 0;

 protected:
  ~VisitListener() = default;
};

/// Why a year could not be settled.
struct Stop {
  enum class Why { kNothing, kFactMissing, kAmountMissing, kIdentityOpen, kHangsOnAmounts, kOverflow };
  Why why;
  std::uint32_t order;  // of the visit in the case
  std::uint32_t which;  // the fact, the field, or the open identity
};

/// What the year ends with, and starts the rest of a year with.
template <class Number>
struct YearStateOf {
  std::array<Number, kMostPools> drawn{};
  std::array<Number, kMostLayers> counted{};
  std::array<Number, kMostDerived> derived{};  // sums, and numbers of visits
  // What of it is not known, a bit each, and for want of what.
  std::uint32_t unknown = 0;  // derived facts
  std::uint32_t uncounted = 0;
  std::uint32_t unsure_pools = 0;
  std::uint32_t idle = 0;  // layers that nobody will ask for their count
  Stop lacking{};
};
using YearState = YearStateOf<Fen>;

/// A year of which only bounds are known.
template <class Number>
struct YearFiguresOf {
  Totals<Number> totals;
  std::vector<VisitFiguresOf<Number>> visits;  // in the order of settlement
  YearStateOf<Number> after;
  std::size_t settled = 0;  // how many visits were settled for them
};
using YearFigures = YearFiguresOf<Reach>;

}  // namespace aidcheck
