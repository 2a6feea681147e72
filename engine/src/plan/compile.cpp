#include "plan/compile.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "plan/actions.h"
#include "plan/sums.h"
#include "plan/tables.h"

namespace aidcheck {
namespace {

using json::Reader;

class Compiler {
 public:
  Compiler(Plan& plan, Reader& reader)
      : plan_(plan), pack_(plan.pack), reader_(reader), tables_(plan, reader), sums_(plan, reader) {}

  void run() {
    plan_facts(pack_, reader_, plan_.facts);
    if (!facts_fit(plan_.facts, kMostFacts)) {
      reader_.fail("pack.too_many_facts", "/facts",
                   for_authors("事实、选项或分界点太多（最多 32 项事实，每项 62 个）。",
                               "Too many facts, choices or bounds (at most 32 facts of 62 each)."));
      return;
    }
    plan_stays();
    sums_.plan_amounts();
    tables_.single(pack_.identity_counts, pack_.identity_at, plan_.identity_counts);
    tables_.of_rows(pack_.in_scope, pack_.in_scope.front().at, plan_.scope);
    for (const Decision::Axis& axis : plan_.scope.axes) {
      if (axis.fact != kCategoryFact) continue;
      reader_.fail("condition.malformed", pack_.in_scope.front().at, {},
                   for_authors("政策范围内的费用不能按救助对象类别区分。",
                               "What is in scope cannot hang on the category."));
    }
    for (const model::BaseRow& base : pack_.in_scope) plan_.scopes.push_back(sums_.sum(base.of, base.less));
    for (const model::Pool& pool : pack_.pools) add_pool(pool);
    plan_.fields_needed = field_bit(Field::kTotal);
    for (const model::Layer& layer : pack_.layers) add_layer(layer);
    plan_derived();
    find_less_always();
    build_lookup();
    for (const model::Statement& due : pack_.entitlements) {
      Decision& made = plan_.entitlements.emplace_back();
      tables_.single(due.when, due.at, made);
      check_early(made, due.at);
    }
    for (const model::Statement& notice : pack_.notices)
      tables_.single(notice.when, notice.at, plan_.notices.emplace_back());
    for (const model::Action& action : pack_.actions) plan_action(action, tables_, reader_, plan_);
    plan_recognition(plan_, reader_);
  }

 private:
  void plan_stays() {
    const FactPlan& kind = plan_.facts[*fact_named(plan_.facts, "kind")];
    plan_.stays = std::uint64_t{1} << kind.code_of(kStayKind);
    if (pack_.identity_on_any_day) plan_.stays = ~std::uint64_t{0};
    for (const model::Kind& own : pack_.kinds) plan_.stays |= std::uint64_t{own.stay} << kind.code_of(own.id);
  }

  // The amount behind a rate that the case states, or that is printed as a range; 0: the rate is a figure.
  std::uint8_t percent_of(const model::Band& band) {
    if (!band.rate_fact.empty()) return sums_.amount(band.rate_fact).value_or(0);
    return band.rate.range ? sums_.open(band.rate) : std::uint8_t{0};
  }

  void make_rate(const model::RateRow& row, const List<model::AdjustRow>& adjust, RatePlan& made) {
    made.above_deductible = row.bands_above_deductible;
    made.lump = row.lump;
    if (row.lump) made.amount = sums_.parameter(row.amount);
    for (const model::AdjustRow& change : adjust) {
      if (change.how != model::AdjustRow::How::kTimes)
        made.denominator = std::lcm(made.denominator, change.figure.rate.denominator);
    }
    for (const model::Band& band : row.bands)
      made.denominator = std::lcm(made.denominator, band.rate.rate.denominator);
    for (const model::Band& band : row.bands) {
      if (const std::uint8_t percent = percent_of(band); percent != 0)
        made.percents |= std::uint32_t{1} << percent;
    }
    if (made.percents != 0) made.denominator = std::lcm(made.denominator, kWhole);
    Fen from = 0;
    for (const model::Band& band : row.bands) {
      BandPlan& next = made.bands.emplace_back();
      next.from = from;
      if (band.bounded) next.to = band.to.amount;
      next.percent = percent_of(band);
      next.numerator = band.rate.rate.numerator * (made.denominator / band.rate.rate.denominator);
      from = next.to;
    }
    made.flat = row.bands.size() == 1 && !row.bands.front().bounded;
  }

