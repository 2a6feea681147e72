#pragma once

#include <array>
#include <cstdint>

#include "base/money.h"
#include "plan/plan.h"

namespace aidcheck {

/// What a cumulative layer has counted so far, and what its rate gave for that: the next visit starts from
/// it.
struct Counted {
  Fen amount;
  Fen gives;
  const RatePlan* rate;  // null: not worked out yet
  Fen deductible;
};

/// What a visit changes. Only what the plan uses is ever set.
struct Tally {
  std::array<Fen, kMostPools> drawn;
  std::array<Counted, kMostLayers> counted;
  std::array<std::int64_t, kMostDerived> derived;  // sums and numbers over the year
  std::uint32_t unknown;                           // of these, a bit each
  std::uint32_t uncounted;                         // layers whose count is not known
  std::uint32_t unsure_pools;                      // nor what was drawn from these
  std::array<Fen, kMostLayers> paid;               // by the computed layers, at the visit
  Fen gain;                                        // by all of them
};

inline void copy(const Plan& plan, const Tally& from, Tally& to) {
  for (std::size_t pool = 0; pool < plan.pools.size(); ++pool) to.drawn[pool] = from.drawn[pool];
  for (std::size_t i = 0; i < plan.derived.size(); ++i) to.derived[i] = from.derived[i];
  to.unknown = from.unknown;
  to.uncounted = from.uncounted;
  to.unsure_pools = from.unsure_pools;
  for (const std::uint8_t index : plan.cumulative_layers) to.counted[index] = from.counted[index];
  for (const std::uint8_t index : plan.computed_layers) to.paid[index] = from.paid[index];
  to.gain = from.gain;
}

}  // namespace aidcheck
