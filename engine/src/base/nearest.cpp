#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace aidcheck {
namespace {

// Longer names are compared by their beginning: a name of this length is no typing mistake.
constexpr std::size_t kLongest = 64;

std::size_t distance(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  using Row = std::array<std::uint8_t, kLongest + 1>;
  Row two_back{};
  Row back{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int fewest = std::min(back[j], row[j - 1]) + 1;
      fewest = std::min(fewest, back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        fewest = std::min(fewest, two_back[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(fewest);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view name, const Names& known) {
  std::string_view best;
  std::size_t fewest = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::string_view candidate = known[i];
    const std::size_t mistakes = distance(name, candidate);
    if (best.empty() || mistakes < fewest) {
      best = candidate;
      fewest = mistakes;
    }
  }
  return best;
}

}  // namespace aidcheck
