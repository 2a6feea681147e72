#pragma once

#include "json/reader.h"
#include "plan/plan.h"

namespace aidcheck {

/// Works conditions and rows of a pack out into decisions.
class Tables {
 public:
  using Rows = List<DecisionRow>;

  Tables(Plan& plan, json::Reader& reader) : plan_(plan), reader_(reader) {}

  void add_row(Rows& rows, const model::When& when, std::size_t gives);
  void make(const Rows& rows, const json::Value* at, Merge merge, Decision& decision);
  /// 0 where the condition holds.
  void single(const model::When& when, const json::Value* at, Decision& decision);
  /// The number of the first row that holds.
  template <class Row>
  void of_rows(const List<Row>& parts, const json::Value* at, Decision& decision) {
    Rows rows;
    for (const Row& part : parts) add_row(rows, part.when, rows.size());
    make(rows, at, Merge::kExact, decision);
  }
  /// Whether a layer applies, and if not, why (LayerPlan::applies).
  void applies(const model::Layer& layer, Decision& decision);

 private:
  void limit(DecisionRow& made, const model::When& when);

  Plan& plan_;
  json::Reader& reader_;
  std::size_t work_ = kMostWork;
};

}  // namespace aidcheck
