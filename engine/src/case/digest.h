#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "case/model.h"
#include "plan/plan.h"
#include "settle/input.h"
#include "settle/kept.h"

namespace aidcheck {

/// What was taken for granted: a fact's assumed answer or published value, or an amount of the sheet, at the
/// visits (by their place in the case) that do not state it; none for a fact of the person.
struct Assumption {
  std::size_t fact = 0;  // or, where `of_sheet`, the amount
  bool of_sheet = false;
  std::optional<Fen> amount;  // of an amount; of the sheet's total: none, as it differs from visit to visit
  List<std::size_t> visits;
  const model::Citations* cite = nullptr;
};

/// A figure from before the year of which only bounds are known.
struct OpenStart {
  Kept what = Kept::kPools;
  std::size_t place = 0;
  Fen least = 0;
  Fen most = 0;
};

/// A case in the numbers of one plan.
struct Digest {
  YearInput year;
  List<OpenStart> open_starts;
  List<OpenFact> open;  // of which the case says what they may be
  Codes person{};       // the facts of the person and the readings, and what holds for every visit
  List<Assumption> assumed;
};

/// Resolves the names of a case against `plan`, for the visits that it settles among the versions of the
/// year. Adds to `errors` (kind `bad_case`): facts, pools, layers and readings that no version knows, and
/// answers that this one does not know. What stands before the year goes to the first version that has the
/// pool or layer.
Digest digest_case(const sent::Case& sent, const std::vector<const Plan*>& versions, const Plan& plan,
                   std::vector<Error>& errors);

/// The version of the rules in force on a day, or nullptr. `versions` stand in the order of their first days;
/// one ends at the latest where the next begins.
const Plan* version_on(const std::vector<const Plan*>& versions, Day day);

/// Chooses one reading: sets its code at every visit.
void choose_reading(YearInput& year, std::size_t fact, std::uint8_t code);

/// From when until when an identity counts: from its first day to the last day of the month in which it was
/// lost, or as the pack has it.
Holding holding_of(const sent::Identity& identity, std::uint8_t category, const model::Pack& pack);

}  // namespace aidcheck
