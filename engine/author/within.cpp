#include "within.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "conditions.h"
#include "findings/situations.h"
#include "within/frame.h"
#include "within/judge.h"

namespace aidcheck {
namespace {

using within::Frame;
using within::Judgement;
using within::Layer;
using within::Way;
using within::Ways;

constexpr std::size_t kMostSituations = 300'000;

using Answers = std::array<std::uint64_t, kMostFacts>;  // a bit a code

// Situations in which both packs say the same.
struct Alike {
  Codes local{};
  Codes frame{};
  Answers answers{};
};

class Within {
 public:
  Within(const Plan& local, const Plan& frame, std::optional<Fen> income)
      : local_(local),
        frame_(frame),
        lists_(find_row_lists(local)),
        ordinary_(findings::ordinary_codes(local, lists_)),
        sight_(frame, local),
        income_(income) {}

  std::vector<WithinLine> run() {
    categories();
    for (const std::uint8_t index : frame_.computed_layers) {
      const std::string_view id = frame_.pack.layers[index].id;
      const std::size_t found = Names(local_.pack.layers).find(id);
      if (found == local_.layers.size() || !local_.layers[found].has_rules) {
        no_layer(index);
      } else {
        layers(found, index);
      }
    }
    return std::move(lines_);
  }

 private:
  WithinLine& add(std::string_view figure, Verdict verdict, Text why) {
    WithinLine& line = lines_.emplace_back();
    line.figure = figure;
    line.verdict = verdict;
    line.why = std::move(why);
    return line;
  }

  // Those of one pack alone.
  void categories() {
    const Names local = local_.pack.categories;
    const Names frame = frame_.pack.categories;
    for (const model::Category& category : local_.pack.categories) {
      if (frame.have(category.id)) continue;
      WithinLine& line =
          add("category", Verdict::kNotComparable,
              {"框架没有单列这一类；它说其他对象照相近的一类救助。",
               "The frame does not name this category: others are assisted like the one they resemble."});
      line.category = category.id;
      take_cites(line.local, category.cite);
    }
    for (const model::Category& category : frame_.pack.categories) {
      if (local.have(category.id)) continue;
      WithinLine& line = add("category", Verdict::kNotComparable,
                             {"本地规则包没有这一类，也可能是换了说法。",
                              "The local pack does not have this category, or calls it otherwise."});
      line.category = category.id;
      take_cites(line.frame, category.cite);
    }
  }

  static void take_cites(FigureShown& shown, const model::Citations& cites) {
    for (const model::Citation& cite : cites) shown.cites.push_back(cite);
  }

  void no_layer(std::size_t index) {
    const model::Layer& written = frame_.pack.layers[index];
    WithinLine& line =
        add("layer", Verdict::kLessGenerous, {"本地规则包没有这一层。", "The local pack has no such layer."});
    line.layer = written.id;
    line.frame.value = {std::string(written.label.zh), std::string(written.label.en)};
    take_cites(line.frame, written.cite);
  }

  void layers(std::size_t index, std::size_t frame_index) {
    const Layer layer(local_, index);
    const Layer frame_layer(frame_, frame_index);
    const FactPlan& kinds = local_.facts[kind_];
    for (std::uint8_t category = kNoCategory + 1U; category < local_.facts[kCategoryFact].code_count();
         ++category) {
      if (!frame_.facts[kCategoryFact].code_of(name(kCategoryFact, category))) continue;
      for (std::uint8_t kind = 1; kind < kinds.code_count(); ++kind) {
        if (frame_.facts[kind_].code_of(name(kind_, kind)) == 0) continue;
        one_kind(layer, frame_layer, category, kind);
      }
      shared_limits(layer, frame_layer, category);
    }
  }

  [[nodiscard]] std::string_view name(std::size_t fact, std::uint8_t code) const {
    return local_.facts[fact].choices[code - 1U].id;
  }

  // The facts that tell situations of a layer apart.
  [[nodiscard]] std::vector<std::size_t> facts_of(const Layer& layer, const Layer& frame_layer) const {
    std::set<std::size_t> facts(layer.facts().begin(), layer.facts().end());
    for (std::size_t i = 0; i < sight_.known().size(); ++i) {
      const auto same = fact_named(frame_.facts, local_.facts[sight_.known()[i]].id);
      const auto& looks_at = frame_layer.facts();
      if (std::find(looks_at.begin(), looks_at.end(), *same) != looks_at.end())
        facts.insert(sight_.known()[i]);
    }
    std::vector<std::size_t> varied;
    const auto& known = sight_.known();
    for (const std::size_t fact : facts) {
      const FactPlan& plan = local_.facts[fact];
      // What both take for granted is so.
      const bool granted = plan.assumed != 0 && std::find(known.begin(), known.end(), fact) != known.end();
      const bool fixed = fact == kCategoryFact || fact == kind_ || plan.origin == FactPlan::Origin::kReading;
      if (!granted && !fixed) varied.push_back(fact);
    }
    return varied;
  }

