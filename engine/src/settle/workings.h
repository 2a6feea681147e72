#pragma once

#include <algorithm>

#include "settle/record.h"
#include "settle/share.h"
#include "settle/tally.h"

namespace aidcheck {

inline unsigned lowest_bit(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }
inline std::uint64_t code_bit(std::uint8_t code) { return std::uint64_t{1} << code; }
inline std::uint8_t lowest_code(std::uint64_t codes) {
  return static_cast<std::uint8_t>(__builtin_ctzll(codes));
}

/// A year on its way: what all parts of settling look at, and the sums that they ask for. Nothing that is as
/// long as a pack may be is filled or copied beyond what this plan uses.
class Workings {
 public:
  Workings(const Plan& plan, const YearInput& year) : plan_(plan), year_(year) {}

 protected:
  [[nodiscard]] std::uint16_t look_up(const Decision& decision, std::uint8_t category) const {
    return Lookup::at(decision, words_, category);
  }

  bool parameter(const ParameterPlan& plan, const VisitInput& visit, Fen& amount) {
    amount = plan.amount;
    return plan.of == 0 || stated_parameter(plan, visit, amount);
  }

  [[gnu::cold]] bool stated_parameter(const ParameterPlan& plan, const VisitInput& visit, Fen& amount) {
    if ((visit.known >> plan.of & 1U) == 0) return stop_for_amount(std::uint32_t{1} << plan.of, visit);
    amount = share_of(plan.share, visit.amounts[plan.of], arithmetic_);
    return true;
  }

  Fen stated(const BasePlan& base, const VisitInput& visit) {
    Fen sum = base.scope ? scope_ : 0;
    for (std::uint32_t rest = base.fields; rest != 0; rest &= rest - 1)
      sum = arithmetic_.add(sum, visit.amounts[lowest_bit(rest)]);
    return sum;
  }

  // May be below 0.
  Fen sum(const BasePlan& base, const VisitInput& visit) {
    Fen taken = less_always_;
    for (std::uint32_t rest = base.less & ~plan_.less_always; rest != 0; rest &= rest - 1)
      taken = arithmetic_.add(taken, now_.paid[lowest_bit(rest)]);
    const Fen all = arithmetic_.subtract(stated(base, visit), taken);
    return base.plain ? all : arithmetic_.add(all, rest_of(base, visit));
  }

  // Amounts that are taken off, and shares.
  [[gnu::cold]] Fen rest_of(const BasePlan& base, const VisitInput& visit) {
    Fen sum = 0;
    for (std::uint32_t rest = base.fields_less; rest != 0; rest &= rest - 1)
      sum = arithmetic_.subtract(sum, visit.amounts[lowest_bit(rest)]);
    for (const SharePlan& part : base.shares) {
      const Fen amount = share_of(part.share, visit.amounts[part.of], arithmetic_);
      sum = part.less ? arithmetic_.subtract(sum, amount) : arithmetic_.add(sum, amount);
    }
    return sum;
  }

  // A derived fact is not known where something in it is not: that is what is missing.
  [[gnu::cold]] bool stop_for_fact(std::uint16_t cell, const VisitInput& visit) {
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
      if (plan_.derived[i].fact != outcome::fact(cell) || (now_.unknown >> i & 1U) == 0) continue;
      stop_ = lacking_[i];
      return false;
    }
    stop_ = {Stop::Why::kFactMissing, visit.order, static_cast<std::uint32_t>(outcome::fact(cell))};
    return false;
  }
  [[gnu::cold]] bool stop_for_amount(std::uint32_t missing, const VisitInput& visit) {
    const unsigned amount = lowest_bit(missing);
    if (amount < kFieldCount) {
      stop_ = {Stop::Why::kAmountMissing, visit.order, amount};
    } else {
      stop_ = {Stop::Why::kFactMissing, visit.order, plan_.amount_facts[amount - kFieldCount]};
    }
    return false;
  }

  const Plan& plan_;
  const YearInput& year_;
  Arithmetic arithmetic_;
  Stop stop_{};
  Tally now_;
  Lookup::Words words_of_year_;

  std::array<Stop, kMostDerived> lacking_;   // why a derived fact is not known
  std::array<Stop, kMostLayers> uncounted_;  // why a layer's count is not
  Stop unsure_;                              // why pools are not

  std::uint32_t idle_ = 0;  // layers whose rules stand in for no sheet of the year

  // Of the visit at hand:
  Codes codes_;  // with the derived facts, where the plan has any
  Lookup::Words words_;
  Fen scope_ = 0;
  Fen from_sheet_ = 0;        // paid by the sheet layers
  Fen beyond_scope_ = 0;      // of that, by those that do not pay for what is in scope
  Fen less_always_ = 0;       // of that, by those that every base takes off
  std::uint32_t stated_ = 0;  // layers with rules that were taken from the sheet already
};

}  // namespace aidcheck
