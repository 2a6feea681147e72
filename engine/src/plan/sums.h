#pragma once

#include "json/reader.h"
#include "plan/plan.h"

namespace aidcheck {

/// Works sums and parameters of a pack out: names become amounts of a visit and layers.
class Sums {
 public:
  Sums(Plan& plan, json::Reader& reader) : plan_(plan), reader_(reader) {}

  /// Makes the facts that are amounts or percentages amounts of every visit, behind the fields of its sheet.
  void plan_amounts();
  /// What a name stands for in a sum or a parameter: an amount. It is asked for from now on.
  std::optional<std::uint8_t> amount(std::string_view name);
  /// What a printed range stands for: an amount that nobody is asked for, the same wherever the figure
  /// counts.
  std::uint8_t open(const Figure& range);
  BasePlan sum(const List<model::Term>& of, const List<model::Term>& less);
  /// Moves what hangs on amounts of the person from a sum to another.
  void take_persons(BasePlan& from, BasePlan& to) const;
  ParameterPlan parameter(const model::Parameter& written);
  void parameters(const List<model::AmountRow>& rows, List<ParameterPlan>& made);

 private:
  /// Gives a fact its amount; false where there are too many.
  bool add_amount(std::size_t fact);
  void add_term(const model::Term& term, bool less, BasePlan& made);
  /// Shares are taken of amounts; of what is in scope, or of what a layer paid, there is none.
  void expect_whole(const model::Term& term);

  Plan& plan_;
  json::Reader& reader_;
};

}  // namespace aidcheck
