#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "bounds/explore.h"
#include "encode/advice.h"
#include "encode/categories.h"
#include "encode/encode.h"
#include "encode/figure.h"
#include "encode/sources.h"
#include "json/write.h"
#include "settle/kept.h"

namespace aidcheck {
namespace {

std::optional<std::size_t> layer_named(const Plan& plan, std::string_view id) {
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    if (plan.pack.layers[i].id == id) return i;
  }
  return std::nullopt;
}

/// Writes a settled year: what belongs to one version of the rules at a time, and what its parts come to
/// together.
class ResultWriter {
 public:
  explicit ResultWriter(const Year& year) : year_(year), last_(year.parts.back()), sources_(writer_) {
    for (const Part& part : year.parts) {
      at(part);
      totals_.push_back(explanation_->figures.totals);
      shown_.push_back(shown_in_year());
    }
  }

  std::string write() {
    const sent::Case& sent = last_.settled.sent;
    writer_.open_object()
        .string("place", sent.place)
        .text("name", last_.settled.plan.pack.name)
        .integer("year", sent.year)
        .open_array("packs");
    for (const Plan* version : year_.versions) {
      writer_.open_object().string("id", version->pack.place).string("version", version->pack.version);
      writer_.string("from", format_day(*version->pack.from)).close_object();
    }
    writer_.close_array();
    payers(totals_);
    personal();
    writer_.open_array("visits");
    for (const Part& part : year_.parts) {
      at(part);
      for (std::size_t i = 0; i < explanation_->visits.size(); ++i) visit(i);
    }
    writer_.close_array().open_array("identities");
    for (const IdentityStory& story : year_.identities) identity(story);
    writer_.close_array().open_array("entitlements");
    for (const Entitlement& due : year_.entitlements) entitlement(due);
    writer_.close_array().open_array("notices");
    for (const Notice& each : year_.notices) notice(each);
    writer_.close_array().open_array("readings");
    for (const ReadingStory& story : year_.readings) reading(story);
    writer_.close_array();
    encode_unknown(year_, writer_);
    encode_questions(year_, writer_);
    encode_advice(year_, writer_, sources_);
    assumed();
    encode_categories(year_.recognition, writer_, sources_);
    at(last_);
    writer_.open_array("pools");
    for (std::size_t i = 0; i < plan_->pools.size(); ++i) pool(i, before(i));
    writer_.close_array();
    after();
    sources_.list(year_.versions, false);
    writer_.close_object();
    return writer_.take();
  }

 private:
  using Paid = std::array<Hull, kMostLayers>;
  // The parts of what is out of scope that sheets state; what counts as in scope is no part of it.
  using OutOfScope = std::array<std::optional<Fen>, kFieldCount>;

  // The version of the rules to write of.
  void at(const Part& part) {
    settled_ = &part.settled;
    plan_ = &settled_->plan;
    pack_ = &plan_->pack;
    explanation_ = &part.explanation;
  }

  [[nodiscard]] const VisitInput& input_of(const VisitFiguresOf<Hull>& figures) const {
    return settled_->digest.year.visits[figures.visit];
  }

  [[nodiscard]] bool is_stated(const VisitInput& visit, std::size_t amount) const {
    return amount < kFieldCount ? settled_->sent.visits[visit.order].stated[amount]
                                : visit.amounts[amount] != 0;
  }

