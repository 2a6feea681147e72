#include "plan/compile.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace aidcheck {
namespace {

using json::Reader;

class Compiler {
 public:
  Compiler(Plan& plan, Reader& reader) : plan_(plan), pack_(plan.pack), reader_(reader) {}

  void run() {
    plan_.facts = plan_facts(pack_, reader_);
    if (!facts_fit()) return;
    plan_stays();
    plan_.identity_counts = decision({row(pack_.identity_counts, 0)}, pack_.identity_at, Merge::kExact);
    plan_.scope = rows_decision(pack_.in_scope, "/in_scope");
    for (const model::BaseRow& base : pack_.in_scope) plan_.scopes.push_back(base_plan(base));
    for (const model::Pool& pool : pack_.pools) plan_.pools.push_back(pool_plan(pool));
    plan_.fields_needed = field_bit(Field::kTotal);
    for (const model::Layer& layer : pack_.layers) add_layer(layer);
    for (const model::Statement& due : pack_.entitlements) plan_.entitlements.push_back(decision({row(due.when, 0)}, due.at, Merge::kExact));
    for (const model::Statement& notice : pack_.notices) plan_.notices.push_back(decision({row(notice.when, 0)}, notice.at, Merge::kExact));
  }

 private:
  bool facts_fit() {
    bool fit = plan_.facts.size() <= kMostFacts;
    for (const FactPlan& fact : plan_.facts) fit = fit && fact.choices.size() < kMostCodes && fact.breaks.size() + 1 < kMostCodes;
    if (!fit) {
      reader_.fail("pack.too_many_facts", "/facts", "事实、选项或分界点太多（最多 32 项事实，每项 62 个）。", "Too many facts, choices or bounds (at most 32 facts of 62 each).");
    }
    return fit;
  }

  void plan_stays() {
    const FactPlan& kind = plan_.facts[*fact_named(plan_.facts, "kind")];
    plan_.stays = std::uint64_t{1} << kind.code_of(kStayKind);
    for (const model::Kind& own : pack_.kinds) plan_.stays |= std::uint64_t{own.stay} << kind.code_of(own.id);
  }

  DecisionRow row(const model::When& when, std::uint16_t gives) {
    DecisionRow made;
    made.gives = gives;
    for (const model::Test& test : when) {
      const auto fact = fact_named(plan_.facts, test.fact);
      if (!fact) {
        std::vector<std::string_view> names;
        for (const FactPlan& known : plan_.facts) names.push_back(known.id);
        reader_.unknown("reference.unknown", test.fact, names, test.at);
        continue;
      }
      plan_.facts[*fact].used = true;
      made.limits.push_back({*fact, codes_allowed(plan_.facts[*fact], test, reader_)});
    }
    return made;
  }

  Decision decision(const std::vector<DecisionRow>& rows, const std::string& at, Merge merge) {
    auto made = make_decision(plan_.facts, rows, merge);
    if (!made) {
      reader_.fail("table.too_large", at, "这张表同时看的事实太多，请拆开。", "This table looks at too many facts at once. Split it.");
      return {};
    }
    return std::move(*made);
  }

  template <class Row>
  Decision rows_decision(const std::vector<Row>& rows, const std::string& at) {
    std::vector<DecisionRow> made;
    for (const Row& each : rows) made.push_back(row(each.when, static_cast<std::uint16_t>(made.size())));
    return decision(made, at, Merge::kExact);
  }

  Decision applies_decision(const model::Layer& layer) {
    std::vector<DecisionRow> made;
    for (const model::Exception& exception : layer.except) made.push_back(row(exception.when, static_cast<std::uint16_t>(made.size() + 1)));
    for (const model::When& when : layer.when) made.push_back(row(when, 0));
    if (layer.when.empty()) made.push_back({});
    return decision(made, layer.at, Merge::kAppliesOrNot);
  }

