#pragma once

#include "explain/fit/again.h"

namespace aidcheck {

/// Where what was settled of a layer at a visit and the rules part: each of what may have been otherwise is
/// tried by itself, and the first step is told that differs once one of them gives the very figure. `ours` is
/// the visit by the rules, `again` settles it so.
Parting find_parting(const Spot& spot, Again& again, const VisitRecord& ours, std::size_t layer, Fen settled);

/// The first step at which two ways of settling a visit differ, and what made them (a whole sentence, or
/// nothing where the step says it).
void tell_parting(const Settled& settled, const VisitRecord& ours, const VisitRecord& theirs,
                  const Words& cause, Parting& told);
/// That nothing was found: the layer's first step is where they may part.
void tell_unexplained(const Settled& settled, const VisitRecord& ours, std::size_t layer, Parting& told);

}  // namespace aidcheck
