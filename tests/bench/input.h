#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hand.h"
#include "plan/plan.h"
#include "settle/input.h"
#include "settle/record.h"

namespace aidcheck::bench {

/// The same years for both sides, each as its side takes them.
struct People {
  std::vector<YearInput> engine;
  std::vector<hand::Year> hand;
};

/// That many random years of `least` to `most` visits; a seed always gives the same.
People random_people(const Plan& plan, std::uint64_t seed, std::size_t count, std::size_t least,
                     std::size_t most);

/// The year as a person would send it.
std::string to_json(const hand::Year& year);

/// The engine's totals, payer by payer, as the hand-written side names them.
hand::Totals named(const YearTotals& totals, const Plan& plan);

bool same(const hand::Totals& a, const hand::Totals& b);

}  // namespace aidcheck::bench
