#include "base/nearest.h"

#include <algorithm>
#include <cstddef>

namespace aidcheck {
namespace {

// Longer names are compared by their beginning: a name of this length is no typing mistake.
constexpr std::size_t kLongest = 64;

std::size_t distance(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> back(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t fewest = 0;
  for (const std::string_view candidate : known) {
    const std::size_t mistakes = distance(name, candidate);
    if (best.empty() || mistakes < fewest) {
      best = candidate;
      fewest = mistakes;
    }
  }
  return best;
}

}  // namespace aidcheck
