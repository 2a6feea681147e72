#include "bounds/explore.h"

#include <algorithm>

#include "bounds/box.h"
#include "bounds/domain.h"

namespace aidcheck {
namespace {

using Figures = std::vector<Reach*>;

void add(OwnShare<Reach>& own, Figures& figures) {
  figures.insert(figures.end(), {&own.in_scope, &own.out_of_scope, &own.total});
}

// Each figure in its place: those of two years of the same visits stand beside each other.
Figures figures_of(const Plan& plan, YearBounds& year) {
  Figures figures{&year.totals.total};
  add(year.totals.personal, figures);
  for (std::size_t i = 0; i < plan.layers.size(); ++i) figures.push_back(&year.totals.paid[i]);
  for (VisitFigures& visit : year.visits) {
    add(visit.personal, figures);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) figures.push_back(&visit.paid[i]);
  }
  return figures;
}

// One figure's bounds and those of another part of the completions.
void join(Reach& all, const Reach& part) {
  all = Reach(std::min(all.least, part.least), std::max(all.most, part.most))
            .go(all.up | part.up, all.down | part.down);
}

class Explorer {
 public:
  Explorer(const Settled& settled, std::size_t most_visits)
      : settled_(settled), plan_(settled.plan), settler_(settled.plan) {
    const std::size_t each = std::max<std::size_t>(1, settled.digest.year.visits.size());
    most_ = std::max<std::size_t>(1, most_visits / each);
  }

  Bounds run() {
    Box box{settled_.digest.year, {}};
    open_stated(settled_, box);
    for (const OpenNumber& number : box.numbers) add_unknown({number.visit, number.amount, true});
    explore(box);
    return std::move(bounds_);
  }

 private:
  void explore(const Box& box) {
    if (bounds_.stop.why != Stop::Why::kNothing) return;
    YearBounds year;
    const Stop stop = settle(box, year);
    switch (stop.why) {
      case Stop::Why::kNothing:
        take(box, year);
        break;
      case Stop::Why::kFactMissing:
        answer(box, stop);
        break;
      case Stop::Why::kAmountMissing:
        open(box, stop.order, static_cast<std::uint8_t>(stop.which));
        break;
      case Stop::Why::kHangsOnAmounts:
        if (!split(box, ~std::uint32_t{0})) give_up(box);
        break;
      case Stop::Why::kOverflow:
        bounds_.stop = stop;
        break;
    }
  }

  Stop settle(const Box& box, YearBounds& year) {
    ++bounds_.settlements;
    return settler_.settle(box.year, year.totals, year.visits);
  }

  void add_unknown(const Unknown& unknown) {
    auto& all = bounds_.unknown;
    if (std::find(all.begin(), all.end(), unknown) == all.end()) all.push_back(unknown);
  }

  // Tries each answer that a fact may have.
  void answer(const Box& box, const Stop& stop) {
    const FactPlan& fact = plan_.facts[stop.which];
    const auto visit = fact.of_visit ? std::optional(stop.order) : std::nullopt;
    const OpenFact may = allowed(settled_, visit, stop.which);
    add_unknown({visit, stop.which, false});
    if (bounds_.settlements >= most_) return give_up(box);
    for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
      const auto code = static_cast<std::uint8_t>(__builtin_ctzll(rest));
      Box next = box;
      if (!visit) next.year.person[stop.which] = code;
      for (VisitInput& each : next.year.visits) {
        if (!visit || each.order == *visit) each.codes[stop.which] = code;
      }
      if (fact.amount != 0 && !known(next, visit, fact.amount)) {
        const auto [least, most] = stretch(fact, code, may);
        if (least > most) continue;
        next.open({visit, fact.amount, least, most});
      }
      explore(next);
    }
  }

  static bool known(const Box& box, std::optional<std::uint32_t> visit, std::uint8_t amount) {
    for (const VisitInput& each : box.year.visits) {
      if ((!visit || each.order == *visit) && (each.known >> amount & 1U) == 0) return false;
    }
    return true;
  }

  void open(const Box& box, std::uint32_t visit, std::uint8_t amount) {
    add_unknown({visit, amount, true});
    const Reach domain = domain_of(settled_, box, visit, amount);
    const auto part = [&](Fen least, Fen most) {
      Box next = box;
      next.open({visit, amount, least, most});
      explore(next);
    };
    Fen least = domain.least;
    for (const Fen turn : turns(settled_, box, visit, amount)) {
      if (turn <= least || turn > domain.most) continue;
      part(least, turn - 1);
      least = turn;
    }
    part(least, domain.most);
  }

  // Halves the widest of the numbers among `which`.
  bool split(const Box& box, std::uint32_t which) {
    if (bounds_.settlements >= most_) return false;
    std::size_t widest = box.numbers.size();
    Fen width = 0;
    for (std::size_t i = 0; i < box.numbers.size(); ++i) {
      const Fen here = box.numbers[i].most - box.numbers[i].least;
      const bool among = (which & kAnswer) != 0 || (i < kMostNumbers && (which >> i & 1U) != 0);
      if (!among || here <= width) continue;
      widest = i;
      width = here;
    }
    if (widest == box.numbers.size()) return false;
    const OpenNumber number = box.numbers[widest];
    const Fen middle = number.least + width / 2;
    Box half = box;
    half.narrow(widest, number.least, middle);
    explore(half);
    half = box;
    half.narrow(widest, middle + 1, number.most);
    explore(half);
    return true;
  }

