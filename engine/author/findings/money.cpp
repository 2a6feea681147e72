#include <algorithm>
#include <set>

#include "findings/findings.h"
#include "findings/situations.h"
#include "trial.h"
#include "write_json.h"

namespace aidcheck::findings {
namespace {

constexpr Fen kYuan = 100;
// Of single visits, and of years: a second or so each.
constexpr std::size_t kMostSettlements = 40'000;
// Layers round once each: that much is no difference.
constexpr Fen kRounding = 10;

class Money {
 public:
  Money(const Plan& plan, const RowLists& lists, Findings& findings)
      : plan_(plan),
        findings_(findings),
        trials_(plan),
        groups_(groups_of(plan, lists)),
        situations_(situations_of(plan, lists, groups_)),
        costs_(costs_of(plan)),
        few_(few_costs_of(plan)) {}

  std::size_t run() {
    trials_.allow(kMostSettlements);
    for (const Codes& codes : situations_.all) one_visit(codes);
    trials_.allow(kMostSettlements);
    for (const Codes& first : situations_.few) {
      for (const Codes& second : situations_.few) {
        if (same_person(first, second)) two_visits(first, second);
      }
    }
    return trials_.settled();
  }

 private:
  using Categories = std::vector<std::uint8_t>;
  using Results = std::vector<TrialResult>;  // of each group

  static Trial trial(const Codes& codes, Fen cost, Fen from_sheet, Categories categories) {
    return {std::move(categories), {{codes, cost, from_sheet}}};
  }

  // None for the group of those in no category.
  [[nodiscard]] Categories only(const Group& group) const {
    return group.categories.front() == kNoCategory ? Categories{} : Categories{group.categories.front()};
  }

  void one_visit(const Codes& codes) {
    Results before;
    for (const Fen cost : costs_) {
      const Trial here = trial(codes, cost, 0, {});
      const auto now = settle_groups(here);
      if (now.empty()) return;
      compare(here, now);
      cliffs(here, before, now);
      before = now;
    }
    for (const Fen cost : few_) {
      const Trial here = trial(codes, cost, cost / 10 * 6, {});
      compare(here, settle_groups(here));
    }
  }

  // The same trial for each group; none where it cannot be settled.
  Results settle_groups(Trial here) {
    Results results;
    for (const Group& group : groups_) {
      here.categories = only(group);
      const auto now = trials_.settle(here);
      if (!now) return {};
      overpay(here, *now);
      results.push_back(*now);
    }
    return results;
  }

  // Every group against every other.
  void compare(Trial here, const Results& now) {
    for (std::size_t i = 1; i < now.size(); ++i) {
      here.categories = only(groups_[i]);
      if (now[i].personal > now[0].personal + kRounding)
        worse_off(here, groups_[i].categories.front(), now[i].personal, now[0].personal);
      for (std::size_t j = 1; j < now.size(); ++j) {
        if (now[i].personal > now[j].personal + kRounding)
          pays_less("category.pays_less", here, i, j, now[i].personal, now[j].personal);
      }
    }
  }

  // Over a year a better category may do worse, and so may one more identity, or one more yuan.
  void two_visits(const Codes& first, const Codes& second) {
    for (const Fen a : few_) {
      Results before;
      for (const Fen b : few_) {
        const Trial year{{}, {{first, a, 0}, {second, b, 0}}};
        const auto now = settle_groups(year);
        if (now.empty()) return;
        compare_years(year, now);
        cliffs(year, before, now);
        before = now;
      }
    }
  }

  void compare_years(Trial year, const Results& now) {
    for (std::size_t i = 1; i < now.size(); ++i) {
      for (std::size_t j = 1; j < now.size(); ++j) {
        if (i == j) continue;
        if (now[i].personal > now[j].personal + kRounding && !less_at_a_visit_.contains({i, j})) {
          year.categories = only(groups_[i]);
          pays_less("category.pays_less_in_year", year, i, j, now[i].personal, now[j].personal);
        }
        const std::uint8_t added = groups_[i].categories.front();
        if (is_found("cliff.category", at_category(added))) continue;
        year.categories = {std::min(added, groups_[j].categories.front()),
                           std::max(added, groups_[j].categories.front())};
        const auto both = trials_.settle(year);
        if (both && both->personal > now[j].personal + kRounding)
          worse_off(year, added, both->personal, now[j].personal);
      }
    }
  }

  void overpay(const Trial& here, const TrialResult& now) {
    Fen paid = 0;
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      paid += now.paid[i];
      if (paid <= now.cost + kRounding) continue;
      add("layers.overpay", "/layers/" + std::to_string(i), here,
          say("费用 {0} 元，付到这一层已经共 {1} 元。",
              "Of a cost of {0} yuan {1} yuan are paid by the time this layer has paid.",
              {format_yuan(now.cost), format_yuan(paid)}));
      return;
    }
  }

  // How much worse off the dearer of two visits leaves the person than the difference in cost.
  static Fen excess(const TrialResult& low, const TrialResult& high) {
    return high.personal - low.personal - (high.cost - low.cost);
  }

