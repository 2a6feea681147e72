#pragma once

#include <algorithm>

#include "base/money.h"
#include "plan/plan.h"

namespace aidcheck {

/// The part of `amount` that lies in a band of a rate and above the deductible.
inline Fen part_in_band(const RatePlan& rate, const BandPlan& band, Fen amount, Fen deductible,
                        Arithmetic& arithmetic) {
  const Fen measured = rate.above_deductible ? arithmetic.less(amount, deductible) : amount;
  const Fen from = rate.above_deductible ? band.from : std::max(band.from, deductible);
  return arithmetic.less(std::min(band.to, measured), from);
}

/// The rate with those of the layer's changes that hold (a bit a change), in their order; within 0 and 1.
inline void adjust(const RatePlan& rate, const std::vector<AdjustPlan>& changes, std::uint32_t hold,
                   RatePlan& made, Arithmetic& arithmetic) {
  made = rate;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if ((hold >> i & 1U) == 0) continue;
    const Rate& by = changes[i].rate;
    if (changes[i].how == model::AdjustRow::How::kTimes) {
      made.denominator = arithmetic.multiply(made.denominator, by.denominator);
      for (BandPlan& band : made.bands) band.numerator = arithmetic.multiply(band.numerator, by.numerator);
      continue;
    }
    const Fen points = by.numerator * (made.denominator / by.denominator);
    for (BandPlan& band : made.bands) {
      band.numerator = changes[i].how == model::AdjustRow::How::kAdd
                           ? std::min(arithmetic.add(band.numerator, points), made.denominator)
                           : arithmetic.less(band.numerator, points);
    }
  }
}

/// F(amount): what a rate gives for it, rounded half up to the fen, once.
inline Fen share(const RatePlan& rate, Fen amount, Fen deductible, Arithmetic& arithmetic) {
  Fen numerator = 0;
  for (const BandPlan& band : rate.bands) {
    const Fen part = part_in_band(rate, band, amount, deductible, arithmetic);
    numerator = arithmetic.add(numerator, arithmetic.multiply(part, band.numerator));
  }
  return arithmetic.round_half_up(numerator, rate.denominator);
}

}  // namespace aidcheck
