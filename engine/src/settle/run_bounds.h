#pragma once

#include "settle/run.h"

namespace aidcheck {

/// How a rate grows over what has been counted: what a further amount gets then rises or falls with it.
enum class Bend { kNone, kUp, kDown, kBoth };

inline Bend bend_of(const RatePlan& rate, const Reach& deductible, const Changes& changes) {
  bool up = deductible.most > 0;
  bool down = false;
  const auto may_rise = [&](const BandPlan& from, const BandPlan& to) {
    const bool same = from.percent != 0 && from.percent == to.percent;
    return !same && rate_of(rate, to, changes.at_most()).numerator > rate_of(rate, from, changes).numerator;
  };
  for (std::size_t i = 1; i < rate.bands.size(); ++i) {
    up = up || may_rise(rate.bands[i - 1], rate.bands[i]);
    down = down || may_rise(rate.bands[i], rate.bands[i - 1]);
  }
  // The last band may end: what lies behind it gets nothing.
  down = down || rate.bands.back().to != std::numeric_limits<Fen>::max();
  if (up && down) return Bend::kBoth;
  return up ? Bend::kUp : down ? Bend::kDown : Bend::kNone;
}

/// A rate of at most 100 %: what it leaves of an amount grows with the amount.
inline bool leaves_some(const RatePlan& rate) {
  for (const BandPlan& band : rate.bands) {
    if (band.numerator > rate.denominator) return false;
  }
  return true;
}

// The amounts that make up a base, where they are just added up; 0 where they are not.
template <class Figures>
inline std::uint32_t Run<Figures>::amounts_of(const BasePlan& base) const {
  if (!base.plain) return 0;
  if (!base.scope) return base.fields;
  const bool simple = directions_.scope->plain && directions_.scope->less == 0 &&
                      (directions_.scope->fields & base.fields) == 0;
  return simple ? directions_.scope->fields | base.fields : 0;
}

// Parts of a sheet share one total: what is in scope leaves room for those that are not.
template <class Figures>
inline auto Run<Figures>::within_total(const BasePlan& base, const VisitInput& visit, Given scope) -> Number {
  if (visit.open == 0 || visit.as_stated || !base.plain || (visit.known & 1U) == 0) return scope;
  Fen others = 0;
  Fen stated = 0;
  for (const Field part : kSheetParts) {
    const auto index = static_cast<std::size_t>(part);
    if ((visit.known >> index & 1U) == 0) continue;
    const Fen least = amount(visit, index).least;
    if ((base.fields >> index & 1U) == 0) others = arithmetic_.add(others, least);
    if ((visit.open >> index & 1U) == 0) stated = arithmetic_.add(stated, least);
  }
  const Number total = amount(visit, static_cast<std::size_t>(Field::kTotal));
  // A sheet that does not add up as it was stated is taken as it is.
  if (stated > total.least) return scope;
  return smaller(scope, arithmetic_.less(total, Number(others)));
}

// Whether a base is another one less what that layer paid; payers that paid nothing make no difference.
template <class Figures>
inline bool Run<Figures>::same_but(const BasePlan& base, const BasePlan& before, std::size_t payer) const {
  const std::uint32_t amounts = amounts_of(base);
  if (amounts == 0 || amounts != amounts_of(before)) return false;
  const std::uint32_t with_payer = before.less | std::uint32_t{1} << payer;
  for (std::uint32_t rest = base.less ^ with_payer; rest != 0; rest &= rest - 1) {
    if (!(now_.paid[lowest_bit(rest)] == Number(0))) return false;
  }
  return true;
}

// What a layer before it left of just this base.
template <class Figures>
inline auto Run<Figures>::left_for(const BasePlan& base) const -> const Number* {
  for (std::size_t i = plan_.layers.size(); i-- > 0;) {
    if (directions_.rests[i].base != nullptr && same_but(base, *directions_.rests[i].base, i))
      return &directions_.rests[i].amount;
  }
  return nullptr;
}

// `paid`: it goes with all but the base; with the base it grows, and never by more than that.
template <class Figures>
inline void Run<Figures>::leave(std::size_t index, const BasePlan& base, Given amount, Given paid) {
  Number left = arithmetic_.less(amount, paid);
  if (paid.up == 0 && paid.down == 0) {
    left.least = arithmetic_.less(amount.least, paid.least);
    left.most = arithmetic_.less(amount.most, paid.most);
  }
  left.go(amount.up | paid.down, amount.down | paid.up);
  directions_.rests[index] = {&base, left};
}

// What the rate gives, cut to what is left of the pools.
template <class Figures>
inline bool Run<Figures>::pay_within(std::size_t index, const LayerPlan& layer, const Rows& rows,
                                     const Changes& changes, std::uint8_t category, Given measured,
                                     Given base, Given deductible, const VisitInput& visit,
                                     LayerRecord* record) {
  const RatePlan& rate = layer.rates[rows.rate];
  Course& course = directions_.courses[index];
  Number amount = base;
  Number whole = base;
  whole.go(base.up | measured.up, base.down | measured.down);
  Number before = 0;
  if (rate.lump) {
    Number lump = 0;
    if (!parameter(rate.amount, visit, lump)) return false;
    amount = smaller(lump, amount);
  } else if (layer.over_year) {
    amount = added(index, layer, rate, changes, whole, amount, deductible, before);
  } else {
    amount = share(rate, amount, deductible, changes, arithmetic_);
  }
  note(record, &LayerRecord::counted_before, before);
  note(record, &LayerRecord::uncapped, amount);
  const std::uint32_t pools = rows.draw == outcome::kNone ? 0 : layer.draws.masks[rows.draw];
  if (!cut(pools, category, visit, measured, amount, record)) return false;
  agree_on(index, layer, rows, changes, deductible, pools);
  course.always &= pools;
  course.single = course.single && (pools & (pools - 1)) == 0;
  if (pools == 0 && !layer.over_year) course.unlike = true;
  if (course.seen && (pools == 0) != (course.pools == 0)) course.unlike = true;
  course.seen = true;
  course.pools |= pools;
  if (rate.lump || leaves_some(rate)) leave(index, layer.bases[rows.base], measured, amount);
  amount.go(amount.up | measured.up, amount.down | measured.down);
  now_.paid[index] = amount;
  return true;
}

// Adds the terms of a layer to those of the visit.
template <class Figures>
inline void Run<Figures>::agree_on(std::size_t index, const LayerPlan& layer, const Rows& rows,
                                   const Changes& changes, Given deductible, std::uint32_t pools) {
  const RatePlan& rate = layer.rates[rows.rate];
  directions_.terms.mix(index);
  const BasePlan& base = layer.bases[rows.base];
  directions_.terms.mix(base.plain ? std::uint64_t{base.fields} << 32 | base.less : rows.base);
  directions_.terms.mix(base.scope);
  directions_.terms.mix(deductible);
  directions_.terms.mix(pools);
  directions_.terms.mix(changes.hold);
  if (rate.flat && !rate.lump && layer.plain) {
    directions_.terms.rates[index] = &rate;
  } else {
    directions_.terms.mix(rate);
    directions_.terms.mix(static_cast<std::uint64_t>(rate.amount.amount));
    directions_.terms.mix(rows.rate);
  }
}

// What a cumulative layer pays at a visit: F of the year with it less F of the year without.
template <class Figures>
inline auto Run<Figures>::added(std::size_t index, const LayerPlan& layer, const RatePlan& rate,
                                const Changes& changes, Given base, Given plain, Given deductible,
                                Number& before) -> Number {
  Counted<Number>& counted = now_.counted[index];
  Course& course = directions_.courses[index];
  before = counted.amount;
  const Number threshold = layer.deductible_per_visit ? Number(0) : deductible;
  const Number now = with_visit(layer, before, base, deductible);
  const Number with = with_visit(layer, before, plain, deductible);
  const Changes most = changes.at_most();
  const Percents none;
  const Percents& percents = changes.percents == nullptr ? none : *changes.percents;
  // Figures that are rounded each for itself do not differ by just what is between them.
  const bool sure = rate.denominator == 1 || before == Number(0) ||
                    (before.exact() && threshold.exact() && percents.up == 0 && percents.down == 0);
  const auto difference = [&](Fen earlier, Fen later, Fen from, const Changes& at, bool up) {
    if (!sure) return share_between(rate, earlier, later, from, at, up, arithmetic_);
    return arithmetic_.less(share(rate, later, from, at, arithmetic_),
                            share(rate, earlier, from, at, arithmetic_));
  };
  const Bend bend = bend_of(rate, threshold, changes);
  const Fen less = arithmetic_.subtract(with.least, before.least);
  const Fen more = arithmetic_.subtract(with.most, before.most);
  Number amount = 0;
  if (bend == Bend::kBoth || (bend != Bend::kUp && !threshold.exact())) {
    amount = smaller(arithmetic_.less(share(rate, with, threshold, changes, arithmetic_),
                                      share(rate, before, threshold, changes, arithmetic_)),
                     Number(more));
  } else if (bend == Bend::kDown) {
    amount.least =
        difference(before.most, arithmetic_.add(before.most, less), threshold.most, changes, false);
    amount.most = difference(before.least, arithmetic_.add(before.least, more), threshold.least, most, true);
    amount.go(before.down | percents.up, before.up | percents.down);
  } else {
    amount.least = difference(before.least, with.least, threshold.most, changes, false);
    amount.most = difference(before.most, with.most, threshold.least, most, true);
    const bool straight = bend == Bend::kNone;
    amount.go((straight ? 0 : before.up | threshold.down) | percents.up,
              (straight ? 0 : before.down | threshold.up) | percents.down);
  }
  if (!sure) amount.loosen(0);
  const bool like = course.rate == nullptr || (course.rate == &rate && course.threshold == threshold);
  // One that goes one way, with the same ends and the same unknowns, is one and the same.
  if (!like || changes.hold != 0 || percents.of_visit || threshold.either() != 0 ||
      layer.deductible_per_visit)
    course.unlike = true;
  course.rate = &rate;
  course.percents = percents;
  course.threshold = threshold;
  counted = {now, Number(0), nullptr, threshold};
  return amount;
}

// Whether a parameter may be another at each visit.
template <class Figures>
inline bool Run<Figures>::changes(const ParameterPlan& plan) const {
  // The bit of none is that of the total, which is no parameter.
  const std::uint32_t amounts = std::uint32_t{1} << plan.of | std::uint32_t{1} << plan.percent;
  return (amounts & ~std::uint32_t{1} & plan_.of_visits) != 0;
}

template <class Figures>
inline void Run<Figures>::note_limit(unsigned pool, const ParameterPlan& from, Given amount) {
  Limit& limit = directions_.limits[pool];
  if ((limit.from != nullptr && limit.from != &from) || changes(from)) limit.same = false;
  limit.from = &from;
  limit.amount = amount;
}

// Whether more than its limit was never drawn from a pool.
template <class Figures>
inline bool Run<Figures>::never_over(unsigned pool) const {
  const Limit& limit = directions_.limits[pool];
  const bool cut = (directions_.uncut_pools >> pool & 1U) == 0 && limit.same;
  return limit.from != nullptr && cut &&
         (plan_.pools[pool].per_visit || open_.start.drawn[pool].most <= limit.amount.least);
}

// `amount` goes with all but the base.
template <class Figures>
inline bool Run<Figures>::cut(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Given base,
                              Number& amount, LayerRecord* record) {
  if ((pools & now_.unsure_pools) != 0) return stop_as(unsure_);
  Number whole = amount;
  whole.go(amount.up | base.up, amount.down | base.down);
  std::array<Number, kMostPools> limits;
  std::uint32_t limited = 0;
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    const std::uint16_t row = look_up(plan_.pools[pool].limit, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    if (row == outcome::kNone) {
      directions_.limits[pool].same = false;
      continue;
    }
    limited |= std::uint32_t{1} << pool;
    if (!parameter(plan_.pools[pool].limits[row], visit, limits[pool])) return false;
    note_limit(pool, plan_.pools[pool].limits[row], limits[pool]);
    directions_.terms.mix(limits[pool]);
    const Number left = arithmetic_.less(limits[pool], now_.drawn[pool]);
    if (record != nullptr) record->left_before[pool] = left;
    amount = smaller(amount, left);
  }
  Number full = amount;
  full.go(amount.up | base.up, amount.down | base.down);
  const std::array<Number, kMostPools> before = now_.drawn;
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    // What the other pools let through.
    Number through = whole;
    for (std::uint32_t others = pools & limited & ~(std::uint32_t{1} << pool); others != 0;
         others &= others - 1) {
      const unsigned other = lowest_bit(others);
      through = smaller(through, arithmetic_.less(limits[other], before[other]));
    }
    Number& drawn = now_.drawn[pool];
    drawn = arithmetic_.add(before[pool], through);
    if ((limited >> pool & 1U) == 0) continue;
    // What was drawn already may be more than a limit that hangs on the visit.
    if (before[pool].most > limits[pool].least && !never_over(pool)) {
      drawn = arithmetic_.add(before[pool], full);
    } else {
      drawn = smaller(drawn, limits[pool]);
    }
  }
  return true;
}

