#pragma once

#include <optional>
#include <vector>

#include "within/frame.h"

namespace aidcheck::within {

/// Holds what a local layer does in one situation against what the frame says of it. What the frame leaves
/// out by the readings that depart least from its own is left out; where it pays, a figure may be what any
/// reading gives.
class Judgement {
 public:
  Judgement(const Layer& layer, const Layer& frame_layer, const Codes& codes, const Ways& ways,
            std::optional<Fen> income);

  [[nodiscard]] bool both_pay() const { return local_pays_ && frame_pays_; }

  /// Whether it pays. `elsewhere`: it does in another situation that is the same to the frame.
  [[nodiscard]] WithinLine standing(bool elsewhere) const;
  // Where both pay:
  [[nodiscard]] WithinLine base() const;
  /// `above`: the local rate that the frame wants this one to stay below, where it gives none of its own.
  [[nodiscard]] WithinLine rate(const std::optional<Measure>& above) const;
  [[nodiscard]] WithinLine deductible() const;
  [[nodiscard]] WithinLine limit() const;

 private:
  [[nodiscard]] std::vector<Measure> of_frame(Measure (Layer::*figure)(const Codes&) const) const;
  [[nodiscard]] std::optional<Span> frame_span(const std::vector<Measure>& measures) const;

  const Layer& layer_;
  const Layer& frame_layer_;
  Codes codes_;
  Ways considered_;  // those in which the layer's condition holds,
  Ways paying_;      // and those in which it pays
  Codes first_{};    // of the way that departs least
  std::optional<Fen> income_;
  bool local_pays_;
  bool frame_pays_ = false;
};

/// Of what the frame may say, each for another answer to what it alone asks: inside where one is.
WithinLine most_lenient(const std::vector<WithinLine>& lines);

/// Whether two situations draw on one limit, as the frame has it; nothing where one has no limit.
std::optional<WithinLine> shared_limit(const Layer& layer, const Codes& one, const Codes& other);

}  // namespace aidcheck::within
