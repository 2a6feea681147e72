#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/list.h"
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
  List<Axis> axes;  // by fact: the category's stride is 1
  List<std::uint16_t> cells;
  // Where a Lookup has the number of its cell.
  std::uint8_t word = 0;
  std::uint8_t shift = 0;
  std::uint8_t category_mask = 0;  // 0: does not look at the category
  std::uint32_t mask = 0;

  [[nodiscard]] std::uint16_t at(const Codes& codes) const {
    std::size_t index = 0;
    for (const Axis& axis : axes) index += std::size_t{axis.stride} * codes[axis.fact];
    return cells[index];
  }
};

/// Looks up many decisions at once, for visits whose category is still to be chosen. The numbers of all cells
/// lie side by side in a few words; every answer to a fact adds its share to all of them with one addition a
/// word.
class Lookup {
 public:
  // More than the decisions of 16 layers and 16 pools of the largest tables fill, three to a word.
  using Words = std::array<std::uint64_t, 128>;

  void build(const List<FactPlan>& facts, const List<Decision*>& decisions);

  /// What the facts of the person and the readings add, the same at every visit of a year.
  void find_for_year(const Codes& codes, Words& words) const {
    for (std::size_t word = 0; word < of_year_.size(); ++word) words[word] = sum(of_year_[word], codes);
  }
  void find_for_visit(const Codes& codes, const Words& year, Words& words) const {
    for (std::size_t word = 0; word < of_visit_.size(); ++word)
      words[word] = year[word] + sum(of_visit_[word], codes);
  }

  static std::uint16_t at(const Decision& decision, const Words& words, std::uint8_t category) {
    const std::uint64_t cell = words[decision.word] >> decision.shift & decision.mask;
    return decision.cells[static_cast<std::size_t>(cell) + (category & decision.category_mask)];
  }

 private:
  struct Share {
    std::size_t fact = 0;
    List<std::uint64_t> of_answers;
  };
  using Shares = List<Share>;

  static std::uint64_t sum(const Shares& shares, const Codes& codes) {
    std::uint64_t all = 0;
    for (const Share& share : shares) all += share.of_answers[codes[share.fact]];
    return all;
  }

  // Of each word:
  List<Shares> of_year_;
  List<Shares> of_visit_;
};

/// One row of a decision before it is worked out: the sets of codes that its facts may have, and what it
/// gives.
struct DecisionRow {
  struct Limit {
    std::size_t fact = 0;
    std::uint64_t allowed = 0;
  };
  List<Limit> limits;
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
bool make_decision(const List<FactPlan>& facts, const List<DecisionRow>& rows, Merge merge, std::size_t& work,
                   Decision& decision);

}  // namespace aidcheck
