#include "explain/fit/replay.h"

#include "settle/settle.h"

namespace aidcheck {

Replay::Replay(const Part& part, std::size_t& allowance) : part_(part), allowance_(allowance) {
  const YearInput& input = part.settled.digest.year;
  year_.holdings = input.holdings;
  YearState& first = states_.emplace_back();
  first.drawn = input.pools_before;
  first.counted = input.counted_before;
  first.derived = input.derived_before;
}

bool Replay::go_before(std::size_t index) {
  for (std::size_t i = states_.size() - 1;; ++i) {
    const YearState& state = states_[std::min(i, index)];
    year_.person = part_.settled.digest.year.person;
    year_.visits.clear();
    year_.pools_before = state.drawn;
    year_.counted_before = state.counted;
    year_.derived_before = state.derived;
    if (i >= index) return true;
    // Nothing goes on from what is not known.
    YearState after;
    add(i);
    if (!settle_on(&record(i).category, after) || after.lacking.why != Stop::Why::kNothing) return false;
    states_.push_back(after);
  }
}

VisitInput& Replay::add(std::size_t index) {
  last_ = record(index).visit;
  return year_.visits.emplace_back(part_.settled.input(record(index)));
}

bool Replay::take(std::size_t settlements) {
  if (allowance_ < settlements) return false;
  allowance_ -= settlements;
  return true;
}

bool Replay::settle(const std::uint8_t* categories) {
  YearState after;
  return settle_on(categories, after);
}

bool Replay::settle_on(const std::uint8_t* categories, YearState& after) {
  YearTotals totals;
  const Stop stop = Settler(part_.settled.plan).settle(year_, totals, after, &records_, categories);
  if (stop.why != Stop::Why::kNothing) return false;
  records_.back().visit = last_;
  return true;
}

}  // namespace aidcheck
