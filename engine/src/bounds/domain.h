#pragma once

#include <array>

#include "plan/plan.h"
#include "settle/input.h"

namespace aidcheck {

/// Between which bounds an amount lies that a sheet leaves out: parts lie within the total, and what was paid
/// within what is in scope.
Reach domain_of(const Plan& plan, const YearInput& year, std::uint32_t visit, std::uint8_t amount);

/// Where figures turn: the amounts, rising, at which all that was paid in scope comes to what is in scope,
/// without and with the own share first.
std::array<Fen, 2> turns(const Plan& plan, const YearInput& year, std::uint32_t visit, std::uint8_t amount);

/// By how much the parts of a sheet are more than its total.
Fen beyond_total(const YearInput& year, std::uint32_t order);

/// Sheets of which no completion adds up are taken as they are.
void take_as_stated(YearInput& year);

/// Whether some completion lies in the box: the parts of a sheet are not more than its total.
bool can_be(const YearInput& year);

}  // namespace aidcheck
