#include <array>
#include <utility>

#include "explain/explanation.h"
#include "json/write.h"
#include "settle/share.h"

namespace aidcheck {
namespace {

/// Tells what one computed layer did at one visit, from the record of it.
class Story {
  using Record = VisitRecordOf<Reach>;

 public:
  Story(const Settled& settled, const YearInput& year, const Record& visit, std::size_t index,
        List<Step>& steps)
      : settled_(settled),
        year_(year),
        input_(year.visits[visit.visit]),
        visit_(visit),
        index_(index),
        record_(visit.layers[index]),
        plan_(settled.plan.layers[index]),
        layer_(settled.plan.pack.layers[index]),
        label_(layer_label(settled.plan, index)),
        steps_(steps) {
    for (std::size_t i = 0; i < kMostAmounts; ++i) {
      const Reach amount = amount_of(i);
      least_[i] = amount.least;
      most_[i] = amount.most;
    }
    percents_.least = least_.data();
    percents_.most = most_.data();
  }

  void run() {
    if (record_.applies != 0) {
      not_paid();
    } else if (record_.rate_row == outcome::kNone) {
      Step& step = add("not_paid", tell("没有适用的比例", "No rate applies"), layer_.cite);
      step.reason = "no_rate";
    } else {
      base();
      if (record_.bear_row != outcome::kNone) first_bear();
      if (record_.cost_row != outcome::kNone)
        caps("cost_cap", plan_.cost_in.masks[record_.cost_row], arithmetic_.less(record_.sum, record_.borne),
             record_.base);
      const Reach amount = counted();
      if (!row().lump) {
        rate(amount);
        adjusted(amount);
      } else {
        lump();
      }
      if (plan_.over_year && record_.counted_before.most > 0) paid_before();
      if (record_.draw_row != outcome::kNone)
        caps("cap", plan_.draws.masks[record_.draw_row], record_.uncapped, visit_.paid[index_]);
      Step& step = add("pays", label_, layer_.cite);
      step.amount = visit_.paid[index_];
      step.from = "rule";
    }
  }

 private:
  Step& add(std::string_view op, const Words& label) {
    Step& step = steps_.emplace_back();
    step.op = op;
    step.label = label;
    return step;
  }
  Step& add(std::string_view op, const Words& label, const model::Citations& cite) {
    Step& step = add(op, label);
    step.cite = &cite;
    return step;
  }

  [[nodiscard]] Reach amount_of(std::size_t index) const { return year_.amount(input_, index); }

  // A row's own citation, or the layer's.
  [[nodiscard]] const model::Citations& cite_of(const model::Row& row) const {
    return row.cite.empty() ? layer_.cite : row.cite;
  }

  void not_paid() {
    if (record_.applies == outcome::kNone) {
      add("not_paid", tell("不符合这一层的条件", "Its condition does not hold"), layer_.cite).reason =
          "not_applicable";
    } else if (record_.applies == outcome::kEitherWay) {
      add("not_paid", tell("无论未填的情况如何，都不支付", "Pays nothing, whatever the missing fact is"),
          layer_.cite)
          .reason = "either_way";
    } else {
      const model::Exception& exception = layer_.except[record_.applies - 1U];
      add("not_paid", exception.text, cite_of(exception)).reason = exception.id;
    }
  }

  // An amount of the visit, or a share of it, goes into the sum or is taken off.
  void take(std::size_t index, bool less, Reach& so_far, const Figure& share, const Rate& rate) {
    const Reach whole = amount_of(index);
    const Reach amount = share_of(rate, whole, arithmetic_);
    so_far = less ? arithmetic_.less(so_far, amount) : arithmetic_.add(so_far, amount);
    Step& step = add(less ? "less" : "take", settled_.plan.amount_label(index));
    step.field = settled_.plan.amount_id(index);
    step.at = settled_.amount_at(input_, index);
    step.parameter = share.printed;
    step.amount = amount;
    step.so_far = so_far;
  }

  void terms(const List<model::Term>& list, bool less, std::uint32_t listed, Reach& so_far) {
    for (std::size_t i = 0; i < kMostAmounts; ++i) {
      if ((listed >> i & 1U) != 0) take(i, less, so_far, {}, Rate{1, 1});
    }
    for (const model::Term& term : list) {
      if (!term.share.printed.empty())
        take(settled_.plan.amount_named(term.name).value_or(0), less, so_far, term.share, term.share.rate);
    }
  }

