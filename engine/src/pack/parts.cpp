#include "pack/parts.h"

#include <utility>

namespace aidcheck::pack_parts {

using json::may;
using json::need;
using json::Type;

void read_citations(Reader& reader, const Value& object, const Pointer& at, model::Citations& citations) {
  const Value* value = object.find("cite");
  if (value == nullptr) return;
  const Pointer here = at / "cite";
  List<std::string_view> written;
  reader.strings(*value, here, written);
  for (const std::string_view cite : written) {
    const std::size_t mark = cite.find('#');
    if (mark == std::string_view::npos || mark == 0 || mark + 1 == cite.size()) {
      reader.fail("cite.malformed", here,
                  for_authors("引用要写成“文件#条”，例如 xi98#6，现在是“{0}”。",
                              "A citation is written document#article, such as xi98#6; this is \"{0}\"."),
                  {cite});
      continue;
    }
    model::Citation& made = citations.emplace_back();
    made.source = cite.substr(0, mark);
    made.article = cite.substr(mark + 1);
    made.at = value;
  }
}

bool read_figure_of(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure,
                    bool share_of_amount) {
  if (!reader.expect(value, Type::kString, at)) return false;
  if (!read_figure(value.text, figure, share_of_amount)) {
    reader.fail("figure.malformed", at,
                for_authors("看不懂“{0}”。金额写成“30万元”，比例写成“85%”，加减写成“5个百分点”。",
                            "\"{0}\" is no figure. Write 30万元, 85% or 5个百分点."),
                {value.text});
    return false;
  }
  if (figure.unit == unit) return true;
  const Filler wanted = unit == Unit::kAmount ? Filler("金额（元、万元）", "an amount (元, 万元)")
                        : unit == Unit::kRate ? Filler("比例（%）", "a rate (%)")
                                              : Filler("百分点", "percentage points (个百分点)");
  reader.fail("figure.wrong_unit", at,
              for_authors("这里应当是{0}，“{1}”的单位不对。", "Here belongs {0}; \"{1}\" has another unit."),
              {wanted, value.text});
  return false;
}

bool read_open_figure(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure,
                      bool share_of_amount) {
  Figure range;
  if (!value.is(Type::kString) || !read_range(value.text, range) || range.unit != unit)
    return read_figure_of(reader, value, unit, at, figure, share_of_amount);
  figure = range;
  return true;
}

void read_share(Reader& reader, const Value& value, const Pointer& at, Figure& figure, std::string_view& fact,
                bool share_of_amount) {
  if (value.is(Type::kObject)) {
    reader.members(value, at, {need("fact", fact)});
  } else {
    read_open_figure(reader, value, Unit::kRate, at, figure, share_of_amount);
  }
}

void read_between(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure) {
  if (value.is(Type::kObject)) {
    reader.members(value, at, {need("from"), need("to")});
    const Value* from = value.find("from");
    const Value* to = value.find("to");
    Figure end;
    if (from == nullptr || to == nullptr || !read_figure_of(reader, *from, unit, at / "from", figure) ||
        !read_figure_of(reader, *to, unit, at / "to", end))
      return;
    figure.range = in_hundredths(figure, figure.least) && in_hundredths(end, figure.most);
  } else if (!read_open_figure(reader, value, unit, at, figure)) {
    return;
  }
  if (figure.range && figure.least <= figure.most) return;
  reader.fail(
      "range.malformed", at,
      for_authors("范围写成“不低于70%”“不超过3万元”“10%左右”，或 {\"from\": …, \"to\": …}，"
                  "从小到大，百分数最多两位小数。",
                  "A range is written 不低于70%, 不超过3万元, 10%左右 or {\"from\": …, \"to\": …}, rising, a "
                  "percentage with at most two decimals."));
}

namespace {

struct BoundName {
  std::string_view name;
  bool lower;
  std::int64_t shift;
};
constexpr BoundName kBounds[] = {
    {"at_least", true, 0}, {"above", true, 1}, {"at_most", false, 1}, {"below", false, 0}};

bool read_range(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  for (const BoundName& bound : kBounds) {
    const Value* found = value.find(bound.name);
    if (found != nullptr) test.bounds.push_back({bound.lower, bound.shift, found});
  }
  if (test.bounds.empty()) return false;
  reader.members(value, at, {may("at_least"), may("above"), may("at_most"), may("below")});
  return true;
}

void read_test(Reader& reader, const Value& value, const Pointer& at, model::Test& test) {
  if (value.is(Type::kArray) && !value.items.empty()) {
    for (const Value& item : value.items) test.one_of.push_back(&item);
  } else if (!value.is(Type::kObject) && !value.is(Type::kArray)) {
    test.one_of.push_back(&value);
  } else if (read_range(reader, value, at, test)) {
    return;
  } else if (const Value* denied = value.find("not"); denied != nullptr && !test.negated) {
    reader.members(value, at, {may("not")});
    test.negated = true;
    read_test(reader, *denied, at, test);
  } else {
    reader.fail("condition.malformed", at,
                for_authors("条件写成一个值、一列值、{\"not\": …} 或范围。",
                            "A condition is a value, a list of values, {\"not\": …} or a range."));
  }
}

}  // namespace

void read_when(Reader& reader, const Value& value, const Pointer& at, model::When& when) {
  if (!reader.expect(value, Type::kObject, at)) return;
  for (const json::Member& member : value.members) {
    model::Test& test = when.emplace_back();
    test.fact = member.name;
    test.at = &member.value;
    read_test(reader, member.value, at / member.name, test);
  }
}

void read_row(Reader& reader, const Value& value, const Pointer& at, model::Row& row) {
  row.at = &value;
  read_citations(reader, value, at, row.cite);
  if (const Value* condition = value.find("when")) read_when(reader, *condition, at / "when", row.when);
}

void read_parameter(Reader& reader, const Value& value, const Pointer& at, model::Parameter& parameter) {
  if (!value.is(Type::kObject)) {
    read_open_figure(reader, value, Unit::kAmount, at, parameter.figure);
    return;
  }
  reader.members(value, at, {need("of", parameter.of), may("share")});
  if (const Value* share = value.find("share"))
    read_share(reader, *share, at / "share", parameter.figure, parameter.share_fact, true);
}

void read_amounts(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                  List<model::AmountRow>& rows) {
  const Value* value = object.find(name);
  if (value == nullptr) return;
  const Pointer here = at / name;
  if (!value->is(Type::kArray)) {
    model::AmountRow& only = rows.emplace_back();
    only.at = value;
    read_parameter(reader, *value, here, only.amount);
    return;
  }
  json::each_object(reader, *value, here, [&](const Value& item, const Pointer& place) {
    model::AmountRow& made = rows.emplace_back();
    reader.members(item, place, {may("when"), need("amount"), may("cite")});
    read_row(reader, item, place, made);
    if (const Value* amount = item.find("amount"))
      read_parameter(reader, *amount, place / "amount", made.amount);
  });
}

namespace {

void read_bands(Reader& reader, const Value& list, const Pointer& at, List<model::Band>& bands) {
  json::each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    reader.members(item, place, {may("to"), need("rate")});
    model::Band& band = bands.emplace_back();
    if (const Value* to = item.find("to"))
      band.bounded = read_figure_of(reader, *to, Unit::kAmount, place / "to", band.to);
    if (const Value* rate = item.find("rate"))
      read_share(reader, *rate, place / "rate", band.rate, band.rate_fact, false);
  });
}

}  // namespace

