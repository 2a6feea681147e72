#pragma once

#include "explain/explanation.h"

namespace aidcheck {

/// Fills in what the person can do and what it would change, the surest saving first. What would not help, or
/// what might cost more, is left out.
void find_what_if(Year& year);

}  // namespace aidcheck
