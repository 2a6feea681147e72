#pragma once

#include "encode/sources.h"
#include "explain/explanation.h"

namespace aidcheck {

/// A step on the way to a figure of a layer, as an object.
void encode_step(std::string_view layer, const Step& step, json::Writer& writer, Sources& sources);
/// `"identities": […], "entitlements": […], "notices": […]`: what there is to say besides the figures.
void encode_told(const Year& year, json::Writer& writer, Sources& sources);
/// `"assumed": […]`: what was taken for granted, and at which visits.
void encode_assumed(const Year& year, json::Writer& writer, Sources& sources);
/// `"visits": […]` with their ids.
void encode_visit_ids(std::string_view key, const Settled& settled, const List<std::size_t>& visits,
                      json::Writer& writer);

}  // namespace aidcheck