  // The payers to show at a visit: one that only some sheets name is shown where this sheet does, or may.
  [[nodiscard]] std::uint32_t shown_at(const VisitFiguresOf<Hull>& figures) const {
    const VisitInput& visit = input_of(figures);
    std::uint32_t shown = 0;
    for (std::size_t layer = 0; layer < plan_->layers.size(); ++layer) {
      const auto& amount = plan_->layers[layer].sheet;
      const bool always = !amount || !plan_->on_some_sheets(*amount);
      if (always || is_stated(visit, *amount) || figures.paid[layer].most != 0)
        shown |= std::uint32_t{1} << layer;
    }
    return shown;
  }
  [[nodiscard]] std::uint32_t shown_in_year() const {
    std::uint32_t shown = 0;
    for (std::size_t layer = 0; layer < plan_->layers.size(); ++layer) {
      const auto& amount = plan_->layers[layer].sheet;
      if (!amount || !plan_->on_some_sheets(*amount)) shown |= std::uint32_t{1} << layer;
    }
    for (const VisitFiguresOf<Hull>& visit : explanation_->figures.visits) shown |= shown_at(visit);
    return shown;
  }

  // `shown`: a bit a layer.
  void payers(const Paid& paid, std::uint32_t shown) {
    writer_.open_array("payers");
    for (std::size_t layer = 0; layer < plan_->layers.size(); ++layer) {
      if ((shown >> layer & 1U) != 0) payer(layer, paid[layer]);
    }
    writer_.close_array();
  }

  void payer(std::size_t layer, const Hull& paid) {
    writer_.open_object().string("id", pack_->layers[layer].id).text("label", layer_label(*plan_, layer));
    figure("amount", paid);
    writer_.close_object();
  }

  void figure(std::string_view key, const Hull& figure) {
    writer_.key(key);
    encode_figure(figure, writer_);
  }

  void personal(const OwnShare<Hull>& own, const OutOfScope& parts) {
    writer_.open_object("personal");
    figure("in_scope", own.in_scope);
    figure("out_of_scope", own.out_of_scope);
    figure("total", own.total);
    writer_.open_array("out_of_scope_parts");
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (!parts[i]) continue;
      const Field field = static_cast<Field>(i);
      writer_.open_object().string("field", field_word(field).word.id).text("label", field_label(field));
      writer_.yuan("amount", *parts[i]).close_object();
    }
    writer_.close_array().close_object();
  }

  void add_parts(const VisitInput& visit, OutOfScope& parts) const {
    const std::uint32_t scope = plan_->scope_of(plan_->scope.at(visit.codes)).fields;
    Arithmetic arithmetic;
    for (const Field field : {Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst}) {
      const sent::Amount& amount = settled_->sent.visits[visit.order].amount(field);
      std::optional<Fen>& part = parts[static_cast<std::size_t>(field)];
      if (amount.exact() && (scope & field_bit(field)) == 0)
        part = arithmetic.add(part.value_or(0), amount.least);
    }
  }

  void category(std::uint8_t code) {
    if (code == kNoCategory) {
      writer_.null();
    } else {
      writer_.string(plan_->facts[kCategoryFact].choices[code - 1U].id);
    }
  }

  // `codes`: a bit a category.
  void category_of(std::uint64_t codes) {
    writer_.key("category");
    const bool one = (codes & (codes - 1)) == 0;
    if (!one) writer_.open_object().open_array("one_of");
    for (; codes != 0; codes &= codes - 1) category(static_cast<std::uint8_t>(__builtin_ctzll(codes)));
    if (!one) writer_.close_array().close_object();
  }

  void visit(std::size_t index) {
    const VisitFiguresOf<Hull>& figures = explanation_->figures.visits[index];
    const VisitStory& story = explanation_->visits[index];
    const VisitInput& input = input_of(figures);
    const sent::Visit& visit = settled_->sent.visits[input.order];
    writer_.open_object().string("id", visit.id);
    kind(input);
    writer_.string("from", format_day(visit.from))
        .string("until", format_day(visit.until))
        .string("at", Settled::at(input));
    category_of(story.categories);
    figure("total", figures.total);
    boolean_or_null("adds_up", sheet_adds_up(visit));
    payers(figures.paid, shown_at(figures));
    OutOfScope parts;
    add_parts(input, parts);
    personal(figures.personal, parts);
    not_paid(story.layers);
    writer_.open_array("steps");
    for (const LayerStory& layer : story.layers) {
      for (const Step& each : layer.steps) step(pack_->layers[layer.layer].id, each);
    }
    writer_.close_array().close_object();
  }

