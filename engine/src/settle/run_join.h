#pragma once

#include "settle/run.h"

namespace aidcheck {

/// All that settling a visit changes.
template <class Figures>
struct Run<Figures>::Way {
  Tally<Number> now;
  Totals<Number> totals;
  OwnShare<Number> own;
  std::conditional_t<kBounds, Directions, Untold> directions;
};

// Each level of the ways keeps one or two of them: not on the stack, which is small where wasm runs.
template <class Figures>
inline auto Run<Figures>::way() const -> std::unique_ptr<Way> {
  return std::make_unique<Way>(Way{now_, totals_, own_, directions_});
}

template <class Figures>
inline void Run<Figures>::go_back(const Way& to) {
  now_ = to.now;
  totals_ = to.totals;
  directions_ = to.directions;
}

// From here on it is not known which of two ways the visit went.
template <class Figures>
inline void Run<Figures>::go_either(const Way& other) {
  const auto join = [](auto& figures, const auto& others, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) figures[i] = either(figures[i], others[i]);
  };
  const auto join_own = [](OwnShare<Number>& own, const OwnShare<Number>& from) {
    own = {either(own.in_scope, from.in_scope), either(own.out_of_scope, from.out_of_scope),
           either(own.total, from.total)};
  };
  const std::size_t layers = plan_.layers.size();
  join(now_.drawn, other.now.drawn, plan_.pools.size());
  join(now_.derived, other.now.derived, plan_.derived.size());
  join(now_.paid, other.now.paid, layers);
  now_.unknown |= other.now.unknown;
  now_.uncounted |= other.now.uncounted;
  now_.unsure_pools |= other.now.unsure_pools;
  for (const std::uint8_t index : plan_.cumulative_layers)
    now_.counted[index] = {either(now_.counted[index].amount, other.now.counted[index].amount), 0, nullptr,
                           0};
  join(totals_.paid, other.totals.paid, layers);
  totals_.total = either(totals_.total, other.totals.total);
  join_own(totals_.personal, other.totals.personal);
  join_own(own_, other.own);
  for (Course& each : directions_.courses) each.unlike = true;
  for (Limit& each : directions_.limits) each.same = false;
  directions_.other_pools |= other.directions.other_pools;
  directions_.fits = directions_.fits && other.directions.fits;
  directions_.last = Directions::kSeveral;
}

// What the year starts with, and what is not decided in it.
template <class Figures>
inline void Run<Figures>::start_within() {
  YearStateOf<Number>& start = open_.start;
  if (year_.start != nullptr) {
    start = *year_.start;
  } else {
    for (std::size_t i = 0; i < plan_.pools.size(); ++i) start.drawn[i] = year_.pools_before[i];
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) start.counted[i] = year_.counted_before[i];
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) start.derived[i] = year_.derived_before[i];
  }
  for (std::size_t i = 0; i < plan_.pools.size(); ++i) now_.drawn[i] = start.drawn[i];
  for (const std::uint8_t index : plan_.cumulative_layers)
    now_.counted[index] = {start.counted[index], 0, nullptr, 0};
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) now_.derived[i] = start.derived[i];
  open_.person = year_.person;
  open_.identities = year_.open_identities;
  open_.amounts.clear();
  open_.forced = {};
}

// The open identities that were decided; a stop where one that may hold at the visit is not.
template <class Figures>
inline bool Run<Figures>::decide(const VisitInput& visit, std::vector<Holding>& decided) {
  VisitInput as = visit;
  const auto unsure = [&](const Holding& holding) {
    if (!visit.kind_open) return false;
    as.stay = true;
    const bool of_stay = holds_at(holding, as);
    as.stay = false;
    return of_stay != holds_at(holding, as);
  };
  const auto kind = [&] {
    const auto fact = static_cast<std::uint32_t>(*fact_named(plan_.facts, "kind"));
    return stop_as({Stop::Why::kFactMissing, visit.order, fact});
  };
  for (const Holding& holding : year_.holdings) {
    if (unsure(holding)) return kind();
  }
  for (std::size_t i = 0; i < open_.identities.size(); ++i) {
    const OpenIdentity& identity = open_.identities[i];
    const Holding holding{identity.code, identity.from, identity.until};
    if (unsure(holding)) return kind();
    if (!holds_at(holding, visit)) continue;
    if (identity.code == 0)
      return stop_as({Stop::Why::kIdentityOpen, visit.order, static_cast<std::uint32_t>(i)});
    if (identity.code != kNoCategory) decided.push_back(holding);
  }
  return true;
}

