#pragma once

#include <algorithm>
#include <cstdint>

#include "base/money.h"

namespace aidcheck {

/// Stands among the unknowns for what is no amount: an answer, or a choice between categories.
inline constexpr std::uint32_t kAnswer = std::uint32_t{1} << 31;
/// And for rounding: the figure goes the way that is said but for a fen, as a difference of rounded figures
/// does. It is in both masks or in none.
inline constexpr std::uint32_t kFen = std::uint32_t{1} << 30;

/// A figure of which only the bounds are known, and the way it goes with each unknown amount (a bit an
/// unknown): a figure that can only grow with some and only shrink with the others has its extremes where all
/// of them are at their ends, so two settlements give its exact range.
struct Reach {
  Fen least = 0;
  Fen most = 0;
  std::uint32_t up = 0;    // grows with these, or stays
  std::uint32_t down = 0;  // shrinks with these, or stays

  Reach() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): every figure is a reach
  Reach(Fen exact) : least(exact), most(exact) {}
  Reach(Fen from, Fen to) : least(from), most(to) {}

  [[nodiscard]] bool exact() const { return least == most; }
  /// May go either way with some unknown.
  [[nodiscard]] std::uint32_t either() const { return up & down & ~kFen; }
  /// Goes its way but for a fen.
  [[nodiscard]] bool loose() const { return (up & kFen) != 0; }
  Reach& loosen(Fen by) {
    least = std::max<Fen>(0, least - by);
    most += by;
    if (exact()) return *this;
    up |= kFen;
    down |= kFen;
    return *this;
  }
  /// What is exact goes with nothing.
  Reach& go(std::uint32_t with_up, std::uint32_t with_down) {
    up = exact() ? 0 : with_up;
    down = exact() ? 0 : with_down;
    return *this;
  }
  friend bool operator==(const Reach& a, const Reach& b) {
    return a.least == b.least && a.most == b.most && a.up == b.up && a.down == b.down;
  }
};

/// What two ways of working out the same figure say of it together.
inline Reach both(const Reach& a, const Reach& b) {
  return Reach(std::max(a.least, b.least), std::min(a.most, b.most)).go(a.up & b.up, a.down & b.down);
}

inline Reach positive(const Reach& a) {
  return Reach(std::max<Fen>(0, a.least), std::max<Fen>(0, a.most)).go(a.up, a.down);
}
inline Fen positive(Fen a) { return std::max<Fen>(0, a); }

inline Reach smaller(const Reach& a, const Reach& b) {
  if (a.most <= b.least) return a;
  if (b.most <= a.least) return b;
  return Reach(std::min(a.least, b.least), std::min(a.most, b.most)).go(a.up | b.up, a.down | b.down);
}
inline Fen smaller(Fen a, Fen b) { return std::min(a, b); }

/// Whether one surely pays more; where it is not sure, the one that came first stays.
inline bool pays_more(Fen a, Fen b) { return a > b; }
inline bool pays_more(const Reach& a, const Reach& b) { return a.least > b.most; }

/// Checked arithmetic on figures of both kinds.
class Reckoning : public Arithmetic {
 public:
  using Arithmetic::add;
  using Arithmetic::less;
  using Arithmetic::subtract;

  Reach add(const Reach& a, const Reach& b) {
    return Reach(add(a.least, b.least), add(a.most, b.most)).go(a.up | b.up, a.down | b.down);
  }
  Reach subtract(const Reach& a, const Reach& b) {
    return Reach(subtract(a.least, b.most), subtract(a.most, b.least)).go(a.up | b.down, a.down | b.up);
  }
  Reach less(const Reach& a, const Reach& b) { return positive(subtract(a, b)); }
};

}  // namespace aidcheck
