#pragma once

#include <string>
#include <vector>

#include "json/value.h"

namespace aidcheck {

/// A figure or name that a worked example expects and the result does not have.
struct Difference {
  std::string at;  // JSON pointer into `expect`
  std::string expected;
  std::string found;
};

/// Holds a result (or an error object) against what a worked example expects; what it leaves out is not
/// compared.
std::vector<Difference> compare(const json::Value& expect, const json::Value& result);

}  // namespace aidcheck