  BasePlan base_plan(const model::BaseRow& base) {
    BasePlan made;
    for (const std::string& name : base.of) {
      if (name == "scope") {
        made.scope = true;
      } else if (const auto field = field_named(name)) {
        made.fields |= field_bit(*field);
      }
    }
    for (const std::string& name : base.less) {
      for (std::size_t i = 0; i < pack_.layers.size(); ++i) {
        if (pack_.layers[i].id == name) made.less |= std::uint32_t{1} << i;
      }
    }
    return made;
  }

  static RatePlan rate_plan(const model::RateRow& row) {
    RatePlan made;
    made.above_deductible = row.bands_above_deductible;
    for (const model::Band& band : row.bands) made.denominator = std::lcm(made.denominator, band.rate.rate.denominator);
    Fen from = 0;
    for (const model::Band& band : row.bands) {
      BandPlan next;
      next.from = from;
      if (band.to) next.to = band.to->amount;
      next.numerator = band.rate.rate.numerator * (made.denominator / band.rate.rate.denominator);
      from = next.to;
      made.bands.push_back(next);
    }
    return made;
  }

  std::uint32_t pool_mask(const std::string& name) {
    std::uint32_t mask = 0;
    std::string next = name;
    for (std::size_t steps = 0; steps < pack_.pools.size() && !next.empty(); ++steps) {
      std::string parent;
      for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
        if (pack_.pools[i].id != next) continue;
        mask |= std::uint32_t{1} << i;
        parent = pack_.pools[i].inside;
      }
      next = parent;
    }
    return mask;
  }

  PoolPlan pool_plan(const model::Pool& pool) {
    PoolPlan made;
    made.per_visit = pool.per_visit;
    made.limit = rows_decision(pool.limit, pool.at);
    for (const model::AmountRow& limit : pool.limit) made.limits.push_back(limit.amount.amount);
    return made;
  }

  void add_layer(const model::Layer& layer) {
    const auto index = static_cast<std::uint8_t>(plan_.layers.size());
    if (const auto field = field_named(layer.sheet)) {
      LayerPlan made;
      made.sheet = field;
      made.in_scope = layer.in_scope;
      plan_.fields_needed |= field_bit(*field);
      plan_.sheet_layers.push_back(index);
      plan_.layers.push_back(std::move(made));
    } else {
      plan_.computed_layers.push_back(index);
      plan_.layers.push_back(computed_layer(layer));
    }
  }

  LayerPlan computed_layer(const model::Layer& layer) {
    LayerPlan made;
    made.over_year = layer.over_year;
    made.applies = applies_decision(layer);
    made.base = rows_decision(layer.base, layer.at);
    for (const model::BaseRow& base : layer.base) made.bases.push_back(base_plan(base));
    made.deductible = rows_decision(layer.deductible, layer.at);
    for (const model::AmountRow& amount : layer.deductible) made.deductibles.push_back(amount.amount.amount);
    const std::vector<model::RateRow>& rates = plan_.rate_rows(layer);
    made.pays = rows_decision(rates, layer.at);
    for (const model::RateRow& rate : rates) made.rates.push_back(rate_plan(rate));
    made.draws = rows_decision(layer.draws_on, layer.at);
    for (const model::DrawRow& draw : layer.draws_on) {
      std::uint32_t mask = 0;
      for (const std::string& pool : draw.pools) mask |= pool_mask(pool);
      made.draw_masks.push_back(mask);
    }
    return made;
  }

  Plan& plan_;
  const model::Pack& pack_;
  Reader& reader_;
};

}  // namespace

const std::vector<model::RateRow>& Plan::rate_rows(const model::Layer& layer) const {
  for (const model::Table& table : pack.tables) {
    if (table.id == layer.table && !layer.table.empty()) return table.rows;
  }
  return layer.pays;
}

Plan compile_pack(model::Pack pack, std::vector<Error>& errors) {
  Plan plan;
  plan.pack = std::move(pack);
  Reader reader(Fault::kPack, errors);
  Compiler(plan, reader).run();
  return plan;
}

}  // namespace aidcheck
