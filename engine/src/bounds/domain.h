#pragma once

#include <utility>

#include "bounds/box.h"

namespace aidcheck {

/// Opens the amounts of sheets that are stated as a range.
void open_stated(const Settled& settled, Box& box);

/// What a fact may be: what the case says of it, or anything.
OpenFact allowed(const Settled& settled, std::optional<std::uint32_t> visit, std::size_t fact);

/// The amounts, in fen, for which a number fact has the code, within what it may be; the first above the
/// second where there are none.
std::pair<Fen, Fen> stretch(const FactPlan& fact, std::uint8_t code, const OpenFact& may);

/// Between which bounds an amount lies that a sheet leaves out: parts lie within the total, and what was paid
/// within what is in scope.
Reach domain_of(const Settled& settled, const Box& box, std::uint32_t visit, std::uint8_t amount);

/// Where figures turn: the amounts, rising, at which all that was paid in scope comes to what is in scope,
/// without and with the own share first.
std::array<Fen, 2> turns(const Settled& settled, const Box& box, std::uint32_t visit, std::uint8_t amount);

/// The most that a visit can have cost, in fen.
Fen most_of_bill(const Box& box, const VisitInput& visit);

}  // namespace aidcheck
