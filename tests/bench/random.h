#pragma once

#include <cstddef>
#include <cstdint>

#include "hand.h"

namespace aidcheck::bench {

/// SplitMix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// 0 … most.
  std::int64_t up_to(std::int64_t most) {
    return static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(most) + 1));
  }
  std::int64_t between(std::int64_t least, std::int64_t most) { return least + up_to(most - least); }
  bool chance(int percent) { return up_to(99) < percent; }

 private:
  std::uint64_t next();

  std::uint64_t state_;
};

/// The year of one person with that many visits, in no order. Some identities begin and end, some visits
/// share their dates, some years start near a limit, and in a quarter of the years the text is read in other
/// ways.
hand::Year random_year(Random& random, std::size_t visits);

/// The year that the visits of random_year end in.
inline constexpr int kYear = 2024;

}  // namespace aidcheck::bench
