#pragma once

#include <vector>

#include "row_lists.h"

namespace aidcheck::findings {

/// Categories that every rule about money treats alike, in the pack's order.
struct Group {
  std::vector<std::uint8_t> categories;
};

/// The groups; the one of no category comes first.
std::vector<Group> groups_of(const Plan& plan, const RowLists& lists);

/// Answers with which an identity counts, so that categories matter at all; what is assumed of all other
/// facts, or their first answers; readings as the pack reads them.
Codes ordinary_codes(const Plan& plan, const RowLists& lists);

/// Facts of a visit, for the ways in which the rules about money treat visits.
struct Situations {
  std::vector<std::size_t> facts;  // that tell them apart
  std::vector<Codes> all;          // one for each way, or, of very many, as different ones as may be
  std::vector<Codes> few;          // some of them, for years of several visits
};
Situations situations_of(const Plan& plan, const RowLists& lists, const std::vector<Group>& groups);

/// Costs at and around which a rule may change: every amount that the pack prints, what must be spent to be
/// paid that much, and a few plain ones. Rising.
std::vector<Fen> costs_of(const Plan& plan);
/// A few of them, far apart, for years of several visits.
std::vector<Fen> few_costs_of(const Plan& plan);

}  // namespace aidcheck::findings
