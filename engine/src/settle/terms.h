#pragma once

#include <array>
#include <cstdint>

#include "plan/plan.h"
#include "settle/reach.h"

namespace aidcheck {

/// On what terms a category is paid at a visit: enough to tell which of two is paid more whatever the amounts
/// are.
struct Terms {
  std::uint64_t all_but_rates = 0;                   // of all layers together
  std::array<const RatePlan*, kMostLayers> rates{};  // of the layers that paid at one rate

  void mix(std::uint64_t value) { all_but_rates = (all_but_rates ^ value) * 0x9E3779B97F4A7C15U + 1; }
  void mix(const Reach& figure) {
    mix(static_cast<std::uint64_t>(figure.least));
    mix(static_cast<std::uint64_t>(figure.most));
    mix(std::uint64_t{figure.up} << 32 | figure.down);
  }
  void mix(const RatePlan& rate) {
    for (const BandPlan& band : rate.bands) {
      mix(static_cast<std::uint64_t>(band.to));
      mix(static_cast<std::uint64_t>(band.numerator));
      mix(band.percent);
    }
    mix(static_cast<std::uint64_t>(rate.denominator));
  }
};

/// Whether the first terms pay at most what the second pay. A higher rate in one layer takes at most as much
/// from those behind it as it gives.
inline bool never_more(const Terms& a, const Terms& b) {
  if (a.all_but_rates != b.all_but_rates) return false;
  bool lower = false;
  for (std::size_t i = 0; i < a.rates.size(); ++i) {
    if (a.rates[i] == b.rates[i]) continue;
    if (a.rates[i] == nullptr || b.rates[i] == nullptr) return false;
    const std::int64_t left = a.rates[i]->bands.front().numerator * b.rates[i]->denominator;
    const std::int64_t right = b.rates[i]->bands.front().numerator * a.rates[i]->denominator;
    if (left == right) continue;
    if (left > right || lower) return false;
    lower = true;
  }
  return true;
}

}  // namespace aidcheck
