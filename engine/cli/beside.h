#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "examples.h"

namespace aidcheck::cli {

/// The texts of the other versions of a pack's place that lie beside it: packs of that place with another
/// first day. Error: `file.unreadable`.
Result<std::vector<std::string>> other_versions(const std::filesystem::path& pack,
                                                const std::string& pack_json);

/// The worked examples in the folder beside a pack. The error is that of the first that cannot be read.
Result<std::vector<NamedExample>> examples_of(const std::filesystem::path& pack);

}  // namespace aidcheck::cli
