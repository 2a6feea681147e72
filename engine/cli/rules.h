#pragma once

#include <filesystem>
#include <string>

#include "aidcheck/engine.h"

namespace aidcheck::cli {

/// The checkout's rules/, found from where this program lies, else from the working folder.
std::filesystem::path default_rules();

/// Loads the packs under `rules` whose folder may hold the rules of `place`. Empty, or the JSON of the error
/// that kept one from loading.
std::string load_rules(Engine& engine, const std::filesystem::path& rules, const std::string& place);

/// An error object that names the file it is about.
std::string with_file(const std::string& error_json, const std::filesystem::path& file);

/// The place that a case or request names, or nothing where it cannot be told.
std::string place_in(const std::string& json);

}  // namespace aidcheck::cli
