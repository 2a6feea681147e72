#include "recognise/evaluate.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace aidcheck {
namespace {

// An end that is too large to be counted is further out than any that is not: as an upper end it is above, as
// a lower end below all that it may be compared with, so that nothing is proved by it.
constexpr Fen kFar = std::numeric_limits<Fen>::max();

Fen times(Fen a, std::int64_t b, Fen if_too_large) {
  Fen product = 0;
  return __builtin_mul_overflow(a, b, &product) ? if_too_large : product;
}

Ends times(const Ends& a, const Ends& b) {
  return {times(a.least, a.least < 0 ? b.most : b.least, a.least < 0 ? -kFar : kFar - 1),
          times(a.most, a.most < 0 ? b.least : b.most, a.most < 0 ? 1 - kFar : kFar)};
}

}  // namespace

Holds Evaluator::test(const TestPlan& test) const {
  const std::uint64_t codes = answers_[test.fact].codes;
  const bool some = (codes & test.allowed) != 0;
  const bool all = (codes & ~test.allowed) == 0;
  if (!some) return Holds::kNo;
  if (all) return Holds::kYes;
  // Of several categories that are held one is enough, or one is too much.
  const auto held = static_cast<std::uint64_t>(test.fact == kHeldFact ? answers_[kHeldFact].least : 0);
  if ((held & (test.negated ? ~test.allowed : test.allowed)) == 0) return Holds::kOpen;
  return test.negated ? Holds::kNo : Holds::kYes;
}

LineState Evaluator::all_of(const List<TestPlan>& tests) const {
  LineState state;
  for (const TestPlan& each : tests) {
    const Holds holds = test(each);
    if (holds == Holds::kOpen) state.missing |= std::uint64_t{1} << each.fact;
    if (holds < state.holds || &each == tests.begin()) {
      state.holds = holds;
      state.fact = each.fact;
    }
  }
  if (state.holds != Holds::kOpen) state.missing = 0;
  return state;
}

LineState Evaluator::comparison(const LinePlan& line) const {
  const ComparisonPlan& plan = line.compare;
  LineState state{Holds::kOpen, plan.sum.front().fact};
  const auto ends_of = [&](std::uint8_t fact, const Ends& otherwise) -> Ends {
    if (fact == kHeldFact) return otherwise;
    const Answer& answer = answers_[fact];
    if (answer.least != answer.most) state.missing |= std::uint64_t{1} << fact;
    return {answer.least, answer.most};
  };
  Ends sum{0, 0};
  for (const AddendPlan& each : plan.sum) {
    const Ends ends = ends_of(each.fact, sum);
    sum.least += each.less ? -ends.most : ends.least;
    sum.most += each.less ? -ends.least : ends.most;
  }
  const Ends than = ends_of(plan.than, plan.amount);
  const Ends share = ends_of(plan.share, plan.part);
  Ends heads = ends_of(plan.per, {1, 1});
  // For no heads at all there is no answer.
  if (heads.most == 0) state.missing |= std::uint64_t{1} << plan.per;
  heads.least = std::max<Fen>(heads.least, 1);
  const Ends limit = times(times(than, {plan.times, plan.times}), times(heads, share));
  sum = times(sum, {plan.whole, plan.whole});
  // Where both are the same, it depends on the bound on which side that is.
  const model::Bound& bound = line.words->compare.bound;
  const bool same_is_under = bound.shift != 0;
  const bool above = same_is_under ? sum.least > limit.most : sum.least >= limit.most;
  const bool under = same_is_under ? sum.most <= limit.least : sum.most < limit.least;
  if (heads.most != 0 && (above || under))
    return {above == bound.lower ? Holds::kYes : Holds::kNo, state.fact};
  if (supposed_ != kHeldFact && state.missing == std::uint64_t{1} << supposed_)
    return {comes_out_, supposed_};
  if (state.missing != 0) state.fact = static_cast<std::uint8_t>(std::countr_zero(state.missing));
  return state;
}

LineState Evaluator::line(const LinePlan& line) const {
  if (line.any.empty()) return comparison(line);
  LineState best{Holds::kNo};
  std::uint64_t missing = 0;
  for (const List<TestPlan>& tests : line.any) {
    const LineState state = all_of(tests);
    missing |= state.missing;
    if (state.holds > best.holds || &tests == line.any.begin()) best = state;
  }
  best.missing = best.holds == Holds::kOpen ? missing : 0;
  return best;
}

}  // namespace aidcheck