// Not a part of its caller, which calls itself: what is needed here for one visit would be kept at every
// level.
template <class Figures>
[[gnu::noinline]] bool Run<Figures>::settle_heard(const VisitInput& visit, VisitListener* listener,
                                                  std::uint64_t categories) {
  if (listener == nullptr) return settle(visit, categories, static_cast<VisitRecord*>(nullptr));
  VisitRecord record;
  if (!settle(visit, categories, &record)) return false;
  record.visit = static_cast<std::uint32_t>(
      std::find_if(year_.visits.begin(), year_.visits.end(),
                   [&](const VisitInput& each) { return each.order == visit.order; }) -
      year_.visits.begin());
  tell_visit(visit, record);
  listener->hear(record);
  return true;
}

// Of what a visit left unknown for those behind it: what is open at this visit itself.
template <class Figures>
inline Stop Run<Figures>::lacked_at(const VisitInput& visit, const Way& before) const {
  const auto here = [&](const Stop& stop) {
    return stop.order == visit.order && stop.why == Stop::Why::kFactMissing;
  };
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
    const bool since = ((now_.unknown & ~before.now.unknown) >> i & 1U) != 0;
    if (since && here(lacking_[i])) return lacking_[i];
  }
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
    const bool since = ((now_.uncounted & ~before.now.uncounted) >> i & 1U) != 0;
    if (since && here(uncounted_[i])) return uncounted_[i];
  }
  return {};
}

// `ways`: how many were begun so far.
template <class Figures>
bool Run<Figures>::settle_any(const VisitInput& visit, VisitListener* listener, std::size_t& ways) {
  const auto before = way();
  ++settled_;
  const bool done = settle_heard(visit, nullptr);
  const Stop stop = done ? lacked_at(visit, *before) : stop_;
  stop_ = {};
  switch (stop.why) {
    case Stop::Why::kNothing:
      break;
    case Stop::Why::kFactMissing:
    case Stop::Why::kIdentityOpen:
      go_back(*before);
      if (settle_each(visit, stop, listener, ways)) return true;
      if (stop_.why != Stop::Why::kNothing) return false;
      go_back(*before);
      settle_unknown(visit);
      return true;
    case Stop::Why::kHangsOnAmounts:
      go_back(*before);
      if (settle_hanging(visit, stop, listener, ways)) return true;
      if (stop_.why != Stop::Why::kNothing) return false;
      go_back(*before);
      settle_unknown(visit);
      return true;
    case Stop::Why::kAmountMissing:
      go_back(*before);
      if (stop.order == visit.order)
        return settle_with(visit, static_cast<std::uint8_t>(stop.which), listener, ways);
      // What was missing at another visit is not found here.
      settle_unknown(visit);
      return true;
    case Stop::Why::kOverflow:
      stop_ = stop;
      return false;
  }
  if (listener == nullptr) return true;
  go_back(*before);
  return settle_heard(visit, listener);
}

// With an amount of which nothing is known but where its sheet leaves room for it.
template <class Figures>
bool Run<Figures>::settle_with(const VisitInput& visit, std::uint8_t amount, VisitListener* listener,
                               std::size_t& ways) {
  VisitInput made = visit;
  const bool grows = visit.total_of_parts && is_part_of_total(amount);
  Reach total(0, kLargestAmount);
  if ((visit.known & 1U) != 0 && !grows) total = this->amount(visit, static_cast<std::size_t>(Field::kTotal));
  made.known |= std::uint32_t{1} << amount;
  made.open |= std::uint32_t{1} << amount | (grows ? 1U : 0U);
  open_.amounts.push_back({visit.order, amount, Reach(0, total.most).go(kAnswer, kAnswer)});
  const bool settled = settle_any(made, listener, ways);
  open_.amounts.pop_back();
  return settled;
}

