#include "pack/parts.h"

#include <utility>

namespace aidcheck::pack_parts {

using json::Type;

model::Citations citations(Reader& reader, const Value& object, const Pointer& at) {
  model::Citations list;
  const Pointer here = at / "cite";
  for (const std::string& cite : reader.strings(object, "cite", at)) {
    const std::size_t mark = cite.find('#');
    if (mark == std::string::npos || mark == 0 || mark + 1 == cite.size()) {
      reader.fail("cite.malformed", here.str(),
                  {"引用要写成“文件#条”，例如 xi98#6，现在是“" + cite + "”。",
                   "A citation is written document#article, such as xi98#6; this is \"" + cite + "\"."});
    } else {
      list.push_back({cite.substr(0, mark), cite.substr(mark + 1), here.str()});
    }
  }
  return list;
}

std::optional<Figure> figure(Reader& reader, const Value& value, Unit unit, const Pointer& at) {
  if (!reader.expect(value, Type::kString, at)) return std::nullopt;
  const auto read = read_figure(value.text);
  if (!read) {
    reader.fail("figure.malformed", at.str(),
                {"看不懂“" + value.text + "”。金额写成“30万元”“6000元”，比例写成“85%”，加减写成“5个百分点”。",
                 "\"" + value.text + "\" is no figure. Write amounts as 30万元 or 6000元, rates as 85%, changes as 5个百分点."});
    return std::nullopt;
  }
  if (read->unit == unit) return read;
  const Text wanted = unit == Unit::kAmount ? Text{"金额（元、万元）", "an amount (元, 万元)"} : Text{"比例（%）", "a rate (%)"};
  reader.fail("figure.wrong_unit", at.str(),
              {"这里应当是" + wanted.zh + "，“" + value.text + "”的单位不对。", "Here belongs " + wanted.en + "; \"" + value.text + "\" has another unit."});
  return std::nullopt;
}

namespace {

bool is_range(const Value& value) {
  return value.find("at_least") != nullptr || value.find("above") != nullptr || value.find("at_most") != nullptr ||
         value.find("below") != nullptr;
}

void read_range(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  reader.only(value, {"at_least", "above", "at_most", "below"}, at);
  const auto bound = [&](std::string_view name) -> std::optional<Value> {
    const Value* found = value.find(name);
    return found == nullptr ? std::nullopt : std::optional<Value>(*found);
  };
  test.at_least = bound("at_least");
  test.above = bound("above");
  test.at_most = bound("at_most");
  test.below = bound("below");
}

void read_test(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  if (value.is(Type::kArray)) {
    test.one_of = value.items;
  } else if (!value.is(Type::kObject)) {
    test.one_of = {value};
  } else if (is_range(value)) {
    read_range(reader, value, at, test);
  } else if (const Value* denied = value.find("not"); denied != nullptr && !test.negated) {
    reader.only(value, {"not"}, at);
    test.negated = true;
    read_test(reader, *denied, at, test);
  } else {
    reader.fail("condition.malformed", at.str(),
                {"条件写成一个值、一列值、{\"not\": …} 或范围 {\"at_least\", \"above\", \"at_most\", \"below\"}。",
                 "A condition is a value, a list of values, {\"not\": …} or a range {\"at_least\", \"above\", \"at_most\", \"below\"}."});
  }
}

}  // namespace

model::When when(Reader& reader, const Value& value, const Pointer& at) {
  model::When tests;
  if (!reader.expect(value, Type::kObject, at)) return tests;
  for (const json::Member& member : value.members) {
    model::Test test;
    test.fact = member.name;
    test.at = (at / member.name).str();
    read_test(reader, member.value, at / member.name, test);
    tests.push_back(std::move(test));
  }
  return tests;
}

void row(Reader& reader, const Value& value, const Pointer& at, model::Row& row) {
  row.at = at.str();
  row.cite = citations(reader, value, at);
  if (const Value* condition = value.find("when")) row.when = when(reader, *condition, at / "when");
}

namespace {

// Calls `each(item, at)` for every object of a list.
template <class Each>
void each_object(Reader& reader, const Value& list, const Pointer& at, Each each) {
  if (!reader.expect(list, Type::kArray, at)) return;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (reader.expect(list.items[i], Type::kObject, at / i)) each(list.items[i], at / i);
  }
}

}  // namespace

std::vector<model::AmountRow> amounts(Reader& reader, const Value& object, std::string_view name, const Pointer& at) {
  std::vector<model::AmountRow> rows;
  const Value* value = object.find(name);
  if (value == nullptr) return rows;
  const Pointer here = at / name;
  const auto add = [&](const Value& printed, const Pointer& place, model::AmountRow made) {
    if (auto read = figure(reader, printed, Unit::kAmount, place)) {
      made.amount = std::move(*read);
      rows.push_back(std::move(made));
    }
  };
  if (!value->is(Type::kArray)) {
    model::AmountRow only;
    only.at = here.str();
    add(*value, here, std::move(only));
    return rows;
  }
  each_object(reader, *value, here, [&](const Value& item, const Pointer& place) {
    reader.only(item, {"when", "amount", "cite"}, place);
    model::AmountRow made;
    row(reader, item, place, made);
    if (const Value* printed = reader.need(item, "amount", Type::kString, place)) add(*printed, place / "amount", std::move(made));
  });
  return rows;
}

