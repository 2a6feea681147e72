#include "pack/parse.h"

#include <algorithm>
#include <string>

#include "pack/parts.h"

namespace aidcheck {
namespace {

using json::each_listed;
using json::each_named;
using json::may;
using json::need;
using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;
using namespace pack_parts;

void read_source(Reader& reader, const Value& value, const Pointer& at, model::Source& made) {
  reader.members(value, at,
                 {need("number", made.number), need("title", made.title), need("issuer", made.issuer),
                  need("issued", made.issued), need("trust", made.trust), may("articles")});
  reader.one_of(made.trust, {"T1", "T2", "T3"}, at / "trust");
  each_named(reader, value, "articles", at,
             [&](std::string_view id, const Value& article, const Pointer& place) {
               model::Article& read = made.articles.emplace_back();
               read.id = id;
               reader.members(article, place, {need("label", read.label), need("text", read.text)});
             });
}

model::FactType fact_type(std::string_view type) {
  if (type == "choice") return model::FactType::kChoice;
  if (type == "whole_number") return model::FactType::kWholeNumber;
  if (type == "amount") return model::FactType::kAmount;
  return model::FactType::kYesNo;
}

void read_fact(Reader& reader, const Value& value, const Pointer& at, model::Fact& made) {
  made.at = &value;
  std::string_view of;
  std::string_view type;
  reader.members(value, at,
                 {need("of", of), need("type", type), need("label", made.label),
                  need("question", made.question), may("help", made.help), may("choices"), may("assumed")});
  made.of_visit = of == "visit";
  reader.one_of(of, {"person", "visit"}, at / "of");
  reader.one_of(type, {"yes_no", "choice", "whole_number", "amount"}, at / "type");
  made.type = fact_type(type);
  if (made.type == model::FactType::kChoice) {
    read_choices(reader, value, at, made.choices);
    if (made.choices.empty()) reader.missing((at / "choices").str());
  }
  made.assumed = value.find("assumed");
}

void read_category(Reader& reader, const Value& value, const Pointer& at, model::Category& made) {
  made.at = &value;
  reader.members(
      value, at,
      {need("id", made.id), need("recognised_by", made.recognised_by), may("note", made.note), may("cite")});
  read_citations(reader, value, at, made.cite);
}

void read_reading(Reader& reader, const Value& value, const Pointer& at, model::Reading& made) {
  made.at = &value;
  reader.members(value, at,
                 {need("label", made.label), need("choices"), need("default", made.chosen), may("cite")});
  read_choices(reader, value, at, made.choices);
  read_citations(reader, value, at, made.cite);
  std::vector<std::string_view> names;
  for (const model::Choice& choice : made.choices) names.push_back(choice.id);
  const bool known = std::find(names.begin(), names.end(), made.chosen) != names.end();
  if (!known) reader.unknown("choice.unknown", made.chosen, names, (at / "default").str());
}

void read_pool(Reader& reader, const Value& value, const Pointer& at, model::Pool& made) {
  made.at = &value;
  std::string_view per;
  reader.members(
      value, at,
      {need("label", made.label), need("limit"), need("per", per), may("inside", made.inside), may("cite")});
  made.per_visit = per == "visit";
  reader.one_of(per, {"year", "visit"}, at / "per");
  read_amounts(reader, value, "limit", at, made.limit);
  read_citations(reader, value, at, made.cite);
}

void read_pays(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* pays = value.find("pays");
  if (pays == nullptr) return;
  if (pays->is(Type::kObject)) {
    reader.members(*pays, at / "pays", {need("table", made.table)});
  } else {
    read_rates(reader, *pays, at / "pays", made.pays);
  }
}

void read_when_any(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* condition = value.find("when");
  if (condition == nullptr) return;
  const Pointer here = at / "when";
  if (!condition->is(Type::kArray)) read_when(reader, *condition, here, made.when.emplace_back());
  for (std::size_t i = 0; i < condition->items.size(); ++i) {
    read_when(reader, condition->items[i], here / i, made.when.emplace_back());
  }
}

void read_sheet_layer(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  std::string_view pays_for;
  reader.members(value, at,
                 {need("id", made.id), may("label", made.label), need("sheet", made.sheet),
                  may("pays_for", pays_for), may("cite")});
  made.in_scope = pays_for != "anything";
  reader.one_of(pays_for, {"in_scope", "anything"}, at / "pays_for");
}

void read_computed_layer(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  std::string_view over;
  reader.members(
      value, at,
      {need("id", made.id), need("label", made.label), may("over", over), may("when"), may("except"),
       need("base"), may("deductible"), need("pays"), may("draws_on"), may("cite")});
  made.over_year = over == "year";
  reader.one_of(over, {"visit", "year"}, at / "over");
  read_when_any(reader, value, at, made);
  read_exceptions(reader, value, at, made.except);
  read_bases(reader, value, "base", at, made.base);
  read_amounts(reader, value, "deductible", at, made.deductible);
  read_pays(reader, value, at, made);
  read_draws(reader, value, at, made.draws_on);
}

void read_layer(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  made.at = &value;
  read_citations(reader, value, at, made.cite);
  if (value.find("sheet") != nullptr) {
    read_sheet_layer(reader, value, at, made);
  } else {
    read_computed_layer(reader, value, at, made);
  }
}

void read_statements(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                     std::vector<model::Statement>& statements) {
  each_listed(reader, root, name, at, [&](const Value& value, const Pointer& place) {
    model::Statement& made = statements.emplace_back();
    read_row(reader, value, place, made);
    reader.members(
        value, place,
        {need("id", made.id), may("when"), need("label", made.label), need("text", made.text), may("cite")});
  });
}

void read_identity_rule(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* rule = reader.maybe(root, "identity_counts", Type::kObject, at);
  if (rule == nullptr) return;
  const Pointer here = at / "identity_counts";
  pack.identity_at = rule;
  reader.members(*rule, here, {need("when"), need("otherwise", pack.identity_otherwise), may("cite")});
  if (const Value* condition = rule->find("when"))
    read_when(reader, *condition, here / "when", pack.identity_counts);
  read_citations(reader, *rule, here, pack.identity_cite);
}

std::optional<Day> day(Reader& reader, std::string_view text, const Pointer& at) {
  if (text.empty()) return std::nullopt;
  const auto read = parse_day(text);
  if (!read) {
    reader.fail("date.impossible", at, "“{0}”不是一个日期，请写成 2023-01-01。",
                "\"{0}\" is no date. Write it as 2023-01-01.", {text});
  }
  return read;
}

void read_in_force(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* in_force = reader.maybe(root, "in_force", Type::kObject, at);
  if (in_force == nullptr) return;
  const Pointer here = at / "in_force";
  std::string_view from;
  std::string_view until;
  reader.members(*in_force, here, {need("from", from), may("until", until)});
  pack.from = day(reader, from, here / "from");
  pack.until = day(reader, until, here / "until");
}

void read_head(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  reader.members(root, at,
                 {may("$schema"),
                  may("schema"),
                  need("place", pack.place),
                  need("name", pack.name),
                  need("version", pack.version),
                  need("in_force"),
                  need("sources"),
                  may("categories"),
                  may("facts"),
                  may("kinds"),
                  may("readings"),
                  may("identity_counts"),
                  need("in_scope"),
                  may("pools"),
                  may("tables"),
                  need("layers"),
                  may("entitlements"),
                  may("notices"),
                  may("review_by"),
                  may("expected_findings")});
  if (const Value* schema = root.find("schema");
      schema != nullptr && !(schema->is(Type::kNumber) && schema->text == "1")) {
    reader.fail("schema.unsupported", at / "schema", "只认识第 1 版规则包格式。",
                "Only schema 1 of rule packs is known.");
  }
  read_in_force(reader, root, at, pack);
}

// Reads each member of `root.name` into a new part of `parts`, under its name.
template <class Part>
void read_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                std::vector<Part>& parts, void (*read)(Reader&, const Value&, const Pointer&, Part&)) {
  each_named(reader, root, name, at, [&](std::string_view id, const Value& value, const Pointer& place) {
    Part& made = parts.emplace_back();
    made.id = id;
    read(reader, value, place, made);
  });
}

template <class Part>
void read_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                 std::vector<Part>& parts, void (*read)(Reader&, const Value&, const Pointer&, Part&)) {
  each_listed(reader, root, name, at, [&](const Value& value, const Pointer& place) {
    read(reader, value, place, parts.emplace_back());
  });
}

