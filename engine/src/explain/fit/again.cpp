#include "explain/fit/again.h"

#include <algorithm>

#include "settle/kept.h"
#include "settle/settle.h"
#include "settle/share.h"

namespace aidcheck {

Again::Again(const Year& year, const Part& part, std::size_t index, std::size_t& allowance)
    : plan_(part.settled.plan),
      visit_(part.explanation.records[index].visit),
      needed_(index + 1),
      allowance_(allowance) {
  const YearInput& first = part.settled.digest.year;
  input_.person = first.person;
  input_.holdings = first.holdings;
  input_.pools_before = first.pools_before;
  input_.counted_before = first.counted_before;
  input_.derived_before = first.derived_before;
  // Other settlements may have left something else there.
  const Part* before = nullptr;
  for (const Part& each : year.parts) {
    if (&each == &part && before != nullptr) {
      YearState state = before->explanation.after;
      carry_over(before->settled.plan, state, plan_, input_);
    }
    before = &each;
  }
  // What will not be settled is not copied either.
  for (std::size_t i = allowance < needed_ ? index : 0; i <= index; ++i) {
    const VisitRecord& record = part.explanation.records[i];
    input_.visits.push_back(part.settled.input(record));
    categories_.push_back(record.category);
  }
}

bool Again::settle(std::uint8_t category) {
  categories_.back() = category;
  return settle(categories_.begin());
}

bool Again::settle() { return settle(nullptr); }

bool Again::may_settle(std::size_t visits) {
  if (allowance_ < visits) return false;
  allowance_ -= visits;
  return true;
}

bool Again::settle(const std::uint8_t* categories) {
  if (!may_settle(needed_)) return false;
  YearTotals totals;
  YearState after;
  if (Settler(plan_).settle(input_, totals, after, &records_, categories).why != Stop::Why::kNothing)
    return false;
  records_.back().visit = visit_;
  return true;
}

namespace {

Fen cut(const Settled& settled, const VisitRecord& visit, std::uint32_t pools, const LayerRecord& record,
        Fen amount) {
  for (std::size_t i = 0; i < settled.plan.pools.size(); ++i) {
    const bool limits =
        (pools >> i & 1U) != 0 && settled.plan.pools[i].limit.at(visit.codes) != outcome::kNone;
    if (limits) amount = std::min(amount, record.left_before[i]);
  }
  return amount;
}

}  // namespace

Fen sum_again(const Settled& settled, const VisitRecord& visit, std::size_t layer, LayerRecord& record) {
  const LayerPlan& plan = settled.plan.layers[layer];
  Arithmetic arithmetic;
  if (record.bear_row != outcome::kNone) {
    const RatePlan& bear = plan.bears[record.bear_row];
    record.borne = bear.lump ? std::min(record.sum, settled.value(visit, bear.amount))
                             : share(bear, record.sum, Fen{0}, arithmetic);
  }
  record.base = arithmetic.less(record.sum, record.borne);
  if (record.cost_row != outcome::kNone)
    record.base = cut(settled, visit, plan.cost_in.masks[record.cost_row], record, record.base);
  return pay_again(settled, visit, layer, record);
}

Fen pay_again(const Settled& settled, const VisitRecord& visit, std::size_t layer, LayerRecord& record) {
  const LayerPlan& plan = settled.plan.layers[layer];
  const RatePlan& rate = plan.rates[record.rate_row];
  const Changes changes{&plan.adjust, record.adjusted};
  Arithmetic arithmetic;
  Fen counted = record.base;
  Fen deductible = record.deductible;
  Fen before = 0;
  if (plan.over_year) {
    if (plan.deductible_per_visit) {
      counted = arithmetic.less(counted, deductible);
      deductible = 0;
    }
    before = share(rate, record.counted_before, deductible, changes, arithmetic);
    counted = arithmetic.add(counted, record.counted_before);
  }
  record.uncapped = rate.lump
                        ? std::min(record.base, settled.value(visit, rate.amount))
                        : arithmetic.subtract(share(rate, counted, deductible, changes, arithmetic), before);
  if (record.draw_row == outcome::kNone) return record.uncapped;
  return cut(settled, visit, plan.draws.masks[record.draw_row], record, record.uncapped);
}

}  // namespace aidcheck
