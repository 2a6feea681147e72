#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "encode/encode.h"
#include "encode/sources.h"
#include "json/write.h"

namespace aidcheck {
namespace {

class ResultWriter {
 public:
  ResultWriter(const Settled& settled, const Explanation& explanation)
      : settled_(settled),
        plan_(settled.plan),
        pack_(settled.plan.pack),
        explanation_(explanation),
        sources_(pack_, writer_) {}

  std::string write() {
    writer_.open_object()
        .string("place", settled_.sent.place)
        .text("name", pack_.name)
        .integer("year", settled_.sent.year);
    writer_.open_array("packs").open_object().string("id", pack_.place).string("version", pack_.version);
    writer_.string("from", format_day(*pack_.from)).close_object().close_array();
    payers(explanation_.totals.paid, shown_in_year());
    year_personal();
    writer_.yuan("total", explanation_.totals.total);
    writer_.open_array("visits");
    for (std::size_t i = 0; i < explanation_.records.size(); ++i) visit(i);
    writer_.close_array();
    identities();
    entitlements();
    notices();
    readings();
    writer_.open_array("ask").close_array().open_array("what_if").close_array();
    assumed();
    pools();
    after();
    sources_.list();
    writer_.close_object();
    return writer_.take();
  }

 private:
  using Paid = std::array<Fen, kMostLayers>;

  [[nodiscard]] bool is_stated(const VisitRecord& record, std::size_t amount) const {
    return amount < kFieldCount ? settled_.visit(record).stated[amount]
                                : settled_.input(record).amounts[amount] != 0;
  }

  // The payers to show at a visit: one that only some sheets name is shown where this sheet does.
  [[nodiscard]] std::uint32_t shown_at(const VisitRecord& record) const {
    std::uint32_t shown = 0;
    for (std::size_t layer = 0; layer < plan_.layers.size(); ++layer) {
      const auto& amount = plan_.layers[layer].sheet;
      const bool always = !amount || !plan_.on_some_sheets(*amount);
      if (always || is_stated(record, *amount)) shown |= std::uint32_t{1} << layer;
    }
    return shown;
  }
  [[nodiscard]] std::uint32_t shown_in_year() const {
    std::uint32_t shown = 0;
    for (std::size_t layer = 0; layer < plan_.layers.size(); ++layer) {
      const auto& amount = plan_.layers[layer].sheet;
      if (!amount || !plan_.on_some_sheets(*amount)) shown |= std::uint32_t{1} << layer;
    }
    for (const VisitRecord& record : explanation_.records) shown |= shown_at(record);
    return shown;
  }

  // `shown`: a bit a layer.
  void payers(const Paid& paid, std::uint32_t shown) {
    writer_.open_array("payers");
    for (std::size_t layer = 0; layer < plan_.layers.size(); ++layer) {
      if ((shown >> layer & 1U) == 0) continue;
      writer_.open_object().string("id", pack_.layers[layer].id).text("label", layer_label(plan_, layer));
      writer_.yuan("amount", paid[layer]).close_object();
    }
    writer_.close_array();
  }

  // The parts of what is out of scope that sheets state; what counts as in scope is no part of it.
  using Parts = std::array<std::optional<Fen>, kFieldCount>;

  void personal(const Personal& own, const Parts& parts) {
    writer_.open_object("personal").yuan("in_scope", own.in_scope).yuan("out_of_scope", own.out_of_scope);
    writer_.yuan("total", own.total).open_array("out_of_scope_parts");
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (!parts[i]) continue;
      const Field field = static_cast<Field>(i);
      writer_.open_object().string("field", field_word(field).word.id).text("label", field_label(field));
      writer_.yuan("amount", *parts[i]).close_object();
    }
    writer_.close_array().close_object();
  }

  void add_parts(const VisitRecord& record, Parts& parts) const {
    const std::uint32_t scope = plan_.scope_of(plan_.scope.at(settled_.input(record).codes)).fields;
    Arithmetic arithmetic;
    for (const Field field : {Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst}) {
      const sent::Amount& amount = settled_.visit(record).amount(field);
      std::optional<Fen>& part = parts[static_cast<std::size_t>(field)];
      if (amount.exact() && (scope & field_bit(field)) == 0)
        part = arithmetic.add(part.value_or(0), amount.least);
    }
  }

  void year_personal() {
    Parts parts;
    for (const VisitRecord& record : explanation_.records) add_parts(record, parts);
    personal(explanation_.totals.personal, parts);
  }

  void category(std::uint8_t code) {
    writer_.key("category");
    if (code == kNoCategory) {
      writer_.null();
    } else {
      writer_.string(plan_.facts[kCategoryFact].choices[code - 1U].id);
    }
  }

