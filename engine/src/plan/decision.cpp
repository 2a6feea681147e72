#include "plan/decision.h"

#include <algorithm>

namespace aidcheck {
namespace {

constexpr std::size_t kMostCells = 262'144;
constexpr std::size_t kMostRows = 4096;

bool holds(const DecisionRow& row, const Codes& codes) {
  return std::all_of(row.limits.begin(), row.limits.end(), [&](const DecisionRow::Limit& limit) {
    return (limit.allowed >> codes[limit.fact] & 1U) != 0;
  });
}

std::uint16_t first_that_holds(const List<DecisionRow>& rows, const Codes& codes) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const DecisionRow& row) { return holds(row, codes); });
  return found == rows.end() ? outcome::kNone : found->gives;
}

std::uint16_t merged(std::uint16_t a, std::uint16_t b, std::size_t fact, Merge merge) {
  if (a == b || outcome::needs(a)) return a;
  if (outcome::needs(b)) return b;
  if (merge == Merge::kAppliesOrNot && a != 0 && b != 0) return outcome::kEitherWay;
  return static_cast<std::uint16_t>(outcome::kNeeds | fact);
}

List<std::size_t> facts_looked_at(const List<DecisionRow>& rows) {
  std::array<bool, kMostFacts> marked{};
  for (const DecisionRow& row : rows) {
    for (const DecisionRow::Limit& limit : row.limits) marked[limit.fact] = true;
  }
  List<std::size_t> looked_at;
  for (std::size_t fact = 0; fact < kMostFacts; ++fact) {
    if (marked[fact]) looked_at.push_back(fact);
  }
  return looked_at;
}

class Table {
 public:
  Table(const List<FactPlan>& facts, Decision& decision) : facts_(facts), decision_(decision) {}

  void fill_known(const List<DecisionRow>& rows) {
    for (std::size_t cell = 0; cell < decision_.cells.size(); ++cell) {
      Codes codes{};
      for (std::size_t axis = 0; axis < decision_.axes.size(); ++axis)
        codes[decision_.axes[axis].fact] = code(cell, axis);
      decision_.cells[cell] = first_that_holds(rows, codes);
    }
  }

  // A missing fact gives what all of its answers agree on. Axis by axis: the axes before are done, the ones
  // after are still known.
  void fill_missing(std::size_t axis, Merge merge) {
    for (std::size_t cell = 0; cell < decision_.cells.size(); ++cell) {
      if (code(cell, axis) != 0 || later_missing(cell, axis)) continue;
      const Decision::Axis& along = decision_.axes[axis];
      std::uint16_t all = decision_.cells[cell + along.stride];
      for (std::size_t answer = 2; answer < facts_[along.fact].code_count(); ++answer) {
        all = merged(all, decision_.cells[cell + answer * along.stride], along.fact, merge);
      }
      decision_.cells[cell] = all;
    }
  }

 private:
  [[nodiscard]] std::uint8_t code(std::size_t cell, std::size_t axis) const {
    const Decision::Axis& along = decision_.axes[axis];
    return static_cast<std::uint8_t>(cell / along.stride % facts_[along.fact].code_count());
  }
  [[nodiscard]] bool later_missing(std::size_t cell, std::size_t axis) const {
    for (std::size_t later = axis + 1; later < decision_.axes.size(); ++later) {
      if (code(cell, later) == 0) return true;
    }
    return false;
  }

  const List<FactPlan>& facts_;
  Decision& decision_;
};

}  // namespace

bool make_decision(const List<FactPlan>& facts, const List<DecisionRow>& rows, Merge merge, std::size_t& work,
                   Decision& decision) {
  if (rows.size() > kMostRows) return false;
  std::size_t size = 1;
  for (const std::size_t fact : facts_looked_at(rows)) {
    decision.axes.push_back({static_cast<std::uint8_t>(fact), static_cast<std::uint32_t>(size)});
    size *= facts[fact].code_count();
    if (size > kMostCells) return false;
  }
  const std::size_t needed = size * (rows.size() + 1);
  if (needed > work) return false;
  work -= needed;
  decision.cells.resize(size);
  Table table(facts, decision);
  table.fill_known(rows);
  for (std::size_t axis = 0; axis < decision.axes.size(); ++axis) table.fill_missing(axis, merge);
  return true;
}

void Lookup::build(const List<FactPlan>& facts, const List<Decision*>& decisions) {
  constexpr unsigned kWordBits = 64;
  unsigned used = 0;
  unsigned words = 1;
  for (Decision* decision : decisions) {
    if (decision->axes.empty()) continue;  // one cell, found without looking
    unsigned bits = 0;
    while (decision->cells.size() > std::size_t{1} << bits) ++bits;
    if (used + bits > kWordBits) {
      used = 0;
      ++words;
    }
    decision->word = static_cast<std::uint8_t>(words - 1);
    decision->shift = static_cast<std::uint8_t>(used % kWordBits);
    decision->mask = (std::uint32_t{1} << bits) - 1;
    used += bits;
    of_year_.resize(words);
    of_visit_.resize(words);
    for (const Decision::Axis& axis : decision->axes) {
      if (axis.fact == kCategoryFact) {
        decision->category_mask = 0xFF;
        continue;
      }
      Shares& shares = (facts[axis.fact].of_visit ? of_visit_ : of_year_).back();
      std::size_t i = 0;
      while (i < shares.size() && shares[i].fact != axis.fact) ++i;
      if (i == shares.size()) {
        Share& made = shares.emplace_back();
        made.fact = axis.fact;
        made.of_answers.resize(facts[axis.fact].code_count());
      }
      for (std::size_t code = 0; code < shares[i].of_answers.size(); ++code)
        shares[i].of_answers[code] += std::uint64_t{code * axis.stride} << decision->shift;
    }
  }
}

}  // namespace aidcheck
