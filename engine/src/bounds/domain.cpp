#include "bounds/domain.h"

#include <algorithm>

namespace aidcheck {
namespace {

constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

Reach reach_of(const YearInput& year, const VisitInput& visit, Field field) {
  const std::size_t index = index_of(field);
  if ((visit.known >> index & 1U) == 0) return {0, kLargestAmount};
  return year.amount(visit, index);
}

// Of the parts of the total but one.
Reach other_parts(const YearInput& year, const VisitInput& visit, std::size_t but) {
  Reach sum;
  for (const Field part : kSheetParts) {
    if (index_of(part) == but) continue;
    const Reach here = reach_of(year, visit, part);
    sum.least += here.least;
    sum.most = std::min(sum.most + here.most, kLargestAmount);
  }
  return sum;
}

const VisitInput& visit_of(const YearInput& year, std::uint32_t order) {
  const auto& visits = year.visits;
  return *std::find_if(visits.begin(), visits.end(),
                       [&](const VisitInput& each) { return each.order == order; });
}

}  // namespace

std::array<Fen, 2> turns(const Plan& plan, const YearInput& year, std::uint32_t visit, std::uint8_t amount) {
  const VisitInput& at = visit_of(year, visit);
  Arithmetic arithmetic;
  Fen paid = 0;
  bool pays = false;
  for (const LayerPlan& layer : plan.layers) {
    if (!layer.sheet || !layer.in_scope || *layer.sheet >= kFieldCount) continue;
    if (*layer.sheet == amount) {
      pays = true;
    } else if ((at.known >> *layer.sheet & 1U) != 0) {
      paid += reach_of(year, at, static_cast<Field>(*layer.sheet)).most;
    }
  }
  const Fen own_first = reach_of(year, at, Field::kOwnFirst).least;
  if (amount == index_of(Field::kInScope)) return {arithmetic.less(paid, own_first), paid};
  if (!pays) return {};
  const Fen in_scope = reach_of(year, at, Field::kInScope).least;
  return {arithmetic.less(in_scope, paid) + 1, arithmetic.less(in_scope + own_first, paid) + 1};
}

Reach domain_of(const Plan& plan, const YearInput& year, std::uint32_t visit, std::uint8_t amount) {
  const VisitInput& at = visit_of(year, visit);
  Arithmetic arithmetic;
  const Reach total = reach_of(year, at, Field::kTotal);
  if (amount == index_of(Field::kTotal)) return {other_parts(year, at, kFieldCount).least, kLargestAmount};
  if (is_part_of_total(amount) && at.total_of_parts) return {0, kLargestAmount};
  if (is_part_of_total(amount)) return {0, arithmetic.less(total.most, other_parts(year, at, amount).least)};
  const Reach in_scope = reach_of(year, at, Field::kInScope);
  const bool of_scope = std::any_of(plan.layers.begin(), plan.layers.end(), [&](const LayerPlan& layer) {
    return layer.sheet == amount && layer.in_scope;
  });
  return {0, std::min(total.most, of_scope ? in_scope.most : kLargestAmount)};
}

Fen beyond_total(const YearInput& year, std::uint32_t order) {
  const VisitInput& visit = visit_of(year, order);
  if (visit.open == 0 || visit.as_stated || (visit.known & 1U) == 0 || visit.total_of_parts) return 0;
  Arithmetic arithmetic;
  Fen parts = 0;
  Fen stated = 0;
  for (const Field part : kSheetParts) {
    if ((visit.known >> index_of(part) & 1U) == 0) continue;
    const Fen least = year.amount(visit, index_of(part)).least;
    parts = arithmetic.add(parts, least);
    if ((visit.open >> index_of(part) & 1U) == 0) stated = arithmetic.add(stated, least);
  }
  // A sheet that does not add up as it was stated is taken as it is.
  const Fen total = year.amount(visit, index_of(Field::kTotal)).most;
  return stated > total ? 0 : arithmetic.less(parts, total);
}

void take_as_stated(YearInput& year) {
  for (VisitInput& visit : year.visits) visit.as_stated = beyond_total(year, visit.order) != 0;
}

bool can_be(const YearInput& year) {
  return std::all_of(year.visits.begin(), year.visits.end(),
                     [&](const VisitInput& visit) { return beyond_total(year, visit.order) == 0; });
}

}  // namespace aidcheck