  void base() {
    const BasePlan& base = plan_.bases[record_.base_row];
    const model::BaseRow& written = layer_.base[record_.base_row];
    Reach so_far = 0;
    if (base.scope) {
      const Plan& plan = settled_.plan;
      const std::uint16_t row = plan.scope.at(visit_.codes);
      const BasePlan& scope = plan.scope_of(row);
      static const model::BaseRow kNone;
      const model::BaseRow& of = row < plan.pack.in_scope.size() ? plan.pack.in_scope[row] : kNone;
      terms(of.of, false, scope.fields, so_far);
      terms(of.less, true, scope.fields_less, so_far);
    }
    terms(written.of, false, base.fields, so_far);
    terms(written.less, true, base.fields_less, so_far);
    for (std::size_t i = 0; i < index_; ++i) {
      if ((base.less >> i & 1U) != 0) less(i, so_far);
    }
    Step& step = add("base", tell("计算{0}的费用", "Cost that counts for {0}", {label_}), cite_of(written));
    step.so_far = record_.sum;
  }

  void first_bear() {
    const model::RateRow& row = layer_.first_bear[record_.bear_row];
    Step& step = add("first_bear", row.label.empty() ? tell("先由您负担", "You bear this first") : row.label,
                     cite_of(row));
    if (row.lump) {
      parameter(row.amount, step);
    } else {
      percent(plan_.bears[record_.bear_row].bands[0], row.bands[0], step);
    }
    step.amount = record_.borne;
    step.so_far = arithmetic_.less(record_.sum, record_.borne);
  }

  // What the rate is applied to, after deductible and year.
  Reach counted() {
    if (!plan_.over_year) {
      deductible(record_.base);
      return record_.base;
    }
    if (!plan_.deductible_per_visit) {
      year(record_.base);
      const Reach amount = arithmetic_.add(record_.counted_before, record_.base);
      deductible(amount);
      return amount;
    }
    deductible(record_.base);
    const Reach added = arithmetic_.less(record_.base, record_.deductible);
    year(added);
    return arithmetic_.add(record_.counted_before, added);
  }

  void less(std::size_t payer, Reach& so_far) {
    const auto& sheet = settled_.plan.layers[payer].sheet;
    const Reach amount = visit_.paid[payer];
    // A payer that the sheet does not mention takes nothing off, and needs no line.
    const bool mentioned = !sheet || !settled_.plan.on_some_sheets(*sheet);
    if (amount == Reach(0) && !mentioned) return;
    so_far = arithmetic_.less(so_far, amount);
    const Words payer_label = layer_label(settled_.plan, payer);
    Step& step = add("less", tell("{0}已付", "Paid by {0}", {payer_label}));
    step.field = settled_.plan.pack.layers[payer].id;
    if (sheet && (!settled_.plan.layers[payer].has_rules || visit_.layers[payer].stated))
      step.at = settled_.amount_at(input_, *sheet);
    step.amount = amount;
    step.so_far = so_far;
  }

  void year(const Reach& added) {
    Step& before = add("year_before", tell("本年此前累计", "Counted earlier this year"));
    before.amount = record_.counted_before;
    before.so_far = record_.counted_before;
    Step& now = add("year_now", tell("加上这次，本年累计", "Counted this year with this visit"));
    now.so_far = arithmetic_.add(record_.counted_before, added);
  }

  // Of F: a deductible that was taken at the visit is no part of it.
  [[nodiscard]] Reach threshold() const {
    return plan_.over_year && plan_.deductible_per_visit ? Reach(0) : record_.deductible;
  }

  void deductible(const Reach& amount) {
    const bool own = record_.deductible_row != outcome::kNone;
    if (record_.deductible_pools != outcome::kNone) {
      Reach whole = amount;
      if (own) whole = smaller(amount, value(plan_.deductibles[record_.deductible_row]));
      caps("deductible_cap", plan_.deductible_in.masks[record_.deductible_pools], whole, record_.deductible);
    } else if (!own) {
      return;
    }
    Step& step = add("deductible", tell("起付标准以内由您承担", "Up to the deductible you pay"),
                     own ? cite_of(layer_.deductible[record_.deductible_row]) : layer_.cite);
    if (own) parameter(layer_.deductible[record_.deductible_row].amount, step);
    step.amount = smaller(amount, record_.deductible);
    step.so_far = arithmetic_.less(amount, record_.deductible);
  }

  // A rate that the case states shows where.
  void percent(const BandPlan& band, const model::Band& written, Step& step) const {
    step.parameter = written.rate.printed;
    if (band.percent == 0) return;
    step.parameter = stated_percent(band.percent);
    step.field = written.rate_fact;
    step.at = settled_.amount_at(input_, band.percent);
  }

