#pragma once

#include <string_view>

namespace aidcheck {

/// Whether the code is in the shipped GB/T 2260 list (`100000`, the whole country, included).
bool is_place(std::string_view code);

/// Whether the rules of `place` hold in `code`: it is the same place, or a county of that prefecture, or
/// anything in that province.
bool covers(std::string_view place, std::string_view code);

}  // namespace aidcheck
