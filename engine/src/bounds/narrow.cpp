#include <algorithm>
#include <limits>

#include "bounds/domain.h"
#include "bounds/explorer.h"

namespace aidcheck {
namespace {

// Of a visit where it hangs on amounts what is done.
constexpr std::size_t kMostWays = 16;

using Corners = std::vector<std::uint32_t>;  // the numbers at their upper end

void add_corner(std::uint32_t upper, Corners& corners) {
  if (std::find(corners.begin(), corners.end(), upper) == corners.end()) corners.push_back(upper);
}

std::uint32_t all_of(const Box& box) {
  return (std::uint32_t{1} << std::min(box.numbers.size(), kMostNumbers)) - 1;
}

// Where figures that go one way have their ends; the numbers with which some go either way.
std::uint32_t find_corners(const Box& box, const Figures<Reach>& figures, Corners& corners) {
  const std::uint32_t all = all_of(box);
  std::uint32_t either = 0;
  for (const Reach* figure : figures.told()) {
    either |= figure->either();
    if (figure->exact() || figure->either() != 0) continue;
    add_corner(figure->up & all, corners);
    add_corner(figure->down & all, corners);
  }
  return either;
}

// What goes either way has its ends at some corner more often than not.
void add_corners(const Box& box, Corners& corners) {
  constexpr std::uint32_t kEachOf = 7;
  const std::uint32_t all = all_of(box);
  add_corner(0, corners);
  add_corner(all, corners);
  for (std::uint32_t upper = 1; all <= kEachOf && upper < all; ++upper) add_corner(upper, corners);
}

Reach nothing() { return {std::numeric_limits<Fen>::max(), std::numeric_limits<Fen>::min()}; }

void reach(const std::vector<Reach*>& figures, const std::vector<Hull*>& hulls, bool real) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    hulls[i]->cover(figures[i]->least, figures[i]->most);
    if (real && figures[i]->exact()) hulls[i]->reach(figures[i]->least);
  }
}

}  // namespace

// A part of the completions for which all figures have bounds: `years_`.
void Explorer::take(Box& box, bool whole) {
  const Figures<Reach> figures = figures_of(years_);
  Corners corners;
  const std::uint32_t either = find_corners(box, figures, corners);
  if (either != 0) add_corners(box, corners);
  ends_.assign(figures.told().size(), nothing());
  for (const std::uint32_t upper : corners) at_corner(box, upper, whole);
  keep_ends(figures);
  put(box, figures, either);
  if (!whole || listener_ == nullptr) return;
  std::size_t part = 0;
  settle(box, 1, point_, part, listener_);
}

// What goes one way lies between what it is at its corners, which were settled; where each visit may be a fen
// off by each layer over the year, so may its corners.
void Explorer::keep_ends(const Figures<Reach>& figures) {
  Fen fen = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    fen += static_cast<Fen>(plan(i).cumulative_layers.size() * years_[i].visits.size());
  for (std::size_t i = 0; i < figures.told().size(); ++i) {
    Reach& figure = *figures.told()[i];
    if (figure.either() != 0 || figure.exact()) continue;
    if (!figure.loose()) {
      figure = nothing();
    } else {
      figure =
          Reach(std::max(figure.least, ends_[i].least - fen), std::min(figure.most, ends_[i].most + fen));
    }
  }
}

// A part for which it hangs on amounts what is done: all that may be done is taken together.
void Explorer::take_hanging(Box& box, bool whole) {
  Corners corners;
  add_corners(box, corners);
  ends_.clear();
  for (const std::uint32_t upper : corners) at_corner(box, upper, false);
  std::size_t part = 0;
  const Stop stop = settle(box, kMostWays, years_, part, whole ? listener_ : nullptr);
  if (stop.why != Stop::Why::kNothing) {
    bounds_.stop = stop;
    bounds_.stopped_in = part;
    return;
  }
  put(box, figures_of(years_), kAnswer);
}

void Explorer::put(const Box& box, const Figures<Reach>& figures, std::uint32_t either) {
  Pending made{{}, {}, {}, either, 0};
  for (const Reach* figure : figures.told()) made.told.push_back(*figure);
  for (const Reach* figure : figures.carried()) made.carried.push_back(*figure);
  if (either == 0 || excess_of(made.told) == 0) return cover(made);
  made.box = box;
  pending_.push_back(std::move(made));
}

