#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "settle/kept.h"

namespace aidcheck {

/// What is not known and made a difference: an amount or the answer to a fact, at a visit or of the person;
/// an identity; a figure from before the year; or, as a question,
/// all that the sheet of a visit would tell.
struct Unknown {
  enum class What { kFact, kAmount, kIdentity, kBefore, kSheet };
  What what = What::kFact;
  std::size_t part = 0;
  std::optional<std::uint32_t> visit;  // its place in the case
  std::size_t which = 0;               // the fact, the amount, the identity's place in the case, the figure's
  Kept kept = Kept::kPools;

  friend bool operator==(const Unknown&, const Unknown&) = default;
};

}  // namespace aidcheck
