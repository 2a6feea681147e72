#include "diff.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "beside.h"
#include "commands.h"
#include "effects.h"
#include "encode/encode.h"
#include "files.h"
#include "json/write.h"
#include "plan/load.h"
#include "rules.h"
#include "tree.h"
#include "write_json.h"

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;
using json::Value;

std::string yuan(Fen amount) {
  json::Writer writer;
  return writer.yuan(amount).take();
}

std::string yuan(const Span& span) {
  return span.least == span.most ? yuan(span.least) : yuan(span.least) + '~' + yuan(span.most);
}

Value told(const Change& change) {
  std::vector<json::Member> members{{"at", tree::string(change.at)},
                                    {"kind", tree::string(std::string(change.kind))},
                                    {"was", change.was == nullptr ? Value() : *change.was},
                                    {"now", change.now == nullptr ? Value() : *change.now},
                                    {"message", tree::words(change.message)}};
  if (change.same_value) members.push_back({"same_value", tree::yes_no(true)});
  return tree::object(std::move(members));
}

// A number, or how much at least and at most.
Value told(const std::optional<Span>& span) {
  if (!span) return {};
  if (span->least == span->most) return tree::number(yuan(span->least));
  return tree::object({{"min", tree::number(yuan(span->least))}, {"max", tree::number(yuan(span->most))}});
}

// The difference tells how far either end moved.
Value amounts(const std::optional<Span>& was, const std::optional<Span>& now) {
  std::optional<Span> moved;
  if (was && now) moved = {now->least - was->least, now->most - was->most};
  return tree::object({{"was", told(was)}, {"now", told(now)}, {"difference", told(moved)}});
}

// How far the ends of what the person pays moved, the nearer first.
Span moved(const Effect& effect) {
  const auto between = [](Fen a, Fen b) { return std::max(a, b) - std::min(a, b); };
  const Fen least = between(effect.was->least, effect.now->least);
  const Fen most = between(effect.was->most, effect.now->most);
  return {std::min(least, most), std::max(least, most)};
}

Text in_words(const Effect& effect) {
  const std::string_view kind = effect.kind();
  if (kind == "neither") return {"两边都算不了。", "Neither can settle it."};
  if (kind == "only_was") return {"只有原来的规则算得了。", "Only the old rules can settle it."};
  if (kind == "only_now") return {"只有新的规则算得了。", "Only the new rules can settle it."};
  const std::string was = yuan(*effect.was);
  const std::string now = yuan(*effect.now);
  const std::string by = yuan(moved(effect));
  if (kind == "gains")
    return say("自己付的由{0}元减到{1}元，少付{2}元。", "The person pays {1} yuan instead of {0}: {2} less.",
               {was, now, by});
  if (kind == "loses")
    return say("自己付的由{0}元增到{1}元，多付{2}元。", "The person pays {1} yuan instead of {0}: {2} more.",
               {was, now, by});
  if (kind == "unsure")
    return say("自己付的由{0}元变为{1}元，多付还是少付要看还不清楚的地方。",
               "The person pays {1} yuan instead of {0}; whether that is less hangs on what is not known.",
               {was, now});
  return kind == "shifts"
             ? Text{"自己付的不变，各方付的不同。", "The person pays the same; the payers do not."}
             : Text{"没有影响。", "Nothing changes."};
}

Value told(const Effect& effect) {
  std::vector<Value> payers;
  for (const PayerEffect& payer : effect.payers) {
    Value members = amounts(payer.was, payer.now);
    members.members.insert(members.members.begin(),
                           {{"id", tree::string(payer.id)}, {"label", tree::words(payer.label)}});
    payers.push_back(std::move(members));
  }
  std::vector<json::Member> members{{"file", tree::string(effect.file)},
                                    {"title", tree::words(effect.title)},
                                    {"effect", tree::string(std::string(effect.kind()))},
                                    {"personal", amounts(effect.was, effect.now)},
                                    {"payers", tree::array(std::move(payers))},
                                    {"message", tree::words(in_words(effect))}};
  if (!effect.was) members.push_back({"was_error", effect.was_error});
  if (!effect.now) members.push_back({"now_error", effect.now_error});
  return tree::object(std::move(members));
}

