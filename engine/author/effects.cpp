#include "effects.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "json/read.h"
#include "naming.h"
#include "tree.h"
#include "write_json.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Value;

Value with_member(Value object, std::string_view name, const Value& value) {
  for (Member& member : object.members) {
    if (member.name == name) member.value = value;
  }
  return object;
}

Fen fen_of(const Value* amount) {
  constexpr int kPlaces = 2;
  if (amount == nullptr) return 0;
  const Decimal read = read_decimal(amount->text);
  Fen fen = 0;
  scale_up(read.units, kPlaces - read.scale, fen);
  return read.negative ? -fen : fen;
}

Span span_of(const Value* figure) {
  const bool open = figure != nullptr && figure->is(json::Type::kObject);
  return {fen_of(open ? figure->find("min") : figure), fen_of(open ? figure->find("max") : figure)};
}

// One pack's rules, whatever the day and the place.
class Rules {
 public:
  explicit Rules(const Value& pack) {
    if (const Value* place = pack.find("place")) place_ = *place;
    const Value always = tree::object({{"from", tree::string("1900-01-01")}});
    engine_.load(write_json(with_member(pack, "in_force", always)));
  }

  [[nodiscard]] Value settle(const Value& sent) const {
    const auto result =
        json::read(engine_.estimate(write_json(with_member(sent, "place", place_))).json, Fault::kInternal);
    return result.ok() ? result.value() : Value();
  }

 private:
  Engine engine_;
  Value place_;
};

void take_total(const Value& result, std::optional<Span>& total, Value& error) {
  if (const Value* why = result.find("error")) {
    error = *why;
    return;
  }
  const Value* personal = result.find("personal");
  total = span_of(personal == nullptr ? nullptr : personal->find("total"));
}

void take_payers(const Value& result, Span PayerEffect::*side, std::vector<PayerEffect>& payers) {
  const Value* list = result.find("payers");
  if (list == nullptr) return;
  for (const Value& payer : list->items) {
    const std::string id = payer.find("id")->text;
    auto known =
        std::find_if(payers.begin(), payers.end(), [&](const PayerEffect& each) { return each.id == id; });
    if (known == payers.end())
      known = payers.insert(payers.end(), PayerEffect{id, text_of(payer.find("label")), {}, {}});
    (*known).*side = span_of(payer.find("amount"));
  }
}

Effect effect_on(const NamedExample& named, const Rules& was, const Rules& now) {
  Effect effect;
  effect.file = named.file;
  effect.title = {named.example.title_zh, named.example.title_en};
  const auto sent = json::read(named.example.case_json, Fault::kCase);
  if (!sent.ok()) return effect;
  const Value before = was.settle(sent.value());
  const Value after = now.settle(sent.value());
  take_total(before, effect.was, effect.was_error);
  take_total(after, effect.now, effect.now_error);
  if (!effect.was || !effect.now) return effect;
  take_payers(before, &PayerEffect::was, effect.payers);
  take_payers(after, &PayerEffect::now, effect.payers);
  std::erase_if(effect.payers, [](const PayerEffect& each) { return each.was == each.now; });
  return effect;
}

}  // namespace

std::string_view Effect::kind() const {
  if (!was && !now) return "neither";
  if (!was) return "only_now";
  if (!now) return "only_was";
  if (*was == *now) return payers.empty() ? "same" : "shifts";
  if (now->least <= was->least && now->most <= was->most) return "gains";
  return now->least >= was->least && now->most >= was->most ? "loses" : "unsure";
}

std::vector<Effect> effects_of(const Value& was, const Value& now,
                               const std::vector<NamedExample>& examples) {
  const Rules before(was);
  const Rules after(now);
  std::vector<Effect> effects;
  for (const NamedExample& example : examples) effects.push_back(effect_on(example, before, after));
  return effects;
}

}  // namespace aidcheck
