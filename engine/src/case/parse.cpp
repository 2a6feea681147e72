#include "case/parse.h"

#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/duplicates.h"
#include "case/amount.h"
#include "json/reader.h"

namespace aidcheck {
namespace {

using json::may;
using json::Member;
using json::need;
using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;

std::optional<Day> read_day(Reader& reader, const Value& value, const Pointer& at) {
  if (!reader.expect(value, Type::kString, at)) return std::nullopt;
  const auto day = parse_day(value.text);
  if (!day) {
    reader.fail("date.impossible", at, "“{0}”不是一个日期，请写成 2024-03-01 这样，并检查这一天是否存在。",
                "\"{0}\" is no date. Write it as 2024-03-01 and see whether that day exists.", {value.text});
  }
  return day;
}

std::optional<Day> maybe_day(Reader& reader, const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = object.find(name);
  return value == nullptr || value->is(Type::kNull) ? std::nullopt : read_day(reader, *value, at / name);
}

void check_order(Reader& reader, const std::optional<Day>& from, const std::optional<Day>& until,
                 const Pointer& at) {
  if (!from || !until || *from <= *until) return;
  reader.fail("date.reversed", at / "until", "结束日期早于开始日期，请检查是否填反了。",
              "The last day comes before the first. See whether they were swapped.");
}

std::string_view read_category(Reader& reader, const Value& value, const Pointer& at) {
  if (!reader.expect(value, Type::kString, at)) return {};
  if (category_named(value.text) == nullptr)
    reader.unknown("category.unknown", value.text, categories(), at.str());
  return value.text;
}

// A category, or the list of those that it may be.
void read_candidates(Reader& reader, const Value& value, const Pointer& at, sent::Identity& made) {
  if (value.is(Type::kNull)) return;
  if (!value.is(Type::kObject)) {
    made.category = read_category(reader, value, at);
    return;
  }
  const Value* list = nullptr;
  reader.members(value, at, {need("one_of")});
  list = value.find("one_of");
  if (list == nullptr || !reader.some(*list, at / "one_of")) return;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Value& each = list->items[i];
    made.candidates.push_back(each.is(Type::kNull) ? std::string_view()
                                                   : read_category(reader, each, at / "one_of" / i));
  }
}

sent::Identity read_identity(Reader& reader, const Value& value, const Pointer& at) {
  sent::Identity made;
  if (value.is(Type::kString)) {
    made.category = read_category(reader, value, at);
  } else if (reader.expect(value, Type::kObject, at)) {
    reader.members(value, at, {may("category"), may("from"), may("until")});
    made.from = maybe_day(reader, value, "from", at);
    made.until = maybe_day(reader, value, "until", at);
    check_order(reader, made.from, made.until, at);
    if (const Value* category = value.find("category"))
      read_candidates(reader, *category, at / "category", made);
  }
  return made;
}

bool not_too_many(Reader& reader, const Value& list, std::size_t most, const Pointer& at) {
  if (list.items.size() <= most) return true;
  reader.fail("list.too_long", at, "这里最多写 {0} 项。", "At most {0} entries belong here.",
              {digits_of(most)});
  return false;
}

void read_person(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* person = reader.maybe(root, "person", Type::kObject, at);
  // Whoever says nothing of identities may hold any one, or none.
  const Value* identities = person == nullptr ? nullptr : person->find("identities");
  made.identities_left_out = identities == nullptr;
  if (identities == nullptr || identities->is(Type::kNull)) made.identities.emplace_back().named = false;
  if (person == nullptr) return;
  const Pointer here = at / "person";
  for (const Member& member : person->members) {
    if (member.name != "identities") made.person.push_back({member.name, &member.value});
  }
  const Pointer list = here / "identities";
  if (made.identities.empty() && reader.expect(*identities, Type::kArray, list) &&
      not_too_many(reader, *identities, kMostIdentities, list)) {
    for (std::size_t i = 0; i < identities->items.size(); ++i)
      made.identities.push_back(read_identity(reader, identities->items[i], list / i));
  }
}

// The field that the national interface or a printed sheet calls so.
const FieldWord* field_called(std::string_view name) {
  for (const FieldWord& field : fields()) {
    if (field.interface == name || (!name.empty() && field.word.zh.find(name) != std::string_view::npos))
      return &field;
  }
  return nullptr;
}

void read_sheet(Reader& reader, const Value& visit, const Pointer& at, sent::Visit& made) {
  const Value* sheet = visit.find("sheet");
  if (sheet == nullptr || sheet->is(Type::kNull)) return;
  const Pointer here = at / "sheet";
  if (!reader.expect(*sheet, Type::kObject, here)) return;
  for (const Member& member : sheet->members) {
    if (const auto field = field_named(member.name)) {
      made.sheet[static_cast<std::size_t>(*field)] = read_amount(reader, member.value, here / member.name);
      made.stated[static_cast<std::size_t>(*field)] = true;
    } else {
      const FieldWord* meant = field_called(member.name);
      reader.unknown("field.unknown", member.name,
                     meant == nullptr ? Names(fields()) : Names({meant->word.id}), here / member.name);
    }
  }
  // A sheet that states what basic insurance paid and leaves these out means that they paid nothing.
  if (made.amount(Field::kBasic).knowledge == sent::Amount::Knowledge::kAbsent) return;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    sent::Amount& amount = made.sheet[i];
    if (fields()[i].zero_with_basic && amount.knowledge == sent::Amount::Knowledge::kAbsent)
      amount.knowledge = sent::Amount::Knowledge::kExact;
  }
}

