#include <algorithm>
#include <set>

#include "findings/findings.h"
#include "findings/situations.h"
#include "json_text.h"
#include "trial.h"

namespace aidcheck::findings {
namespace {

constexpr Fen kYuan = 100;
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
    for (const Codes& codes : situations_.all) one_visit(codes);
    for (const Codes& first : situations_.all) {
      for (const Codes& second : situations_.all) {
        if (same_person(first, second)) two_visits(first, second);
      }
    }
    return trials_.settled();
  }

 private:
  using Categories = std::vector<std::uint8_t>;

  static Trial trial(const Codes& codes, Fen cost, Fen from_sheet, Categories categories) {
    return {std::move(categories), {{codes, cost, from_sheet}}};
  }

  // None for the group of those in no category.
  [[nodiscard]] Categories only(const Group& group) const {
    return group.categories.front() == kNoCategory ? Categories{} : Categories{group.categories.front()};
  }

  void one_visit(const Codes& codes) {
    for (const Group& group : groups_) {
      std::optional<TrialResult> before;
      Fen last = 0;
      for (const Fen cost : costs_) {
        const Trial here = trial(codes, cost, 0, only(group));
        const auto now = trials_.settle(here);
        if (!now) return;
        overpay(here, *now);
        cliff(here, *now);
        if (before && before->rows != now->rows) find_change(here, last, *before);
        before = now;
        last = cost;
      }
    }
    for (const Fen cost : costs_) {
      compare(codes, cost, 0);
      compare(codes, cost, cost / 10 * 6);
    }
  }

  // Every group against every other, for the same cost.
  void compare(const Codes& codes, Fen cost, Fen from_sheet) {
    std::vector<Fen> own;
    for (const Group& group : groups_) {
      const Trial here = trial(codes, cost, from_sheet, only(group));
      const auto now = trials_.settle(here);
      if (!now) return;
      overpay(here, *now);
      own.push_back(now->personal);
    }
    for (std::size_t i = 1; i < groups_.size(); ++i) {
      const Trial here = trial(codes, cost, from_sheet, only(groups_[i]));
      if (own[i] > own[0] + kRounding) worse_off(here, groups_[i].categories.front(), own[i], own[0]);
      for (std::size_t j = 1; j < groups_.size(); ++j) {
        if (own[i] <= own[j] + kRounding) continue;
        pays_less("category.pays_less", here, i, j, own[i], own[j]);
      }
    }
  }

  // Over a year a better category may do worse, and so may one more identity, or one more yuan.
  void two_visits(const Codes& first, const Codes& second) {
    for (const Fen a : few_) {
      std::vector<std::optional<TrialResult>> before(groups_.size());
      Fen last = 0;
      for (const Fen b : few_) {
        Trial year{{}, {{first, a, 0}, {second, b, 0}}};
        std::vector<Fen> own;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
          year.categories = only(groups_[i]);
          const auto now = trials_.settle(year);
          if (!now) return;
          if (before[i] && before[i]->rows != now->rows) find_change(year, last, *before[i]);
          before[i] = now;
          own.push_back(now->personal);
        }
        compare_years(year, own);
        last = b;
      }
    }
  }

  void compare_years(Trial& year, const std::vector<Fen>& own) {
    for (std::size_t i = 1; i < groups_.size(); ++i) {
      for (std::size_t j = 1; j < groups_.size(); ++j) {
        if (i == j) continue;
        if (own[i] > own[j] + kRounding && !less_at_a_visit_.contains({i, j})) {
          year.categories = only(groups_[i]);
          pays_less("category.pays_less_in_year", year, i, j, own[i], own[j]);
        }
        const std::uint8_t added = groups_[i].categories.front();
        if (is_found("cliff.category", at_category(added))) continue;
        year.categories = {std::min(added, groups_[j].categories.front()),
                           std::max(added, groups_[j].categories.front())};
        const auto both = trials_.settle(year);
        if (both && both->personal > own[j] + kRounding) worse_off(year, added, both->personal, own[j]);
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

  // One yuan more than here.
  void cliff(const Trial& here, const TrialResult& now) {
    const auto falls = [](const TrialResult& from, const TrialResult& to) {
      return to.personal > from.personal + (to.cost - from.cost) + kRounding;
    };
    Trial before = here;
    Trial after = here;
    Fen& low = before.visits.back().cost;
    Fen& high = after.visits.back().cost;
    high += kYuan;
    std::optional<TrialResult> then = trials_.settle(after);
    if (!then || !falls(now, *then)) return;
    while (high - low > 1) {
      Trial middle = here;
      middle.visits.back().cost = low + (high - low) / 2;
      const auto between = trials_.settle(middle);
      if (!between) return;
      (falls(now, *between) ? high : low) = middle.visits.back().cost;
    }
    high = low + kYuan;
    const auto last = trials_.settle(before);
    then = trials_.settle(after);
    if (last && then) tell_cliff(before, *last, *then);
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

  // Somewhere between two costs of the last visit another row begins to count: is there a cliff?
  void find_change(const Trial& above, Fen low, const TrialResult& below) {
    Fen high = above.visits.back().cost;
    Trial middle = above;
    while (high - low > 1) {
      middle.visits.back().cost = low + (high - low) / 2;
      const auto now = trials_.settle(middle);
      if (!now) return;
      (now->rows == below.rows ? low : high) = middle.visits.back().cost;
    }
    middle.visits.back().cost = low;
    if (const auto now = trials_.settle(middle)) cliff(middle, *now);
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
    return json_string(plan_.facts[kCategoryFact].choices[category - std::size_t{1}].id);
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
