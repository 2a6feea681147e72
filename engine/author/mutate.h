#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "examples.h"

namespace aidcheck {

/// A change that no worked example notices; `now` is null for what was dropped.
struct Survivor {
  std::string at;
  std::string change;
  json::Value was;
  json::Value now;
};

/// A change that the pack lists as equivalent and that is none: an example notices it, or there is no such
/// change.
struct StaleEquivalent {
  std::string at;
  std::string change;
  bool noticed = false;
};

struct MutationReport {
  std::size_t mutations = 0;
  std::size_t noticed = 0;
  std::size_t equivalent = 0;
  std::vector<Survivor> survivors;
  std::vector<StaleEquivalent> stale;
};

/// Changes a pack bit by bit (mutations.h) and settles the worked examples with each change, `others` being
/// the other packs of its place. A change that keeps the pack from loading is noticed. Error: the pack does
/// not load, or an example does not pass as the pack stands (`example.failing`).
Result<MutationReport> mutate_pack(std::string_view pack_json, const std::vector<std::string>& others,
                                   std::vector<Example> examples);

}  // namespace aidcheck
