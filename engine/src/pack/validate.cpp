#include "pack/validate.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "json/reader.h"
#include "vocabulary/words.h"

namespace aidcheck {
namespace {

using json::Reader;
using model::Citations;
using model::Pack;

using OwnNames = std::vector<std::string_view>;

class Validator {
 public:
  Validator(const Pack& pack, const json::Value& root, Reader& reader)
      : pack_(pack), root_(root), reader_(reader) {
    for (const FieldWord& field : fields()) amounts_.push_back(field.word.id);
    for (const model::Fact& fact : pack_.facts) {
      if (fact.derived != model::Derivation::kNone) continue;
      if (fact.type == model::FactType::kAmount) amounts_.push_back(fact.id);
      if (fact.type == model::FactType::kPercent) percents_.push_back(fact.id);
    }
  }

  void run() {
    head();
    names();
    citations(root_);
    pools();
    for (std::size_t i = 0; i < pack_.layers.size(); ++i) layer(i);
    if (pack_.in_scope.empty()) reader_.missing("/in_scope/0");
    for (const model::BaseRow& base : pack_.in_scope) {
      terms(base.of, {});
      for (const model::Term& term : base.less) {
        if (!Names(pack_.layers).have(term.name)) {
          known(term.name, amounts_, term.at, {});
          continue;
        }
        reader_.fail(
            "layer.order", term.at, {},
            for_authors("算政策范围内的费用时还没有任何一层支付，不能扣除。",
                        "What is in scope is known before any layer pays; nothing can be taken off it."));
      }
    }
    for (const model::Fact& fact : pack_.facts) {
      derived(fact);
      values(fact);
    }
    for (const model::Reading& reading : pack_.readings) chosen_by(reading);
    for (const model::Table& table : pack_.tables) rates(table.rows, {});
  }

 private:
  void head() {
    const bool digits =
        std::all_of(pack_.place.begin(), pack_.place.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!pack_.place.empty() && (pack_.place.size() != 6 || !digits)) {
      reader_.fail("place.unknown", "/place",
                   for_authors("统筹地区代码是六位数字，例如 320200。",
                               "A place is a code of six digits, such as 320200."));
    }
    if (pack_.from && pack_.until && *pack_.until < *pack_.from) {
      reader_.fail("date.reversed", "/in_force/until",
                   for_authors("失效日期早于生效日期。", "The last day comes before the first."));
    }
    if (pack_.layers.size() > kMostLayers || pack_.pools.size() > kMostPools) {
      reader_.fail(
          "pack.too_many_parts", "/layers",
          for_authors("支付方或限额池太多（各最多 16 个）。", "Too many layers or pools (at most 16 each)."));
    }
  }

  template <class Parts>
  void twice(const Parts& parts) {
    const Names names = parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names.find(names[i]) == i) continue;
      reader_.fail("name.duplicate", parts[i].at, "id",
                   for_authors("“{0}”用了两次。", "\"{0}\" is used twice."), {names[i]});
    }
  }

  void names() {
    twice(pack_.categories);
    twice(pack_.layers);
    twice(pack_.entitlements);
    twice(pack_.notices);
    twice(pack_.actions);
    for (const model::Action& action : pack_.actions) {
      for (const std::string_view name : action.apply_for)
        known(name, pack_.categories, action.at, "apply_for");
    }
    twice(pack_.recognition.early_warning);
    const Names known = categories();
    for (const model::Category& category : pack_.categories) {
      if (!known.have(category.id))
        reader_.unknown("category.unknown", category.id, known, category.at, "id");
      // Else everyone would be in it.
      if (category.complete && category.conditions.empty()) reader_.missing(category.at, "conditions");
    }
    OwnNames taken{"category", "identities", "id", "from", "until", "sheet", kBurdenName};
    for (const FactWord& word : built_in_facts()) taken.push_back(word.word.id);
    for (const model::Fact& fact : pack_.facts) claim(taken, fact.id, fact.at);
    for (const model::Reading& reading : pack_.readings) claim(taken, reading.id, reading.at);
    for (const model::Fact& fact : pack_.recognition.facts) claim(taken, fact.id, fact.at);
    OwnNames kinds;
    for (std::size_t i = 0; i < built_in_facts()[0].choice_count; ++i)
      kinds.push_back(built_in_facts()[0].choices[i].id);
    for (const model::Kind& kind : pack_.kinds) claim(kinds, kind.id, kind.at);
  }