namespace {

void read_bands(Reader& reader, const Value& list, const Pointer& at, model::RateRow& made) {
  each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    reader.only(item, {"to", "rate"}, place);
    model::Band band;
    if (const Value* to = item.find("to")) band.to = figure(reader, *to, Unit::kAmount, place / "to");
    const Value* rate = reader.need(item, "rate", Type::kString, place);
    if (rate == nullptr) return;
    if (auto read = figure(reader, *rate, Unit::kRate, place / "rate")) {
      band.rate = std::move(*read);
      made.bands.push_back(std::move(band));
    }
  });
}

void read_measured_from(Reader& reader, const Value& item, const Pointer& at, model::RateRow& made) {
  const std::string from = reader.maybe_string(item, "measured_from", at);
  made.bands_above_deductible = from == "deductible";
  if (!from.empty() && from != "deductible" && from != "zero") {
    reader.unknown("choice.unknown", from, {"zero", "deductible"}, (at / "measured_from").str());
  }
}

}  // namespace

std::vector<model::RateRow> rates(Reader& reader, const Value& list, const Pointer& at) {
  std::vector<model::RateRow> rows;
  each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    reader.only(item, {"when", "label", "rate", "bands", "measured_from", "cite"}, place);
    model::RateRow made;
    row(reader, item, place, made);
    made.label = reader.maybe_text(item, "label", place);
    read_measured_from(reader, item, place, made);
    if (const Value* bands = item.find("bands")) {
      read_bands(reader, *bands, place / "bands", made);
    } else if (const Value* rate = reader.need(item, "rate", Type::kString, place)) {
      if (auto read = figure(reader, *rate, Unit::kRate, place / "rate")) made.bands.push_back({std::nullopt, std::move(*read)});
    }
    rows.push_back(std::move(made));
  });
  return rows;
}

std::vector<model::BaseRow> bases(Reader& reader, const Value& object, std::string_view name, const Pointer& at) {
  std::vector<model::BaseRow> rows;
  const Value* value = object.find(name);
  if (value == nullptr) return rows;
  const auto add = [&](const Value& item, const Pointer& place) {
    reader.only(item, {"when", "of", "less", "cite"}, place);
    model::BaseRow made;
    row(reader, item, place, made);
    if (item.find("of") == nullptr) reader.missing((place / "of").str());
    made.of = reader.strings(item, "of", place);
    made.less = reader.strings(item, "less", place);
    rows.push_back(std::move(made));
  };
  if (value->is(Type::kObject)) {
    add(*value, at / name);
  } else {
    each_object(reader, *value, at / name, add);
  }
  return rows;
}

std::vector<model::DrawRow> draws(Reader& reader, const Value& object, const Pointer& at) {
  std::vector<model::DrawRow> rows;
  const Value* value = object.find("draws_on");
  if (value == nullptr) return rows;
  const Pointer here = at / "draws_on";
  const bool names = value->is(Type::kString) || (value->is(Type::kArray) && !value->items.empty() && value->items[0].is(Type::kString));
  if (names) {
    model::DrawRow only;
    only.at = here.str();
    only.pools = reader.strings(object, "draws_on", at);
    rows.push_back(std::move(only));
    return rows;
  }
  each_object(reader, *value, here, [&](const Value& item, const Pointer& place) {
    reader.only(item, {"when", "pools", "cite"}, place);
    model::DrawRow made;
    row(reader, item, place, made);
    made.pools = reader.strings(item, "pools", place);
    rows.push_back(std::move(made));
  });
  return rows;
}

std::vector<model::Exception> exceptions(Reader& reader, const Value& object, const Pointer& at) {
  std::vector<model::Exception> rows;
  const Value* value = object.find("except");
  if (value == nullptr) return rows;
  each_object(reader, *value, at / "except", [&](const Value& item, const Pointer& place) {
    reader.only(item, {"id", "when", "text", "cite"}, place);
    model::Exception made;
    row(reader, item, place, made);
    made.id = reader.need_string(item, "id", place);
    made.text = reader.need_text(item, "text", place);
    if (item.find("when") == nullptr) reader.missing((place / "when").str());
    rows.push_back(std::move(made));
  });
  return rows;
}

std::vector<model::Choice> choices(Reader& reader, const Value& object, const Pointer& at) {
  std::vector<model::Choice> list;
  const Value* value = reader.need(object, "choices", Type::kObject, at);
  if (value == nullptr) return list;
  const Pointer here = at / "choices";
  for (const json::Member& member : value->members) list.push_back({member.name, reader.need_text(*value, member.name, here)});
  return list;
}

}  // namespace aidcheck::pack_parts
