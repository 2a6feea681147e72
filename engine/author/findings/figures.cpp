#include "findings/findings.h"
#include "walk.h"

namespace aidcheck::findings {
namespace {

using json::Type;
using json::Value;

void bands(const Value& list, const std::string& at, Findings& findings) {
  if (list.items.empty()) return;
  const Value* end = list.items.back().find("to");
  Figure figure;
  if (end == nullptr || !read_figure(end->text, figure)) return;
  Finding& made = findings.emplace_back();
  made.code = "bands.gap";
  made.at = at + '/' + std::to_string(list.items.size() - 1);
  made.message = say("最后一段到{0}为止，超过的部分没有比例，一分不付。",
                     "The last band ends at {0}; nothing is paid of what lies above.", {end->text});
  made.amount = figure.amount;
}

void uncited(const Value& rule, const std::string& at, Findings& findings) {
  if (rule.find("cite") != nullptr) return;
  findings.push_back(
      {"rule.uncited", at, {"这条规则没有写出处。", "This rule names no source."}, {}, {}, {}});
}

void each_uncited(const Value& list, const std::string& at, Findings& findings) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    uncited(list.items[i], at + '/' + std::to_string(i), findings);
  for (const json::Member& member : list.members)
    uncited(member.value, at + '/' + json::escape(member.name), findings);
}

void uncited_rules(const Value& root, Findings& findings) {
  for (const char* part : {"readings", "entitlements", "notices"}) {
    if (const Value* list = root.find(part)) each_uncited(*list, std::string("/") + part, findings);
  }
  const Value* scope = root.find("in_scope");
  (scope->is(Type::kArray) ? each_uncited : uncited)(*scope, "/in_scope", findings);
  const Value* layers = root.find("layers");
  for (std::size_t i = 0; i < layers->items.size(); ++i) {
    const Value& layer = layers->items[i];
    const Value* except = layer.find("except");
    if (except == nullptr || layer.find("cite") != nullptr) continue;
    each_uncited(*except, "/layers/" + std::to_string(i) + "/except", findings);
  }
}

}  // namespace

void figures(const Plan& plan, Findings& findings) {
  walk(plan.source, [&](const Value& value, const std::string& at, std::string_view key) {
    if (key == "bands" && value.is(Type::kArray)) bands(value, at, findings);
    return true;
  });
  uncited_rules(plan.source, findings);
}

}  // namespace aidcheck::findings
