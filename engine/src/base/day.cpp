#include "base/day.h"

#include "base/text.h"

namespace aidcheck {
namespace {

using std::chrono::year_month_day;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(unsigned value, std::size_t width) {
  std::string text = digits_of(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string format_day(Day day) {
  const year_month_day date{day};
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' + padded(static_cast<unsigned>(date.day()), 2);
}

Day last_day_of_month(Day day) {
  const year_month_day date{day};
  return Day(std::chrono::year_month_day_last(date.year(), std::chrono::month_day_last(date.month())));
}

Day last_day_of_year(int year) { return Day(std::chrono::year(year) / 12 / 31); }

Day months_after(Day day, int months) {
  const year_month_day date{day};
  const auto month = date.year() / date.month() + std::chrono::months(months);
  const auto same = month / date.day();
  return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }

}  // namespace aidcheck
