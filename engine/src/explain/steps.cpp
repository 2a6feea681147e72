#include <utility>

#include "explain/explanation.h"
#include "settle/share.h"

namespace aidcheck {
namespace {

/// Tells what one computed layer did at one visit, from the record of it.
class Story {
 public:
  Story(const Settled& settled, const VisitRecord& visit, std::size_t index, std::vector<Step>& steps)
      : settled_(settled),
        visit_(visit),
        index_(index),
        record_(visit.layers[index]),
        plan_(settled.plan.layers[index]),
        layer_(settled.plan.pack.layers[index]),
        label_(layer_label(settled.plan, index)),
        steps_(steps) {}

  void tell() {
    if (record_.applies != 0) {
      not_paid();
    } else if (record_.rate_row == outcome::kNone) {
      Step& step = add("not_paid", say("没有适用的比例", "No rate applies"), layer_.cite);
      step.reason = "no_rate";
    } else {
      base();
      if (plan_.over_year) year();
      const Fen amount =
          plan_.over_year ? arithmetic_.add(record_.counted_before, record_.base) : record_.base;
      deductible(amount);
      rate(amount);
      if (plan_.over_year && record_.counted_before > 0) paid_before();
      caps();
      Step& step = add("pays", copy_of(label_), layer_.cite);
      step.amount = visit_.paid[index_];
      step.from = "rule";
    }
  }

 private:
  Step& add(std::string_view op, Text label) {
    Step& step = steps_.emplace_back();
    step.op = op;
    step.label = std::move(label);
    return step;
  }
  Step& add(std::string_view op, Text label, const model::Citations& cite) {
    Step& step = add(op, std::move(label));
    step.cite = &cite;
    return step;
  }

  // A row's own citation, or the layer's.
  [[nodiscard]] const model::Citations& cite_of(const model::Row& row) const {
    return row.cite.empty() ? layer_.cite : row.cite;
  }

  void not_paid() {
    if (record_.applies == outcome::kNone) {
      add("not_paid", say("不符合这一层的条件", "Its condition does not hold"), layer_.cite).reason =
          "not_applicable";
    } else if (record_.applies == outcome::kEitherWay) {
      add("not_paid", say("无论未填的情况如何，都不支付", "Pays nothing, whatever the missing fact is"),
          layer_.cite)
          .reason = "either_way";
    } else {
      const model::Exception& exception = layer_.except[record_.applies - 1U];
      add("not_paid", copy_of(exception.text), cite_of(exception)).reason = exception.id;
    }
  }

  void take(Field field, Fen& so_far) {
    const Fen amount = settled_.visit(visit_).amount(field).least;
    so_far = arithmetic_.add(so_far, amount);
    Step& step = add("take", copy_of(field_label(field)));
    step.field = field_word(field).word.id;
    step.at = settled_.at(visit_) + "/sheet/" + std::string(step.field);
    step.amount = amount;
    step.so_far = so_far;
  }

  void base() {
    const BasePlan& base = plan_.bases[record_.base_row];
    std::uint32_t fields = base.fields;
    if (base.scope)
      fields |= settled_.plan.scope_of(settled_.plan.scope.at(settled_.input(visit_).codes)).fields;
    Fen so_far = 0;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if ((fields >> i & 1U) != 0) take(static_cast<Field>(i), so_far);
    }
    for (std::size_t i = 0; i < index_; ++i) {
      if ((base.less >> i & 1U) != 0) less(i, so_far);
    }
    Step& step = add("base", say("计算{0}的费用", "Cost that counts for {0}", {label_}),
                     cite_of(layer_.base[record_.base_row]));
    step.so_far = record_.base;
  }

  void less(std::size_t payer, Fen& so_far) {
    const auto& sheet = settled_.plan.layers[payer].sheet;
    const Fen amount = visit_.paid[payer];
    // A payer that the sheet does not mention takes nothing off, and needs no line.
    const bool mentioned = !sheet || !field_word(*sheet).zero_with_basic;
    if (amount == 0 && !mentioned) return;
    so_far = arithmetic_.less(so_far, amount);
    const Words payer_label = layer_label(settled_.plan, payer);
    Step& step = add("less", say("{0}已付", "Paid by {0}", {payer_label}));
    step.field = settled_.plan.pack.layers[payer].id;
    if (sheet) step.at = settled_.at(visit_) + "/sheet/" + std::string(field_word(*sheet).word.id);
    step.amount = amount;
    step.so_far = so_far;
  }

  void year() {
    Step& before = add("year_before", say("本年此前累计", "Counted earlier this year"));
    before.amount = record_.counted_before;
    before.so_far = record_.counted_before;
    Step& now = add("year_now", say("加上这次，本年累计", "Counted this year with this visit"));
    now.so_far = arithmetic_.add(record_.counted_before, record_.base);
  }

  [[nodiscard]] Fen deductible_amount() const {
    return record_.deductible_row == outcome::kNone ? 0 : plan_.deductibles[record_.deductible_row];
  }

