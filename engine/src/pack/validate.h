#pragma once

#include <vector>

#include "base/result.h"
#include "pack/model.h"

namespace aidcheck {

/// Holds the parts of a pack against each other: names that are used but not there, names given twice,
/// circles, layers that build on later ones, bands out of order, figures without a citation. `root` is the
/// tree that the pack was read from. Adds what it finds to `errors`.
void validate_pack(const model::Pack& pack, const json::Value& root, std::vector<Error>& errors);

}  // namespace aidcheck
