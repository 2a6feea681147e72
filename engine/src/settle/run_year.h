#pragma once

#include "settle/run.h"

namespace aidcheck {

template <class Figures>
inline Stop Run<Figures>::run(const std::vector<VisitSlot>& order) {
  start();
  for (const VisitSlot& slot : order) {
    const VisitInput& visit = year_.visits[slot.visit];
    if (!settle(visit, 0, Untold())) return stop_;
    if (arithmetic_.overflowed()) return {Stop::Why::kOverflow, visit.order, 0};
  }
  return {};
}

template <class Figures>
inline Stop Run<Figures>::run(const std::vector<VisitSlot>& order, const std::uint8_t* given,
                              std::vector<VisitRecord>* records, YearStateOf<Number>& after) {
  start();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const VisitInput& visit = year_.visits[order[i].visit];
    VisitRecord* record = records == nullptr ? nullptr : &(*records)[i];
    if (!settle(visit, given == nullptr ? 0 : code_bit(given[i]), record)) return stop_;
    if (arithmetic_.overflowed()) return {Stop::Why::kOverflow, visit.order, 0};
    if (record == nullptr) continue;
    record->visit = order[i].visit;
    tell_visit(visit, *record);
  }
  tell_state(after);
  return {};
}

template <class Figures>
inline void Run<Figures>::start() {
  totals_.total = 0;
  totals_.personal = {};
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) totals_.paid[i] = 0;
  for (std::size_t i = 0; i < plan_.pools.size(); ++i) now_.drawn[i] = year_.pools_before[i];
  for (const std::uint8_t index : plan_.cumulative_layers)
    now_.counted[index] = {year_.counted_before[index], 0, nullptr, 0};
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) now_.derived[i] = year_.derived_before[i];
  if constexpr (kBounds) start_within();
  now_.unknown = now_.uncounted = now_.unsure_pools = 0;
  words_of_year_[0] = words_[0] = 0;
  plan_.lookup.find_for_year(year_.person, words_of_year_);
  find_idle();
}

template <class Figures>
inline void Run<Figures>::find_idle() {
  idle_ = 0;
  for (const std::uint8_t index : plan_.sheet_or_rules) {
    if (is_idle(plan_.layers[index])) idle_ |= std::uint32_t{1} << index;
  }
}

template <class Figures>
inline void Run<Figures>::tell_state(YearStateOf<Number>& after) const {
  after = {};
  for (std::size_t i = 0; i < plan_.pools.size(); ++i) after.drawn[i] = now_.drawn[i];
  after.unknown = now_.unknown;
  after.uncounted = now_.uncounted;
  after.unsure_pools = now_.unsure_pools;
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
    after.derived[i] = now_.derived[i];
    if ((now_.unknown >> i & 1U) != 0 && plan_.derived[i].over_year) after.lacking = lacking_[i];
  }
  if (now_.uncounted != 0) after.lacking = unsure_;
  after.idle = idle_;
  for (const std::uint8_t index : plan_.cumulative_layers) after.counted[index] = now_.counted[index].amount;
}

template <class Figures>
inline void Run<Figures>::tell_visit(const VisitInput& visit, VisitRecord& record) const {
  record.scope = scope_;
  record.personal = own_;
  for (const SheetLayer& sheet : plan_.sheet_layers) record.paid[sheet.layer] = amount(visit, sheet.field);
  for (const std::uint8_t index : plan_.computed_layers) record.paid[index] = now_.paid[index];
  for (const std::uint8_t index : plan_.sheet_or_rules) {
    if ((stated_ >> index & 1U) != 0) record.layers[index].stated = true;
  }
  record.codes = plan_.derived.empty() ? visit.codes : codes_;
  record.codes[kCategoryFact] = record.category;
}

template <class Figures>
template <class Record>
inline bool Run<Figures>::settle(const VisitInput& visit, std::uint64_t categories, Record record) {
  plan_.lookup.find_for_visit(visit.codes, words_of_year_, words_);
  if (!take_from_sheet(visit)) return false;
  if (categories == 0) categories = categories_at(visit);
  if (categories == 0 || !pay_as_best(categories, visit, record)) return false;
  add_up(visit);
  return true;
}

