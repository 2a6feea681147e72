#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/money.h"
#include "base/text.h"

namespace aidcheck {

/// Something in a rule pack that its author should look at. What the code means, how grave it is and how it
/// is mended stands in the list of codes (codes.h).
struct Finding {
  std::string_view code;
  std::string at;  // JSON pointer into the pack
  Text message;
  std::vector<std::pair<std::string, std::string>> counterexample;  // fact → its value as JSON
  std::optional<Fen> amount;                                        // the cost at which it happens
  std::string trial;                                                // a case that shows it, as JSON
};
using Findings = std::vector<Finding>;

}  // namespace aidcheck
