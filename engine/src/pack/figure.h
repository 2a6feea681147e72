#pragma once

#include <string_view>

#include "base/money.h"

namespace aidcheck {

enum class Unit { kAmount, kRate, kPoints };

/// A figure as a policy prints it (a view of the text that was read), and what it means: an amount in fen, a
/// rate (0 to 1), or percentage points.
struct Figure {
  std::string_view printed;
  Unit unit = Unit::kAmount;
  Fen amount = 0;
  Rate rate;
};

/// Reads `30万元`, `1.5万元`, `6000元`, `7,188.25元`, `2亿元`; `85%`, `62.5%`; `5个百分点`. False where the
/// text is no such figure, has fractions of a fen, is too large for an amount (money.h), or a rate above 100%
/// (a share of an amount may be ten thousand percent).
bool read_figure(std::string_view printed, Figure& figure, bool share_of_amount = false);

}  // namespace aidcheck
