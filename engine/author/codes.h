#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"

namespace aidcheck {

/// What a finding's code means, for `aidcheck check --explain`.
struct Code {
  enum class Severity { kError, kWarning };
  std::string_view id;
  Severity severity = Severity::kError;
  Words title;
  Words text;
  Words mend;
};

/// Of what keeps a pack from being loaded (the engine refuses it).
const std::vector<Code>& loading_codes();
/// Of what is found in a pack that loads.
const std::vector<Code>& finding_codes();

/// nullptr where there is none.
const Code* code_named(std::string_view id);
std::vector<std::string_view> code_names();

std::string_view severity_name(Code::Severity severity);

}  // namespace aidcheck
