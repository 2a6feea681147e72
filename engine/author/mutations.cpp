#include "mutations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "json/pointer.h"
#include "order.h"
#include "printed.h"
#include "proof.h"
#include "vocabulary/words.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Type;
using json::Value;

// Members that say who, when and why, and settle nothing.
constexpr std::array<std::string_view, 28> kTold{"$schema",
                                                 "schema",
                                                 "place",
                                                 "name",
                                                 "version",
                                                 "sources",
                                                 "cite",
                                                 "id",
                                                 "label",
                                                 "text",
                                                 "question",
                                                 "help",
                                                 "note",
                                                 "otherwise",
                                                 "title",
                                                 "first",
                                                 "recognised_by",
                                                 "papers",
                                                 "takes",
                                                 "issuer",
                                                 "choices",
                                                 "type",
                                                 "checked",
                                                 "review_by",
                                                 "corrects",
                                                 "withdrawn",
                                                 "expected_findings",
                                                 "equivalent_mutations"};

// Members whose own members are called as the author likes.
constexpr std::array<std::string_view, 5> kOfNamedParts{"facts", "kinds", "readings", "pools", "tables"};

// Members that are one of some words.
constexpr std::array<std::array<std::string_view, 3>, 9> kWords{{
    {"over", "visit", "year"},
    {"per", "visit", "year"},
    {"pays_for", "in_scope", "anything"},
    {"measured_from", "zero", "deductible"},
    {"identity_ends", "end_of_month", "same_day"},
    {"identity_at", "last_day", "any_day"},
    {"of", "payment", "cost"},
    {"of", "cost", "deductible"},
    {"of", "deductible", "payment"},
}};

constexpr std::string_view kSwap = "swap with next";

