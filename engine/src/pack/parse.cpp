#include "pack/parse.h"

#include <string>
#include <utility>

#include "pack/parts.h"

namespace aidcheck {
namespace {

using json::Member;
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

std::optional<Day> maybe_day(Reader& reader, const Value& object, std::string_view name, const Pointer& at) {
  const std::string text = reader.maybe_string(object, name, at);
  if (text.empty()) return std::nullopt;
  const auto day = parse_day(text);
  if (!day) {
    reader.fail("date.impossible", (at / name).str(),
                {"“" + text + "”不是一个日期，请写成 2023-01-01。", "\"" + text + "\" is no date. Write it as 2023-01-01."});
  }
  return day;
}

model::Source source(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  reader.only(value, {"number", "title", "issuer", "issued", "trust", "articles"}, at);
  model::Source made;
  made.id = id;
  made.number = reader.need_string(value, "number", at);
  made.title = reader.need_text(value, "title", at);
  made.issuer = reader.need_text(value, "issuer", at);
  made.issued = reader.need_string(value, "issued", at);
  made.trust = reader.need_string(value, "trust", at);
  if (!made.trust.empty() && made.trust != "T1" && made.trust != "T2" && made.trust != "T3") {
    reader.unknown("choice.unknown", made.trust, {"T1", "T2", "T3"}, (at / "trust").str());
  }
  each_named(reader, value, "articles", at, [&](const std::string& name, const Value& article, const Pointer& place) {
    reader.only(article, {"label", "text"}, place);
    made.articles.push_back({name, reader.need_text(article, "label", place), reader.need_text(article, "text", place)});
  });
  return made;
}

model::FactType fact_type(Reader& reader, const Value& value, const Pointer& at) {
  const std::string type = reader.need_string(value, "type", at);
  if (type == "choice") return model::FactType::kChoice;
  if (type == "whole_number") return model::FactType::kWholeNumber;
  if (type == "amount") return model::FactType::kAmount;
  if (!type.empty() && type != "yes_no") {
    reader.unknown("choice.unknown", type, {"yes_no", "choice", "whole_number", "amount"}, (at / "type").str());
  }
  return model::FactType::kYesNo;
}

model::Fact fact(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  reader.only(value, {"of", "type", "label", "question", "help", "choices", "assumed"}, at);
  model::Fact made;
  made.id = id;
  made.at = at.str();
  const std::string of = reader.need_string(value, "of", at);
  made.of_visit = of == "visit";
  if (!of.empty() && of != "visit" && of != "person") reader.unknown("choice.unknown", of, {"person", "visit"}, (at / "of").str());
  made.type = fact_type(reader, value, at);
  made.label = reader.need_text(value, "label", at);
  made.question = reader.need_text(value, "question", at);
  made.help = reader.maybe_text(value, "help", at);
  if (made.type == model::FactType::kChoice) made.choices = choices(reader, value, at);
  if (const Value* assumed = value.find("assumed")) made.assumed = *assumed;
  return made;
}

model::Category category(Reader& reader, const Value& value, const Pointer& at) {
  reader.only(value, {"id", "recognised_by", "note", "cite"}, at);
  return {reader.need_string(value, "id", at), reader.need_text(value, "recognised_by", at), reader.maybe_text(value, "note", at),
          citations(reader, value, at), at.str()};
}

model::Reading reading(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  reader.only(value, {"label", "choices", "default", "cite"}, at);
  model::Reading made{id, reader.need_text(value, "label", at), choices(reader, value, at), reader.need_string(value, "default", at),
                      citations(reader, value, at), at.str()};
  std::vector<std::string_view> names;
  bool known = false;
  for (const model::Choice& choice : made.choices) {
    names.push_back(choice.id);
    known = known || choice.id == made.chosen;
  }
  if (!known && !made.chosen.empty()) reader.unknown("choice.unknown", made.chosen, names, (at / "default").str());
  return made;
}

model::Pool pool(Reader& reader, const std::string& id, const Value& value, const Pointer& at) {
  reader.only(value, {"label", "limit", "per", "inside", "cite"}, at);
  model::Pool made;
  made.id = id;
  made.at = at.str();
  made.label = reader.need_text(value, "label", at);
  const std::string per = reader.need_string(value, "per", at);
  made.per_visit = per == "visit";
  if (!per.empty() && per != "visit" && per != "year") reader.unknown("choice.unknown", per, {"year", "visit"}, (at / "per").str());
  made.inside = reader.maybe_string(value, "inside", at);
  if (value.find("limit") == nullptr) reader.missing((at / "limit").str());
  made.limit = amounts(reader, value, "limit", at);
  made.cite = citations(reader, value, at);
  return made;
}

void read_pays(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* pays = value.find("pays");
  if (pays == nullptr) {
    reader.missing((at / "pays").str());
  } else if (pays->is(Type::kObject)) {
    reader.only(*pays, {"table"}, at / "pays");
    made.table = reader.need_string(*pays, "table", at / "pays");
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
  made.id = reader.need_string(value, "id", at);
  made.label = reader.maybe_text(value, "label", at);
  made.cite = citations(reader, value, at);
  if (value.find("sheet") != nullptr) {
    reader.only(value, {"id", "label", "sheet", "pays_for", "cite"}, at);
    made.sheet = reader.need_string(value, "sheet", at);
    const std::string pays_for = reader.maybe_string(value, "pays_for", at);
    made.in_scope = pays_for != "anything";
    if (!pays_for.empty() && pays_for != "anything" && pays_for != "in_scope") {
      reader.unknown("choice.unknown", pays_for, {"in_scope", "anything"}, (at / "pays_for").str());
    }
    return made;
  }
  reader.only(value, {"id", "label", "over", "when", "except", "base", "deductible", "pays", "draws_on", "cite"}, at);
  if (made.label.empty()) reader.need_text(value, "label", at);
  const std::string over = reader.maybe_string(value, "over", at);
  made.over_year = over == "year";
  if (!over.empty() && over != "year" && over != "visit") reader.unknown("choice.unknown", over, {"visit", "year"}, (at / "over").str());
  read_when_any(reader, value, at, made);
  made.except = exceptions(reader, value, at);
  if (value.find("base") == nullptr) reader.missing((at / "base").str());
  made.base = bases(reader, value, "base", at);
  made.deductible = amounts(reader, value, "deductible", at);
  read_pays(reader, value, at, made);
  made.draws_on = draws(reader, value, at);
  return made;
}

model::Statement statement(Reader& reader, const Value& value, const Pointer& at) {
  reader.only(value, {"id", "when", "label", "text", "cite"}, at);
  model::Statement made;
  row(reader, value, at, made);
  made.id = reader.need_string(value, "id", at);
  made.label = reader.need_text(value, "label", at);
  made.text = reader.need_text(value, "text", at);
  return made;
}

void read_identity_rule(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* rule = reader.maybe(root, "identity_counts", Type::kObject, at);
  if (rule == nullptr) return;
  const Pointer here = at / "identity_counts";
  reader.only(*rule, {"when", "otherwise", "cite"}, here);
  pack.identity_at = here.str();
  if (const Value* condition = reader.need(*rule, "when", Type::kObject, here)) {
    pack.identity_counts = when(reader, *condition, here / "when");
  }
  pack.identity_otherwise = reader.need_text(*rule, "otherwise", here);
  pack.identity_cite = citations(reader, *rule, here);
}

void read_head(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  if (const Value* schema = reader.maybe(root, "schema", Type::kNumber, at); schema != nullptr && schema->text != "1") {
    reader.fail("schema.unsupported", "/schema", {"只认识第 1 版规则包格式。", "Only schema 1 of rule packs is known."});
  }
  pack.place = reader.need_string(root, "place", at);
  pack.name = reader.need_text(root, "name", at);
  pack.version = reader.need_string(root, "version", at);
  if (const Value* in_force = reader.need(root, "in_force", Type::kObject, at)) {
    reader.only(*in_force, {"from", "until"}, at / "in_force");
    reader.need_string(*in_force, "from", at / "in_force");
    pack.from = maybe_day(reader, *in_force, "from", at / "in_force");
    pack.until = maybe_day(reader, *in_force, "until", at / "in_force");
  }
}

}  // namespace

model::Pack parse_pack(const Value& root, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors);
  const Pointer at;
  model::Pack pack;
  if (!reader.expect(root, Type::kObject, at)) return pack;
  reader.only(root,
              {"$schema", "schema", "place", "name", "version", "in_force", "sources", "categories", "facts", "kinds", "readings",
               "identity_counts", "in_scope", "pools", "tables", "layers", "entitlements", "notices"},
              at);
  read_head(reader, root, at, pack);
  for (const std::string_view part : {"sources", "in_scope", "layers"}) {
    if (root.find(part) == nullptr) reader.missing((at / part).str());
  }
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
    reader.only(value, {"label", "stay"}, place);
    pack.kinds.push_back({id, reader.need_text(value, "label", place), reader.maybe_true(value, "stay", place), place.str()});
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
    reader.only(value, {"rows"}, place);
    const Value* rows = reader.need(value, "rows", Type::kArray, place);
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
