#include <algorithm>

#include "encode/encode.h"
#include "encode/sources.h"
#include "json/write.h"

namespace aidcheck {
namespace {

class ResultWriter {
 public:
  ResultWriter(const Settled& settled, const Explanation& explanation)
      : settled_(settled), plan_(settled.plan), pack_(settled.plan.pack), explanation_(explanation), sources_(pack_, writer_) {}

  std::string write() {
    writer_.open_object().key("place").string(settled_.sent.place).key("name").text(pack_.name).key("year").integer(settled_.sent.year);
    writer_.key("packs").open_array().open_object().key("id").string(pack_.place).key("version").string(pack_.version);
    writer_.key("from").string(format_day(*pack_.from)).close_object().close_array();
    payers(explanation_.totals.paid, [&](std::size_t layer) { return shown_in_year(layer); });
    year_personal();
    writer_.key("total").yuan(explanation_.totals.total);
    writer_.key("visits").open_array();
    for (std::size_t i = 0; i < explanation_.records.size(); ++i) visit(i);
    writer_.close_array();
    identities();
    entitlements();
    notices();
    readings();
    writer_.key("ask").open_array().close_array().key("what_if").open_array().close_array();
    assumed();
    pools();
    after();
    sources_.list();
    writer_.close_object();
    return writer_.take();
  }

 private:
  using Paid = std::array<Fen, kMostLayers>;

  // A payer that only some sheets name is shown where one does.
  [[nodiscard]] bool shown_at(std::size_t layer, const VisitRecord& record) const {
    const auto& field = plan_.layers[layer].sheet;
    return !field || !field_word(*field).zero_with_basic || stated_on(*field, settled_.visit(record)) || record.paid[layer] != 0;
  }
  [[nodiscard]] static bool stated_on(Field field, const sent::Visit& visit) { return visit.stated[static_cast<std::size_t>(field)]; }
  [[nodiscard]] bool shown_in_year(std::size_t layer) const {
    const auto& field = plan_.layers[layer].sheet;
    if (!field || !field_word(*field).zero_with_basic) return true;
    return std::any_of(explanation_.records.begin(), explanation_.records.end(), [&](const VisitRecord& record) { return shown_at(layer, record); });
  }

  template <class Shown>
  void payers(const Paid& paid, Shown shown) {
    writer_.key("payers").open_array();
    for (std::size_t layer = 0; layer < plan_.layers.size(); ++layer) {
      if (!shown(layer)) continue;
      writer_.open_object().key("id").string(pack_.layers[layer].id).key("label").text(layer_label(plan_, layer));
      writer_.key("amount").yuan(paid[layer]).close_object();
    }
    writer_.close_array();
  }

  // The parts of what is out of scope that sheets state; what counts as in scope is no part of it.
  template <class Sum>
  void personal(const Personal& own, Sum sum) {
    writer_.key("personal").open_object().key("in_scope").yuan(own.in_scope).key("out_of_scope").yuan(own.out_of_scope);
    writer_.key("total").yuan(own.total).key("out_of_scope_parts").open_array();
    for (const Field field : {Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst}) {
      const std::optional<Fen> amount = sum(field);
      if (!amount) continue;
      writer_.open_object().key("field").string(field_word(field).word.id).key("label").text(field_label(field));
      writer_.key("amount").yuan(*amount).close_object();
    }
    writer_.close_array().close_object();
  }

  [[nodiscard]] std::optional<Fen> out_of_scope_part(Field field, const VisitRecord& record) const {
    const std::uint32_t scope = plan_.scopes[plan_.scope.at(settled_.input(record).codes)].fields;
    const sent::Amount& amount = settled_.visit(record).amount(field);
    if (!amount.exact() || (scope & field_bit(field)) != 0) return std::nullopt;
    return amount.least;
  }

