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
    std::uint32_t unknown;                           // of these, a bit each
    std::uint32_t uncounted;                         // layers whose count is not known
    std::uint32_t unsure_pools;                      // nor what was drawn from these
    std::array<Fen, kMostLayers> paid;               // by the computed layers, at the visit
    Fen gain;                                        // by all of them
  };

  void start() {
    now_.drawn = year_.pools_before;
    for (const std::uint8_t index : plan_.cumulative_layers)
      now_.counted[index] = {year_.counted_before[index], 0, nullptr, 0};
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) now_.derived[i] = year_.derived_before[i];
    now_.unknown = now_.uncounted = now_.unsure_pools = 0;
    words_of_year_[0] = words_[0] = 0;
    plan_.lookup.find_for_year(year_.person, words_of_year_);
  }

  void tell_state(YearState& after) const {
    after = {};
    after.drawn = now_.drawn;
    after.unknown = now_.unknown;
    after.uncounted = now_.uncounted;
    after.unsure_pools = now_.unsure_pools;
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
      after.derived[i] = now_.derived[i];
      if ((now_.unknown >> i & 1U) != 0 && plan_.derived[i].over_year) after.lacking = lacking_[i];
    }
    if (now_.uncounted != 0) after.lacking = unsure_;
    // Nor is there a count where nobody will ask for it.
    for (const std::uint8_t index : plan_.sheet_or_rules) {
      if (is_idle(plan_.layers[index])) after.uncounted |= std::uint32_t{1} << index;
    }
    for (const std::uint8_t index : plan_.cumulative_layers)
      after.counted[index] = now_.counted[index].amount;
  }

  void copy(const Tally& from, Tally& to) const {
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) to.drawn[pool] = from.drawn[pool];
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) to.derived[i] = from.derived[i];
    to.unknown = from.unknown;
    to.uncounted = from.uncounted;
    to.unsure_pools = from.unsure_pools;
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
      for (const std::uint8_t index : plan_.sheet_or_rules) {
        if ((stated_ >> index & 1U) != 0) record->layers[index].stated = true;
      }
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
    stated_ = 0;
    for (const std::uint8_t index : plan_.sheet_or_rules) take_alone(index, visit);
    return true;
  }

  // A layer that the sheet states and whose count nobody will ask for in the year is the same for every
  // category.
  void take_alone(std::uint8_t index, const VisitInput& visit) {
    const LayerPlan& layer = plan_.layers[index];
    if ((visit.known >> *layer.sheet & 1U) == 0 || (layer.keeps_count && !is_idle(layer))) return;
    now_.paid[index] = visit.amounts[*layer.sheet];
    from_sheet_ = arithmetic_.add(from_sheet_, now_.paid[index]);
    if (!layer.in_scope) beyond_scope_ = arithmetic_.add(beyond_scope_, now_.paid[index]);
    stated_ |= std::uint32_t{1} << index;
  }

  // The rules stand in for no sheet of the year.
  [[nodiscard]] bool is_idle(const LayerPlan& layer) const {
    const std::uint16_t row = Lookup::at(layer.rules_may, words_of_year_, 0);
    return layer.for_the_year && row != 0 && !outcome::needs(row);
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
      derive_before(index, derived, category, visit);
      if ((stated_ >> index & 1U) != 0) continue;
      now_.paid[index] = 0;
      if (!compute_layer(index, category, visit, record == nullptr ? nullptr : &record->layers[index]))
        return false;
      now_.gain = arithmetic_.add(now_.gain, now_.paid[index]);
    }
    derive_before(kMostLayers, derived, category, visit);
    return true;
  }

  // Works out the derived facts from `next` on that the layer may look at.
  void derive_before(std::size_t layer, std::size_t& next, std::uint8_t category, const VisitInput& visit) {
    if (next == plan_.derived.size() || plan_.derived[next].ready > layer) return;
    // What was looked up for another category stands for other derived facts.
    plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
    for (; next < plan_.derived.size() && plan_.derived[next].ready <= layer; ++next)
      derive(next, category, visit);
    plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
  }

  // What is not known stays so for the year: who looks at it then asks for what was missing first.
  [[gnu::cold]] void derive(std::size_t index, std::uint8_t category, const VisitInput& visit) {
    const DerivedPlan& plan = plan_.derived[index];
    const std::uint32_t bit = std::uint32_t{1} << index;
    if ((now_.unknown & bit) != 0 && plan.over_year) return;
    now_.unknown &= ~bit;
    std::int64_t value = 0;
    if (!(plan.sum ? add_derived(plan.of, visit, value) : count_derived(plan, category, visit, value))) {
      lacking_[index] = stop_;
      stop_ = {};
      now_.unknown |= bit;
      return;
    }
    if (plan.over_year) {
      now_.derived[index] = arithmetic_.add(now_.derived[index], value);
      const Fen once = arithmetic_.add(stated(plan.once, visit), rest_of(plan.once, visit));
      value = arithmetic_.add(now_.derived[index], once);
    }
    codes_[plan.fact] = plan_.facts[plan.fact].code_of_number(value);
  }

  bool add_derived(const BasePlan& of, const VisitInput& visit, std::int64_t& value) {
    if (const std::uint32_t missing = of.needs & ~visit.known; missing != 0)
      return stop_for_amount(missing, visit);
    value = sum(of, visit);
    return true;
  }

  bool count_derived(const DerivedPlan& plan, std::uint8_t category, const VisitInput& visit,
                     std::int64_t& value) {
    const std::uint16_t row = look_up(plan.counts, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    value = row == 0 ? 1 : 0;
    return true;
  }

  // The rows of a layer that hold at a visit.
  struct Rows {
    std::uint16_t base;
    std::uint16_t deductible;
    std::uint16_t rate;
    std::uint16_t draw;
  };

  bool find_rows(const LayerPlan& layer, bool deducts, std::uint8_t category, const VisitInput& visit,
                 Rows& rows) {
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
  bool measure(const LayerPlan& layer, const Rows& rows, const VisitInput& visit, Fen& base,
               Fen& deductible) {
    const BasePlan& plan = layer.bases[rows.base];
    if (const std::uint32_t missing = plan.needs & ~visit.known; missing != 0)
      return stop_for_amount(missing, visit);
    base = std::max<Fen>(0, sum(plan, visit));
    return rows.deductible == outcome::kNone ||
           parameter(layer.deductibles[rows.deductible], visit, deductible);
  }

  bool compute_layer(std::size_t index, std::uint8_t category, const VisitInput& visit, LayerRecord* record) {
    const LayerPlan& layer = plan_.layers[index];
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

    Fen base = 0;
    Fen deductible = 0;
    if (!measure(layer, rows, visit, base, deductible)) return false;
    const RatePlan& rate = layer.rates[rows.rate];
    Changes changes;
    if (record != nullptr) record->sum = base;
    if (!layer.plain && (!prepare(layer, category, visit, base, deductible, record) ||
                         !change_rate(layer, category, visit, changes, record)))
      return false;
    if (record != nullptr) {
      record->base = base;
      record->deductible = deductible;
    }
    const Fen amount = pays(index, layer, rate, changes, base, deductible, visit, record);
    if (stop_.why != Stop::Why::kNothing) return false;
    now_.paid[index] = amount;
    return rows.draw == outcome::kNone ||
           cap(layer.draws.masks[rows.draw], category, visit, now_.paid[index], record);
  }

  // Whether the rules may be used where the sheet does not state what was paid; a stop otherwise.
  [[gnu::cold]] bool may_stand_in(std::size_t index, std::uint8_t category, const VisitInput& visit) {
    const LayerPlan& layer = plan_.layers[index];
    const std::uint16_t row = look_up(layer.rules_may, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    if (row != 0) return stop_for_amount(std::uint32_t{1} << *layer.sheet, visit);
    return (now_.uncounted >> index & 1U) == 0 || stop_as(uncounted_[index]);
  }

  // What the sheet states is paid. It is counted too, for visits whose sheets do not state it; where a fact
  // is missing for that, it is asked for by the first of them.
  [[gnu::cold]] bool take_stated(std::size_t index, std::uint8_t category, const VisitInput& visit,
                                 LayerRecord* record) {
    const LayerPlan& layer = plan_.layers[index];
    now_.paid[index] = visit.amounts[*layer.sheet];
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

  bool count_stated(std::size_t index, std::uint8_t category, const VisitInput& visit) {
    const LayerPlan& layer = plan_.layers[index];
    const std::uint16_t applies = look_up(layer.applies, category);
    if (applies != 0) return !outcome::needs(applies) || stop_for_fact(applies, visit);
    const bool deducts = layer.deductible_per_visit || !layer.deductible_in.masks.empty();
    Rows rows;
    if (!find_rows(layer, deducts, category, visit, rows)) return false;
    if (rows.base == outcome::kNone || rows.rate == outcome::kNone) return true;
    Fen base = 0;
    Fen deductible = 0;
    if (!measure(layer, rows, visit, base, deductible)) return false;
    if (!prepare(layer, category, visit, base, deductible, nullptr)) return false;
    if (layer.over_year && !layer.rates[rows.rate].lump) {
      Counted& counted = now_.counted[index];
      counted.amount = with_visit(layer, counted.amount, base, deductible);
      counted.rate = nullptr;
    }
    if (rows.draw != outcome::kNone) draw(layer.draws.masks[rows.draw], now_.paid[index]);
    return true;
  }

  bool stop_as(const Stop& stop) {
    stop_ = stop;
    return false;
  }

  // The parts that few layers have: what is borne first, cost that is limited, deductibles that are taken at
  // the visit, changes of the rate.
  [[gnu::cold]] bool prepare(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit,
                             Fen& base, Fen& deductible, LayerRecord* record) {
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
      // Without an amount of its own the deductible is what is left of its pools, and nothing where it has
      // none.
      if (layer.deductibles.empty() && layer.deductible_in.masks[pools_row] != 0) deductible = base;
      deductible = std::min(deductible, base);
      if (!cap(layer.deductible_in.masks[pools_row], category, visit, deductible, record)) return false;
    }
    if (record != nullptr) {
      record->bear_row = bear_row;
      record->cost_row = cost_row;
      record->deductible_pools = pools_row;
    }
    return true;
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

  // What a layer has counted over the year once a visit is added.
  Fen with_visit(const LayerPlan& layer, Fen counted, Fen base, Fen deductible) {
    return arithmetic_.add(counted, layer.deductible_per_visit ? arithmetic_.less(base, deductible) : base);
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
      const bool known = counted.rate == &rate && counted.deductible == threshold && layer.plain;
      const Fen gave = known ? counted.gives : share(rate, before, threshold, changes, arithmetic_);
      const Fen now = with_visit(layer, before, base, deductible);
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
    if ((pools & now_.unsure_pools) != 0) [[unlikely]]
      return stop_as(unsure_);
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

  Personal add_up(const VisitInput& visit) {
    const Fen total = visit.amounts[static_cast<std::size_t>(Field::kTotal)];
    const Fen paid = arithmetic_.add(from_sheet_, now_.gain);
    Fen in_scope = arithmetic_.subtract(paid, beyond_scope_);
    for (const std::uint8_t index : plan_.sheet_or_rules) {
      if (!plan_.layers[index].in_scope && (stated_ >> index & 1U) == 0)
        in_scope = arithmetic_.subtract(in_scope, now_.paid[index]);
    }
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
  YearTotals& totals_;
  Arithmetic arithmetic_;
  Stop stop_;
  Tally now_;
  Lookup::Words words_of_year_;

  std::array<Stop, kMostDerived> lacking_;   // why a derived fact is not known
  std::array<Stop, kMostLayers> uncounted_;  // why a layer's count is not
  Stop unsure_;                              // why pools are not

  // Of the visit at hand:
  Codes codes_;  // with the derived facts, where the plan has any
  Lookup::Words words_;
  Fen scope_ = 0;
  Fen from_sheet_ = 0;        // paid by the sheet layers
  Fen beyond_scope_ = 0;      // of that, by those that do not pay for what is in scope
  Fen less_always_ = 0;       // of that, by those that every base takes off
  std::uint32_t stated_ = 0;  // layers with rules that were taken from the sheet already
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
