#pragma once

#include <string>
#include <vector>

namespace aidcheck::cli {

/// `aidcheck check [--today DATE] PACK.json…`: every finding; exit 0 where there is none, 1 where there is, 2
/// where a file cannot be read.
int check(std::vector<std::string> arguments);

/// `aidcheck check --explain [CODE]`: what a finding's code means; without a code, all of them.
int explain_codes(const std::vector<std::string>& codes);

}  // namespace aidcheck::cli
