#include "partial.h"

#include <algorithm>

namespace aidcheck::test {
namespace {

constexpr Fen kMostOnASheet = 60'000'000;

std::size_t at(Field field) { return static_cast<std::size_t>(field); }

bool is_asked(const FactPlan& fact, std::size_t index) { return index != kCategoryFact && !fact.derived; }

}  // namespace

Fen Partial::between(Fen least, Fen most) {
  if (least >= most) return least;
  const std::size_t kind = below(8);
  if (kind == 0) return least;
  if (kind == 1) return most;
  if (kind == 2) return std::min(most, least + static_cast<Fen>(below(300)));
  return std::uniform_int_distribution<Fen>(least, most)(random_);
}

void Partial::set(VisitInput& visit, std::size_t fact, std::uint8_t code, Fen amount) const {
  visit.codes[fact] = code;
  const std::uint8_t index = plan_.facts[fact].amount;
  if (index == 0) return;
  visit.known |= std::uint32_t{1} << index;
  visit.amounts[index] = amount;
}

Fen Partial::amount_with(const FactPlan& fact, std::uint8_t code) {
  const Fen least = code == 1 ? 0 : fact.breaks[code - 2U];
  const bool last = code - 1U >= fact.breaks.size();
  const Fen most = last ? std::max<Fen>(least, kMostOnASheet) : fact.breaks[code - 1U] - 1;
  return between(std::max(least, fact.least), std::min(most, std::max(fact.least, fact.most)));
}

void Partial::answer(YearInput& year, std::size_t fact, VisitInput* visit) {
  const FactPlan& plan = plan_.facts[fact];
  const auto code = static_cast<std::uint8_t>(1 + below(plan.code_count() - 1U));
  const Fen amount = plan.amount == 0 ? 0 : amount_with(plan, code);
  if (visit != nullptr) return set(*visit, fact, code, amount);
  year.person[fact] = code;
  for (VisitInput& each : year.visits) set(each, fact, code, amount);
}

void Partial::sheet(VisitInput& visit) {
  visit.amounts[at(Field::kInScope)] = between(0, below(3) == 0 ? kMostOnASheet : 5'000'000);
  visit.amounts[at(Field::kFullyOwn)] = between(0, 500'000);
  visit.amounts[at(Field::kOwnFirst)] = between(0, 500'000);
  Fen total = 0;
  for (const Field part : kSheetParts) total += visit.amounts[at(part)];
  visit.amounts[at(Field::kTotal)] = total;
  Fen left = visit.amounts[at(Field::kInScope)];
  for (const Field payer : {Field::kBasic, Field::kSeriousIllness, Field::kLargeAmount}) {
    visit.amounts[at(payer)] = below(2) == 0 ? 0 : between(0, left);
    left -= visit.amounts[at(payer)];
  }
  visit.known |= (std::uint32_t{1} << kFieldCount) - 1;
}

YearInput Partial::whole(std::size_t most_visits) {
  YearInput year;
  year.visits.resize(1 + below(most_visits));
  for (std::size_t i = 0; i < year.visits.size(); ++i) {
    VisitInput& visit = year.visits[i];
    visit.order = static_cast<std::uint32_t>(i);
    visit.until = static_cast<std::int32_t>(19'800 + below(300));
    visit.from = visit.until - static_cast<std::int32_t>(below(10));
    sheet(visit);
  }
  for (std::size_t fact = 0; fact < plan_.facts.size(); ++fact) {
    const FactPlan& plan = plan_.facts[fact];
    if (!is_asked(plan, fact)) continue;
    if (!plan.of_visit) answer(year, fact, nullptr);
    for (VisitInput& visit : year.visits) {
      if (plan.of_visit) answer(year, fact, &visit);
    }
  }
  const std::size_t kind = *fact_named(plan_.facts, "kind");
  for (VisitInput& visit : year.visits) visit.stay = (plan_.stays >> visit.codes[kind] & 1U) != 0;
  const std::size_t categories = plan_.facts[kCategoryFact].code_count();
  for (std::size_t code = kNoCategory + 1U; code < categories; ++code) {
    if (below(categories - 1) < 2) year.holdings.push_back({static_cast<std::uint8_t>(code), 0, 1'000'000});
  }
  return year;
}

void Partial::forget_fact(YearInput& year, Forgotten made, std::vector<Forgotten>& forgotten) const {
  const FactPlan& fact = plan_.facts[made.which];
  made.of_person = !fact.of_visit;
  const auto lose = [&](VisitInput& from) {
    from.codes[made.which] = 0;
    if (fact.amount != 0) from.known &= ~(std::uint32_t{1} << fact.amount);
  };
  if (made.of_person) {
    year.person[made.which] = 0;
    for (VisitInput& each : year.visits) lose(each);
  } else {
    lose(year.visits[made.visit]);
  }
  forgotten.push_back(made);
}

YearInput Partial::forget(const YearInput& whole, std::size_t count, std::vector<Forgotten>& forgotten) {
  YearInput year = whole;
  for (std::size_t fact = 0; fact < plan_.facts.size(); ++fact) {
    if (plan_.facts[fact].origin == FactPlan::Origin::kFigure) forget_fact(year, {0, true, fact}, forgotten);
  }
  constexpr std::array kMayLack{Field::kInScope, Field::kInScope, Field::kBasic, Field::kSeriousIllness,
                                Field::kOwnFirst};
  for (std::size_t i = 0; i < count; ++i) {
    Forgotten made;
    made.visit = below(year.visits.size());
    VisitInput& visit = year.visits[made.visit];
    if (below(2) == 0) {
      made.amount = true;
      made.which = at(kMayLack[below(kMayLack.size())]);
      visit.known &= ~(std::uint32_t{1} << made.which);
      visit.amounts[made.which] = 0;
      forgotten.push_back(made);
      continue;
    }
    made.which = below(plan_.facts.size());
    const FactPlan& fact = plan_.facts[made.which];
    if (is_asked(fact, made.which) && fact.origin != FactPlan::Origin::kReading && fact.id != "kind")
      forget_fact(year, made, forgotten);
  }
  return year;
}

YearInput Partial::complete(const YearInput& partial, const std::vector<Forgotten>& forgotten) {
  YearInput year = partial;
  for (const Forgotten& each : forgotten) {
    if (!each.amount) answer(year, each.which, each.of_person ? nullptr : &year.visits[each.visit]);
  }
  // Parts of the total first: what was paid lies within what is in scope.
  for (const bool part : {true, false}) {
    for (const Forgotten& each : forgotten) {
      const bool is_part = std::find(kSheetParts.begin(), kSheetParts.end(),
                                     static_cast<Field>(each.which)) != kSheetParts.end();
      if (!each.amount || is_part != part) continue;
      VisitInput& visit = year.visits[each.visit];
      if ((visit.known >> each.which & 1U) != 0) continue;
      Fen most = visit.amounts[at(Field::kInScope)];
      if (part) {
        most = visit.amounts[at(Field::kTotal)];
        for (const Field other : kSheetParts) most -= visit.amounts[at(other)];
      }
      visit.amounts[each.which] = between(0, most);
      visit.known |= std::uint32_t{1} << each.which;
    }
  }
  return year;
}

}  // namespace aidcheck::test
