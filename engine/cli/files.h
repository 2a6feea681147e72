#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace aidcheck::cli {

/// A file's bytes; `-` is standard input. Error: `file.unreadable`.
Result<std::string> read_file(const std::string& path);

/// The packs that a path means: the file itself, or the packs in that folder (not its examples), sorted.
std::vector<std::filesystem::path> packs_at(const std::filesystem::path& path);

/// The JSON files in a folder itself, sorted; none where there is no such folder.
std::vector<std::filesystem::path> json_files_in(const std::filesystem::path& folder);

}  // namespace aidcheck::cli
