#pragma once

#include <vector>

#include "base/result.h"
#include "json/value.h"
#include "pack/model.h"

namespace aidcheck {

/// JSON tree → typed pack. Adds every error it meets (kind `bad_pack`) to `errors`; the pack is only of use
/// where none was added.
void parse_pack(const json::Value& root, std::vector<Error>& errors, model::Pack& pack);

}  // namespace aidcheck
