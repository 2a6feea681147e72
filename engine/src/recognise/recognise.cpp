#include "recognise/recognise.h"

#include <algorithm>

#include "explain/explanation.h"
#include "json/reader.h"

namespace aidcheck {
namespace {

using State = CategoryStory::State;

std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << place; }

class Recogniser {
 public:
  Recogniser(Year& year, json::Reader& reader)
      : year_(year), part_(year.parts.back()), plan_(part_.settled.plan.recognition), reader_(reader) {}

  void run(const Ends& burden) {
    Recognition& made = year_.recognition;
    made.part = &part_;
    answers(burden);
    for (std::size_t i = 0; i < plan_.categories.size(); ++i) {
      CategoryStory& story = made.categories.emplace_back();
      category(Evaluator(answers_), i, &story.because, story);
      if (story.state == State::kLikely)
        find_entitlements_if(year_, static_cast<std::uint8_t>(kNoCategory + 1 + i));
    }
    questions();
    warnings();
  }

 private:
  [[nodiscard]] const model::Pack& pack() const { return part_.settled.plan.pack; }
  [[nodiscard]] const sent::Case& sent() const { return part_.settled.sent; }

  // The categories that are held on some day of the year, and those that may be.
  Answer identities() {
    std::uint64_t held = 0;
    std::uint64_t may = 0;
    std::uint64_t none = bit(kNoCategory);
    held_.resize(plan_.categories.size());
    for (std::size_t i = 0; i < sent().identities.size(); ++i) {
      sent::Identity identity = sent().identities[i];
      if (identity.category.empty()) {
        const std::uint64_t codes = candidates(identity);
        may |= codes;
        none &= codes;
      } else if (const std::size_t code = code_in_year(identity); code != kNoCategory) {
        held_[code - kNoCategory - 1] = i + 1;
        held |= bit(code);
      }
    }
    if (held != 0) none = 0;
    return {((held | may) & ~bit(kNoCategory)) | none, static_cast<std::int64_t>(held), 0};
  }

  // What an identity may be in the year of which only candidates are known, or nothing.
  std::uint64_t candidates(sent::Identity& identity) {
    std::uint64_t codes = 0;
    const auto add = [&](std::string_view name) {
      identity.category = name;
      codes |= bit(code_in_year(identity));
    };
    for (const std::string_view name : identity.candidates) add(name);
    said_ |= codes;
    if (!identity.candidates.empty()) return codes;
    add({});
    for (const model::Category& each : pack().categories) add(each.id);
    return codes;
  }

  [[nodiscard]] std::size_t code_in_year(const sent::Identity& identity) const {
    const std::size_t category = Names(pack().categories).find(identity.category);
    const Holding held = holding_of(identity, kNoCategory, pack());
    const bool in_vain = category == held_.size() || held.from > day_number(last_day_of_year(sent().year)) ||
                         held.until <= day_number(last_day_of_year(sent().year - 1));
    return in_vain ? kNoCategory : kNoCategory + 1 + category;
  }

  void answers(const Ends& burden) {
    const json::Pointer root;
    const json::Pointer at = root / "person";
    for (const FactPlan& fact : plan_.facts) {
      Answer& answer = answers_.emplace_back();
      for (const sent::Fact& stated : sent().person) {
        if (stated.name != fact.id) continue;
        mentioned_ |= bit(answers_.size() - 1);
        answer = read_answer(reader_, fact, *stated.value, at / fact.id);
      }
      if (answer.codes == 0) answer = answer_between(fact, fact.least, fact.most);
    }
    answers_[kHeldFact] = identities();
    if (!sent().identities_left_out) mentioned_ |= bit(kHeldFact);
    mentioned_ |= bit(kBurdenFact);
    answers_[kBurdenFact] = answer_between(plan_.facts[kBurdenFact], burden.least, burden.most);
  }

  // `because` may be left out.
  void category(const Evaluator& evaluator, std::size_t index, List<Because>* because, CategoryStory& story) {
    const model::Category& words = pack().categories[index];
    if (held_[index] != 0) {
      identity(index, because, story);
      return;
    }
    const Holds holds = lines(evaluator, plan_.categories[index], because, story.missing);
    if (holds == Holds::kNo) {
      // Whoever says that it may be theirs may have been recognised all the same.
      const bool said = (said_ & bit(kNoCategory + 1 + index)) != 0;
      const LineState counts = said ? counting(index) : LineState{Holds::kNo};
      story.state = counts.holds == Holds::kNo ? State::kNot : State::kOpen;
      story.missing = counts.holds == Holds::kNo ? 0 : counts.missing | bit(kHeldFact);
    } else if (holds == Holds::kYes && words.complete) {
      story.state = State::kLikely;
    }
    const model::Told& office =
        words.left_to_office.text.empty() ? pack().recognition.left_to_office : words.left_to_office;
    if (because == nullptr || words.complete || office.text.empty() || holds == Holds::kNo) return;
    because->push_back({office.text, &office.cite, Holds::kOpen, kHeldFact, true});
  }

