#pragma once

#include "base/result.h"
#include "finding.h"
#include "json/value.h"

namespace aidcheck {

/// Reads `expected_findings` of a pack for what is wrong with the list itself.
void check_expected_list(const json::Value& pack, std::vector<Error>& errors);

/// Takes the findings that the pack lists as expected out of `findings`, and gives how many; adds one for
/// each that did not occur. Whether versions fit shows only where several are given (`with_others`).
std::size_t take_expected(const json::Value& pack, bool with_others, Findings& findings);

}  // namespace aidcheck
