#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "aidcheck/engine.h"
#include "base/decimal.h"
#include "base/money.h"
#include "json/read.h"
#include "support/json_text.h"

// What the advice says comes true: the case is changed as it says and settled again. The cases are those of
// the worked examples of every pack, changed at random.
namespace aidcheck::test {
namespace {

namespace fs = std::filesystem;
using json::Member;
using json::Type;
using json::Value;

Value read(const std::string& text) {
  CAPTURE(text);
  auto tree = json::read(text, Fault::kInternal);
  REQUIRE(tree.ok());
  return std::move(tree.value());
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Value string_value(std::string_view text) {
  Value value;
  value.type = Type::kString;
  value.text = text;
  return value;
}

// The member of that name, made where it is not there.
Value& member(Value& object, std::string_view name) {
  for (Member& each : object.members) {
    if (each.name == name) return each.value;
  }
  object.type = Type::kObject;
  return object.members.emplace_back(Member{std::string(name), {}}).value;
}

// Where a pointer leads that names members, and items by their number or as the one behind the last.
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

struct Range {
  Fen least = 0;
  Fen most = 0;
};

Range range_of(const Value& figure) {
  if (!figure.is(Type::kObject)) return {fen_of(figure), fen_of(figure)};
  return {fen_of(*figure.find("min")), fen_of(*figure.find("max"))};
}

// All packs of a place, with what a form would ask there.
struct Place {
  Engine engine;
  std::vector<Value> facts;
  std::vector<std::string> categories;
  std::vector<Value> actions;
  std::vector<Value> cases;
};

void read_place(const fs::path& folder, Place& made) {
  for (const auto& each : fs::directory_iterator(folder)) {
    if (each.path().extension() != ".json") continue;
    const std::string text = content(each.path());
    REQUIRE(made.engine.load(text).ok);
    const Value pack = read(text);
    if (const Value* actions = pack.find("actions"))
      made.actions.insert(made.actions.end(), actions->items.begin(), actions->items.end());
  }
  for (const auto& each : fs::directory_iterator(folder / "examples"))
    made.cases.push_back(*read(content(each.path())).find("case"));
  const Value form = read(made.engine.describe(R"({"place": ")" + folder.filename().string() + "\"}").json);
  for (const Value& fact : form.find("facts")->items) {
    if (!fact.find("choices")->items.empty()) made.facts.push_back(fact);
  }
  for (const Value& category : form.find("categories")->items)
    made.categories.push_back(category.find("id")->text);
}

class Trial {
 public:
  Trial(const Place& place, std::uint64_t seed) : place_(place), random_(seed) {}

