#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "case/model.h"
#include "plan/plan.h"
#include "settle/input.h"

namespace aidcheck {

/// What was taken for granted: a fact's assumed answer, at the visits (by their place in the case) that do
/// not state it; none for a fact of the person.
struct Assumption {
  std::size_t fact = 0;
  std::vector<std::size_t> visits;
};

/// The visits of a case that one version of the rules settles, by their place in the case.
struct Stretch {
  const Plan* plan = nullptr;
  std::vector<std::size_t> visits;
};

/// A case in the numbers of one plan.
struct Digest {
  YearInput year;
  Codes person{};  // the facts of the person and the readings, and what holds for every visit
  std::vector<Assumption> assumed;
};

/// Resolves the names of a case against one version of the rules, that of `year[part]`. Adds to `errors`
/// (kind `bad_case`): facts, pools, layers and readings that no version of the year knows, answers that this
/// one does not know, and a kind of visit that is missing. What stands before the year goes to the first
/// version that has the pool or layer.
Digest digest_case(const sent::Case& sent, const std::vector<Stretch>& year, std::size_t part,
                   std::vector<Error>& errors);

/// The names of a plan's pools and layers whose figures go on from visit to visit; empty for the others.
std::vector<std::string_view> pools_of_year(const Plan& plan);
std::vector<std::string_view> layers_of_year(const Plan& plan);

/// Chooses one reading: sets its code at every visit.
void choose_reading(YearInput& year, std::size_t fact, std::uint8_t code);

/// From when until when an identity counts: from its first day to the last day of the month in which it was
/// lost.
Holding holding_of(const sent::Identity& identity, std::uint8_t category);

}  // namespace aidcheck
