#include "base/decimal.h"
#include "pack/parts.h"

namespace aidcheck::pack_parts {

using json::each_listed;
using json::each_named;
using json::may;
using json::need;
using json::Type;

namespace {

// A printed amount, or `{"of": "minimum_wage", "times": 12}`, or with `"share"`.
void read_than(Reader& reader, const Value& value, const Pointer& at, model::Comparison& made) {
  if (!value.is(Type::kObject)) {
    read_open_figure(reader, value, Unit::kAmount, at, made.figure);
    return;
  }
  reader.members(value, at, {need("of", made.than), may("times"), may("share")});
  if (const Value* times = value.find("times")) {
    const Decimal number = times->is(Type::kNumber) ? read_decimal(times->text) : Decimal{};
    constexpr std::int64_t kMostTimes = 1200;
    made.times = number.units;
    if (number.scale != 0 || number.negative || number.units < 1 || number.units > kMostTimes) {
      reader.fail("number.malformed", at / "times",
                  for_authors("这里写几倍，例如 12。", "Here belongs how many times, such as 12."));
    }
  }
  if (const Value* share = value.find("share"))
    read_share(reader, *share, at / "share", made.figure, made.share_fact, true);
}

void read_line(Reader& reader, const Value& value, const Pointer& at, model::ConditionLine& made) {
  made.at = &value;
  model::Comparison& compare = made.compare;
  reader.members(
      value, at,
      {may("when"), may("any"), may("of", compare.of), may("less", compare.less), may("per", compare.per),
       may("at_least"), may("above"), may("at_most"), may("below"), need("text", made.text), need("cite")});
  read_citations(reader, value, at, made.cite);
  const Value* when = value.find("when");
  const Value* any = value.find("any");
  std::string_view bound;
  const bool compares = read_bound(value, bound, compare.bound) && !compare.of.empty();
  if (when != nullptr && any == nullptr && compare.of.empty()) {
    read_when(reader, *when, at / "when", made.any.emplace_back());
  } else if (any != nullptr && when == nullptr && compare.of.empty()) {
    json::each_object(reader, *any, at / "any", [&](const Value& item, const Pointer& place) {
      read_when(reader, item, place, made.any.emplace_back());
    });
    if (made.any.empty()) reader.missing(at / "any" / 0);
  } else if (compares && when == nullptr && any == nullptr) {
    read_than(reader, *compare.bound.value, at / bound, compare);
  } else {
    reader.fail(
        "condition.malformed", at,
        for_authors("一项条件写 when、any，或者 of 加上 at_most 等界限，三者取一。",
                    "A condition has one of `when`, `any`, and `of` with a bound such as `at_most`."));
  }
}

void read_lines(Reader& reader, const Value& object, const Pointer& at, List<model::ConditionLine>& lines) {
  each_listed(reader, object, "conditions", at, [&](const Value& value, const Pointer& place) {
    read_line(reader, value, place, lines.emplace_back());
  });
}

void read_told(Reader& reader, const Value& value, const Pointer& at, model::Told& made) {
  reader.members(value, at, {need("text", made.text), need("cite")});
  read_citations(reader, value, at, made.cite);
}

void read_told(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
               model::Told& made) {
  if (const Value* value = reader.maybe(object, name, Type::kObject, at))
    read_told(reader, *value, at / name, made);
}

void read_fact(Reader& reader, const Value& value, const Pointer& at, model::Fact& made) {
  made.at = &value;
  std::string_view type;
  reader.members(value, at,
                 {need("type", type), need("label", made.label), need("question", made.question),
                  may("help", made.help), may("choices")});
  read_answers(reader, value, type, at, made);
}

}  // namespace

void read_answers(Reader& reader, const Value& object, std::string_view type, const Pointer& at,
                  model::Fact& made) {
  const Names types(model::kFactTypes);
  const std::size_t known = types.find(type);
  if (known == types.size()) {
    if (!type.empty()) reader.unknown("choice.unknown", type, types, at / "type");
    return;
  }
  made.type = static_cast<model::FactType>(known);
  if (made.type != model::FactType::kChoice) return;
  read_choices(reader, object, at, made.choices);
  if (made.choices.empty()) reader.missing(at / "choices");
}

void read_conditions_of(Reader& reader, const Value& value, const Pointer& at, model::Category& made) {
  read_lines(reader, value, at, made.conditions);
  read_told(reader, value, "left_to_office", at, made.left_to_office);
  read_told(reader, value, "apply_at", at, made.apply_at);
  read_told(reader, value, "takes", at, made.takes);
  each_listed(reader, value, "papers", at, [&](const Value& item, const Pointer& place) {
    read_told(reader, item, place, made.papers.emplace_back());
  });
}

void read_recognition(Reader& reader, const Value& root, const Pointer& at, model::Recognition& made) {
  const Value* whole = reader.maybe(root, "recognition", Type::kObject, at);
  if (whole == nullptr) return;
  const Pointer here = at / "recognition";
  reader.members(*whole, here,
                 {may("facts"), may("conditions"), may("left_to_office"), may("early_warning")});
  each_named(reader, *whole, "facts", here,
             [&](std::string_view id, const Value& value, const Pointer& place) {
               model::Fact& fact = made.facts.emplace_back();
               fact.id = id;
               read_fact(reader, value, place, fact);
             });
  read_lines(reader, *whole, here, made.conditions);
  read_told(reader, *whole, "left_to_office", here, made.left_to_office);
  each_listed(reader, *whole, "early_warning", here, [&](const Value& value, const Pointer& place) {
    model::EarlyWarning& warning = made.early_warning.emplace_back();
    warning.at = &value;
    reader.members(value, place,
                   {need("id", warning.id), need("conditions"), need("label", warning.label),
                    need("text", warning.text), need("cite")});
    read_citations(reader, value, place, warning.cite);
    read_lines(reader, value, place, warning.conditions);
  });
}

}  // namespace aidcheck::pack_parts
