#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "plan/facts.h"

namespace aidcheck {

/// What a decision gives for the facts of a visit: the number of the row that holds, or one of these.
namespace outcome {
inline constexpr std::uint16_t kNone = 0x3FFF;  // no row holds
inline constexpr std::uint16_t kEitherWay =
    0x3FFE;  // a layer's decision: it pays nothing, whatever the missing fact is
inline constexpr std::uint16_t kNeeds = 0x8000;  // | fact: the answer hangs on a fact that is not known
inline bool needs(std::uint16_t cell) { return (cell & kNeeds) != 0; }
inline std::size_t fact(std::uint16_t cell) { return cell & 0xFFU; }
}  // namespace outcome

/// The codes of every fact at one visit, by the fact's number.
using Codes = std::array<std::uint8_t, kMostFacts>;

/// A decision table, worked out for every combination of the facts that it looks at: one multiplication and
/// addition a fact, and one look-up.
struct Decision {
  struct Axis {
    std::uint8_t fact = 0;
    std::uint32_t stride = 0;
  };
  std::vector<Axis> axes;
  std::vector<std::uint16_t> cells;

  [[nodiscard]] std::uint16_t at(const Codes& codes) const {
    std::size_t index = 0;
    for (const Axis& axis : axes) index += std::size_t{axis.stride} * codes[axis.fact];
    return cells[index];
  }
};

/// One row of a decision before it is worked out: the sets of codes that its facts may have, and what it
/// gives.
struct DecisionRow {
  struct Limit {
    std::size_t fact = 0;
    std::uint64_t allowed = 0;
  };
  std::vector<Limit> limits;
  std::uint16_t gives = 0;
};

/// How rows that give different things are told apart when a fact is missing.
enum class Merge {
  kExact,         // another row is another answer
  kAppliesOrNot,  // a layer applies (0) or not (all else): the reason alone asks for no fact
};

/// How much of a pack's tables may still be worked out: cells times rows, so that any pack loads at once and
/// in a small memory.
inline constexpr std::size_t kMostWork = 20'000'000;

/// Works the rows out; the first that holds counts. False where the table would have more than 262,144 cells
/// or more than 4,096 rows, or take more than is left of `work`.
bool make_decision(const std::vector<FactPlan>& facts, const std::vector<DecisionRow>& rows, Merge merge,
                   std::size_t& work, Decision& decision);

}  // namespace aidcheck
