#include "mutate.h"

#include <algorithm>
#include <utility>

#include "json/read.h"
#include "mutations.h"
#include "plan/load.h"
#include "write_json.h"

namespace aidcheck {
namespace {

using json::Value;

std::string text_of(const Value& object, std::string_view name) {
  const Value* member = object.find(name);
  return member == nullptr ? std::string() : member->text;
}

// The changes that a pack lists as equivalent, and what became of each.
class Listed {
 public:
  explicit Listed(const Value& pack) {
    const Value* list = pack.find("equivalent_mutations");
    if (list == nullptr) return;
    for (const Value& item : list->items)
      open_.push_back({text_of(item, "at"), text_of(item, "change"), false});
  }

  // True for a change that is listed; it is then done with, or stale where an example noticed it.
  bool take(const Mutation& mutation, bool noticed) {
    const auto found = std::find_if(open_.begin(), open_.end(), [&](const StaleEquivalent& each) {
      return each.at == mutation.at && each.change == mutation.change;
    });
    if (found == open_.end()) return false;
    if (noticed) stale_.push_back({found->at, found->change, true});
    open_.erase(found);
    return true;
  }

  // What was noticed, and what no change was.
  std::vector<StaleEquivalent> stale() {
    stale_.insert(stale_.end(), open_.begin(), open_.end());
    return std::move(stale_);
  }

 private:
  std::vector<StaleEquivalent> open_;
  std::vector<StaleEquivalent> stale_;
};

class Trial {
 public:
  Trial(const std::vector<std::string>& others, std::vector<Example> examples)
      : others_(others), examples_(std::move(examples)) {
    load_others(engine_);
  }

  // The title of the first example that does not pass as the pack stands, or nothing.
  const Example* failing(const std::string& pack_json) {
    engine_.load(pack_json);
    for (const Example& example : examples_) {
      if (differs(engine_, example)) return &example;
    }
    return nullptr;
  }

  bool notices(const std::string& pack_json, bool dates_changed) {
    if (!dates_changed) return engine_.load(pack_json).ok ? any_differs(engine_) : true;
    // A pack with another first day would stand beside the one that it is to replace.
    Engine engine;
    load_others(engine);
    return engine.load(pack_json).ok ? any_differs(engine) : true;
  }

 private:
  void load_others(Engine& engine) const {
    for (const std::string& other : others_) engine.load(other);
  }

  static bool differs(const Engine& engine, const Example& example) {
    const auto differences = run_example(engine, example);
    return !differences.ok() || !differences.value().empty();
  }

  // What notices one change is likely to notice the next one, so it goes to the front.
  bool any_differs(const Engine& engine) {
    for (auto example = examples_.begin(); example != examples_.end(); ++example) {
      if (!differs(engine, *example)) continue;
      std::rotate(examples_.begin(), example, example + 1);
      return true;
    }
    return false;
  }

  const std::vector<std::string>& others_;
  std::vector<Example> examples_;
  Engine engine_;
};

Error example_fails(const Example& example) {
  return {Fault::kPack,
          "example.failing",
          {},
          say("规则还没有改动，算例“{0}”就已经不符。请先运行 aidcheck test。",
              "The worked example \"{0}\" does not pass even before anything is changed. Run aidcheck test "
              "first.",
              {{example.title_zh, example.title_en}}),
          {}};
}

}  // namespace

Result<MutationReport> mutate_pack(std::string_view pack_json, const std::vector<std::string>& others,
                                   std::vector<Example> examples) {
  std::vector<Error> errors;
  Plan plan;
  load_plan(pack_json, errors, plan);
  if (!errors.empty()) return errors.front();
  Value pack = plan.source;
  Trial trial(others, std::move(examples));
  if (const Example* example = trial.failing(write_json(pack))) return example_fails(*example);

  MutationReport report;
  Listed listed(pack);
  each_mutation(pack, [&](const Mutation& mutation) {
    ++report.mutations;
    const bool noticed = trial.notices(write_json(pack), mutation.at.starts_with("/in_force/"));
    if (noticed) ++report.noticed;
    const bool known = listed.take(mutation, noticed);
    if (noticed) return;
    if (known) {
      ++report.equivalent;
      return;
    }
    report.survivors.push_back(
        {mutation.at, mutation.change, *mutation.was, mutation.now == nullptr ? Value() : *mutation.now});
  });
  report.stale = listed.stale();
  return report;
}

}  // namespace aidcheck