// False where there are too many ways, or, with a stop, where something has to be known first.
template <class Figures>
bool Run<Figures>::settle_each(const VisitInput& visit, const Stop& stop, VisitListener* listener,
                               std::size_t& ways) {
  const OpenFact may = may_be(visit, stop);
  ways += static_cast<std::size_t>(__builtin_popcountll(may.codes));
  if (may.codes == 0 || ways > most_ways_) return false;
  const auto before = way();
  const auto open = std::make_unique<const Open>(open_);
  const Lookup::Words words = words_of_year_;
  const std::uint32_t idle = idle_;
  std::unique_ptr<Way> all;
  for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
    go_back(*before);
    VisitInput made = visit;
    if (stop.why == Stop::Why::kIdentityOpen) {
      open_.identities[stop.which].code = lowest_code(rest);
    } else {
      take_fact(made, may, lowest_code(rest));
    }
    const bool settled = settle_any(made, listener, ways);
    open_ = *open;
    words_of_year_ = words;
    idle_ = idle;
    if (!settled) return false;
    if (all) go_either(*all);
    all = way();
  }
  return true;
}

// It hangs on amounts which category is paid most, or what a derived fact is: each that it may be.
template <class Figures>
bool Run<Figures>::settle_hanging(const VisitInput& visit, const Stop& stop, VisitListener* listener,
                                  std::size_t& ways) {
  const bool of_category = stop.which == kCategoryHangs;
  std::uint64_t codes = stop.which;
  if (of_category) {
    plan_.lookup.find_for_visit(visit.codes, words_of_year_, words_);
    codes = categories_at(visit);
  } else {
    codes = open_.may_be[stop.which];
    if (open_.forced[stop.which] != 0) return false;
  }
  ways += static_cast<std::size_t>(__builtin_popcountll(codes));
  if (codes == 0 || ways > most_ways_) return false;
  const auto before = way();
  std::unique_ptr<Way> all;
  for (; codes != 0; codes &= codes - 1) {
    go_back(*before);
    bool settled = false;
    if (of_category) {
      settled = settle_heard(visit, listener, codes & ~(codes - 1));
    } else {
      open_.forced[stop.which] = lowest_code(codes);
      settled = settle_any(visit, listener, ways);
      open_.forced[stop.which] = 0;
    }
    if (!settled && of_category && stop_.why == Stop::Why::kFactMissing) {
      // Only a category behind the one that it hung on asks for the fact: it is answered first.
      const Stop missing = stop_;
      stop_ = {};
      go_back(*before);
      return settle_each(visit, missing, listener, ways);
    }
    if (!settled) return false;
    if (all) go_either(*all);
    all = way();
  }
  return true;
}

template <class Figures>
inline OpenFact Run<Figures>::may_be(const VisitInput& visit, const Stop& stop) const {
  OpenFact may;
  may.fact = stop.which;
  if (stop.why == Stop::Why::kIdentityOpen) {
    may.codes = open_.identities[stop.which].candidates;
    return may;
  }
  const FactPlan& fact = plan_.facts[stop.which];
  // What was missing at another visit is not found here.
  const bool here = !fact.of_visit || stop.order == visit.order;
  if (!here || visit.codes[stop.which] != 0) return may;
  return allowed(year_, fact, stop.which, fact.of_visit ? std::optional(visit.order) : std::nullopt);
}

// As if that were the answer, at this visit.
template <class Figures>
inline void Run<Figures>::take_fact(VisitInput& visit, const OpenFact& may, std::uint8_t code) {
  const FactPlan& fact = plan_.facts[may.fact];
  visit.codes[may.fact] = code;
  if (visit.kind_open && fact.id == "kind") {
    visit.kind_open = false;
    visit.stay = (plan_.stays >> code & 1U) != 0;
  }
  if (!fact.of_visit) {
    open_.person[may.fact] = code;
    words_of_year_[0] = 0;
    plan_.lookup.find_for_year(open_.person, words_of_year_);
    find_idle();
  }
  if (fact.amount == 0 || (visit.known >> fact.amount & 1U) != 0) return;
  const auto [least, most] = stretch(fact, code, may);
  visit.known |= std::uint32_t{1} << fact.amount;
  visit.open |= std::uint32_t{1} << fact.amount;
  open_.amounts.push_back({visit.order, fact.amount, Reach(least, most).go(kAnswer, kAnswer)});
}

inline bool counts_sheets_only(const LayerPlan& layer) {
  for (const BasePlan& base : layer.bases) {
    if (((base.fields | base.fields_less) >> kFieldCount) != 0) return false;
    for (const SharePlan& share : base.shares) {
      if (share.of >= kFieldCount) return false;
    }
  }
  return true;
}

// Whether the rules may ask for a part of a sheet of which the parts make the total.
template <class Figures>
bool Run<Figures>::may_grow(const VisitInput& visit) const {
  if (!visit.total_of_parts) return false;
  const std::uint32_t asked = plan_.amounts_looked_at();
  return std::any_of(kSheetParts.begin(), kSheetParts.end(),
                     [&](Field part) { return (field_bit(part) & asked & ~visit.known) != 0; });
}

