#include "pack/parse.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pack/parts.h"

namespace aidcheck {
namespace {

using json::may;
using json::Member;
using json::need;
using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;
using namespace pack_parts;

// Calls `each(name, object, at)` for every member of `root.name`, which must be an object of objects.
template <class Each>
void each_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at, Each each) {
  const Value* parts = reader.maybe(root, name, Type::kObject, at);
  if (parts == nullptr) return;
  const Pointer here = at / name;
  for (const Member& member : parts->members) {
    if (reader.expect(member.value, Type::kObject, here / member.name)) each(member.name, member.value, here / member.name);
  }
}

template <class Each>
void each_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at, Each each) {
  const Value* parts = reader.maybe(root, name, Type::kArray, at);
  if (parts == nullptr) return;
  const Pointer here = at / name;
  for (std::size_t i = 0; i < parts->items.size(); ++i) {
    if (reader.expect(parts->items[i], Type::kObject, here / i)) each(parts->items[i], here / i);
  }
}

model::Source source(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  model::Source made;
  made.id = id;
  reader.members(value, at,
                 {need("number", made.number), need("title", made.title), need("issuer", made.issuer), need("issued", made.issued),
                  need("trust", made.trust), may("articles")});
  reader.one_of(made.trust, {"T1", "T2", "T3"}, at / "trust");
  each_named(reader, value, "articles", at, [&](const std::string& name, const Value& article, const Pointer& place) {
    model::Article read;
    read.id = name;
    reader.members(article, place, {need("label", read.label), need("text", read.text)});
    made.articles.push_back(std::move(read));
  });
  return made;
}

model::FactType fact_type(const std::string& type) {
  if (type == "choice") return model::FactType::kChoice;
  if (type == "whole_number") return model::FactType::kWholeNumber;
  if (type == "amount") return model::FactType::kAmount;
  return model::FactType::kYesNo;
}

model::Fact fact(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  model::Fact made;
  made.id = id;
  made.at = at.str();
  std::string of;
  std::string type;
  reader.members(value, at,
                 {need("of", of), need("type", type), need("label", made.label), need("question", made.question), may("help", made.help),
                  may("choices"), may("assumed")});
  made.of_visit = of == "visit";
  reader.one_of(of, {"person", "visit"}, at / "of");
  reader.one_of(type, {"yes_no", "choice", "whole_number", "amount"}, at / "type");
  made.type = fact_type(type);
  if (made.type == model::FactType::kChoice) made.choices = choices(reader, value, at);
  if (const Value* assumed = value.find("assumed")) made.assumed = *assumed;
  return made;
}

model::Category category(Reader& reader, const Value& value, const Pointer& at) {
  model::Category made;
  made.at = at.str();
  reader.members(value, at, {need("id", made.id), need("recognised_by", made.recognised_by), may("note", made.note), may("cite")});
  made.cite = citations(reader, value, at);
  return made;
}

model::Reading reading(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  model::Reading made;
  made.id = id;
  made.at = at.str();
  reader.members(value, at, {need("label", made.label), need("choices"), need("default", made.chosen), may("cite")});
  made.choices = choices(reader, value, at);
  made.cite = citations(reader, value, at);
  std::vector<std::string_view> names;
  for (const model::Choice& choice : made.choices) names.push_back(choice.id);
  const bool known = std::find(names.begin(), names.end(), made.chosen) != names.end();
  if (!known && !made.chosen.empty()) reader.unknown("choice.unknown", made.chosen, names, (at / "default").str());
  return made;
}

model::Pool pool(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  model::Pool made;
  made.id = id;
  made.at = at.str();
  std::string per;
  reader.members(value, at, {need("label", made.label), need("limit"), need("per", per), may("inside", made.inside), may("cite")});
  made.per_visit = per == "visit";
  reader.one_of(per, {"year", "visit"}, at / "per");
  made.limit = amounts(reader, value, "limit", at);
  made.cite = citations(reader, value, at);
  return made;
}

void read_pays(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* pays = value.find("pays");
  if (pays == nullptr) return;
  if (pays->is(Type::kObject)) {
    reader.members(*pays, at / "pays", {need("table", made.table)});
  } else {
    made.pays = rates(reader, *pays, at / "pays");
  }
}

void read_when_any(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* condition = value.find("when");
  if (condition == nullptr) return;
  const Pointer here = at / "when";
  if (!condition->is(Type::kArray)) {
    made.when.push_back(when(reader, *condition, here));
    return;
  }
  for (std::size_t i = 0; i < condition->items.size(); ++i) made.when.push_back(when(reader, condition->items[i], here / i));
}