  // Whether the rules count an identity.
  LineState counting(std::size_t index) {
    const Answer was = answers_[kHeldFact];
    answers_[kHeldFact] = {bit(kNoCategory + 1 + index), 0, 0};
    const LineState counts = Evaluator(answers_).all_of(plan_.counts);
    answers_[kHeldFact] = was;
    return counts;
  }

  // One that the case states.
  void identity(std::size_t index, List<Because>* because, CategoryStory& story) {
    const LineState counts = counting(index);
    story.identity = held_[index] - 1;
    story.missing = counts.missing;
    story.state = counts.holds == Holds::kYes  ? State::kHeld
                  : counts.holds == Holds::kNo ? State::kNot
                                               : State::kOpen;
    if (because != nullptr && counts.holds == Holds::kNo)
      because->push_back({pack().identity_otherwise, &pack().identity_cite, counts.holds, counts.fact});
  }

  static Holds lines(const Evaluator& evaluator, const Lines& lines, List<Because>* because,
                     std::uint64_t& missing) {
    Holds holds = Holds::kYes;
    for (const LinePlan& line : lines) {
      const LineState state = evaluator.line(line);
      holds = std::min(holds, state.holds);
      missing |= state.missing;
      if (because != nullptr)
        because->push_back({line.words->text, &line.words->cite, state.holds, state.fact});
    }
    return holds;
  }

  std::size_t open_categories(const Evaluator& evaluator) {
    std::size_t open = 0;
    for (std::size_t i = 0; i < plan_.categories.size(); ++i) {
      CategoryStory story;
      category(evaluator, i, nullptr, story);
      open += story.state == State::kOpen;
    }
    return open;
  }

  // What decides most comes first.
  void questions() {
    std::uint64_t missing = 0;
    for (const CategoryStory& story : year_.recognition.categories) missing |= story.missing;
    for (std::size_t fact = 0; fact < answers_.size(); ++fact) {
      if ((missing & ~mentioned_ & bit(fact)) == 0) continue;
      const CategoryQuestion made = question(static_cast<std::uint8_t>(fact));
      List<CategoryQuestion>& all = year_.recognition.questions;
      const CategoryQuestion* place = all.begin();
      while (place != all.end() && !before(made, *place)) ++place;
      all.insert(place, made);
    }
  }

  static bool before(const CategoryQuestion& a, const CategoryQuestion& b) {
    return a.decides != b.decides ? a.decides > b.decides : a.may_decide > b.may_decide;
  }

  CategoryQuestion question(std::uint8_t fact) {
    const Answer was = answers_[fact];
    const std::size_t open = open_categories(Evaluator(answers_));
    std::size_t most_left = 0;
    std::size_t least_left = open;
    for (std::uint64_t rest = was.codes; rest != 0; rest &= rest - 1) {
      answers_[fact].codes = rest & ~(rest - 1);
      if (fact == kHeldFact) hold_alone(answers_[fact].codes);
      for (const Holds holds : {Holds::kNo, Holds::kYes}) {
        Evaluator evaluator(answers_);
        evaluator.suppose(fact, holds);
        const std::size_t left = open_categories(evaluator);
        most_left = std::max(most_left, left);
        least_left = std::min(least_left, left);
      }
    }
    answers_[fact] = was;
    if (fact == kHeldFact) hold_alone(0);
    return {fact, open - most_left, open - least_left};
  }

  void hold_alone(std::uint64_t code) {
    for (std::size_t i = 0; i < held_.size(); ++i) held_[i] = code == bit(kNoCategory + 1 + i) ? 1 : 0;
  }

  // Nobody is warned of nothing.
  void warnings() {
    if (answers_[kBurdenFact].most == 0) return;
    for (std::size_t i = 0; i < plan_.warnings.size(); ++i) {
      WarningStory story;
      story.warning = i;
      const Holds holds = lines(Evaluator(answers_), plan_.warnings[i], &story.because, story.missing);
      story.certain = holds == Holds::kYes;
      if (holds != Holds::kNo) year_.recognition.warnings.push_back(story);
    }
  }

  Year& year_;
  const Part& part_;
  const RecognitionPlan& plan_;
  json::Reader& reader_;
  Answers answers_;
  List<std::size_t> held_;       // of each category, the identity that is stated, counted from 1
  std::uint64_t said_ = 0;       // categories that the case says are held, or others, a bit a code
  std::uint64_t mentioned_ = 0;  // facts that the case mentions, a bit each
};

}  // namespace

Ends burden_of(const Year& year) {
  Arithmetic arithmetic;
  Ends sum;
  for (const Part& part : year.parts) {
    const Hull& in_scope = part.explanation.figures.totals.personal.in_scope;
    sum.least = arithmetic.add(sum.least, in_scope.least);
    sum.most = arithmetic.add(sum.most, in_scope.most);
  }
  return sum;
}

void recognise(Year& year, const Ends& burden, std::vector<Error>& errors) {
  if (!year.parts.back().settled.sent.asks_categories) return;
  json::Reader reader(Fault::kCase, errors);
  Recogniser(year, reader).run(burden);
}

}  // namespace aidcheck