  // A part whose figures all have bounds.
  void take(const Box& box, YearBounds& year) {
    std::uint32_t either = 0;
    std::vector<std::uint32_t> corners;  // the numbers at their upper end
    const auto add_corner = [&](std::uint32_t upper) {
      if (std::find(corners.begin(), corners.end(), upper) == corners.end()) corners.push_back(upper);
    };
    const Figures figures = figures_of(plan_, year);
    for (const Reach* figure : figures) {
      if (figure->exact()) continue;
      if (figure->either() != 0) {
        either |= figure->either();
      } else {
        add_corner(figure->up & ~kFen);
        add_corner(figure->down & ~kFen);
      }
    }
    if (either != 0 && worth_splitting(figures) && split(box, either)) return;
    // What goes one way is at its ends at corners; the corners say so.
    YearBounds before = year;
    for (Reach* figure : figures) {
      if (figure->either() == 0 && !figure->exact()) *figure = nothing();
    }
    for (const std::uint32_t upper : corners) at_corner(box, upper, figures);
    loosen(before, year);
    merge(year);
  }

  // Where each visit may be a fen off by each layer over the year, so may its corners.
  void loosen(YearBounds& before, YearBounds& year) {
    const Fen layers = static_cast<Fen>(plan_.cumulative_layers.size() * year.visits.size());
    const Figures was = figures_of(plan_, before);
    const Figures now = figures_of(plan_, year);
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (!was[i]->loose() || was[i]->either() != 0) continue;
      *now[i] = Reach(std::max(was[i]->least, now[i]->least - layers),
                      std::min(was[i]->most, now[i]->most + layers))
                    .go(kFen, kFen);
    }
  }

  // Only where a figure's bounds would widen what is known to be reached.
  bool worth_splitting(const Figures& figures) {
    if (first_) return true;
    const Figures reached = figures_of(plan_, bounds_);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (figures[i]->either() != 0 && outside(*figures[i], *reached[i])) return true;
    }
    return false;
  }

  static bool outside(const Reach& part, const Reach& all) {
    return part.least < all.least || part.most > all.most;
  }

  static Reach nothing() { return {std::numeric_limits<Fen>::max(), std::numeric_limits<Fen>::min()}; }

  void at_corner(const Box& box, std::uint32_t upper, const Figures& figures) {
    Box corner = box;
    for (std::size_t i = 0; i < corner.numbers.size(); ++i) {
      const OpenNumber& number = corner.numbers[i];
      const bool at_most = i < kMostNumbers && (upper >> i & 1U) != 0;
      const Fen value = at_most ? number.most : number.least;
      corner.narrow(i, value, value);
    }
    YearBounds here;
    const Stop stop = settle(corner, here);
    if (stop.why != Stop::Why::kNothing) {
      bounds_.stop = stop;
      return;
    }
    const Figures found = figures_of(plan_, here);
    for (std::size_t i = 0; i < figures.size(); ++i) join(*figures[i], *found[i]);
  }

  // Nothing better is known of a part than that nobody pays more than the bill.
  void give_up(const Box& box) {
    YearBounds year;
    std::vector<VisitSlot> order;
    sort_visits(box.year, order);
    Reckoning arithmetic;
    for (const VisitSlot& slot : order) {
      VisitFigures& made = year.visits.emplace_back();
      made.visit = slot.visit;
      const Reach bill = up_to(most_of_bill(box, box.year.visits[slot.visit]));
      made.paid.fill(bill);
      made.personal = {bill, bill, bill};
      year.totals.total = arithmetic.add(year.totals.total, bill);
    }
    const Reach all = year.totals.total;
    year.totals.paid.fill(all);
    year.totals.personal = {all, all, all};
    merge(year);
  }

  static Reach up_to(Fen most) { return Reach(0, most).go(kAnswer, kAnswer); }

  void merge(YearBounds& year) {
    if (first_) {
      static_cast<YearBounds&>(bounds_) = year;
      first_ = false;
      return;
    }
    const Figures all = figures_of(plan_, bounds_);
    const Figures part = figures_of(plan_, year);
    for (std::size_t i = 0; i < all.size(); ++i) widen(*all[i], *part[i]);
  }

  // Bounds that are not reached count only where they lie outside what is.
  static void widen(Reach& all, const Reach& part) {
    const bool wider = outside(part, all);
    const Reach before = all;
    join(all, part);
    if (part.either() != 0 && !wider) all.go(before.up, before.down);
    if (before.either() != 0 && part.either() == 0 && part.least <= before.least && part.most >= before.most)
      all.go(0, 0);
  }

  const Settled& settled_;
  const Plan& plan_;
  Settler settler_;
  std::size_t most_;
  Bounds bounds_;
  bool first_ = true;
};

}  // namespace

Bounds explore(const Settled& settled, std::size_t most_visits) {
  return Explorer(settled, most_visits).run();
}

}  // namespace aidcheck
