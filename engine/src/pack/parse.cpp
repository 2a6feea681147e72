#include "pack/parse.h"

#include <string>

#include "base/decimal.h"
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

void read_by_year(Reader& reader, const Value& value, const Pointer& at, model::Fact& made) {
  const Value* years = reader.maybe(value, "by_year", Type::kObject, at);
  if (years == nullptr) return;
  const Pointer here = at / "by_year";
  for (const json::Member& year : years->members) {
    model::YearValue& read = made.by_year.emplace_back();
    const Decimal number = read_decimal(year.name);
    constexpr std::int64_t kFirst = 1990;
    constexpr std::int64_t kLast = 2199;
    if (number.scale != 0 || number.units < kFirst || number.units > kLast) {
      reader.fail("year.impossible", here / year.name,
                  for_authors("年份要写成 2024 这样的四位数。", "A year is four digits, such as 2024."));
    }
    read.year = static_cast<int>(number.units);
    read_figure_of(reader, year.value, Unit::kAmount, here / year.name, read.amount);
  }
}

void read_derivation(Reader& reader, const Value& value, const Pointer& at, model::Fact& made) {
  if (const Value* sum = reader.maybe(value, "adds_up", Type::kObject, at)) {
    const Pointer here = at / "adds_up";
    std::string_view over;
    reader.members(*sum, here, {need("of"), may("less"), may("over", over)});
    reader.one_of(over, {"visit", "year"}, here / "over");
    made.derived = model::Derivation::kSum;
    made.over_year = over == "year";
    read_terms(reader, *sum, "of", here, made.of);
    read_terms(reader, *sum, "less", here, made.less);
  } else if (const Value* count = reader.maybe(value, "counts_visits", Type::kObject, at)) {
    const Pointer here = at / "counts_visits";
    reader.members(*count, here, {need("when")});
    made.derived = model::Derivation::kCount;
    if (const Value* when = count->find("when")) read_when(reader, *when, here / "when", made.counts);
  }
}

void read_fact(Reader& reader, const Value& value, const Pointer& at, model::Fact& made) {
  made.at = &value;
  std::string_view of;
  std::string_view type;
  reader.members(
      value, at,
      {need("of", of), need("type", type), need("label", made.label), may("question", made.question),
       may("help", made.help), may("shown_by", made.shown_by), may("choices"), may("assumed"), may("by_year"),
       may("between"), may("adds_up"), may("counts_visits"), may("cite")});
  made.of_visit = of == "visit";
  reader.one_of(of, {"person", "visit"}, at / "of");
  read_answers(reader, value, type, at, made);
  made.assumed = value.find("assumed");
  read_citations(reader, value, at, made.cite);
  read_by_year(reader, value, at, made);
  read_derivation(reader, value, at, made);
  if (const Value* between = value.find("between"))
    read_between(reader, *between, made.type == model::FactType::kPercent ? Unit::kRate : Unit::kAmount,
                 at / "between", made.between);
  if (made.derived == model::Derivation::kNone && made.question.empty()) reader.missing(at / "question");
}

int months_of(Reader& reader, const Value& value, const Pointer& at) {
  const Decimal number = value.is(Type::kNumber) ? read_decimal(value.text) : Decimal{};
  constexpr std::int64_t kMostMonths = 1200;
  if (number.scale == 0 && !number.negative && number.units > 0 && number.units <= kMostMonths)
    return static_cast<int>(number.units);
  reader.fail("number.malformed", at,
              for_authors("这里写月数，例如 12。", "Here belongs a number of months, such as 12."));
  return 0;
}

void read_category(Reader& reader, const Value& value, const Pointer& at, model::Category& made) {
  made.at = &value;
  reader.members(value, at,
                 {need("id", made.id), need("recognised_by", made.recognised_by), may("note", made.note),
                  may("months"), may("cite"), may("conditions"), may("complete", made.complete),
                  may("left_to_office"), may("apply_at"), may("takes"), may("papers")});
  if (const Value* months = value.find("months")) made.months = months_of(reader, *months, at / "months");
  read_citations(reader, value, at, made.cite);
  read_conditions_of(reader, value, at, made);
}