void check_year(Reader& reader, const sent::Visit& visit, int year, const Pointer& at) {
  if (year == 0 || year_of(visit.until) == year) return;
  const std::string date = format_day(visit.until);
  const std::string wanted = digits_of(year);
  reader.fail(
      "date.outside_year", (at / (visit.until_stated ? "until" : "from")).str(),
      "这次就医在{0}结束，不在要算的{1}年内。请改日期，或另算那一年。",
      "This visit ended on {0}, outside the year {1}. Change the date, or settle that year by itself.",
      {date, wanted});
}

sent::Visit read_visit(Reader& reader, const Value& value, const Pointer& at, std::size_t position,
                       int year) {
  sent::Visit made;
  for (const Member& member : value.members) {
    if (member.name != "id" && member.name != "from" && member.name != "until" && member.name != "sheet") {
      made.facts.push_back({member.name, &member.value});
    }
  }
  if (const Value* id = reader.maybe(value, "id", Type::kString, at)) made.id = id->text;
  if (made.id.empty()) made.id = keep(digits_of(position + 1));
  const Value* first = value.find("from");
  if (first == nullptr || first->is(Type::kNull)) reader.missing(at / "from");
  const auto from = maybe_day(reader, value, "from", at);
  auto until = maybe_day(reader, value, "until", at);
  made.until_stated = until.has_value();
  check_order(reader, from, until, at);
  if (!until) until = from;
  if (from && until) {
    made.from = *from;
    made.until = *until;
    check_year(reader, made, year, at);
  }
  read_sheet(reader, value, at, made);
  return made;
}

void check_ids(Reader& reader, const List<sent::Visit>& visits) {
  std::vector<std::string_view> ids;
  for (const sent::Visit& visit : visits) ids.push_back(visit.id);
  const std::string_view id = name_given_twice(std::move(ids));
  if (id.data() == nullptr) return;
  std::size_t second = visits.size();
  while (visits[--second].id != id) continue;
  reader.fail("id.duplicate", "/visits/" + digits_of(second) + "/id",
              "两次就医用了同一个编号“{0}”，请改一个。", "Two visits have the id \"{0}\". Change one.", {id});
}

