#pragma once

#include "encode/sources.h"
#include "explain/explanation.h"

namespace aidcheck {

/// The members of a result that tell which category a person is in; none where the case does not ask.
void encode_categories(const Recognition& recognition, json::Writer& writer, Sources& sources);

}  // namespace aidcheck
