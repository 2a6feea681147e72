#include "bounds/box.h"

#include "explain/explanation.h"

namespace aidcheck {
namespace {

bool stands_at(const OpenNumber::Place& place, std::uint32_t order) {
  return !place.start && (!place.visit || *place.visit == order);
}

}  // namespace

void Box::open(const OpenNumber& number, const std::vector<const Part*>& parts) {
  numbers.push_back(number);
  for (const OpenNumber::Place& place : number.places) {
    YearInput& year = years[place.part];
    const std::uint32_t bit = std::uint32_t{1} << place.amount;
    for (VisitInput& visit : year.visits) {
      if (!stands_at(place, visit.order)) continue;
      visit.known |= bit;
      visit.open |= bit | (visit.total_of_parts ? 1U : 0U);
      year.open.push_back({visit.order, place.amount, {}});
    }
  }
  narrow(numbers.size() - 1, number.least, number.most, parts);
}

void Box::narrow(std::size_t number, Fen least, Fen most, const std::vector<const Part*>& parts) {
  OpenNumber& from = numbers[number];
  from.least = least;
  from.most = most;
  Reach reach(least, most);
  if (number < kMostNumbers) {
    reach.go(std::uint32_t{1} << number, 0);
  } else {
    reach.go(kAnswer, kAnswer);
  }
  for (const OpenNumber::Place& place : from.places) {
    if (place.start)
      kept(starts[place.part], parts[place.part]->settled.plan, *place.start, place.amount) = reach;
    for (OpenAmount& each : years[place.part].open) {
      if (each.amount == place.amount && stands_at(place, each.order)) each.reach = reach;
    }
  }
}

bool Box::knows(const OpenNumber::Place& place) const {
  for (const VisitInput& each : years[place.part].visits) {
    if (stands_at(place, each.order) && (each.known >> place.amount & 1U) == 0) return false;
  }
  return true;
}

}  // namespace aidcheck
