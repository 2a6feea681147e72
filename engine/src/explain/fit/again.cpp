#include "explain/fit/again.h"

#include <algorithm>
#include <limits>

#include "settle/kept.h"
#include "settle/settle.h"
#include "settle/share.h"

namespace aidcheck {

Again::Again(const Spot& spot, std::size_t before, std::size_t& allowance)
    : plan_(spot.part.settled.plan), visit_(spot.record().visit), needed_(before + 1), allowance_(allowance) {
  const YearInput& first = spot.part.settled.digest.year;
  input_.person = first.person;
  input_.holdings = first.holdings;
  input_.pools_before = first.pools_before;
  input_.counted_before = first.counted_before;
  input_.derived_before = first.derived_before;
  // Other settlements may have left something else there.
  const Part* earlier = nullptr;
  for (const Part& each : spot.year.parts) {
    if (&each == &spot.part && earlier != nullptr) {
      YearState state = earlier->explanation.after;
      carry_over(earlier->settled.plan, state, plan_, input_);
    }
    earlier = &each;
  }
  const auto add = [&](const VisitRecord& record) {
    input_.visits.push_back(spot.part.settled.input(record));
    categories_.push_back(record.category);
  };
  // What will not be settled is not copied either.
  if (before >= allowance) before = 0;
  for (std::size_t i = 0; input_.visits.size() < before; ++i) {
    if (i != spot.index) add(spot.part.explanation.records[i]);
  }
  add(spot.record());
  if (before <= spot.index) return;
  // Last, whenever it was.
  visit().from = visit().until = input_.visits[before - 1].until;
  visit().order = std::numeric_limits<std::uint32_t>::max();
}

Again Again::moved(const Spot& spot, std::size_t before) const {
  Again made(spot, before, allowance_);
  made.visit().known = input_.visits.back().known;
  return made;
}

bool Again::settle(std::uint8_t category) {
  categories_.back() = category;
  return settle(categories_.begin());
}

bool Again::settle() { return settle(nullptr); }

bool Again::settle(const std::uint8_t* categories) {
  if (allowance_ < needed_) return false;
  allowance_ -= needed_;
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
