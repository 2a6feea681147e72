#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/money.h"
#include "pack/model.h"
#include "plan/decision.h"
#include "plan/facts.h"
#include "vocabulary/words.h"

namespace aidcheck {

/// Part of a marginal rate: what lies in `from`…`to` counts `numerator / (the rate's denominator)`.
struct BandPlan {
  Fen from = 0;
  Fen to = std::numeric_limits<Fen>::max();
  std::int64_t numerator = 0;
};

struct RatePlan {
  std::vector<BandPlan> bands;
  std::int64_t denominator = 1;
  bool above_deductible = false;
};

/// A base: which sheet fields are added up (a bit a field), whether what is in scope is, and which layers
/// before it are taken off (a bit a layer).
struct BasePlan {
  std::uint32_t fields = 0;
  bool scope = false;
  std::uint32_t less = 0;
};

/// One payer, worked out. A decision's row number is the index into the list beside it.
struct LayerPlan {
  std::optional<Field> sheet;  // taken from the sheet; otherwise computed by the rest
  bool in_scope = true;        // pays for what is in scope
  bool over_year = false;      // cumulative
  Decision applies;            // 0: applies; n: exception n - 1; outcome::kNone: its condition does not hold
  Decision base;
  std::vector<BasePlan> bases;
  Decision deductible;
  std::vector<Fen> deductibles;
  Decision pays;
  std::vector<RatePlan> rates;
  Decision draws;
  std::vector<std::uint32_t> draw_masks;  // the pools drawn on, parents included (a bit a pool)
};

/// A layer taken from the sheet.
struct SheetLayer {
  std::uint8_t layer = 0;  // index into the plan's `layers`
  std::uint8_t field = 0;
  bool in_scope = true;
  bool less_always = false;  // every base takes it off
};

struct PoolPlan {
  Decision limit;
  std::vector<Fen> limits;
  bool per_visit = false;
};

/// A rule pack, ready to settle. `pack` keeps the words for the explanation: row n of a decision here is row
/// n of the same part there.
struct Plan {
  json::Value source;  // the pack's JSON; all its texts are views of it, so a plan stays where it was made
  model::Pack pack;
  std::vector<FactPlan> facts;
  std::uint64_t stays = 0;  // a bit a code of `kind`
  Decision identity_counts;
  Decision scope;
  std::vector<BasePlan> scopes;
  std::vector<LayerPlan> layers;
  std::vector<PoolPlan> pools;
  std::vector<Decision> entitlements;
  std::vector<Decision> notices;
  std::vector<SheetLayer> sheet_layers;
  std::vector<std::uint8_t> computed_layers;    // indices into `layers`
  std::vector<std::uint8_t> cumulative_layers;  // of these
  Lookup lookup;                                // of all decisions that settling asks for
  std::uint32_t fields_needed = 0;    // what every visit must state: the total and the sheet layers' fields
  std::uint32_t less_always = 0;      // the sheet layers that every base takes off
  std::uint32_t pools_per_visit = 0;  // a bit a pool

  /// What counts as in scope at a visit whose scope decision gave `row`: nothing where no row holds.
  [[nodiscard]] const BasePlan& scope_of(std::uint16_t row) const {
    static constexpr BasePlan kNothing;
    return row < scopes.size() ? scopes[row] : kNothing;
  }
  [[nodiscard]] const std::vector<model::RateRow>& rate_rows(const model::Layer& layer) const;
};

inline std::uint32_t field_bit(Field field) { return std::uint32_t{1} << static_cast<unsigned>(field); }

}  // namespace aidcheck