template <class List>
bool among(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_text(const Value& value) {
  return value.is(Type::kObject) && value.find("zh-Hans") != nullptr && value.find("en") != nullptr;
}

bool is_condition(std::string_view name) {
  return name == "when" || name == "any" || name.ends_with("_when");
}

Value string_value(std::string text) {
  Value value;
  value.type = Type::kString;
  value.text = std::move(text);
  return value;
}

std::vector<std::string> answers_of(const Value& pack, std::string_view fact) {
  std::vector<std::string> answers;
  for (const FactWord& word : built_in_facts()) {
    if (word.word.id != fact) continue;
    for (std::size_t i = 0; i < word.choice_count; ++i) answers.emplace_back(word.choices[i].id);
  }
  const auto add = [&](const Value* named) {
    if (named == nullptr) return;
    for (const Member& each : named->members) answers.push_back(each.name);
  };
  if (fact == "kind") add(pack.find("kinds"));
  const Value* facts = pack.find("facts");
  const Value* own = facts == nullptr ? nullptr : facts->find(fact);
  if (own != nullptr) add(own->find("choices"));
  return answers;
}

class Walker {
 public:
  Walker(const Value& pack, std::function<void(const Mutation&)> attempt)
      : pack_(pack), attempt_(std::move(attempt)) {}

  void object(Value& object, const std::string& at, bool named_parts = false) {
    for (std::size_t i = 0; i < object.members.size(); ++i) {
      const std::string name = object.members[i].name;
      if (!named_parts && among(kTold, name)) continue;
      member(object, i, at + '/' + json::escape(name));
    }
  }

 private:
  void member(Value& object, std::size_t index, const std::string& at) {
    const std::string name = object.members[index].name;
    Value& value = object.members[index].value;
    if (is_condition(name)) {
      condition(value, at);
    } else if (name == "set" && value.is(Type::kObject)) {
      settings(value, at);
    } else if (name == "default" && object.find("choices") != nullptr) {
      defaults(value, *object.find("choices"), at);
    } else if (value.is(Type::kObject)) {
      if (!is_text(value)) this->object(value, at, among(kOfNamedParts, name));
    } else if (value.is(Type::kArray)) {
      list(name, value, at);
    } else if (!scalar(value, at) && !word(name, value, at)) {
      drop(object.members, index, at, [](const Member& dropped) { return &dropped.value; });
    }
  }

  // A figure, a date, a number, a yes or no. False for a word.
  bool scalar(Value& value, const std::string& at) {
    if (value.is(Type::kBoolean)) {
      Value flipped = value;
      flipped.boolean = !value.boolean;
      change(value, at, std::string("to ") + (flipped.boolean ? "true" : "false"), std::move(flipped));
      return true;
    }
    return stepped(value, at);
  }

  bool stepped(Value& value, const std::string& at) {
    bool any = false;
    for (const int by : {1, -1}) {
      const auto day = value.is(Type::kString) ? next_day(value.text, by) : std::nullopt;
      const auto next = day                       ? day
                        : value.is(Type::kString) ? next_figure(value.text, by)
                                                  : next_number(value.text, by);
      if (!next) continue;
      any = true;
      Value now = value;
      now.text = *next;
      change(value, at, std::string(by > 0 ? "+1" : "-1") + (day ? " day" : ""), std::move(now));
    }
    return any || value.is(Type::kNumber);
  }

  bool word(std::string_view name, Value& value, const std::string& at) {
    bool any = false;
    for (const auto& words : kWords) {
      if (name != words[0] || (value.text != words[1] && value.text != words[2])) continue;
      any = true;
      const std::string other(value.text == words[1] ? words[2] : words[1]);
      change(value, at, "to " + other, string_value(other));
    }
    return any;
  }

  void defaults(Value& value, const Value& choices, const std::string& at) {
    for (const Member& choice : choices.members) {
      if (choice.name != value.text) change(value, at, "to " + choice.name, string_value(choice.name));
    }
  }

  // Another answer to each fact.
  void settings(Value& set, const std::string& at) {
    for (std::size_t i = 0; i < set.members.size(); ++i) {
      const std::string here = at + '/' + json::escape(set.members[i].name);
      if (set.members.size() > 1)
        drop(set.members, i, here, [](const Member& dropped) { return &dropped.value; });
      Value& value = set.members[i].value;
      if (scalar(value, here)) continue;
      for (const std::string& answer : answers_of(pack_, set.members[i].name)) {
        if (answer != value.text) change(value, here, "to " + answer, string_value(answer));
      }
    }
  }

  void list(std::string_view name, Value& list, const std::string& at) {
    const auto whole = [](const Value& item) { return &item; };
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string here = at + '/' + std::to_string(i);
      drop(list.items, i, here, whole);
      const bool rows = i + 1 < list.items.size() && list.items[i].is(Type::kObject);
      if (rows && order_matters(name, list.items[i], list.items[i + 1])) swap_with_next(list, i, here);
      if (list.items[i].is(Type::kObject)) object(list.items[i], here);
    }
  }

  void swap_with_next(Value& list, std::size_t i, const std::string& at) {
    std::swap(list.items[i], list.items[i + 1]);
    attempt_({at, std::string(kSwap), &list.items[i + 1], &list.items[i]});
    std::swap(list.items[i], list.items[i + 1]);
  }

  // Facts that must all hold, or a list of such conditions of which one must.
  void condition(Value& value, const std::string& at) {
    const auto whole = [](const Value& item) { return &item; };
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const std::string here = at + '/' + std::to_string(i);
      drop(value.items, i, here, whole);
      condition(value.items[i], here);
    }
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      const std::string here = at + '/' + json::escape(value.members[i].name);
      drop(value.members, i, here, [](const Member& dropped) { return &dropped.value; });
      negate(value.members[i].value, here);
      test(value.members[i].value, here);
    }
  }

  void negate(Value& test, const std::string& at) {
    if (const Value* denied = test.find("not")) {
      change(test, at, "negate", Value(*denied));
      return;
    }
    Value negated;
    negated.type = Type::kObject;
    negated.members.push_back({"not", test});
    change(test, at, "negate", std::move(negated));
  }

  void test(Value& value, const std::string& at) {
    const auto whole = [](const Value& item) { return &item; };
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const std::string here = at + '/' + std::to_string(i);
      if (value.items.size() > 1) drop(value.items, i, here, whole);
      bound(value.items[i], here);
    }
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      const std::string here = at + '/' + json::escape(value.members[i].name);
      if (value.members.size() > 1)
        drop(value.members, i, here, [](const Member& dropped) { return &dropped.value; });
      test(value.members[i].value, here);
    }
    bound(value, at);
  }

  // Yes and no are changed by negating; a word is no bound.
  void bound(Value& value, const std::string& at) {
    if (value.is(Type::kNumber) || value.is(Type::kString)) stepped(value, at);
  }

  void change(Value& place, const std::string& at, const std::string& name, Value now) {
    std::swap(place, now);
    attempt_({at, name, &now, &place});
    std::swap(place, now);
  }

  template <class Items, class ValueOf>
  void drop(Items& items, std::size_t index, const std::string& at, ValueOf value_of) {
    const auto place = items.begin() + static_cast<std::ptrdiff_t>(index);
    auto dropped = std::move(*place);
    items.erase(place);
    attempt_({at, "drop", value_of(dropped), nullptr});
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), std::move(dropped));
  }

  const Value& pack_;  // as it is
  std::function<void(const Mutation&)> attempt_;
};

}  // namespace

void each_mutation(Value& pack, const std::function<void(const Mutation&)>& attempt) {
  const Value original = pack;
  Walker(original, [&](const Mutation& mutation) {
    if (!makes_no_difference(original, pack, mutation.at, mutation.change == kSwap)) attempt(mutation);
  }).object(pack, {});
}

}  // namespace aidcheck