  // Between two costs of the last visit, for each group: there may be a cliff where more is lost than spent,
  // and where another row begins to count.
  void cliffs(Trial here, const Results& low, const Results& high) {
    for (std::size_t i = 0; i < low.size(); ++i) {
      here.categories = only(groups_[i]);
      if (excess(low[i], high[i]) > kRounding) {
        narrow(here, low[i], high[i],
               [](const TrialResult& a, const TrialResult& middle, const TrialResult& b) {
                 return excess(a, middle) >= excess(middle, b);
               });
      } else if (low[i].rows != high[i].rows) {
        narrow(here, low[i], high[i], [&](const TrialResult&, const TrialResult& middle, const TrialResult&) {
          return middle.rows != low[i].rows;
        });
      }
    }
  }

  // Halves the stretch until a fen is left, keeping the lower half where `below` says so, and looks at the
  // yuan from there.
  template <class Below>
  void narrow(Trial here, TrialResult low, TrialResult high, Below below) {
    Fen& cost = here.visits.back().cost;
    const Fen before = high.cost - cost;  // what the visits before it cost
    while (high.cost - low.cost > 1) {
      cost = low.cost - before + (high.cost - low.cost) / 2;
      const auto middle = trials_.settle(here);
      if (!middle) return;
      (below(low, *middle, high) ? high : low) = *middle;
    }
    cost = low.cost - before + kYuan;
    const auto then = trials_.settle(here);
    if (!then || excess(low, *then) <= kRounding) return;
    cost -= kYuan;
    tell_cliff(here, low, *then);
  }

  void tell_cliff(const Trial& here, const TrialResult& now, const TrialResult& then) {
    std::size_t layer = 0;
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      if (now.paid[i] - then.paid[i] > now.paid[layer] - then.paid[layer]) layer = i;
    }
    add("cliff.cost", "/layers/" + std::to_string(layer), here,
        say("费用从 {0} 元多一元，个人负担就从 {1} 元变成 {2} 元。",
            "One yuan more than {0} yuan, and the person bears {2} and no longer {1} yuan.",
            {format_yuan(here.visits.back().cost), format_yuan(now.personal), format_yuan(then.personal)}));
  }

  // Told at the category that gets more though it comes later: so that a pack can expect one such pair and
  // still be told of another.
  void pays_less(std::string_view code, const Trial& here, std::size_t i, std::size_t j, Fen own, Fen other) {
    const std::uint8_t category = groups_[i].categories.front();
    const auto later = std::find_if(groups_[j].categories.begin(), groups_[j].categories.end(),
                                    [&](std::uint8_t each) { return each > category; });
    if (later == groups_[j].categories.end()) return;
    if (here.visits.size() == 1) less_at_a_visit_.insert({i, j});
    Finding* made = add(code, at_category(*later), here,
                        say("“{0}”排在“{1}”前面，个人却要负担 {2} 元，“{1}”只要 {3} 元。",
                            "\"{0}\" stands before \"{1}\", yet bears {2} yuan where \"{1}\" bears {3}.",
                            {label(category), label(*later), format_yuan(own), format_yuan(other)}));
    if (made != nullptr) made->counterexample.emplace_back("compared_with", name(*later));
  }

  void worse_off(const Trial& here, std::uint8_t category, Fen own, Fen without) {
    add("cliff.category", at_category(category), here,
        say("有“{0}”这个身份，个人负担 {1} 元；没有它是 {2} 元。",
            "With \"{0}\" the person bears {1} yuan; without it {2}.",
            {label(category), format_yuan(own), format_yuan(without)}));
  }

  [[nodiscard]] bool same_person(const Codes& first, const Codes& second) const {
    return std::all_of(situations_.facts.begin(), situations_.facts.end(), [&](std::size_t fact) {
      return plan_.facts[fact].of_visit || first[fact] == second[fact];
    });
  }

  [[nodiscard]] Words label(std::uint8_t category) const {
    return plan_.facts[kCategoryFact].choices[category - std::size_t{1}].label;
  }
  [[nodiscard]] std::string name(std::uint8_t category) const {
    return write_json(plan_.facts[kCategoryFact].choices[category - std::size_t{1}].id);
  }
  static std::string at_category(std::uint8_t category) {
    return "/categories/" + std::to_string(category - kNoCategory - 1);
  }

  [[nodiscard]] bool is_found(std::string_view code, const std::string& at) const {
    return std::any_of(findings_.begin(), findings_.end(),
                       [&](const Finding& finding) { return finding.code == code && finding.at == at; });
  }

  // Once for each place: the first trial that shows it is enough.
  Finding* add(std::string_view code, const std::string& at, const Trial& here, Text message) {
    if (is_found(code, at)) return nullptr;
    Finding& made = findings_.emplace_back();
    made.code = code;
    made.at = at;
    made.message = std::move(message);
    std::string held;
    for (const std::uint8_t category : here.categories) held += (held.empty() ? "" : ",") + name(category);
    made.counterexample.emplace_back("identities", '[' + held + ']');
    for (auto& [fact, answer] : told(plan_, situations_.facts, here.visits.back().codes))
      made.counterexample.emplace_back(fact, answer);
    made.amount = here.visits.back().cost;
    made.trial = trials_.case_json(here);
    return &made;
  }

  const Plan& plan_;
  Findings& findings_;
  Trials trials_;
  std::vector<Group> groups_;
  Situations situations_;
  std::vector<Fen> costs_;
  std::vector<Fen> few_;
  std::set<std::pair<std::size_t, std::size_t>> less_at_a_visit_;
};

}  // namespace

std::size_t money(const Plan& plan, const RowLists& lists, Findings& findings) {
  return Money(plan, lists, findings).run();
}

}  // namespace aidcheck::findings
