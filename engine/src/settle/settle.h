#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "settle/input.h"
#include "settle/record.h"

namespace aidcheck {

/// Settles years by one plan. Keeps its working memory from year to year, so settling many people allocates
/// nothing once the longest year has been seen.
class Settler {
 public:
  explicit Settler(const Plan& plan) : plan_(plan) {}

  /// The sums only. On a Stop the totals mean nothing.
  Stop settle(const YearInput& year, YearTotals& totals);

  /// The sums, what each layer did at each visit (in the order of settlement), and the state at the end.
  Stop settle(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>& records, YearState& after);

  /// The same with the identity of each visit given instead of chosen: `categories[n]` for the n-th visit in
  /// the order of settlement.
  Stop settle_as(const YearInput& year, const std::vector<std::uint8_t>& categories, YearTotals& totals);

 private:
  struct Slot {
    std::uint64_t dates = 0;
    std::uint32_t visit = 0;
  };

  void sort_visits(const YearInput& year);
  template <bool kTrace>
  Stop run(const YearInput& year, YearTotals& totals, std::vector<VisitRecord>* records);
  template <bool kTrace>
  bool settle_visit(const YearInput& year, const VisitInput& visit, YearTotals& totals, VisitRecord* record);
  bool take_from_sheet(const VisitInput& visit);
  std::uint8_t best_identity(const YearInput& year, const VisitInput& visit);
  Fen gain_as(const VisitInput& visit, std::uint8_t category);
  template <bool kTrace>
  bool compute_layers(const VisitInput& visit, std::uint8_t category, VisitRecord* record);
  template <bool kTrace>
  bool compute_layer(std::size_t index, const VisitInput& visit, const Codes& codes, LayerRecord* record);
  Fen base_of(const BasePlan& base, const VisitInput& visit);
  template <bool kTrace>
  Fen cap(std::uint32_t pools, Fen amount, const VisitInput& visit, const Codes& codes, LayerRecord* record);
  Personal personal(const VisitInput& visit);
  bool stop_for_fact(std::uint16_t cell, const VisitInput& visit);

  const Plan& plan_;
  Arithmetic arithmetic_;
  std::vector<Slot> order_;
  YearState state_;
  std::array<Fen, kMostLayers> paid_{};
  Fen scope_ = 0;
  std::array<Fen, kMostPools> drawn_here_{};  // at this visit, for pools per visit
  const std::vector<std::uint8_t>* given_ = nullptr;
  std::size_t settled_ = 0;
  Stop stop_;
};

}  // namespace aidcheck
