#include "printed.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>

#include "base/day.h"

namespace aidcheck {
namespace {

constexpr std::array<std::string_view, 6> kUnits{"个百分点", "亿元", "万元", "元", "%", "％"};

constexpr std::string_view kAbout = "左右";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits alone, and how many of them stand behind the point.
struct Digits {
  std::string all;
  std::size_t fraction = 0;
  bool grouped = false;
};

std::optional<Digits> digits_of(std::string_view number) {
  Digits digits;
  bool point = false;
  for (const char c : number) {
    if (is_digit(c)) {
      digits.all += c;
      if (point) ++digits.fraction;
    } else if (c == '.' && !point) {
      point = true;
    } else if (c == ',' && !point) {
      digits.grouped = true;
    } else {
      return std::nullopt;
    }
  }
  if (digits.all.empty()) return std::nullopt;
  return digits;
}

std::string with_groups(std::string whole) {
  for (std::size_t left = whole.size(); left > 3;) whole.insert(left -= 3, ",");
  return whole;
}

}  // namespace

std::optional<Printed> take_apart(std::string_view text) {
  for (const std::string_view unit : kUnits) {
    const std::string_view behind = text.ends_with(kAbout) ? kAbout : std::string_view();
    const std::string_view bare = text.substr(0, text.size() - behind.size());
    if (!bare.ends_with(unit)) continue;
    const std::size_t first = bare.find_first_of("0123456789");
    const std::size_t end = bare.size() - unit.size();
    if (first >= end || first == std::string_view::npos) return std::nullopt;
    const Printed parts{bare.substr(0, first), bare.substr(first, end - first), unit, behind};
    if (!digits_of(parts.number)) return std::nullopt;
    return parts;
  }
  return std::nullopt;
}

std::optional<std::string> next_number(std::string_view number, int by) {
  const auto digits = digits_of(number);
  std::int64_t units = 0;
  if (!digits) return std::nullopt;
  const char* const end = digits->all.data() + digits->all.size();
  if (std::from_chars(digits->all.data(), end, units).ec != std::errc()) return std::nullopt;
  units += by;
  if (units < 0) return std::nullopt;
  std::string text = std::to_string(units);
  if (text.size() <= digits->fraction) text.insert(0, digits->fraction + 1 - text.size(), '0');
  const std::size_t point = text.size() - digits->fraction;
  const std::string whole = text.substr(0, point);
  return (digits->grouped ? with_groups(whole) : whole) +
         (digits->fraction == 0 ? "" : '.' + text.substr(point));
}

std::optional<std::string> next_figure(std::string_view text, int by) {
  const auto parts = take_apart(text);
  if (!parts) return std::nullopt;
  const auto number = next_number(parts->number, by);
  if (!number) return std::nullopt;
  return std::string(parts->before) + *number + std::string(parts->unit) + std::string(parts->behind);
}

std::optional<std::string> next_day(std::string_view text, int by) {
  const auto day = parse_day(text);
  if (!day) return std::nullopt;
  return format_day(*day + std::chrono::days(by));
}

}  // namespace aidcheck
