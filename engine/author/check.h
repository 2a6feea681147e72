#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "finding.h"

namespace aidcheck {

/// What is wrong with one rule pack, all of it and not the first alone. A pack with `errors` does not load,
/// and nothing else is looked for.
struct Checked {
  std::vector<Error> errors;
  Findings findings;
  std::size_t expected = 0;  // findings that the pack lists as expected, and that occur
  std::size_t settled = 0;   // generated cases that were settled
};

/// Checks packs one by one, and the versions of a place against each other. `today` is what `review_by` is
/// held against.
std::vector<Checked> check_packs(const std::vector<std::string>& packs, Day today);

}  // namespace aidcheck
