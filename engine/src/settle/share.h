#pragma once

#include <algorithm>

#include "base/money.h"
#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// The part of `amount` that lies in a band of a rate and above the deductible.
inline Fen part_in_band(const RatePlan& rate, const BandPlan& band, Fen amount, Fen deductible,
                        Arithmetic& arithmetic) {
  const Fen measured = rate.above_deductible ? arithmetic.less(amount, deductible) : amount;
  const Fen from = rate.above_deductible ? band.from : std::max(band.from, deductible);
  return arithmetic.less(std::min(band.to, measured), from);
}

/// The percentages that stand in a rate, by their amount: bounds of them, which are the same where all is
/// known.
struct Percents {
  const Fen* least = nullptr;
  const Fen* most = nullptr;
  std::uint32_t up = 0;    // the rate grows with these,
  std::uint32_t down = 0;  // and shrinks with these
  bool of_visit = false;   // each visit has its own
};

/// What a rate is at a visit beyond what its plan says: which of the layer's changes hold, a bit a change,
/// and percentages.
struct Changes {
  const List<AdjustPlan>* list = nullptr;
  std::uint32_t hold = 0;
  bool any = false;
  bool most = false;  // the rate at its highest
  const Percents* percents = nullptr;

  void look_at(const Percents& found) {
    percents = &found;
    any = true;
  }
  [[nodiscard]] Changes at_most() const {
    Changes made = *this;
    made.most = true;
    return made;
  }
};

inline Rate rate_of(const RatePlan& rate, const BandPlan& band, const Changes& changes) {
  if (band.percent == 0) return {band.numerator, rate.denominator};
  const Fen* percents = changes.most ? changes.percents->most : changes.percents->least;
  return {percents[band.percent] * (rate.denominator / kWhole), rate.denominator};
}

/// A rate with the changes that hold, in their order; within 0 and 1.
inline Rate changed(Rate rate, const Changes& changes, Arithmetic& arithmetic) {
  for (std::uint32_t rest = changes.hold; rest != 0; rest &= rest - 1) {
    const AdjustPlan& change = (*changes.list)[static_cast<std::size_t>(__builtin_ctz(rest))];
    const Rate& by = change.rate;
    if (change.how == model::AdjustRow::How::kTimes) {
      rate.numerator = arithmetic.multiply(rate.numerator, by.numerator);
      rate.denominator = arithmetic.multiply(rate.denominator, by.denominator);
      continue;
    }
    const Fen points = arithmetic.multiply(by.numerator, rate.denominator / by.denominator);
    rate.numerator = change.how == model::AdjustRow::How::kAdd
                         ? std::min(arithmetic.add(rate.numerator, points), rate.denominator)
                         : arithmetic.less(rate.numerator, points);
  }
  return rate;
}

/// That share of an amount, rounded half up to the fen.
inline Fen share_of(const Rate& rate, Fen amount, Arithmetic& arithmetic) {
  return arithmetic.round_half_up(arithmetic.multiply(amount, rate.numerator), rate.denominator);
}

/// F(amount): what a rate gives for it, rounded half up to the fen, once.
inline Fen share(const RatePlan& rate, Fen amount, Fen deductible, Arithmetic& arithmetic) {
  if (rate.flat) {
    const Fen above = arithmetic.less(amount, deductible);
    return share_of({rate.bands.front().numerator, rate.denominator}, above, arithmetic);
  }
  Fen sum = 0;
  for (const BandPlan& band : rate.bands) {
    const Fen part = part_in_band(rate, band, amount, deductible, arithmetic);
    sum = arithmetic.add(sum, arithmetic.multiply(part, band.numerator));
  }
  return arithmetic.round_half_up(sum, rate.denominator);
}

/// The same with changes of the rate.
inline Fen share(const RatePlan& rate, Fen amount, Fen deductible, const Changes& changes,
                 Arithmetic& arithmetic) {
  if (!changes.any) [[likely]]
    return share(rate, amount, deductible, arithmetic);
  Rate sum{0, 1};
  for (const BandPlan& band : rate.bands) {
    const Fen part = part_in_band(rate, band, amount, deductible, arithmetic);
    const Rate now = changed(rate_of(rate, band, changes), changes, arithmetic);
    sum = {arithmetic.add(sum.numerator, arithmetic.multiply(part, now.numerator)), now.denominator};
  }
  return arithmetic.overflowed() ? 0 : arithmetic.round_half_up(sum.numerator, sum.denominator);
}

/// What a rate gives for what lies between two amounts, not rounded but to a whole fen up or down: figures
/// that are rounded each for itself differ by no more and no less.
inline Fen share_between(const RatePlan& rate, Fen earlier, Fen later, Fen deductible, const Changes& changes,
                         bool up, Arithmetic& arithmetic) {
  Rate sum{0, 1};
  for (const BandPlan& band : rate.bands) {
    const Fen part = arithmetic.less(part_in_band(rate, band, later, deductible, arithmetic),
                                     part_in_band(rate, band, earlier, deductible, arithmetic));
    const Rate now = changed(rate_of(rate, band, changes), changes, arithmetic);
    sum = {arithmetic.add(sum.numerator, arithmetic.multiply(part, now.numerator)), now.denominator};
  }
  if (arithmetic.overflowed()) return 0;
  const Fen whole = sum.numerator / sum.denominator;
  return up && sum.numerator % sum.denominator != 0 ? arithmetic.add(whole, 1) : whole;
}

inline Reach share_of(const Rate& rate, const Reach& amount, Arithmetic& arithmetic) {
  return Reach(share_of(rate, amount.least, arithmetic), share_of(rate, amount.most, arithmetic))
      .go(amount.up, amount.down);
}

/// Both grow with what they are shares of, and with the percentage.
inline Reach share_of(const Reach& percent, const Reach& amount, Arithmetic& arithmetic) {
  return Reach(share_of(Rate{percent.least, kWhole}, amount.least, arithmetic),
               share_of(Rate{percent.most, kWhole}, amount.most, arithmetic))
      .go(percent.up | amount.up, percent.down | amount.down);
}
inline Fen share_of(Fen percent, Fen amount, Arithmetic& arithmetic) {
  return share_of(Rate{percent, kWhole}, amount, arithmetic);
}

/// It grows with the amount and the rate, and shrinks as the deductible grows.
inline Reach share(const RatePlan& rate, const Reach& amount, const Reach& deductible, const Changes& changes,
                   Arithmetic& arithmetic) {
  Reach made(share(rate, amount.least, deductible.most, changes, arithmetic),
             share(rate, amount.most, deductible.least, changes.at_most(), arithmetic));
  made.go(amount.up | deductible.down, amount.down | deductible.up);
  if (changes.percents != nullptr)
    made.go(made.up | changes.percents->up, made.down | changes.percents->down);
  return made;
}

}  // namespace aidcheck
