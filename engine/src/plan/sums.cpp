#include "plan/sums.h"

namespace aidcheck {

bool Sums::add_amount(std::size_t fact) {
  if (kFieldCount + plan_.amount_facts.size() == kMostAmounts || fact == kMostFacts) {
    reader_.fail(
        "pack.too_many_facts", "/facts",
        for_authors("金额、百分数事实和写成范围的数字太多（最多 17 项，连同其他事实最多 32 项）。",
                    "Too many facts that are amounts or percentages, and figures that are ranges (at most "
                    "17, and 32 with all other facts)."));
    return false;
  }
  plan_.facts[fact].amount = static_cast<std::uint8_t>(kFieldCount + plan_.amount_facts.size());
  plan_.amount_facts.push_back(static_cast<std::uint8_t>(fact));
  plan_.of_visits |= std::uint32_t{plan_.facts[fact].of_visit} << plan_.facts[fact].amount;
  return true;
}

void Sums::plan_amounts() {
  for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
    const FactPlan& fact = plan_.facts[i];
    if (model::is_measured(fact.type) && !fact.derived && !add_amount(i)) return;
  }
}

std::uint8_t Sums::open(const Figure& range) {
  for (const FactPlan& fact : plan_.facts) {
    if (fact.origin == FactPlan::Origin::kFigure && fact.id.data() == range.printed.data())
      return fact.amount;
  }
  FactPlan& fact = plan_.facts.emplace_back();
  fact.id = range.printed;
  fact.origin = FactPlan::Origin::kFigure;
  fact.type = range.unit == Unit::kAmount ? model::FactType::kAmount : model::FactType::kPercent;
  fact.label = {range.printed, range.printed};
  fact.least = range.least;
  fact.most = range.most;
  fact.used = true;
  return add_amount(plan_.facts.size() - 1) ? fact.amount : std::uint8_t{0};
}

std::optional<std::uint8_t> Sums::amount(std::string_view name) {
  const auto found = plan_.amount_named(name);
  if (found && *found >= kFieldCount) plan_.facts[plan_.amount_facts[*found - kFieldCount]].used = true;
  return found;
}

void Sums::expect_whole(const model::Term& term) {
  if (term.share.printed.empty()) return;
  reader_.fail(
      "reference.unknown", term.at, {},
      for_authors("“{0}”不能只取一部分；结算单的项目和金额事实才可以。",
                  "No share of \"{0}\" can be taken, only of a field of the sheet or an amount fact."),
      {term.name});
}

void Sums::add_term(const model::Term& term, bool less, BasePlan& made) {
  if (term.name == "scope" && !less) {
    made.scope = true;
    expect_whole(term);
  } else if (const auto index = amount(term.name)) {
    const std::uint32_t bit = std::uint32_t{1} << *index;
    made.needs |= bit;
    if (!term.share.printed.empty()) {
      made.shares.push_back({*index, less, term.share.rate});
    } else {
      (less ? made.fields_less : made.fields) |= bit;
    }
  }
  const std::size_t layer = Names(plan_.pack.layers).find(term.name);
  if (less && layer < plan_.pack.layers.size()) made.less |= std::uint32_t{1} << layer;
}

// A name in `less` is a layer's where there is one of that name, and an amount's otherwise.
BasePlan Sums::sum(const List<model::Term>& of, const List<model::Term>& less) {
  BasePlan made;
  for (const model::Term& term : of) add_term(term, false, made);
  for (const model::Term& term : less) {
    const bool layer = Names(plan_.pack.layers).have(term.name);
    if (layer) expect_whole(term);
    BasePlan only;
    add_term(term, true, layer ? only : made);
    made.less |= only.less;
  }
  made.plain = made.fields_less == 0 && made.shares.empty();
  return made;
}

void Sums::take_persons(BasePlan& from, BasePlan& to) const {
  std::uint32_t persons = 0;
  for (const std::uint8_t fact : plan_.amount_facts) {
    if (!plan_.facts[fact].of_visit) persons |= std::uint32_t{1} << plan_.facts[fact].amount;
  }
  to.fields = from.fields & persons;
  to.fields_less = from.fields_less & persons;
  from.fields &= ~persons;
  from.fields_less &= ~persons;
  List<SharePlan> all;
  all.swap(from.shares);
  for (const SharePlan& share : all) {
    const bool of_person = (persons >> share.of & 1U) != 0;
    (of_person ? to : from).shares.push_back(share);
  }
}

ParameterPlan Sums::parameter(const model::Parameter& written) {
  ParameterPlan made;
  const Figure& figure = written.figure;
  if (written.of.empty()) {
    made.amount = figure.amount;
    if (figure.range) made.of = open(figure);
    return made;
  }
  made.of = amount(written.of).value_or(0);
  if (!written.share_fact.empty()) made.percent = amount(written.share_fact).value_or(0);
  if (figure.range) made.percent = open(figure);
  if (!figure.printed.empty() && !figure.range) made.share = figure.rate;
  return made;
}

void Sums::parameters(const List<model::AmountRow>& rows, List<ParameterPlan>& made) {
  for (const model::AmountRow& row : rows) made.push_back(parameter(row.amount));
}

}  // namespace aidcheck
