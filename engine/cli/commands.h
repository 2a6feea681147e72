#pragma once

#include "base/day.h"
#include "command.h"

/// The commands for authors of rule packs that have a file of their own.
namespace aidcheck::cli {

/// `check [--today DATE] PACK.json…`: what is wrong with the packs. `check --explain [CODE]`: what a
/// finding's code means; without a code, all of them.
int check(Arguments arguments);

/// `check --within PLACE [--income YUAN] [--rules DIR] [--today DATE] PACK.json`: the pack held against the
/// rules of that place, figure by figure.
int check_within(const std::string& place, Arguments arguments, Day today);

/// `mutate PACK.json…`: which changes of the packs no worked example notices; one line of JSON a pack.
int mutate(const Arguments& arguments);

/// `diff A.json B.json`: what changed from one pack to the other, and what it does to the worked examples of
/// both.
int diff(const Arguments& arguments);

/// `new --place CODE [--name 中文名] [--name-en NAME]`: a rule pack to start from.
int new_pack(Arguments arguments);

}  // namespace aidcheck::cli