// Anything may have happened at the visit that its amounts allow.
template <class Figures>
void Run<Figures>::settle_unknown(const VisitInput& visit) {
  const auto up_to = [](Fen most) { return Reach(0, most).go(kAnswer, kAnswer); };
  const auto most_of = [&](std::size_t index, Fen otherwise) {
    return (visit.known >> index & 1U) != 0 ? amount(visit, index).most : otherwise;
  };
  const Fen total = may_grow(visit) ? kLargestAmount : most_of(0, kLargestAmount);
  Fen parts = 0;
  for (const Field part : kSheetParts) {
    const auto index = static_cast<std::size_t>(part);
    if ((visit.open >> index & 1U) == 0) parts += most_of(index, 0);
  }
  const Fen bill = std::max(total, parts);
  Fen all = bill;
  for (std::size_t i = 0; i < plan_.amount_facts.size(); ++i) all += most_of(kFieldCount + i, kLargestAmount);
  const Reach any = up_to(all);
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
    const auto& sheet = plan_.layers[i].sheet;
    const bool stated = sheet && (visit.known >> *sheet & 1U) != 0;
    now_.paid[i] = stated ? amount(visit, *sheet) : counts_sheets_only(plan_.layers[i]) ? up_to(bill) : any;
    totals_.paid[i] = arithmetic_.add(totals_.paid[i], now_.paid[i]);
  }
  for (std::size_t i = 0; i < plan_.pools.size(); ++i) now_.drawn[i] = arithmetic_.add(now_.drawn[i], any);
  for (const std::uint8_t index : plan_.cumulative_layers)
    now_.counted[index] = {arithmetic_.add(now_.counted[index].amount, any), 0, nullptr, 0};
  for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
    const Reach change = plan_.derived[i].sum ? Reach(-all, all) : Reach(0, 1);
    now_.derived[i] = arithmetic_.add(now_.derived[i], change);
  }
  own_ = {up_to(total), up_to(total), up_to(total)};
  const Fen least = (visit.known & 1U) != 0 ? amount(visit, 0).least : 0;
  totals_.total = arithmetic_.add(totals_.total, Reach(least, total).go(kAnswer, kAnswer));
  totals_.personal.in_scope = arithmetic_.add(totals_.personal.in_scope, own_.in_scope);
  totals_.personal.out_of_scope = arithmetic_.add(totals_.personal.out_of_scope, own_.out_of_scope);
  totals_.personal.total = arithmetic_.add(totals_.personal.total, own_.total);
  for (Course& each : directions_.courses) each.unlike = true;
  directions_.other_pools = directions_.uncut_pools = ~std::uint32_t{0};
  directions_.fits = false;
  directions_.last = Directions::kSeveral;
}

template <class Figures>
inline Stop Run<Figures>::run(const std::vector<VisitSlot>& order, std::size_t most_ways,
                              YearFigures& figures, VisitListener* listener) {
  start();
  most_ways_ = most_ways;
  const Stop stop = run_visits(order, figures.visits, listener);
  figures.settled = settled_ + figures.visits.size();
  if (stop.why != Stop::Why::kNothing) return stop;
  finish();
  tell_state(figures.after);
  return {};
}

template <class Figures>
inline Stop Run<Figures>::run_visits(const std::vector<VisitSlot>& order, std::vector<VisitFigures>& figures,
                                     VisitListener* listener) {
  for (const VisitSlot& slot : order) {
    const VisitInput& visit = year_.visits[slot.visit];
    const Number before = totals_.total;
    std::size_t ways = 1;
    if (!(most_ways_ > 1 ? settle_any(visit, listener, ways) : settle_heard(visit, listener))) return stop_;
    if (arithmetic_.overflowed()) return {Stop::Why::kOverflow, visit.order, 0};
    VisitFigures& told = figures.emplace_back();
    told.visit = slot.visit;
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) told.paid[i] = now_.paid[i];
    told.personal = own_;
    // What the visit added, whichever way it went.
    told.total =
        Reach(totals_.total.least - before.least, totals_.total.most - before.most).go(kAnswer, kAnswer);
    if (const Number stated = amount(visit, 0);
        stated.least == told.total.least && stated.most == told.total.most)
      told.total = stated;
  }
  return {};
}

}  // namespace aidcheck