  [[nodiscard]] std::string_view stated_percent(std::size_t amount) const {
    const Reach percent = amount_of(amount);
    const std::string least = json::Writer().yuan(percent.least).take() + "%";
    return keep(percent.exact() ? least : least + "–" + json::Writer().yuan(percent.most).take() + "%");
  }

  // A share of an amount shows the share, and what it is of as the step's field.
  void parameter(const model::Parameter& written, Step& step) const {
    step.parameter = written.figure.printed;
    if (!written.share_fact.empty())
      step.parameter = stated_percent(settled_.plan.amount_named(written.share_fact).value_or(0));
    if (written.of.empty()) return;
    step.field = written.of;
    step.at = settled_.amount_at(input_, settled_.plan.amount_named(written.of).value_or(0));
  }

  static Words band_text(const List<model::Band>& bands, std::size_t i) {
    const std::string_view from = i == 0 ? std::string_view() : bands[i - 1].to.printed;
    if (!bands[i].bounded) return tell("{0}以上", "above {0}", {from});
    const std::string_view to = bands[i].to.printed;
    return i == 0 ? tell("{0}以内", "up to {0}", {to}) : tell("{0}至{1}", "{0} to {1}", {from, to});
  }

  [[nodiscard]] const model::RateRow& row() const {
    return settled_.plan.rate_rows(layer_)[record_.rate_row];
  }

  // The rate as it is at the visit, with those of the layer's changes.
  [[nodiscard]] Changes changes(std::uint32_t hold) const {
    Changes made;
    made.list = &plan_.adjust;
    made.hold = hold;
    made.look_at(percents_);
    return made;
  }

  void rate(const Reach& amount) {
    const RatePlan& rate = plan_.rates[record_.rate_row];
    const model::RateRow& written = row();
    if (written.bands.size() == 1 && !written.bands[0].bounded) {
      Step& step = add("rate", rate_label(written), cite_of(written));
      percent(rate.bands[0], written.bands[0], step);
      step.so_far = share(rate, amount, threshold(), changes(0), arithmetic_);
      return;
    }
    Reach numerator = 0;
    for (std::size_t i = 0; i < rate.bands.size(); ++i) {
      const BandPlan& band = rate.bands[i];
      const Reach from = threshold();
      const Reach part(part_in_band(rate, band, amount.least, from.most, arithmetic_),
                       part_in_band(rate, band, amount.most, from.least, arithmetic_));
      const Changes least = changes(0);
      numerator = arithmetic_.add(
          numerator, Reach(arithmetic_.multiply(part.least, rate_of(rate, band, least).numerator),
                           arithmetic_.multiply(part.most, rate_of(rate, band, least.at_most()).numerator)));
      Step& step = add("band", rate_label(written), cite_of(written));
      percent(rate.bands[i], written.bands[i], step);
      step.band = band_text(written.bands, i);
      step.amount = part;
      step.so_far = Reach(arithmetic_.round_half_up(numerator.least, rate.denominator),
                          arithmetic_.round_half_up(numerator.most, rate.denominator));
    }
  }

  // The rate with the first of its changes, one more at a time.
  void adjusted(const Reach& amount) {
    std::uint32_t hold = 0;
    for (std::size_t i = 0; i < plan_.adjust.size(); ++i) {
      if ((record_.adjusted >> i & 1U) == 0) continue;
      hold |= std::uint32_t{1} << i;
      const model::AdjustRow& change = layer_.adjust[i];
      Step& step = add("adjust", change.label.empty() ? tell("比例调整", "Change of the rate") : change.label,
                       cite_of(change));
      step.from = change.how == model::AdjustRow::How::kAdd        ? "add"
                  : change.how == model::AdjustRow::How::kSubtract ? "subtract"
                                                                   : "times";
      step.parameter = change.figure.printed;
      step.so_far = share(plan_.rates[record_.rate_row], amount, threshold(), changes(hold), arithmetic_);
    }
  }

  void lump() {
    Step& step = add("lump", rate_label(row()), cite_of(row()));
    parameter(row().amount, step);
    step.so_far = record_.uncapped;
  }

  [[nodiscard]] Words rate_label(const model::RateRow& row) const {
    return row.label.empty() ? tell("{0}比例", "Rate of {0}", {label_}) : row.label;
  }