  void year_personal() {
    personal(explanation_.totals.personal, [&](Field field) {
      std::optional<Fen> sum;
      Arithmetic arithmetic;
      for (const VisitRecord& record : explanation_.records) {
        if (const auto part = out_of_scope_part(field, record)) sum = arithmetic.add(sum.value_or(0), *part);
      }
      return sum;
    });
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
    writer_.open_object().key("id").string(visit.id);
    writer_.key("kind").string(plan_.facts[kind_fact].choices[settled_.input(record).codes[kind_fact] - 1U].id);
    writer_.key("from").string(format_day(visit.from)).key("until").string(format_day(visit.until)).key("at").string(settled_.at(record));
    category(record.category);
    writer_.key("total").yuan(visit.amount(Field::kTotal).least);
    payers(record.paid, [&](std::size_t layer) { return shown_at(layer, record); });
    personal(record.personal, [&](Field field) { return out_of_scope_part(field, record); });
    not_paid(explanation_.visits[index]);
    writer_.key("steps").open_array();
    for (const LayerStory& layer : explanation_.visits[index]) {
      for (const Step& each : layer.steps) step(pack_.layers[layer.layer].id, each);
    }
    writer_.close_array().close_object();
  }

  void not_paid(const std::vector<LayerStory>& layers) {
    writer_.key("not_paid").open_array();
    for (const LayerStory& layer : layers) {
      const Step& last = layer.steps.back();
      if (last.op != "not_paid") continue;
      writer_.open_object().key("layer").string(pack_.layers[layer.layer].id).key("reason").string(last.reason).close_object();
    }
    writer_.close_array();
  }

  void text_if(std::string_view key, std::string_view text) {
    if (!text.empty()) writer_.key(key).string(text);
  }
  void yuan_if(std::string_view key, const std::optional<Fen>& amount) {
    if (amount) writer_.key(key).yuan(*amount);
  }

