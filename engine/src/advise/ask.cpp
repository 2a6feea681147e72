#include "advise/ask.h"

#include <algorithm>

#include "bounds/domain.h"
#include "bounds/explore.h"
#include "bounds/opening.h"
#include "settle/open.h"

namespace aidcheck {
namespace {

// For all questions together.
constexpr std::size_t kMostVisitsSettled = 3000;
// For one answer, where few are to be tried.
constexpr std::size_t kMostForAnswer = 250;
constexpr std::size_t kMostQuestions = 12;
// Where it could not be told in time what an answer leaves, so many are asked all the same.
constexpr std::size_t kAskedAnyway = 3;
// How often the stretch between two answers that are amounts is halved.
constexpr int kMostHalvings = 3;
// Amounts above ten million yuan are nobody's: what may be more has no end.
constexpr Fen kNoEnd = 1'000'000'000;
// Figures are rounded to the fen at each layer: what is straight looks bent by so many.
constexpr Fen kRoundings = 8;

class Asker {
 public:
  Asker(Year& year, std::size_t most_visits) : year_(year), most_visits_(most_visits) {
    for (const Part& part : year.parts) parts_.push_back(&part);
    std::vector<Unknown> stated;
    root_ = box_of(parts_, stated);
    Arithmetic arithmetic;
    now_ = 0;
    for (const Part& part : year.parts)
      now_ = sum(now_, part.explanation.figures.totals.personal.total, arithmetic);
  }

  void ask(const Unknown& unknown) {
    const Fen now = now_.most - now_.least;
    changes_ = false;
    Fen left = 0;
    switch (unknown.what) {
      case Unknown::What::kIdentity:
        left = after_category(unknown);
        break;
      case Unknown::What::kFact:
        left = after_answer(unknown);
        break;
      case Unknown::What::kAmount:
      case Unknown::What::kBefore:
        left = after_amount(unknown);
        break;
      case Unknown::What::kSheet:
        left = after_sheet(unknown);
        break;
    }
    if (time_is_up()) return put_anyway(unknown, now);
    if (changes_) put({unknown, std::min(left, now)});
  }

 private:
  const Plan& plan(const Unknown& unknown) const { return parts_[unknown.part]->settled.plan; }

  [[nodiscard]] bool time_is_up() const { return settled_ >= kMostVisitsSettled; }

  void put_anyway(const Unknown& unknown, Fen now) {
    if (year_.ask.size() < kAskedAnyway) put({unknown, now});
  }

  // Before those that leave more.
  void put(const Question& question) {
    auto place = year_.ask.begin();
    while (place != year_.ask.end() && place->left <= question.left) ++place;
    year_.ask.insert(place, question);
  }

  Fen width(const Box& box) {
    if (time_is_up()) return 0;
    const Bounds bounds = explore(parts_, box, most_visits_);
    settled_ += bounds.settled;
    const Hull total = bounds.personal_total();
    if (bounds.stop.why != Stop::Why::kNothing || total.least > total.most) return 0;
    changes_ = changes_ || total.least != now_.least || total.most != now_.most;
    return total.most - total.least;
  }

  Fen after_category(const Unknown& unknown) {
    Fen widest = 0;
    for (const OpenIdentity& each : root_.years[unknown.part].open_identities) {
      if (each.index != unknown.which) continue;
      for (std::uint64_t rest = each.candidates; rest != 0; rest &= rest - 1) {
        Box box = root_;
        choose_category(parts_, unknown.part, each, lowest(rest), box);
        widest = std::max(widest, width(box));
      }
    }
    return widest;
  }

  Fen after_answer(const Unknown& unknown) {
    const FactPlan& fact = plan(unknown).facts[unknown.which];
    const OpenFact may = allowed(root_.years[unknown.part], fact, unknown.which, unknown.visit);
    Fen widest = 0;
    for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
      Box box = root_;
      const std::size_t before = box.numbers.size();
      if (!choose(parts_, unknown.part, may, lowest(rest), box)) continue;
      widest = std::max(widest, box.numbers.size() == before ? width(box) : widest_along(box, before));
    }
    return widest;
  }

