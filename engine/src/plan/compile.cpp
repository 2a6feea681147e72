#include "plan/compile.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace aidcheck {
namespace {

using json::Reader;

using Rows = std::vector<DecisionRow>;

class Compiler {
 public:
  Compiler(Plan& plan, Reader& reader) : plan_(plan), pack_(plan.pack), reader_(reader) {}

  void run() {
    plan_facts(pack_, reader_, plan_.facts);
    if (!facts_fit()) return;
    plan_stays();
    single_decision(pack_.identity_counts, pack_.identity_at, plan_.identity_counts);
    rows_decision(pack_.in_scope, pack_.in_scope.front().at, plan_.scope);
    for (const Decision::Axis& axis : plan_.scope.axes) {
      if (axis.fact != kCategoryFact) continue;
      reader_.fail("condition.malformed", pack_.in_scope.front().at, {},
                   "政策范围内的费用不能按救助对象类别区分。",
                   "What is in scope cannot hang on the category.");
    }
    for (const model::BaseRow& base : pack_.in_scope) plan_.scopes.push_back(base_plan(base));
    for (const model::Pool& pool : pack_.pools) add_pool(pool);
    plan_.fields_needed = field_bit(Field::kTotal);
    for (const model::Layer& layer : pack_.layers) add_layer(layer);
    find_less_always();
    build_lookup();
    for (const model::Statement& due : pack_.entitlements)
      single_decision(due.when, due.at, plan_.entitlements.emplace_back());
    for (const model::Statement& notice : pack_.notices)
      single_decision(notice.when, notice.at, plan_.notices.emplace_back());
  }

 private:
  bool facts_fit() {
    bool fit = plan_.facts.size() <= kMostFacts;
    for (const FactPlan& fact : plan_.facts)
      fit = fit && fact.choices.size() < kMostCodes && fact.breaks.size() + 1 < kMostCodes;
    if (!fit) {
      reader_.fail("pack.too_many_facts", "/facts", "事实、选项或分界点太多（最多 32 项事实，每项 62 个）。",
                   "Too many facts, choices or bounds (at most 32 facts of 62 each).");
    }
    return fit;
  }

  void plan_stays() {
    const FactPlan& kind = plan_.facts[*fact_named(plan_.facts, "kind")];
    plan_.stays = std::uint64_t{1} << kind.code_of(kStayKind);
    for (const model::Kind& own : pack_.kinds) plan_.stays |= std::uint64_t{own.stay} << kind.code_of(own.id);
  }

  void add_row(Rows& rows, const model::When& when, std::size_t gives) {
    DecisionRow& made = rows.emplace_back();
    made.gives = static_cast<std::uint16_t>(gives);
    for (const model::Test& test : when) {
      if (const auto fact = fact_named(plan_.facts, test.fact)) {
        plan_.facts[*fact].used = true;
        made.limits.push_back({*fact, codes_allowed(plan_.facts[*fact], test, reader_)});
        continue;
      }
      std::vector<std::string_view> names;
      for (const FactPlan& known : plan_.facts) names.push_back(known.id);
      reader_.unknown("reference.unknown", test.fact, names, reader_.pointer_to(test.at));
    }
  }

  void make(const Rows& rows, const json::Value* at, Merge merge, Decision& decision) {
    if (make_decision(plan_.facts, rows, merge, work_, decision)) return;
    reader_.fail("table.too_large", at, {}, "这张表同时看的事实太多，请拆开。",
                 "This table looks at too many facts at once. Split it.");
  }

  void single_decision(const model::When& when, const json::Value* at, Decision& decision) {
    Rows rows;
    add_row(rows, when, 0);
    make(rows, at, Merge::kExact, decision);
  }

  template <class Row>
  void rows_decision(const std::vector<Row>& parts, const json::Value* at, Decision& decision) {
    Rows rows;
    for (const Row& part : parts) add_row(rows, part.when, rows.size());
    make(rows, at, Merge::kExact, decision);
  }

  void applies_decision(const model::Layer& layer, Decision& decision) {
    Rows rows;
    for (const model::Exception& exception : layer.except) add_row(rows, exception.when, rows.size() + 1);
    for (const model::When& when : layer.when) add_row(rows, when, 0);
    if (layer.when.empty()) rows.emplace_back();
    make(rows, layer.at, Merge::kAppliesOrNot, decision);
  }

  BasePlan base_plan(const model::BaseRow& base) {
    BasePlan made;
    for (const std::string_view name : base.of) {
      if (name == "scope") {
        made.scope = true;
      } else if (const auto field = field_named(name)) {
        made.fields |= field_bit(*field);
      }
    }
    for (const std::string_view name : base.less) {
      for (std::size_t i = 0; i < pack_.layers.size(); ++i) {
        if (pack_.layers[i].id == name) made.less |= std::uint32_t{1} << i;
      }
    }
    return made;
  }

