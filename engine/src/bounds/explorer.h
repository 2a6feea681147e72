#pragma once

#include <cstdint>
#include <vector>

#include "bounds/box.h"
#include "bounds/explore.h"
#include "bounds/figures.h"

namespace aidcheck {

using Years = std::vector<YearFigures>;

/// A part of the completions whose bounds may be too wide.
struct Pending {
  Box box;
  std::vector<Reach> told;
  std::vector<Reach> carried;
  std::uint32_t either = 0;  // the numbers with which some figure goes either way
  Fen excess = 0;
};

/// Settles a year for parts of its completions until its bounds are as narrow as they are, or time is up.
class Explorer {
 public:
  Explorer(const std::vector<const Part*>& parts, std::size_t most_visits, YearListener* listener);

  Bounds run();
  Bounds run(Box root);

 private:
  [[nodiscard]] const Plan& plan(std::size_t part) const { return parts_[part]->settled.plan; }

  // Trying what is not decided (explore.cpp). `whole`: no number of the box was narrowed yet.
  void explore(Box& box, bool whole);
  Stop settle(Box& box, std::size_t most_ways, Years& years, std::size_t& part, YearListener* listener);
  void answer(const Box& box, std::size_t part, const Stop& stop, bool whole);
  void decide(const Box& box, std::size_t part, const Stop& stop, bool whole);
  void open(const Box& box, std::size_t part, const Stop& stop);
  Reach missing_amount(const Box& box, std::size_t part, const Stop& stop);
  void open_whole(Box& box, std::size_t part, const Stop& stop);
  [[nodiscard]] bool may_cut(const Box& box) const;
  [[nodiscard]] bool branch(const Box& box, std::uint64_t codes);
  [[nodiscard]] bool has_time(const Box& box, std::size_t ways) const;
  void take_together(Box& box);
  void add_unknown(const Unknown& unknown);

  // Narrowing down what amounts are not known (narrow.cpp).
  void take(Box& box, bool whole);
  void take_hanging(Box& box, bool whole);
  void keep_ends(const Figures<Reach>& figures);
  void put(const Box& box, const Figures<Reach>& figures, std::uint32_t either);
  void narrow_down();
  [[nodiscard]] bool split(const Pending& pending);
  void cover(const Pending& pending);
  [[nodiscard]] Fen excess_of(const std::vector<Reach>& told) const;
  void at_corner(Box& box, std::uint32_t upper, bool whole);
  [[nodiscard]] bool fit(const std::vector<OpenNumber>& numbers, bool last, Box& corner) const;
  void settle_point(Box& corner, bool real, bool whole);
  [[nodiscard]] Figures<Reach> figures_of(Years& years) const;
  /// Whether some completion lies in the box.
  [[nodiscard]] bool real(const Box& box) const;
  [[nodiscard]] bool time_is_up() const { return bounds_.settled >= most_visits_; }

  const std::vector<const Part*>& parts_;
  std::size_t most_visits_;
  YearListener* listener_;
  Bounds bounds_;
  Figures<Hull> hulls_;  // of `bounds_`
  std::vector<Pending> pending_;
  Years years_;              // of the box at hand
  Years point_;              // of one of its corners
  std::vector<Reach> ends_;  // between which its figures were at its corners
  bool gave_up_ = false;
};

}  // namespace aidcheck