  void visit(std::size_t index) {
    const VisitRecord& record = explanation_.records[index];
    const sent::Visit& visit = settled_.visit(record);
    const std::size_t kind_fact = *fact_named(plan_.facts, "kind");
    writer_.open_object().string("id", visit.id);
    writer_.string("kind", plan_.facts[kind_fact].choices[settled_.input(record).codes[kind_fact] - 1U].id);
    writer_.string("from", format_day(visit.from))
        .string("until", format_day(visit.until))
        .string("at", settled_.at(record));
    category(record.category);
    writer_.yuan("total", settled_.input(record).amounts[static_cast<std::size_t>(Field::kTotal)]);
    boolean_or_null("adds_up", sum_of_sheet(visit).adds_up);
    payers(record.paid, shown_at(record));
    Parts parts;
    add_parts(record, parts);
    personal(record.personal, parts);
    not_paid(explanation_.visits[index]);
    writer_.open_array("steps");
    for (const LayerStory& layer : explanation_.visits[index]) {
      for (const Step& each : layer.steps) step(pack_.layers[layer.layer].id, each);
    }
    writer_.close_array().close_object();
  }

  void not_paid(const std::vector<LayerStory>& layers) {
    writer_.open_array("not_paid");
    for (const LayerStory& layer : layers) {
      const Step& last = layer.steps.back();
      if (last.op != "not_paid") continue;
      writer_.open_object()
          .string("layer", pack_.layers[layer.layer].id)
          .string("reason", last.reason)
          .close_object();
    }
    writer_.close_array();
  }

  void text_if(std::string_view key, std::string_view text) {
    if (!text.empty()) writer_.string(key, text);
  }
  void yuan_if(std::string_view key, const std::optional<Fen>& amount) {
    if (amount) writer_.yuan(key, *amount);
  }

  void step(std::string_view layer, const Step& step) {
    writer_.open_object().string("layer", layer).string("op", step.op).text("label", step.label);
    text_if("field", step.field);
    text_if("at", step.at);
    text_if("pool", step.pool);
    text_if("parameter", step.parameter);
    if (!step.band.empty()) writer_.text("band", step.band);
    yuan_if("amount", step.amount);
    yuan_if("limit", step.limit);
    yuan_if("left_before", step.left_before);
    yuan_if("left_after", step.left_after);
    yuan_if("so_far", step.so_far);
    text_if("from", step.from);
    text_if("reason", step.reason);
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
    for (const std::size_t visit : visits) writer_.string(settled_.sent.visits[visit].id);
    writer_.close_array();
  }

  void identities() {
    writer_.open_array("identities");
    for (const IdentityStory& story : explanation_.identities) identity(story);
    writer_.close_array();
  }

  void identity(const IdentityStory& story) {
    const sent::Identity& identity = settled_.sent.identities[story.identity];
    const Word& word = *category_named(identity.category);
    writer_.open_object().string("category", identity.category).text("label", Words{word.zh, word.en});
    writer_.boolean("assisted", story.assisted);
    boolean_or_null("counts", story.counts);
    if (identity.from) writer_.string("from", format_day(*identity.from));
    if (identity.until) writer_.string("until", format_day(*identity.until));
    const Holding held = holding_of(identity, kNoCategory, pack_);
    if (held.until != std::numeric_limits<std::int32_t>::max())
      writer_.string("holds_until", format_day(Day(std::chrono::days(held.until))));
    visit_ids("visits", story.holds);
    visit_ids("used_at", story.used);
    if (story.assisted) {
      const std::uint8_t code = plan_.facts[kCategoryFact].code_of(identity.category);
      const model::Category& category = pack_.categories[code - kNoCategory - 1U];
      writer_.text("recognised_by", category.recognised_by);
      if (!category.note.empty()) writer_.text("note", category.note);
      sources_.cite(category.cite);
    }
    writer_.close_object();
  }