  Fen after_amount(const Unknown& unknown) {
    Box box = root_;
    std::size_t number = 0;
    while (number < box.numbers.size() && !stands_for(box.numbers[number], unknown)) ++number;
    if (number == box.numbers.size()) {
      const auto amount = static_cast<std::uint8_t>(unknown.which);
      const Reach domain = domain_of(plan(unknown), box.years[unknown.part], *unknown.visit, amount);
      box.open({domain.least, domain.most, {{unknown.part, unknown.visit, amount, std::nullopt}}}, parts_);
    }
    return widest_along(box, number);
  }

  // All amounts of a sheet are told at once: the widest range of those that sheets may tell, empty, half and
  // full.
  Fen after_sheet(const Unknown& unknown) {
    constexpr std::size_t kShares = 3;
    constexpr std::size_t kTurned = 3;  // of in scope and what the first payers paid; of the others none
    std::vector<std::uint8_t> amounts;
    for (const Field field : {Field::kInScope, Field::kBasic, Field::kSeriousIllness})
      add_missing(unknown, field, amounts);
    const std::size_t turned = std::min(amounts.size(), kTurned);
    for (std::size_t field = 0; field < kFieldCount; ++field)
      add_missing(unknown, static_cast<Field>(field), amounts);
    std::size_t sheets = 1;
    for (std::size_t i = 0; i < turned; ++i) sheets *= kShares;
    Fen widest = 0;
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
      Box box = root_;
      std::size_t rest = sheet;
      for (std::size_t i = 0; i < amounts.size(); ++i) {
        fill_in(unknown, amounts[i], static_cast<Fen>(i < turned ? rest % kShares : 0), box);
        rest /= kShares;
      }
      widest = std::max(widest, width(box));
    }
    return widest;
  }

  void add_missing(const Unknown& unknown, Field field, std::vector<std::uint8_t>& amounts) const {
    const auto amount = static_cast<std::uint8_t>(field);
    const Unknown here{Unknown::What::kAmount, unknown.part, unknown.visit, amount, Kept::kPools};
    const bool missing = std::find(year_.unknown.begin(), year_.unknown.end(), here) != year_.unknown.end();
    if (missing && std::find(amounts.begin(), amounts.end(), amount) == amounts.end())
      amounts.push_back(amount);
  }

  // `halves` of what there may be at most.
  void fill_in(const Unknown& unknown, std::uint8_t amount, Fen halves, Box& box) {
    const Unknown here{Unknown::What::kAmount, unknown.part, unknown.visit, amount, Kept::kPools};
    for (std::size_t i = 0; i < box.numbers.size(); ++i) {
      if (!stands_for(box.numbers[i], here)) continue;
      const Reach may = possible(box, box.numbers[i]);
      const Fen value = may.least + std::max<Fen>(0, may.most - may.least) * halves / 2;
      return box.narrow(i, value, value, parts_);
    }
    const YearInput& year = box.years[unknown.part];
    const Reach domain = domain_of(plan(unknown), year, *unknown.visit, amount);
    const Fen most = domain.most - paid_before(plan(unknown), year, *unknown.visit, amount);
    const Fen value = std::max<Fen>(domain.least, most / 2 * halves);
    box.open({value, value, {{unknown.part, unknown.visit, amount, std::nullopt}}}, parts_);
  }

  // By the payers of which it is known, where the amount is another payer's.
  static Fen paid_before(const Plan& plan, const YearInput& year, std::uint32_t order, std::uint8_t amount) {
    if (amount == static_cast<std::uint8_t>(Field::kInScope)) return 0;
    Fen paid = 0;
    for (const VisitInput& visit : year.visits) {
      for (const LayerPlan& layer : plan.layers) {
        const bool here = visit.order == order && layer.sheet && *layer.sheet != amount && layer.in_scope;
        if (here && (visit.known >> *layer.sheet & 1U) != 0) paid += year.amount(visit, *layer.sheet).least;
      }
    }
    return paid;
  }

  static bool stands_for(const OpenNumber& number, const Unknown& unknown) {
    return std::any_of(number.places.begin(), number.places.end(), [&](const OpenNumber::Place& place) {
      const bool before = unknown.what == Unknown::What::kBefore;
      return place.part == unknown.part && place.visit == unknown.visit && place.amount == unknown.which &&
             place.start.has_value() == before && (!before || *place.start == unknown.kept);
    });
  }

