#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aidcheck::cli {

inline constexpr int kFound = 1;
inline constexpr int kFailed = 2;

using Arguments = std::vector<std::string>;

/// A line on standard output.
void print(const std::string& json);
/// The same; the exit code is kFailed.
int fail(const std::string& error_json);
int usage(const std::string& what);

/// Takes `--name VALUE` out of the arguments.
std::string take_option(Arguments& arguments, std::string_view name);

}  // namespace aidcheck::cli
