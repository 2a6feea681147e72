#include <array>
#include <optional>

#include "bounds/explore.h"
#include "encode/advice.h"
#include "encode/categories.h"
#include "encode/encode.h"
#include "encode/figure.h"
#include "encode/sources.h"
#include "encode/standing.h"
#include "encode/told.h"
#include "json/write.h"

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
    writer_.close_array();
    encode_told(year_, writer_, sources_);
    writer_.open_array("readings");
    for (const ReadingStory& story : year_.readings) reading(story);
    writer_.close_array();
    encode_unknown(year_, writer_);
    encode_questions(year_, writer_);
    encode_advice(year_, writer_, sources_);
    encode_assumed(year_, writer_, sources_);
    encode_categories(year_.recognition, writer_, sources_);
    encode_standing(year_, writer_, sources_);
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

  void figure(std::string_view key, const Hull& figure) { encode_figure(key, figure, writer_); }

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

  // `codes`: a bit a category.
  void category_of(std::uint64_t codes) {
    writer_.key("category");
    const bool one = (codes & (codes - 1)) == 0;
    if (!one) writer_.open_object().open_array("one_of");
    for (; codes != 0; codes &= codes - 1)
      encode_category(static_cast<std::uint8_t>(__builtin_ctzll(codes)), *plan_, writer_);
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
    encode_yes_no("adds_up", sheet_adds_up(visit), writer_);
    payers(figures.paid, shown_at(figures));
    OutOfScope parts;
    add_parts(input, parts);
    personal(figures.personal, parts);
    not_paid(story.layers);
    writer_.open_array("steps");
    for (const LayerStory& layer : story.layers) {
      for (const Step& each : layer.steps)
        encode_step(pack_->layers[layer.layer].id, each, writer_, sources_);
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
