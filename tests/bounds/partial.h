#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "bounds/explore.h"

namespace aidcheck::test {

/// Whole years in the numbers of a pack, what is left of them when some of it is forgotten, and what they may
/// then have been: any pack's, so that nothing here knows a rule.
class Partial {
 public:
  Partial(const Plan& plan, std::uint64_t seed) : plan_(plan), random_(seed) {}

  struct Forgotten {
    std::size_t visit = 0;  // index; the person where `of_person`
    bool of_person = false;
    std::size_t which = 0;
    bool amount = false;
  };

  /// A whole year of at most so many visits.
  YearInput whole(std::size_t most_visits);
  /// The year without so many of its facts and amounts, and without the figures that the pack itself leaves
  /// open; tells which.
  YearInput forget(const YearInput& whole, std::size_t count, std::vector<Forgotten>& forgotten);
  /// The year with other answers and amounts where it was forgotten what they were.
  YearInput complete(const YearInput& partial, const std::vector<Forgotten>& forgotten);

 private:
  void forget_fact(YearInput& year, Forgotten made, std::vector<Forgotten>& forgotten) const;
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  /// Both ends are more likely than what lies between.
  Fen between(Fen least, Fen most);
  void set(VisitInput& visit, std::size_t fact, std::uint8_t code, Fen amount) const;
  Fen amount_with(const FactPlan& fact, std::uint8_t code);
  void answer(YearInput& year, std::size_t fact, VisitInput* visit);
  void sheet(VisitInput& visit);

  const Plan& plan_;
  std::mt19937_64 random_;
};

}  // namespace aidcheck::test
