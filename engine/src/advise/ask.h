#pragma once

#include "explain/explanation.h"

namespace aidcheck {

/// Fills in what to ask next: what is not known in the order of how much knowing it would surely narrow what
/// the person pays. What cannot change that is not asked.
void find_questions(Year& year);

}  // namespace aidcheck