void read_visits(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* visits = reader.maybe(root, "visits", Type::kArray, at);
  if (visits == nullptr) return;
  const Pointer here = at / "visits";
  if (!not_too_many(reader, *visits, kMostVisits, here)) return;
  for (std::size_t i = 0; i < visits->items.size(); ++i) {
    if (reader.expect(visits->items[i], Type::kObject, here / i))
      made.visits.push_back(read_visit(reader, visits->items[i], here / i, i, made.year));
  }
  check_ids(reader, made.visits);
}

List<sent::NamedAmount> read_named_amounts(Reader& reader, const Value& object, std::string_view name,
                                           const Pointer& at) {
  List<sent::NamedAmount> list;
  const Value* amounts = reader.maybe(object, name, Type::kObject, at);
  if (amounts == nullptr) return list;
  const Pointer here = at / name;
  for (const Member& member : amounts->members) {
    list.push_back({member.name, read_amount(reader, member.value, here / member.name)});
  }
  return list;
}

void read_before(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* before = root.find("before");
  if (before == nullptr || !reader.expect(*before, Type::kObject, at / "before")) return;
  const Pointer here = at / "before";
  reader.members(*before, here, {may("pools"), may("cumulative"), may("counts")});
  made.before_stated = true;
  made.pools_before = read_named_amounts(reader, *before, "pools", here);
  made.counted_before = read_named_amounts(reader, *before, "cumulative", here);
  made.visits_before = read_named_amounts(reader, *before, "counts", here);
  for (const sent::NamedAmount& each : made.visits_before) {
    if (each.amount.least % 100 != 0 || each.amount.most % 100 != 0)
      reader.fail("number.malformed", here / "counts" / each.name, "这里要填整数。",
                  "Here belongs a whole number.");
  }
}

void read_readings(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* readings = reader.maybe(root, "readings", Type::kObject, at);
  if (readings == nullptr) return;
  const Pointer here = at / "readings";
  for (const Member& member : readings->members) {
    if (reader.expect(member.value, Type::kString, here / member.name))
      made.readings.push_back({member.name, member.value.text});
  }
}

void read_help(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* help = reader.maybe(root, "help", Type::kArray, at);
  if (help == nullptr) return;
  List<std::string_view> wanted;
  reader.strings(*help, at / "help", wanted);
  for (const std::string_view each : wanted)
    made.asks_categories = reader.one_of(each, {"categories"}, at / "help") || made.asks_categories;
}

void read_year(Reader& reader, const Value& root, const Pointer& at, sent::Case& made) {
  const Value* year = root.find("year");
  if (year == nullptr || year->is(Type::kNull)) return;
  if (!reader.expect(*year, Type::kNumber, at / "year")) return;
  const Decimal number = read_decimal(year->text);
  constexpr std::int64_t kFirstYear = 1990;
  constexpr std::int64_t kLastYear = 2199;
  if (number.problem != Decimal::Problem::kNone || number.scale != 0 || number.negative ||
      number.units < kFirstYear || number.units > kLastYear) {
    reader.fail("year.impossible", at / "year", "年份要写成 2024 这样的四位数。",
                "A year is four digits, such as 2024.");
    return;
  }
  made.year = static_cast<int>(number.units);
}

}  // namespace

sent::Case parse_case(const Value& root, std::vector<Error>& errors) {
  Reader reader(Fault::kCase, errors);
  const Pointer at;
  sent::Case made;
  if (!reader.expect(root, Type::kObject, at)) return made;
  reader.members(root, at,
                 {may("$schema"), may("schema"), need("place", made.place), need("year"), may("person"),
                  need("visits"), may("before"), may("readings"), may("help")});
  if (const Value* schema = root.find("schema");
      schema != nullptr && !(schema->is(Type::kNumber) && schema->text == "1")) {
    reader.fail("schema.unsupported", "/schema", "只认识第 1 版格式。", "Only schema 1 is known.");
  }
  read_year(reader, root, at, made);
  read_person(reader, root, at, made);
  read_visits(reader, root, at, made);
  read_before(reader, root, at, made);
  read_readings(reader, root, at, made);
  read_help(reader, root, at, made);
  return made;
}

}  // namespace aidcheck
