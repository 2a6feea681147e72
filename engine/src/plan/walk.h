#pragma once

#include "pack/model.h"

namespace aidcheck {

/// Calls `each` for every condition of a pack, wherever it stands.
template <class Each>
void for_each_when(const model::Pack& pack, Each each) {
  const auto rows = [&](const auto& list) {
    for (const auto& row : list) each(row.when);
  };
  each(pack.identity_counts);
  rows(pack.in_scope);
  for (const model::Pool& pool : pack.pools) rows(pool.limit);
  for (const model::Table& table : pack.tables) rows(table.rows);
  for (const model::Layer& layer : pack.layers) {
    for (const model::When& when : layer.when) each(when);
    rows(layer.except);
    rows(layer.base);
    rows(layer.first_bear);
    rows(layer.cost_in);
    rows(layer.deductible);
    rows(layer.deductible_in);
    rows(layer.pays);
    rows(layer.adjust);
    rows(layer.draws_on);
    each(layer.rules_when);
  }
  for (const model::Fact& fact : pack.facts) each(fact.counts);
  rows(pack.entitlements);
  rows(pack.notices);
  rows(pack.actions);
}

}  // namespace aidcheck