  std::uint32_t pool_mask(std::string_view name) {
    std::uint32_t mask = 0;
    std::string_view next = name;
    for (std::size_t steps = 0; steps < pack_.pools.size() && !next.empty(); ++steps) {
      const std::size_t pool = Names(pack_.pools).find(next);
      if (pool == pack_.pools.size()) break;
      mask |= std::uint32_t{1} << pool;
      next = pack_.pools[pool].inside;
    }
    return mask;
  }

  void add_pool(const model::Pool& pool) {
    PoolPlan& made = plan_.pools.emplace_back();
    made.per_visit = pool.per_visit;
    plan_.pools_per_visit |= std::uint32_t{pool.per_visit} << (plan_.pools.size() - 1);
    tables_.of_rows(pool.limit, pool.at, made.limit);
    sums_.parameters(pool.limit, made.limits);
  }

  void add_layer(const model::Layer& layer) {
    const auto index = static_cast<std::uint8_t>(plan_.layers.size());
    LayerPlan& made = plan_.layers.emplace_back();
    if (!layer.sheet.empty()) made.sheet = sums_.amount(layer.sheet);
    made.has_rules = layer.has_rules;
    made.in_scope = layer.in_scope;
    if (made.has_rules) {
      plan_.computed_layers.push_back(index);
      plan_.computed |= std::uint32_t{1} << index;
      if (made.sheet) plan_.sheet_or_rules.push_back(index);
      if (layer.over_year) plan_.cumulative_layers.push_back(index);
      make_computed(layer, made);
    } else if (made.sheet) {
      plan_.fields_needed |= std::uint32_t{1} << *made.sheet;
      plan_.sheet_layers.push_back({index, *made.sheet, made.in_scope});
    }
  }

  void make_computed(const model::Layer& layer, LayerPlan& made) {
    made.over_year = layer.over_year;
    made.deductible_per_visit = layer.deductible_per_visit;
    tables_.applies(layer, made.applies);
    tables_.single(layer.rules_when, layer.at, made.rules_may);
    for (const Decision::Axis& axis : made.rules_may.axes) {
      if (axis.fact == kCategoryFact || plan_.facts[axis.fact].of_visit) made.for_the_year = false;
    }
    tables_.of_rows(layer.base, layer.at, made.base);
    for (const model::BaseRow& base : layer.base) made.bases.push_back(sums_.sum(base.of, base.less));
    rates_decision(layer.first_bear, {}, layer.at, made.bear, made.bears);
    draws_decision(layer.cost_in, layer.at, made.cost_in);
    tables_.of_rows(layer.deductible, layer.at, made.deductible);
    sums_.parameters(layer.deductible, made.deductibles);
    draws_decision(layer.deductible_in, layer.at, made.deductible_in);
    rates_decision(plan_.rate_rows(layer), layer.adjust, layer.at, made.pays, made.rates);
    for (const model::AdjustRow& change : layer.adjust) {
      AdjustPlan& next = made.adjust.emplace_back();
      tables_.single(change.when, change.at, next.holds);
      next.how = change.how;
      next.rate = change.figure.rate;
    }
    draws_decision(layer.draws_on, layer.at, made.draws);
    const bool special = std::any_of(made.rates.begin(), made.rates.end(),
                                     [](const RatePlan& rate) { return rate.lump || rate.percents != 0; });
    made.keeps_count =
        made.over_year || !layer.draws_on.empty() || !layer.cost_in.empty() || !layer.deductible_in.empty();
    made.plain = layer.first_bear.empty() && layer.cost_in.empty() && layer.deductible_in.empty() &&
                 layer.adjust.empty() && !made.deductible_per_visit && !made.sheet && !special;
  }

