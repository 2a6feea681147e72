#include "base/decimal.h"

#include <cstddef>

namespace aidcheck {
namespace {

constexpr int kMostDigits = 18;
// An exponent beyond this is out of all proportion; reading stops counting there.
constexpr int kLargestExponent = 100000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool read_exponent(std::string_view text, int& exponent) {
  bool negative = false;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
  if (i == text.size()) return false;
  int value = 0;
  for (; i < text.size(); ++i) {
    if (!is_digit(text[i])) return false;
    if (value < kLargestExponent) value = value * 10 + (text[i] - '0');
  }
  exponent = negative ? -value : value;
  return true;
}

// The digits before an exponent. Zeros at the end are held back, since `1.50` has one decimal and `1e5` five
// places that the digits do not show.
struct Digits {
  std::int64_t units = 0;
  int count = 0;
  int held_zeros = 0;
  int scale = 0;
  bool lost = false;  // decimals beyond what is kept: more than any amount or rate may have

  bool take(char c, bool fraction) {
    if (fraction) ++scale;
    if (c == '0') {
      if (units != 0) ++held_zeros;
      return true;
    }
    const int needed = count + (units == 0 ? 0 : held_zeros) + 1;
    if (needed > kMostDigits) {
      lost = fraction;
      return fraction;
    }
    count = needed;
    for (; held_zeros > 0; --held_zeros) units *= 10;
    units = units * 10 + (c - '0');
    return true;
  }
};

}  // namespace

bool scale_up(std::int64_t units, int places, std::int64_t& product) {
  product = units;
  for (int i = 0; i < places && product != 0; ++i) {
    if (__builtin_mul_overflow(product, std::int64_t{10}, &product)) return false;
  }
  return true;
}

Decimal read_decimal(std::string_view text) {
  Decimal read;
  const Decimal malformed{Decimal::Problem::kMalformed, false, 0, 0};
  std::size_t i = 0;
  if (!text.empty() && text[0] == '-') {
    read.negative = true;
    ++i;
  }
  Digits digits;
  bool fraction = false;
  bool any = false;
  bool ends_in_point = false;
  int exponent = 0;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.' && any && !fraction) {
      fraction = true;
      ends_in_point = true;
    } else if (!is_digit(text[i])) {
      return malformed;
    } else {
      any = true;
      ends_in_point = false;
      if (!digits.take(text[i], fraction)) {
        read.problem = Decimal::Problem::kTooLarge;
        return read;
      }
    }
  }
  if (!any || ends_in_point || (i < text.size() && !read_exponent(text.substr(i + 1), exponent)))
    return malformed;
  if (digits.units == 0) return read;
  read.units = digits.units;
  if (digits.lost) {
    read.scale = kLargestExponent;
    return read;
  }
  read.scale = digits.scale - digits.held_zeros - exponent;
  if (read.scale < 0) {
    if (!scale_up(read.units, -read.scale, read.units)) read.problem = Decimal::Problem::kTooLarge;
    read.scale = 0;
  }
  return read;
}

}  // namespace aidcheck
