#pragma once

#include <cstdint>
#include <string>

namespace aidcheck {

/// Money in fen (1/100 yuan). Wide enough for 92 quadrillion yuan; every operation on it goes through
/// `Arithmetic`, which notices what does not fit.
using Fen = std::int64_t;

/// `12,345.60`, for sentences.
std::string format_yuan(Fen amount);

/// The largest single amount that a case or a pack may state: 100 billion yuan. Far above any bill, and low
/// enough that a year of them still adds up without overflow.
inline constexpr Fen kLargestAmount = 10'000'000'000'000;

/// An exact share, `numerator / denominator`, in lowest terms; the denominator is positive.
struct Rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// Checked arithmetic on fen. Once something did not fit, `overflowed()` stays true and the figures that came
/// after it mean nothing: the caller asks once, when it is done.
class Arithmetic {
 public:
  Fen add(Fen a, Fen b) {
    Fen sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) [[unlikely]]
      overflowed_ = true;
    return sum;
  }
  Fen subtract(Fen a, Fen b) {
    Fen difference = 0;
    if (__builtin_sub_overflow(a, b, &difference)) [[unlikely]]
      overflowed_ = true;
    return difference;
  }
  Fen multiply(Fen a, std::int64_t b) {
    Fen product = 0;
    if (__builtin_mul_overflow(a, b, &product)) [[unlikely]]
      overflowed_ = true;
    return product;
  }
  /// `a - b`, or 0 where b is larger.
  Fen less(Fen a, Fen b) { return b >= a ? 0 : subtract(a, b); }
  /// `numerator / denominator` rounded half up to a whole fen; both at least 0, the denominator above 0.
  Fen round_half_up(Fen numerator, std::int64_t denominator) {
    if (numerator == 0 || denominator == 1) return numerator;
    const Fen whole = numerator / denominator;
    const Fen rest = numerator % denominator;
    return rest >= denominator - rest ? add(whole, 1) : whole;
  }

  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  bool overflowed_ = false;
};

}  // namespace aidcheck
