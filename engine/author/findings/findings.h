#pragma once

#include "finding.h"
#include "row_lists.h"

/// What can be found in a pack that loads, one file a family. Each adds to `findings`.
namespace aidcheck::findings {

/// Rows that never match, and rows that overlap and differ.
void rows(const Plan& plan, const RowLists& lists, Findings& findings);
/// Facts that no row covers.
void gaps(const Plan& plan, const RowLists& lists, Findings& findings);
/// What the pack declares and nothing looks at.
void unused(const Plan& plan, const RowLists& lists, Findings& findings);
/// What a person can do and what would change nothing.
void actions(const Plan& plan, const RowLists& lists, Findings& findings);
/// Conditions of a category that no facts fulfil, or that contradict those before them.
void conditions(const Plan& plan, Findings& findings);
/// Bands that end, and rules without a citation.
void figures(const Plan& plan, Findings& findings);
/// Texts that are the same in both languages.
void words(const Plan& plan, Findings& findings);
/// A pack that should have been looked at again.
void review(const Plan& plan, Day today, Findings& findings);
/// What shows when generated cases are settled; gives how many were.
std::size_t money(const Plan& plan, const RowLists& lists, Findings& findings);

}  // namespace aidcheck::findings
