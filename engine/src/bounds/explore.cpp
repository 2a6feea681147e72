#include "bounds/explore.h"

#include <algorithm>
#include <limits>

#include "bounds/box.h"
#include "bounds/domain.h"
#include "bounds/figures.h"
#include "bounds/opening.h"
#include "settle/open.h"

namespace aidcheck {
namespace {

using Years = std::vector<YearFigures>;

// A year of few visits takes little less time than one of some.
constexpr std::size_t kMostSettlements = 300;
// Of a visit where it hangs on amounts what is done.
constexpr std::size_t kMostWays = 16;

// A part of the completions whose bounds may be too wide.
struct Pending {
  Box box;
  std::vector<Reach> told;
  std::vector<Reach> carried;
  std::uint32_t either = 0;  // the numbers with which some figure goes either way
  Fen excess = 0;
};

class Explorer {
 public:
  Explorer(const std::vector<const Part*>& parts, std::size_t most_visits, YearListener* listener)
      : parts_(parts), listener_(listener) {
    std::size_t visits = 0;
    for (const Part* part : parts) visits += part->settled.digest.year.visits.size();
    most_ = std::clamp<std::size_t>(most_visits / std::max<std::size_t>(1, visits), 1, kMostSettlements);
    for (const Part* part : parts) {
      YearFiguresOf<Hull>& made = bounds_.parts.emplace_back();
      std::vector<VisitSlot> order;
      sort_visits(part->settled.digest.year, order);
      for (const VisitSlot& slot : order) made.visits.emplace_back().visit = slot.visit;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) hulls_.add(plan(i), bounds_.parts[i]);
    for (Hull* figure : hulls_.told()) *figure = Hull();
    for (Hull* figure : hulls_.carried()) *figure = Hull();
  }

  Bounds run() { return run(box_of(parts_, bounds_.unknown)); }

  Bounds run(const Box& root) {
    explore(root, true);
    narrow_down();
    if (gave_up_ && bounds_.stop.why == Stop::Why::kNothing) take_together(root);
    return std::move(bounds_);
  }

 private:
  [[nodiscard]] const Plan& plan(std::size_t part) const { return parts_[part]->settled.plan; }

  // `whole`: no number of the box was narrowed yet.
  void explore(const Box& box, bool whole) {
    if (bounds_.stop.why != Stop::Why::kNothing || gave_up_ || !can_be(box)) return;
    Years years;
    std::size_t part = 0;
    const Stop stop = settle(box, 1, years, part, nullptr);
    switch (stop.why) {
      case Stop::Why::kNothing:
        if (whole) hear(box);
        take(box, years, whole);
        break;
      case Stop::Why::kFactMissing:
        answer(box, part, stop, whole);
        break;
      case Stop::Why::kIdentityOpen:
        decide(box, part, stop, whole);
        break;
      case Stop::Why::kAmountMissing:
        open(box, part, stop);
        break;
      case Stop::Why::kHangsOnAmounts:
        take_hanging(box, whole);
        break;
      case Stop::Why::kOverflow:
        bounds_.stop = stop;
        bounds_.stopped_in = part;
        break;
    }
  }

  // Each part goes on from where the one before it ended.
  Stop settle(const Box& box, std::size_t most_ways, Years& years, std::size_t& part,
              YearListener* listener) {
    ++bounds_.settlements;
    years.resize(parts_.size());
    for (part = 0; part < parts_.size(); ++part) {
      YearStateOf<Reach> start = box.starts[part];
      if (part > 0) {
        YearStateOf<Reach>& state = years[part - 1].after;
        if (state.lacking.why != Stop::Why::kNothing) {
          if (most_ways == 1) return --part, state.lacking;
          forget(state);
        }
        carry_over(plan(part - 1), state, plan(part), start);
      }
      YearInput year = box.years[part];
      year.start = &start;
      Heard heard{listener, part, &year};
      const Stop stop =
          Settler(plan(part)).settle(year, most_ways, years[part], listener == nullptr ? nullptr : &heard);
      if (stop.why != Stop::Why::kNothing) return stop;
    }
    part = 0;
    return {};
  }

  struct Heard final : VisitListener {
    Heard(YearListener* to, std::size_t at, const YearInput* of) : listener(to), part(at), year(of) {}
    void hear(const VisitRecordOf<Reach>& record) override { listener->hear(part, *year, record); }
    YearListener* listener;
    std::size_t part;
    const YearInput* year;
  };

