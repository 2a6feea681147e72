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
