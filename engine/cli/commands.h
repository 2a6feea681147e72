#pragma once

#include "command.h"

/// The commands for authors of rule packs that have a file of their own.
namespace aidcheck::cli {

/// `mutate PACK.json…`: which changes of the packs no worked example notices; one line of JSON a pack.
int mutate(const Arguments& arguments);

}  // namespace aidcheck::cli
