#pragma once

#include "settle/run.h"

namespace aidcheck {

template <class Figures>
inline bool Run<Figures>::find_rows(const LayerPlan& layer, bool deducts, std::uint8_t category,
                                    const VisitInput& visit, Rows& rows) {
  rows.base = look_up(layer.base, category);
  rows.deductible =
      deducts && !layer.deductibles.empty() ? look_up(layer.deductible, category) : outcome::kNone;
  rows.rate = look_up(layer.pays, category);
  rows.draw = layer.draws.masks.empty() ? outcome::kNone : look_up(layer.draws.row, category);
  if (outcome::needs(rows.base | rows.deductible | rows.rate | rows.draw)) [[unlikely]] {
    for (const std::uint16_t row : {rows.base, rows.deductible, rows.rate, rows.draw}) {
      if (outcome::needs(row)) return stop_for_fact(row, visit);
    }
  }
  return true;
}

// The base and the deductible by their rows, before any other part works.
template <class Figures>
inline bool Run<Figures>::measure(const LayerPlan& layer, const Rows& rows, const VisitInput& visit,
                                  Number& base, Number& deductible) {
  const BasePlan& plan = layer.bases[rows.base];
  if (const std::uint32_t missing = plan.needs & ~visit.known; missing != 0)
    return stop_for_amount(missing, visit);
  base = positive(sum(plan, visit));
  if constexpr (kBounds) {
    if (const Number* left = left_for(plan)) base = both(base, *left);
  }
  return rows.deductible == outcome::kNone ||
         parameter(layer.deductibles[rows.deductible], visit, deductible);
}

template <class Figures>
template <class Record>
bool Run<Figures>::compute_layer(std::size_t index, std::uint8_t category, const VisitInput& visit,
                                 Record to) {
  const LayerPlan& layer = plan_.layers[index];
  LayerRecord* const record = told(to);
  if (layer.sheet) [[unlikely]] {
    if ((visit.known >> *layer.sheet & 1U) != 0) return take_stated(index, category, visit, record);
    if (!may_stand_in(index, category, visit)) return false;
  }
  const std::uint16_t applies = look_up(layer.applies, category);
  if (record != nullptr) record->applies = applies;
  if (applies != 0) return !outcome::needs(applies) || stop_for_fact(applies, visit);

  Rows rows;
  if (!find_rows(layer, true, category, visit, rows)) return false;
  if (rows.base == outcome::kNone || rows.rate == outcome::kNone) return true;
  if (record != nullptr) {
    record->base_row = rows.base;
    record->deductible_row = rows.deductible;
    record->rate_row = rows.rate;
    record->draw_row = rows.draw;
  }

  Number base = 0;
  Number deductible = 0;
  if (!measure(layer, rows, visit, base, deductible)) return false;
  // From here on `base` goes with all but what it was measured by: that is known to go up.
  [[maybe_unused]] const Number measured = base;
  if constexpr (kBounds) base.go(0, 0);
  Changes changes;
  note(record, &LayerRecord::sum, base);
  if (!layer.plain && (!prepare(layer, category, visit, measured, base, deductible, record) ||
                       !change_rate(layer, layer.rates[rows.rate], category, visit, changes, record)))
    return false;
  note(record, &LayerRecord::base, base);
  note(record, &LayerRecord::deductible, deductible);
  if constexpr (kBounds) {
    return pay_within(index, layer, rows, changes, category, measured, base, deductible, visit, record);
  } else {
    Number& amount = now_.paid[index];
    const RatePlan& rate = layer.rates[rows.rate];
    if (!pays(index, layer, rate, changes, base, deductible, visit, amount, to)) return false;
    return rows.draw == outcome::kNone || cap(layer.draws.masks[rows.draw], category, visit, amount, to);
  }
}

// Whether the rules may be used where the sheet does not state what was paid; a stop otherwise.
template <class Figures>
inline bool Run<Figures>::may_stand_in(std::size_t index, std::uint8_t category, const VisitInput& visit) {
  const LayerPlan& layer = plan_.layers[index];
  const std::uint16_t row = look_up(layer.rules_may, category);
  if (outcome::needs(row)) return stop_for_fact(row, visit);
  if (row != 0) return stop_for_amount(std::uint32_t{1} << *layer.sheet, visit);
  return (now_.uncounted >> index & 1U) == 0 || stop_as(uncounted_[index]);
}

// What the sheet states is paid. It is counted too, for visits whose sheets do not state it; where a fact
// is missing for that, it is asked for by the first of them.
template <class Figures>
inline bool Run<Figures>::take_stated(std::size_t index, std::uint8_t category, const VisitInput& visit,
                                      LayerRecord* record) {
  const LayerPlan& layer = plan_.layers[index];
  now_.paid[index] = amount(visit, *layer.sheet);
  if constexpr (kBounds) directions_.courses[index].unlike = true;
  if (record != nullptr) record->stated = true;
  if (count_stated(index, category, visit)) return true;
  uncounted_[index] = unsure_ = stop_;
  stop_ = {};
  now_.uncounted |= std::uint32_t{1} << index;
  for (const DrawPlan* draws : {&layer.draws, &layer.cost_in, &layer.deductible_in}) {
    for (const std::uint32_t mask : draws->masks) now_.unsure_pools |= mask;
  }
  return true;
}

template <class Figures>
inline bool Run<Figures>::count_stated(std::size_t index, std::uint8_t category, const VisitInput& visit) {
  const LayerPlan& layer = plan_.layers[index];
  const std::uint16_t applies = look_up(layer.applies, category);
  if (outcome::needs(applies)) return stop_for_fact(applies, visit);
  if (applies != 0) return applies >= outcome::kEitherWay || draw_stated(index, category, visit);
  const bool deducts = layer.deductible_per_visit || !layer.deductible_in.masks.empty();
  Rows rows;
  if (!find_rows(layer, deducts, category, visit, rows)) return false;
  if (rows.base == outcome::kNone || rows.rate == outcome::kNone) return true;
  Number base = 0;
  Number deductible = 0;
  if (!measure(layer, rows, visit, base, deductible)) return false;
  if (!prepare(layer, category, visit, base, base, deductible, nullptr)) return false;
  if (layer.over_year && !layer.rates[rows.rate].lump) {
    Counted<Number>& counted = now_.counted[index];
    counted.amount = with_visit(layer, counted.amount, base, deductible);
    counted.rate = nullptr;
  }
  if (rows.draw != outcome::kNone) draw(layer.draws.masks[rows.draw], now_.paid[index]);
  return true;
}

// What was paid was drawn, though by an exception of the rules it would not have been paid.
template <class Figures>
inline bool Run<Figures>::draw_stated(std::size_t index, std::uint8_t category, const VisitInput& visit) {
  const DrawPlan& draws = plan_.layers[index].draws;
  if (draws.masks.empty()) return true;
  const std::uint16_t row = look_up(draws.row, category);
  if (outcome::needs(row)) return stop_for_fact(row, visit);
  if (row != outcome::kNone) draw(draws.masks[row], now_.paid[index]);
  return true;
}

// The parts that few layers have: what is borne first, cost that is limited, deductibles that are taken at
// the visit, changes of the rate.
template <class Figures>
inline bool Run<Figures>::prepare(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit,
                                  [[maybe_unused]] Given measured, Number& base, Number& deductible,
                                  LayerRecord* record) {
  const std::uint16_t bear_row = look_up(layer.bear, category);
  const std::uint16_t cost_row = look_up(layer.cost_in.row, category);
  const std::uint16_t pools_row = look_up(layer.deductible_in.row, category);
  for (const std::uint16_t row : {bear_row, cost_row, pools_row}) {
    if (outcome::needs(row)) return stop_for_fact(row, visit);
  }
  if constexpr (kBounds) directions_.terms.mix(bear_row);
  if (bear_row != outcome::kNone && !bear_first(layer.bears[bear_row], visit, base, record)) return false;
  if (cost_row != outcome::kNone &&
      !limit_cost(layer.cost_in.masks[cost_row], category, visit, measured, base, record))
    return false;
  if (pools_row != outcome::kNone && !limit_deductible(layer, layer.deductible_in.masks[pools_row], category,
                                                       visit, measured, base, deductible, record))
    return false;
  if (record != nullptr) {
    record->bear_row = bear_row;
    record->cost_row = cost_row;
    record->deductible_pools = pools_row;
  }
  return true;
}

template <class Figures>
inline bool Run<Figures>::bear_first(const RatePlan& bear, const VisitInput& visit, Number& base,
                                     LayerRecord* record) {
  Number borne = 0;
  if (bear.lump && !parameter(bear.amount, visit, borne)) return false;
  Percents percents;
  Changes changes;
  if (bear.percents != 0) {
    if (!find_percents(bear, visit, percents)) return false;
    changes.look_at(percents);
  }
  if (!bear.lump) borne = share(bear, base, Number(0), changes, arithmetic_);
  const Number whole = base;
  base = arithmetic_.less(base, borne);
  if constexpr (kBounds) {
    // A share grows with the base, and so does what it leaves.
    if (!bear.lump) {
      base.least = whole.least - share(bear, whole.least, 0, changes.at_most(), arithmetic_);
      base.most = whole.most - share(bear, whole.most, 0, changes, arithmetic_);
      base.go(whole.up | percents.down, whole.down | percents.up);
    }
  }
  note(record, &LayerRecord::borne, smaller(borne, whole));
  return true;
}

template <class Figures>
inline bool Run<Figures>::limit_cost(std::uint32_t pools, std::uint8_t category, const VisitInput& visit,
                                     [[maybe_unused]] Given measured, Number& base, LayerRecord* record) {
  if constexpr (kBounds) {
    directions_.other_pools |= pools;
    return cut(pools, category, visit, measured, base, record);
  } else {
    return cap(pools, category, visit, base, record);
  }
}

// Without an amount of its own the deductible is what is left of its pools, and nothing where it has none.
template <class Figures>
inline bool Run<Figures>::limit_deductible(const LayerPlan& layer, std::uint32_t pools, std::uint8_t category,
                                           const VisitInput& visit, [[maybe_unused]] Given measured,
                                           Given base, Number& deductible, LayerRecord* record) {
  const bool what_is_left = layer.deductibles.empty() && pools != 0;
  if constexpr (kBounds) {
    // One above the base is as good as one of just the base; told without it, what is above the deductible
    // grows with the base.
    constexpr Fen kAll = std::numeric_limits<Fen>::max() / 4;
    directions_.other_pools |= pools;
    if (what_is_left) deductible = kAll;
    Number taken = smaller(deductible, base);
    return keep_within(pools, category, visit, deductible) &&
           cut(pools, category, visit, measured, taken, record);
  } else {
    deductible = what_is_left ? base : smaller(deductible, base);
    return cap(pools, category, visit, deductible, record);
  }
}

template <class Figures>
inline bool Run<Figures>::change_rate(const LayerPlan& layer, const RatePlan& rate, std::uint8_t category,
                                      const VisitInput& visit, Changes& changes, LayerRecord* record) {
  changes.list = &layer.adjust;
  for (std::size_t i = 0; i < layer.adjust.size(); ++i) {
    const std::uint16_t row = look_up(layer.adjust[i].holds, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    if (row == 0) changes.hold |= std::uint32_t{1} << i;
  }
  changes.any = changes.hold != 0;
  if (record != nullptr) record->adjusted = changes.hold;
  if (rate.percents == 0) return true;
  percents_ = {};
  changes.look_at(percents_);
  return find_percents(rate, visit, percents_);
}

// What a layer has counted over the year once a visit is added.
template <class Figures>
inline auto Run<Figures>::with_visit(const LayerPlan& layer, Given counted, Given base, Given deductible)
    -> Number {
  return arithmetic_.add(counted, layer.deductible_per_visit ? arithmetic_.less(base, deductible) : base);
}

// What the rate gives, before any pool cuts it.
template <class Figures>
template <class Record>
inline bool Run<Figures>::pays(std::size_t index, const LayerPlan& layer, const RatePlan& rate,
                               const Changes& changes, Given base, Given deductible, const VisitInput& visit,
                               Number& amount, Record to) {
  Number before = 0;
  if (rate.lump) [[unlikely]] {
    if (!parameter(rate.amount, visit, amount)) return false;
    amount = smaller(amount, base);
  } else if (layer.over_year) {
    Counted<Number>& counted = now_.counted[index];
    before = counted.amount;
    const Number threshold = layer.deductible_per_visit ? Number(0) : deductible;
    const bool known = counted.rate == &rate && counted.deductible == threshold && layer.plain;
    const Number gave = known ? counted.gives : share(rate, before, threshold, changes, arithmetic_);
    const Number now = with_visit(layer, before, base, deductible);
    counted = {now, share(rate, now, threshold, changes, arithmetic_), &rate, threshold};
    amount = arithmetic_.subtract(counted.gives, gave);
  } else {
    amount = share(rate, base, deductible, changes, arithmetic_);
  }
  if (LayerRecord* const record = told(to)) {
    record->counted_before = before;
    record->uncapped = amount;
  }
  return true;
}

// Cuts an amount to what is left of its pools, and fills them with it.
template <class Figures>
template <class Record>
inline bool Run<Figures>::cap(std::uint32_t pools, std::uint8_t category, const VisitInput& visit,
                              Number& amount, Record to) {
  if ((pools & now_.unsure_pools) != 0) [[unlikely]]
    return stop_as(unsure_);
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    const PoolPlan& plan = plan_.pools[pool];
    const std::uint16_t row = look_up(plan.limit, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    if (row == outcome::kNone) continue;
    Number limit = 0;
    if (!parameter(plan.limits[row], visit, limit)) return false;
    const Number left = arithmetic_.less(limit, now_.drawn[pool]);
    if (LayerRecord* const record = told(to)) record->left_before[pool] = left;
    amount = smaller(amount, left);
  }
  draw(pools, amount);
  return true;
}

template <class Figures>
inline void Run<Figures>::draw(std::uint32_t pools, Given amount) {
  if constexpr (kBounds) {
    directions_.other_pools |= pools;
    directions_.uncut_pools |= pools;
  }
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    Number& drawn = now_.drawn[lowest_bit(rest)];
    drawn = arithmetic_.add(drawn, amount);
  }
}

}  // namespace aidcheck
