#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "explain/explanation.h"
#include "plan/plan.h"

namespace aidcheck {

/// The texts that leave the engine (docs/formats.md).
std::string encode_error(const Error& error);
std::string encode_result(const Year& year);
std::string encode_description(const Plan& plan);

}  // namespace aidcheck