void read_rates(Reader& reader, const Value& list, const Pointer& at, List<model::RateRow>& rows) {
  json::each_object(reader, list, at, [&](const Value& item, const Pointer& place) {
    model::RateRow& made = rows.emplace_back();
    std::string_view from;
    read_row(reader, item, place, made);
    reader.members(item, place,
                   {may("when"), may("label", made.label), may("rate"), may("bands"), may("amount"),
                    may("measured_from", from), may("cite")});
    reader.one_of(from, {"zero", "deductible"}, place / "measured_from");
    made.bands_above_deductible = from == "deductible";
    const Value* bands = item.find("bands");
    const Value* rate = item.find("rate");
    const Value* amount = item.find("amount");
    if ((bands != nullptr) + (rate != nullptr) + (amount != nullptr) > 1) {
      reader.fail("rate.twice", place,
                  for_authors("一行只写 rate、bands、amount 中的一个。",
                              "A row has one of `rate`, `bands` and `amount`."));
    } else if (bands != nullptr) {
      read_bands(reader, *bands, place / "bands", made.bands);
      if (made.bands.empty()) reader.missing(place / "bands" / 0);
    } else if (rate != nullptr) {
      model::Band& only = made.bands.emplace_back();
      read_share(reader, *rate, place / "rate", only.rate, only.rate_fact, false);
    } else if (amount != nullptr) {
      made.lump = true;
      read_parameter(reader, *amount, place / "amount", made.amount);
    } else {
      reader.missing(place / "rate");
    }
  });
}