// Cuts an amount to what is left of pools, and draws on none.
template <class Figures>
inline bool Run<Figures>::keep_within(std::uint32_t pools, std::uint8_t category, const VisitInput& visit,
                                      Number& amount) {
  for (std::uint32_t rest = pools; rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest_bit(rest);
    const std::uint16_t row = look_up(plan_.pools[pool].limit, category);
    if (outcome::needs(row)) return stop_for_fact(row, visit);
    if (row == outcome::kNone) continue;
    Number limit = 0;
    if (!parameter(plan_.pools[pool].limits[row], visit, limit)) return false;
    amount = smaller(amount, arithmetic_.less(limit, now_.drawn[pool]));
  }
  return true;
}

// What is left to the person in scope: the last rest, where all that paid in scope is taken off in it.
template <class Figures>
inline auto Run<Figures>::left_in_scope(std::size_t& last) const -> const Number* {
  BasePlan all;
  all.scope = true;
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
    if (plan_.layers[i].in_scope) all.less |= std::uint32_t{1} << i;
  }
  for (std::size_t i = plan_.layers.size(); i-- > 0;) {
    if (directions_.rests[i].base == nullptr || !same_but(all, *directions_.rests[i].base, i)) continue;
    last = i;
    return &directions_.rests[i].amount;
  }
  return nullptr;
}