  static void make_rate(const model::RateRow& row, RatePlan& made) {
    made.above_deductible = row.bands_above_deductible;
    for (const model::Band& band : row.bands)
      made.denominator = std::lcm(made.denominator, band.rate.rate.denominator);
    Fen from = 0;
    for (const model::Band& band : row.bands) {
      BandPlan& next = made.bands.emplace_back();
      next.from = from;
      if (band.bounded) next.to = band.to.amount;
      next.numerator = band.rate.rate.numerator * (made.denominator / band.rate.rate.denominator);
      from = next.to;
    }
  }

  std::uint32_t pool_mask(std::string_view name) {
    std::uint32_t mask = 0;
    std::string_view next = name;
    for (std::size_t steps = 0; steps < pack_.pools.size() && !next.empty(); ++steps) {
      std::string_view parent;
      for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
        if (pack_.pools[i].id != next) continue;
        mask |= std::uint32_t{1} << i;
        parent = pack_.pools[i].inside;
      }
      next = parent;
    }
    return mask;
  }

  void add_pool(const model::Pool& pool) {
    PoolPlan& made = plan_.pools.emplace_back();
    made.per_visit = pool.per_visit;
    plan_.pools_per_visit |= std::uint32_t{pool.per_visit} << (plan_.pools.size() - 1);
    rows_decision(pool.limit, pool.at, made.limit);
    for (const model::AmountRow& limit : pool.limit) made.limits.push_back(limit.amount.amount);
  }

  void add_layer(const model::Layer& layer) {
    const auto index = static_cast<std::uint8_t>(plan_.layers.size());
    LayerPlan& made = plan_.layers.emplace_back();
    made.sheet = field_named(layer.sheet);
    if (made.sheet) {
      made.in_scope = layer.in_scope;
      plan_.fields_needed |= field_bit(*made.sheet);
      plan_.sheet_layers.push_back({index, static_cast<std::uint8_t>(*made.sheet), made.in_scope});
    } else {
      plan_.computed_layers.push_back(index);
      if (layer.over_year) plan_.cumulative_layers.push_back(index);
      make_computed(layer, made);
    }
  }

  void make_computed(const model::Layer& layer, LayerPlan& made) {
    made.over_year = layer.over_year;
    applies_decision(layer, made.applies);
    rows_decision(layer.base, layer.at, made.base);
    for (const model::BaseRow& base : layer.base) made.bases.push_back(base_plan(base));
    rows_decision(layer.deductible, layer.at, made.deductible);
    for (const model::AmountRow& amount : layer.deductible) made.deductibles.push_back(amount.amount.amount);
    const std::vector<model::RateRow>& rates = plan_.rate_rows(layer);
    rows_decision(rates, layer.at, made.pays);
    for (const model::RateRow& rate : rates) make_rate(rate, made.rates.emplace_back());
    rows_decision(layer.draws_on, layer.at, made.draws);
    for (const model::DrawRow& draw : layer.draws_on) {
      std::uint32_t mask = 0;
      for (const std::string_view pool : draw.pools) mask |= pool_mask(pool);
      made.draw_masks.push_back(mask);
    }
  }

  void find_less_always() {
    for (const SheetLayer& sheet : plan_.sheet_layers) plan_.less_always |= std::uint32_t{1} << sheet.layer;
    for (const std::uint8_t index : plan_.computed_layers) {
      for (const BasePlan& base : plan_.layers[index].bases) plan_.less_always &= base.less;
    }
    for (SheetLayer& sheet : plan_.sheet_layers)
      sheet.less_always = (plan_.less_always >> sheet.layer & 1U) != 0;
  }

  void build_lookup() {
    std::vector<Decision*> decisions{&plan_.identity_counts, &plan_.scope};
    for (const std::uint8_t index : plan_.computed_layers) {
      LayerPlan& layer = plan_.layers[index];
      for (Decision* each : {&layer.applies, &layer.base, &layer.deductible, &layer.pays, &layer.draws})
        decisions.push_back(each);
    }
    for (PoolPlan& pool : plan_.pools) decisions.push_back(&pool.limit);
    plan_.lookup.build(plan_.facts, decisions);
  }

  Plan& plan_;
  const model::Pack& pack_;
  Reader& reader_;
  std::size_t work_ = kMostWork;
};

}  // namespace

const std::vector<model::RateRow>& Plan::rate_rows(const model::Layer& layer) const {
  for (const model::Table& table : pack.tables) {
    if (table.id == layer.table && !layer.table.empty()) return table.rows;
  }
  return layer.pays;
}

void compile_pack(Plan& plan, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors, &plan.source);
  Compiler(plan, reader).run();
}

}  // namespace aidcheck