void read_reading(Reader& reader, const Value& value, const Pointer& at, model::Reading& made) {
  made.at = &value;
  reader.members(value, at,
                 {need("label", made.label), need("choices"), need("default", made.chosen), may("chosen_by"),
                  may("cite")});
  read_choices(reader, value, at, made.choices);
  read_citations(reader, value, at, made.cite);
  const Names names = made.choices;
  if (!names.have(made.chosen)) reader.unknown("choice.unknown", made.chosen, names, at / "default");
  const Value* chosen_by = reader.maybe(value, "chosen_by", Type::kObject, at);
  if (chosen_by == nullptr) return;
  const Pointer here = at / "chosen_by";
  for (const json::Member& member : chosen_by->members) {
    if (!reader.expect(member.value, Type::kString, here / member.name)) continue;
    made.chosen_by.push_back({member.name, member.value.text});
    if (!names.have(member.value.text))
      reader.unknown("choice.unknown", member.value.text, names, here / member.name);
  }
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

// `"6000元"`, rows, or `{"amounts", "per", "within"}`.
void read_deductible(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  const Value* whole = value.find("deductible");
  if (whole == nullptr) return;
  if (!whole->is(Type::kObject) || whole->find("of") != nullptr) {
    read_amounts(reader, value, "deductible", at, made.deductible);
    return;
  }
  const Pointer here = at / "deductible";
  std::string_view per;
  reader.members(*whole, here, {may("amounts"), may("per", per), may("within")});
  reader.one_of(per, {"visit", "year"}, here / "per");
  read_amounts(reader, *whole, "amounts", here, made.deductible);
  read_draws(reader, *whole, "within", here, made.deductible_in);
  made.deductible_per_visit = per == "visit" || !made.deductible_in.empty();
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

void read_rules(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  read_when_any(reader, value, at, made);
  read_exceptions(reader, value, at, made.except);
  read_bases(reader, value, "base", at, made.base);
  if (const Value* share = value.find("first_bear"))
    read_rates(reader, *share, at / "first_bear", made.first_bear);
  read_draws(reader, value, "cost_in", at, made.cost_in);
  read_deductible(reader, value, at, made);
  read_pays(reader, value, at, made);
  read_adjustments(reader, value, at, made.adjust);
  read_draws(reader, value, "draws_on", at, made.draws_on);
  if (const Value* condition = value.find("rules_when"))
    read_when(reader, *condition, at / "rules_when", made.rules_when);
}

// A layer is taken from the sheet, or computed by its rules; with both, the rules stand in for the sheet.
void read_layer(Reader& reader, const Value& value, const Pointer& at, model::Layer& made) {
  made.at = &value;
  made.has_rules = value.find("pays") != nullptr || value.find("sheet") == nullptr;
  std::string_view over;
  std::string_view pays_for;
  reader.members(
      value, at,
      {need("id", made.id), may("label", made.label), may("sheet", made.sheet), may("pays_for", pays_for),
       may("assumed_none", made.assumed_none), may("over", over), may("when"), may("except"), may("base"),
       may("first_bear"), may("cost_in"), may("deductible"), may("pays"), may("adjust"), may("draws_on"),
       may("rules_when"), may("cite")});
  made.in_scope = pays_for != "anything";
  made.over_year = over == "year";
  reader.one_of(pays_for, {"in_scope", "anything"}, at / "pays_for");
  reader.one_of(over, {"visit", "year"}, at / "over");
  read_citations(reader, value, at, made.cite);
  const bool computed = value.find("sheet") == nullptr;
  for (const char* name : {"label", "base", "pays"}) {
    const bool needed = computed || (made.has_rules && name[0] != 'l');
    if (needed && value.find(name) == nullptr) reader.missing(at / name);
  }
  read_rules(reader, value, at, made);
}

void read_statements(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                     List<model::Statement>& statements) {
  each_listed(reader, root, name, at, [&](const Value& value, const Pointer& place) {
    model::Statement& made = statements.emplace_back();
    read_row(reader, value, place, made);
    // Only notices have an order in which they are told.
    reader.members(value, place,
                   {need("id", made.id), may("when"), need("label", made.label), need("text", made.text),
                    may("cite"), name == "notices" ? may("first", made.first) : may("cite")});
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

void read_in_force(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  const Value* in_force = reader.maybe(root, "in_force", Type::kObject, at);
  if (in_force == nullptr) return;
  const Pointer here = at / "in_force";
  std::string_view from;
  std::string_view until;
  reader.members(*in_force, here, {need("from", from), may("until", until)});
  pack.from = read_day(reader, from, here / "from");
  pack.until = read_day(reader, until, here / "until");
}

// What became of a pack after it was written. Who checked it, and when to look again, is for authors.
void read_standing(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  std::string_view on;
  if (const Value* value = reader.maybe(root, "withdrawn", Type::kObject, at)) {
    const Pointer here = at / "withdrawn";
    reader.members(*value, here, {need("on", on), need("why", pack.withdrawn.words)});
    pack.withdrawn.on = read_day(reader, on, here / "on");
  }
  each_listed(reader, root, "corrects", at, [&](const Value& value, const Pointer& place) {
    model::Remark& made = pack.corrects.emplace_back();
    reader.members(value, place, {need("version", made.version), need("on", on), need("what", made.words)});
    made.on = read_day(reader, on, place / "on");
  });
}

void read_head(Reader& reader, const Value& root, const Pointer& at, model::Pack& pack) {
  std::string_view ends;
  std::string_view held;
  std::string_view without_total;
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
                  may("actions"),
                  may("recognition"),
                  may("checked"),
                  may("review_by"),
                  may("withdrawn"),
                  may("corrects"),
                  may("expected_findings"),
                  may("identity_ends", ends),
                  may("identity_at", held),
                  may("without_total", without_total),
                  may("equivalent_mutations")});
  reader.one_of(ends, {"end_of_month", "same_day"}, at / "identity_ends");
  reader.one_of(without_total, {"sum_of_parts"}, at / "without_total");
  reader.one_of(held, {"last_day", "any_day"}, at / "identity_at");
  pack.identity_ends_at_once = ends == "same_day";
  pack.identity_on_any_day = held == "any_day";
  pack.total_from_parts = !without_total.empty();
  if (const Value* schema = root.find("schema");
      schema != nullptr && !(schema->is(Type::kNumber) && schema->text == "1")) {
    reader.fail("schema.unsupported", at / "schema",
                for_authors("只认识第 1 版规则包格式。", "Only schema 1 of rule packs is known."));
  }
  read_in_force(reader, root, at, pack);
}

// Reads each member of `root.name` into a new part of `parts`, under its name.
template <class Part>
void read_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                List<Part>& parts, void (*read)(Reader&, const Value&, const Pointer&, Part&)) {
  each_named(reader, root, name, at, [&](std::string_view id, const Value& value, const Pointer& place) {
    Part& made = parts.emplace_back();
    made.id = id;
    read(reader, value, place, made);
  });
}

template <class Part>
void read_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                 List<Part>& parts, void (*read)(Reader&, const Value&, const Pointer&, Part&)) {
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
  read_listed(reader, root, "actions", at, pack.actions, read_action);
  read_recognition(reader, root, at, pack.recognition);
  read_standing(reader, root, at, pack);
}

}  // namespace aidcheck