  // What is not known at the end of a part may be anything at the start of the next.
  static void forget(YearStateOf<Reach>& state) {
    const Reach any = Reach(0, kLargestAmount).go(kAnswer, kAnswer);
    const auto loosen = [&](auto& figures, std::uint32_t which) {
      for (std::size_t i = 0; i < figures.size(); ++i) {
        if ((which >> i & 1U) != 0) figures[i] = any;
      }
    };
    loosen(state.drawn, state.unsure_pools);
    loosen(state.counted, state.uncounted);
    loosen(state.derived, state.unknown);
  }

  void hear(const Box& box) {
    if (listener_ == nullptr) return;
    Years years;
    std::size_t part = 0;
    settle(box, 1, years, part, listener_);
  }

  void add_unknown(const Unknown& unknown) {
    auto& all = bounds_.unknown;
    if (std::find(all.begin(), all.end(), unknown) == all.end()) all.push_back(unknown);
  }

  // Whether so many more ways can be tried.
  bool branch(const Box& box, std::uint64_t codes) {
    const auto ways = box.ways * static_cast<std::size_t>(__builtin_popcountll(codes));
    if (ways > most_ || bounds_.settlements >= most_ * 2) gave_up_ = true;
    return !gave_up_;
  }

  // Tries each answer that a fact may have.
  void answer(const Box& box, std::size_t part, const Stop& stop, bool whole) {
    const FactPlan& fact = plan(part).facts[stop.which];
    const auto visit = fact.of_visit ? std::optional(stop.order) : std::nullopt;
    const OpenFact may = allowed(box.years[part], fact, stop.which, visit);
    add_unknown({Unknown::What::kFact, part, visit, stop.which});
    if (!branch(box, may.codes)) return;
    for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
      const auto code = static_cast<std::uint8_t>(__builtin_ctzll(rest));
      Box next = box;
      next.ways *= static_cast<std::size_t>(__builtin_popcountll(may.codes));
      if (choose(parts_, part, may, code, next)) explore(next, whole);
    }
  }

  void decide(const Box& box, std::size_t part, const Stop& stop, bool whole) {
    const OpenIdentity& identity = box.years[part].open_identities[stop.which];
    add_unknown({Unknown::What::kIdentity, part, std::nullopt, identity.index});
    if (!branch(box, identity.candidates)) return;
    for (std::uint64_t rest = identity.candidates; rest != 0; rest &= rest - 1) {
      Box next = box;
      next.ways *= static_cast<std::size_t>(__builtin_popcountll(identity.candidates));
      choose_category(parts_, part, identity, static_cast<std::uint8_t>(__builtin_ctzll(rest)), next);
      explore(next, whole);
    }
  }

  void open(const Box& box, std::size_t part, const Stop& stop) {
    const auto amount = static_cast<std::uint8_t>(stop.which);
    add_unknown({Unknown::What::kAmount, part, stop.order, amount});
    const YearInput& year = box.years[part];
    const Reach domain = domain_of(plan(part), year, stop.order, amount);
    const auto try_out = [&](Fen least, Fen most) {
      Box next = box;
      next.open({least, most, {{part, stop.order, amount, std::nullopt}}}, parts_);
      explore(next, true);
    };
    Fen least = domain.least;
    for (const Fen turn : turns(plan(part), year, stop.order, amount)) {
      if (turn <= least || turn > domain.most) continue;
      try_out(least, turn - 1);
      least = turn;
    }
    try_out(least, domain.most);
  }

  // Halves the widest of the numbers among those with which figures go either way.
  bool split(const Pending& pending) {
    const Box& box = pending.box;
    std::size_t widest = box.numbers.size();
    Fen width = 0;
    for (std::size_t i = 0; i < box.numbers.size(); ++i) {
      const Fen here = box.numbers[i].most - box.numbers[i].least;
      const bool among =
          (pending.either & kAnswer) != 0 || (i < kMostNumbers && (pending.either >> i & 1U) != 0);
      if (!among || here <= width) continue;
      widest = i;
      width = here;
    }
    if (widest == box.numbers.size()) return false;
    const Fen least = box.numbers[widest].least;
    const Fen most = box.numbers[widest].most;
    const Fen middle = least + width / 2;
    Box half = box;
    half.narrow(widest, least, middle, parts_);
    explore(half, false);
    half = box;
    half.narrow(widest, middle + 1, most, parts_);
    explore(half, false);
    return true;
  }

  // Where bounds go furthest beyond what is reached first, as long as there is time.
  void narrow_down() {
    while (!pending_.empty() && bounds_.stop.why == Stop::Why::kNothing && !gave_up_) {
      auto worst = pending_.begin();
      for (auto each = pending_.begin(); each != pending_.end(); ++each) {
        each->excess = excess_of(each->told);
        if (each->excess > worst->excess) worst = each;
      }
      const Pending next = std::move(*worst);
      pending_.erase(worst);
      if (next.excess == 0 || bounds_.settlements >= most_ || !split(next)) cover(next);
    }
  }

