#include "compare.h"

#include <algorithm>
#include <string_view>

#include "base/decimal.h"
#include "base/text.h"
#include "json/pointer.h"
#include "match.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Pointer;
using json::Type;
using json::Value;

bool is_range(const Value& value) { return value.find("min") != nullptr && value.find("max") != nullptr; }

std::string shown(const Value* value) {
  if (value == nullptr) return "nothing";
  if (is_range(*value)) return value->find("min")->text + "–" + value->find("max")->text;
  if (value->is(Type::kBoolean)) return value->boolean ? "true" : "false";
  if (value->is(Type::kString) || value->is(Type::kNumber)) return value->text;
  return value->is(Type::kNull) ? "null" : "a list or object";
}

bool same(const Value& a, const Value& b) {
  if (a.type != b.type) return false;
  if (is_range(a))
    return is_range(b) && same(*a.find("min"), *b.find("min")) && same(*a.find("max"), *b.find("max"));
  if (a.is(Type::kArray))
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
  if (!a.is(Type::kNumber)) return a.text == b.text && a.boolean == b.boolean;
  const Decimal left = read_decimal(a.text);
  const Decimal right = read_decimal(b.text);
  return left.negative == right.negative && left.units == right.units && left.scale == right.scale;
}

// In a list of objects: the one whose `key` is `name`.
const Value* listed(const Value* list, std::string_view key, std::string_view name) {
  if (list == nullptr) return nullptr;
  for (const Value& item : list->items) {
    const Value* id = item.find(key);
    if (id != nullptr && id->text == name) return &item;
  }
  return nullptr;
}

class Comparison {
 public:
  explicit Comparison(const Value& result) : result_(result) {}

  std::vector<Difference> run(const Value& expect) {
    const Pointer at;
    const bool failed = result_.find("error") != nullptr;
    if (failed && expect.find("error") == nullptr) {
      const Value* error = result_.find("error");
      differences_.push_back(
          {"", "a result", shown(error->find("code")) + " at " + shown(error->find("at"))});
      return std::move(differences_);
    }
    for (const Member& member : expect.members) part(member.name, member.value, at / member.name);
    return std::move(differences_);
  }

 private:
  void part(const std::string& name, const Value& expect, const Pointer& at) {
    if (each_of(name, expect, at) || presence_of(name, expect, at)) return;
    if (name == "payers") {
      payers(expect, result_.find("payers"), at);
    } else if (name == "category_questions") {
      listing(expect, result_.find(name), at);
    } else if (name == "unknown") {
      unknown(expect, at);
    } else {
      value(expect, result_.find(name), at);
    }
  }

  // Lists of which the members of `expect` name items.
  bool each_of(std::string_view name, const Value& expect, const Pointer& at) {
    struct Part {
      std::string_view name;
      std::string_view list;
      std::string_view key;
      void (Comparison::*compare)(const Value&, const Value*, const Pointer&);
    };
    static constexpr Part kParts[] = {
        {"visits", "visits", "id", &Comparison::visit},
        {"what_if", "what_if", "id", &Comparison::advice},
        {"entitlements_if", "entitlements", "id", &Comparison::entitled_if},
        {"categories", "categories", "category", &Comparison::judged},
        {"early_warning", "early_warning", "id", &Comparison::judged},
    };
    for (const Part& part : kParts) {
      if (part.name != name) continue;
      for (const Member& member : expect.members)
        (this->*part.compare)(member.value, listed(result_.find(part.list), part.key, member.name),
                              at / member.name);
      return true;
    }
    return false;
  }

  // What is in a list, or, as `no_…`, is not.
  bool presence_of(std::string_view name, const Value& expect, const Pointer& at) {
    struct Part {
      std::string_view list;
      std::string_view key;
    };
    static constexpr Part kParts[] = {{"notices", "code"},
                                      {"entitlements", "id"},
                                      {"readings", "id"},
                                      {"assumed", "fact"},
                                      {"what_if", "id"}};
    const bool absent = name.starts_with("no_");
    const std::string_view list = absent ? name.substr(3) : name;
    for (const Part& part : kParts) {
      if (part.list != list) continue;
      presence(expect, part.list, part.key, !absent, at);
      return true;
    }
    return false;
  }

  void entitled_if(const Value& expect, const Value* found, const Pointer& at) {
    value(expect, found == nullptr ? nullptr : found->find("if"), at);
  }

  // Every member of `expect`.
  void members(const Value& expect, const Value* found, const Pointer& at) {
    for (const Member& member : expect.members)
      value(member.value, found == nullptr ? nullptr : found->find(member.name), at / member.name);
  }

