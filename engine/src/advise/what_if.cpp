#include "advise/what_if.h"

#include <algorithm>
#include <limits>

#include "advise/difference.h"
#include "bounds/explore.h"
#include "settle/open.h"

namespace aidcheck {
namespace {

// For all that can be done together.
constexpr std::size_t kMostVisitsSettled = 1000;
constexpr std::size_t kMostTried = 10;

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

bool may_hold(const Decision& when, const Codes& codes) {
  const std::uint16_t row = when.at(codes);
  return row == 0 || outcome::needs(row);
}

std::uint64_t bit(std::uint8_t code) { return std::uint64_t{1} << code; }
std::uint8_t lowest(std::uint64_t codes) { return static_cast<std::uint8_t>(__builtin_ctzll(codes)); }

// Whether the person holds the category, or may do so.
bool may_be_held(const sent::Case& sent, std::string_view category) {
  return std::any_of(sent.identities.begin(), sent.identities.end(), [&](const sent::Identity& identity) {
    const bool any = identity.category.empty() && identity.candidates.empty();
    return any || identity.category == category || Names(identity.candidates).have(category);
  });
}

class Adviser {
 public:
  explicit Adviser(Year& year) : year_(year) {
    std::size_t actions = 1;
    Arithmetic arithmetic;
    for (Part& part : year.parts) {
      parts_.push_back(&part);
      part.settled.digest.year.stated_open = &part.settled.digest.open;
      actions += part.settled.plan.actions.size();
      now_ = sum(now_, part.explanation.figures.totals.personal.total, arithmetic);
    }
    allowance_ = kMostVisitsSettled / std::min(actions, kMostTried);
  }

  void run() {
    for (Part& part : year_.parts) {
      const auto& actions = part.settled.plan.pack.actions;
      for (std::size_t i = 0; i < actions.size() && tried_ < kMostTried; ++i) {
        if (has_later(part, actions[i].id)) continue;
        advice_ = {};
        advice_.part = &part;
        advice_.action = i;
        if (actions[i].by_year_end) {
          settle_next_year(part);
        } else {
          change(actions[i]);
        }
      }
    }
  }

 private:
  // What an action changed in a part of the year.
  struct Changed {
    std::uint32_t facts = 0;     // a bit a fact
    std::size_t since = kNever;  // the first visit, in the order of settlement
  };

  static const ActionPlan* action_of(const Part& part, std::string_view id) {
    const auto& actions = part.settled.plan.actions;
    const std::size_t place = Names(part.settled.plan.pack.actions).find(id);
    return place == actions.size() ? nullptr : &actions[place];
  }

  [[nodiscard]] bool has_later(const Part& part, std::string_view id) const {
    return std::any_of(year_.parts.begin(), year_.parts.end(), [&](const Part& each) {
      return each.place > part.place && action_of(each, id) != nullptr;
    });
  }

  // Settles the year once more with the action taken in every part whose pack knows it.
  void change(const model::Action& action) {
    std::vector<Digest> kept;
    changed_.assign(year_.parts.size(), {});
    for (Part& part : year_.parts) {
      kept.push_back(part.settled.digest);
      if (const ActionPlan* here = action_of(part, action.id)) set(part, *here);
    }
    apply(action);
    if (!advice_.changes.empty()) compare();
    for (Part& part : year_.parts) part.settled.digest = std::move(kept[part.place]);
  }

  void set(Part& part, const ActionPlan& action) {
    const std::size_t visits = part.explanation.records.size();
    for (const ActionPlan::Setting& to : action.set) {
      const bool of_visit = part.settled.plan.facts[to.fact].of_visit;
      for (std::size_t i = 0; i < visits; i = of_visit ? i + 1 : visits)
        set(part, action.when, to, i, of_visit ? i + 1 : visits);
    }
  }

  // A fact of the visit `first`, or one of the person, at which the visits up to `last` look. Where it is not
  // known, the answers with which nothing can be done stay.
  void set(Part& part, const Decision& when, const ActionPlan::Setting& to, std::size_t first,
           std::size_t last) {
    const auto& records = part.explanation.records;
    Digest& digest = part.settled.digest;
    const FactPlan& fact = part.settled.plan.facts[to.fact];
    VisitInput& visit = digest.year.visits[records[first].visit];
    std::uint8_t& code = fact.of_visit ? visit.codes[to.fact] : digest.year.person[to.fact];
    OpenFact may =
        allowed(digest.year, fact, to.fact, fact.of_visit ? std::optional(visit.order) : std::nullopt);
    if (code != 0) may.codes = bit(code);
    std::uint64_t then = 0;
    for (std::uint64_t rest = may.codes; rest != 0; rest &= rest - 1) {
      bool can = false;
      for (std::size_t i = first; i < last; ++i) {
        Codes codes = records[i].codes;
        codes[to.fact] = lowest(rest);
        can = can || may_hold(when, codes);
      }
      then |= can ? bit(to.code) : bit(lowest(rest));
    }
    if (then == may.codes) return;
    may.codes = then;
    code = (then & (then - 1)) == 0 ? lowest(then) : std::uint8_t{0};
    if (code == 0) say_open(may, digest.open);
    if (fact.of_visit) {
      const std::uint8_t kind = visit.codes[*fact_named(part.settled.plan.facts, "kind")];
      visit.kind_open = kind == 0;
      visit.stay = (part.settled.plan.stays >> kind & 1U) != 0;
    } else {
      for (VisitInput& each : digest.year.visits) each.codes[to.fact] = code;
    }
    note(part, to.fact, first);
    const std::string id(fact.id);
    add({fact.of_visit ? Settled::at(visit, '/' + id) : keep("/person/" + id), &fact, then});
  }