  void cover(const Pending& pending) {
    for (std::size_t i = 0; i < pending.told.size(); ++i) hulls_.told()[i]->cover(pending.told[i]);
    for (std::size_t i = 0; i < pending.carried.size(); ++i) hulls_.carried()[i]->cover(pending.carried[i]);
  }

  // How far bounds that may be too wide go beyond what is reached.
  Fen excess_of(const std::vector<Reach>& told) const {
    Fen excess = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
      const Hull& hull = *hulls_.told()[i];
      if (told[i].either() == 0 || !hull.exceeded_by(told[i])) continue;
      excess = std::max({excess, hull.low - told[i].least, told[i].most - hull.high});
    }
    return excess;
  }

  // A part of the completions for which all figures have bounds.
  void take(const Box& box, Years& years, bool whole) {
    const Figures<Reach> figures = figures_of(years);
    std::vector<std::uint32_t> corners;  // the numbers at their upper end
    const std::uint32_t either = find_corners(figures, corners);
    if (either != 0) add_corners(box, corners);
    for (const std::uint32_t upper : corners) at_corner(box, upper, whole);
    // What goes one way lies between what it is at its corners, which were settled.
    for (Reach* figure : figures.told()) {
      if (figure->either() == 0 && !figure->exact()) *figure = nothing();
    }
    put(box, figures, either);
  }

  // Parts for which it hangs on amounts what is done: all that may be done is taken together.
  void take_hanging(const Box& box, bool whole) {
    std::vector<std::uint32_t> corners;
    add_corners(box, corners);
    for (const std::uint32_t upper : corners) at_corner(box, upper, false);
    Years years;
    std::size_t part = 0;
    const Stop stop = settle(box, kMostWays, years, part, whole ? listener_ : nullptr);
    if (stop.why == Stop::Why::kAmountMissing) return open(box, part, stop);
    if (stop.why != Stop::Why::kNothing) {
      bounds_.stop = stop;
      return;
    }
    put(box, figures_of(years), kAnswer);
  }

  void put(const Box& box, const Figures<Reach>& figures, std::uint32_t either) {
    Pending made{box, {}, {}, either, 0};
    for (const Reach* figure : figures.told()) made.told.push_back(*figure);
    for (const Reach* figure : figures.carried()) made.carried.push_back(*figure);
    if (either != 0 && excess_of(made.told) != 0) {
      pending_.push_back(std::move(made));
    } else {
      cover(made);
    }
  }

  static Reach nothing() { return {std::numeric_limits<Fen>::max(), std::numeric_limits<Fen>::min()}; }

  Figures<Reach> figures_of(Years& years) const {
    Figures<Reach> figures;
    for (std::size_t i = 0; i < parts_.size(); ++i) figures.add(plan(i), years[i]);
    return figures;
  }

  // Where figures that go one way have their ends; the numbers with which some go either way.
  static std::uint32_t find_corners(const Figures<Reach>& figures, std::vector<std::uint32_t>& corners) {
    std::uint32_t either = 0;
    for (const Reach* figure : figures.told()) {
      either |= figure->either();
      if (figure->exact() || figure->either() != 0) continue;
      add_corner(figure->up, corners);
      add_corner(figure->down, corners);
    }
    return either;
  }

  static void add_corner(std::uint32_t upper, std::vector<std::uint32_t>& corners) {
    if (std::find(corners.begin(), corners.end(), upper) == corners.end()) corners.push_back(upper);
  }

  // What goes either way has its ends at some corner more often than not.
  static void add_corners(const Box& box, std::vector<std::uint32_t>& corners) {
    constexpr std::size_t kAllOf = 4;
    const std::size_t numbers = std::min(box.numbers.size(), kMostNumbers);
    if (numbers <= kAllOf) {
      for (std::uint32_t upper = 0; upper < std::uint32_t{1} << numbers; ++upper) add_corner(upper, corners);
      return;
    }
    add_corner(0, corners);
    add_corner(~std::uint32_t{0}, corners);
    for (std::size_t i = 0; i < numbers; ++i) add_corner(std::uint32_t{1} << i, corners);
  }

  [[nodiscard]] static bool can_be(const Box& box) {
    return std::all_of(box.years.begin(), box.years.end(),
                       [](const YearInput& year) { return aidcheck::can_be(year); });
  }

