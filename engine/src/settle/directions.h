#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "plan/plan.h"
#include "settle/reach.h"
#include "settle/share.h"
#include "settle/terms.h"

namespace aidcheck {

/// What of its base a layer left to those behind it: it goes with the base, however the layer pays.
struct Rest {
  const BasePlan* base = nullptr;  // null: the layer did not pay by its rules
  Reach amount;
};

/// How a layer paid over the year, for figures of the year that go one way though those of its visits do not.
struct Course {
  bool seen = false;                         // it paid by its rules
  bool unlike = false;                       // its visits are not alike: nothing can be said of them together
  std::uint32_t pools = 0;                   // it drew on these
  bool single = true;                        // never on two at once
  std::uint32_t always = ~std::uint32_t{0};  // of these, on which at each visit
  const RatePlan* rate = nullptr;            // of a cumulative layer: at all visits
  Percents percents;                         // of that rate
  Reach threshold;
};

/// What a pool is limited to over the year, where that is one and the same figure at each visit.
struct Limit {
  const ParameterPlan* from = nullptr;  // null: not looked at yet
  bool same = true;
  Reach amount;
};

/// What a year of which only bounds are known keeps besides, so that its figures go one way for sure.
struct Directions {
  using Courses = std::array<Course, kMostLayers>;

  // Of the year:
  Courses courses;
  std::uint32_t other_pools = 0;  // drawn on by something else than what a layer's rules paid
  std::uint32_t uncut_pools = 0;  // drawn on whatever was left of them
  std::array<Limit, kMostPools> limits;
  bool fits = true;  // no visit's payers pay more than its cost
  // The cumulative layer that is the last to pay wherever it counts, and what is left to the person in scope
  // at the other visits.
  static constexpr std::size_t kNotSeen = kMostLayers;
  static constexpr std::size_t kSeveral = kMostLayers + 1;
  std::size_t last = kNotSeen;
  Reach others;

  // Of the visit at hand:
  std::array<Rest, kMostLayers> rests;
  const BasePlan* scope = nullptr;
  Terms terms;  // of the category at hand
  // Percentages that stand in rates, by their amount: their bounds.
  std::array<Fen, kMostAmounts> least_percents{};
  std::array<Fen, kMostAmounts> most_percents{};
};

}  // namespace aidcheck