  void rates_decision(const List<model::RateRow>& rows, const List<model::AdjustRow>& adjust,
                      const json::Value* at, Decision& decision, List<RatePlan>& rates) {
    tables_.of_rows(rows, at, decision);
    for (const model::RateRow& row : rows) make_rate(row, adjust, rates.emplace_back());
  }

  void draws_decision(const List<model::DrawRow>& rows, const json::Value* at, DrawPlan& made) {
    tables_.of_rows(rows, at, made.row);
    for (const model::DrawRow& draw : rows) {
      std::uint32_t mask = 0;
      for (const std::string_view pool : draw.pools) mask |= pool_mask(pool);
      made.masks.push_back(mask);
    }
  }

  void plan_derived() {
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (!plan_.facts[i].derived) continue;
      const model::Fact& fact = *plan_.facts[i].declared;
      DerivedPlan made;
      made.fact = static_cast<std::uint8_t>(i);
      made.sum = fact.derived == model::Derivation::kSum;
      made.over_year = fact.over_year || !made.sum;
      made.of = sums_.sum(fact.of, fact.less);
      if (made.over_year) sums_.take_persons(made.of, made.once);
      tables_.single(fact.counts, fact.at, made.counts);
      for (const std::uint8_t layer : plan_.computed_layers) {
        if ((made.of.less >> layer & 1U) != 0) made.ready = static_cast<std::uint8_t>(layer + 1);
      }
      const auto place = std::find_if(plan_.derived.begin(), plan_.derived.end(),
                                      [&](const DerivedPlan& each) { return each.ready > made.ready; });
      plan_.derived.insert(place, made);
    }
    if (plan_.derived.size() > kMostDerived) {
      reader_.fail("pack.too_many_facts", "/facts",
                   for_authors("由系统计算的事实太多（最多 8 项）。",
                               "Too many facts that are worked out (at most 8)."));
    }
  }

  // What is asked for before any layer knows no derived fact.
  void check_early(const Decision& decision, const json::Value* at) {
    for (const Decision::Axis& axis : decision.axes) {
      if (!plan_.facts[axis.fact].derived) continue;
      reader_.fail("layer.order", at, {},
                   for_authors("这里还不知道“{0}”，它要逐层计算时才有。",
                               "\"{0}\" is not known here: it is worked out with the layers."),
                   {plan_.facts[axis.fact].id});
    }
  }

  // Nothing may look at a derived fact before it is ready.
  void check_ready(const Decision& decision, std::size_t layer, const json::Value* at) {
    for (const Decision::Axis& axis : decision.axes) {
      for (const DerivedPlan& each : plan_.derived) {
        if (each.fact != axis.fact || each.ready <= layer) continue;
        reader_.fail("layer.order", at, {},
                     for_authors("这里要看的“{0}”要等后面的层支付了才知道。",
                                 "\"{0}\" is looked at here and only known once later layers have paid."),
                     {plan_.facts[each.fact].id});
      }
    }
  }

  void find_less_always() {
    for (const SheetLayer& sheet : plan_.sheet_layers) plan_.less_always |= std::uint32_t{1} << sheet.layer;
    for (const std::uint8_t index : plan_.computed_layers) {
      for (const BasePlan& base : plan_.layers[index].bases) plan_.less_always &= base.less;
    }
    for (const DerivedPlan& derived : plan_.derived) {
      if (derived.sum) plan_.less_always &= derived.of.less;
    }
    for (SheetLayer& sheet : plan_.sheet_layers)
      sheet.less_always = (plan_.less_always >> sheet.layer & 1U) != 0;
  }

  static bool draws_on(const LayerPlan& layer, std::size_t pool) {
    for (const DrawPlan* draws : {&layer.draws, &layer.cost_in, &layer.deductible_in}) {
      for (const std::uint32_t mask : draws->masks) {
        if ((mask >> pool & 1U) != 0) return true;
      }
    }
    return false;
  }