// Whether a layer's base is at most what those before it left of what is in scope.
template <class Figures>
inline bool Run<Figures>::takes_what_is_left(const BasePlan& base, std::size_t layer) const {
  BasePlan scope;
  scope.scope = true;
  if (amounts_of(base) == 0 || amounts_of(base) != amounts_of(scope)) return false;
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
    // What is paid behind it by the rules takes it off in its turn.
    const bool behind = i >= layer && directions_.rests[i].base != nullptr;
    const bool taken = behind || (base.less >> i & 1U) != 0 || !plan_.layers[i].in_scope;
    if (!taken && !(now_.paid[i] == Number(0))) return false;
  }
  return true;
}

// Nobody pays more in all than in scope and out of it.
template <class Figures>
inline void Run<Figures>::keep_to_parts(OwnShare<Number>& own) {
  const Fen most = arithmetic_.add(own.in_scope.most, own.out_of_scope.most);
  own.total = Reach(own.total.least, std::min(own.total.most, most)).go(own.total.up, own.total.down);
}

// What was paid in scope is also what is in scope less what is left of it.
template <class Figures>
inline void Run<Figures>::share_within(Given total) {
  Number in_scope = 0;
  Number beyond = 0;
  Number given = 0;     // in scope, whatever the rules pay
  bool in_turn = true;  // each layer pays from what those before it left
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
    Number& sum = plan_.layers[i].in_scope ? in_scope : beyond;
    sum = arithmetic_.add(sum, now_.paid[i]);
    if (!plan_.layers[i].in_scope) continue;
    if (directions_.rests[i].base == nullptr) {
      given = arithmetic_.add(given, now_.paid[i]);
    } else {
      in_turn = in_turn && takes_what_is_left(*directions_.rests[i].base, i);
    }
  }
  std::size_t last = Directions::kNotSeen;
  const Number* left = left_in_scope(last);
  // Where more may have been paid than there was to pay, the sums do not meet.
  const bool fits = (left != nullptr && in_turn ? given : in_scope).most <= scope_.least;
  directions_.fits = directions_.fits && fits && total.least >= arithmetic_.add(scope_.most, beyond.most);
  if (left != nullptr && fits) in_scope = both(in_scope, arithmetic_.subtract(scope_, *left));
  own_ = {arithmetic_.less(scope_, in_scope), arithmetic_.less(total, scope_),
          arithmetic_.less(total, arithmetic_.add(in_scope, beyond))};
  if (left != nullptr) own_.in_scope = both(own_.in_scope, *left);
  keep_to_parts(own_);
  bool is_last = false;
  for (const std::uint8_t index : plan_.cumulative_layers) {
    if (directions_.rests[index].base == nullptr) continue;
    is_last = index == last;
    directions_.last = is_last && (directions_.last == Directions::kNotSeen || directions_.last == index)
                           ? index
                           : Directions::kSeveral;
  }
  if (!is_last) directions_.others = arithmetic_.add(directions_.others, own_.in_scope);
}

