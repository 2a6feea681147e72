#include "year/carry.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace aidcheck {
namespace {

using Names = std::vector<std::string_view>;

// Calls `each(from, to)` with the places of every name that both have.
template <class Each>
void for_each_shared(const Names& from, const Names& to, Each each) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    const auto found = to[i].empty() ? from.end() : std::find(from.begin(), from.end(), to[i]);
    if (found != from.end()) each(static_cast<std::size_t>(found - from.begin()), i);
  }
}

}  // namespace

void carry_over(const Plan& from, const YearState& state, const Plan& to, YearInput& year) {
  for_each_shared(pools_of_year(from), pools_of_year(to),
                  [&](std::size_t was, std::size_t now) { year.pools_before[now] = state.drawn[was]; });
  // Behind the layers the sums.
  for_each_shared(counted_of_year(from), counted_of_year(to), [&](std::size_t was, std::size_t now) {
    const Fen amount =
        was < from.layers.size() ? state.counted[was] : state.derived[was - from.layers.size()];
    (now < to.layers.size() ? year.counted_before[now] : year.derived_before[now - to.layers.size()]) =
        amount;
  });
  for_each_shared(visits_of_year(from), visits_of_year(to),
                  [&](std::size_t was, std::size_t now) { year.derived_before[now] = state.derived[was]; });
}

YearInput input_after(const Parts& parts, std::size_t part, const YearState& state) {
  YearInput year = parts[part].settled.digest.year;
  if (part > 0) carry_over(parts[part - 1].settled.plan, state, parts[part].settled.plan, year);
  return year;
}

}  // namespace aidcheck
