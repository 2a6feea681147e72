#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "encode/encode.h"
#include "encode/sources.h"
#include "json/write.h"

namespace aidcheck {
namespace {

using Paid = std::array<Fen, kMostLayers>;
// The parts of what is out of scope that sheets state; what counts as in scope is no part of it.
using OutOfScope = std::array<std::optional<Fen>, kFieldCount>;

struct Payer {
  std::string_view id;
  Words label;
  Fen amount = 0;
};
using Payers = std::vector<Payer>;

struct Assumed {
  std::size_t part = 0;
  const Assumption* assumption = nullptr;
  std::string_view fact;
  std::string_view answer;  // not of an amount
  std::vector<std::size_t> visits;
};

void payers(json::Writer& writer, const Payers& payers) {
  writer.open_array("payers");
  for (const Payer& payer : payers) {
    writer.open_object().string("id", payer.id).text("label", payer.label);
    writer.yuan("amount", payer.amount).close_object();
  }
  writer.close_array();
}

void personal(json::Writer& writer, const Personal& own, const OutOfScope& parts) {
  writer.open_object("personal").yuan("in_scope", own.in_scope).yuan("out_of_scope", own.out_of_scope);
  writer.yuan("total", own.total).open_array("out_of_scope_parts");
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (!parts[i]) continue;
    const Field field = static_cast<Field>(i);
    writer.open_object().string("field", field_word(field).word.id).text("label", field_label(field));
    writer.yuan("amount", *parts[i]).close_object();
  }
  writer.close_array().close_object();
}

/// Writes what belongs to one version of the rules.
class PartWriter {
 public:
  PartWriter(const Part& part, json::Writer& writer)
      : settled_(part.settled),
        plan_(part.settled.plan),
        pack_(part.settled.plan.pack),
        explanation_(part.explanation),
        writer_(writer),
        sources_(pack_, writer_) {}

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

  // Adds what the layers of this version paid to what others did, by name, in the order of payment. `shown`:
  // a bit a layer.
  void add_payers(const Paid& paid, std::uint32_t shown, Payers& payers) const {
    Arithmetic arithmetic;
    std::size_t at = 0;
    for (std::size_t layer = 0; layer < plan_.layers.size(); ++layer) {
      if ((shown >> layer & 1U) == 0) continue;
      const std::string_view id = pack_.layers[layer].id;
      auto found =
          std::find_if(payers.begin(), payers.end(), [&](const Payer& each) { return each.id == id; });
      if (found == payers.end())
        found = payers.insert(payers.begin() + static_cast<std::ptrdiff_t>(at),
                              {id, layer_label(plan_, layer), 0});
      found->amount = arithmetic.add(found->amount, paid[layer]);
      at = static_cast<std::size_t>(found - payers.begin()) + 1;
    }
  }

  void add_out_of_scope(const VisitRecord& record, OutOfScope& parts) const {
    const std::uint32_t scope = plan_.scope_of(plan_.scope.at(settled_.input(record).codes)).fields;
    Arithmetic arithmetic;
    for (const Field field : {Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst}) {
      const sent::Amount& amount = settled_.visit(record).amount(field);
      std::optional<Fen>& part = parts[static_cast<std::size_t>(field)];
      if (amount.exact() && (scope & field_bit(field)) == 0)
        part = arithmetic.add(part.value_or(0), amount.least);
    }
  }

  void add_year_out_of_scope(OutOfScope& parts) const {
    for (const VisitRecord& record : explanation_.records) add_out_of_scope(record, parts);
  }

  void category(std::uint8_t code) {
    writer_.key("category");
    if (code == kNoCategory) {
      writer_.null();
    } else {
      writer_.string(plan_.facts[kCategoryFact].choices[code - 1U].id);
    }
  }

