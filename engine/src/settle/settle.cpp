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

void sort_visits(const YearInput& year, std::vector<VisitSlot>& order) {
  order.resize(year.visits.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = {sortable(year.visits[i]), static_cast<std::uint32_t>(i)};
  const auto before = [&](const VisitSlot& a, const VisitSlot& b) {
    return a.dates != b.dates ? a.dates < b.dates : year.visits[a.visit].order < year.visits[b.visit].order;
  };
  constexpr std::size_t kFew = 24;
  if (order.size() > kFew) {
    sort(order, before);
    return;
  }
  for (std::size_t i = 1; i < order.size(); ++i) {
    const VisitSlot moved = order[i];
    std::size_t to = i;
    for (; to > 0 && before(moved, order[to - 1]); --to) order[to] = order[to - 1];
    order[to] = moved;
  }
}

unsigned lowest_bit(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }

std::uint64_t code_bit(std::uint8_t code) { return std::uint64_t{1} << code; }
std::uint8_t lowest_code(std::uint64_t codes) { return static_cast<std::uint8_t>(__builtin_ctzll(codes)); }

// One year on its way. Nothing that is as long as a pack may be is filled or copied beyond what this plan
// uses.
class Run {
 public:
  Run(const Plan& plan, const YearInput& year, YearTotals& totals)
      : plan_(plan), year_(year), totals_(totals) {}

  Stop run(const std::vector<VisitSlot>& order, const std::uint8_t* given, std::vector<VisitRecord>* records,
           YearState* after) {
    totals_ = {};
    start();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const VisitInput& visit = year_.visits[order[i].visit];
      VisitRecord* record = records == nullptr ? nullptr : &(*records)[i];
      if (record != nullptr) record->visit = order[i].visit;
      if (!settle(visit, given == nullptr ? 0 : code_bit(given[i]), record)) return stop_;
      if (arithmetic_.overflowed()) return {Stop::Why::kOverflow, visit.order, 0};
    }
    if (after != nullptr) tell_state(*after);
    return {};
  }

 private:
  // What a cumulative layer has counted so far, and what its rate gave for that: the next visit starts from
  // it.
  struct Counted {
    Fen amount;
    Fen gives;
    const RatePlan* rate;  // null: not worked out yet
    Fen deductible;
  };
  // What a visit changes. Only what the plan uses is ever set.
  struct Tally {
    std::array<Fen, kMostPools> drawn;
    std::array<Counted, kMostLayers> counted;
    std::array<std::int64_t, kMostDerived> derived;  // sums and numbers over the year
    std::array<Fen, kMostLayers> paid;               // by the computed layers, at the visit
    Fen gain;                                        // by all of them
  };

  void start() {
    now_.drawn = year_.pools_before;
    for (const std::uint8_t index : plan_.cumulative_layers)
      now_.counted[index] = {year_.counted_before[index], 0, nullptr, 0};
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) now_.derived[i] = year_.derived_before[i];
    words_of_year_[0] = words_[0] = 0;
    if (!year_.visits.empty()) plan_.lookup.find_for_year(year_.visits.front().codes, words_of_year_);
  }

  void tell_state(YearState& after) const {
    after = {now_.drawn, {}, {}};
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) after.derived[i] = now_.derived[i];
    for (const std::uint8_t index : plan_.cumulative_layers)
      after.counted[index] = now_.counted[index].amount;
  }

  void copy(const Tally& from, Tally& to) const {
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) to.drawn[pool] = from.drawn[pool];
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) to.derived[i] = from.derived[i];
    for (const std::uint8_t index : plan_.cumulative_layers) to.counted[index] = from.counted[index];
    for (const std::uint8_t index : plan_.computed_layers) to.paid[index] = from.paid[index];
    to.gain = from.gain;
  }

  [[nodiscard]] std::uint16_t look_up(const Decision& decision, std::uint8_t category) const {
    return Lookup::at(decision, words_, category);
  }

  bool settle(const VisitInput& visit, std::uint64_t categories, VisitRecord* record) {
    plan_.lookup.find_for_visit(visit.codes, words_of_year_, words_);
    if (!take_from_sheet(visit)) return false;
    if (categories == 0) categories = categories_at(visit);
    if (categories == 0 || !pay_as_best(categories, visit, record)) return false;
    const Personal own = add_up(visit);
    if (record != nullptr) {
      record->scope = scope_;
      record->personal = own;
      for (const SheetLayer& sheet : plan_.sheet_layers)
        record->paid[sheet.layer] = visit.amounts[sheet.field];
      for (const std::uint8_t index : plan_.computed_layers) record->paid[index] = now_.paid[index];
      record->codes = plan_.derived.empty() ? visit.codes : codes_;
      record->codes[kCategoryFact] = record->category;
    }
    return true;
  }

  bool take_from_sheet(const VisitInput& visit) {
    const std::uint16_t scope = look_up(plan_.scope, 0);
    if (outcome::needs(scope)) return stop_for_fact(scope, visit);
    const BasePlan& base = plan_.scope_of(scope);
    if (const std::uint32_t missing = (plan_.fields_needed | base.needs) & ~visit.known; missing != 0) {
      return stop_for_amount(missing, visit);
    }
    scope_ = less_always_ = 0;
    scope_ = std::max<Fen>(0, sum(base, visit));
    Fen all = 0;
    Fen beyond_scope = 0;
    Fen less_always = 0;
    for (const SheetLayer& sheet : plan_.sheet_layers) {
      const Fen amount = visit.amounts[sheet.field];
      now_.paid[sheet.layer] = amount;
      totals_.paid[sheet.layer] = arithmetic_.add(totals_.paid[sheet.layer], amount);
      all = arithmetic_.add(all, amount);
      if (!sheet.in_scope) beyond_scope = arithmetic_.add(beyond_scope, amount);
      if (sheet.less_always) less_always = arithmetic_.add(less_always, amount);
    }
    from_sheet_ = all;
    beyond_scope_ = beyond_scope;
    less_always_ = less_always;
    return true;
  }

  // The categories that count at this visit, a bit a code; nothing where a fact is missing.
  std::uint64_t categories_at(const VisitInput& visit) {
    std::uint64_t categories = 0;
    for (const Holding& holding : year_.holdings) {
      if (!holds_at(holding, visit)) continue;
      const std::uint16_t counts = look_up(plan_.identity_counts, holding.category);
      if (outcome::needs(counts)) return stop_for_fact(counts, visit);
      if (counts == 0) categories |= code_bit(holding.category);
    }
    return categories != 0 ? categories : code_bit(kNoCategory);
  }

  // As the category that pays most; the pack's order, which is that of the codes, settles a tie.
  bool pay_as_best(std::uint64_t categories, const VisitInput& visit, VisitRecord* record) {
    if ((categories & (categories - 1)) == 0) return pay_as(lowest_code(categories), visit, record);
    Tally before;
    Tally best;
    copy(now_, before);
    best.gain = -1;
    std::uint8_t category = kNoCategory;
    for (; categories != 0; categories &= categories - 1) {
      copy(before, now_);
      if (!pay_as(lowest_code(categories), visit, nullptr)) return false;
      if (now_.gain <= best.gain) continue;
      category = lowest_code(categories);
      copy(now_, best);
    }
    copy(record == nullptr ? best : before, now_);
    return record == nullptr || pay_as(category, visit, record);
  }

  bool pay_as(std::uint8_t category, const VisitInput& visit, VisitRecord* record) {
    for (std::uint32_t rest = plan_.pools_per_visit; rest != 0; rest &= rest - 1)
      now_.drawn[lowest_bit(rest)] = 0;
    if (record != nullptr) record->category = category;
    now_.gain = 0;
    std::size_t derived = 0;
    if (!plan_.derived.empty()) codes_ = visit.codes;
    for (const std::uint8_t index : plan_.computed_layers) {
      if (!derive_before(index, derived, category, visit)) return false;
      now_.paid[index] = 0;
      if (!compute_layer(index, category, visit, record == nullptr ? nullptr : &record->layers[index]))
        return false;
      now_.gain = arithmetic_.add(now_.gain, now_.paid[index]);
    }
    return derive_before(kMostLayers, derived, category, visit);
  }

  // Works out the derived facts from `next` on that the layer may look at.
  bool derive_before(std::size_t layer, std::size_t& next, std::uint8_t category, const VisitInput& visit) {
    if (next == plan_.derived.size() || plan_.derived[next].ready > layer) return true;
    // What was looked up for another category stands for other derived facts.
    plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
    for (; next < plan_.derived.size() && plan_.derived[next].ready <= layer; ++next) {
      if (!derive(next, category, visit)) return false;
    }
    plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
    return true;
  }

  [[gnu::cold]] bool derive(std::size_t index, std::uint8_t category, const VisitInput& visit) {
    const DerivedPlan& plan = plan_.derived[index];
    std::int64_t value = 0;
    if (plan.sum) {
      // Not known where an amount is not: who looks at it then asks for that.
      if ((plan.of.needs & ~visit.known) != 0) return true;
      value = sum(plan.of, visit);
    } else {
      const std::uint16_t row = look_up(plan.counts, category);
      if (outcome::needs(row)) return stop_for_fact(row, visit);
      value = row == 0 ? 1 : 0;
    }
    if (plan.over_year) value = now_.derived[index] = arithmetic_.add(now_.derived[index], value);
    codes_[plan.fact] = plan_.facts[plan.fact].code_of_number(value);
    return true;
  }

  bool compute_layer(std::size_t index, std::uint8_t category, const VisitInput& visit, LayerRecord* record) {
    const LayerPlan& layer = plan_.layers[index];
    const bool stated = layer.sheet && (visit.known >> *layer.sheet & 1U) != 0;
    if (stated) {
      now_.paid[index] = visit.amounts[*layer.sheet];
      if (record != nullptr) record->stated = true;
      if (!layer.keeps_count) return true;
    } else if (layer.sheet && !may_stand_in(layer, category, visit)) {
      return false;
    }
    const std::uint16_t applies = look_up(layer.applies, category);
    if (record != nullptr) record->applies = applies;
    if (applies != 0) return !outcome::needs(applies) || stop_for_fact(applies, visit);

    const std::uint16_t base_row = look_up(layer.base, category);
    const std::uint16_t deductible_row =
        layer.deductibles.empty() ? outcome::kNone : look_up(layer.deductible, category);
    const std::uint16_t rate_row = look_up(layer.pays, category);
    const std::uint16_t draw_row =
        layer.draws.masks.empty() ? outcome::kNone : look_up(layer.draws.row, category);
    if (outcome::needs(base_row | deductible_row | rate_row | draw_row)) [[unlikely]] {
      for (const std::uint16_t row : {base_row, deductible_row, rate_row, draw_row}) {
        if (outcome::needs(row)) return stop_for_fact(row, visit);
      }
    }
    if (base_row == outcome::kNone || rate_row == outcome::kNone) return true;
    if (record != nullptr) {
      record->base_row = base_row;
      record->deductible_row = deductible_row;
      record->rate_row = rate_row;
      record->draw_row = draw_row;
    }

    const BasePlan& base_plan = layer.bases[base_row];
    if (const std::uint32_t missing = base_plan.needs & ~visit.known; missing != 0) {
      return stop_for_amount(missing, visit);
    }
    Fen base = std::max<Fen>(0, sum(base_plan, visit));
    Fen deductible = 0;
    if (deductible_row != outcome::kNone && !parameter(layer.deductibles[deductible_row], visit, deductible))
      return false;
    const RatePlan& rate = layer.rates[rate_row];
    Changes changes;
    if (record != nullptr) record->sum = base;
    if (!layer.plain && !prepare(layer, category, visit, base, deductible, changes, record)) return false;
    if (record != nullptr) {
      record->base = base;
      record->deductible = deductible;
    }
    const Fen amount = pays(index, layer, rate, changes, base, deductible, visit, record);
    if (stop_.why != Stop::Why::kNothing) return false;
    if (stated) return draw_stated(layer, draw_row, index);
    now_.paid[index] = amount;
    return draw_row == outcome::kNone ||
           cap(layer.draws.masks[draw_row], category, visit, now_.paid[index], record);
  }

  // Whether the rules may be used where the sheet does not state what was paid; a stop otherwise.
  [[gnu::cold]] bool may_stand_in(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit) {
    const std::uint16_t row = look_up(layer.rules_may, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    return row == 0 || stop_for_amount(std::uint32_t{1} << *layer.sheet, visit);
  }

  // What a sheet states fills the pools too, and is not cut by them.
  [[gnu::cold]] bool draw_stated(const LayerPlan& layer, std::uint16_t draw_row, std::size_t index) {
    if (draw_row != outcome::kNone) draw(layer.draws.masks[draw_row], now_.paid[index]);
    return true;
  }

  // The parts that few layers have: what is borne first, cost that is limited, deductibles that are taken at
  // the visit, changes of the rate.
  [[gnu::cold]] bool prepare(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit,
                             Fen& base, Fen& deductible, Changes& changes, LayerRecord* record) {
    const std::uint16_t bear_row = look_up(layer.bear, category);
    const std::uint16_t cost_row = look_up(layer.cost_in.row, category);
    const std::uint16_t pools_row = look_up(layer.deductible_in.row, category);
    for (const std::uint16_t row : {bear_row, cost_row, pools_row}) {
      if (outcome::needs(row)) return stop_for_fact(row, visit);
    }
    if (bear_row != outcome::kNone) {
      const RatePlan& bear = layer.bears[bear_row];
      Fen borne = 0;
      if (bear.lump && !parameter(bear.amount, visit, borne)) return false;
      if (!bear.lump) borne = share(bear, base, 0, arithmetic_);
      borne = std::min(borne, base);
      base = arithmetic_.less(base, borne);
      if (record != nullptr) record->borne = borne;
    }
    if (cost_row != outcome::kNone && !cap(layer.cost_in.masks[cost_row], category, visit, base, record))
      return false;
    if (pools_row != outcome::kNone) {
      // Without an amount of its own the deductible is what is left of its pools.
      if (layer.deductibles.empty()) deductible = base;
      deductible = std::min(deductible, base);
      if (!cap(layer.deductible_in.masks[pools_row], category, visit, deductible, record)) return false;
    }
    if (record != nullptr) {
      record->bear_row = bear_row;
      record->cost_row = cost_row;
      record->deductible_pools = pools_row;
    }
    return change_rate(layer, category, visit, changes, record);
  }

  [[gnu::cold]] bool change_rate(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit,
                                 Changes& changes, LayerRecord* record) {
    changes.list = &layer.adjust;
    for (std::size_t i = 0; i < layer.adjust.size(); ++i) {
      const std::uint16_t row = look_up(layer.adjust[i].holds, category);
      if (outcome::needs(row)) return stop_for_fact(row, visit);
      if (row == 0) changes.hold |= std::uint32_t{1} << i;
    }
    if (record != nullptr) record->adjusted = changes.hold;
    return true;
  }

  // What the rate gives, before any pool cuts it.
  Fen pays(std::size_t index, const LayerPlan& layer, const RatePlan& rate, const Changes& changes, Fen base,
           Fen deductible, const VisitInput& visit, LayerRecord* record) {
    Fen before = 0;
    Fen amount = 0;
    if (rate.lump) [[unlikely]] {
      if (parameter(rate.amount, visit, amount)) amount = std::min(amount, base);
    } else if (layer.over_year) {
      Counted& counted = now_.counted[index];
      before = counted.amount;
      const Fen threshold = layer.deductible_per_visit ? 0 : deductible;
      const Fen added = layer.deductible_per_visit ? arithmetic_.less(base, deductible) : base;
      const bool known = counted.rate == &rate && counted.deductible == threshold && layer.plain;
      const Fen gave = known ? counted.gives : share(rate, before, threshold, changes, arithmetic_);
      const Fen now = arithmetic_.add(before, added);
      counted = {now, share(rate, now, threshold, changes, arithmetic_), &rate, threshold};
      amount = arithmetic_.subtract(counted.gives, gave);
    } else {
      amount = share(rate, base, deductible, changes, arithmetic_);
    }
    if (record != nullptr) {
      record->counted_before = before;
      record->uncapped = amount;
    }
    return amount;
  }

  // Cuts an amount to what is left of its pools, and fills them with it.
  bool cap(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Fen& amount,
           LayerRecord* record) {
    for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
      const unsigned pool = lowest_bit(rest);
      const PoolPlan& plan = plan_.pools[pool];
      const std::uint16_t row = look_up(plan.limit, category);
      if (outcome::needs(row)) return stop_for_fact(row, visit);
      if (row == outcome::kNone) continue;
      Fen limit = 0;
      if (!parameter(plan.limits[row], visit, limit)) return false;
      const Fen left = arithmetic_.less(limit, now_.drawn[pool]);
      if (record != nullptr) record->left_before[pool] = left;
      amount = std::min(amount, left);
    }
    draw(pools, amount);
    return true;
  }

  void draw(std::uint32_t pools, Fen amount) {
    for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
      Fen& drawn = now_.drawn[lowest_bit(rest)];
      drawn = arithmetic_.add(drawn, amount);
    }
  }

  bool parameter(const ParameterPlan& plan, const VisitInput& visit, Fen& amount) {
    amount = plan.amount;
    return plan.of == 0 || stated_parameter(plan, visit, amount);
  }

  [[gnu::cold]] bool stated_parameter(const ParameterPlan& plan, const VisitInput& visit, Fen& amount) {
    if ((visit.known >> plan.of & 1U) == 0) return stop_for_amount(std::uint32_t{1} << plan.of, visit);
    amount = share_of(plan.share, visit.amounts[plan.of]);
    return true;
  }

  Fen share_of(const Rate& rate, Fen amount) {
    return arithmetic_.round_half_up(arithmetic_.multiply(amount, rate.numerator), rate.denominator);
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
      const Fen amount = share_of(part.share, visit.amounts[part.of]);
      sum = part.less ? arithmetic_.subtract(sum, amount) : arithmetic_.add(sum, amount);
    }
    return sum;
  }

  Personal add_up(const VisitInput& visit) {
    const Fen total = visit.amounts[static_cast<std::size_t>(Field::kTotal)];
    const Fen paid = arithmetic_.add(from_sheet_, now_.gain);
    const Fen in_scope = arithmetic_.subtract(paid, beyond_scope_);
    const Personal own{arithmetic_.less(scope_, in_scope), arithmetic_.less(total, scope_),
                       arithmetic_.less(total, paid)};
    totals_.total = arithmetic_.add(totals_.total, total);
    totals_.personal.in_scope = arithmetic_.add(totals_.personal.in_scope, own.in_scope);
    totals_.personal.out_of_scope = arithmetic_.add(totals_.personal.out_of_scope, own.out_of_scope);
    totals_.personal.total = arithmetic_.add(totals_.personal.total, own.total);
    for (const std::uint8_t index : plan_.computed_layers)
      totals_.paid[index] = arithmetic_.add(totals_.paid[index], now_.paid[index]);
    return own;
  }

  // A derived fact is not known where an amount in it is not: that is what is missing.
  [[gnu::cold]] bool stop_for_fact(std::uint16_t cell, const VisitInput& visit) {
    for (const DerivedPlan& each : plan_.derived) {
      const std::uint32_t missing = each.of.needs & ~visit.known;
      if (each.fact == outcome::fact(cell) && missing != 0) return stop_for_amount(missing, visit);
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
  YearTotals& totals_;
  Arithmetic arithmetic_;
  Stop stop_;
  Tally now_;
  Lookup::Words words_of_year_;

  // Of the visit at hand:
  Codes codes_;  // with the derived facts, where the plan has any
  Lookup::Words words_;
  Fen scope_ = 0;
  Fen from_sheet_ = 0;    // paid by the sheet layers
  Fen beyond_scope_ = 0;  // of that, by those that do not pay for what is in scope
  Fen less_always_ = 0;   // of that, by those that every base takes off
};

}  // namespace

Stop Settler::settle(const YearInput& year, YearTotals& totals) {
  sort_visits(year, order_);
  return Run(plan_, year, totals).run(order_, nullptr, nullptr, nullptr);
}

Stop Settler::settle(const YearInput& year, YearTotals& totals, YearState& after,
                     std::vector<VisitRecord>* records, const std::uint8_t* categories) {
  sort_visits(year, order_);
  if (records != nullptr) records->assign(year.visits.size(), {});
  return Run(plan_, year, totals).run(order_, categories, records, &after);
}

}  // namespace aidcheck
