#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "settle/input.h"
#include "settle/record.h"
#include "settle/tally.h"

namespace aidcheck {

/// What a year of which only bounds are known keeps of what is not decided yet.
struct Open {
  YearStateOf<Reach> start;              // what the year started with
  Codes person{};                        // as the way at hand has them
  std::vector<OpenIdentity> identities;  // likewise
  std::vector<OpenAmount> amounts;       // of the visit at hand, likewise
  // The code that a derived fact is taken to have, where it hangs on amounts; 0: none.
  std::array<std::uint8_t, kMostDerived> forced{};
  std::array<std::uint64_t, kMostDerived> may_be{};  // those that it may have
};

/// What a fact may be: what the case says of it, or anything.
OpenFact allowed(const YearInput& year, const FactPlan& fact, std::size_t index,
                 std::optional<std::uint32_t> visit);

/// The amounts, in fen, for which a number fact has the code, within what it may be; the first above the
/// second where there are none.
std::pair<Fen, Fen> stretch(const FactPlan& fact, std::uint8_t code, const OpenFact& may);

/// In a stop because something hangs on amounts: which category is paid most; else the derived fact.
inline constexpr std::uint32_t kCategoryHangs = kMostDerived;

/// Whether two categories are paid alike whatever else holds.
bool paid_alike(const Plan& plan, std::uint8_t a, std::uint8_t b);

/// What either of two figures may be. It goes with nothing that is known.
inline Reach either(const Reach& a, const Reach& b) {
  if (a == b) return a;
  return Reach(std::min(a.least, b.least), std::max(a.most, b.most)).go(kAnswer, kAnswer);
}

}  // namespace aidcheck
