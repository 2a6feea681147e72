#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "settle/input.h"
#include "settle/record.h"

namespace aidcheck {

/// What goes on from visit to visit by name: what pools have paid; what cumulative layers and, behind them,
/// sums have counted; numbers of visits.
enum class Kept { kPools, kCounted, kVisits };

/// The names of a plan, each in its place; empty for what does not go on.
std::vector<std::string_view> names_kept(const Plan& plan, Kept what);

/// The figure with which a year starts, by the place of its name.
Fen& kept(YearInput& year, const Plan& plan, Kept what, std::size_t place);
/// The same of a state of which only bounds are known.
Reach& kept(YearStateOf<Reach>& state, const Plan& plan, Kept what, std::size_t place);

/// The next version of the rules goes on from where the one before ended. What the next does not have ends;
/// what the one before did not have stays as it is in `year`.
void carry_over(const Plan& from, YearState& state, const Plan& to, YearInput& year);
void carry_over(const Plan& from, YearStateOf<Reach>& state, const Plan& to, YearStateOf<Reach>& start);

}  // namespace aidcheck
