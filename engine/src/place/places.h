#pragma once

#include <string_view>

namespace aidcheck {

/// The code under which rules for every place stand.
inline constexpr std::string_view kWholeCountry = "100000";

/// Whether the code is in the shipped GB/T 2260 list (`100000`, the whole country, included).
bool is_place(std::string_view code);

/// Whether the rules of `place` hold in `code`: it is the same place, or a county of that prefecture, or
/// anything in that province, or anything at all in the whole country.
bool covers(std::string_view place, std::string_view code);

}  // namespace aidcheck
