#include "trial.h"

#include <map>

#include "case/digest.h"
#include "case/parse.h"
#include "json/read.h"
#include "json/write.h"
#include "settle/settle.h"
#include "walk.h"
#include "write_json.h"

namespace aidcheck {
namespace {

std::string yuan(Fen amount) {
  json::Writer writer;
  return writer.yuan(amount).take();
}

std::string member(std::string_view name, const std::string& json) { return write_json(name) + ':' + json; }

// Of a number that no rule compares with anything: an income, say, that a share is taken of.
Fen some_number(const FactPlan& fact) {
  constexpr Fen kSomeIncome = 3'000'000;
  if (fact.most < kLargestAmount) return fact.least + (fact.most - fact.least) / 2;
  if (fact.least > 0 || fact.of_visit) return fact.least;
  return kSomeIncome;
}

std::string answer_of(const FactPlan& fact, std::uint8_t code) {
  return model::is_measured(fact.type) && fact.breaks.empty() ? yuan(some_number(fact))
                                                              : answer_json(fact, code);
}

// Figures that are printed as a range are settled as one that lies in it.
void choose_figures(const Plan& plan, YearInput& year) {
  for (const std::uint8_t index : plan.amount_facts) {
    const FactPlan& fact = plan.facts[index];
    if (fact.origin != FactPlan::Origin::kFigure) continue;
    for (VisitInput& visit : year.visits) {
      visit.known |= std::uint32_t{1} << fact.amount;
      visit.amounts[fact.amount] = some_number(fact);
    }
  }
}

// Whatever tells one way of working a layer out from another: what is beyond is linear in the cost.
void add_rows(const LayerRecord& layer, std::vector<std::uint32_t>& rows) {
  for (const std::uint16_t row :
       {layer.applies, layer.base_row, layer.bear_row, layer.cost_row, layer.deductible_row,
        layer.deductible_pools, layer.rate_row, layer.draw_row})
    rows.push_back(row);
  rows.push_back(layer.adjusted);
  rows.push_back(layer.stated ? 1 : 0);
}

}  // namespace

std::string Trials::facts_json(const TrialVisit& visit, bool of_visit) const {
  std::string json;
  for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
    const FactPlan& fact = plan_.facts[i];
    if (fact.of_visit != of_visit || !fact.asked()) continue;
    json += member(fact.id, answer_of(fact, visit.codes[i])) + ',';
  }
  return json;
}

// Layers that have rules are left to them, unless they may be used only on a condition. All else that a rule
// may add up is nothing.
std::string Trials::sheet_json(const TrialVisit& visit) const {
  std::map<std::string, Fen, std::less<>> fields{{"fully_own", 0}, {"over_limit", 0}, {"own_first", 0}};
  walk(plan_.source, [&](const json::Value& value, const std::string&, std::string_view key) {
    if (key == "of" && field_named(value.text)) fields[value.text] = 0;
    return true;
  });
  Fen paid = visit.from_sheet;
  for (const json::Value& layer : plan_.source.find("layers")->items) {
    const json::Value* field = layer.find("sheet");
    if (field == nullptr || !field_named(field->text)) continue;
    if (layer.find("pays") != nullptr && layer.find("rules_when") == nullptr) {
      fields.erase(field->text);
      continue;
    }
    // Where the rules compute an earlier payer, the sheet would state no later one.
    if (layer.find("assumed_none") != nullptr) continue;
    const bool in_scope = layer.find("pays_for") == nullptr;
    fields[field->text] = in_scope ? paid : 0;
    if (in_scope) paid = 0;
  }
  fields["total"] = visit.cost;
  fields["in_scope"] = visit.cost;
  std::string json;
  for (const auto& [field, amount] : fields) json += (json.empty() ? "" : ",") + member(field, yuan(amount));
  return '{' + json + '}';
}

std::string Trials::case_json(const Trial& trial) const {
  const std::string day = format_day(*plan_.pack.from);
  std::string identities;
  for (const std::uint8_t category : trial.categories) {
    identities += (identities.empty() ? "" : ",") +
                  write_json(plan_.facts[kCategoryFact].choices[category - std::size_t{1}].id);
  }
  std::string visits;
  for (const TrialVisit& visit : trial.visits) {
    visits += (visits.empty() ? "{" : ",{") + facts_json(visit, true) + member("from", write_json(day)) +
              ',' + member("sheet", sheet_json(visit)) + '}';
  }
  return '{' + member("place", write_json(plan_.pack.place)) + ',' +
         member("year", std::to_string(year_of(*plan_.pack.from))) + R"(,"person":{)" +
         facts_json(trial.visits.front(), false) + member("identities", '[' + identities + ']') + "}," +
         member("visits", '[' + visits + ']') + '}';
}

std::optional<TrialResult> Trials::settle(const Trial& trial) {
  if (left_ == 0) return std::nullopt;
  --left_;
  Arena arena;
  const Arena::Scope scope(arena);
  const auto tree = json::read(case_json(trial), Fault::kCase);
  if (!tree.ok()) return std::nullopt;
  std::vector<Error> errors;
  const sent::Case sent = parse_case(tree.value(), errors);
  Digest digest = digest_case(sent, {&plan_}, plan_, errors);
  if (!errors.empty()) return std::nullopt;
  choose_figures(plan_, digest.year);
  YearTotals totals;
  std::vector<VisitRecord> records;
  YearState after;
  const Stop stop = Settler(plan_).settle(digest.year, totals, after, &records, nullptr);
  if (stop.why != Stop::Why::kNothing) return std::nullopt;
  ++settled_;
  TrialResult result{totals.total, totals.personal.total, totals.paid, {}};
  for (std::size_t i = 0; i < plan_.layers.size(); ++i) add_rows(records.back().layers[i], result.rows);
  return result;
}

}  // namespace aidcheck
