#include "findings/situations.h"

#include <algorithm>
#include <set>

#include "walk.h"

namespace aidcheck::findings {
namespace {

constexpr std::size_t kMostCombinations = 50'000;
constexpr std::size_t kMostSituations = 40;
constexpr std::size_t kFewSituations = 8;
constexpr std::size_t kMostDerived = 64;

std::vector<const Condition*> conditions_about_money(const RowLists& lists) {
  std::vector<const Condition*> conditions;
  for (const RowList& list : lists.lists) {
    if (!list.pays) continue;
    for (const ListedRow& row : list.rows) conditions.push_back(&row.condition);
  }
  return conditions;
}

// What the rules about money make of one combination of all facts.
class Signature {
 public:
  Signature(const Plan& plan, const RowLists& lists, const std::vector<Group>& groups)
      : plan_(plan), lists_(lists), groups_(groups) {
    for (const std::size_t fact : facts_of(conditions_about_money(lists))) {
      if (plan.facts[fact].derived) derived_.push_back(fact);
    }
  }

  std::vector<std::size_t> of(const Codes& codes) {
    made_.clear();
    for (const Group& group : groups_) {
      for_each_combination(plan_, derived_, kMostDerived, [&](const Codes& derived) {
        Codes all = codes;
        all[kCategoryFact] = group.categories.front();
        for (const std::size_t fact : derived_) all[fact] = derived[fact];
        add(all);
        return true;
      });
    }
    return made_;
  }

 private:
  void add(const Codes& codes) {
    for (const LayerContext& context : lists_.contexts) made_.push_back(context.applies(codes) ? 1 : 0);
    for (const RowList& list : lists_.lists) {
      if (list.pays && list.use != RowList::Use::kNamed) add(list, codes);
    }
  }

  void add(const RowList& list, const Codes& codes) {
    const auto& contexts = list.contexts;
    const bool looked_at =
        contexts.empty() || std::any_of(contexts.begin(), contexts.end(),
                                        [&](const LayerContext* context) { return context->applies(codes); });
    constexpr std::size_t kEnd = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; looked_at && i < list.rows.size(); ++i) {
      if (!list.rows[i].condition.holds(codes)) continue;
      made_.push_back(i);
      if (list.use != RowList::Use::kEach) break;
    }
    made_.push_back(kEnd);
  }

  const Plan& plan_;
  const RowLists& lists_;
  const std::vector<Group>& groups_;
  std::vector<std::size_t> derived_;
  std::vector<std::size_t> made_;
};

// So many of a list, from its beginning to its end.
std::vector<Codes> spread(const std::vector<Codes>& list, std::size_t most) {
  if (list.size() <= most) return list;
  std::vector<Codes> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(list[i * list.size() / most]);
  return some;
}

struct Printed {
  std::set<Fen> amounts;
  std::vector<Rate> rates;
};

Printed printed_in(const Plan& plan) {
  Printed printed;
  for (const char* part : {"pools", "tables", "layers", "facts"}) {
    const json::Value* there = plan.source.find(part);
    if (there == nullptr) continue;
    walk(*there, [&](const json::Value& value, const std::string&, std::string_view) {
      Figure figure;
      if (!value.is(json::Type::kString) || !read_figure(value.text, figure)) return true;
      if (figure.unit == Unit::kAmount && figure.amount > 0) printed.amounts.insert(figure.amount);
      const auto same = [&](const Rate& rate) {
        return rate.numerator == figure.rate.numerator && rate.denominator == figure.rate.denominator;
      };
      if (figure.unit == Unit::kRate && figure.rate.numerator > 0 &&
          std::none_of(printed.rates.begin(), printed.rates.end(), same))
        printed.rates.push_back(figure.rate);
      return true;
    });
  }
  return printed;
}

}  // namespace