  void kind(const VisitInput& visit) {
    const std::size_t fact = *fact_named(plan_->facts, "kind");
    const std::uint8_t code = visit.codes[fact];
    writer_.key("kind");
    if (code == 0) {
      writer_.null();
    } else {
      writer_.string(plan_->facts[fact].choices[code - 1U].id);
    }
  }

  void not_paid(const List<LayerStory>& layers) {
    writer_.open_array("not_paid");
    for (const LayerStory& layer : layers) {
      const Step& last = layer.steps.back();
      if (last.op != "not_paid" || last.sometimes) continue;
      writer_.open_object()
          .string("layer", pack_->layers[layer.layer].id)
          .string("reason", last.reason)
          .close_object();
    }
    writer_.close_array();
  }

  void text_if(std::string_view key, std::string_view text) {
    if (!text.empty()) writer_.string(key, text);
  }
  void figure_if(std::string_view key, const std::optional<Hull>& amount) {
    if (amount) figure(key, *amount);
  }

  void step(std::string_view layer, const Step& step) {
    writer_.open_object().string("layer", layer).string("op", step.op).text("label", step.label);
    text_if("field", step.field);
    text_if("at", step.at);
    text_if("pool", step.pool);
    text_if("parameter", step.parameter);
    if (!step.band.empty()) writer_.text("band", step.band);
    figure_if("amount", step.amount);
    figure_if("limit", step.limit);
    figure_if("left_before", step.left_before);
    figure_if("left_after", step.left_after);
    figure_if("so_far", step.so_far);
    text_if("from", step.from);
    text_if("reason", step.reason);
    if (step.sometimes) writer_.boolean("sometimes", true);
    sources_.cite(step.cite);
    writer_.close_object();
  }

  void boolean_or_null(std::string_view name, const std::optional<bool>& value) {
    writer_.key(name);
    if (value) {
      writer_.boolean(*value);
    } else {
      writer_.null();
    }
  }

  void visit_ids(std::string_view key, const List<std::size_t>& visits) {
    writer_.open_array(key);
    for (const std::size_t visit : visits) writer_.string(settled_->sent.visits[visit].id);
    writer_.close_array();
  }

  void identity(const IdentityStory& story) {
    at(*story.part);
    const sent::Identity& identity = settled_->sent.identities[story.identity];
    const Word& word = *category_named(identity.category);
    writer_.open_object().string("category", identity.category).text("label", Words{word.zh, word.en});
    writer_.boolean("assisted", story.assisted);
    boolean_or_null("counts", story.counts);
    if (identity.from) writer_.string("from", format_day(*identity.from));
    if (identity.until) writer_.string("until", format_day(*identity.until));
    const Holding held = holding_of(identity, kNoCategory, *pack_);
    if (held.until != std::numeric_limits<std::int32_t>::max())
      writer_.string("holds_until", format_day(Day(std::chrono::days(held.until))));
    visit_ids("visits", story.holds);
    visit_ids("used_at", story.used);
    if (!story.maybe_used.empty()) visit_ids("maybe_used_at", story.maybe_used);
    if (story.assisted) {
      const std::uint8_t code = plan_->facts[kCategoryFact].code_of(identity.category);
      const model::Category& category = pack_->categories[code - kNoCategory - 1U];
      writer_.text("recognised_by", category.recognised_by);
      if (!category.note.empty()) writer_.text("note", category.note);
      sources_.cite(category.cite);
    }
    writer_.close_object();
  }

  void entitlement(const Entitlement& due) {
    at(*due.part);
    const model::Statement& words = pack_->entitlements[due.statement];
    writer_.open_object().string("id", words.id).key("category");
    category(due.category);
    if (due.if_recognised)
      writer_.key("if").string(plan_->facts[kCategoryFact].choices[due.category - 1U].id);
    writer_.text("label", words.label).text("text", words.text);
    sources_.cite(words.cite);
    writer_.close_object();
  }

