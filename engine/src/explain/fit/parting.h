#pragma once

#include "explain/explanation.h"

namespace aidcheck {

/// A visit that is settled again, with what was changed of its part's input: whoever changes it changes it
/// back.
struct Again {
  Part& part;
  std::size_t index = 0;   // of its record
  std::size_t& allowance;  // visits that may still be settled
  std::vector<VisitRecord> records;
  std::size_t found = 0;  // among these

  [[nodiscard]] const VisitRecord& record() const { return part.explanation.records[index]; }
  [[nodiscard]] const VisitRecord& made() const { return records[found]; }
  YearInput& year() { return part.settled.digest.year; }
  VisitInput& visit() { return year().visits[record().visit]; }
  /// False where it cannot be settled, or not within the allowance; else the record stands in `made()`.
  /// `categories`: of each visit in the order of settlement, if they are not chosen again.
  bool settle(const std::uint8_t* categories);
  /// As one category, at that place among the visits; the others as they were.
  bool settle_as(std::uint8_t category, std::size_t place);
};

/// Where what was settled of a layer at a visit and the rules part: each of what may have been otherwise is
/// tried by itself, and the first step is told that differs once one of them gives the very figure. `ours` is
/// the visit by the rules.
void find_parting(Again& again, const VisitRecord& ours, std::size_t layer, Fen settled, Parting& told);

/// The first step at which two ways of settling a visit differ, and what made them (a whole sentence, or
/// nothing where the step says it).
void tell_parting(const Settled& settled, const VisitRecord& ours, const VisitRecord& theirs,
                  const Words& cause, Parting& told);
/// That nothing was found: the layer's first step is where they may part.
void tell_unexplained(const Settled& settled, const VisitRecord& ours, std::size_t layer, Parting& told);

}  // namespace aidcheck
