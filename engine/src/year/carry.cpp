#include "year/carry.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace aidcheck {
namespace {

template <class Amounts>
void carry_named(const std::vector<std::string_view>& from, const Amounts& ended,
                 const std::vector<std::string_view>& to, Amounts& starts) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    const auto found = to[i].empty() ? from.end() : std::find(from.begin(), from.end(), to[i]);
    if (found != from.end()) starts[i] = ended[static_cast<std::size_t>(found - from.begin())];
  }
}

}  // namespace

void carry_over(const Plan& from, const YearState& state, const Plan& to, YearInput& year) {
  carry_named(pools_of_year(from), state.drawn, pools_of_year(to), year.pools_before);
  carry_named(layers_of_year(from), state.counted, layers_of_year(to), year.counted_before);
}

YearInput input_after(const Parts& parts, std::size_t part, const YearState& state) {
  YearInput year = parts[part].settled.digest.year;
  if (part > 0) carry_over(parts[part - 1].settled.plan, state, parts[part].settled.plan, year);
  return year;
}

}  // namespace aidcheck