  void notice(const Notice& notice) {
    at(*notice.part);
    writer_.open_object()
        .string("code", notice.code)
        .string("level", notice.attention ? "attention" : "info");
    text_if("at", notice.at);
    if (notice.visit) writer_.string("visit", settled_->sent.visits[*notice.visit].id);
    writer_.text("message", notice.message);
    if (!notice.check.empty()) writer_.text("check", notice.check).text("report", notice.report);
    for (const Parting& each : notice.differs) parting(each);
    sources_.cite(notice.cite);
    writer_.close_object();
  }

  void parting(const Parting& parting) {
    const std::string_view layer = pack_->layers[parting.layer].id;
    writer_.open_object("differs_at").string("layer", layer).string("op", parting.ours.op);
    writer_.boolean("explained", parting.explained).key("ours");
    step(layer, parting.ours);
    if (parting.explained) {
      writer_.key("theirs");
      step(layer, parting.theirs);
    }
    writer_.text("message", parting.message).close_object();
  }

  // An amount without a figure differs from sheet to sheet: the total, taken as the sum of the parts.
  static Words label_of(const Plan& plan, const Assumption& assumption) {
    if (assumption.of_sheet || assumption.amount) {
      const Words label = plan.amount_label(amount_of(plan, assumption));
      if (!assumption.amount)
        return tell("{0}：按填了的各部分相加", "{0}: the sum of the parts that were stated", {label});
      return tell("{0}：{1}元", "{0}: {1} yuan", {label, format_yuan(*assumption.amount)});
    }
    const FactPlan& fact = plan.facts[assumption.fact];
    return tell("{0}：{1}", "{0}: {1}", {fact.label, fact.choices[fact.assumed - 1U].label});
  }

  static std::size_t amount_of(const Plan& plan, const Assumption& assumption) {
    return assumption.of_sheet ? assumption.fact : plan.facts[assumption.fact].amount;
  }

  void assumed_value(const Assumption& assumption) {
    if (assumption.of_sheet || assumption.amount) {
      writer_.string("fact", plan_->amount_id(amount_of(*plan_, assumption))).key("value");
      if (assumption.amount) {
        writer_.yuan(*assumption.amount);
      } else {
        writer_.null();
      }
      return;
    }
    const FactPlan& fact = plan_->facts[assumption.fact];
    writer_.string("fact", fact.id).key("value");
    encode_answer(fact, fact.choices[fact.assumed - 1U], writer_);
  }

  // `before`: what the pool had paid before the year.
  void pool(std::size_t index, const Hull& before) {
    const PoolPlan& pool = plan_->pools[index];
    // A limit that hangs on the visit has no one figure for the year; its steps show it.
    if (pool.per_visit || !pool.limit.axes.empty() || pool.limits[0].of != 0) return;
    const model::Pool& words = pack_->pools[index];
    const Hull& drawn = explanation_->figures.after.drawn[index];
    Arithmetic arithmetic;
    writer_.open_object()
        .string("id", words.id)
        .text("label", words.label)
        .string("parameter", words.limit[0].amount.figure.printed);
    const Fen limit = pool.limits[0].amount;
    writer_.yuan("limit", limit);
    figure("before", before);
    figure("drawn", less(drawn, before));
    Hull left;
    left.cover(arithmetic.less(limit, drawn.most), arithmetic.less(limit, drawn.least));
    left.low = arithmetic.less(limit, drawn.high);
    left.high = arithmetic.less(limit, drawn.low);
    figure("left", left);
    sources_.cite(words.limit[0].cite.empty() ? words.cite : words.limit[0].cite);
    writer_.close_object();
  }

