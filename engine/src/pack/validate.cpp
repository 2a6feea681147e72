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

using Names = std::vector<std::string_view>;

template <class Parts>
Names names_of(const Parts& parts) {
  Names names;
  for (const auto& part : parts) names.push_back(part.id);
  return names;
}

bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Validator {
 public:
  Validator(const Pack& pack, Reader& reader) : pack_(pack), reader_(reader) {}

  void run() {
    head();
    names();
    citations();
    pools();
    for (std::size_t i = 0; i < pack_.layers.size(); ++i) layer(i);
    if (pack_.in_scope.empty()) reader_.missing("/in_scope/0");
    for (const model::BaseRow& base : pack_.in_scope) {
      if (base.less.empty()) continue;
      reader_.fail("layer.order", base.at, "less", "算政策范围内的费用时还没有任何一层支付，不能扣除。",
                   "What is in scope is known before any layer pays; nothing can be taken off it.");
    }
    for (const model::BaseRow& base : pack_.in_scope) {
      for (const std::string_view field : base.of) known_field(field, base.at, "of", false);
    }
    for (const model::Table& table : pack_.tables) rates(table.rows, {});
  }

 private:
  void head() {
    const bool digits =
        std::all_of(pack_.place.begin(), pack_.place.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!pack_.place.empty() && (pack_.place.size() != 6 || !digits)) {
      reader_.fail("place.unknown", "/place", "统筹地区代码是六位数字，例如 320200。",
                   "A place is a code of six digits, such as 320200.");
    }
    if (pack_.from && pack_.until && *pack_.until < *pack_.from) {
      reader_.fail("date.reversed", "/in_force/until", "失效日期早于生效日期。",
                   "The last day comes before the first.");
    }
    if (pack_.layers.size() > kMostLayers || pack_.pools.size() > kMostPools) {
      reader_.fail("pack.too_many_parts", "/layers", "支付方或限额池太多（各最多 16 个）。",
                   "Too many layers or pools (at most 16 each).");
    }
  }

  template <class Parts>
  void twice(const Parts& parts) {
    const Names names = names_of(parts);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto here = names.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(names.begin(), here, names[i]) == here) continue;
      reader_.fail("name.duplicate", parts[i].at, "id", "“{0}”用了两次。", "\"{0}\" is used twice.",
                   {names[i]});
    }
  }

  void names() {
    twice(pack_.categories);
    twice(pack_.layers);
    twice(pack_.entitlements);
    twice(pack_.notices);
    const Names known = names_of_words(categories());
    for (const model::Category& category : pack_.categories) {
      if (!among(known, category.id))
        reader_.unknown("category.unknown", category.id, known, reader_.pointer_to(category.at, "id"));
    }
    Names taken{"category", "identities", "id", "from", "until", "sheet"};
    for (const FactWord& word : built_in_facts()) taken.push_back(word.word.id);
    for (const model::Fact& fact : pack_.facts) claim(taken, fact.id, fact.at);
    for (const model::Reading& reading : pack_.readings) claim(taken, reading.id, reading.at);
    Names kinds;
    for (std::size_t i = 0; i < built_in_facts()[0].choice_count; ++i)
      kinds.push_back(built_in_facts()[0].choices[i].id);
    for (const model::Kind& kind : pack_.kinds) claim(kinds, kind.id, kind.at);
  }

  template <class Words>
  static Names names_of_words(const Words& words) {
    Names names;
    for (const Word& word : words) names.push_back(word.id);
    return names;
  }

  void claim(Names& taken, std::string_view name, const json::Value* at) {
    if (among(taken, name)) {
      reader_.fail("name.duplicate", at, {}, "“{0}”已经有了，请换一个名字。",
                   "\"{0}\" is taken. Choose another name.", {name});
    }
    taken.push_back(name);
  }

  void known_citations(const Citations& cites) {
    for (const model::Citation& cite : cites) {
      const auto source = std::find_if(pack_.sources.begin(), pack_.sources.end(),
                                       [&](const model::Source& each) { return each.id == cite.source; });
      if (source == pack_.sources.end()) {
        reader_.unknown("reference.unknown", cite.source, names_of(pack_.sources),
                        reader_.pointer_to(cite.at));
      } else if (!among(names_of(source->articles), cite.article)) {
        reader_.unknown("reference.unknown", cite.article, names_of(source->articles),
                        reader_.pointer_to(cite.at));
      }
    }
  }

  template <class Rows>
  void known_citations_of_rows(const Rows& rows) {
    for (const auto& row : rows) known_citations(row.cite);
  }

  void citations() {
    for (const model::Category& category : pack_.categories) known_citations(category.cite);
    for (const model::Reading& reading : pack_.readings) known_citations(reading.cite);
    for (const model::Pool& pool : pack_.pools) {
      known_citations(pool.cite);
      known_citations_of_rows(pool.limit);
    }
    for (const model::Table& table : pack_.tables) known_citations_of_rows(table.rows);
    for (const model::Layer& layer : pack_.layers) {
      known_citations(layer.cite);
      known_citations_of_rows(layer.except);
      known_citations_of_rows(layer.base);
      known_citations_of_rows(layer.deductible);
      known_citations_of_rows(layer.pays);
      known_citations_of_rows(layer.draws_on);
    }
    known_citations(pack_.identity_cite);
    known_citations_of_rows(pack_.in_scope);
    known_citations_of_rows(pack_.entitlements);
    known_citations_of_rows(pack_.notices);
  }

  void cited(const Citations& own, const Citations& inherited, const json::Value* at) {
    if (!own.empty() || !inherited.empty()) return;
    reader_.fail("cite.missing", at, {}, "每个数字都要注明出处，请加 \"cite\"。",
                 "Every figure names its source. Add \"cite\".");
  }

  void known(std::string_view name, const Names& names, const json::Value* at, std::string_view member) {
    if (!among(names, name))
      reader_.unknown("reference.unknown", name, names, reader_.pointer_to(at, member));
  }

  void known_field(std::string_view name, const json::Value* at, std::string_view member, bool scope_too) {
    Names names;
    for (const FieldWord& field : fields()) names.push_back(field.word.id);
    if (scope_too) names.push_back("scope");
    known(name, names, at, member);
  }

  void pools() {
    const Names names = names_of(pack_.pools);
    for (const model::Pool& pool : pack_.pools) {
      if (pool.limit.empty()) reader_.missing(reader_.pointer_to(pool.at, "limit"));
      for (const model::AmountRow& limit : pool.limit) cited(limit.cite, pool.cite, limit.at);
      if (!pool.inside.empty()) known(pool.inside, names, pool.at, "inside");
      if (goes_in_a_circle(pool)) {
        reader_.fail("reference.cycle", pool.at, "inside", "限额池“{0}”绕了一圈又包含自己。",
                     "Pool \"{0}\" lies inside itself.", {pool.id});
      }
    }
  }

  [[nodiscard]] bool goes_in_a_circle(const model::Pool& start) const {
    std::string_view next = start.inside;
    for (std::size_t steps = 0; steps <= pack_.pools.size() && !next.empty(); ++steps) {
      if (next == start.id) return true;
      const auto found = std::find_if(pack_.pools.begin(), pack_.pools.end(),
                                      [&](const model::Pool& pool) { return pool.id == next; });
      next = found == pack_.pools.end() ? std::string_view() : found->inside;
    }
    return false;
  }

  void layer(std::size_t index) {
    const model::Layer& layer = pack_.layers[index];
    if (!layer.sheet.empty()) {
      known_field(layer.sheet, layer.at, "sheet", false);
      return;
    }
    for (const model::BaseRow& base : layer.base) {
      for (const std::string_view field : base.of) known_field(field, base.at, "of", true);
      for (const std::string_view less : base.less) earlier_layer(less, index, base.at);
    }
    twice(layer.except);
    for (const model::AmountRow& row : layer.deductible) cited(row.cite, layer.cite, row.at);
    if (!layer.table.empty()) known(layer.table, names_of(pack_.tables), layer.at->find("pays"), "table");
    rates(layer.pays, layer.cite);
    for (const model::DrawRow& row : layer.draws_on) {
      for (const std::string_view pool : row.pools) known(pool, names_of(pack_.pools), row.at, {});
    }
  }

  void earlier_layer(std::string_view name, std::size_t index, const json::Value* at) {
    const Names names = names_of(pack_.layers);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      reader_.unknown("reference.unknown", name, names, reader_.pointer_to(at, "less"));
    } else if (static_cast<std::size_t>(found - names.begin()) >= index) {
      reader_.fail("layer.order", at, "less", "“{0}”在这一层之后才支付，不能先扣除。请调整各层的顺序。",
                   "\"{0}\" pays after this layer and cannot be taken off before. Reorder the layers.",
                   {name});
    }
  }

  void rates(const std::vector<model::RateRow>& rows, const Citations& inherited) {
    for (const model::RateRow& row : rows) {
      cited(row.cite, inherited, row.at);
      Fen before = 0;
      for (std::size_t i = 0; i < row.bands.size(); ++i) {
        const model::Band& band = row.bands[i];
        const bool last = i + 1 == row.bands.size();
        if (band.bounded ? band.to.amount <= before : !last) {
          reader_.fail("band.order", row.at, "bands", "分段要从低到高，只有最后一段可以不封顶。",
                       "Bands rise, and only the last may be open-ended.");
        }
        if (band.bounded) before = band.to.amount;
      }
    }
  }

  const Pack& pack_;
  Reader& reader_;
};

}  // namespace

void validate_pack(const Pack& pack, const json::Value& root, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors, &root);
  Validator(pack, reader).run();
}

}  // namespace aidcheck