  // Every situation of a category and kind, those in which both packs say the same together. Empty where
  // there are too many.
  [[nodiscard]] std::vector<Alike> situations(const Layer& layer, const std::vector<std::size_t>& facts,
                                              std::uint8_t category, std::uint8_t kind) const {
    using Key = std::pair<std::vector<std::uint16_t>, Codes>;
    std::map<Key, Alike> found;
    for_each_combination(local_, facts, kMostSituations, [&](const Codes& chosen) {
      Codes codes = ordinary_;
      codes[kCategoryFact] = category;
      codes[kind_] = kind;
      for (const std::size_t fact : facts) codes[fact] = chosen[fact];
      if (local_.identity_counts.at(codes) != 0) return true;
      const Codes frame = sight_.codes(codes);
      Alike& alike = found[{layer.rows(codes), frame}];
      alike.local = codes;
      alike.frame = frame;
      for (const std::size_t fact : facts) alike.answers[fact] |= std::uint64_t{1} << codes[fact];
      return true;
    });
    std::vector<Alike> all;
    for (const auto& [key, alike] : found) all.push_back(alike);
    return all;
  }

  void one_kind(const Layer& layer, const Layer& frame_layer, std::uint8_t category, std::uint8_t kind) {
    const std::vector<std::size_t> facts = facts_of(layer, frame_layer);
    const std::vector<Alike> all = situations(layer, facts, category, kind);
    const std::size_t first = lines_.size();
    for (const Alike& each : all) {
      const bool elsewhere = std::any_of(all.begin(), all.end(), [&](const Alike& other) {
        return other.frame == each.frame && layer.standing(other.local).pays;
      });
      judge(layer, frame_layer, each, elsewhere,
            [&](WithinLine line) { put(std::move(line), each, facts, first); });
    }
    for (std::size_t i = first; i < lines_.size(); ++i) {
      lines_[i].layer = local_.pack.layers[layer.index()].id;
      lines_[i].category = name(kCategoryFact, category);
      lines_[i].kind = name(kind_, kind);
      tell_when(lines_[i], answers_[i - first], facts);
    }
    answers_.clear();
  }

  template <class Put>
  void judge(const Layer& layer, const Layer& frame_layer, const Alike& at, bool elsewhere,
             const Put& put) const {
    const std::vector<Ways> ways = sight_.ways(frame_layer, at.frame);
    std::vector<Judgement> judgements;
    for (const Ways& each : ways) judgements.emplace_back(layer, frame_layer, at.local, each, income_);
    const auto tell = [&](const auto& figure) {
      std::vector<WithinLine> lines;
      for (const Judgement& judgement : judgements) lines.push_back(figure(judgement));
      put(within::most_lenient(lines));
    };
    tell([&](const Judgement& judgement) { return judgement.standing(elsewhere); });
    std::vector<Judgement> paying;
    std::copy_if(judgements.begin(), judgements.end(), std::back_inserter(paying),
                 [](const Judgement& judgement) { return judgement.both_pay(); });
    judgements.swap(paying);
    if (judgements.empty()) return;
    const auto floor = floor_below(layer, frame_layer, at);
    tell([](const Judgement& judgement) { return judgement.base(); });
    tell([](const Judgement& judgement) { return judgement.deductible(); });
    tell([&](const Judgement& judgement) { return judgement.rate(floor); });
    tell([](const Judgement& judgement) { return judgement.limit(); });
  }

