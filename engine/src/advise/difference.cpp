#include "advise/difference.h"

#include <algorithm>

namespace aidcheck {
namespace {

bool looks_at(const Decision& decision, std::uint32_t facts) {
  return std::any_of(decision.axes.begin(), decision.axes.end(),
                     [&](const Decision::Axis& axis) { return (facts >> axis.fact & 1U) != 0; });
}

std::uint32_t pools_of(const LayerPlan& layer) {
  std::uint32_t pools = 0;
  for (const DrawPlan* draws : {&layer.draws, &layer.cost_in, &layer.deductible_in}) {
    for (const std::uint32_t mask : draws->masks) pools |= mask;
  }
  return pools;
}

bool looks_at(const Plan& plan, const LayerPlan& layer, std::uint32_t facts) {
  for (const Decision* each : {&layer.rules_may, &layer.applies, &layer.base, &layer.bear, &layer.cost_in.row,
                               &layer.deductible, &layer.deductible_in.row, &layer.pays, &layer.draws.row}) {
    if (looks_at(*each, facts)) return true;
  }
  for (const AdjustPlan& change : layer.adjust) {
    if (looks_at(change.holds, facts)) return true;
  }
  for (std::uint32_t rest = pools_of(layer); rest != 0; rest &= rest - 1) {
    if (looks_at(plan.pools[static_cast<std::size_t>(__builtin_ctz(rest))].limit, facts)) return true;
  }
  return false;
}

}  // namespace

std::size_t first_changed(const Settled& settled, std::uint32_t facts) {
  const Plan& plan = settled.plan;
  const YearInput& year = settled.digest.year;
  if (looks_at(plan.scope, facts)) return 0;
  // Of several identities another one may then be paid most.
  if (year.holdings.size() + year.open_identities.size() > 1 || looks_at(plan.identity_counts, facts))
    facts |= std::uint32_t{1} << kCategoryFact;
  for (const DerivedPlan& derived : plan.derived) {
    if (looks_at(derived.counts, facts) || (derived.of.less & plan.computed) != 0)
      facts |= std::uint32_t{1} << derived.fact;
  }
  std::uint32_t behind = 0;
  std::size_t first = plan.layers.size();
  for (std::size_t i = plan.computed_layers.size(); i-- > 0;) {
    const std::uint8_t index = plan.computed_layers[i];
    const std::uint32_t pools = pools_of(plan.layers[index]);
    // What a later payer takes from a pool, this one has not at the next visit.
    if (looks_at(plan, plan.layers[index], facts) || (pools & behind) != 0) first = index;
    behind |= pools;
  }
  return first;
}

Difference difference(const Plan& plan, std::size_t first, const VisitFiguresOf<Hull>& before,
                      const VisitFiguresOf<Hull>& after) {
  Difference paid;
  for (const std::uint8_t index : plan.computed_layers) {
    if (index >= first)
      paid.add({after.paid[index].least - before.paid[index].most,
                after.paid[index].most - before.paid[index].least});
  }
  const Hull& was = before.personal.total;
  const Hull& is = after.personal.total;
  // Nobody pays less than nothing, so more that is paid need not be less to pay.
  const Fen sure = is.least > 0 ? paid.least : std::min<Fen>(0, paid.least);
  return {std::max(was.least - is.most, sure), std::min(was.most - is.least, std::max<Fen>(0, paid.most))};
}

}  // namespace aidcheck
