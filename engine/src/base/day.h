#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aidcheck {

/// A civil day, counted from 1970-01-01.
using Day = std::chrono::sys_days;

/// Reads `YYYY-MM-DD`; nothing where the text has another form or no such day exists.
std::optional<Day> parse_day(std::string_view text);

/// `YYYY-MM-DD`.
std::string format_day(Day day);

/// The last day of the month that `day` lies in.
Day last_day_of_month(Day day);

Day last_day_of_year(int year);

/// The same day of the month so many months later, or that month's last.
Day months_after(Day day, int months);

int year_of(Day day);

/// The day as a plain number for tables and comparisons.
inline std::int32_t day_number(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

}  // namespace aidcheck