  void build_lookup() {
    List<Decision*> decisions;
    for (Decision* each : {&plan_.identity_counts, &plan_.scope}) decisions.push_back(each);
    check_early(plan_.identity_counts, pack_.identity_at);
    check_early(plan_.scope, pack_.in_scope.front().at);
    for (DerivedPlan& derived : plan_.derived) {
      decisions.push_back(&derived.counts);
      check_early(derived.counts, plan_.facts[derived.fact].declared->at);
    }
    for (const std::uint8_t index : plan_.computed_layers) {
      LayerPlan& layer = plan_.layers[index];
      const std::size_t first = decisions.size();
      for (Decision* each : {&layer.rules_may, &layer.applies, &layer.base, &layer.bear, &layer.cost_in.row,
                             &layer.deductible, &layer.deductible_in.row, &layer.pays, &layer.draws.row})
        decisions.push_back(each);
      for (AdjustPlan& change : layer.adjust) decisions.push_back(&change.holds);
      for (std::size_t i = first; i < decisions.size(); ++i)
        check_ready(*decisions[i], index, pack_.layers[index].at);
    }
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
      decisions.push_back(&plan_.pools[pool].limit);
      for (const std::uint8_t index : plan_.computed_layers) {
        if (draws_on(plan_.layers[index], pool))
          check_ready(plan_.pools[pool].limit, index, pack_.pools[pool].at);
      }
    }
    // Those that look at the visit side by side: fewer words change from visit to visit.
    const auto looks_at_visit = [&](const Decision* each) {
      return std::any_of(each->axes.begin(), each->axes.end(),
                         [&](const Decision::Axis& axis) { return plan_.facts[axis.fact].of_visit; });
    };
    List<Decision*>& sorted = plan_.decisions;
    for (const bool first : {true, false}) {
      for (Decision* each : decisions) {
        if (looks_at_visit(each) == first) sorted.push_back(each);
      }
    }
    plan_.lookup.build(plan_.facts, sorted);
  }

  Plan& plan_;
  const model::Pack& pack_;
  Reader& reader_;
  Tables tables_;
  Sums sums_;
};

}  // namespace

const List<model::RateRow>& Plan::rate_rows(const model::Layer& layer) const {
  for (const model::Table& table : pack.tables) {
    if (table.id == layer.table && !layer.table.empty()) return table.rows;
  }
  return layer.pays;
}

std::optional<std::uint8_t> Plan::amount_named(std::string_view name) const {
  if (const auto field = field_named(name)) return static_cast<std::uint8_t>(*field);
  for (const std::uint8_t fact : amount_facts) {
    if (facts[fact].id == name) return facts[fact].amount;
  }
  return std::nullopt;
}

Words Plan::amount_label(std::size_t amount) const {
  if (amount >= kFieldCount) return facts[amount_facts[amount - kFieldCount]].label;
  const Word& word = fields()[amount].word;
  return {word.zh, word.en};
}

std::string_view Plan::amount_id(std::size_t amount) const {
  return amount < kFieldCount ? fields()[amount].word.id : facts[amount_facts[amount - kFieldCount]].id;
}

std::uint32_t Plan::amounts_looked_at() const {
  std::uint32_t needed = fields_needed;
  for (const BasePlan& each : scopes) needed |= each.needs;
  for (const DerivedPlan& each : derived) needed |= each.of.needs;
  for (const LayerPlan& layer : layers) {
    for (const BasePlan& base : layer.bases) needed |= base.needs;
    if (layer.sheet && !layer.has_rules) needed |= std::uint32_t{1} << *layer.sheet;
  }
  return needed & ((std::uint32_t{1} << kFieldCount) - 1);
}

bool Plan::on_some_sheets(std::size_t amount) const {
  return amount >= kFieldCount || fields()[amount].zero_with_basic;
}

void compile_pack(Plan& plan, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors, &plan.source);
  Compiler(plan, reader).run();
}

}  // namespace aidcheck
