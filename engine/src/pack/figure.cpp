#include "pack/figure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>

#include "base/decimal.h"

namespace aidcheck {
namespace {

struct Suffix {
  std::string_view text;
  Unit unit;
  int places;  // how many decimal places the unit moves the number: to fen, or from percent to one
};

// Longer suffixes first: 万元 ends in 元 too.
constexpr std::array<Suffix, 6> kSuffixes{{
    {"个百分点", Unit::kPoints, -2},
    {"亿元", Unit::kAmount, 10},
    {"万元", Unit::kAmount, 6},
    {"元", Unit::kAmount, 2},
    {"%", Unit::kRate, -2},
    {"％", Unit::kRate, -2},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether the comma at `i` has a digit before it and exactly three behind it.
bool groups_thousands(std::string_view text, std::size_t i) {
  if (i == 0 || i + 3 >= text.size() || text.substr(0, i).find('.') != std::string_view::npos) return false;
  const bool three = is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3]);
  return is_digit(text[i - 1]) && three && (i + 4 == text.size() || !is_digit(text[i + 4]));
}

std::optional<Decimal> read_number(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') {
      if (!groups_thousands(text, i)) return std::nullopt;
    } else if (is_digit(text[i]) || text[i] == '.') {
      digits += text[i];
    } else {
      return std::nullopt;
    }
  }
  const Decimal number = read_decimal(digits);
  if (number.problem != Decimal::Problem::kNone) return std::nullopt;
  return number;
}

bool set_amount(Figure& figure, const Decimal& number, int places) {
  if (number.scale > places || !scale_up(number.units, places - number.scale, figure.amount)) return false;
  return figure.amount <= kLargestAmount;
}

bool set_rate(Figure& figure, const Decimal& number, int places, std::int64_t most) {
  constexpr int kMostPlaces = 8;
  const int scale = number.scale - places;
  std::int64_t denominator = 1;
  if (scale > kMostPlaces || !scale_up(1, scale, denominator)) return false;
  if (number.units / most > denominator || number.units > denominator * most) return false;
  const std::int64_t common = std::gcd(number.units, denominator);
  figure.rate = {number.units / common, denominator / common};
  return true;
}

struct Around {
  std::string_view before;
  std::string_view behind;
  bool has_least;
  bool has_most;
};

constexpr std::array<Around, 5> kAround{{{"不低于", "", true, false},
                                         {"不少于", "", true, false},
                                         {"不高于", "", false, true},
                                         {"不超过", "", false, true},
                                         {"", "左右", true, true}}};

}  // namespace

bool read_figure(std::string_view printed, Figure& figure, bool share_of_amount) {
  constexpr std::int64_t kMostTimes = 100;
  for (const Suffix& suffix : kSuffixes) {
    if (printed.size() <= suffix.text.size() || !printed.ends_with(suffix.text)) continue;
    const auto number = read_number(printed.substr(0, printed.size() - suffix.text.size()));
    if (!number) return false;
    figure.printed = printed;
    figure.unit = suffix.unit;
    return suffix.unit == Unit::kAmount
               ? set_amount(figure, *number, suffix.places)
               : set_rate(figure, *number, suffix.places, share_of_amount ? kMostTimes : 1);
  }
  return false;
}

bool in_hundredths(const Figure& figure, Fen& value) {
  value = figure.amount;
  if (figure.unit == Unit::kAmount) return true;
  value = figure.rate.numerator * kWhole / figure.rate.denominator;
  return figure.unit == Unit::kRate && kWhole % figure.rate.denominator == 0;
}

bool read_range(std::string_view printed, Figure& figure) {
  // 左右 is taken as a fifth either way.
  constexpr Fen kAbout = 5;
  for (const Around& around : kAround) {
    if (!printed.starts_with(around.before) || !printed.ends_with(around.behind)) continue;
    std::string_view bare = printed.substr(around.before.size());
    bare.remove_suffix(around.behind.size());
    Fen value = 0;
    if (!read_figure(bare, figure) || !in_hundredths(figure, value)) return false;
    const Fen about = around.has_least && around.has_most ? (value + kAbout - 1) / kAbout : 0;
    const Fen top = figure.unit == Unit::kAmount ? kLargestAmount : kWhole;
    figure.printed = printed;
    figure.range = true;
    figure.least = around.has_least ? value - about : 0;
    figure.most = around.has_most ? std::min(value + about, top) : top;
    return true;
  }
  return false;
}

}  // namespace aidcheck
