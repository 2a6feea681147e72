#include <algorithm>

#include "findings/findings.h"
#include "recognise/evaluate.h"

namespace aidcheck::findings {
namespace {

class Finder {
 public:
  Finder(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
    for (const FactPlan& fact : plan.recognition.facts) {
      possible_.push_back(answer_between(fact, fact.least, fact.most));
    }
  }

  void run() {
    for (const Lines& lines : plan_.recognition.categories) look_at(lines);
    for (const Lines& lines : plan_.recognition.warnings) look_at(lines);
  }

 private:
  void look_at(const Lines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!can_hold(lines, i)) report(lines[i].words->at, {});
      for (std::size_t any = 0; any < lines[i].any.size() && lines[i].any.size() > 1; ++any) {
        if (!can_hold_alone(lines[i].any[any])) report(lines[i].words->at, "/any/" + std::to_string(any));
      }
    }
  }

  // With one category held or none: whether answers that fulfil the lines before may fulfil this one.
  [[nodiscard]] bool can_hold(const Lines& lines, std::size_t index) const {
    return any_holder([&](Answers& answers) {
      for (std::size_t before = 0; before < index; ++before) {
        if (lines[before].any.size() == 1) narrow(answers, lines[before].any[0]);
      }
      return Evaluator(answers).line(lines[index]).holds != Holds::kNo;
    });
  }

  [[nodiscard]] bool can_hold_alone(const List<TestPlan>& tests) const {
    return any_holder(
        [&](const Answers& answers) { return Evaluator(answers).all_of(tests).holds != Holds::kNo; });
  }

  template <class Holds>
  [[nodiscard]] bool any_holder(Holds holds) const {
    for (std::uint64_t rest = possible_[kHeldFact].codes; rest != 0; rest &= rest - 1) {
      Arena arena;
      const Arena::Scope scope(arena);
      Answers answers;
      for (const Answer& answer : possible_) answers.push_back(answer);
      answers[kHeldFact].codes = rest & ~(rest - 1);
      if (holds(answers)) return true;
    }
    return false;
  }

  // What is impossible by a line before is left as it was: that line is the one to tell of.
  static void narrow(Answers& answers, const List<TestPlan>& tests) {
    for (const TestPlan& test : tests) {
      Answer& answer = answers[test.fact];
      if (test.fact != kHeldFact && (answer.codes & test.allowed) != 0) answer.codes &= test.allowed;
    }
  }

  // A line of every category is met once for each.
  void report(const json::Value* line, const std::string& below) {
    const std::string at = json::path_to(plan_.source, line) + below;
    const bool told = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& each) {
      return each.at == at && each.code == "condition.never_holds";
    });
    if (told) return;
    Finding& made = findings_.emplace_back();
    made.code = "condition.never_holds";
    made.at = at;
    made.message = {"没有一种回答能符合这一项条件。", "No answers fulfil this condition."};
  }

  const Plan& plan_;
  Findings& findings_;
  Answers possible_;
};

}  // namespace

void conditions(const Plan& plan, Findings& findings) {
  Arena arena;
  const Arena::Scope scope(arena);
  Finder(plan, findings).run();
}

}  // namespace aidcheck::findings
