#include "bounds/domain.h"

#include <algorithm>

namespace aidcheck {
namespace {

constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

bool is_part(std::size_t amount) {
  return std::any_of(kSheetParts.begin(), kSheetParts.end(),
                     [&](Field part) { return index_of(part) == amount; });
}

Reach reach_of(const Box& box, const VisitInput& visit, Field field) {
  const std::size_t index = index_of(field);
  if ((visit.known >> index & 1U) == 0) return {0, kLargestAmount};
  return box.year.amount(visit, index);
}

// Of the parts of the total but one.
Reach other_parts(const Box& box, const VisitInput& visit, std::size_t but) {
  Reach sum;
  for (const Field part : kSheetParts) {
    if (index_of(part) == but) continue;
    const Reach here = reach_of(box, visit, part);
    sum.least += here.least;
    sum.most = std::min(sum.most + here.most, kLargestAmount);
  }
  return sum;
}

const VisitInput& visit_of(const Box& box, std::uint32_t order) {
  const auto& visits = box.year.visits;
  return *std::find_if(visits.begin(), visits.end(),
                       [&](const VisitInput& each) { return each.order == order; });
}

}  // namespace

void open_stated(const Settled& settled, Box& box) {
  for (std::size_t i = 0; i < settled.digest.year.visits.size(); ++i) {
    const std::uint32_t order = settled.digest.year.visits[i].order;
    const sent::Visit& visit = settled.sent.visits[order];
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      const sent::Amount& stated = visit.sheet[field];
      if (stated.knowledge == sent::Amount::Knowledge::kRange)
        box.open({order, static_cast<std::uint8_t>(field), stated.least, stated.most});
    }
  }
}

namespace {

// What the case says and what the rules say hold both; where they leave nothing, the case knows better.
OpenFact within(const FactPlan& fact, OpenFact may) {
  const bool meet = may.least <= fact.most && may.most >= fact.least;
  may.least = std::max(may.least, meet ? fact.least : 0);
  may.most = std::min(may.most, meet ? fact.most : highest(fact.type));
  return may;
}

}  // namespace

OpenFact allowed(const Settled& settled, std::optional<std::uint32_t> visit, std::size_t fact) {
  OpenFact any;
  any.fact = fact;
  any.visit = visit;
  const FactPlan& plan = settled.plan.facts[fact];
  any.codes = (std::uint64_t{1} << plan.code_count()) - 2;
  // What is said of a visit comes before what is said of all.
  for (const bool of_visit : {true, false}) {
    for (const OpenFact& open : settled.digest.open) {
      if (open.fact == fact && open.visit == (of_visit ? visit : std::nullopt)) return within(plan, open);
    }
  }
  return within(plan, any);
}

std::pair<Fen, Fen> stretch(const FactPlan& fact, std::uint8_t code, const OpenFact& may) {
  const std::size_t last = fact.breaks.size();
  const Fen least = code == 1 ? 0 : fact.breaks[code - 2U];
  const Fen most = code - 1U < last ? fact.breaks[code - 1U] - 1 : kLargestAmount;
  return {std::max(least, may.least), std::min(most, may.most)};
}

std::array<Fen, 2> turns(const Settled& settled, const Box& box, std::uint32_t visit, std::uint8_t amount) {
  const VisitInput& at = visit_of(box, visit);
  Arithmetic arithmetic;
  Fen paid = 0;
  bool pays = false;
  for (const LayerPlan& layer : settled.plan.layers) {
    if (!layer.sheet || !layer.in_scope || *layer.sheet >= kFieldCount) continue;
    if (*layer.sheet == amount) {
      pays = true;
    } else if ((at.known >> *layer.sheet & 1U) != 0) {
      paid += reach_of(box, at, static_cast<Field>(*layer.sheet)).most;
    }
  }
  const Fen own_first = reach_of(box, at, Field::kOwnFirst).least;
  if (amount == index_of(Field::kInScope)) return {arithmetic.less(paid, own_first), paid};
  if (!pays) return {};
  const Fen in_scope = reach_of(box, at, Field::kInScope).least;
  return {arithmetic.less(in_scope, paid) + 1, arithmetic.less(in_scope + own_first, paid) + 1};
}

Reach domain_of(const Settled& settled, const Box& box, std::uint32_t visit, std::uint8_t amount) {
  const VisitInput& at = visit_of(box, visit);
  Arithmetic arithmetic;
  const Reach total = reach_of(box, at, Field::kTotal);
  if (amount == index_of(Field::kTotal)) return {other_parts(box, at, kFieldCount).least, kLargestAmount};
  if (is_part(amount)) return {0, arithmetic.less(total.most, other_parts(box, at, amount).least)};
  const Reach in_scope = reach_of(box, at, Field::kInScope);
  const bool of_scope =
      std::any_of(settled.plan.layers.begin(), settled.plan.layers.end(),
                  [&](const LayerPlan& layer) { return layer.sheet == amount && layer.in_scope; });
  return {0, std::min(total.most, of_scope ? in_scope.most : kLargestAmount)};
}

Fen most_of_bill(const Box& box, const VisitInput& visit) { return reach_of(box, visit, Field::kTotal).most; }

}  // namespace aidcheck