  void paid_before() {
    Step& step =
        add("paid_before", tell("减去此前累计已算的部分", "Less what the earlier total gives"), layer_.cite);
    step.amount = share(plan_.rates[record_.rate_row], record_.counted_before, threshold(),
                        changes(record_.adjusted), arithmetic_);
    step.so_far = record_.uncapped;
  }

  Reach value(const ParameterPlan& plan) {
    if (plan.of == 0) return plan.amount;
    return plan.percent == 0 ? share_of(plan.share, amount_of(plan.of), arithmetic_)
                             : share_of(amount_of(plan.percent), amount_of(plan.of), arithmetic_);
  }

  // The pools that cut `amount` down to `drawn`.
  void caps(std::string_view op, std::uint32_t pools, Reach amount, const Reach& drawn) {
    for (std::size_t i = 0; i < settled_.plan.pools.size(); ++i) {
      if ((pools >> i & 1U) == 0) continue;
      const std::uint16_t row = settled_.plan.pools[i].limit.at(visit_.codes);
      if (row != outcome::kNone) cap(op, i, row, amount, drawn);
    }
  }

  void cap(std::string_view op, std::size_t index, std::uint16_t row, Reach& so_far, const Reach& drawn) {
    const model::Pool& pool = settled_.plan.pack.pools[index];
    const Reach left = record_.left_before[index];
    const model::AmountRow& limit = pool.limit[row];
    const ParameterPlan& plan = settled_.plan.pools[index].limits[row];
    Step& step = add(op, pool.label, limit.cite.empty() ? pool.cite : limit.cite);
    step.amount = arithmetic_.less(so_far, left);
    so_far = smaller(so_far, left);
    step.so_far = so_far;
    step.pool = pool.id;
    parameter(limit.amount, step);
    step.limit = value(plan);
    step.left_before = left;
    step.left_after = arithmetic_.less(left, drawn);
  }

  const Settled& settled_;
  const YearInput& year_;
  const VisitInput& input_;
  const Record& visit_;
  std::size_t index_;
  const LayerRecordOf<Reach>& record_;
  const LayerPlan& plan_;
  const model::Layer& layer_;
  Words label_;
  List<Step>& steps_;
  std::array<Fen, kMostAmounts> least_{};
  std::array<Fen, kMostAmounts> most_{};
  Percents percents_;
  Reckoning arithmetic_;
};

void from_sheet(const Settled& settled, const VisitInput& input, const VisitRecordOf<Reach>& visit,
                std::size_t index, Step& step) {
  const std::size_t amount = *settled.plan.layers[index].sheet;
  step.op = "pays";
  step.label = layer_label(settled.plan, index);
  step.field = settled.plan.amount_id(amount);
  if (amount >= kFieldCount || settled.sent.visits[input.order].sheet[amount].exact())
    step.at = settled.amount_at(input, amount);
  step.amount = visit.paid[index];
  step.from = "sheet";
  step.cite = &settled.plan.pack.layers[index].cite;
}

}  // namespace

std::string_view Settled::amount_at(const VisitInput& visit, std::size_t amount) const {
  const std::string id(plan.amount_id(amount));
  if (amount < kFieldCount) return at(visit, "/sheet/" + id);
  const bool of_visit = plan.facts[plan.amount_facts[amount - kFieldCount]].of_visit;
  return of_visit ? at(visit, "/" + id) : keep("/person/" + id);
}

Fen Settled::value(const VisitRecord& record, const ParameterPlan& parameter) const {
  if (parameter.of == 0) return parameter.amount;
  const auto& amounts = input(record).amounts;
  Arithmetic arithmetic;
  const Rate share = parameter.percent == 0 ? parameter.share : Rate{amounts[parameter.percent], kWhole};
  return share_of(share, amounts[parameter.of], arithmetic);
}

void explain_visit(const Settled& settled, const YearInput& year, const VisitRecordOf<Reach>& record,
                   List<LayerStory>& layers) {
  for (std::size_t i = 0; i < settled.plan.layers.size(); ++i) {
    const LayerPlan& plan = settled.plan.layers[i];
    const bool from_rules = plan.has_rules && !record.layers[i].stated;
    if (!from_rules && record.paid[i] == Reach(0) && settled.plan.on_some_sheets(*plan.sheet)) continue;
    LayerStory& layer = layers.emplace_back();
    layer.layer = i;
    if (from_rules) {
      Story(settled, year, record, i, layer.steps).run();
    } else {
      from_sheet(settled, year.visits[record.visit], record, i, layer.steps.emplace_back());
    }
  }
}

}  // namespace aidcheck