  void claim(OwnNames& taken, std::string_view name, const json::Value* at) {
    if (Names(taken).have(name)) {
      reader_.fail("name.duplicate", at, {},
                   for_authors("“{0}”已经有了，请换一个名字。", "\"{0}\" is taken. Choose another name."),
                   {name});
    }
    taken.push_back(name);
  }

  // Wherever a `cite` stands.
  void citations(const json::Value& value) {
    for (const json::Value& item : value.items) citations(item);
    for (const json::Member& member : value.members) {
      if (member.name != "cite") {
        citations(member.value);
        continue;
      }
      if (member.value.is(json::Type::kString)) known_citation(member.value.text, &member.value);
      for (const json::Value& item : member.value.items) known_citation(item.text, &member.value);
    }
  }

  void known_citation(std::string_view cite, const json::Value* at) {
    const std::size_t mark = cite.find('#');
    if (mark == std::string_view::npos) return;
    const std::string_view name = cite.substr(0, mark);
    const std::size_t source = Names(pack_.sources).find(name);
    if (source == pack_.sources.size()) {
      known(name, pack_.sources, at, {});
    } else {
      known(cite.substr(mark + 1), pack_.sources[source].articles, at, {});
    }
  }

  void cited(const Citations& own, const Citations& inherited, const json::Value* at) {
    if (!own.empty() || !inherited.empty()) return;
    reader_.fail(
        "cite.missing", at, {},
        for_authors("每个数字都要注明出处，请加 \"cite\"。", "Every figure names its source. Add \"cite\"."));
  }

  void known(std::string_view name, const Names& names, const json::Value* at, std::string_view member) {
    if (!names.have(name)) reader_.unknown("reference.unknown", name, names, at, member);
  }

  // What a sum may name: amounts of the visit, and, in `more`, what else.
  void terms(const List<model::Term>& list, const Names& more) {
    OwnNames names = amounts_;
    for (std::size_t i = 0; i < more.size(); ++i) names.push_back(more[i]);
    for (const model::Term& term : list) known(term.name, names, term.at, {});
  }

  void parameters(const List<model::AmountRow>& rows, const Citations& inherited) {
    for (const model::AmountRow& row : rows) {
      cited(row.cite, inherited, row.at);
      parameter(row.amount, row.at);
    }
  }

  void parameter(const model::Parameter& written, const json::Value* at) {
    if (!written.of.empty()) known(written.of, amounts_, at, {});
    if (!written.share_fact.empty()) known(written.share_fact, percents_, at, {});
  }

  // What a number may be, or is in a year.
  void values(const model::Fact& fact) {
    if (fact.between.range) {
      cited(fact.cite, {}, fact.at);
      if (!model::is_measured(fact.type) || fact.derived != model::Derivation::kNone)
        no_number(fact, "between");
    }
    if (!fact.by_year.empty() && fact.type != model::FactType::kAmount) no_number(fact, "by_year");
  }

  void no_number(const model::Fact& fact, std::string_view member) {
    reader_.fail(
        "type.wrong", fact.at, member,
        for_authors("by_year 只用于金额，between 只用于要问的金额和百分数。",
                    "`by_year` is for amounts, `between` for amounts and percentages that are asked for."));
  }

  void derived(const model::Fact& fact) {
    if (fact.derived == model::Derivation::kNone) {
      if (!fact.by_year.empty()) cited(fact.cite, {}, fact.at);
      return;
    }
    const bool fits = fact.of_visit &&
                      fact.type == (fact.derived == model::Derivation::kSum ? model::FactType::kAmount
                                                                            : model::FactType::kWholeNumber);
    if (!fits) {
      reader_.fail(
          "fact.derived", fact.at, {},
          for_authors("adds_up 是每次就医的金额（visit、amount），counts_visits "
                      "是每次就医的整数（visit、whole_number）。",
                      "`adds_up` makes an amount of a visit, `counts_visits` a whole number of a visit."));
    }
    terms(fact.of, {"scope"});
    terms(fact.less, pack_.layers);
  }