  // Ends that are reached together for certain only where one of the two does not move.
  static Hull less(const Hull& a, const Hull& b) {
    Arithmetic arithmetic;
    Hull made;
    made.cover(arithmetic.less(a.least, b.most), arithmetic.less(a.most, b.least));
    if (b.exact()) {
      made.low = a.low - b.least;
      made.high = a.high - b.least;
    }
    return made;
  }

  void after() {
    const YearStateOf<Hull>& after = explanation_->figures.after;
    writer_.open_object("after").open_object("pools");
    for (std::size_t i = 0; i < pack_->pools.size(); ++i) {
      if (!plan_->pools[i].per_visit && (after.unsure_pools >> i & 1U) == 0)
        figure(pack_->pools[i].id, after.drawn[i]);
    }
    writer_.close_object().open_object("cumulative");
    for (std::size_t i = 0; i < plan_->layers.size(); ++i) {
      if (plan_->layers[i].over_year && (after.uncounted >> i & 1U) == 0)
        figure(pack_->layers[i].id, after.counted[i]);
    }
    derived(true);
    writer_.close_object();
    if (std::any_of(plan_->derived.begin(), plan_->derived.end(),
                    [](const DerivedPlan& each) { return !each.sum; })) {
      writer_.open_object("counts");
      derived(false);
      writer_.close_object();
    }
    writer_.close_object();
  }

  void derived(bool sums) {
    const YearStateOf<Hull>& after = explanation_->figures.after;
    for (std::size_t i = 0; i < plan_->derived.size(); ++i) {
      const DerivedPlan& each = plan_->derived[i];
      const bool known = (after.unknown >> i & 1U) == 0;
      if (!each.over_year || each.sum != sums || !known) continue;
      const std::string_view id = plan_->facts[each.fact].id;
      // A number of visits is written as it is.
      if (sums) {
        figure(id, after.derived[i]);
      } else {
        writer_.key(id);
        encode_count(after.derived[i], writer_);
      }
    }
  }

  // In the order of payment of the last version; payers that it does not have stand behind.
  void payers(const List<Totals<Hull>>& totals) {
    writer_.open_array("payers");
    // NOLINTNEXTLINE(modernize-loop-convert): backwards
    for (auto part = year_.parts.rbegin(); part != year_.parts.rend(); ++part) {
      at(*part);
      for (std::size_t layer = 0; layer < plan_->layers.size(); ++layer) {
        const std::string_view id = pack_->layers[layer].id;
        if (told_at(part->place, id)) payer(layer, paid_by(id, totals));
      }
    }
    writer_.close_array();
  }

  // Whether this is the last part that has the payer, and some part shows it.
  [[nodiscard]] bool told_at(std::size_t place, std::string_view id) const {
    bool shown = false;
    for (const Part& part : year_.parts) {
      const auto layer = layer_named(part.settled.plan, id);
      if (!layer) continue;
      if (part.place > place) return false;
      shown = shown || (shown_[part.place] >> *layer & 1U) != 0;
    }
    return shown;
  }

  Hull paid_by(std::string_view id, const List<Totals<Hull>>& totals) {
    Arithmetic arithmetic;
    Hull all = 0;
    for (const Part& part : year_.parts) {
      const auto layer = layer_named(part.settled.plan, id);
      if (layer) all = sum(all, totals[part.place].paid[*layer], arithmetic);
    }
    return all;
  }

  void personal() {
    Arithmetic arithmetic;
    OutOfScope parts;
    OwnShare<Hull> own;
    Hull total = 0;
    for (const Part& part : year_.parts) {
      const Totals<Hull>& totals = totals_[part.place];
      at(part);
      for (const VisitInput& visit : settled_->digest.year.visits) add_parts(visit, parts);
      own.in_scope = sum(own.in_scope, totals.personal.in_scope, arithmetic);
      own.out_of_scope = sum(own.out_of_scope, totals.personal.out_of_scope, arithmetic);
      own.total = sum(own.total, totals.personal.total, arithmetic);
      total = sum(total, totals.total, arithmetic);
    }
    personal(own, parts);
    figure("total", total);
  }

