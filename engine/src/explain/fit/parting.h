#pragma once

#include "explain/fit/replay.h"

namespace aidcheck {

/// Where what was settled of a layer at a visit and the rules part: each of what may have been otherwise is
/// tried by itself, and the first step is told that differs once one of them gives the very figure. `index`
/// and `ours`: the visit's record and what the rules make of it; `known`: its amounts that they may look at.
void find_parting(Replay& replay, std::size_t index, const VisitRecord& ours, std::uint32_t known,
                  std::size_t layer, Fen settled, Parting& told);

/// The first step at which two ways of settling a visit differ, and what made them (a whole sentence, or
/// nothing where the step says it).
void tell_parting(const Settled& settled, const VisitRecord& ours, const VisitRecord& theirs,
                  const Words& cause, Parting& told);
/// That nothing was found: the layer's first step is where they may part.
void tell_unexplained(const Settled& settled, const VisitRecord& ours, std::size_t layer, Parting& told);

}  // namespace aidcheck