  void visits() {
    for (std::size_t i = 0; i < explanation_.records.size(); ++i) visit(i);
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
    Payers paid;
    add_payers(record.paid, shown_at(record), paid);
    payers(writer_, paid);
    OutOfScope parts;
    add_out_of_scope(record, parts);
    personal(writer_, record.personal, parts);
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

  void visit_ids(std::string_view key, const std::vector<std::size_t>& visits) {
    writer_.open_array(key);
    for (const std::size_t visit : visits) writer_.string(settled_.sent.visits[visit].id);
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

  void entitlement(const Entitlement& due) {
    const model::Statement& words = pack_.entitlements[due.statement];
    writer_.open_object().string("id", words.id);
    category(due.category);
    writer_.text("label", words.label).text("text", words.text);
    sources_.cite(words.cite);
    writer_.close_object();
  }

  void notice(const Notice& notice) {
    writer_.open_object()
        .string("code", notice.code)
        .string("level", notice.attention ? "attention" : "info");
    text_if("at", notice.at);
    if (notice.visit) writer_.string("visit", settled_.sent.visits[*notice.visit].id);
    writer_.text("message", notice.message);
    sources_.cite(notice.cite);
    writer_.close_object();
  }

  // The reading without its choices: its object stays open.
  void reading(const model::Reading& words, std::string_view chosen) {
    writer_.open_object().string("id", words.id).text("label", words.label);
    writer_.string("chosen", chosen).string("default", words.chosen);
    sources_.cite(words.cite);
  }

  // What several versions take for granted alike is told once, with the visits of all of them.
  void add_assumed(std::size_t part, std::vector<Assumed>& all) const {
    for (const Assumption& assumption : settled_.digest.assumed) {
      Assumed made{part, &assumption, {}, {}, {}};
      if (assumption.of_sheet) {
        made.fact = plan_.amount_id(assumption.fact);
      } else {
        const FactPlan& fact = plan_.facts[assumption.fact];
        made.fact = fact.id;
        if (!assumption.amount) made.answer = answer_of(fact).id;
      }
      const auto same = std::find_if(all.begin(), all.end(), [&](const Assumed& each) {
        return each.fact == made.fact && each.answer == made.answer &&
               each.assumption->amount == assumption.amount;
      });
      Assumed& told = same == all.end() ? all.emplace_back(std::move(made)) : *same;
      told.visits.insert(told.visits.end(), assumption.visits.begin(), assumption.visits.end());
    }
  }

  void assumed(const Assumed& assumed) {
    const Assumption& assumption = *assumed.assumption;
    writer_.open_object();
    const bool amount = assumption.of_sheet || assumption.amount;
    const Text label = amount ? assumed_amount(assumption) : assumed_answer(plan_.facts[assumption.fact]);
    visit_ids("visits", assumed.visits);
    writer_.text("label", label);
    if (assumption.cite != nullptr) sources_.cite(assumption.cite);
    writer_.close_object();
  }

  Text assumed_answer(const FactPlan& fact) {
    writer_.string("fact", fact.id).key("value");
    if (fact.type == model::FactType::kYesNo) {
      writer_.boolean(fact.assumed == 1);
    } else {
      writer_.string(answer_of(fact).id);
    }
    return say("{0}：{1}", "{0}: {1}", {fact.label, answer_of(fact).label});
  }

  static const model::Choice& answer_of(const FactPlan& fact) { return fact.choices[fact.assumed - 1U]; }

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

  // `before`: what the pool had paid before the year.
  void pool(std::size_t index, Fen before) {
    const PoolPlan& plan = plan_.pools[index];
    // A limit that hangs on the visit has no one figure for the year; its steps show it.
    if (plan.per_visit || !plan.limit.axes.empty() || plan.limits[0].of != 0) return;
    const model::Pool& words = pack_.pools[index];
    const Fen drawn = explanation_.after.drawn[index];
    Arithmetic arithmetic;
    writer_.open_object()
        .string("id", words.id)
        .text("label", words.label)
        .string("parameter", words.limit[0].amount.figure.printed);
    const Fen limit = plan.limits[0].amount;
    writer_.yuan("limit", limit).yuan("before", before).yuan("drawn", drawn - before);
    writer_.yuan("left", arithmetic.less(limit, drawn));
    sources_.cite(words.limit[0].cite.empty() ? words.cite : words.limit[0].cite);
    writer_.close_object();
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

  [[nodiscard]] const Sources& sources() const { return sources_; }

 private:
  const Settled& settled_;
  const Plan& plan_;
  const model::Pack& pack_;
  const Explanation& explanation_;
  json::Writer& writer_;
  Sources sources_;
};

/// Writes what belongs to the year as a whole, and joins its parts.
class YearWriter {
 public:
  explicit YearWriter(const Year& year)
      : year_(year), sent_(year.parts.front().settled.sent), last_(year.parts.back().settled.plan) {
    for (const Part& part : year.parts) parts_.emplace_back(part, writer_);
  }

  std::string write() {
    writer_.open_object()
        .string("place", sent_.place)
        .text("name", last_.pack.name)
        .integer("year", sent_.year);
    packs();
    year_payers();
    year_personal();
    writer_.open_array("visits");
    for (PartWriter& part : parts_) part.visits();
    writer_.close_array().open_array("identities");
    for (const IdentityStory& story : year_.identities) parts_[story.part].identity(story);
    writer_.close_array().open_array("entitlements");
    for (const Entitlement& due : year_.entitlements) parts_[due.part].entitlement(due);
    writer_.close_array().open_array("notices");
    for (const Notice& notice : year_.notices) parts_[notice.part].notice(notice);
    writer_.close_array().open_array("readings");
    for (const ReadingStory& story : year_.readings) reading(story);
    writer_.close_array().open_array("ask").close_array().open_array("what_if").close_array();
    assumed();
    pools();
    parts_.back().after();
    sources();
    writer_.close_object();
    return writer_.take();
  }

 private:
  void packs() {
    writer_.open_array("packs");
    for (const Part& part : year_.parts) {
      const model::Pack& pack = part.settled.plan.pack;
      writer_.open_object().string("id", pack.place).string("version", pack.version);
      writer_.string("from", format_day(*pack.from)).close_object();
    }
    writer_.close_array();
  }

  void year_payers() {
    Payers paid;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i].add_payers(year_.parts[i].explanation.totals.paid, parts_[i].shown_in_year(), paid);
    payers(writer_, paid);
  }

  void year_personal() {
    Arithmetic arithmetic;
    OutOfScope out_of_scope;
    Personal own;
    Fen total = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const YearTotals& totals = year_.parts[i].explanation.totals;
      parts_[i].add_year_out_of_scope(out_of_scope);
      own.in_scope = arithmetic.add(own.in_scope, totals.personal.in_scope);
      own.out_of_scope = arithmetic.add(own.out_of_scope, totals.personal.out_of_scope);
      own.total = arithmetic.add(own.total, totals.personal.total);
      total = arithmetic.add(total, totals.total);
    }
    personal(writer_, own, out_of_scope);
    writer_.yuan("total", total);
  }

  void reading(const ReadingStory& story) {
    const model::Reading& words = year_.parts[story.part].settled.plan.pack.readings[story.reading];
    parts_[story.part].reading(words, words.choices[story.chosen - 1U].id);
    writer_.open_array("choices");
    for (const ReadingOutcome& outcome : story.outcomes) {
      const model::Choice& choice = words.choices[outcome.choice - 1U];
      writer_.open_object()
          .string("id", choice.id)
          .text("label", choice.label)
          .boolean("chosen", outcome.choice == story.chosen);
      reading_outcome(outcome);
      writer_.close_object();
    }
    writer_.close_array().close_object();
  }

  void reading_outcome(const ReadingOutcome& outcome) {
    if (outcome.stop.why != Stop::Why::kNothing) {
      const Plan& stopped = year_.parts[outcome.totals.size() - 1].settled.plan;
      writer_.string("needs", pointer_to(outcome.stop, stopped));
      return;
    }
    Arithmetic arithmetic;
    Payers paid;
    Fen own = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      own = arithmetic.add(own, outcome.totals[i].personal.total);
      parts_[i].add_payers(outcome.totals[i].paid, parts_[i].shown_in_year(), paid);
    }
    writer_.yuan("personal_total", own);
    payers(writer_, paid);
  }

