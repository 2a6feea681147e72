#pragma once

#include <vector>

#include "within/layer.h"

namespace aidcheck::within {

/// One way in which the frame may be read in a situation.
struct Way {
  std::size_t departs = 0;  // how many readings are not the frame's own
  Codes codes{};
};
using Ways = std::vector<Way>;

/// A frame seen from a local pack: what both know stands in both, and what only the frame asks is left open.
class Frame {
 public:
  Frame(const Plan& frame, const Plan& local);

  /// The facts of the local pack that the frame knows too, whatever the local pack does with them.
  [[nodiscard]] const std::vector<std::size_t>& known() const { return known_; }
  /// The frame's codes for those of the local pack; what only the frame asks is not known.
  [[nodiscard]] Codes codes(const Codes& local) const;
  /// The same for every choice of the readings that the layer looks at; for each answer to what the frame
  /// alone asks.
  [[nodiscard]] std::vector<Ways> ways(const Layer& layer, const Codes& codes) const;

 private:
  const Plan& frame_;
  const Plan& local_;
  Codes ordinary_{};
  std::vector<std::size_t> known_;
  std::vector<std::size_t> same_;  // of each of these, the frame's fact
};

}  // namespace aidcheck::within