void read_terms(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::Term>& terms) {
  const Value* list = object.find(name);
  const Pointer here = at / name;
  if (list == nullptr || !reader.expect(*list, Type::kArray, here)) return;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Value& item = list->items[i];
    const Pointer place = here / i;
    model::Term& term = terms.emplace_back();
    term.at = &item;
    if (!item.is(Type::kObject)) {
      if (reader.expect(item, Type::kString, place)) term.name = item.text;
      continue;
    }
    reader.members(item, place, {need("of", term.name), need("share")});
    if (const Value* share = item.find("share"))
      read_figure_of(reader, *share, Unit::kRate, place / "share", term.share, true);
  }
}

void read_bases(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::BaseRow>& rows) {
  const Value* value = object.find(name);
  if (value == nullptr) return;
  const auto add = [&](const Value& item, const Pointer& place) {
    model::BaseRow& made = rows.emplace_back();
    read_row(reader, item, place, made);
    reader.members(item, place, {may("when"), need("of"), may("less"), may("cite")});
    read_terms(reader, item, "of", place, made.of);
    read_terms(reader, item, "less", place, made.less);
  };
  if (value->is(Type::kObject)) {
    add(*value, at / name);
  } else {
    json::each_object(reader, *value, at / name, add);
  }
}

void read_draws(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::DrawRow>& rows) {
  const Value* value = object.find(name);
  if (value == nullptr) return;
  const Pointer here = at / name;
  const bool names = !value->is(Type::kArray) || (!value->items.empty() && value->items[0].is(Type::kString));
  if (names) {
    model::DrawRow& only = rows.emplace_back();
    only.at = value;
    reader.strings(*value, here, only.pools);
    return;
  }
  json::each_object(reader, *value, here, [&](const Value& item, const Pointer& place) {
    model::DrawRow& made = rows.emplace_back();
    read_row(reader, item, place, made);
    reader.members(item, place, {may("when"), need("pools", made.pools), may("cite")});
  });
}

namespace {

struct HowName {
  std::string_view name;
  model::AdjustRow::How how;
  Unit unit;
};
constexpr HowName kHows[] = {{"add", model::AdjustRow::How::kAdd, Unit::kPoints},
                             {"subtract", model::AdjustRow::How::kSubtract, Unit::kPoints},
                             {"times", model::AdjustRow::How::kTimes, Unit::kRate}};

}  // namespace

void read_adjustments(Reader& reader, const Value& object, const Pointer& at, List<model::AdjustRow>& rows) {
  const Value* value = object.find("adjust");
  if (value == nullptr) return;
  json::each_object(reader, *value, at / "adjust", [&](const Value& item, const Pointer& place) {
    model::AdjustRow& made = rows.emplace_back();
    read_row(reader, item, place, made);
    reader.members(
        item, place,
        {may("when"), may("label", made.label), may("add"), may("subtract"), may("times"), may("cite")});
    int given = 0;
    for (const HowName& each : kHows) {
      const Value* figure = item.find(each.name);
      if (figure == nullptr) continue;
      ++given;
      made.how = each.how;
      read_figure_of(reader, *figure, each.unit, place / each.name, made.figure);
    }
    if (given != 1) {
      reader.fail("adjust.malformed", place,
                  for_authors("一行只写 add、subtract、times 中的一个。",
                              "A row has one of `add`, `subtract` and `times`."));
    }
  });
}

void read_exceptions(Reader& reader, const Value& object, const Pointer& at, List<model::Exception>& rows) {
  const Value* value = object.find("except");
  if (value == nullptr) return;
  json::each_object(reader, *value, at / "except", [&](const Value& item, const Pointer& place) {
    model::Exception& made = rows.emplace_back();
    read_row(reader, item, place, made);
    reader.members(item, place, {need("id", made.id), need("when"), need("text", made.text), may("cite")});
  });
}

bool read_bound(const Value& object, std::string_view& name, model::Bound& bound) {
  std::size_t found = 0;
  for (const BoundName& each : kBounds) {
    const Value* value = object.find(each.name);
    if (value == nullptr) continue;
    ++found;
    name = each.name;
    bound = {each.lower, each.shift, value};
  }
  return found == 1;
}

std::optional<Day> read_day(Reader& reader, std::string_view text, const Pointer& at) {
  if (text.empty()) return std::nullopt;
  const auto read = parse_day(text);
  if (!read) {
    reader.fail(
        "date.impossible", at,
        for_authors("“{0}”不是一个日期，请写成 2023-01-01。", "\"{0}\" is no date. Write it as 2023-01-01."),
        {text});
  }
  return read;
}

void read_choices(Reader& reader, const Value& object, const Pointer& at, List<model::Choice>& choices) {
  json::each_named(reader, object, "choices", at,
                   [&](std::string_view name, const Value& value, const Pointer& place) {
                     model::Choice& made = choices.emplace_back();
                     made.id = name;
                     made.label = reader.text(value, place);
                   });
}

}  // namespace aidcheck::pack_parts
