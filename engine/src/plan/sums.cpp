#include "plan/sums.h"

#include <algorithm>

namespace aidcheck {

void Sums::plan_amounts() {
  for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
    FactPlan& fact = plan_.facts[i];
    if (fact.type != model::FactType::kAmount || fact.derived) continue;
    if (kFieldCount + plan_.amount_facts.size() == kMostAmounts) {
      reader_.fail(
          "pack.too_many_facts", "/facts",
          for_authors("金额事实太多（最多 17 项）。", "Too many facts that are amounts (at most 17)."));
      return;
    }
    fact.amount = static_cast<std::uint8_t>(kFieldCount + plan_.amount_facts.size());
    plan_.amount_facts.push_back(static_cast<std::uint8_t>(i));
  }
}

std::optional<std::uint8_t> Sums::amount(std::string_view name) {
  const auto found = plan_.amount_named(name);
  if (found && *found >= kFieldCount) plan_.facts[plan_.amount_facts[*found - kFieldCount]].used = true;
  return found;
}

void Sums::add_term(const model::Term& term, bool less, BasePlan& made) {
  if (term.name == "scope" && !less) {
    made.scope = true;
  } else if (const auto index = amount(term.name)) {
    const std::uint32_t bit = std::uint32_t{1} << *index;
    made.needs |= bit;
    if (!term.share.printed.empty()) {
      made.shares.push_back({*index, less, term.share.rate});
    } else {
      (less ? made.fields_less : made.fields) |= bit;
    }
  }
  for (std::size_t i = 0; less && i < plan_.pack.layers.size(); ++i) {
    if (plan_.pack.layers[i].id == term.name) made.less |= std::uint32_t{1} << i;
  }
}

// A name in `less` is a layer's where there is one of that name, and an amount's otherwise.
BasePlan Sums::sum(const List<model::Term>& of, const List<model::Term>& less) {
  BasePlan made;
  for (const model::Term& term : of) add_term(term, false, made);
  for (const model::Term& term : less) {
    const bool layer = std::any_of(plan_.pack.layers.begin(), plan_.pack.layers.end(),
                                   [&](const model::Layer& each) { return each.id == term.name; });
    BasePlan only;
    add_term(term, true, layer ? only : made);
    made.less |= only.less;
  }
  made.plain = made.fields_less == 0 && made.shares.empty();
  return made;
}

ParameterPlan Sums::parameter(const model::Parameter& written) {
  ParameterPlan made;
  if (written.of.empty()) {
    made.amount = written.figure.amount;
  } else {
    made.of = amount(written.of).value_or(0);
    if (!written.figure.printed.empty()) made.share = written.figure.rate;
  }
  return made;
}

void Sums::parameters(const List<model::AmountRow>& rows, List<ParameterPlan>& made) {
  for (const model::AmountRow& row : rows) made.push_back(parameter(row.amount));
}

}  // namespace aidcheck
