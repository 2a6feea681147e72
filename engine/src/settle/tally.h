#pragma once

#include <array>
#include <cstdint>

#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// What a cumulative layer has counted so far, and what its rate gave for that: the next visit starts from
/// it.
template <class Number>
struct Counted {
  Number amount;
  Number gives;
  const RatePlan* rate;  // null: not worked out yet
  Number deductible;
};

/// What a visit changes. Only what the plan uses is ever set.
template <class Number>
struct Tally {
  std::array<Number, kMostPools> drawn;
  std::array<Counted<Number>, kMostLayers> counted;
  std::array<Number, kMostDerived> derived;  // sums and numbers over the year
  std::uint32_t unknown;                     // of these, a bit each
  std::uint32_t uncounted;                   // layers whose count is not known
  std::uint32_t unsure_pools;                // nor what was drawn from these
  std::array<Number, kMostLayers> paid;      // by the computed layers, at the visit
  Number gain;                               // by all of them
};

template <class Number>
void copy(const Plan& plan, const Tally<Number>& from, Tally<Number>& to) {
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
