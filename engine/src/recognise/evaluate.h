#pragma once

#include "case/answer.h"
#include "plan/recognition.h"

namespace aidcheck {

/// Whether a condition holds, in an order in which all of several hold as the least of them does, and one of
/// several as the greatest.
enum class Holds : std::uint8_t { kNo, kOpen, kYes };

/// Beside RecognitionPlan::facts. What is open has all of its fact's codes. Several categories may be held:
/// `codes` are those that may be, `least` those of them that surely are, a bit a code.
using Answers = List<Answer>;

struct LineState {
  Holds holds = Holds::kYes;
  std::uint8_t fact = kHeldFact;  // the one that decided, or the first that is missing
  std::uint64_t missing = 0;      // where it is open: the facts that it hangs on, a bit each
};

/// Holds conditions against what a case says of the facts.
class Evaluator {
 public:
  explicit Evaluator(const Answers& answers) : answers_(answers) {}

  /// Takes a fact as answered by something: comparisons that hang on it alone come out as `holds`.
  void suppose(std::uint8_t fact, Holds holds) {
    supposed_ = fact;
    comes_out_ = holds;
  }

  [[nodiscard]] LineState line(const LinePlan& line) const;
  [[nodiscard]] LineState all_of(const List<TestPlan>& tests) const;

 private:
  [[nodiscard]] Holds test(const TestPlan& test) const;
  [[nodiscard]] LineState comparison(const LinePlan& line) const;

  const Answers& answers_;
  std::uint8_t supposed_ = kHeldFact;
  Holds comes_out_ = Holds::kOpen;
};

}  // namespace aidcheck
