#include "plan/facts.h"

#include <algorithm>

#include "base/decimal.h"
#include "plan/walk.h"
#include "vocabulary/words.h"

namespace aidcheck {
namespace {

using json::Reader;
using json::Type;
using json::Value;
using model::FactType;

Words words(const Word& word) { return {word.zh, word.en}; }

void add_choice(FactPlan& fact, const Word& word) {
  model::Choice& choice = fact.choices.emplace_back();
  choice.id = word.id;
  choice.label = words(word);
}

void category_fact(const model::Pack& pack, FactPlan& fact) {
  fact.id = "category";
  fact.origin = FactPlan::Origin::kCategory;
  fact.label = {"救助对象类别", "Category"};
  fact.question = {"您已经被认定为哪一类救助对象？", "Which category have you been recognised as?"};
  add_choice(fact, {"none", "不属于任何救助对象类别", "No category"});
  for (const model::Category& category : pack.categories) {
    if (const Word* word = category_named(category.id)) add_choice(fact, *word);
  }
}

void built_in_fact(const FactWord& word, const model::Pack& pack, FactPlan& fact) {
  fact.id = word.word.id;
  fact.origin = FactPlan::Origin::kBuiltIn;
  fact.of_visit = word.of_visit;
  fact.label = words(word.word);
  fact.question = {word.question_zh, word.question_en};
  fact.shown_by = {word.shown_by_zh, word.shown_by_en};
  for (std::size_t i = 0; i < word.choice_count; ++i) add_choice(fact, word.choices[i]);
  if (fact.id != "kind") return;
  for (const model::Kind& kind : pack.kinds) {
    model::Choice& choice = fact.choices.emplace_back();
    choice.id = kind.id;
    choice.label = kind.label;
  }
}

void reading_fact(const model::Reading& reading, FactPlan& fact) {
  fact.id = reading.id;
  fact.origin = FactPlan::Origin::kReading;
  fact.label = reading.label;
  fact.choices = reading.choices;
}

void add_break(List<std::int64_t>& breaks, std::int64_t value) {
  if (breaks.size() > kMostCodes) return;  // too many already, which compile_pack says
  const auto place = std::lower_bound(breaks.begin(), breaks.end(), value);
  if (place == breaks.end() || *place != value) breaks.insert(place, value);
}

std::uint64_t bit(std::size_t code) { return std::uint64_t{1} << code; }

std::uint64_t all_codes(const FactPlan& fact) { return bit(fact.code_count()) - 2; }

Words answers_of(const FactPlan& fact) {
  switch (fact.type) {
    case FactType::kYesNo:
      return {"true 或 false", "true or false"};
    case FactType::kChoice:
      return {"它的一个选项", "one of its choices"};
    case FactType::kWholeNumber:
      return {"整数", "a whole number"};
    case FactType::kAmount:
      return {"“5000元”这样的金额", "an amount such as 5000元"};
    case FactType::kPercent:
      return {"“70%”这样的百分数", "a percentage such as 70%"};
  }
  return {};
}

std::uint64_t code_bit(const FactPlan& fact, const Value& value, Reader& reader) {
  if (fact.is_number()) {
    if (const auto number = read_number(fact, value)) return bit(fact.code_of_number(*number));
  } else if (fact.type == FactType::kYesNo && value.is(Type::kBoolean)) {
    return bit(value.boolean ? 1 : 2);
  } else if (fact.type == FactType::kChoice && value.is(Type::kString)) {
    if (const std::uint8_t code = fact.code_of(value.text); code != 0) return bit(code);
    reader.unknown("choice.unknown", value.text, fact.choice_names(), &value);
    return 0;
  }
  const Words wanted = answers_of(fact);
  reader.fail("type.wrong", &value, {}, for_authors("“{0}”要比较的是{1}。", "\"{0}\" is compared with {1}."),
              {fact.id, wanted});
  return 0;
}

std::uint64_t range_codes(const FactPlan& fact, const model::Test& test, Reader& reader) {
  if (!fact.is_number()) {
    reader.fail("type.wrong", test.at, {},
                for_authors("“{0}”不是数，不能用范围。", "\"{0}\" is no number and has no range."),
                {fact.id});
    return 0;
  }
  std::uint64_t allowed = all_codes(fact);
  for (const model::Bound& bound : test.bounds) {
    const auto number = read_number(fact, *bound.value);
    if (!number) return code_bit(fact, *bound.value, reader);
    const std::uint64_t under =
        bit(fact.code_of_number(*number + bound.shift)) - 1;  // the codes below the bound
    allowed &= bound.lower ? ~under : under;
  }
  return allowed;
}

}  // namespace

void plan_fact(const model::Fact& declared, Reader& reader, FactPlan& fact) {
  fact.id = declared.id;
  fact.of_visit = declared.of_visit;
  fact.type = declared.type;
  fact.label = declared.label;
  fact.question = declared.question;
  fact.help = declared.help;
  fact.shown_by = declared.shown_by;
  fact.choices = declared.choices;
  fact.derived = declared.derived != model::Derivation::kNone;
  fact.declared = &declared;
  fact.most = highest(fact.type);
  if (declared.between.range) {
    fact.least = declared.between.least;
    fact.most = declared.between.most;
  }
  if (declared.type == FactType::kYesNo) {
    add_choice(fact, {"true", "是", "Yes"});
    add_choice(fact, {"false", "否", "No"});
  }
  if (declared.assumed == nullptr) return;
  const Value& value = *declared.assumed;
  if (declared.type == FactType::kYesNo && value.is(Type::kBoolean)) {
    fact.assumed = value.boolean ? 1 : 2;
  } else if (declared.type == FactType::kChoice && value.is(Type::kString) && fact.code_of(value.text) != 0) {
    fact.assumed = fact.code_of(value.text);
  } else {
    reader.fail(
        "choice.unknown", declared.assumed, {},
        for_authors("“assumed”要写这项事实的一个答案。", "\"assumed\" must be one of the fact's answers."));
  }
}

void collect_breaks(List<FactPlan>& facts, const model::When& when) {
  for (const model::Test& test : when) {
    const auto index = fact_named(facts, test.fact);
    if (!index || !facts[*index].is_number()) continue;
    FactPlan& fact = facts[*index];
    const auto cut = [&](const Value& value, std::int64_t shift) {
      if (const auto number = read_number(fact, value)) add_break(fact.breaks, *number + shift);
    };
    for (const model::Bound& bound : test.bounds) cut(*bound.value, bound.shift);
    for (const Value* value : test.one_of) {
      cut(*value, 0);
      cut(*value, 1);
    }
  }
}

bool facts_fit(const List<FactPlan>& facts, std::size_t most) {
  bool fit = facts.size() <= most;
  for (const FactPlan& fact : facts)
    fit = fit && fact.choices.size() < kMostCodes && fact.breaks.size() + 1 < kMostCodes;
  return fit;
}

std::uint8_t FactPlan::code_count() const {
  return static_cast<std::uint8_t>(is_number() ? breaks.size() + 2 : choices.size() + 1);
}

std::uint8_t FactPlan::code_of(std::string_view choice) const {
  const std::size_t found = choice_names().find(choice);
  return found == choices.size() ? std::uint8_t{0} : static_cast<std::uint8_t>(found + 1);
}

std::uint8_t FactPlan::code_of_number(std::int64_t value) const {
  const auto after = std::upper_bound(breaks.begin(), breaks.end(), value);
  return static_cast<std::uint8_t>(after - breaks.begin() + 1);
}

std::optional<std::size_t> fact_named(const List<FactPlan>& facts, std::string_view id) {
  const std::size_t found = Names(facts).find(id);
  if (found == facts.size()) return std::nullopt;
  return found;
}

std::optional<std::int64_t> read_number(const FactPlan& fact, const Value& value) {
  const bool measured = is_measured(fact.type);
  if (measured && value.is(Type::kString)) {
    Figure figure;
    Fen read = 0;
    const Unit unit = fact.type == FactType::kAmount ? Unit::kAmount : Unit::kRate;
    if (!read_figure(value.text, figure) || figure.unit != unit || !in_hundredths(figure, read))
      return std::nullopt;
    return read;
  }
  if (!value.is(Type::kNumber)) return std::nullopt;
  const Decimal number = read_decimal(value.text);
  const int places = measured ? 2 : 0;
  std::int64_t whole = 0;
  if (number.problem != Decimal::Problem::kNone || number.scale > places ||
      !scale_up(number.units, places - number.scale, whole) || whole > highest(fact.type)) {
    return std::nullopt;
  }
  return number.negative ? -whole : whole;
}

std::uint64_t codes_allowed(const FactPlan& fact, const model::Test& test, Reader& reader) {
  std::uint64_t allowed = 0;
  if (!test.bounds.empty()) {
    allowed = range_codes(fact, test, reader);
  } else {
    for (const Value* value : test.one_of) allowed |= code_bit(fact, *value, reader);
  }
  return test.negated ? all_codes(fact) & ~allowed : allowed;
}

void plan_facts(const model::Pack& pack, Reader& reader, List<FactPlan>& facts) {
  category_fact(pack, facts.emplace_back());
  for (const FactWord& word : built_in_facts()) built_in_fact(word, pack, facts.emplace_back());
  for (const model::Fact& fact : pack.facts) plan_fact(fact, reader, facts.emplace_back());
  for (const model::Reading& reading : pack.readings) reading_fact(reading, facts.emplace_back());
  for_each_when(pack, [&](const model::When& when) { collect_breaks(facts, when); });
}

}  // namespace aidcheck
