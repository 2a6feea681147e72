#include "bounds/explore.h"

#include <algorithm>

#include "bounds/domain.h"
#include "bounds/explorer.h"
#include "bounds/opening.h"
#include "settle/open.h"

namespace aidcheck {
namespace {

// Between the turns of an amount.
constexpr std::size_t kPieces = 3;
constexpr std::size_t kCornersOfPiece = 4;
// Settling a year takes as long as so many more visits.
constexpr std::size_t kEachTime = 3;
// In which a visit may go, where too much is not known to try it all.
constexpr std::size_t kFewestWays = 16;
constexpr std::size_t kMostWays = 256;

struct Heard final : VisitListener {
  Heard(YearListener* to, std::size_t at, const YearInput* of) : listener(to), part(at), year(of) {}
  void hear(const VisitRecordOf<Reach>& record) override { listener->hear(part, *year, record); }
  YearListener* listener;
  std::size_t part;
  const YearInput* year;
};

// What is not known at the end of a part may be anything at the start of the next.
void forget(YearStateOf<Reach>& state) {
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

std::uint8_t lowest(std::uint64_t codes) { return static_cast<std::uint8_t>(__builtin_ctzll(codes)); }

}  // namespace

Explorer::Explorer(const std::vector<const Part*>& parts, std::size_t most_visits, YearListener* listener)
    : parts_(parts), most_visits_(most_visits), listener_(listener) {
  years_.resize(parts.size());
  point_.resize(parts.size());
  bounds_.parts.resize(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::vector<VisitSlot> order;
    sort_visits(parts[i]->settled.digest.year, order);
    for (const VisitSlot& slot : order) bounds_.parts[i].visits.emplace_back().visit = slot.visit;
    hulls_.add(plan(i), bounds_.parts[i]);
  }
  for (Hull* figure : hulls_.told()) *figure = Hull();
  for (Hull* figure : hulls_.carried()) *figure = Hull();
}

bool Explorer::real(const Box& box) const {
  return std::all_of(box.years.begin(), box.years.end(), [](const YearInput& year) { return can_be(year); });
}

Bounds Explorer::run() { return run(box_of(parts_, bounds_.unknown)); }

Bounds Explorer::run(Box root) {
  for (YearInput& year : root.years) take_as_stated(year);
  Box box = root;
  explore(box, true);
  narrow_down();
  if (gave_up_ && bounds_.stop.why == Stop::Why::kNothing) take_together(root);
  return std::move(bounds_);
}

void Explorer::explore(Box& box, bool whole) {
  if (bounds_.stop.why != Stop::Why::kNothing || gave_up_ || !real(box)) return;
  std::size_t part = 0;
  Stop stop = settle(box, 1, years_, part, nullptr);
  // Not one call deeper for each: a year may lack hundreds of amounts.
  while (stop.why == Stop::Why::kAmountMissing && !may_cut(box)) {
    open_whole(box, part, stop);
    gave_up_ = time_is_up();
    if (gave_up_ || !real(box)) return;
    stop = settle(box, 1, years_, part, nullptr);
  }
  switch (stop.why) {
    case Stop::Why::kNothing:
      take(box, whole);
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
Stop Explorer::settle(Box& box, std::size_t most_ways, Years& years, std::size_t& part,
                      YearListener* listener) {
  bounds_.settled += kEachTime;
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
    YearInput& year = box.years[part];
    year.start = &start;
    Heard heard{listener, part, &year};
    const Stop stop =
        Settler(plan(part)).settle(year, most_ways, years[part], listener == nullptr ? nullptr : &heard);
    bounds_.settled += years[part].settled;
    if (stop.why != Stop::Why::kNothing) return stop;
  }
  part = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    YearStateOf<Hull>& all = bounds_.parts[i].after;
    all.unknown |= years[i].after.unknown;
    all.uncounted |= years[i].after.uncounted;
    all.unsure_pools |= years[i].after.unsure_pools;
    all.idle |= years[i].after.idle;
  }
  return {};
}

void Explorer::add_unknown(const Unknown& unknown) {
  auto& all = bounds_.unknown;
  if (std::find(all.begin(), all.end(), unknown) == all.end()) all.push_back(unknown);
}

// Whether there is time to try so many ways in place of each.
bool Explorer::has_time(const Box& box, std::size_t ways) const {
  std::size_t each = kEachTime;
  for (const YearInput& year : box.years) each += year.visits.size();
  return box.ways * ways * each <= most_visits_ && !time_is_up();
}

bool Explorer::branch(const Box& box, std::uint64_t codes) {
  if (!has_time(box, static_cast<std::size_t>(__builtin_popcountll(codes)))) gave_up_ = true;
  return !gave_up_;
}

// Tries each answer that a fact may have.
void Explorer::answer(const Box& box, std::size_t part, const Stop& stop, bool whole) {
  const FactPlan& fact = plan(part).facts[stop.which];
  const auto visit = fact.of_visit ? std::optional(stop.order) : std::nullopt;
  const OpenFact may = allowed(box.years[part], fact, stop.which, visit);
  add_unknown({Unknown::What::kFact, part, visit, stop.which, Kept::kPools});
  if (!branch(box, may.codes)) return;
  for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
    Box next = box;
    next.ways *= static_cast<std::size_t>(__builtin_popcountll(may.codes));
    if (choose(parts_, part, may, lowest(rest), next)) explore(next, whole);
  }
}

void Explorer::decide(const Box& box, std::size_t part, const Stop& stop, bool whole) {
  const OpenIdentity& identity = box.years[part].open_identities[stop.which];
  add_unknown({Unknown::What::kIdentity, part, std::nullopt, identity.index, Kept::kPools});
  if (!branch(box, identity.candidates)) return;
  for (std::uint64_t rest = identity.candidates; rest != 0; rest &= rest - 1) {
    Box next = box;
    next.ways *= static_cast<std::size_t>(__builtin_popcountll(identity.candidates));
    choose_category(parts_, part, identity, lowest(rest), next);
    explore(next, whole);
  }
}

// Each piece is settled at its corners too.
bool Explorer::may_cut(const Box& box) const { return has_time(box, kPieces * kCornersOfPiece); }

// What it may be.
Reach Explorer::missing_amount(const Box& box, std::size_t part, const Stop& stop) {
  const auto amount = static_cast<std::uint8_t>(stop.which);
  add_unknown({Unknown::What::kAmount, part, stop.order, amount, Kept::kPools});
  return domain_of(plan(part), box.years[part], stop.order, amount);
}

void Explorer::open_whole(Box& box, std::size_t part, const Stop& stop) {
  const auto amount = static_cast<std::uint8_t>(stop.which);
  const Reach domain = missing_amount(box, part, stop);
  box.open({domain.least, domain.most, {{part, stop.order, amount, std::nullopt}}}, parts_);
}

void Explorer::open(const Box& box, std::size_t part, const Stop& stop) {
  const auto amount = static_cast<std::uint8_t>(stop.which);
  const Reach domain = missing_amount(box, part, stop);
  const auto try_out = [&](Fen least, Fen most) {
    Box next = box;
    next.ways *= kPieces;
    next.open({least, most, {{part, stop.order, amount, std::nullopt}}}, parts_);
    explore(next, true);
  };
  Fen least = domain.least;
  for (const Fen turn : turns(plan(part), box.years[part], stop.order, amount)) {
    if (turn <= least || turn > domain.most) continue;
    try_out(least, turn - 1);
    least = turn;
  }
  try_out(least, domain.most);
}

// Too much is not known to try it all: each visit's ways are taken together before the next visit.
void Explorer::take_together(Box& box) {
  std::size_t visits = 1;
  for (const YearInput& year : box.years) visits += year.visits.size();
  const std::size_t most_ways = std::clamp<std::size_t>(most_visits_ / visits, kFewestWays, kMostWays);
  std::size_t part = 0;
  const Stop stop = settle(box, most_ways, years_, part, nullptr);
  if (stop.why != Stop::Why::kNothing) {
    bounds_.stop = stop;
    bounds_.stopped_in = part;
    return;
  }
  const Figures<Reach> figures = figures_of(years_);
  for (std::size_t i = 0; i < figures.told().size(); ++i) hulls_.told()[i]->cover(*figures.told()[i]);
  for (std::size_t i = 0; i < figures.carried().size(); ++i)
    hulls_.carried()[i]->cover(*figures.carried()[i]);
  if (listener_ != nullptr) settle(box, most_ways, years_, part, listener_);
  find_undecided(parts_, box, bounds_.unknown);
}

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
