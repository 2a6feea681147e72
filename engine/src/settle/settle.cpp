#include "settle/settle.h"

#include <algorithm>

#include "base/sort.h"
#include "settle/share.h"

namespace aidcheck {
namespace {

// Dates as one number that sorts like (until, from).
std::uint64_t sortable(const VisitInput& visit) {
  constexpr std::uint32_t kSignBit = 0x80000000U;
  const std::uint32_t until = static_cast<std::uint32_t>(visit.until) ^ kSignBit;
  const std::uint32_t from = static_cast<std::uint32_t>(visit.from) ^ kSignBit;
  return std::uint64_t{until} << 32 | from;
}

unsigned lowest_bit(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }

}  // namespace

Stop Settler::settle(const YearInput& year, YearTotals& totals) {
  given_ = nullptr;
  return run<false>(year, totals, nullptr);
}

Stop Settler::settle(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>& records,
                     YearState& after) {
  given_ = nullptr;
  records.assign(year.visits.size(), {});
  const Stop stop = run<true>(year, totals, &records);
  after = state_;
  return stop;
}

Stop Settler::settle_as(const YearInput& year, const std::vector<std::uint8_t>& categories,
                        YearTotals& totals) {
  given_ = &categories;
  return run<false>(year, totals, nullptr);
}

void Settler::sort_visits(const YearInput& year) {
  order_.resize(year.visits.size());
  for (std::size_t i = 0; i < order_.size(); ++i)
    order_[i] = {sortable(year.visits[i]), static_cast<std::uint32_t>(i)};
  const auto before = [&](const Slot& a, const Slot& b) {
    return a.dates != b.dates ? a.dates < b.dates : year.visits[a.visit].order < year.visits[b.visit].order;
  };
  constexpr std::size_t kFew = 24;
  if (order_.size() > kFew) {
    sort(order_, before);
    return;
  }
  for (std::size_t i = 1; i < order_.size(); ++i) {
    const Slot moved = order_[i];
    std::size_t to = i;
    for (; to > 0 && before(moved, order_[to - 1]); --to) order_[to] = order_[to - 1];
    order_[to] = moved;
  }
}

template <bool kTrace>
Stop Settler::run(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>* records) {
  totals = {};
  arithmetic_ = {};
  stop_ = {};
  state_.drawn = year.pools_before;
  state_.counted = year.counted_before;
  sort_visits(year);
  for (settled_ = 0; settled_ < order_.size(); ++settled_) {
    const VisitInput& visit = year.visits[order_[settled_].visit];
    VisitRecord* record = nullptr;
    if constexpr (kTrace) {
      record = &(*records)[settled_];
      record->visit = order_[settled_].visit;
    }
    if (!settle_visit<kTrace>(year, visit, totals, record)) return stop_;
    if (arithmetic_.overflowed()) return {Stop::Why::kOverflow, visit.order, 0};
  }
  return {};
}

template <bool kTrace>
bool Settler::settle_visit(const YearInput& year, const VisitInput& visit, YearTotals& totals,
                           VisitRecord* record) {
  if (!take_from_sheet(visit)) return false;
  const std::uint8_t category = given_ != nullptr ? (*given_)[settled_] : best_identity(year, visit);
  if (stop_.why != Stop::Why::kNothing) return false;
  if (!compute_layers<kTrace>(visit, category, record)) return false;
  const Personal own = personal(visit);
  totals.total = arithmetic_.add(totals.total, visit.amounts[static_cast<std::size_t>(Field::kTotal)]);
  totals.personal.in_scope = arithmetic_.add(totals.personal.in_scope, own.in_scope);
  totals.personal.out_of_scope = arithmetic_.add(totals.personal.out_of_scope, own.out_of_scope);
  totals.personal.total = arithmetic_.add(totals.personal.total, own.total);
  for (std::size_t index = 0; index < plan_.layers.size(); ++index)
    totals.paid[index] = arithmetic_.add(totals.paid[index], paid_[index]);
  if constexpr (kTrace) {
    record->category = category;
    record->scope = scope_;
    record->paid = paid_;
    record->personal = own;
  }
  return true;
}

bool Settler::take_from_sheet(const VisitInput& visit) {
  const std::uint16_t scope = plan_.scope.at(visit.codes);
  if (outcome::needs(scope)) return stop_for_fact(scope, visit);
  const BasePlan& base = plan_.scope_of(scope);
  if (const std::uint32_t missing = (plan_.fields_needed | base.fields) & ~visit.known; missing != 0) {
    stop_ = {Stop::Why::kAmountMissing, visit.order, lowest_bit(missing)};
    return false;
  }
  scope_ = base_of(base, visit);
  for (const std::uint8_t index : plan_.sheet_layers) {
    paid_[index] = visit.amounts[static_cast<std::size_t>(*plan_.layers[index].sheet)];
  }
  return true;
}

// The identity that pays most at this visit; the pack's order settles a tie.
std::uint8_t Settler::best_identity(const YearInput& year, const VisitInput& visit) {
  std::uint8_t best = kNoCategory;
  std::size_t candidates = 0;
  Fen most = 0;
  for (const Holding& holding : year.holdings) {
    if (!holds_at(holding, visit) || holding.category == best) continue;
    Codes codes = visit.codes;
    codes[kCategoryFact] = holding.category;
    const std::uint16_t counts = plan_.identity_counts.at(codes);
    if (outcome::needs(counts)) {
      stop_for_fact(counts, visit);
      return best;
    }
    if (counts != 0) continue;
    if (++candidates == 1) {
      best = holding.category;
      continue;
    }
    if (candidates == 2) most = gain_as(visit, best);
    const Fen gain = gain_as(visit, holding.category);
    if (gain > most) {
      most = gain;
      best = holding.category;
    }
    if (stop_.why != Stop::Why::kNothing) return best;
  }
  return best;
}

Fen Settler::gain_as(const VisitInput& visit, std::uint8_t category) {
  const YearState before = state_;
  Fen gain = 0;
  if (compute_layers<false>(visit, category, nullptr)) {
    for (const std::uint8_t index : plan_.computed_layers) gain = arithmetic_.add(gain, paid_[index]);
  }
  state_ = before;
  return gain;
}

template <bool kTrace>
bool Settler::compute_layers(const VisitInput& visit, std::uint8_t category, VisitRecord* record) {
  Codes codes = visit.codes;
  codes[kCategoryFact] = category;
  drawn_here_ = {};
  for (const std::uint8_t index : plan_.computed_layers) {
    LayerRecord* layer = nullptr;
    if constexpr (kTrace) layer = &record->layers[index];
    paid_[index] = 0;
    if (!compute_layer<kTrace>(index, visit, codes, layer)) return false;
  }
  return true;
}

template <bool kTrace>
bool Settler::compute_layer(std::size_t index, const VisitInput& visit, const Codes& codes,
                            LayerRecord* record) {
  const LayerPlan& layer = plan_.layers[index];
  const std::uint16_t applies = layer.applies.at(codes);
  if constexpr (kTrace) record->applies = applies;
  if (outcome::needs(applies)) return stop_for_fact(applies, visit);
  if (applies != 0) return true;

  const std::uint16_t base_row = layer.base.at(codes);
  const std::uint16_t deductible_row = layer.deductible.at(codes);
  const std::uint16_t rate_row = layer.pays.at(codes);
  const std::uint16_t draw_row = layer.draws.at(codes);
  for (const std::uint16_t row : {base_row, deductible_row, rate_row, draw_row}) {
    if (outcome::needs(row)) return stop_for_fact(row, visit);
  }
  if (base_row == outcome::kNone || rate_row == outcome::kNone) return true;

  const BasePlan& base_plan = layer.bases[base_row];
  if (const std::uint32_t missing = base_plan.fields & ~visit.known; missing != 0) {
    stop_ = {Stop::Why::kAmountMissing, visit.order, lowest_bit(missing)};
    return false;
  }
  const RatePlan& rate = layer.rates[rate_row];
  const Fen base = base_of(base_plan, visit);
  const Fen deductible = deductible_row == outcome::kNone ? 0 : layer.deductibles[deductible_row];
  Fen before = 0;
  Fen amount = 0;
  if (layer.over_year) {
    before = state_.counted[index];
    const Fen now = arithmetic_.add(before, base);
    amount = arithmetic_.subtract(share(rate, now, deductible, arithmetic_),
                                  share(rate, before, deductible, arithmetic_));
    state_.counted[index] = now;
  } else {
    amount = share(rate, base, deductible, arithmetic_);
  }
  if constexpr (kTrace) {
    record->base_row = base_row;
    record->deductible_row = deductible_row;
    record->rate_row = rate_row;
    record->draw_row = draw_row;
    record->base = base;
    record->counted_before = before;
    record->uncapped = amount;
  }
  if (draw_row != outcome::kNone)
    amount = cap<kTrace>(layer.draw_masks[draw_row], amount, visit, codes, record);
  paid_[index] = amount;
  return stop_.why == Stop::Why::kNothing;
}

Fen Settler::base_of(const BasePlan& base, const VisitInput& visit) {
  Fen sum = base.scope ? scope_ : 0;
  for (std::uint32_t rest = base.fields; rest != 0; rest &= rest - 1)
    sum = arithmetic_.add(sum, visit.amounts[lowest_bit(rest)]);
  Fen taken = 0;
  for (std::uint32_t rest = base.less; rest != 0; rest &= rest - 1)
    taken = arithmetic_.add(taken, paid_[lowest_bit(rest)]);
  return arithmetic_.less(sum, taken);
}

template <bool kTrace>
Fen Settler::cap(std::uint32_t pools, Fen amount, const VisitInput& visit, const Codes& codes,
                 LayerRecord* record) {
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    const PoolPlan& plan = plan_.pools[pool];
    const std::uint16_t row = plan.limit.at(codes);
    if (outcome::needs(row)) {
      stop_for_fact(row, visit);
      return 0;
    }
    if (row == outcome::kNone) continue;
    const Fen drawn = plan.per_visit ? drawn_here_[pool] : state_.drawn[pool];
    const Fen left = arithmetic_.less(plan.limits[row], drawn);
    if constexpr (kTrace) record->left_before[pool] = left;
    amount = std::min(amount, left);
  }
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    drawn_here_[pool] = arithmetic_.add(drawn_here_[pool], amount);
    state_.drawn[pool] = arithmetic_.add(state_.drawn[pool], amount);
  }
  return amount;
}

Personal Settler::personal(const VisitInput& visit) {
  const Fen total = visit.amounts[static_cast<std::size_t>(Field::kTotal)];
  Fen all = 0;
  Fen in_scope = 0;
  for (std::size_t index = 0; index < plan_.layers.size(); ++index) {
    all = arithmetic_.add(all, paid_[index]);
    if (plan_.layers[index].in_scope) in_scope = arithmetic_.add(in_scope, paid_[index]);
  }
  return {arithmetic_.less(scope_, in_scope), arithmetic_.less(total, scope_), arithmetic_.less(total, all)};
}

bool Settler::stop_for_fact(std::uint16_t cell, const VisitInput& visit) {
  stop_ = {Stop::Why::kFactMissing, visit.order, static_cast<std::uint32_t>(outcome::fact(cell))};
  return false;
}

}  // namespace aidcheck