void read_kind(Reader& reader, const Value& value, const Pointer& at, model::Kind& made) {
  made.at = &value;
  reader.members(value, at, {need("label", made.label), may("stay", made.stay)});
}

void read_table(Reader& reader, const Value& value, const Pointer& at, model::Table& made) {
  made.at = &value;
  reader.members(value, at, {need("rows")});
  if (const Value* rows = value.find("rows")) read_rates(reader, *rows, at / "rows", made.rows);
}

}  // namespace

void parse_pack(const Value& root, std::vector<Error>& errors, model::Pack& pack) {
  Reader reader(Fault::kPack, errors);
  const Pointer at;
  if (!reader.expect(root, Type::kObject, at)) return;
  read_head(reader, root, at, pack);
  read_named(reader, root, "sources", at, pack.sources, read_source);
  read_listed(reader, root, "categories", at, pack.categories, read_category);
  read_named(reader, root, "facts", at, pack.facts, read_fact);
  read_named(reader, root, "kinds", at, pack.kinds, read_kind);
  read_named(reader, root, "readings", at, pack.readings, read_reading);
  read_identity_rule(reader, root, at, pack);
  read_bases(reader, root, "in_scope", at, pack.in_scope);
  read_named(reader, root, "pools", at, pack.pools, read_pool);
  read_named(reader, root, "tables", at, pack.tables, read_table);
  read_listed(reader, root, "layers", at, pack.layers, read_layer);
  read_statements(reader, root, "entitlements", at, pack.entitlements);
  read_statements(reader, root, "notices", at, pack.notices);
}

}  // namespace aidcheck
