#pragma once

#include <vector>

#include "bounds/box.h"
#include "bounds/explore.h"

namespace aidcheck {

/// All completions of a year: what the case states as a range is open from the start.
Box box_of(const std::vector<const Part*>& parts, std::vector<Unknown>& unknown);

/// Takes an answer to a fact of a visit, or of the person in all parts of the year. False where no amount
/// would have that answer.
bool choose(const std::vector<const Part*>& parts, std::size_t part, const OpenFact& may, std::uint8_t code,
            Box& box);

/// Takes a candidate for an identity, in all parts of the year.
void choose_category(const std::vector<const Part*>& parts, std::size_t part, const OpenIdentity& identity,
                     std::uint8_t code, Box& box);

/// All facts and identities that a box leaves open and that rules look at.
void find_undecided(const std::vector<const Part*>& parts, const Box& box, std::vector<Unknown>& unknown);

}  // namespace aidcheck
