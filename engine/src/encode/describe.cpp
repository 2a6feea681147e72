#include "encode/encode.h"
#include "encode/figure.h"
#include "encode/sources.h"
#include "json/write.h"

namespace aidcheck {
namespace {

class Describer {
 public:
  explicit Describer(const Plan& plan) : plan_(plan), pack_(plan.pack), sources_(writer_) {}

  std::string write() {
    writer_.open_object().string("place", pack_.place).text("name", pack_.name);
    writer_.open_array("packs").open_object().string("id", pack_.place).string("version", pack_.version);
    writer_.string("from", format_day(*pack_.from)).close_object().close_array();
    categories();
    facts();
    sheet();
    readings();
    pools();
    sources_.list({&plan_}, true);
    writer_.close_object();
    return writer_.take();
  }

 private:
  void categories() {
    writer_.open_array("categories");
    for (const model::Category& category : pack_.categories) {
      const Word& word = *category_named(category.id);
      writer_.open_object().string("id", category.id).text("label", Words{word.zh, word.en});
      writer_.text("recognised_by", category.recognised_by);
      if (!category.note.empty()) writer_.text("note", category.note);
      sources_.cite(category.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void facts() {
    writer_.open_array("facts");
    for (const FactPlan& each : plan_.facts) {
      if (is_listed(each)) fact(each);
    }
    writer_.close_array().open_array("recognition_facts");
    const List<FactPlan>& facts = plan_.recognition.facts;
    for (std::size_t i = kBurdenFact + 1; i < facts.size(); ++i) {
      const auto same = fact_named(plan_.facts, facts[i].id);
      if (facts[i].used && (!same || !is_listed(plan_.facts[*same]))) fact(facts[i], true);
    }
    writer_.close_array();
  }

  static bool is_listed(const FactPlan& fact) { return fact.asked() && (fact.used || fact.id == "kind"); }

  void fact(const FactPlan& fact, bool for_recognition = false) {
    writer_.open_object()
        .string("id", fact.id)
        .string("of", fact.of_visit && !for_recognition ? "visit" : "person")
        .string("type", model::kFactTypes[static_cast<std::size_t>(fact.type)]);
    if (for_recognition) writer_.string("for", "recognition");
    writer_.text("label", fact.label).text("question", fact.question);
    if (!fact.help.empty()) writer_.text("help", fact.help);
    if (fact.assumed != 0) {
      writer_.key("assumed");
      encode_answer(fact, fact.choices[fact.assumed - 1U], writer_);
    }
    if (fact.declared != nullptr && fact.declared->between.range) {
      writer_.open_object("between").yuan("min", fact.least);
      if (fact.most < kLargestAmount) writer_.yuan("max", fact.most);
      writer_.close_object();
    }
    writer_.open_array("choices");
    for (const model::Choice& choice : fact.choices) {
      writer_.open_object().key("id");
      encode_answer(fact, choice, writer_);
      writer_.text("label", choice.label).close_object();
    }
    writer_.close_array().close_object();
  }

  void sheet() {
    std::uint32_t needed = plan_.fields_needed | plan_.scopes.front().fields;
    for (const std::uint8_t index : plan_.sheet_or_rules) {
      if (!pack_.layers[index].rules_when.empty()) needed |= std::uint32_t{1} << *plan_.layers[index].sheet;
    }
    writer_.open_array("sheet");
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      const FieldWord& field = fields()[i];
      const bool asked = (needed & field_bit(static_cast<Field>(i))) != 0 && !field.zero_with_basic;
      writer_.open_object().string("id", field.word.id).text("label", Words{field.word.zh, field.word.en});
      writer_.string("interface", field.interface).boolean("needed", asked).close_object();
    }
    writer_.close_array();
  }

  void readings() {
    writer_.open_array("readings");
    for (const model::Reading& reading : pack_.readings) {
      writer_.open_object()
          .string("id", reading.id)
          .text("label", reading.label)
          .string("default", reading.chosen);
      sources_.cite(reading.cite);
      writer_.open_array("choices");
      for (const model::Choice& choice : reading.choices) {
        writer_.open_object().string("id", choice.id).text("label", choice.label).close_object();
      }
      writer_.close_array().close_object();
    }
    writer_.close_array();
  }

  void pools() {
    writer_.open_array("pools");
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      if (plan_.pools[i].per_visit) continue;
      const model::Pool& pool = pack_.pools[i];
      writer_.open_object().string("id", pool.id).text("label", pool.label);
      if (plan_.pools[i].limit.axes.empty() && plan_.pools[i].limits[0].of == 0)
        writer_.string("parameter", pool.limit[0].amount.figure.printed);
      writer_.close_object();
    }
    writer_.close_array().open_array("cumulative");
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      if (!plan_.layers[i].over_year) continue;
      writer_.open_object()
          .string("id", pack_.layers[i].id)
          .text("label", layer_label(plan_, i))
          .close_object();
    }
    derived(true);
    writer_.close_array().open_array("counts");
    derived(false);
    writer_.close_array();
  }

  // Sums and numbers of visits that go on over the year.
  void derived(bool sums) {
    for (const DerivedPlan& each : plan_.derived) {
      if (!each.over_year || each.sum != sums) continue;
      const FactPlan& fact = plan_.facts[each.fact];
      writer_.open_object().string("id", fact.id).text("label", fact.label).close_object();
    }
  }

  const Plan& plan_;
  const model::Pack& pack_;
  json::Writer writer_;
  Sources sources_;
};

}  // namespace

std::string encode_description(const Plan& plan) { return Describer(plan).write(); }

}  // namespace aidcheck