  void at_corner(const Box& box, std::uint32_t upper, bool whole) {
    Box corner = box;
    for (std::size_t i = 0; i < corner.numbers.size(); ++i) {
      const OpenNumber& number = corner.numbers[i];
      const bool at_most = i < kMostNumbers && (upper >> i & 1U) != 0;
      const Fen value = at_most ? number.most : number.least;
      corner.narrow(i, value, value, parts_);
    }
    if (can_be(corner)) return settle_point(corner, true, whole);
    settle_point(corner, false, false);
    // The nearest that can be: parts of a sheet are taken back, the last first or the first first.
    for (const bool last : {true, false}) {
      Box near = corner;
      if (fit(near, box, last)) settle_point(near, true, whole);
    }
  }

  // Takes parts of sheets back until they fit their totals.
  bool fit(Box& corner, const Box& box, bool last) {
    const std::size_t count = corner.numbers.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t number = last ? count - 1 - i : i;
      const OpenNumber& open = corner.numbers[number];
      const OpenNumber::Place& place = open.places.front();
      if (place.start || !place.visit || place.amount >= kFieldCount) continue;
      const Fen over = beyond_total(corner.years[place.part], *place.visit);
      if (over == 0) continue;
      const Fen value = std::max(box.numbers[number].least, open.most - over);
      corner.narrow(number, value, value, parts_);
    }
    return can_be(corner);
  }

  // A completion, or, where it cannot be real, bounds of some.
  void settle_point(const Box& corner, bool real, bool whole) {
    Years years;
    std::size_t part = 0;
    const Stop stop = settle(corner, 1, years, part, whole ? listener_ : nullptr);
    if (stop.why == Stop::Why::kOverflow) bounds_.stop = stop;
    if (stop.why != Stop::Why::kNothing) return;
    const Figures<Reach> figures = figures_of(years);
    reach(figures.told(), hulls_.told(), real);
    reach(figures.carried(), hulls_.carried(), real);
  }

  static void reach(const std::vector<Reach*>& figures, const std::vector<Hull*>& hulls, bool real) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      hulls[i]->cover(figures[i]->least, figures[i]->most);
      if (real && figures[i]->exact()) hulls[i]->reach(figures[i]->least);
    }
  }

  // Too much is not known to try it all: each visit's ways are taken together before the next visit.
  void take_together(Box box) {
    Years years;
    std::size_t part = 0;
    Stop stop{};
    const std::size_t most_ways = std::max<std::size_t>(kMostWays, most_);
    for (;;) {
      stop = settle(box, most_ways, years, part, nullptr);
      if (stop.why != Stop::Why::kAmountMissing) break;
      const auto amount = static_cast<std::uint8_t>(stop.which);
      add_unknown({Unknown::What::kAmount, part, stop.order, amount});
      const Reach domain = domain_of(plan(part), box.years[part], stop.order, amount);
      box.open({domain.least, domain.most, {{part, stop.order, amount, std::nullopt}}}, parts_);
    }
    if (stop.why != Stop::Why::kNothing) {
      bounds_.stop = stop;
      bounds_.stopped_in = part;
      return;
    }
    const Figures<Reach> figures = figures_of(years);
    for (std::size_t i = 0; i < figures.told().size(); ++i) hulls_.told()[i]->cover(*figures.told()[i]);
    for (std::size_t i = 0; i < figures.carried().size(); ++i)
      hulls_.carried()[i]->cover(*figures.carried()[i]);
    if (listener_ != nullptr) settle(box, most_ways, years, part, listener_);
    find_undecided(parts_, box, bounds_.unknown);
  }

  const std::vector<const Part*>& parts_;
  YearListener* listener_;
  std::size_t most_ = 1;
  Bounds bounds_;
  Figures<Hull> hulls_;  // of `bounds_`
  std::vector<Pending> pending_;
  bool gave_up_ = false;
};

}  // namespace

Hull sum(const Hull& a, const Hull& b, Arithmetic& arithmetic) {
  Hull made;
  made.cover(arithmetic.add(a.least, b.least), arithmetic.add(a.most, b.most));
  // Both ends are reached together for certain only where one of the two does not move.
  if (a.tight() && b.tight() && (a.exact() || b.exact())) {
    made.low = made.least;
    made.high = made.most;
  }
  return made;
}

Hull Bounds::personal_total() const {
  Arithmetic arithmetic;
  Hull all = 0;
  for (const YearFiguresOf<Hull>& part : parts) all = sum(all, part.totals.personal.total, arithmetic);
  return all;
}

Bounds explore(const std::vector<const Part*>& parts, std::size_t most_visits, YearListener* listener) {
  return Explorer(parts, most_visits, listener).run();
}

Bounds explore(const std::vector<const Part*>& parts, const Box& box, std::size_t most_visits) {
  return Explorer(parts, most_visits, nullptr).run(box);
}

}  // namespace aidcheck