model::Layer layer(Reader& reader, const Value& value, const Pointer& at) {
  model::Layer made;
  made.at = at.str();
  made.cite = citations(reader, value, at);
  if (value.find("sheet") != nullptr) {
    std::string pays_for;
    reader.members(value, at,
                   {need("id", made.id), may("label", made.label), need("sheet", made.sheet), may("pays_for", pays_for), may("cite")});
    made.in_scope = pays_for != "anything";
    reader.one_of(pays_for, {"in_scope", "anything"}, at / "pays_for");
    return made;
  }
  std::string over;
  reader.members(value, at,
                 {need("id", made.id), need("label", made.label), may("over", over), may("when"), may("except"), need("base"),
                  may("deductible"), need("pays"), may("draws_on"), may("cite")});
  made.over_year = over == "year";
  reader.one_of(over, {"visit", "year"}, at / "over");
  read_when_any(reader, value, at, made);
  made.except = exceptions(reader, value, at);
  made.base = bases(reader, value, "base", at);
  made.deductible = amounts(reader, value, "deductible", at);
  read_pays(reader, value, at, made);
  made.draws_on = draws(reader, value, at);
  return made;
}

model::Statement statement(Reader& reader, const Value& value, const Pointer& at) {
  model::Statement made;
  row(reader, value, at, made);
  reader.members(value, at, {need("id", made.id), may("when"), need("label", made.label), need("text", made.text), may("cite")});
  return made;
}

void read_identity_rule(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* rule = reader.maybe(root, "identity_counts", Type::kObject, at);
  if (rule == nullptr) return;
  const Pointer here = at / "identity_counts";
  pack.identity_at = here.str();
  reader.members(*rule, here, {need("when"), need("otherwise", pack.identity_otherwise), may("cite")});
  if (const Value* condition = rule->find("when")) pack.identity_counts = when(reader, *condition, here / "when");
  pack.identity_cite = citations(reader, *rule, here);
}

std::optional<Day> day(Reader& reader, const std::string& text, const Pointer& at) {
  if (text.empty()) return std::nullopt;
  const auto read = parse_day(text);
  if (!read) reader.fail("date.impossible", at, "“{0}”不是一个日期，请写成 2023-01-01。", "\"{0}\" is no date. Write it as 2023-01-01.", {text});
  return read;
}

void read_in_force(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* in_force = reader.maybe(root, "in_force", Type::kObject, at);
  if (in_force == nullptr) return;
  const Pointer here = at / "in_force";
  std::string from;
  std::string until;
  reader.members(*in_force, here, {need("from", from), may("until", until)});
  pack.from = day(reader, from, here / "from");
  pack.until = day(reader, until, here / "until");
}

}  // namespace

model::Pack parse_pack(const Value& root, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors);
  const Pointer at;
  model::Pack pack;
  if (!reader.expect(root, Type::kObject, at)) return pack;
  reader.members(root, at,
                 {may("$schema"), may("schema"), need("place", pack.place), need("name", pack.name), need("version", pack.version),
                  need("in_force"), need("sources"), may("categories"), may("facts"), may("kinds"), may("readings"),
                  may("identity_counts"), need("in_scope"), may("pools"), may("tables"), need("layers"), may("entitlements"), may("notices")});
  if (const Value* schema = root.find("schema"); schema != nullptr && schema->text != "1") {
    reader.fail("schema.unsupported", at / "schema", "只认识第 1 版规则包格式。", "Only schema 1 of rule packs is known.");
  }
  read_in_force(reader, root, at, pack);
  each_named(reader, root, "sources", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    pack.sources.push_back(source(reader, id, value, place));
  });
  each_listed(reader, root, "categories", at, [&](const Value& value, const Pointer& place) {
    pack.categories.push_back(category(reader, value, place));
  });
  each_named(reader, root, "facts", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    pack.facts.push_back(fact(reader, id, value, place));
  });
  each_named(reader, root, "kinds", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    model::Kind made;
    made.id = id;
    made.at = place.str();
    reader.members(value, place, {need("label", made.label), may("stay", made.stay)});
    pack.kinds.push_back(std::move(made));
  });
  each_named(reader, root, "readings", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    pack.readings.push_back(reading(reader, id, value, place));
  });
  read_identity_rule(reader, root, at, pack);
  pack.in_scope = bases(reader, root, "in_scope", at);
  each_named(reader, root, "pools", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    pack.pools.push_back(pool(reader, id, value, place));
  });
  each_named(reader, root, "tables", at, [&](const std::string& id, const Value& value, const Pointer& place) {
    reader.members(value, place, {need("rows")});
    const Value* rows = value.find("rows");
    pack.tables.push_back({id, rows == nullptr ? std::vector<model::RateRow>{} : rates(reader, *rows, place / "rows"), place.str()});
  });
  each_listed(reader, root, "layers", at, [&](const Value& value, const Pointer& place) { pack.layers.push_back(layer(reader, value, place)); });
  each_listed(reader, root, "entitlements", at, [&](const Value& value, const Pointer& place) {
    pack.entitlements.push_back(statement(reader, value, place));
  });
  each_listed(reader, root, "notices", at, [&](const Value& value, const Pointer& place) {
    pack.notices.push_back(statement(reader, value, place));
  });
  return pack;
}

}  // namespace aidcheck
