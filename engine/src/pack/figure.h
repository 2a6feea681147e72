#pragma once

#include <string_view>

#include "base/money.h"

namespace aidcheck {

enum class Unit { kAmount, kRate, kPoints };

/// A figure as a policy prints it (a view of the text that was read), and what it means: an amount in fen, a
/// rate (0 to 1), or percentage points. Of a range (`不低于70%`) only its ends are meant: fen, or hundredths
/// of a percent.
struct Figure {
  std::string_view printed;
  Unit unit = Unit::kAmount;
  Fen amount = 0;
  Rate rate;
  bool range = false;
  Fen least = 0;
  Fen most = 0;
};

/// A percentage of 100 % in hundredths, as which one that may be unknown is held.
inline constexpr Fen kWhole = 10'000;

/// Reads `30万元`, `1.5万元`, `6000元`, `7,188.25元`, `2亿元`; `85%`, `62.5%`; `5个百分点`. False where the
/// text is no such figure, has fractions of a fen, is too large for an amount (money.h), or a rate above 100%
/// (a share of an amount may be ten thousand percent).
bool read_figure(std::string_view printed, Figure& figure, bool share_of_amount = false);

/// Reads a printed range: `不低于70%`, `不超过3万元`, `10%左右` (docs/decisions/011-about.md).
bool read_range(std::string_view printed, Figure& figure);

/// An amount in fen, or a rate in hundredths of a percent; false where it is no whole number of them.
bool in_hundredths(const Figure& figure, Fen& value);

}  // namespace aidcheck