  // Ahead of what the case says of it.
  static void say_open(const OpenFact& may, List<OpenFact>& open) {
    List<OpenFact> all;
    all.push_back(may);
    for (const OpenFact& each : open) all.push_back(each);
    open = all;
  }

  void note(const Part& part, std::size_t fact, std::size_t visit) {
    Changed& changed = changed_[part.place];
    changed.facts |= std::uint32_t{1} << fact;
    changed.since = std::min(changed.since, visit);
  }

  // A fact of the person may change in several parts.
  void add(const FactChange& change) {
    for (const FactChange& each : advice_.changes) {
      if (each.at == change.at) return;
    }
    advice_.changes.push_back(change);
  }

  // One more identity, held all year: any of those that are applied for and not held.
  void apply(const model::Action& action) {
    const sent::Case& sent = advice_.part->settled.sent;
    List<std::string_view> names;
    for (const std::string_view name : action.apply_for) {
      if (!may_be_held(sent, name)) names.push_back(name);
    }
    if (names.empty() || !can_be_done(action.id)) return;
    for (Part& part : year_.parts) {
      const FactPlan& fact = part.settled.plan.facts[kCategoryFact];
      OpenIdentity& made = part.settled.digest.year.open_identities.emplace_back();
      made.from = std::numeric_limits<std::int32_t>::min();
      made.until = std::numeric_limits<std::int32_t>::max();
      made.index = static_cast<std::uint32_t>(sent.identities.size());
      for (const std::string_view name : names)
        made.candidates |= bit(std::max(fact.code_of(name), kNoCategory));
      note(part, kCategoryFact, 0);
      if (&part == advice_.part) add({"/person/identities/-", &fact, made.candidates});
    }
  }

  [[nodiscard]] bool can_be_done(std::string_view id) const {
    return std::any_of(year_.parts.begin(), year_.parts.end(), [&](const Part& part) {
      const ActionPlan* action = action_of(part, id);
      const auto& records = part.explanation.records;
      return action != nullptr && std::any_of(records.begin(), records.end(), [&](const VisitRecord& record) {
               return may_hold(action->when, record.codes);
             });
    });
  }

  Bounds settle(const std::vector<const Part*>& parts) {
    ++tried_;
    return explore(parts, allowance_, nullptr);
  }

  void compare() {
    const Bounds after = settle(parts_);
    if (after.stop.why != Stop::Why::kNothing) return;
    Difference saves;
    bool before = true;  // nothing has changed yet
    for (const Part& part : year_.parts) {
      const Changed& changed = changed_[part.place];
      const auto& visits = part.explanation.figures.visits;
      const std::size_t layer = before ? first_changed(part.settled, changed.facts) : 0;
      for (std::size_t i = before ? changed.since : 0; i < visits.size(); ++i)
        saves.add(difference(part.settled.plan, layer, visits[i], after.parts[part.place].visits[i]));
      before = before && changed.since == kNever;
    }
    advice_.personal_total = after.personal_total();
    offer(now_, advice_.personal_total, saves);
  }

  // What the last visit of December would cost more as the first of a new year.
  void settle_next_year(Part& part) {
    const auto& records = part.explanation.records;
    if (&part != &year_.parts.back() || records.empty()) return;
    const VisitRecord& last = records.back();
    const Day until = part.settled.visit(last).until;
    const bool december = year_of(until + std::chrono::days(31)) != year_of(until);
    if (!december || !may_hold(part.settled.plan.actions[advice_.action].when, last.codes)) return;
    Digest kept = part.settled.digest;
    YearInput& year = part.settled.digest.year;
    year.visits = {kept.year.visits[last.visit]};
    year.pools_before = {};
    year.counted_before = {};
    year.derived_before = {};
    part.settled.digest.open_starts = {};
    const Bounds alone = settle({&part});
    part.settled.digest = std::move(kept);
    if (alone.stop.why != Stop::Why::kNothing) return;
    const VisitFiguresOf<Hull>& then = alone.parts.front().visits.front();
    const VisitFiguresOf<Hull>& now = part.explanation.figures.visits.back();
    advice_.personal_total = now_;
    offer(then.personal.total, now.personal.total, difference(part.settled.plan, 0, then, now));
  }

  // Where it helps, and cannot be seen to cost more.
  void offer(const Hull& before, const Hull& after, const Difference& saves) {
    Hull& made = advice_.saves;
    made.cover(std::max(saves.least, before.least - after.most),
               std::min(saves.most, before.most - after.least));
    if ((before.exact() && after.tight()) || (after.exact() && before.tight())) {
      made.low = made.least;
      made.high = made.most;
    }
    const bool never_more = after.least <= before.least && after.most <= before.most;
    const bool lower = never_more && (after.least < before.least || after.most < before.most);
    if (made.most <= 0 || (made.least < 0 && !lower)) return;
    auto* place = year_.what_if.begin();
    while (place != year_.what_if.end() && place->saves.least >= made.least) ++place;
    year_.what_if.insert(place, advice_);
  }

  Year& year_;
  std::vector<const Part*> parts_;
  Hull now_ = 0;
  std::size_t allowance_ = 0;
  std::size_t tried_ = 0;
  // Of the action at hand:
  Advice advice_;
  std::vector<Changed> changed_;  // of each part
};

}  // namespace

void find_what_if(Year& year) { Adviser(year).run(); }

}  // namespace aidcheck
