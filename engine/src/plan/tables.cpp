#include "plan/tables.h"

#include <algorithm>

namespace aidcheck {

void Tables::add_row(Rows& rows, const model::When& when, std::size_t gives) {
  DecisionRow& made = rows.emplace_back();
  made.gives = static_cast<std::uint16_t>(gives);
  limit(made, when);
}

void Tables::limit(DecisionRow& made, const model::When& when) {
  for (const model::Test& test : when) {
    if (const auto fact = fact_named(plan_.facts, test.fact)) {
      plan_.facts[*fact].used = true;
      made.limits.push_back({*fact, codes_allowed(plan_.facts[*fact], test, reader_)});
      continue;
    }
    reader_.unknown("reference.unknown", test.fact, plan_.facts, test.at);
  }
}

void Tables::make(const Rows& rows, const json::Value* at, Merge merge, Decision& decision) {
  if (make_decision(plan_.facts, rows, merge, work_, decision)) return;
  reader_.fail("table.too_large", at, {},
               for_authors("这张表同时看的事实太多，请拆开。",
                           "This table looks at too many facts at once. Split it."));
}

void Tables::single(const model::When& when, const json::Value* at, Decision& decision) {
  Rows rows;
  add_row(rows, when, 0);
  make(rows, at, Merge::kExact, decision);
}

void Tables::applies(const model::Layer& layer, Decision& decision) {
  Rows rows;
  // An exception is one only where the layer's condition holds.
  for (std::size_t i = 0; i < layer.except.size(); ++i) {
    for (std::size_t any = 0; any < std::max<std::size_t>(1, layer.when.size()); ++any) {
      add_row(rows, layer.except[i].when, i + 1);
      if (!layer.when.empty()) limit(rows.back(), layer.when[any]);
    }
  }
  for (const model::When& when : layer.when) add_row(rows, when, 0);
  if (layer.when.empty()) rows.emplace_back();
  make(rows, layer.at, Merge::kAppliesOrNot, decision);
}

}  // namespace aidcheck