std::size_t count(const std::vector<Effect>& effects, std::string_view kind) {
  return static_cast<std::size_t>(std::count_if(effects.begin(), effects.end(),
                                                [&](const Effect& effect) { return effect.kind() == kind; }));
}

// `17（最多600元）`: how many, and by how much at most.
Text many(const std::vector<Effect>& effects, std::string_view kind) {
  Fen most = 0;
  for (const Effect& effect : effects) {
    if (effect.kind() == kind) most = std::max(most, moved(effect).most);
  }
  const std::string number = std::to_string(count(effects, kind));
  return most == 0 ? Text{number, number}
                   : say("{0}个（最多{1}元）", "{0} (by up to {1} yuan)", {number, yuan(most)});
}

Text summary_in_words(const std::vector<Change>& changes, const std::vector<Effect>& effects) {
  const std::size_t one_only = count(effects, "only_was") + count(effects, "only_now");
  return say(
      "规则的不同之处：{0}。算例{1}个，自己少付的：{2}，多付的：{3}，说不准的：{5}，只有一边算得了的：{4}。",
      "Places where the rules differ: {0}. Of {1} worked examples the person pays less in {2} and more "
      "in {3}; of {5} it cannot be told; {4} can be settled by one pack only.",
      {std::to_string(changes.size()), std::to_string(effects.size()), many(effects, "gains"),
       many(effects, "loses"), std::to_string(one_only), std::to_string(count(effects, "unsure"))});
}

Value summary_of(const std::vector<Change>& changes, const std::vector<Effect>& effects) {
  std::vector<json::Member> members{{"changes", tree::count(changes.size())},
                                    {"examples", tree::count(effects.size())}};
  for (const char* kind : {"gains", "loses", "shifts", "same", "unsure", "only_was", "only_now", "neither"})
    members.push_back({kind, tree::count(count(effects, kind))});
  members.push_back({"message", tree::words(summary_in_words(changes, effects))});
  return tree::object(std::move(members));
}

Result<Value> read_pack(const fs::path& file) {
  const auto text = read_file(file.string());
  if (!text.ok()) return text.error();
  std::vector<Error> errors;
  Plan plan;
  load_plan(text.value(), errors, plan);
  if (!errors.empty()) return errors.front();
  return plan.source;
}

// The worked examples of a pack, but for those whose case is there already.
std::optional<Error> add_examples(const fs::path& pack, std::vector<NamedExample>& examples) {
  auto found = examples_of(pack);
  if (!found.ok()) return found.error();
  for (NamedExample& example : found.value()) {
    const bool there = std::any_of(examples.begin(), examples.end(), [&](const NamedExample& each) {
      return each.example.case_json == example.example.case_json;
    });
    if (!there) examples.push_back(std::move(example));
  }
  return std::nullopt;
}

}  // namespace

int diff(const Arguments& arguments) {
  if (arguments.size() != 2) return usage({"diff 要两个规则包", "diff needs two packs"});
  std::vector<Value> packs;
  std::vector<NamedExample> examples;
  for (const fs::path file : arguments) {
    const auto pack = read_pack(file);
    if (!pack.ok()) return fail(with_file(encode_error(pack.error()), file));
    packs.push_back(pack.value());
    if (const auto error = add_examples(file, examples)) return fail(encode_error(*error));
  }
  const std::vector<Change> changes = changes_between(packs[0], packs[1]);
  const std::vector<Effect> effects = effects_of(packs[0], packs[1], examples);
  std::vector<Value> told_changes;
  for (const Change& change : changes) told_changes.push_back(told(change));
  std::vector<Value> told_effects;
  for (const Effect& effect : effects) told_effects.push_back(told(effect));
  print(write_json(tree::object({{"changes", tree::array(std::move(told_changes))},
                                 {"examples", tree::array(std::move(told_effects))},
                                 {"summary", summary_of(changes, effects)}})));
  return 0;
}

}  // namespace aidcheck::cli
