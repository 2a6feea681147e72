#pragma once

#include "explain/explanation.h"

namespace aidcheck {

/// A visit of a year.
struct Spot {
  const Year& year;
  const Part& part;
  std::size_t index = 0;  // of its record

  [[nodiscard]] const VisitRecord& record() const { return part.explanation.records[index]; }
};

/// Settles a visit again with something changed, after visits that are as they were.
class Again {
 public:
  /// `before`: so many of the other visits are settled before it. `allowance`: visits that may still be
  /// settled.
  Again(const Spot& spot, std::size_t before, std::size_t& allowance);

  /// The same with so many of the other visits before it.
  [[nodiscard]] Again moved(const Spot& spot, std::size_t before) const;
  /// The visit, to be changed; the person's facts and the readings are changed in `year()`.
  VisitInput& visit() { return input_.visits.back(); }
  YearInput& year() { return input_; }
  /// As one category, or as the one that pays most. False where it cannot be settled, or not within the
  /// allowance; else the record stands in `made()`.
  bool settle(std::uint8_t category);
  bool settle();
  [[nodiscard]] const VisitRecord& made() const { return records_.back(); }

 private:
  bool settle(const std::uint8_t* categories);

  const Plan& plan_;
  YearInput input_;
  std::uint32_t visit_;  // its place among all visits
  std::size_t needed_;   // visits to settle each time
  List<std::uint8_t> categories_;
  std::vector<VisitRecord> records_;
  std::size_t& allowance_;
};

/// A layer's payment at a visit once its record was changed by hand: from its base on, from its sum on.
Fen pay_again(const Settled& settled, const VisitRecord& visit, std::size_t layer, LayerRecord& record);
Fen sum_again(const Settled& settled, const VisitRecord& visit, std::size_t layer, LayerRecord& record);

}  // namespace aidcheck
