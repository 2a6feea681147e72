#pragma once

#include <cstdint>

#include "bounds/hull.h"
#include "explain/explanation.h"

namespace aidcheck {

/// Between which bounds it lies by how much less a person pays, whatever it is that is not known.
struct Difference {
  Fen least = 0;
  Fen most = 0;

  void add(const Difference& other) {
    least += other.least;
    most += other.most;
  }
};

/// The first layer that may pay otherwise where these facts are others, a bit a fact: those before it pay the
/// same at every visit. The number of layers where there is none.
std::size_t first_changed(const Settled& settled, std::uint32_t facts);

/// What a visit costs the person less after something was changed. Of payers before layer `first`, and of
/// those that sheets state, both pay the same, known or not.
Difference difference(const Plan& plan, std::size_t first, const VisitFiguresOf<Hull>& before,
                      const VisitFiguresOf<Hull>& after);

}  // namespace aidcheck
