#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/list.h"
#include "base/money.h"
#include "pack/model.h"
#include "plan/decision.h"
#include "plan/facts.h"
#include "plan/recognition.h"
#include "vocabulary/words.h"

namespace aidcheck {

/// Part of a marginal rate: what lies in `from`…`to` counts `numerator / (the rate's denominator)`, or a
/// percentage that is an amount of the visit.
struct BandPlan {
  Fen from = 0;
  Fen to = std::numeric_limits<Fen>::max();
  std::int64_t numerator = 0;
  std::uint8_t percent = 0;  // 0: none
};

/// The amounts that a visit has: the fields of its sheet, and behind them the pack's facts that are amounts
/// or percentages and its figures that are ranges.
inline constexpr std::size_t kMostAmounts = 32;

/// An amount of the pack, or a share of one that the visit has.
struct ParameterPlan {
  Fen amount = 0;
  std::uint8_t of = 0;  // an amount of the visit; 0 (its total, which is no parameter): none
  Rate share{1, 1};
  std::uint8_t percent = 0;  // the share, as an amount of the visit; 0: none
};

struct RatePlan {
  List<BandPlan> bands;
  std::int64_t denominator = 1;
  bool above_deductible = false;
  bool flat = false;  // one band, from the first fen on without end
  bool lump = false;
  std::uint32_t percents = 0;  // that stand for rates, a bit an amount
  ParameterPlan amount;
};

struct AdjustPlan {
  Decision holds;  // 0: it does
  model::AdjustRow::How how = model::AdjustRow::How::kAdd;
  Rate rate;
};

/// A share of an amount that goes into a sum.
struct SharePlan {
  std::uint8_t of = 0;
  bool less = false;
  Rate share;
};

/// A sum: which amounts are added up and which taken off (a bit an amount), whether what is in scope is
/// added, which layers before it are taken off (a bit a layer), and shares.
struct BasePlan {
  std::uint32_t fields = 0;
  std::uint32_t fields_less = 0;
  bool scope = false;
  std::uint32_t less = 0;
  List<SharePlan> shares;
  std::uint32_t needs = 0;  // all amounts in it
  bool plain = true;        // no amount is taken off, and none is a share
};

/// Pools that are filled at a visit: a row a choice, a bit a pool.
struct DrawPlan {
  Decision row;
  List<std::uint32_t> masks;
};

/// One payer, worked out. A decision's row number is the index into the list beside it.
struct LayerPlan {
  std::optional<std::uint8_t> sheet;  // the amount that it is taken from
  bool has_rules = false;             // computed by the rest where it is not taken from the sheet
  bool in_scope = true;               // pays for what is in scope
  bool over_year = false;             // cumulative
  bool keeps_count = false;           // of a year or of pools, even where the sheet states what it paid
  bool plain = true;                  // none of the parts that few layers have
  bool deductible_per_visit = false;  // over the year: taken off before it is counted
  bool for_the_year = true;           // whether the rules may stand in is the same at every visit
  Decision applies;  // 0: applies; n: exception n - 1; outcome::kNone: its condition does not hold
  Decision base;
  List<BasePlan> bases;
  Decision deductible;
  List<ParameterPlan> deductibles;
  Decision pays;
  List<RatePlan> rates;
  DrawPlan draws;
  // What few layers have lies apart from what all look at.
  Decision rules_may;  // 0: the rules may stand in for the sheet
  Decision bear;
  List<RatePlan> bears;
  DrawPlan cost_in;
  DrawPlan deductible_in;
  List<AdjustPlan> adjust;
};

/// A fact that the engine works out while a year is settled.
struct DerivedPlan {
  std::uint8_t fact = 0;
  std::uint8_t ready = 0;  // before the layer of this index: all that it looks at has been paid
  bool sum = true;         // otherwise it counts visits
  bool over_year = false;
  BasePlan of;
  BasePlan once;    // of a sum over the year: the amounts of the person, which no visit adds to
  Decision counts;  // 0: this visit counts
};
inline constexpr std::size_t kMostDerived = 8;

/// A layer taken from the sheet.
struct SheetLayer {
  std::uint8_t layer = 0;  // index into the plan's `layers`
  std::uint8_t field = 0;
  bool in_scope = true;
  bool less_always = false;  // every base takes it off
};

struct PoolPlan {
  Decision limit;
  List<ParameterPlan> limits;
  bool per_visit = false;
};

/// Something that a person can do.
struct ActionPlan {
  struct Setting {
    std::uint8_t fact = 0;
    std::uint8_t code = 0;
  };
  Decision when;  // 0: it can be done at a visit
  List<Setting> set;
};

/// A rule pack, ready to settle. `pack` keeps the words for the explanation: row n of a decision here is row
/// n of the same part there.
struct Plan {
  Arena arena;         // of all its lists
  json::Value source;  // the pack's JSON; all its texts are views of it, so a plan stays where it was made
  model::Pack pack;
  List<FactPlan> facts;
  List<std::uint8_t> amount_facts;  // the facts behind the amounts from kFieldCount on
  std::uint32_t of_visits = (std::uint32_t{1} << kFieldCount) - 1;  // the amounts that each visit has its own
  List<DerivedPlan> derived;                                        // in the order in which they are ready
  std::uint64_t stays = 0;                                          // a bit a code of `kind`
  Decision identity_counts;
  Decision scope;
  List<BasePlan> scopes;
  BasePlan nothing;
  List<LayerPlan> layers;
  List<PoolPlan> pools;
  List<Decision> entitlements;
  List<Decision> notices;
  List<ActionPlan> actions;
  RecognitionPlan recognition;
  List<SheetLayer> sheet_layers;
  List<std::uint8_t> computed_layers;    // indices into `layers`
  std::uint32_t computed = 0;            // the same, a bit each
  List<std::uint8_t> sheet_or_rules;     // computed where the sheet does not state them
  List<std::uint8_t> cumulative_layers;  // of these
  List<Decision*> decisions;             // that settling asks for
  Lookup lookup;                         // of all of them
  std::uint32_t fields_needed = 0;    // what every visit must state: the total and the sheet layers' fields
  std::uint32_t less_always = 0;      // the sheet layers that every base takes off
  std::uint32_t pools_per_visit = 0;  // a bit a pool

  /// What counts as in scope at a visit whose scope decision gave `row`: nothing where no row holds.
  [[nodiscard]] const BasePlan& scope_of(std::uint16_t row) const {
    return row < scopes.size() ? scopes[row] : nothing;
  }
  [[nodiscard]] const List<model::RateRow>& rate_rows(const model::Layer& layer) const;
  /// The amount of that name: a field of the sheet or an amount fact.
  [[nodiscard]] std::optional<std::uint8_t> amount_named(std::string_view name) const;
  /// The words of an amount, and whether every sheet has it: the others are shown only where stated.
  [[nodiscard]] Words amount_label(std::size_t amount) const;
  [[nodiscard]] std::string_view amount_id(std::size_t amount) const;
  [[nodiscard]] bool on_some_sheets(std::size_t amount) const;
  /// The amounts of a sheet that the rules look at, a bit each.
  [[nodiscard]] std::uint32_t amounts_looked_at() const;
};

constexpr std::uint32_t field_bit(Field field) { return std::uint32_t{1} << static_cast<unsigned>(field); }

}  // namespace aidcheck
