#pragma once

#include "encode/sources.h"
#include "explain/explanation.h"

namespace aidcheck {

/// `"pools": […], "after": {…}`: how the limits and counts stand at the end of the year, by its last version
/// of the rules.
void encode_standing(const Year& year, json::Writer& writer, Sources& sources);

}  // namespace aidcheck