// Whether only this layer drew on a pool, by what it paid.
template <class Figures>
inline bool Run<Figures>::draws_alone(unsigned pool, std::size_t layer) const {
  for (const std::uint8_t index : plan_.computed_layers) {
    if (index != layer && (directions_.courses[index].pools >> pool & 1U) != 0) return false;
  }
  return (directions_.other_pools >> pool & 1U) == 0;
}

// What a cumulative layer paid over the year, and what it left: F of its end less F of its beginning.
template <class Figures>
inline void Run<Figures>::total_over_year(std::size_t index, const Course& course) {
  const RatePlan& rate = *course.rate;
  const Percents& percents = course.percents;
  Changes least;
  if (rate.percents != 0) least.look_at(percents);
  const Changes most = least.at_most();
  const Number& begin = open_.start.counted[index];
  if (!begin.exact()) return;
  const Fen start = begin.least;
  const Number& end = now_.counted[index].amount;
  const Number& from = course.threshold;
  const bool sure = start == 0 || (percents.up == 0 && percents.down == 0);
  if (start != 0 && !from.exact()) return;
  const auto pays = [&](Fen until, Fen threshold, const Changes& at) {
    return arithmetic_.less(share(rate, until, threshold, at, arithmetic_),
                            share(rate, start, threshold, at, arithmetic_));
  };
  Number paid(pays(end.least, from.most, least), pays(end.most, from.least, most));
  paid.go(end.up | from.down | percents.up, end.down | from.up | percents.down);
  if (!sure) paid.loosen(1);
  Number& total = totals_.paid[index];
  if (course.pools != 0) {
    const unsigned pool = lowest_bit(course.pools);
    const Number left = arithmetic_.less(directions_.limits[pool].amount, open_.start.drawn[pool]);
    if (never_over(pool)) total = both(total, smaller(paid, left));
    return;
  }
  total = both(total, paid);
  if (directions_.last != index || !leaves_some(rate)) return;
  Number left(arithmetic_.less(end.least - start, pays(end.least, from.least, most)),
              arithmetic_.less(end.most - start, pays(end.most, from.most, least)));
  left.go(end.up | from.up | percents.down, end.down | from.down | percents.up);
  if (!sure) left.loosen(1);
  totals_.personal.in_scope = both(totals_.personal.in_scope, arithmetic_.add(directions_.others, left));
}