  // The lowest rate here of the categories to which the frame gives a floor: the others are to get less.
  [[nodiscard]] std::optional<within::Measure> floor_below(const Layer& layer, const Layer& frame_layer,
                                                           const Alike& at) const {
    std::optional<within::Measure> lowest;
    for (std::uint8_t code = kNoCategory + 1U; code < local_.facts[kCategoryFact].code_count(); ++code) {
      Codes codes = at.local;
      codes[kCategoryFact] = code;
      const Codes frame = sight_.codes(codes);
      if (frame[kCategoryFact] == 0 || !layer.standing(codes).pays) continue;
      const std::vector<Ways> ways = sight_.ways(frame_layer, frame);
      const bool has_floor = std::all_of(ways.begin(), ways.end(), [&](const Ways& each) {
        return std::all_of(each.begin(), each.end(), [&](const Way& way) {
          if (!frame_layer.standing(way.codes).pays) return true;
          const auto rate = frame_layer.rate(way.codes);
          return rate.span && rate.span->least.numerator > 0;
        });
      });
      const within::Measure rate = layer.rate(codes);
      if (!has_floor || ways.empty() || !rate.span) continue;
      if (!lowest || within::smaller(rate.span->least, lowest->span->least)) lowest = rate;
    }
    return lowest;
  }

  // Lines that say the same are one.
  void put(WithinLine line, const Alike& at, const std::vector<std::size_t>& facts, std::size_t first) {
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const WithinLine& other = lines_[i];
      if (other.figure != line.figure || other.verdict != line.verdict ||
          other.local.value.zh != line.local.value.zh || other.frame.value.zh != line.frame.value.zh ||
          other.why.zh != line.why.zh)
        continue;
      for (const std::size_t fact : facts) answers_[i - first][fact] |= at.answers[fact];
      return;
    }
    lines_.push_back(std::move(line));
    answers_.push_back(at.answers);
  }

  void tell_when(WithinLine& line, const Answers& answers, const std::vector<std::size_t>& facts) const {
    for (const std::size_t fact : facts) {
      std::vector<std::string> some;
      bool all = true;
      for (const std::uint8_t code : possible_codes(local_, fact)) {
        const bool there = (answers[fact] >> code & 1U) != 0;
        if (there) some.push_back(answer_json(local_.facts[fact], code));
        all = all && there;
      }
      if (!all) line.when.emplace_back(std::string(local_.facts[fact].id), std::move(some));
    }
  }

  // Kinds of visit that share a limit in the frame.
  void shared_limits(const Layer& layer, const Layer& frame_layer, std::uint8_t category) {
    const FactPlan& kinds = local_.facts[kind_];
    for (std::uint8_t a = 1; a < kinds.code_count(); ++a) {
      for (std::uint8_t b = static_cast<std::uint8_t>(a + 1); b < kinds.code_count(); ++b) {
        Codes one = ordinary_;
        one[kCategoryFact] = category;
        one[kind_] = a;
        Codes other = one;
        other[kind_] = b;
        if (!layer.standing(one).pays || !layer.standing(other).pays) continue;
        if (!frame_shares(frame_layer, one, other)) continue;
        auto line = within::shared_limit(layer, one, other);
        if (!line) continue;
        line->layer = local_.pack.layers[layer.index()].id;
        line->category = name(kCategoryFact, category);
        line->when.push_back({"kind", {answer_json(kinds, a), answer_json(kinds, b)}});
        lines_.push_back(std::move(*line));
      }
    }
  }

  // In some way that lets it pay for both as it does by its own readings.
  [[nodiscard]] bool frame_shares(const Layer& frame_layer, const Codes& one, const Codes& other) const {
    const Codes first = sight_.codes(one);
    const Codes second = sight_.codes(other);
    if (first[kind_] == 0 || second[kind_] == 0) return false;
    bool pays = false;
    bool shares = false;
    for (const Ways& ways : sight_.ways(frame_layer, first)) {
      for (const Way& way : ways) {
        Codes there = way.codes;
        there[kind_] = second[kind_];
        const bool both = frame_layer.standing(way.codes).pays && frame_layer.standing(there).pays;
        pays = pays || (both && way.departs == 0);
        shares = shares || (both && (frame_layer.pools(way.codes) & frame_layer.pools(there)) != 0);
      }
    }
    return pays && shares;
  }

  const Plan& local_;
  const Plan& frame_;
  RowLists lists_;
  Codes ordinary_;
  Frame sight_;
  std::optional<Fen> income_;
  static constexpr std::size_t kind_ = 1;  // the first of the built-in facts
  std::vector<WithinLine> lines_;
  std::vector<Answers> answers_;  // of the lines of one kind of visit
};

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  constexpr std::array<std::string_view, 4> kNames{"inside", "more_generous", "less_generous",
                                                   "not_comparable"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::vector<WithinLine> compare_within(const Plan& local, const Plan& frame, std::optional<Fen> income) {
  return Within(local, frame, income).run();
}

}  // namespace aidcheck