Codes ordinary_codes(const Plan& plan, const RowLists& lists) {
  Codes codes{};
  for (std::size_t i = 1; i < plan.facts.size(); ++i) {
    const std::vector<std::uint8_t> answers = possible_codes(plan, i);
    codes[i] = plan.facts[i].assumed != 0 || answers.empty() ? plan.facts[i].assumed : answers.front();
  }
  for (const RowList& list : lists.lists) {
    if (!list.at.starts_with("/identity_counts")) continue;
    for (const DecisionRow::Limit& limit : list.rows.front().condition.limits) {
      if (limit.fact != kCategoryFact && limit.allowed != 0)
        codes[limit.fact] = static_cast<std::uint8_t>(__builtin_ctzll(limit.allowed));
    }
  }
  // Readings are settled as the pack reads them.
  for (const model::Reading& reading : plan.pack.readings) {
    if (const auto fact = fact_named(plan.facts, reading.id))
      codes[*fact] = plan.facts[*fact].code_of(reading.chosen);
  }
  return codes;
}

std::vector<Group> groups_of(const Plan& plan, const RowLists& lists) {
  const auto conditions = conditions_about_money(lists);
  const auto alike = [&](std::uint8_t a, std::uint8_t b) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition* condition) {
      return condition->holds_for_category(a) == condition->holds_for_category(b);
    });
  };
  std::vector<Group> groups;
  for (std::uint8_t code = kNoCategory; code < plan.facts[kCategoryFact].code_count(); ++code) {
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& each) { return alike(each.categories.front(), code); });
    if (group == groups.end()) {
      groups.push_back({{code}});
    } else {
      group->categories.push_back(code);
    }
  }
  return groups;
}

Situations situations_of(const Plan& plan, const RowLists& lists, const std::vector<Group>& groups) {
  Situations made;
  for (const std::size_t fact : facts_of(conditions_about_money(lists))) {
    const bool asked = fact != kCategoryFact && plan.facts[fact].origin != FactPlan::Origin::kReading;
    if (asked && !plan.facts[fact].derived) made.facts.push_back(fact);
  }
  const Codes ordinary = ordinary_codes(plan, lists);
  Signature signature(plan, lists, groups);
  std::set<std::vector<std::size_t>> seen;
  std::vector<Codes> rest;
  const auto add = [&](const std::vector<std::size_t>& facts, const Codes& answers, std::vector<Codes>& to) {
    Codes codes = ordinary;
    for (const std::size_t fact : facts) codes[fact] = answers[fact];
    if (seen.insert(signature.of(codes)).second) to.push_back(codes);
    return true;
  };
  // What each answer changes by itself comes first, so that none is left out.
  add({}, {}, made.all);
  for (const std::size_t fact : made.facts) {
    for_each_combination(plan, {fact}, kMostCombinations,
                         [&](const Codes& codes) { return add({fact}, codes, made.all); });
  }
  for_each_combination(plan, made.facts, kMostCombinations,
                       [&](const Codes& codes) { return add(made.facts, codes, rest); });
  made.all = spread(made.all, kMostSituations);
  for (const Codes& codes : spread(rest, kMostSituations - made.all.size())) made.all.push_back(codes);
  made.few = spread(made.all, kFewSituations);
  return made;
}

std::vector<Fen> costs_of(const Plan& plan) {
  constexpr Fen kYuan = 100;
  constexpr std::size_t kMostAmounts = 60;
  const Printed printed = printed_in(plan);
  std::set<Fen> amounts{100 * kYuan, 1'000 * kYuan, 10'000 * kYuan, 50'000 * kYuan, 200'000 * kYuan};
  for (const Fen amount : printed.amounts) {
    if (amounts.size() >= kMostAmounts) break;
    amounts.insert(amount);
    for (const Rate& rate : printed.rates)
      amounts.insert(amount / rate.numerator * rate.denominator + rate.denominator);
  }
  std::set<Fen> costs;
  for (const Fen amount : amounts) costs.insert({amount - 1, amount, amount + kYuan});
  return {costs.begin(), costs.end()};
}

std::vector<Fen> few_costs_of(const Plan& plan) {
  constexpr Fen kSome = 10'000'000;
  constexpr std::size_t kFew = 7;
  std::set<Fen> costs{kSome / 10, kSome};
  const Printed printed = printed_in(plan);
  for (auto amount = printed.amounts.rbegin(); amount != printed.amounts.rend() && costs.size() < kFew;
       ++amount)
    costs.insert(*amount);
  return {costs.begin(), costs.end()};
}

}  // namespace aidcheck::findings