template <class Figures>
inline bool Run<Figures>::take_from_sheet(const VisitInput& visit) {
  const std::uint16_t scope = look_up(plan_.scope, 0);
  if (outcome::needs(scope)) return stop_for_fact(scope, visit);
  const BasePlan& base = plan_.scope_of(scope);
  if (const std::uint32_t missing = (plan_.fields_needed | base.needs) & ~visit.known; missing != 0) {
    return stop_for_amount(missing, visit);
  }
  if constexpr (kBounds) directions_.scope = &base;
  scope_ = less_always_ = 0;
  scope_ = positive(sum(base, visit));
  if constexpr (kBounds) scope_ = within_total(base, visit, scope_);
  Number all = 0;
  Number beyond_scope = 0;
  Number less_always = 0;
  for (const SheetLayer& sheet : plan_.sheet_layers) {
    const Number paid = amount(visit, sheet.field);
    now_.paid[sheet.layer] = paid;
    totals_.paid[sheet.layer] = arithmetic_.add(totals_.paid[sheet.layer], paid);
    all = arithmetic_.add(all, paid);
    if (!sheet.in_scope) beyond_scope = arithmetic_.add(beyond_scope, paid);
    if (sheet.less_always) less_always = arithmetic_.add(less_always, paid);
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
template <class Figures>
inline void Run<Figures>::take_alone(std::uint8_t index, const VisitInput& visit) {
  const LayerPlan& layer = plan_.layers[index];
  if ((visit.known >> *layer.sheet & 1U) == 0 || (layer.keeps_count && (idle_ >> index & 1U) == 0)) return;
  now_.paid[index] = amount(visit, *layer.sheet);
  from_sheet_ = arithmetic_.add(from_sheet_, now_.paid[index]);
  if (!layer.in_scope) beyond_scope_ = arithmetic_.add(beyond_scope_, now_.paid[index]);
  stated_ |= std::uint32_t{1} << index;
}

// The rules stand in for no sheet of the year.
template <class Figures>
inline bool Run<Figures>::is_idle(const LayerPlan& layer) const {
  const std::uint16_t row = Lookup::at(layer.rules_may, words_of_year_, 0);
  return layer.for_the_year && row != 0 && !outcome::needs(row);
}

// The categories that count at this visit, a bit a code; nothing where a fact is missing.
template <class Figures>
inline std::uint64_t Run<Figures>::categories_at(const VisitInput& visit) {
  std::uint64_t categories = 0;
  if (!add_categories(year_.holdings, visit, categories)) return 0;
  if constexpr (kBounds) {
    std::vector<Holding> decided;
    if (!decide(visit, decided) || !add_categories(decided, visit, categories)) return 0;
  }
  return categories != 0 ? categories : code_bit(kNoCategory);
}

template <class Figures>
inline bool Run<Figures>::add_categories(const std::vector<Holding>& holdings, const VisitInput& visit,
                                         std::uint64_t& categories) {
  for (const Holding& holding : holdings) {
    if (!holds_at(holding, visit)) continue;
    const std::uint16_t counts = look_up(plan_.identity_counts, holding.category);
    if (outcome::needs(counts)) return stop_for_fact(counts, visit);
    if (counts == 0) categories |= code_bit(holding.category);
  }
  return true;
}

template <class Number>
LayerRecordOf<Number>* of_layer(VisitRecordOf<Number>* record, std::size_t layer) {
  return record == nullptr ? nullptr : &record->layers[layer];
}
inline Untold of_layer(Untold, std::size_t) { return {}; }
template <class Number>
bool is_told(const VisitRecordOf<Number>* record) {
  return record != nullptr;
}
inline bool is_told(Untold) { return false; }
template <class Number>
VisitRecordOf<Number>* nobody(VisitRecordOf<Number>*) {
  return nullptr;
}
inline Untold nobody(Untold) { return {}; }

// Where two are paid the same the first stays, here as where all is known. False where it hangs on amounts.
template <class Figures>
inline bool Run<Figures>::choose_better(const Tally<Number>& best, bool not_more, const VisitInput& visit,
                                        bool& is_best) {
  is_best = is_best && !not_more;
  if (is_best || not_more || now_.gain.most <= best.gain.least) return true;
  return stop_as({Stop::Why::kHangsOnAmounts, visit.order, kCategoryHangs});
}

// As the category that pays most; the pack's order, which is that of the codes, settles a tie.
template <class Figures>
template <class Record>
inline bool Run<Figures>::pay_as_best(std::uint64_t categories, const VisitInput& visit, Record record) {
  if ((categories & (categories - 1)) == 0) return pay_as(lowest_code(categories), visit, record);
  Tally<Number> before;
  Tally<Number> best;
  copy(plan_, now_, before);
  [[maybe_unused]] const auto started = directions_;
  [[maybe_unused]] Terms best_terms;
  std::uint8_t category = kNoCategory;
  bool is_best = false;  // what was tried last
  for (bool first = true; categories != 0; first = false, categories &= categories - 1) {
    if (!first) copy(plan_, before, now_);
    if (!pay_as(lowest_code(categories), visit, nobody(record))) return false;
    is_best = first || pays_more(now_.gain, best.gain);
    if constexpr (kBounds) {
      const bool not_more = !first && never_more(directions_.terms, best_terms);
      if (!choose_better(best, not_more, visit, is_best)) return false;
      if (is_best) best_terms = directions_.terms;
    }
    if (!is_best) continue;
    category = lowest_code(categories);
    copy(plan_, now_, best);
  }
  if constexpr (kBounds) directions_ = started;
  if (kBounds || is_told(record)) {
    copy(plan_, before, now_);
    return pay_as(category, visit, record);
  }
  if (!is_best) copy(plan_, best, now_);
  return true;
}

template <class Figures>
template <class Record>
inline bool Run<Figures>::pay_as(std::uint8_t category, const VisitInput& visit, Record record) {
  for (std::uint32_t rest = plan_.pools_per_visit; rest != 0; rest &= rest - 1)
    now_.drawn[lowest_bit(rest)] = 0;
  if constexpr (!std::is_same_v<Record, Untold>) {
    if (record != nullptr) record->category = category;
  }
  now_.gain = 0;
  if constexpr (kBounds) {
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) directions_.rests[i].base = nullptr;
    directions_.terms = {};
  }
  std::size_t derived = 0;
  const std::size_t all_derived = plan_.derived.size();
  if (all_derived != 0) codes_ = visit.codes;
  for (std::uint32_t rest = plan_.computed & ~stated_; rest != 0; rest &= rest - 1) {
    const unsigned index = lowest_bit(rest);
    if (derived != all_derived) [[unlikely]]
      derive_before(index, derived, category, visit);
    now_.paid[index] = 0;
    if (!compute_layer(index, category, visit, of_layer(record, index))) return false;
    now_.gain = arithmetic_.add(now_.gain, now_.paid[index]);
  }
  if (derived != all_derived) [[unlikely]]
    derive_before(kMostLayers, derived, category, visit);
  return true;
}

template <class Figures>
inline void Run<Figures>::add_up(const VisitInput& visit) {
  const Number total = amount(visit, static_cast<std::size_t>(Field::kTotal));
  if constexpr (kBounds) {
    share_within(total);
  } else {
    const Number paid = arithmetic_.add(from_sheet_, now_.gain);
    Number in_scope = arithmetic_.subtract(paid, beyond_scope_);
    for (const std::uint8_t index : plan_.sheet_or_rules) {
      if (!plan_.layers[index].in_scope && (stated_ >> index & 1U) == 0)
        in_scope = arithmetic_.subtract(in_scope, now_.paid[index]);
    }
    own_ = {arithmetic_.less(scope_, in_scope), arithmetic_.less(total, scope_),
            arithmetic_.less(total, paid)};
  }
  totals_.total = arithmetic_.add(totals_.total, total);
  totals_.personal.in_scope = arithmetic_.add(totals_.personal.in_scope, own_.in_scope);
  totals_.personal.out_of_scope = arithmetic_.add(totals_.personal.out_of_scope, own_.out_of_scope);
  totals_.personal.total = arithmetic_.add(totals_.personal.total, own_.total);
  for (const std::uint8_t index : plan_.computed_layers)
    totals_.paid[index] = arithmetic_.add(totals_.paid[index], now_.paid[index]);
}

}  // namespace aidcheck
