#pragma once

#include "settle/run.h"

namespace aidcheck {

template <class Figures>
inline auto Run<Figures>::amount(const VisitInput& visit, std::size_t index) const -> Number {
  if constexpr (kBounds) {
    for (const OpenAmount& each : open_.amounts) {
      if (each.amount == index) return each.reach;
    }
    Number stated = year_.amount(visit, index);
    if (index != 0 || !visit.total_of_parts) return stated;
    // What was opened on the way makes the total, too.
    for (const OpenAmount& each : open_.amounts) {
      if (is_part_of_total(each.amount))
        stated = Reach(stated.least + each.reach.least, stated.most + each.reach.most).go(kAnswer, kAnswer);
    }
    return stated;
  } else {
    return visit.amounts[index];
  }
}

template <class Figures>
inline bool Run<Figures>::parameter(const ParameterPlan& plan, const VisitInput& visit, Number& amount) {
  amount = plan.amount;
  return plan.of == 0 || stated_parameter(plan, visit, amount);
}

template <class Figures>
inline bool Run<Figures>::stated_parameter(const ParameterPlan& plan, const VisitInput& visit,
                                           Number& amount) {
  const std::uint32_t percent = plan.percent == 0 ? 0 : std::uint32_t{1} << plan.percent;
  const std::uint32_t missing = (std::uint32_t{1} << plan.of | percent) & ~visit.known;
  if (missing != 0) return stop_for_amount(missing, visit);
  const Number whole = this->amount(visit, plan.of);
  amount = percent == 0 ? share_of(plan.share, whole, arithmetic_)
                        : share_of(this->amount(visit, plan.percent), whole, arithmetic_);
  return true;
}

// The percentages that stand in a rate.
template <class Figures>
inline bool Run<Figures>::find_percents(const RatePlan& rate, const VisitInput& visit, Percents& found) {
  if (const std::uint32_t missing = rate.percents & ~visit.known; missing != 0)
    return stop_for_amount(missing, visit);
  if constexpr (kBounds) {
    found.least = directions_.least_percents.data();
    found.most = directions_.most_percents.data();
    for (std::uint32_t rest = rate.percents; rest != 0; rest &= rest - 1) {
      const unsigned index = lowest_bit(rest);
      const Reach percent = amount(visit, index);
      directions_.least_percents[index] = percent.least;
      directions_.most_percents[index] = percent.most;
      found.up |= percent.up;
      found.down |= percent.down;
    }
    found.of_visit = (rate.percents & plan_.of_visits) != 0;
  } else {
    found.least = found.most = visit.amounts.data();
  }
  return true;
}

template <class Figures>
inline auto Run<Figures>::stated(const BasePlan& base, const VisitInput& visit) -> Number {
  Number sum = base.scope ? scope_ : Number(0);
  for (std::uint32_t rest = base.fields; rest != 0; rest &= rest - 1)
    sum = arithmetic_.add(sum, amount(visit, lowest_bit(rest)));
  return sum;
}

// May be below 0.
template <class Figures>
inline auto Run<Figures>::sum(const BasePlan& base, const VisitInput& visit) -> Number {
  Number taken = less_always_;
  for (std::uint32_t rest = base.less & ~plan_.less_always; rest != 0; rest &= rest - 1)
    taken = arithmetic_.add(taken, now_.paid[lowest_bit(rest)]);
  const Number all = arithmetic_.subtract(stated(base, visit), taken);
  return base.plain ? all : arithmetic_.add(all, rest_of(base, visit));
}

// Amounts that are taken off, and shares.
template <class Figures>
inline auto Run<Figures>::rest_of(const BasePlan& base, const VisitInput& visit) -> Number {
  Number sum = 0;
  for (std::uint32_t rest = base.fields_less; rest != 0; rest &= rest - 1)
    sum = arithmetic_.subtract(sum, amount(visit, lowest_bit(rest)));
  for (const SharePlan& part : base.shares) {
    const Number share = share_of(part.share, amount(visit, part.of), arithmetic_);
    sum = part.less ? arithmetic_.subtract(sum, share) : arithmetic_.add(sum, share);
  }
  return sum;
}

// A derived fact is not known where something in it is not: that is what is missing.
template <class Figures>
inline bool Run<Figures>::stop_for_fact(std::uint16_t cell, const VisitInput& visit) {
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
    if (plan_.derived[i].fact != outcome::fact(cell)) continue;
    if ((now_.unknown >> i & 1U) != 0) return stop_as(lacking_[i]);
    if ((hangs_ >> i & 1U) != 0)
      return stop_as({Stop::Why::kHangsOnAmounts, visit.order, static_cast<std::uint32_t>(i)});
  }
  return stop_as({Stop::Why::kFactMissing, visit.order, static_cast<std::uint32_t>(outcome::fact(cell))});
}

template <class Figures>
inline bool Run<Figures>::stop_for_amount(std::uint32_t missing, const VisitInput& visit) {
  const unsigned amount = lowest_bit(missing);
  if (amount < kFieldCount) return stop_as({Stop::Why::kAmountMissing, visit.order, amount});
  return stop_as({Stop::Why::kFactMissing, visit.order, plan_.amount_facts[amount - kFieldCount]});
}

template <class Figures>
inline bool Run<Figures>::stop_as(const Stop& stop) {
  stop_ = stop;
  return false;
}

}  // namespace aidcheck