  void reading(const ReadingStory& story) {
    const model::Reading& words = story.part->settled.plan.pack.readings[story.reading];
    writer_.open_object().string("id", words.id).text("label", words.label);
    writer_.string("chosen", words.choices[story.chosen - 1U].id).string("default", words.chosen);
    sources_.cite(words.cite);
    writer_.open_array("choices");
    for (const ReadingOutcome& outcome : story.outcomes) {
      const model::Choice& choice = words.choices[outcome.choice - 1U];
      writer_.open_object()
          .string("id", choice.id)
          .text("label", choice.label)
          .boolean("chosen", outcome.choice == story.chosen);
      given(outcome);
      writer_.close_object();
    }
    writer_.close_array().close_object();
  }

  void given(const ReadingOutcome& outcome) {
    if (outcome.halt.part != nullptr) return;
    Arithmetic arithmetic;
    Hull own = 0;
    for (const Totals<Hull>& totals : outcome.totals) own = sum(own, totals.personal.total, arithmetic);
    figure("personal_total", own);
    payers(outcome.totals);
  }

  void assumed() {
    writer_.open_array("assumed");
    for (const Part& part : year_.parts) {
      for (const Assumption& assumption : part.settled.digest.assumed) assumed(part, assumption);
    }
    if (!last_.settled.sent.before_stated) {
      writer_.open_object().string("fact", "before").integer("value", 0).open_array("visits").close_array();
      writer_
          .text("label", Words{"本年此前没有用过救助额度", "Nothing was drawn or counted earlier this year"})
          .close_object();
    }
    writer_.close_array();
  }

  // Told at the first version that assumes it, with the visits of all.
  void assumed(const Part& part, const Assumption& assumption) {
    const Words label = label_of(part.settled.plan, assumption);
    List<std::size_t> visits;
    for (const Part& each : year_.parts) {
      for (const Assumption& other : each.settled.digest.assumed) {
        const bool same =
            &each == &part ? &other == &assumption : label_of(each.settled.plan, other).zh == label.zh;
        if (!same) continue;
        if (each.place < part.place) return;
        for (const std::size_t visit : other.visits) visits.push_back(visit);
      }
    }
    at(part);
    writer_.open_object();
    assumed_value(assumption);
    visit_ids("visits", visits);
    writer_.text("label", label);
    if (assumption.cite != nullptr) sources_.cite(assumption.cite);
    writer_.close_object();
  }

  // What a pool of the last version had paid when the year began: the versions before it may have it too.
  Hull before(std::size_t pool) {
    const std::string_view id = last_.settled.plan.pack.pools[pool].id;
    Hull before = 0;
    bool goes_on = false;
    for (const Part& part : year_.parts) {
      const auto names = names_kept(part.settled.plan, Kept::kPools);
      const auto found = std::find(names.begin(), names.end(), id);
      const bool has = found != names.end();
      if (has && !goes_on) before = started(part, static_cast<std::size_t>(found - names.begin()));
      goes_on = has;
    }
    return before;
  }

  static Hull started(const Part& part, std::size_t pool) {
    Hull start = part.settled.digest.year.pools_before[pool];
    for (const OpenStart& open : part.settled.digest.open_starts) {
      if (open.what != Kept::kPools || open.place != pool) continue;
      start.reach(open.most);
      start.cover(open.least, open.most);
    }
    return start;
  }

  const Year& year_;
  const Part& last_;
  json::Writer writer_;
  Sources sources_;
  List<Totals<Hull>> totals_;  // of each part
  List<std::uint32_t> shown_;  // likewise, a bit a layer
  const Settled* settled_ = nullptr;
  const Plan* plan_ = nullptr;
  const model::Pack* pack_ = nullptr;
  const Explanation* explanation_ = nullptr;
};

}  // namespace

std::string encode_result(const Year& year) { return ResultWriter(year).write(); }

}  // namespace aidcheck
