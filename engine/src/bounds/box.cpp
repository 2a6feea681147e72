#include "bounds/box.h"

namespace aidcheck {

void Box::open(const OpenNumber& number) {
  numbers.push_back(number);
  const std::uint32_t bit = std::uint32_t{1} << number.amount;
  for (VisitInput& visit : year.visits) {
    if (number.visit && *number.visit != visit.order) continue;
    visit.known |= bit;
    visit.open |= bit;
    year.open.push_back({visit.order, number.amount, {}});
  }
  write(numbers.size() - 1);
}

void Box::narrow(std::size_t number, Fen least, Fen most) {
  numbers[number].least = least;
  numbers[number].most = most;
  write(number);
}

void Box::write(std::size_t number) {
  const OpenNumber& from = numbers[number];
  Reach reach(from.least, from.most);
  if (number < kMostNumbers) {
    reach.go(std::uint32_t{1} << number, 0);
  } else {
    reach.go(kAnswer, kAnswer);
  }
  for (OpenAmount& each : year.open) {
    const bool here = each.amount == from.amount && (!from.visit || *from.visit == each.order);
    if (here) each.reach = reach;
  }
}

}  // namespace aidcheck