  // What a number may be beside all else that is known.
  Reach possible(const Box& box, const OpenNumber& number) const {
    Reach may(number.least, number.most);
    for (const OpenNumber::Place& place : number.places) {
      if (place.start || !place.visit || place.amount >= kFieldCount) continue;
      const Reach domain =
          domain_of(parts_[place.part]->settled.plan, box.years[place.part], *place.visit, place.amount);
      may = both(may, domain);
    }
    return may;
  }

  // The widest range that is left for any value of a number: its width is straight between the kinks of the
  // rules.
  Fen widest_along(const Box& box, std::size_t number) {
    const Reach may = possible(box, box.numbers[number]);
    const Fen least = may.least;
    const Fen most = std::max(may.least, may.most);
    Point from{least, width_at(box, number, least)};
    Fen widest = from.width;
    const auto go_to = [&](Fen value, int halvings) {
      const Point to{value, width_at(box, number, value)};
      widest = std::max({widest, to.width, widest_between(box, number, from, to, halvings)});
      from = to;
    };
    // Where there is no end to it, the amounts that people have count most.
    for (Fen value = 100'000; most > kNoEnd && value < kNoEnd; value *= 10) {
      if (value > least) go_to(value, 0);
    }
    go_to(most, kMostHalvings);
    return widest;
  }

  struct Point {
    Fen value;
    Fen width;
  };

  Fen widest_between(const Box& box, std::size_t number, const Point& a, const Point& b, int halvings) {
    if (b.value - a.value < 2) return 0;
    const Fen middle = a.value + (b.value - a.value) / 2;
    const Point m{middle, width_at(box, number, middle)};
    const Fen bent = m.width - (a.width + (b.width - a.width) / 2);
    if (halvings == 0) {
      // Between two answers the range moves by no more than they do.
      return bent >= -kRoundings && bent <= kRoundings
                 ? m.width
                 : std::max({a.width, b.width, m.width}) + (b.value - a.value) / 2;
    }
    if (bent >= -kRoundings && bent <= kRoundings && halvings < kMostHalvings) return m.width;
    return std::max({m.width, widest_between(box, number, a, m, halvings - 1),
                     widest_between(box, number, m, b, halvings - 1)});
  }

  Fen width_at(const Box& box, std::size_t number, Fen value) {
    Box at = box;
    at.narrow(number, value, value, parts_);
    return width(at);
  }

  static std::uint8_t lowest(std::uint64_t codes) {
    return static_cast<std::uint8_t>(__builtin_ctzll(codes));
  }

  Year& year_;
  std::size_t most_visits_;
  std::vector<const Part*> parts_;
  Box root_;
  Hull now_;
  bool changes_ = false;
  std::size_t settled_ = 0;
};

// A sheet of which several amounts are not known is one question.
std::vector<Unknown> questions(const std::vector<Unknown>& unknown) {
  std::vector<Unknown> made;
  for (const Unknown& each : unknown) {
    const auto of_sheet = [&](const Unknown& other) {
      const bool amount = other.what == Unknown::What::kAmount && other.which < kFieldCount;
      return amount && other.which != static_cast<std::size_t>(Field::kTotal) && other.part == each.part &&
             other.visit == each.visit;
    };
    const auto amounts = std::count_if(unknown.begin(), unknown.end(), of_sheet);
    Unknown question = each;
    if (of_sheet(each) && amounts > 1)
      question = {Unknown::What::kSheet, each.part, each.visit, 0, Kept::kPools};
    if (std::find(made.begin(), made.end(), question) == made.end()) made.push_back(question);
  }
  return made;
}

}  // namespace

void find_questions(Year& year) {
  if (year.exact || year.unknown.empty()) return;
  const std::vector<Unknown> unknown = questions(year.unknown);
  const std::size_t count = std::min(unknown.size(), kMostQuestions);
  // About so many answers are tried for each.
  constexpr std::size_t kAnswers = 8;
  Asker asker(year, std::min(kMostForAnswer, kMostVisitsSettled / (count * kAnswers)));
  for (std::size_t i = 0; i < count; ++i) asker.ask(unknown[i]);
}

}  // namespace aidcheck
