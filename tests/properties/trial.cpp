#include "trial.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "base/decimal.h"
#include "json/read.h"
#include "support/json_text.h"

namespace aidcheck::test {

namespace fs = std::filesystem;
using json::Member;
using json::Type;
using json::Value;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_of_person(const Value& fact) { return fact.find("of")->text == "person"; }

void clear(Value& object, std::string_view name) {
  if (object.find(name) != nullptr) member(object, name) = Value();
}

}  // namespace

Value tree_of(const std::string& text) {
  CAPTURE(text);
  auto tree = json::read(text, Fault::kInternal);
  REQUIRE(tree.ok());
  return std::move(tree.value());
}

Value string_value(std::string_view text) {
  Value value;
  value.type = Type::kString;
  value.text = text;
  return value;
}

Value& member(Value& object, std::string_view name) {
  for (Member& each : object.members) {
    if (each.name == name) return each.value;
  }
  object.type = Type::kObject;
  return object.members.emplace_back(Member{std::string(name), {}}).value;
}

Value& place(Value& root, std::string_view pointer) {
  Value* value = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view step = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(step.size());
    if (step == "-") {
      value = &value->items.emplace_back();
    } else if (value->is(Type::kArray)) {
      value = &value->items[static_cast<std::size_t>(std::stoul(std::string(step)))];
    } else {
      value = &member(*value, step);
    }
  }
  return *value;
}

Fen fen_of(const Value& yuan) {
  const Decimal read = read_decimal(yuan.text);
  Fen fen = 0;
  scale_up(read.units, 2 - read.scale, fen);
  return read.negative ? -fen : fen;
}

Range range_of(const Value& figure) {
  if (!figure.is(Type::kObject)) return {fen_of(figure), fen_of(figure)};
  return {fen_of(*figure.find("min")), fen_of(*figure.find("max"))};
}

void read_place(const fs::path& folder, Place& made) {
  for (const auto& each : fs::directory_iterator(folder)) {
    if (each.path().extension() != ".json") continue;
    const std::string text = content(each.path());
    REQUIRE(made.engine.load(text).ok);
    const Value pack = tree_of(text);
    if (const Value* actions = pack.find("actions"))
      made.actions.insert(made.actions.end(), actions->items.begin(), actions->items.end());
  }
  for (const auto& each : fs::directory_iterator(folder / "examples"))
    made.cases.push_back(*tree_of(content(each.path())).find("case"));
  const Value form =
      tree_of(made.engine.describe(R"({"place": ")" + folder.filename().string() + "\"}").json);
  for (const Value& fact : form.find("facts")->items) {
    if (!fact.find("choices")->items.empty()) made.facts.push_back(fact);
  }
  for (const Value& category : form.find("categories")->items)
    made.categories.push_back(category.find("id")->text);
}

std::vector<fs::path> places_of_packs() {
  std::vector<fs::path> all;
  for (const auto& folder : fs::directory_iterator(fs::path(AIDCHECK_CHECKOUT) / "rules/packs"))
    all.push_back(folder.path());
  std::sort(all.begin(), all.end());
  return all;
}

// A case like that of some example.
Value Trial::any_case() {
  Value made = place_.cases[below(place_.cases.size())];
  if (one_in(2) && !member(made, "visits").items.empty()) add_december(made);
  for (const Value& fact : place_.facts) {
    const std::string& id = fact.find("id")->text;
    if (is_of_person(fact)) {
      if (one_in(6)) member(member(made, "person"), id) = any_answer(fact);
      continue;
    }
    for (Value& visit : member(made, "visits").items) {
      if (one_in(6)) member(visit, id) = any_answer(fact);
    }
  }
  if (one_in(2)) hold(member(made, "person"));
  return made;
}

// The case with some of its answers and amounts not known. What a pack takes for granted would not stay
// open.
Value Trial::forget(Value made) {
  for (const Value& fact : place_.facts) {
    if (fact.find("assumed") != nullptr) continue;
    const std::string& id = fact.find("id")->text;
    if (is_of_person(fact)) {
      if (one_in(8)) clear(member(made, "person"), id);
      continue;
    }
    for (Value& visit : member(made, "visits").items) {
      if (one_in(8)) clear(visit, id);
    }
  }
  for (Value& visit : member(made, "visits").items) {
    for (const char* field : {"in_scope", "basic"}) {
      if (one_in(4)) blur(member(visit, "sheet"), field);
    }
  }
  return made;
}

// What was done to a case of which all is known. Where the advice leaves several answers, those that
// nothing could better stay; of identities any may be the one that is given.
Value Trial::changed(Value made, const Value& advice) {
  for (const Value& change : advice.find("change")->items) {
    const std::string& at = change.find("at")->text;
    const Value& to = *change.find("to");
    const Value* category = to.find("category");
    const Value* list = (category != nullptr ? *category : to).find("one_of");
    Value& here = place(made, at);
    if (list == nullptr) {
      here = to;
    } else if (category != nullptr) {
      here = list->items[below(list->items.size())];
    } else if (std::none_of(list->items.begin(), list->items.end(),
                            [&](const Value& each) { return json_text(each) == json_text(here); })) {
      here = target(advice.find("id")->text, at.substr(at.rfind('/') + 1));
    }
  }
  return made;
}

Value Trial::settle(const Value& sent) const { return tree_of(place_.engine.estimate(json_text(sent)).json); }

Value Trial::any_answer(const Value& fact) {
  const auto& choices = fact.find("choices")->items;
  return *choices[below(choices.size())].find("id");
}

void Trial::add_december(Value& made) {
  auto& visits = member(made, "visits").items;
  Value last = visits[below(visits.size())];
  std::erase_if(last.members, [](const Member& each) { return each.name == "id" || each.name == "until"; });
  member(last, "from") = string_value(member(made, "year").text + "-12-1" + std::to_string(below(10)));
  visits.push_back(last);
}

void Trial::hold(Value& person) {
  Value& held = member(person, "identities");
  held = Value();
  held.type = Type::kArray;
  for (std::size_t i = below(3); i > 0; --i)
    held.items.push_back(string_value(place_.categories[below(place_.categories.size())]));
}

// What was there lies between some bounds.
void Trial::blur(Value& sheet, std::string_view field) {
  const Value* stated = sheet.find(field);
  if (stated == nullptr || !stated->is(Type::kNumber)) return;
  const Fen yuan = fen_of(*stated) / 100;
  const Fen least = yuan - yuan / static_cast<Fen>(1 + below(5));
  const Fen most = yuan + 1 + static_cast<Fen>(below(9)) * 100;
  member(sheet, field) =
      tree_of("{\"min\": " + std::to_string(least) + ", \"max\": " + std::to_string(most) + '}');
}

Value Trial::target(std::string_view id, std::string_view fact) const {
  for (const Value& action : place_.actions) {
    const Value* set = action.find("set");
    if (action.find("id")->text == id && set != nullptr && set->find(fact) != nullptr)
      return *set->find(fact);
  }
  FAIL("nothing sets " << fact);
  return {};
}

const Value* total_of(const Value& result) {
  const Value* personal = result.find("personal");
  return personal == nullptr ? nullptr : personal->find("total");
}

bool is_exact(const Value& result) {
  const Value* total = total_of(result);
  return total != nullptr && total->is(Type::kNumber);
}

bool has_good_sheets(const Value& result) {
  const auto& notices = result.find("notices")->items;
  return std::none_of(notices.begin(), notices.end(), [](const Value& notice) {
    const std::string& code = notice.find("code")->text;
    return code == "sheet.does_not_add_up" || code == "sheet.paid_above_scope";
  });
}

}  // namespace aidcheck::test
