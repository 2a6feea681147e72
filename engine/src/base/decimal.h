#pragma once

#include <cstdint>
#include <string_view>

namespace aidcheck {

/// A decimal number read from its digits, exactly: `units / 10^scale`, with no trailing zero in the fraction.
struct Decimal {
  enum class Problem { kNone, kMalformed, kTooLarge };
  Problem problem = Problem::kNone;
  bool negative = false;
  std::int64_t units = 0;
  int scale = 0;
};

/// Reads a JSON number (`-12.50`, `1e3`). `kTooLarge` where it has more than 18 significant digits.
Decimal read_decimal(std::string_view text);

/// `units * 10^places`, where `places` may be what is still missing of a scale; nothing is lost or rounded:
/// false where the product does not fit in 63 bits.
bool scale_up(std::int64_t units, int places, std::int64_t& product);

}  // namespace aidcheck
