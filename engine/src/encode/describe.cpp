#include "encode/encode.h"
#include "encode/sources.h"
#include "json/write.h"

namespace aidcheck {
namespace {

class Describer {
 public:
  explicit Describer(const Plan& plan) : plan_(plan), pack_(plan.pack), sources_(pack_, writer_) {}

  std::string write() {
    writer_.open_object().key("place").string(pack_.place).key("name").text(pack_.name);
    writer_.key("packs").open_array().open_object().key("id").string(pack_.place).key("version").string(pack_.version);
    writer_.key("from").string(format_day(*pack_.from)).close_object().close_array();
    categories();
    facts();
    sheet();
    readings();
    pools();
    sources_.list_all();
    writer_.close_object();
    return writer_.take();
  }

 private:
  void categories() {
    writer_.key("categories").open_array();
    for (const model::Category& category : pack_.categories) {
      const Word& word = *category_named(category.id);
      writer_.open_object().key("id").string(category.id).key("label").text({std::string(word.zh), std::string(word.en)});
      writer_.key("recognised_by").text(category.recognised_by);
      if (!category.note.empty()) writer_.key("note").text(category.note);
      sources_.cite(category.cite);
      writer_.close_object();
    }
    writer_.close_array();
  }

  void facts() {
    writer_.key("facts").open_array();
    for (const FactPlan& each : plan_.facts) {
      const bool asked = each.origin == FactPlan::Origin::kBuiltIn || each.origin == FactPlan::Origin::kPack;
      if (asked && (each.used || each.id == "kind")) fact(each);
    }
    writer_.close_array();
  }

  static std::string_view type_of(const FactPlan& fact) {
    switch (fact.type) {
      case model::FactType::kChoice:
        return "choice";
      case model::FactType::kYesNo:
        return "yes_no";
      case model::FactType::kWholeNumber:
        return "whole_number";
      case model::FactType::kAmount:
        return "amount";
    }
    return {};
  }

  void answer(const FactPlan& fact, const model::Choice& choice) {
    if (fact.type == model::FactType::kYesNo) {
      writer_.boolean(choice.id == "true");
    } else {
      writer_.string(choice.id);
    }
  }

  void fact(const FactPlan& fact) {
    writer_.open_object().key("id").string(fact.id).key("of").string(fact.of_visit ? "visit" : "person").key("type").string(type_of(fact));
    writer_.key("label").text(fact.label).key("question").text(fact.question);
    if (!fact.help.empty()) writer_.key("help").text(fact.help);
    if (fact.assumed != 0) {
      writer_.key("assumed");
      answer(fact, fact.choices[fact.assumed - 1U]);
    }
    writer_.key("choices").open_array();
    for (const model::Choice& choice : fact.choices) {
      writer_.open_object().key("id");
      answer(fact, choice);
      writer_.key("label").text(choice.label).close_object();
    }
    writer_.close_array().close_object();
  }

  void sheet() {
    const std::uint32_t needed = plan_.fields_needed | plan_.scopes.front().fields;
    writer_.key("sheet").open_array();
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      const FieldWord& field = fields()[i];
      const bool asked = (needed & field_bit(static_cast<Field>(i))) != 0 && !field.zero_with_basic;
      writer_.open_object().key("id").string(field.word.id).key("label").text({std::string(field.word.zh), std::string(field.word.en)});
      writer_.key("interface").string(field.interface).key("needed").boolean(asked).close_object();
    }
    writer_.close_array();
  }

  void readings() {
    writer_.key("readings").open_array();
    for (const model::Reading& reading : pack_.readings) {
      writer_.open_object().key("id").string(reading.id).key("label").text(reading.label).key("default").string(reading.chosen);
      sources_.cite(reading.cite);
      writer_.key("choices").open_array();
      for (const model::Choice& choice : reading.choices) {
        writer_.open_object().key("id").string(choice.id).key("label").text(choice.label).close_object();
      }
      writer_.close_array().close_object();
    }
    writer_.close_array();
  }

  void pools() {
    writer_.key("pools").open_array();
    for (std::size_t i = 0; i < pack_.pools.size(); ++i) {
      if (plan_.pools[i].per_visit) continue;
      const model::Pool& pool = pack_.pools[i];
      writer_.open_object().key("id").string(pool.id).key("label").text(pool.label);
      if (plan_.pools[i].limit.axes.empty()) writer_.key("parameter").string(pool.limit[0].amount.printed);
      writer_.close_object();
    }
    writer_.close_array().key("cumulative").open_array();
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      if (!plan_.layers[i].over_year) continue;
      writer_.open_object().key("id").string(pack_.layers[i].id).key("label").text(layer_label(plan_, i)).close_object();
    }
    writer_.close_array();
  }

  const Plan& plan_;
  const model::Pack& pack_;
  json::Writer writer_;
  Sources sources_;
};

}  // namespace

std::string encode_description(const Plan& plan) { return Describer(plan).write(); }

}  // namespace aidcheck
