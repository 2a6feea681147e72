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

  Stop run(const std::vector<VisitSlot>& order, const std::vector<std::uint8_t>* given,
           std::vector<VisitRecord>* records, YearState* after) {
    totals_ = {};
    start();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const VisitInput& visit = year_.visits[order[i].visit];
      VisitRecord* record = records == nullptr ? nullptr : &(*records)[i];
      if (record != nullptr) record->visit = order[i].visit;
      if (!settle(visit, given == nullptr ? 0 : code_bit((*given)[i]), record)) return stop_;
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
    std::array<Fen, kMostLayers> paid;  // by the computed layers, at the visit
    Fen gain;                           // by all of them
  };

  void start() {
    now_.drawn = year_.pools_before;
    for (const std::uint8_t index : plan_.cumulative_layers)
      now_.counted[index] = {year_.counted_before[index], 0, nullptr, 0};
    if (!year_.visits.empty()) plan_.lookup.find_for_year(year_.visits.front().codes, words_of_year_);
  }

  void tell_state(YearState& after) const {
    after = {now_.drawn, {}};
    for (const std::uint8_t index : plan_.cumulative_layers)
      after.counted[index] = now_.counted[index].amount;
  }

  void copy(const Tally& from, Tally& to) const {
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) to.drawn[pool] = from.drawn[pool];
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
    }
    return true;
  }

  bool take_from_sheet(const VisitInput& visit) {
    const std::uint16_t scope = look_up(plan_.scope, 0);
    if (outcome::needs(scope)) return stop_for_fact(scope, visit);
    const BasePlan& base = plan_.scope_of(scope);
    if (const std::uint32_t missing = (plan_.fields_needed | base.fields) & ~visit.known; missing != 0) {
      return stop_for_amount(missing, visit);
    }
    scope_ = stated(base, visit);
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
    for (const std::uint8_t index : plan_.computed_layers) {
      now_.paid[index] = 0;
      if (!compute_layer(index, category, visit, record == nullptr ? nullptr : &record->layers[index]))
        return false;
      now_.gain = arithmetic_.add(now_.gain, now_.paid[index]);
    }
    return true;
  }

  bool compute_layer(std::size_t index, std::uint8_t category, const VisitInput& visit, LayerRecord* record) {
    const LayerPlan& layer = plan_.layers[index];
    const std::uint16_t applies = look_up(layer.applies, category);
    if (record != nullptr) record->applies = applies;
    if (applies != 0) return !outcome::needs(applies) || stop_for_fact(applies, visit);

    const std::uint16_t base_row = look_up(layer.base, category);
    const std::uint16_t deductible_row = look_up(layer.deductible, category);
    const std::uint16_t rate_row = look_up(layer.pays, category);
    const std::uint16_t draw_row = look_up(layer.draws, category);
    if (outcome::needs(base_row | deductible_row | rate_row | draw_row)) [[unlikely]] {
      for (const std::uint16_t row : {base_row, deductible_row, rate_row, draw_row}) {
        if (outcome::needs(row)) return stop_for_fact(row, visit);
      }
    }
    if (base_row == outcome::kNone || rate_row == outcome::kNone) return true;

    const BasePlan& base_plan = layer.bases[base_row];
    if (const std::uint32_t missing = base_plan.fields & ~visit.known; missing != 0) {
      return stop_for_amount(missing, visit);
    }
    const RatePlan& rate = layer.rates[rate_row];
    Fen taken = less_always_;
    for (std::uint32_t rest = base_plan.less & ~plan_.less_always; rest != 0; rest &= rest - 1)
      taken = arithmetic_.add(taken, now_.paid[lowest_bit(rest)]);
    const Fen base = arithmetic_.less(stated(base_plan, visit), taken);
    const Fen deductible = deductible_row == outcome::kNone ? 0 : layer.deductibles[deductible_row];
    Fen before = 0;
    Fen amount = 0;
    if (layer.over_year) {
      Counted& counted = now_.counted[index];
      before = counted.amount;
      const bool known = counted.rate == &rate && counted.deductible == deductible;
      const Fen gave = known ? counted.gives : share(rate, before, deductible, arithmetic_);
      const Fen now = arithmetic_.add(before, base);
      counted = {now, share(rate, now, deductible, arithmetic_), &rate, deductible};
      amount = arithmetic_.subtract(counted.gives, gave);
    } else {
      amount = share(rate, base, deductible, arithmetic_);
    }
    if (record != nullptr) {
      record->base_row = base_row;
      record->deductible_row = deductible_row;
      record->rate_row = rate_row;
      record->draw_row = draw_row;
      record->base = base;
      record->counted_before = before;
      record->uncapped = amount;
    }
    if (draw_row != outcome::kNone && !cap(layer.draw_masks[draw_row], category, visit, amount, record))
      return false;
    now_.paid[index] = amount;
    return true;
  }

  bool cap(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Fen& amount,
           LayerRecord* record) {
    for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
      const unsigned pool = lowest_bit(rest);
      const PoolPlan& plan = plan_.pools[pool];
      const std::uint16_t row = look_up(plan.limit, category);
      if (outcome::needs(row)) return stop_for_fact(row, visit);
      if (row == outcome::kNone) continue;
      const Fen left = arithmetic_.less(plan.limits[row], now_.drawn[pool]);
      if (record != nullptr) record->left_before[pool] = left;
      amount = std::min(amount, left);
    }
    for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
      Fen& drawn = now_.drawn[lowest_bit(rest)];
      drawn = arithmetic_.add(drawn, amount);
    }
    return true;
  }

  Fen stated(const BasePlan& base, const VisitInput& visit) {
    Fen sum = base.scope ? scope_ : 0;
    for (std::uint32_t rest = base.fields; rest != 0; rest &= rest - 1)
      sum = arithmetic_.add(sum, visit.amounts[lowest_bit(rest)]);
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

  bool stop_for_fact(std::uint16_t cell, const VisitInput& visit) {
    stop_ = {Stop::Why::kFactMissing, visit.order, static_cast<std::uint32_t>(outcome::fact(cell))};
    return false;
  }
  bool stop_for_amount(std::uint32_t missing, const VisitInput& visit) {
    stop_ = {Stop::Why::kAmountMissing, visit.order, lowest_bit(missing)};
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
  Lookup::Words words_;
  Fen scope_ = 0;
  Fen from_sheet_ = 0;    // paid by the sheet layers
  Fen beyond_scope_ = 0;  // of that, by those that do not pay for what is in scope
  Fen less_always_ = 0;   // of that, by those that every base takes off
};

}  // namespace

Stop Settler::settle(const YearInput& year, YearTotals& totals, YearState* after) {
  sort_visits(year, order_);
  return Run(plan_, year, totals).run(order_, nullptr, nullptr, after);
}

Stop Settler::settle(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>& records,
                     YearState& after) {
  sort_visits(year, order_);
  records.assign(year.visits.size(), {});
  return Run(plan_, year, totals).run(order_, nullptr, &records, &after);
}

Stop Settler::settle_as(const YearInput& year, const std::vector<std::uint8_t>& categories,
                        YearTotals& totals, YearState* after) {
  sort_visits(year, order_);
  return Run(plan_, year, totals).run(order_, &categories, nullptr, after);
}

}  // namespace aidcheck