// Where bounds go furthest beyond what is reached first, as long as there is time.
void Explorer::narrow_down() {
  while (!pending_.empty() && bounds_.stop.why == Stop::Why::kNothing && !gave_up_ && !time_is_up()) {
    auto worst = pending_.begin();
    for (auto each = pending_.begin(); each != pending_.end(); ++each) {
      each->excess = excess_of(each->told);
      if (each->excess > worst->excess) worst = each;
    }
    const Pending next = std::move(*worst);
    pending_.erase(worst);
    if (next.excess == 0 || !split(next)) cover(next);
  }
  for (const Pending& each : pending_) cover(each);
}

// Halves the widest of the numbers among those with which figures go either way.
bool Explorer::split(const Pending& pending) {
  const Box& box = pending.box;
  std::size_t widest = box.numbers.size();
  Fen width = 0;
  for (std::size_t i = 0; i < box.numbers.size(); ++i) {
    const Fen here = box.numbers[i].most - box.numbers[i].least;
    const bool of_answers = (pending.either & kAnswer) != 0;
    const bool among = of_answers || (i < kMostNumbers && (pending.either >> i & 1U) != 0);
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

void Explorer::cover(const Pending& pending) {
  for (std::size_t i = 0; i < pending.told.size(); ++i) hulls_.told()[i]->cover(pending.told[i]);
  for (std::size_t i = 0; i < pending.carried.size(); ++i) hulls_.carried()[i]->cover(pending.carried[i]);
}

// How far bounds that may be too wide go beyond what is reached.
Fen Explorer::excess_of(const std::vector<Reach>& told) const {
  Fen excess = 0;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Hull& hull = *hulls_.told()[i];
    if (told[i].either() == 0 || !hull.exceeded_by(told[i])) continue;
    // Nothing is reached yet: as far as can be.
    if (hull.low > hull.high) return std::numeric_limits<Fen>::max();
    excess = std::max({excess, hull.low - told[i].least, told[i].most - hull.high});
  }
  return excess;
}

void Explorer::at_corner(Box& box, std::uint32_t upper, bool whole) {
  const std::vector<OpenNumber> numbers = box.numbers;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool at_most = i < kMostNumbers && (upper >> i & 1U) != 0;
    const Fen value = at_most ? numbers[i].most : numbers[i].least;
    box.narrow(i, value, value, parts_);
  }
  if (real(box)) {
    settle_point(box, true, whole);
  } else {
    settle_point(box, false, false);
    // The nearest that can be: parts of a sheet are taken back, the last first or the first first.
    const Box corner = box;
    for (const bool last : {true, false}) {
      Box near = corner;
      if (fit(numbers, last, near)) settle_point(near, true, whole);
    }
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) box.narrow(i, numbers[i].least, numbers[i].most, parts_);
}

// Takes parts of sheets back until they fit their totals, but not below what they are at least.
bool Explorer::fit(const std::vector<OpenNumber>& numbers, bool last, Box& corner) const {
  const std::size_t count = numbers.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t number = last ? count - 1 - i : i;
    const OpenNumber& open = corner.numbers[number];
    const OpenNumber::Place& place = open.places.front();
    if (place.start || !place.visit || !is_part_of_total(place.amount)) continue;
    const Fen over = beyond_total(corner.years[place.part], *place.visit);
    const Fen value = std::max(numbers[number].least, open.most - over);
    if (over != 0) corner.narrow(number, value, value, parts_);
  }
  return real(corner);
}

// A completion, or, where it cannot be real, bounds of some.
void Explorer::settle_point(Box& corner, bool is_real, bool whole) {
  std::size_t part = 0;
  const Stop stop = settle(corner, 1, point_, part, whole ? listener_ : nullptr);
  if (stop.why == Stop::Why::kOverflow) {
    bounds_.stop = stop;
    bounds_.stopped_in = part;
  }
  if (stop.why != Stop::Why::kNothing) return;
  const Figures<Reach> figures = figures_of(point_);
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    ends_[i].least = std::min(ends_[i].least, figures.told()[i]->least);
    ends_[i].most = std::max(ends_[i].most, figures.told()[i]->most);
  }
  reach(figures.told(), hulls_.told(), is_real);
  reach(figures.carried(), hulls_.carried(), is_real);
}

Figures<Reach> Explorer::figures_of(Years& years) const {
  Figures<Reach> figures;
  for (std::size_t i = 0; i < parts_.size(); ++i) figures.add(plan(i), years[i]);
  return figures;
}

}  // namespace aidcheck