  // A case like that of some example.
  Value any_case() {
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
  Value forget(Value made) {
    for (const Value& fact : place_.facts) {
      if (fact.find("assumed") != nullptr) continue;
      const std::string& id = fact.find("id")->text;
      if (is_of_person(fact)) {
        if (one_in(8)) forget(member(made, "person"), id);
        continue;
      }
      for (Value& visit : member(made, "visits").items) {
        if (one_in(8)) forget(visit, id);
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
  Value changed(Value made, const Value& advice) {
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

  [[nodiscard]] Value settle(const Value& sent) const {
    return read(place_.engine.estimate(json_text(sent)).json);
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }

  static bool is_of_person(const Value& fact) { return fact.find("of")->text == "person"; }

  Value any_answer(const Value& fact) {
    const auto& choices = fact.find("choices")->items;
    return *choices[below(choices.size())].find("id");
  }

  void add_december(Value& made) {
    auto& visits = member(made, "visits").items;
    Value last = visits[below(visits.size())];
    std::erase_if(last.members, [](const Member& each) { return each.name == "id" || each.name == "until"; });
    member(last, "from") = string_value(member(made, "year").text + "-12-1" + std::to_string(below(10)));
    visits.push_back(last);
  }

  void hold(Value& person) {
    Value& held = member(person, "identities");
    held = Value();
    held.type = Type::kArray;
    for (std::size_t i = below(3); i > 0; --i)
      held.items.push_back(string_value(place_.categories[below(place_.categories.size())]));
  }

  static void forget(Value& object, std::string_view name) {
    if (object.find(name) != nullptr) member(object, name) = Value();
  }

  // What was there lies between some bounds.
  void blur(Value& sheet, std::string_view field) {
    const Value* stated = sheet.find(field);
    if (stated == nullptr || !stated->is(Type::kNumber)) return;
    const Fen yuan = fen_of(*stated) / 100;
    const Fen least = yuan - yuan / static_cast<Fen>(1 + below(5));
    const Fen most = yuan + 1 + static_cast<Fen>(below(9)) * 100;
    member(sheet, field) =
        read("{\"min\": " + std::to_string(least) + ", \"max\": " + std::to_string(most) + '}');
  }

  [[nodiscard]] Value target(std::string_view id, std::string_view fact) const {
    for (const Value& action : place_.actions) {
      const Value* set = action.find("set");
      if (action.find("id")->text == id && set != nullptr && set->find(fact) != nullptr)
        return *set->find(fact);
    }
    FAIL("nothing sets " << fact);
    return {};
  }

  const Place& place_;
  std::mt19937_64 random_;
};

const Value* total_of(const Value& result) {
  const Value* personal = result.find("personal");
  return personal == nullptr ? nullptr : personal->find("total");
}

bool is_exact(const Value& result) {
  const Value* total = total_of(result);
  return total != nullptr && total->is(Type::kNumber);
}

// Sheets that contradict themselves are no completion of anything.
bool has_good_sheets(const Value& result) {
  const auto& notices = result.find("notices")->items;
  return std::none_of(notices.begin(), notices.end(), [](const Value& notice) {
    const std::string& code = notice.find("code")->text;
    return code == "sheet.does_not_add_up" || code == "sheet.paid_above_scope";
  });
}

struct Count {
  std::size_t advised = 0;
  std::size_t ranges = 0;
  std::size_t sure = 0;
};

// Where all is known, the case with the change gives just what the advice says.
void all_known(Trial& trial, Count& count) {
  const Value sent = trial.any_case();
  const Value result = trial.settle(sent);
  if (!is_exact(result)) return;
  const Fen before = fen_of(*total_of(result));
  for (const Value& advice : result.find("what_if")->items) {
    const Range after = range_of(*advice.find("personal_total"));
    const Range saves = range_of(*advice.find("saves"));
    CAPTURE(json_text(sent), json_text(advice), before);
    REQUIRE(saves.most > 0);
    if (advice.find("change")->items.empty()) continue;
    const Value done = trial.settle(trial.changed(sent, advice));
    REQUIRE(total_of(done) != nullptr);
    const Range now = range_of(*total_of(done));
    CAPTURE(now.least, now.most);
    // Two ranges of the same may be wider than they need, each in its own way.
    REQUIRE((after.least <= now.most && now.least <= after.most));
    if (after.least == after.most)
      REQUIRE((is_exact(done) && now.least == after.least && saves.least == saves.most &&
               after.least + saves.least == before));
    if (is_exact(done)) REQUIRE((saves.least <= before - now.least && before - now.least <= saves.most));
    ++count.advised;
  }
}

// Where it is not, nothing that may be the case falls outside.
void not_all_known(Trial& trial, Count& count) {
  const Value whole = trial.any_case();
  const Value known = trial.settle(whole);
  if (!is_exact(known) || !has_good_sheets(known)) return;
  const Fen before = fen_of(*total_of(known));
  const Value partial = trial.forget(whole);
  const Value result = trial.settle(partial);
  if (total_of(result) == nullptr) return;
  const Range all = range_of(*total_of(result));
  CAPTURE(json_text(whole), json_text(partial), before, all.least, all.most);
  REQUIRE((all.least <= before && before <= all.most));
  for (const Value& advice : result.find("what_if")->items) {
    if (advice.find("change")->items.empty()) continue;
    const Value done = trial.settle(trial.changed(whole, advice));
    if (!is_exact(done)) continue;
    const Fen now = fen_of(*total_of(done));
    const Range after = range_of(*advice.find("personal_total"));
    const Range saves = range_of(*advice.find("saves"));
    CAPTURE(json_text(advice), now);
    REQUIRE((after.least <= now && now <= after.most));
    REQUIRE((saves.least <= before - now && before - now <= saves.most));
    ++count.advised;
    if (after.least < after.most) ++count.ranges;
    if (saves.least >= 0) ++count.sure;
  }
}

Count try_out(void (*trial)(Trial&, Count&), std::uint64_t seeds) {
  Count all;
  for (const auto& folder : fs::directory_iterator(fs::path(AIDCHECK_CHECKOUT) / "rules/packs")) {
    Place place;
    read_place(folder.path(), place);
    if (place.actions.empty()) continue;
    Count count;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
      Trial one(place, seed);
      CAPTURE(folder.path().filename(), seed);
      trial(one, count);
    }
    CAPTURE(folder.path().filename(), count.ranges, count.sure);
    CHECK(count.advised > seeds / 20);
    all.ranges += count.ranges;
    all.sure += count.sure;
  }
  return all;
}

TEST_CASE("whoever does what is advised pays what it says") { try_out(all_known, 600); }

TEST_CASE("what is advised where not all is known comes true within its bounds") {
  const Count count = try_out(not_all_known, 300);
  CHECK(count.ranges > 100);
  CHECK(count.sure > 100);
}

}  // namespace
}  // namespace aidcheck::test
