#include "pack/parts.h"

#include <utility>

namespace aidcheck::pack_parts {

using json::may;
using json::need;
using json::Type;

model::Citations citations(Reader& reader, const Value& object, const Pointer& at) {
  model::Citations list;
  const Pointer here = at / "cite";
  for (const std::string& cite : reader.strings(object, "cite", at)) {
    const std::size_t mark = cite.find('#');
    if (mark == std::string::npos || mark == 0 || mark + 1 == cite.size()) {
      reader.fail("cite.malformed", here, "引用要写成“文件#条”，例如 xi98#6，现在是“{0}”。", "A citation is written document#article, such as xi98#6; this is \"{0}\".", {cite});
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
    reader.fail("figure.malformed", at, "看不懂“{0}”。金额写成“30万元”“6000元”，比例写成“85%”，加减写成“5个百分点”。", "\"{0}\" is no figure. Write amounts as 30万元 or 6000元, rates as 85%, changes as 5个百分点.", {value.text});
    return std::nullopt;
  }
  if (read->unit == unit) return read;
  const Text wanted = unit == Unit::kAmount ? Text{"金额（元、万元）", "an amount (元, 万元)"} : Text{"比例（%）", "a rate (%)"};
  reader.fail("figure.wrong_unit", at, "这里应当是{0}，“{1}”的单位不对。", "Here belongs {0}; \"{1}\" has another unit.", {wanted, value.text});
  return std::nullopt;
}

namespace {

struct BoundName {
  std::string_view name;
  bool lower;
  std::int64_t shift;
};
constexpr BoundName kBounds[] = {{"at_least", true, 0}, {"above", true, 1}, {"at_most", false, 1}, {"below", false, 0}};

bool read_range(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  for (const BoundName& bound : kBounds) {
    if (const Value* found = value.find(bound.name)) test.bounds.push_back({bound.lower, bound.shift, *found});
  }
  if (test.bounds.empty()) return false;
  reader.members(value, at, {may("at_least"), may("above"), may("at_most"), may("below")});
  return true;
}

void read_test(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  if (value.is(Type::kArray)) {
    test.one_of = value.items;
  } else if (!value.is(Type::kObject)) {
    test.one_of = {value};
  } else if (read_range(reader, value, at, test)) {
    return;
  } else if (const Value* denied = value.find("not"); denied != nullptr && !test.negated) {
    reader.members(value, at, {may("not")});
    test.negated = true;
    read_test(reader, *denied, at, test);
  } else {
    reader.fail("condition.malformed", at, "条件写成一个值、一列值、{\"not\": …} 或范围 {\"at_least\", \"above\", \"at_most\", \"below\"}。", "A condition is a value, a list of values, {\"not\": …} or a range {\"at_least\", \"above\", \"at_most\", \"below\"}.");
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
    reader.members(item, place, {may("when"), need("amount"), may("cite")});
    model::AmountRow made;
    row(reader, item, place, made);
    if (const Value* printed = item.find("amount")) add(*printed, place / "amount", std::move(made));
  });
  return rows;
}

namespace {

void read_bands(Reader& reader, const Value& list, const Pointer& at, model::RateRow& made) {
  each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    reader.members(item, place, {may("to"), need("rate")});
    model::Band band;
    if (const Value* to = item.find("to")) band.to = figure(reader, *to, Unit::kAmount, place / "to");
    const Value* rate = item.find("rate");
    if (rate == nullptr) return;
    if (auto read = figure(reader, *rate, Unit::kRate, place / "rate")) {
      band.rate = std::move(*read);
      made.bands.push_back(std::move(band));
    }
  });
}

}  // namespace

std::vector<model::RateRow> rates(Reader& reader, const Value& list, const Pointer& at) {
  std::vector<model::RateRow> rows;
  each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    model::RateRow made;
    std::string from;
    row(reader, item, place, made);
    reader.members(item, place,
                   {may("when"), may("label", made.label), may("rate"), may("bands"), may("measured_from", from), may("cite")});
    reader.one_of(from, {"zero", "deductible"}, place / "measured_from");
    made.bands_above_deductible = from == "deductible";
    if (const Value* bands = item.find("bands")) {
      read_bands(reader, *bands, place / "bands", made);
    } else if (const Value* rate = item.find("rate"); rate == nullptr) {
      reader.missing((place / "rate").str());
    } else {
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
    model::BaseRow made;
    row(reader, item, place, made);
    reader.members(item, place, {may("when"), need("of"), may("of", made.of), may("less", made.less), may("cite")});
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
    model::DrawRow made;
    row(reader, item, place, made);
    reader.members(item, place, {may("when"), need("pools"), may("pools", made.pools), may("cite")});
    rows.push_back(std::move(made));
  });
  return rows;
}

std::vector<model::Exception> exceptions(Reader& reader, const Value& object, const Pointer& at) {
  std::vector<model::Exception> rows;
  const Value* value = object.find("except");
  if (value == nullptr) return rows;
  each_object(reader, *value, at / "except", [&](const Value& item, const Pointer& place) {
    model::Exception made;
    row(reader, item, place, made);
    reader.members(item, place, {need("id", made.id), need("when"), need("text", made.text), may("cite")});
    rows.push_back(std::move(made));
  });
  return rows;
}

std::vector<model::Choice> choices(Reader& reader, const Value& object, const Pointer& at) {
  std::vector<model::Choice> list;
  const Value* value = reader.maybe(object, "choices", Type::kObject, at);
  if (value == nullptr) return list;
  const Pointer here = at / "choices";
  for (const json::Member& member : value->members) {
    list.push_back({member.name, reader.expect(member.value, Type::kObject, here / member.name) ? reader.text(member.value, here / member.name) : Text{}});
  }
  return list;
}

}  // namespace aidcheck::pack_parts