  void assumed() {
    std::vector<Assumed> all;
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].add_assumed(i, all);
    writer_.open_array("assumed");
    for (const Assumed& each : all) parts_[each.part].assumed(each);
    if (!sent_.before_stated) {
      writer_.open_object().string("fact", "before").integer("value", 0).open_array("visits").close_array();
      writer_
          .text("label", Words{"本年此前没有用过救助额度", "Nothing was drawn or counted earlier this year"})
          .close_object();
    }
    writer_.close_array();
  }

  void pools() {
    writer_.open_array("pools");
    for (std::size_t i = 0; i < last_.pools.size(); ++i) parts_.back().pool(i, before_year(i));
    writer_.close_array();
  }

  // What a pool of the last version had paid when the year began: the versions before it may have it too.
  [[nodiscard]] Fen before_year(std::size_t pool) const {
    Fen before = year_.parts.back().settled.digest.year.pools_before[pool];
    for (std::size_t part = year_.parts.size() - 1; part-- > 0;) {
      const Settled& settled = year_.parts[part].settled;
      const auto names = pools_of_year(settled.plan);
      const auto found = std::find(names.begin(), names.end(), last_.pack.pools[pool].id);
      if (found == names.end()) break;
      before = settled.digest.year.pools_before[static_cast<std::size_t>(found - names.begin())];
    }
    return before;
  }

  void sources() {
    std::vector<const Sources*> all;
    for (const PartWriter& part : parts_) all.push_back(&part.sources());
    Sources::list(all, writer_);
  }

  const Year& year_;
  const sent::Case& sent_;
  const Plan& last_;
  json::Writer writer_;
  std::vector<PartWriter> parts_;
};

}  // namespace

std::string encode_result(const Year& year) { return YearWriter(year).write(); }

}  // namespace aidcheck
