#pragma once

#include "json/reader.h"
#include "plan/plan.h"

namespace aidcheck {

/// Works sums and parameters of a pack out: names become amounts of a visit and layers.
class Sums {
 public:
  Sums(Plan& plan, json::Reader& reader) : plan_(plan), reader_(reader) {}

  /// Makes the amount facts amounts of every visit, behind the fields of its sheet.
  void plan_amounts();
  /// What a name stands for in a sum or a parameter: an amount. It is asked for from now on.
  std::optional<std::uint8_t> amount(std::string_view name);
  BasePlan sum(const List<model::Term>& of, const List<model::Term>& less);
  ParameterPlan parameter(const model::Parameter& written);
  void parameters(const List<model::AmountRow>& rows, List<ParameterPlan>& made);

 private:
  void add_term(const model::Term& term, bool less, BasePlan& made);

  Plan& plan_;
  json::Reader& reader_;
};

}  // namespace aidcheck
