#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace aidcheck::cli {

/// What a command ends with besides 0: a check found something; there is an error object instead of an
/// answer.
inline constexpr int kFound = 1;
inline constexpr int kFailed = 2;

using Arguments = std::vector<std::string>;

void print(const std::string& json);

/// Prints an error object; gives kFailed.
int fail(const std::string& error_json);

/// The error of a command line that is none, with how it is written.
int usage(const Text& what);

/// Takes `--name VALUE` out of the arguments.
std::string take_option(Arguments& arguments, std::string_view name);

/// The packs that the arguments name, files or folders.
std::vector<std::filesystem::path> packs_named(const Arguments& arguments);

}  // namespace aidcheck::cli
