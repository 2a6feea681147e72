#include "row_lists.h"

#include <algorithm>

#include "walk.h"
#include "write_json.h"

namespace aidcheck {
namespace {

using json::Type;
using json::Value;
using Use = RowList::Use;

struct KeyUse {
  std::string_view key;
  Use use;
};
constexpr KeyUse kUses[] = {{"pays", Use::kMust},      {"rows", Use::kMust},    {"base", Use::kMust},
                            {"in_scope", Use::kMust},  {"limit", Use::kMay},    {"deductible", Use::kMay},
                            {"amounts", Use::kMay},    {"within", Use::kMay},   {"cost_in", Use::kMay},
                            {"first_bear", Use::kMay}, {"draws_on", Use::kMay}, {"except", Use::kNamed},
                            {"adjust", Use::kEach},    {"notices", Use::kEach}, {"entitlements", Use::kEach}};

Use use_of(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(kUses), std::end(kUses), [&](const KeyUse& each) { return each.key == key; });
  return found == std::end(kUses) ? Use::kEach : found->use;
}

std::string gives(const Value& row) {
  std::string text;
  for (const json::Member& member : row.members) {
    if (member.name == "when" || member.name == "label" || member.name == "cite") continue;
    text += member.name + ':' + write_json(member.value) + ' ';
  }
  return text;
}

class Finder {
 public:
  explicit Finder(const Plan& plan) : plan_(plan) {}

  RowLists run() {
    if (const Value* layers = plan_.source.find("layers")) {
      for (std::size_t i = 0; i < layers->items.size(); ++i)
        add_context(layers->items[i], "/layers/" + std::to_string(i));
    }
    walk(plan_.source, [&](const Value& value, const std::string& at, std::string_view key) {
      if (at == "/recognition" || key == "conditions") return false;  // look at more facts than codes hold
      if (key == "when" || key == "rules_when") {
        if (!value.is(Type::kArray)) return false;  // an alternative, or the condition of a row
        alternatives(value, at);
        return false;
      }
      if (value.is(Type::kArray)) rows(value, at, key);
      if (value.is(Type::kObject)) lone_conditions(value, at);
      return true;
    });
    return std::move(found_);
  }

 private:
  void add_context(const Value& layer, const std::string& at) {
    LayerContext& made = found_.contexts.emplace_back();
    made.layer = &layer;
    made.at = at;
    if (const Value* when = layer.find("when")) {
      if (when->is(Type::kObject)) made.any.push_back(read_condition(plan_, when));
      for (const Value& each : when->items) made.any.push_back(read_condition(plan_, &each));
    }
    if (const Value* when = layer.find("rules_when")) made.all.push_back(read_condition(plan_, when));
    if (const Value* except = layer.find("except")) {
      for (const Value& each : except->items) made.except.push_back(read_condition(plan_, each.find("when")));
    }
  }

  RowList& add(std::string at, std::string_view key, Use use) {
    RowList& made = found_.lists.emplace_back();
    made.at = std::move(at);
    made.key = key;
    made.use = use;
    made.pays = !made.at.starts_with("/entitlements") && !made.at.starts_with("/notices") &&
                !made.at.starts_with("/actions") && !made.at.starts_with("/identity_counts");
    return made;
  }

  void alternatives(const Value& list, const std::string& at) {
    RowList& made = add(at, "when", Use::kNamed);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      made.rows.push_back(
          {&list.items[i], at + '/' + std::to_string(i), read_condition(plan_, &list.items[i]), {}});
    }
  }

  void rows(const Value& list, const std::string& at, std::string_view key) {
    const bool conditional = std::any_of(list.items.begin(), list.items.end(),
                                         [](const Value& item) { return item.find("when") != nullptr; });
    const Use use = use_of(key);
    const bool none = list.items.empty() && use == Use::kMust;
    if ((!conditional && !none) || key == "layers") return;
    RowList& made = add(at, key, use);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const Value& row = list.items[i];
      made.rows.push_back(
          {&row, at + '/' + std::to_string(i), read_condition(plan_, row.find("when")), gives(row)});
    }
    if (key != "except") made.contexts = contexts_of(at);
  }

  // The layer that a list stands in, or those that pay by the table that it is.
  std::vector<const LayerContext*> contexts_of(const std::string& at) {
    std::vector<const LayerContext*> contexts;
    for (const LayerContext& context : found_.contexts) {
      const Value* pays = context.layer->find("pays");
      const Value* table = pays == nullptr ? nullptr : pays->find("table");
      const bool by_table = table != nullptr && at == "/tables/" + json::escape(table->text) + "/rows";
      if (by_table || at.starts_with(context.at + '/')) contexts.push_back(&context);
    }
    return contexts;
  }

  // A condition that is no row's: of a layer, of an identity, of a fact that counts visits.
  void lone_conditions(const Value& object, const std::string& at) {
    for (const char* key : {"when", "rules_when"}) {
      const Value* when = object.find(key);
      if (when == nullptr || !when->is(Type::kObject) || listed(at)) continue;
      const std::string place = at + '/' + key;
      add(place, key, Use::kEach).rows.push_back({when, place, read_condition(plan_, when), {}});
    }
  }

  [[nodiscard]] bool listed(const std::string& at) const {
    return std::any_of(found_.lists.begin(), found_.lists.end(), [&](const RowList& list) {
      return std::any_of(list.rows.begin(), list.rows.end(),
                         [&](const ListedRow& row) { return row.at == at; });
    });
  }

  const Plan& plan_;
  RowLists found_;
};

}  // namespace

bool LayerContext::applies(const Codes& codes) const {
  const auto holds = [&](const Condition& condition) { return condition.holds(codes); };
  return std::all_of(all.begin(), all.end(), holds) &&
         (any.empty() || std::any_of(any.begin(), any.end(), holds)) &&
         std::none_of(except.begin(), except.end(), holds);
}

RowLists find_row_lists(const Plan& plan) { return Finder(plan).run(); }

}  // namespace aidcheck
