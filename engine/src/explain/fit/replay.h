#pragma once

#include "explain/explanation.h"

namespace aidcheck {

/// Settles single visits of a part again, from the year as it stood before them.
class Replay {
 public:
  Replay(const Part& part, std::size_t& allowance);

  [[nodiscard]] const Part& part() const { return part_; }
  [[nodiscard]] const VisitRecord& record(std::size_t index) const {
    return part_.explanation.records[index];
  }
  /// Goes to the year as it stood before a visit (by its record), with none to settle. False where that is
  /// not known.
  bool go_before(std::size_t index);
  /// What is settled next; the person's facts and the readings may be changed.
  YearInput& year() { return year_; }
  /// Adds a visit as it was, to be changed.
  VisitInput& add(std::size_t index);
  /// Settles the visits that were added, as these categories or as those that pay most. False where they
  /// cannot be settled; else what came of the last one stands in `made()`.
  bool settle(const std::uint8_t* categories);
  [[nodiscard]] const VisitRecord& made() const { return records_.back(); }
  /// Takes so much from the allowance, if it is there.
  bool take(std::size_t settlements);

 private:
  bool settle_on(const std::uint8_t* categories, YearState& after);

  const Part& part_;
  std::size_t& allowance_;
  YearInput year_;
  std::uint32_t last_ = 0;  // where the visit that was added last is among the part's
  List<YearState> states_;  // before each visit, as far as they were asked for
  std::vector<VisitRecord> records_;
};

}  // namespace aidcheck