// The figures of the year that go one way though those of its visits go against each other.
template <class Figures>
inline void Run<Figures>::finish() {
  for (const std::uint8_t index : plan_.computed_layers) {
    const Course& course = directions_.courses[index];
    Number& total = totals_.paid[index];
    if (course.unlike) continue;
    if (course.pools != 0) {
      // Each visit's payment was drawn from one of several pools, or from one all along.
      Number drawn = 0;
      bool own = course.single;
      for (std::uint32_t rest = course.pools; rest != 0; rest &= rest - 1) {
        const unsigned pool = lowest_bit(rest);
        const bool alone = draws_alone(pool, index) && !plan_.pools[pool].per_visit;
        const Number since = arithmetic_.subtract(now_.drawn[pool], open_.start.drawn[pool]);
        own = own && alone;
        drawn = arithmetic_.add(drawn, since);
        if (alone && (course.always >> pool & 1U) != 0) total = both(total, since);
      }
      if (!own) continue;
      total = both(total, drawn);
    }
    const bool one_pool = (course.pools & (course.pools - 1)) == 0;
    if (course.rate != nullptr && one_pool) total_over_year(index, course);
  }
  Number paid = 0;
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) paid = arithmetic_.add(paid, totals_.paid[i]);
  if (directions_.fits)
    totals_.personal.total = both(totals_.personal.total, arithmetic_.less(totals_.total, paid));
  keep_to_parts(totals_.personal);
}

}  // namespace aidcheck
