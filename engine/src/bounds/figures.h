#pragma once

#include <vector>

#include "plan/plan.h"
#include "settle/record.h"

namespace aidcheck {

/// The figures of parts of a year, each in its place: those of two years of the same visits stand beside each
/// other.
template <class Number>
class Figures {
 public:
  void add(const Plan& plan, YearFiguresOf<Number>& year) {
    told_.reserve(told_.size() + (year.visits.size() + 1) * (plan.layers.size() + 4));
    told_.push_back(&year.totals.total);
    add(plan, year.totals.paid, year.totals.personal);
    for (VisitFiguresOf<Number>& visit : year.visits) {
      told_.push_back(&visit.total);
      add(plan, visit.paid, visit.personal);
    }
    for (std::size_t i = 0; i < plan.pools.size(); ++i) carried_.push_back(&year.after.drawn[i]);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) carried_.push_back(&year.after.counted[i]);
    for (std::size_t i = 0; i < plan.derived.size(); ++i) carried_.push_back(&year.after.derived[i]);
  }

  /// What is worth more work.
  [[nodiscard]] const std::vector<Number*>& told() const { return told_; }
  /// What is carried over to the next year.
  [[nodiscard]] const std::vector<Number*>& carried() const { return carried_; }

 private:
  void add(const Plan& plan, std::array<Number, kMostLayers>& paid, OwnShare<Number>& own) {
    for (std::size_t i = 0; i < plan.layers.size(); ++i) told_.push_back(&paid[i]);
    told_.insert(told_.end(), {&own.in_scope, &own.out_of_scope, &own.total});
  }

  std::vector<Number*> told_;
  std::vector<Number*> carried_;
};

}  // namespace aidcheck