  void value(const Value& expect, const Value* found, const Pointer& at) {
    if (expect.is(Type::kObject) && !is_range(expect) && (found == nullptr || found->is(Type::kObject))) {
      members(expect, found, at);
    } else if (found == nullptr || !same(expect, *found)) {
      differences_.push_back({at.str(), shown(&expect), shown(found)});
    }
  }

  // What was not known, in no order, and nothing besides.
  void unknown(const Value& expect, const Pointer& at) {
    const Value* found = result_.find("unknown");
    for (std::size_t i = 0; i < expect.items.size(); ++i) {
      const Value* place = expect.items[i].find("at");
      members(expect.items[i], place == nullptr ? nullptr : listed(found, "at", place->text), at / i);
    }
    if (found == nullptr) return;
    for (const Value& each : found->items) {
      const Value* place = each.find("at");
      if (listed(&expect, "at", place->text) == nullptr)
        differences_.push_back({at.str(), "nothing else", place->text});
    }
  }

  void payers(const Value& expect, const Value* found, const Pointer& at) {
    for (const Member& payer : expect.members) {
      const Value* there = listed(found, "id", payer.name);
      value(payer.value, there == nullptr ? nullptr : there->find("amount"), at / payer.name);
    }
  }

  // What became of a category or a warning: the state alone, or also what it hangs on. An early warning that
  // is not there is `null`.
  void judged(const Value& expect, const Value* found, const Pointer& at) {
    if (!expect.is(Type::kObject)) {
      if (expect.is(Type::kNull) && found == nullptr) return;
      value(expect, found == nullptr ? nullptr : found->find("state"), at);
      return;
    }
    for (const Member& member : expect.members) {
      const Value* there = found == nullptr ? nullptr : found->find(member.name);
      if (member.name == "depends_on") {
        listing(member.value, there, at / member.name);
      } else {
        value(member.value, there, at / member.name);
      }
    }
  }

  // The facts that a list names, all of them in their order.
  void listing(const Value& facts, const Value* found, const Pointer& at) {
    const std::size_t size = found == nullptr ? 0 : found->items.size();
    for (std::size_t i = 0; i < std::max(size, facts.items.size()); ++i) {
      const Value* wanted = i < facts.items.size() ? &facts.items[i] : nullptr;
      const Value* there = i < size ? found->items[i].find("fact") : nullptr;
      if (wanted == nullptr || there == nullptr || !same(*wanted, *there))
        differences_.push_back({(at / i).str(), shown(wanted), shown(there)});
    }
  }

  void visit(const Value& expect, const Value* found, const Pointer& at) {
    for (const Member& member : expect.members) {
      const Value* there = found == nullptr ? nullptr : found->find(member.name);
      if (member.name == "payers") {
        payers(member.value, there, at / member.name);
      } else if (member.name == "not_paid") {
        for (const Member& layer : member.value.members) {
          const Value* reason = listed(there, "layer", layer.name);
          value(layer.value, reason == nullptr ? nullptr : reason->find("reason"), at / member.name);
        }
      } else {
        value(member.value, there, at / member.name);
      }
    }
  }

  // What it changes is named by its place, and all of it.
  void advice(const Value& expect, const Value* found, const Pointer& at) {
    for (const Member& member : expect.members) {
      const Value* there = found == nullptr ? nullptr : found->find(member.name);
      if (member.name == "change") {
        changes(member.value, there, at / member.name);
      } else if (member.value.is(Type::kObject)) {
        members(member.value, there, at / member.name);
      } else {
        value(member.value, there, at / member.name);
      }
    }
  }

  void changes(const Value& expect, const Value* found, const Pointer& at) {
    for (const Member& change : expect.members) {
      const Value* there = listed(found, "at", change.name);
      const Value* to = there == nullptr ? nullptr : there->find("to");
      if (to == nullptr || !same_value(change.value, *to))
        differences_.push_back({(at / change.name).str(), shown(&change.value), shown(to)});
    }
    const std::size_t count = found == nullptr ? 0 : found->items.size();
    if (count == expect.members.size()) return;
    differences_.push_back(
        {at.str(), digits_of(expect.members.size()) + " changes", digits_of(count) + " changes"});
  }

  void presence(const Value& names, std::string_view list, std::string_view key, bool wanted,
                const Pointer& at) {
    for (const Value& name : names.items) {
      const bool there = listed(result_.find(list), key, name.text) != nullptr;
      if (there != wanted)
        differences_.push_back(
            {at.str(), (wanted ? "" : "no ") + name.text, there ? "it is there" : "it is not there"});
    }
  }

  const Value& result_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> compare(const Value& expect, const Value& result) {
  return Comparison(result).run(expect);
}

}  // namespace aidcheck