  void deductible(Fen amount) {
    if (record_.deductible_row == outcome::kNone) return;
    const model::AmountRow& row = layer_.deductible[record_.deductible_row];
    Step& step = add("deductible", say("起付标准以内由您承担", "Up to the deductible you pay"), cite_of(row));
    step.parameter = row.amount.printed;
    step.amount = std::min(amount, deductible_amount());
    step.so_far = arithmetic_.less(amount, deductible_amount());
  }

  static Text band_text(const std::vector<model::Band>& bands, std::size_t i) {
    const std::string_view from = i == 0 ? std::string_view() : bands[i - 1].to.printed;
    if (!bands[i].bounded) return say("{0}以上", "above {0}", {from});
    const std::string_view to = bands[i].to.printed;
    return i == 0 ? say("{0}以内", "up to {0}", {to}) : say("{0}至{1}", "{0} to {1}", {from, to});
  }

  void rate(Fen amount) {
    const RatePlan& rate = plan_.rates[record_.rate_row];
    const model::RateRow& row = settled_.plan.rate_rows(layer_)[record_.rate_row];
    if (row.bands.size() == 1 && !row.bands[0].bounded) {
      Step& step = add("rate", rate_label(row), cite_of(row));
      step.parameter = row.bands[0].rate.printed;
      step.so_far = share(rate, amount, deductible_amount(), arithmetic_);
      return;
    }
    Fen numerator = 0;
    for (std::size_t i = 0; i < rate.bands.size(); ++i) {
      const Fen part = part_in_band(rate, rate.bands[i], amount, deductible_amount(), arithmetic_);
      numerator = arithmetic_.add(numerator, arithmetic_.multiply(part, rate.bands[i].numerator));
      Step& step = add("band", rate_label(row), cite_of(row));
      step.parameter = row.bands[i].rate.printed;
      step.band = band_text(row.bands, i);
      step.amount = part;
      step.so_far = arithmetic_.round_half_up(numerator, rate.denominator);
    }
  }

  [[nodiscard]] Text rate_label(const model::RateRow& row) const {
    return row.label.empty() ? say("{0}比例", "Rate of {0}", {label_}) : copy_of(row.label);
  }

  void paid_before() {
    const RatePlan& rate = plan_.rates[record_.rate_row];
    Step& step =
        add("paid_before", say("减去此前累计已算的部分", "Less what the earlier total gives"), layer_.cite);
    step.amount = share(rate, record_.counted_before, deductible_amount(), arithmetic_);
    step.so_far = record_.uncapped;
  }

  void caps() {
    if (record_.draw_row == outcome::kNone) return;
    const std::uint32_t drawn_on = plan_.draw_masks[record_.draw_row];
    const Codes codes = settled_.codes(visit_);
    Fen so_far = record_.uncapped;
    for (std::size_t i = 0; i < settled_.plan.pools.size(); ++i) {
      if ((drawn_on >> i & 1U) == 0) continue;
      const std::uint16_t row = settled_.plan.pools[i].limit.at(codes);
      if (row == outcome::kNone) continue;
      cap(i, row, so_far);
    }
  }

  void cap(std::size_t index, std::uint16_t row, Fen& so_far) {
    const model::Pool& pool = settled_.plan.pack.pools[index];
    const Fen left = record_.left_before[index];
    const model::AmountRow& limit = pool.limit[row];
    Step& step = add("cap", copy_of(pool.label), limit.cite.empty() ? pool.cite : limit.cite);
    step.amount = arithmetic_.less(so_far, left);
    so_far = std::min(so_far, left);
    step.so_far = so_far;
    step.pool = pool.id;
    step.parameter = limit.amount.printed;
    step.limit = limit.amount.amount;
    step.left_before = left;
    step.left_after = arithmetic_.less(left, visit_.paid[index_]);
  }

  const Settled& settled_;
  const VisitRecord& visit_;
  std::size_t index_;
  const LayerRecord& record_;
  const LayerPlan& plan_;
  const model::Layer& layer_;
  Words label_;
  std::vector<Step>& steps_;
  Arithmetic arithmetic_;
};

void from_sheet(const Settled& settled, const VisitRecord& visit, std::size_t index, Step& step) {
  const Field field = *settled.plan.layers[index].sheet;
  step.op = "pays";
  step.label = copy_of(layer_label(settled.plan, index));
  step.field = field_word(field).word.id;
  if (settled.visit(visit).amount(field).knowledge == sent::Amount::Knowledge::kExact)
    step.at = settled.at(visit) + "/sheet/" + std::string(step.field);
  step.amount = visit.paid[index];
  step.from = "sheet";
  step.cite = &settled.plan.pack.layers[index].cite;
}

}  // namespace

void explain_visit(const Settled& settled, const VisitRecord& record, std::vector<LayerStory>& layers) {
  for (std::size_t i = 0; i < settled.plan.layers.size(); ++i) {
    const auto& sheet = settled.plan.layers[i].sheet;
    if (sheet && record.paid[i] == 0 && field_word(*sheet).zero_with_basic) continue;
    LayerStory& layer = layers.emplace_back();
    layer.layer = i;
    if (sheet) {
      from_sheet(settled, record, i, layer.steps.emplace_back());
    } else {
      Story(settled, record, i, layer.steps).tell();
    }
  }
}

}  // namespace aidcheck
