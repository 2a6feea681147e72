#include "plan/recognition.h"

#include "plan/plan.h"

namespace aidcheck {
namespace {

using json::Reader;
using model::Comparison;
using model::ConditionLine;
using model::FactType;

class Planner {
 public:
  Planner(Plan& plan, Reader& reader) : plan_(plan), made_(plan.recognition), reader_(reader) {}

  void run() {
    facts();
    if (!facts_fit(made_.facts, kMostRecognitionFacts)) {
      reader_.fail("pack.too_many_facts", "/recognition",
                   for_authors("事实、选项或分界点太多（连 facts 一起最多 62 项事实，每项 62 个）。",
                               "Too many facts, choices or bounds (at most 62 facts, those of `facts` among "
                               "them, of 62 each)."));
      return;
    }
    const model::Recognition& rules = plan_.pack.recognition;
    Lines common;
    lines(rules.conditions, common);
    for (const model::Category& category : plan_.pack.categories) {
      Lines& own = made_.categories.emplace_back();
      for (const LinePlan& line : common) own.push_back(line);
      lines(category.conditions, own);
    }
    in_warning_ = true;
    for (const model::EarlyWarning& warning : rules.early_warning)
      lines(warning.conditions, made_.warnings.emplace_back());
    tests(plan_.pack.identity_counts, made_.counts);
  }

 private:
  // The facts of the estimate are copied: what a condition compares a number with
  // must not cut it into more stretches for the tables.
  void facts() {
    made_.facts.push_back(plan_.facts[kCategoryFact]);
    FactPlan& burden = made_.facts.emplace_back();
    burden.id = kBurdenName;
    burden.type = FactType::kAmount;
    burden.label = {"全年政策范围内个人负担", "What the person bears in scope in the year"};
    for (const FactPlan& fact : plan_.facts) {
      if (!fact.asked()) continue;
      FactPlan& copy = made_.facts.emplace_back();
      copy = fact;
      copy.breaks = {};
      copy.used = false;
    }
    for (const model::Fact& fact : plan_.pack.recognition.facts)
      plan_fact(fact, reader_, made_.facts.emplace_back());
    breaks(plan_.pack.recognition.conditions);
    for (const model::Category& category : plan_.pack.categories) breaks(category.conditions);
    for (const model::EarlyWarning& warning : plan_.pack.recognition.early_warning)
      breaks(warning.conditions);
    collect_breaks(made_.facts, plan_.pack.identity_counts);
  }

  void breaks(const List<ConditionLine>& list) {
    for (const ConditionLine& line : list) {
      for (const model::When& when : line.any) collect_breaks(made_.facts, when);
    }
  }

  void lines(const List<ConditionLine>& list, Lines& made) {
    for (const ConditionLine& line : list) {
      LinePlan& next = made.emplace_back();
      next.words = &line;
      for (const model::When& when : line.any) tests(when, next.any.emplace_back());
      if (line.any.empty()) comparison(line, next.compare);
    }
  }

  void tests(const model::When& when, List<TestPlan>& made) {
    for (const model::Test& test : when) {
      const std::uint8_t fact = named(test.fact, test.at);
      made.push_back({fact, test.negated, codes_allowed(made_.facts[fact], test, reader_)});
    }
  }

  void comparison(const ConditionLine& line, ComparisonPlan& made) {
    const Comparison& compare = line.compare;
    add(compare.of, false, line, made);
    add(compare.less, true, line, made);
    made.per = number(compare.per, FactType::kWholeNumber, line);
    made.than = number(compare.than, FactType::kAmount, line);
    made.share = number(compare.share_fact, FactType::kPercent, line);
    made.times = compare.times;
    const Figure& figure = compare.figure;
    const Ends range{figure.least, figure.most};
    if (compare.than.empty()) {
      made.amount = figure.range ? range : Ends{figure.amount, figure.amount};
    } else if (figure.range || made.share != kHeldFact) {
      made.part = range;
      made.whole = kWhole;
    } else if (!figure.printed.empty()) {
      made.part = {figure.rate.numerator, figure.rate.numerator};
      made.whole = figure.rate.denominator;
    }
  }

  void add(const List<std::string_view>& names, bool less, const ConditionLine& line, ComparisonPlan& made) {
    for (const std::string_view name : names) {
      const std::uint8_t fact = number(name, FactType::kAmount, line);
      for (const AddendPlan& each : made.sum) {
        if (each.fact != fact) continue;
        reader_.fail("name.duplicate", line.at, {}, for_authors("“{0}”用了两次。", "\"{0}\" is used twice."),
                     {name});
        return;
      }
      made.sum.push_back({fact, less});
    }
  }

  std::uint8_t number(std::string_view name, FactType type, const ConditionLine& line) {
    if (name.empty()) return kHeldFact;
    const std::uint8_t fact = named(name, line.at);
    if (fact != kHeldFact && made_.facts[fact].type != type) {
      reader_.fail("type.wrong", line.at, {},
                   for_authors("“{0}”不能这样用：of、less 和比较的对象是金额，per 是整数，share 是比例。",
                               "\"{0}\" cannot stand here: `of`, `less` and what they are held against are "
                               "amounts, `per` is a whole number, `share` a percentage."),
                   {name});
    }
    return fact;
  }

  // What the year leaves to a person is only known of a settled year.
  std::uint8_t named(std::string_view name, const json::Value* at) {
    const auto found = fact_named(made_.facts, name);
    if (found == kBurdenFact && !in_warning_) {
      reader_.fail(
          "condition.malformed", at, {},
          for_authors("“{0}”只能用在 early_warning 里。", "\"{0}\" belongs in `early_warning` alone."),
          {name});
    }
    if (found) {
      made_.facts[*found].used = true;
      return static_cast<std::uint8_t>(*found);
    }
    reader_.unknown("reference.unknown", name, made_.facts, at);
    return kHeldFact;
  }

  Plan& plan_;
  RecognitionPlan& made_;
  Reader& reader_;
  bool in_warning_ = false;
};

}  // namespace

void plan_recognition(Plan& plan, Reader& reader) { Planner(plan, reader).run(); }

}  // namespace aidcheck
