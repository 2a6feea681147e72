#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aidcheck {

/// A figure as a policy prints it, taken apart: `不低于`, `1.5`, `万元`, or `10`, `%`, `左右`.
struct Printed {
  std::string_view before;
  std::string_view number;
  std::string_view unit;
  std::string_view behind;
};

/// Nothing where the text is no figure with a unit.
std::optional<Printed> take_apart(std::string_view text);

/// The number with its last printed digit one higher (`by` 1) or lower (-1): `1.5` → `1.6`, `10` → `9`.
/// Nothing below zero.
std::optional<std::string> next_number(std::string_view number, int by);

/// The same of a figure with its unit.
std::optional<std::string> next_figure(std::string_view text, int by);

/// The day after (1) or before (-1) a date `2023-01-01`; nothing where the text is none.
std::optional<std::string> next_day(std::string_view text, int by);

}  // namespace aidcheck
