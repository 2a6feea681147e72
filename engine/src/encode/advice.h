#pragma once

#include "encode/sources.h"
#include "explain/explanation.h"

namespace aidcheck {

/// `"what_if": […]`: what the person can do, and what it would change.
void encode_advice(const Year& year, json::Writer& writer, Sources& sources);

}  // namespace aidcheck
