#pragma once

#include <algorithm>
#include <limits>

#include "settle/reach.h"

namespace aidcheck {

/// What a figure may be: it never lies outside `least` and `most`, and some completion of what is unknown
/// gives `low`, some other one `high`.
struct Hull {
  Fen least = std::numeric_limits<Fen>::max();
  Fen most = std::numeric_limits<Fen>::min();
  Fen low = std::numeric_limits<Fen>::max();
  Fen high = std::numeric_limits<Fen>::min();

  Hull() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): what is exact is a hull of its own
  Hull(Fen exact) : least(exact), most(exact), low(exact), high(exact) {}
  // NOLINTNEXTLINE(google-explicit-constructor): bounds are a hull of which nothing is reached yet
  Hull(const Reach& bounds) { cover(bounds); }

  [[nodiscard]] bool exact() const { return least == most; }
  /// No wider than what is reached.
  [[nodiscard]] bool tight() const { return least == low && most == high; }
  /// Whether a figure within these bounds could be outside of what is reached.
  [[nodiscard]] bool exceeded_by(const Reach& bounds) const {
    return bounds.least < low || bounds.most > high;
  }

  void reach(Fen figure) {
    low = std::min(low, figure);
    high = std::max(high, figure);
  }
  void cover(Fen from, Fen to) {
    least = std::min(least, from);
    most = std::max(most, to);
  }
  void cover(const Reach& bounds) {
    cover(bounds.least, bounds.most);
    if (bounds.exact()) reach(bounds.least);
  }
  void cover(const Hull& other) {
    cover(other.least, other.most);
    low = std::min(low, other.low);
    high = std::max(high, other.high);
  }
  friend bool operator==(const Hull&, const Hull&) = default;
};

}  // namespace aidcheck