  // Only what is stated of the person holds wherever the reading is looked at.
  void chosen_by(const model::Reading& reading) {
    OwnNames names;
    for (const model::Fact& fact : pack_.facts) {
      if (!fact.of_visit) names.push_back(fact.id);
    }
    for (const model::ChosenBy& by : reading.chosen_by) known(by.fact, names, reading.at, "chosen_by");
  }

  void pools() {
    for (const model::Pool& pool : pack_.pools) {
      if (pool.limit.empty()) reader_.missing(pool.at, "limit");
      parameters(pool.limit, pool.cite);
      if (!pool.inside.empty()) known(pool.inside, pack_.pools, pool.at, "inside");
      if (goes_in_a_circle(pool)) {
        reader_.fail("reference.cycle", pool.at, "inside",
                     for_authors("限额池“{0}”绕了一圈又包含自己。", "Pool \"{0}\" lies inside itself."),
                     {pool.id});
      }
    }
  }

  [[nodiscard]] bool goes_in_a_circle(const model::Pool& start) const {
    std::string_view next = start.inside;
    for (std::size_t steps = 0; steps <= pack_.pools.size() && !next.empty(); ++steps) {
      if (next == start.id) return true;
      const std::size_t found = Names(pack_.pools).find(next);
      if (found == pack_.pools.size()) return false;
      next = pack_.pools[found].inside;
    }
    return false;
  }

  void layer(std::size_t index) {
    const model::Layer& layer = pack_.layers[index];
    if (!layer.sheet.empty()) known(layer.sheet, amounts_, layer.at, "sheet");
    for (const model::BaseRow& base : layer.base) {
      terms(base.of, {"scope"});
      for (const model::Term& term : base.less) {
        if (Names(pack_.layers).have(term.name) || !Names(amounts_).have(term.name))
          earlier_layer(term.name, index, term.at);
      }
    }
    twice(layer.except);
    parameters(layer.deductible, layer.cite);
    if (!layer.table.empty()) known(layer.table, pack_.tables, layer.at->find("pays"), "table");
    rates(layer.pays, layer.cite);
    rates(layer.first_bear, layer.cite);
    for (const model::AdjustRow& row : layer.adjust) cited(row.cite, layer.cite, row.at);
    for (const auto* rows : {&layer.cost_in, &layer.deductible_in, &layer.draws_on}) {
      for (const model::DrawRow& row : *rows) {
        for (const std::string_view pool : row.pools) known(pool, pack_.pools, row.at, {});
      }
    }
  }

  void earlier_layer(std::string_view name, std::size_t index, const json::Value* at) {
    const std::size_t found = Names(pack_.layers).find(name);
    if (found == pack_.layers.size()) {
      reader_.unknown("reference.unknown", name, pack_.layers, at);
    } else if (found >= index) {
      reader_.fail(
          "layer.order", at, {},
          for_authors("“{0}”在这一层之后才支付，不能先扣除。请调整各层的顺序。",
                      "\"{0}\" pays after this layer and cannot be taken off before. Reorder the layers."),
          {name});
    }
  }

  void rates(const List<model::RateRow>& rows, const Citations& inherited) {
    for (const model::RateRow& row : rows) {
      cited(row.cite, inherited, row.at);
      if (row.lump) parameter(row.amount, row.at);
      Fen before = 0;
      for (std::size_t i = 0; i < row.bands.size(); ++i) {
        const model::Band& band = row.bands[i];
        const bool last = i + 1 == row.bands.size();
        if (band.bounded ? band.to.amount <= before : !last) {
          reader_.fail("band.order", row.at, "bands",
                       for_authors("分段要从低到高，只有最后一段可以不封顶。",
                                   "Bands rise, and only the last may be open-ended."));
        }
        if (band.bounded) before = band.to.amount;
        if (!band.rate_fact.empty()) known(band.rate_fact, percents_, row.at, {});
      }
    }
  }

  const Pack& pack_;
  const json::Value& root_;
  Reader& reader_;
  OwnNames amounts_;   // the fields of the sheet and the amount facts
  OwnNames percents_;  // the facts that are percentages
};

}  // namespace

void validate_pack(const Pack& pack, const json::Value& root, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors, &root);
  Validator(pack, root, reader).run();
}

}  // namespace aidcheck
