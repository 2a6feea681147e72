#include "within/layer.h"

#include <algorithm>
#include <numeric>

#include "explain/explanation.h"
#include "settle/share.h"

namespace aidcheck::within {
namespace {

const Words kLeftOpen{"由当地定", "set by the place"};

void join(Text& list, const Text& item) {
  list.zh += (list.empty() ? "" : "；") + item.zh;
  list.en += (list.en.empty() ? "" : "; ") + item.en;
}

Text as_printed(std::string_view text) { return {std::string(text), std::string(text)}; }
Text as_text(const Words& words) { return {std::string(words.zh), std::string(words.en)}; }

Rate shortened(const Rate& rate) {
  const std::int64_t common = std::max<std::int64_t>(1, std::gcd(rate.numerator, rate.denominator));
  return {rate.numerator / common, rate.denominator / common};
}

Rate product(const Rate& a, const Rate& b) {
  return shortened({a.numerator * b.numerator, a.denominator * b.denominator});
}

Rate rest(const Rate& rate) { return {rate.denominator - rate.numerator, rate.denominator}; }

std::uint32_t mask_of(const DrawPlan& draws, const Codes& codes) {
  const std::uint16_t row = draws.masks.empty() ? outcome::kNone : draws.row.at(codes);
  return row < draws.masks.size() ? draws.masks[row] : 0;
}

template <class Citations>
void add_cites(FigureShown& shown, const Citations& cites) {
  for (const model::Citation& cite : cites) {
    const bool there = std::any_of(shown.cites.begin(), shown.cites.end(), [&](const model::Citation& each) {
      return each.source == cite.source && each.article == cite.article;
    });
    if (!there) shown.cites.push_back(cite);
  }
}

unsigned lowest(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }

}  // namespace

Layer::Layer(const Plan& plan, std::size_t index)
    : plan_(plan), index_(index), layer_(plan.layers[index]), written_(plan.pack.layers[index]) {
  decisions_ = {
      &plan.scope,        &layer_.applies,           &layer_.base, &layer_.bear,     &layer_.cost_in.row,
      &layer_.deductible, &layer_.deductible_in.row, &layer_.pays, &layer_.draws.row};
  for (const AdjustPlan& change : layer_.adjust) decisions_.push_back(&change.holds);
  for (const PoolPlan& pool : plan.pools) decisions_.push_back(&pool.limit);
  std::set<std::size_t> facts;
  for (const Decision* decision : decisions_) {
    for (const Decision::Axis& axis : decision->axes) facts.insert(axis.fact);
  }
  facts_.assign(facts.begin(), facts.end());
}

std::vector<std::uint16_t> Layer::rows(const Codes& codes) const {
  std::vector<std::uint16_t> rows;
  for (const Decision* decision : decisions_) rows.push_back(decision->at(codes));
  return rows;
}

const model::Citations& Layer::cite_of(const model::Row& row) const {
  return row.cite.empty() ? written_.cite : row.cite;
}

Standing Layer::standing(const Codes& codes) const {
  Standing made;
  const std::uint16_t applies = layer_.applies.at(codes);
  const bool rated =
      layer_.pays.at(codes) < layer_.rates.size() && layer_.base.at(codes) < layer_.bases.size();
  made.pays = applies == 0 && rated;
  made.considered = applies != outcome::kNone;
  if (applies != 0 && applies <= written_.except.size()) {
    const model::Exception& exception = written_.except[applies - 1U];
    made.shown.value = as_text(exception.text);
    add_cites(made.shown, cite_of(exception));
    return made;
  }
  made.shown.value = made.pays      ? Text{"支付", "pays"}
                     : applies == 0 ? Text{"没有适用的比例", "no rate applies"}
                                    : Text{"不符合这一层的条件", "its condition does not hold"};
  add_cites(made.shown, written_.cite);
  return made;
}

BaseTold Layer::base(const Codes& codes) const {
  BaseTold made;
  const std::uint16_t row = layer_.base.at(codes);
  BasePlan base = layer_.bases[row];
  made.plain = base.plain;
  add_cites(made.shown, cite_of(written_.base[row]));
  if (base.scope) {
    const std::uint16_t scope_row = plan_.scope.at(codes);
    const BasePlan& scope = plan_.scope_of(scope_row);
    made.plain = made.plain && scope.plain;
    base.fields |= scope.fields;
    if (scope_row < plan_.pack.in_scope.size()) add_cites(made.shown, plan_.pack.in_scope[scope_row].cite);
  }
  Text less;
  for (std::uint32_t rest = base.fields; rest != 0; rest &= rest - 1) {
    made.fields.insert(std::string(plan_.amount_id(lowest(rest))));
    join(made.shown.value, as_text(plan_.amount_label(lowest(rest))));
  }
  for (std::uint32_t rest = base.less; rest != 0; rest &= rest - 1) {
    const model::Layer& payer = plan_.pack.layers[lowest(rest)];
    made.payers.insert(std::string(payer.id));
    join(less, as_text(layer_label(plan_, lowest(rest))));
  }
  if (!less.empty()) made.shown.value = say("{0}，减去 {1}", "{0}, less {1}", {made.shown.value, less});
  return made;
}

// Of an amount or a percentage that the rules leave open.
Span Layer::open_span(std::uint8_t amount) const {
  const FactPlan& fact = plan_.facts[plan_.amount_facts[amount - kFieldCount]];
  const bool free = fact.least == 0 && fact.most == highest(fact.type);
  if (fact.type == model::FactType::kPercent)
    return {shortened({fact.least, kWhole}), shortened({fact.most, kWhole}), false, free};
  Span span = amount_span(fact.least, fact.most);
  span.free = free;
  return span;
}

Text Layer::open_text(std::uint8_t amount, FigureShown& shown) const {
  const FactPlan& fact = plan_.facts[plan_.amount_facts[amount - kFieldCount]];
  if (fact.declared != nullptr) add_cites(shown, fact.declared->cite);
  if (open_span(amount).free) return as_text(kLeftOpen);
  if (fact.declared == nullptr) return as_printed(fact.id);
  const json::Value& between = *fact.declared->at->find("between");
  if (between.is(json::Type::kString)) return as_printed(between.text);
  return say("{0}至{1}", "{0} to {1}", {between.find("from")->text, between.find("to")->text});
}

// The lowest and the highest of its bands, with the changes that hold. What lies above the last band gets
// nothing.
Span Layer::rate_span(const RatePlan& rate, std::uint32_t hold) const {
  Changes changes;
  changes.list = &layer_.adjust;
  changes.hold = hold;
  Arithmetic arithmetic;
  std::optional<Span> all;
  for (const BandPlan& band : rate.bands) {
    Rate least{band.numerator, rate.denominator};
    Rate most = least;
    if (band.percent != 0) {
      const Span open = open_span(band.percent);
      const auto whole = [&](const Rate& share) {
        return Rate{share.numerator * (rate.denominator / share.denominator), rate.denominator};
      };
      least = whole(open.least);
      most = whole(open.most);
    }
    Span here{shortened(changed(least, changes, arithmetic)), shortened(changed(most, changes, arithmetic))};
    here.free = band.percent != 0 && open_span(band.percent).free;
    all = all ? both(*all, here) : here;
  }
  if (rate.bands.back().to != std::numeric_limits<Fen>::max()) all->least = {0, 1};
  return *all;
}

Text Layer::rate_text(const RatePlan& rate, const model::RateRow& row, FigureShown& shown) const {
  Text text;
  for (std::size_t i = 0; i < rate.bands.size(); ++i) {
    const std::uint8_t percent = rate.bands[i].percent;
    join(text, percent == 0 ? as_printed(row.bands[i].rate.printed) : open_text(percent, shown));
  }
  return text;
}

void Layer::add_changes(const Codes& codes, std::uint32_t& hold, FigureShown& shown) const {
  for (std::size_t i = 0; i < layer_.adjust.size(); ++i) {
    if (layer_.adjust[i].holds.at(codes) != 0) continue;
    hold |= std::uint32_t{1} << i;
    const model::AdjustRow& change = written_.adjust[i];
    const std::string_view sign = change.how == model::AdjustRow::How::kAdd        ? "＋"
                                  : change.how == model::AdjustRow::How::kSubtract ? "－"
                                                                                   : "×";
    const Text told = as_printed(std::string(sign) + std::string(change.figure.printed));
    shown.value.zh += told.zh;
    shown.value.en += told.en;
    add_cites(shown, cite_of(change));
  }
}

// What the person bears first leaves that much less to the rate; false where it is an amount.
bool Layer::bear_first(const Codes& codes, Measure& measure) const {
  const std::uint16_t row = layer_.bear.at(codes);
  if (row >= layer_.bears.size()) return true;
  const RatePlan& bear = layer_.bears[row];
  const model::RateRow& written = written_.first_bear[row];
  add_cites(measure.shown, cite_of(written));
  if (bear.lump) return false;
  const Span share = rate_span(bear, 0);
  measure.span->least = product(measure.span->least, rest(share.most));
  measure.span->most = product(measure.span->most, rest(share.least));
  measure.shown.value = say("先负担{0}，再按{1}", "{1} of what is left after bearing {0}",
                            {rate_text(bear, written, measure.shown), measure.shown.value});
  return true;
}

Measure Layer::rate(const Codes& codes) const {
  Measure made;
  const std::uint16_t row = layer_.pays.at(codes);
  const RatePlan& rate = layer_.rates[row];
  const model::RateRow& written = plan_.rate_rows(written_)[row];
  add_cites(made.shown, cite_of(written));
  if (rate.lump) {
    made.shown.value = parameter(rate.amount, written.amount).shown.value;
    made.why = {"这里付的是定额，不是比例。", "A lump sum is paid here, and no rate."};
    return made;
  }
  made.shown.value = rate_text(rate, written, made.shown);
  std::uint32_t hold = 0;
  add_changes(codes, hold, made.shown);
  made.span = rate_span(rate, hold);
  if (!bear_first(codes, made)) {
    made.span.reset();
    made.why = {"先由个人负担一笔定额，比例要看费用多少。",
                "The person bears an amount first, so the rate hangs on the cost."};
  }
  return made;
}

Measure Layer::parameter(const ParameterPlan& plan, const model::Parameter& written) const {
  Measure made;
  if (plan.of == 0) {
    made.span = amount_span(plan.amount, plan.amount);
    made.shown.value = as_printed(written.figure.printed);
    return made;
  }
  if (written.of.empty() || (written.figure.printed.empty() && plan.percent == 0)) {
    if (plan.of < kFieldCount) {
      made.shown.value = as_text(plan_.amount_label(plan.of));
      made.why = {"它随每张结算单不同。", "It is another on each sheet."};
      return made;
    }
    made.span = open_span(plan.of);
    made.shown.value = open_text(plan.of, made.shown);
    return made;
  }
  const Text share =
      plan.percent == 0 ? as_printed(written.figure.printed) : open_text(plan.percent, made.shown);
  made.span = plan.percent == 0 ? Span{plan.share, plan.share} : open_span(plan.percent);
  made.shown.value = say("{0}的{1}", "{1} of {0}", {as_text(plan_.amount_label(plan.of)), share});
  return made;
}

std::optional<Measure> Layer::pool_limit(unsigned pool, const Codes& codes) const {
  const std::uint16_t row = plan_.pools[pool].limit.at(codes);
  const model::Pool& written = plan_.pack.pools[pool];
  if (row >= written.limit.size()) return std::nullopt;
  Measure made = parameter(plan_.pools[pool].limits[row], written.limit[row].amount);
  add_cites(made.shown, written.limit[row].cite.empty() ? written.cite : written.limit[row].cite);
  return made;
}

// Over the year: its amount, or, with pools, what these say. One of each visit has no end but the pools'.
Measure Layer::deductible(const Codes& codes) const {
  const std::uint16_t row = layer_.deductibles.empty() ? outcome::kNone : layer_.deductible.at(codes);
  std::optional<Measure> own;
  if (row < layer_.deductibles.size()) {
    own = parameter(layer_.deductibles[row], written_.deductible[row].amount);
    add_cites(own->shown, cite_of(written_.deductible[row]));
    own->each_visit = !layer_.over_year || layer_.deductible_per_visit;
  }
  for (std::uint32_t rest = mask_of(layer_.deductible_in, codes); rest != 0; rest &= rest - 1) {
    std::optional<Measure> cap = pool_limit(lowest(rest), codes);
    if (!cap || plan_.pools[lowest(rest)].per_visit) continue;
    if (!own || (own->span && is_zero(*own->span))) return own ? *own : *cap;
    join(own->shown.value, cap->shown.value);
    own->each_visit = false;
    if (own->span && cap->span && own->span->amount == cap->span->amount) {
      own->span->most = cap->span->most;
    } else {
      own->span = cap->span;
    }
    return *own;
  }
  if (own) return *own;
  Measure none;
  none.span = amount_span(0, 0);
  none.shown.value = {"没有起付标准", "no deductible"};
  add_cites(none.shown, written_.cite);
  return none;
}

std::uint32_t Layer::pools(const Codes& codes) const {
  std::uint32_t limited = 0;
  for (std::uint32_t rest = mask_of(layer_.draws, codes); rest != 0; rest &= rest - 1) {
    const unsigned pool = lowest(rest);
    if (plan_.pools[pool].limit.at(codes) < plan_.pools[pool].limits.size())
      limited |= std::uint32_t{1} << pool;
  }
  return limited;
}

Measure Layer::limit(const Codes& codes) const {
  Measure made;
  for (std::uint32_t rest = pools(codes); rest != 0; rest &= rest - 1) {
    if (plan_.pools[lowest(rest)].per_visit) continue;
    const std::optional<Measure> here = pool_limit(lowest(rest), codes);
    join(made.shown.value, here->shown.value);
    add_cites(made.shown, here->shown.cites);
    const bool first = !made.span;
    if (here->span && (first || smaller(here->span->most, made.span->most))) made.span = here->span;
  }
  if (made.shown.value.empty()) {
    made.shown.value = {"没有限额", "no limit"};
    add_cites(made.shown, written_.cite);
  }
  return made;
}

}  // namespace aidcheck::within