  void entitlements() {
    writer_.open_array("entitlements");
    for (const Entitlement& due : explanation_.entitlements) {
      const model::Statement& words = pack_.entitlements[due.statement];
      writer_.open_object().string("id", words.id);
      category(due.category);
      writer_.text("label", words.label).text("text", words.text);
      sources_.cite(words.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void notices() {
    writer_.open_array("notices");
    for (const Notice& notice : explanation_.notices) {
      writer_.open_object()
          .string("code", notice.code)
          .string("level", notice.attention ? "attention" : "info");
      text_if("at", notice.at);
      if (notice.visit) writer_.string("visit", settled_.sent.visits[*notice.visit].id);
      writer_.text("message", notice.message);
      sources_.cite(notice.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void readings() {
    writer_.open_array("readings");
    for (const ReadingStory& story : explanation_.readings) {
      const model::Reading& words = pack_.readings[story.reading];
      writer_.open_object().string("id", words.id).text("label", words.label);
      writer_.string("chosen", words.choices[story.chosen - 1U].id).string("default", words.chosen);
      sources_.cite(words.cite);
      writer_.open_array("choices");
      for (const ReadingOutcome& outcome : story.outcomes) reading_choice(words, story, outcome);
      writer_.close_array().close_object();
    }
    writer_.close_array();
  }

  void reading_choice(const model::Reading& words, const ReadingStory& story, const ReadingOutcome& outcome) {
    const model::Choice& choice = words.choices[outcome.choice - 1U];
    writer_.open_object()
        .string("id", choice.id)
        .text("label", choice.label)
        .boolean("chosen", outcome.choice == story.chosen);
    if (outcome.stop.why != Stop::Why::kNothing) {
      writer_.string("needs", pointer_to(outcome.stop, plan_));
    } else {
      writer_.yuan("personal_total", outcome.totals.personal.total);
      payers(outcome.totals.paid, shown_in_year());
    }
    writer_.close_object();
  }

  void assumed() {
    writer_.open_array("assumed");
    for (const Assumption& assumption : settled_.digest.assumed) {
      writer_.open_object();
      const bool amount = assumption.of_sheet || assumption.amount;
      const Text label = amount ? assumed_amount(assumption) : assumed_answer(plan_.facts[assumption.fact]);
      visit_ids("visits", assumption.visits);
      writer_.text("label", label);
      if (assumption.cite != nullptr) sources_.cite(assumption.cite);
      writer_.close_object();
    }
    if (!settled_.sent.before_stated) {
      writer_.open_object().string("fact", "before").integer("value", 0).open_array("visits").close_array();
      writer_
          .text("label", Words{"本年此前没有用过救助额度", "Nothing was drawn or counted earlier this year"})
          .close_object();
    }
    writer_.close_array();
  }

  Text assumed_answer(const FactPlan& fact) {
    const model::Choice& answer = fact.choices[fact.assumed - 1U];
    writer_.string("fact", fact.id).key("value");
    if (fact.type == model::FactType::kYesNo) {
      writer_.boolean(fact.assumed == 1);
    } else {
      writer_.string(answer.id);
    }
    return say("{0}：{1}", "{0}: {1}", {fact.label, answer.label});
  }

  // An amount without a figure differs from sheet to sheet: the total, taken as the sum of the parts.
  Text assumed_amount(const Assumption& assumption) {
    const std::size_t amount = assumption.of_sheet ? assumption.fact : plan_.facts[assumption.fact].amount;
    const Words label = plan_.amount_label(amount);
    writer_.string("fact", plan_.amount_id(amount)).key("value");
    if (!assumption.amount) {
      writer_.null();
      return say("{0}：按填了的各部分相加", "{0}: the sum of the parts that were stated", {label});
    }
    writer_.yuan(*assumption.amount);
    return say("{0}：{1}元", "{0}: {1} yuan", {label, format_yuan(*assumption.amount)});
  }

  void pools() {
    writer_.open_array("pools");
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      const PoolPlan& pool = plan_.pools[i];
      // A limit that hangs on the visit has no one figure for the year; its steps show it.
      if (pool.per_visit || !pool.limit.axes.empty() || pool.limits[0].of != 0) continue;
      const model::Pool& words = pack_.pools[i];
      const Fen drawn = explanation_.after.drawn[i];
      const Fen before = settled_.digest.year.pools_before[i];
      Arithmetic arithmetic;
      writer_.open_object()
          .string("id", words.id)
          .text("label", words.label)
          .string("parameter", words.limit[0].amount.figure.printed);
      const Fen limit = pool.limits[0].amount;
      writer_.yuan("limit", limit).yuan("before", before).yuan("drawn", drawn - before);
      writer_.yuan("left", arithmetic.less(limit, drawn));
      sources_.cite(words.limit[0].cite.empty() ? words.cite : words.limit[0].cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void after() {
    writer_.open_object("after").open_object("pools");
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      if (!plan_.pools[i].per_visit) writer_.key(pack_.pools[i].id).yuan(explanation_.after.drawn[i]);
    }
    writer_.close_object().open_object("cumulative");
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      if (plan_.layers[i].over_year) writer_.key(pack_.layers[i].id).yuan(explanation_.after.counted[i]);
    }
    derived(true);
    writer_.close_object();
    if (std::any_of(plan_.derived.begin(), plan_.derived.end(),
                    [](const DerivedPlan& each) { return !each.sum; })) {
      writer_.open_object("counts");
      derived(false);
      writer_.close_object();
    }
    writer_.close_object();
  }

  void derived(bool sums) {
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
      const DerivedPlan& each = plan_.derived[i];
      if (!each.over_year || each.sum != sums) continue;
      const std::string_view id = plan_.facts[each.fact].id;
      if (sums) {
        writer_.key(id).yuan(explanation_.after.derived[i]);
      } else {
        writer_.integer(id, explanation_.after.derived[i]);
      }
    }
  }

  const Settled& settled_;
  const Plan& plan_;
  const model::Pack& pack_;
  const Explanation& explanation_;
  json::Writer writer_;
  Sources sources_;
};

}  // namespace

std::string encode_result(const Settled& settled, const Explanation& explanation) {
  return ResultWriter(settled, explanation).write();
}

}  // namespace aidcheck
