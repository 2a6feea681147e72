#include "place/places.h"

#include <cstddef>
#include <cstdint>

namespace aidcheck {
namespace {

#include "place/codes.inc"

constexpr std::uint32_t kPrefecture = 100;
constexpr std::uint32_t kProvince = 10'000;

std::uint32_t number_of(std::string_view code) {
  constexpr std::size_t kDigits = 6;
  if (code.size() != kDigits) return 0;
  std::uint32_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

bool is_place(std::string_view code) {
  constexpr std::uint32_t kOwnCode = 100;
  constexpr std::uint32_t kNoOwnCode = 200;
  const std::uint32_t wanted = number_of(code);
  if (wanted == 0) return false;
  std::uint32_t parent = 0;  // province and prefecture; a county is added to it
  for (std::size_t i = 0; i < sizeof kPlaceCodes; ++i) {
    const std::uint32_t byte = kPlaceCodes[i];
    std::uint32_t listed = 0;
    if (byte == 0) {
      parent = (parent / kProvince + kPlaceCodes[++i]) * kProvince;
      listed = parent;
    } else if (byte < kOwnCode) {
      listed = parent + byte;
    } else if (byte < kNoOwnCode) {
      parent += (byte - kOwnCode) * kPrefecture;
      listed = parent;
    } else {
      parent += (byte - kNoOwnCode) * kPrefecture;
    }
    if (listed == wanted) return true;
  }
  return false;
}

bool covers(std::string_view place, std::string_view code) {
  if (place == code || place == kWholeCountry) return true;
  if (place.size() != code.size()) return false;
  const bool province = place.ends_with("0000");
  const bool prefecture = place.ends_with("00");
  const std::size_t prefix = province ? 2 : prefecture ? 4 : 6;
  return place.substr(0, prefix) == code.substr(0, prefix);
}

}  // namespace aidcheck