  void step(const std::string& layer, const Step& step) {
    writer_.open_object().key("layer").string(layer).key("op").string(step.op).key("label").text(step.label);
    text_if("field", step.field);
    text_if("at", step.at);
    text_if("pool", step.pool);
    text_if("parameter", step.parameter);
    if (!step.band.empty()) writer_.key("band").text(step.band);
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

  void visit_ids(std::string_view key, const std::vector<std::size_t>& visits) {
    writer_.key(key).open_array();
    for (const std::size_t visit : visits) writer_.string(settled_.sent.visits[visit].id);
    writer_.close_array();
  }

  void identities() {
    writer_.key("identities").open_array();
    for (const IdentityStory& story : explanation_.identities) identity(story);
    writer_.close_array();
  }

  void identity(const IdentityStory& story) {
    const sent::Identity& identity = settled_.sent.identities[story.identity];
    const Word& word = *category_named(identity.category);
    writer_.open_object().key("category").string(identity.category).key("label").text({std::string(word.zh), std::string(word.en)});
    writer_.key("assisted").boolean(story.assisted).key("counts");
    if (story.counts) {
      writer_.boolean(*story.counts);
    } else {
      writer_.null();
    }
    if (identity.from) writer_.key("from").string(format_day(*identity.from));
    if (identity.until) {
      writer_.key("until").string(format_day(*identity.until)).key("holds_until").string(format_day(last_day_of_month(*identity.until)));
    }
    visit_ids("visits", story.holds);
    visit_ids("used_at", story.used);
    if (story.assisted) {
      const std::uint8_t code = plan_.facts[kCategoryFact].code_of(identity.category);
      const model::Category& category = pack_.categories[code - kNoCategory - 1U];
      writer_.key("recognised_by").text(category.recognised_by);
      if (!category.note.empty()) writer_.key("note").text(category.note);
      sources_.cite(category.cite);
    }
    writer_.close_object();
  }

  void entitlements() {
    writer_.key("entitlements").open_array();
    for (const Entitlement& due : explanation_.entitlements) {
      const model::Statement& words = pack_.entitlements[due.statement];
      writer_.open_object().key("id").string(words.id);
      category(due.category);
      writer_.key("label").text(words.label).key("text").text(words.text);
      sources_.cite(words.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void notices() {
    writer_.key("notices").open_array();
    for (const Notice& notice : explanation_.notices) {
      writer_.open_object().key("code").string(notice.code).key("level").string(notice.attention ? "attention" : "info");
      text_if("at", notice.at);
      if (notice.visit) writer_.key("visit").string(settled_.sent.visits[*notice.visit].id);
      writer_.key("message").text(notice.message);
      sources_.cite(notice.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void readings() {
    writer_.key("readings").open_array();
    for (const ReadingStory& story : explanation_.readings) {
      const model::Reading& words = pack_.readings[story.reading];
      writer_.open_object().key("id").string(words.id).key("label").text(words.label);
      writer_.key("chosen").string(words.choices[story.chosen - 1U].id).key("default").string(words.chosen);
      sources_.cite(words.cite);
      writer_.key("choices").open_array();
      for (const ReadingOutcome& outcome : story.outcomes) reading_choice(words, story, outcome);
      writer_.close_array().close_object();
    }
    writer_.close_array();
  }

  void reading_choice(const model::Reading& words, const ReadingStory& story, const ReadingOutcome& outcome) {
    const model::Choice& choice = words.choices[outcome.choice - 1U];
    writer_.open_object().key("id").string(choice.id).key("label").text(choice.label).key("chosen").boolean(outcome.choice == story.chosen);
    if (outcome.stop.why != Stop::Why::kNothing) {
      writer_.key("needs").string(pointer_to(outcome.stop, plan_));
    } else {
      writer_.key("personal_total").yuan(outcome.totals.personal.total);
      payers(outcome.totals.paid, [&](std::size_t layer) { return shown_in_year(layer); });
    }
    writer_.close_object();
  }

  void assumed() {
    writer_.key("assumed").open_array();
    for (const Assumption& assumption : settled_.digest.assumed) {
      const FactPlan& fact = plan_.facts[assumption.fact];
      const model::Choice& answer = fact.choices[fact.assumed - 1U];
      writer_.open_object().key("fact").string(fact.id).key("value");
      if (fact.type == model::FactType::kYesNo) {
        writer_.boolean(fact.assumed == 1);
      } else {
        writer_.string(answer.id);
      }
      visit_ids("visits", assumption.visits);
      writer_.key("label").text({fact.label.zh + "：" + answer.label.zh, fact.label.en + ": " + answer.label.en}).close_object();
    }
    if (!settled_.sent.before_stated) {
      writer_.open_object().key("fact").string("before").key("value").integer(0).key("visits").open_array().close_array();
      writer_.key("label").text({"本年此前没有用过救助额度", "Nothing was drawn or counted earlier this year"}).close_object();
    }
    writer_.close_array();
  }

  void pools() {
    writer_.key("pools").open_array();
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      const PoolPlan& pool = plan_.pools[i];
      // A limit that hangs on the visit has no one figure for the year; its steps show it.
      if (pool.per_visit || !pool.limit.axes.empty()) continue;
      const model::Pool& words = pack_.pools[i];
      const Fen drawn = explanation_.after.drawn[i];
      const Fen before = settled_.digest.year.pools_before[i];
      Arithmetic arithmetic;
      writer_.open_object().key("id").string(words.id).key("label").text(words.label).key("parameter").string(words.limit[0].amount.printed);
      writer_.key("limit").yuan(pool.limits[0]).key("before").yuan(before).key("drawn").yuan(drawn - before);
      writer_.key("left").yuan(arithmetic.less(pool.limits[0], drawn));
      sources_.cite(words.limit[0].cite.empty() ? words.cite : words.limit[0].cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void after() {
    writer_.key("after").open_object().key("pools").open_object();
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      if (!plan_.pools[i].per_visit) writer_.key(pack_.pools[i].id).yuan(explanation_.after.drawn[i]);
    }
    writer_.close_object().key("cumulative").open_object();
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      if (plan_.layers[i].over_year) writer_.key(pack_.layers[i].id).yuan(explanation_.after.counted[i]);
    }
    writer_.close_object().close_object();
  }

  const Settled& settled_;
  const Plan& plan_;
  const model::Pack& pack_;
  const Explanation& explanation_;
  json::Writer writer_;
  Sources sources_;
};

}  // namespace

std::string encode_result(const Settled& settled, const Explanation& explanation) { return ResultWriter(settled, explanation).write(); }

}  // namespace aidcheck
