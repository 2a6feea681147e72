#include <algorithm>
#include <initializer_list>
#include <limits>

#include "explain/fit/fit.h"
#include "explain/fit/parting.h"
#include "settle/share.h"

namespace aidcheck {
namespace {

constexpr Words kAnswer{"如果“{0}”是“{1}”而不是“{2}”，正好得出账单上的数。",
                        "With \"{0}\": {1}, not {2}, the sheet's figure comes out. "};
constexpr Words kOpen{"没有填", "not stated"};
constexpr Words kBefore{"如果这次在“{0}”之前结算，正好得出账单上的数。",
                        "Settled before \"{0}\", the sheet's figure comes out. "};
constexpr Words kAfter{"如果这次在“{0}”之后结算，正好得出账单上的数。",
                       "Settled after \"{0}\", the sheet's figure comes out. "};
constexpr Words kMore{"如果基数里加上“{0}”{1}元，正好得出账单上的数。",
                      "With {1} yuan of \"{0}\" added to the base, the sheet's figure comes out. "};
constexpr Words kLess{"如果基数里减去“{0}”{1}元，正好得出账单上的数。",
                      "With {1} yuan of \"{0}\" taken off the base, the sheet's figure comes out. "};
constexpr Words kTogether{"如果连“{0}”{1}元算在一起，正好得出账单上的数。",
                          "Together with {1} yuan of \"{0}\" the sheet's figure comes out. "};
constexpr Words kRounded{"只是尾数进位不同。", "Only rounded otherwise. "};

/// Tries what may have been otherwise.
class Search {
 public:
  Search(Replay& replay, std::size_t index, const VisitRecord& ours, std::uint32_t known, std::size_t layer,
         Fen stated)
      : replay_(replay),
        settled_(replay.part().settled),
        index_(index),
        ours_(ours),
        theirs_(ours),
        known_(known),
        layer_(layer),
        plan_(settled_.plan.layers[layer]),
        stated_(stated) {}

  void run(Parting& told) {
    // Nothing paid is what almost any change would give.
    const bool found = stated_ != 0 && (rounded(1) || as_category(true) || with_fact() || other_order() ||
                                        by_hand() || with_other() || rounded(100) || as_category(false));
    if (found) {
      tell_parting(settled_, ours_, theirs_, cause_, told);
    } else {
      tell_unexplained(settled_, ours_, layer_, told);
    }
  }

 private:
  // What gives the stated figure, to be told.
  bool because(const Words& cause, const Words& first, const Words& second = {}, const Words& third = {}) {
    cause_ = tell(cause.zh, cause.en, {first, second, third});
    theirs_.paid[layer_] = stated_;
    return true;
  }

  // ---- The visit settled again ----

  // The visit by itself, at the place of a visit.
  bool stand(std::size_t place) { return replay_.go_before(place) && add().known == known_; }
  VisitInput& add() {
    VisitInput& visit = replay_.add(index_);
    visit.known = known_;
    return visit;
  }
  bool settles(const std::uint8_t* categories) {
    if (!replay_.take(1) || !replay_.settle(categories) || replay_.made().paid[layer_] != stated_)
      return false;
    theirs_ = replay_.made();
    return true;
  }

  // Held at some time, or none.
  bool of_person(std::uint8_t category) const {
    for (const Holding& holding : settled_.digest.year.holdings) {
      if (holding.category == category) return true;
    }
    return category == kNoCategory;
  }

  bool as_category(bool theirs) {
    const FactPlan& fact = settled_.plan.facts[kCategoryFact];
    for (std::uint8_t code = kNoCategory; code < fact.code_count(); ++code) {
      if (code == ours_.category || of_person(code) != theirs) continue;
      if (stand(index_) && settles(&code)) return answered(fact, code, ours_.category);
    }
    return false;
  }

  // Another reading of the text, which stand last, or another answer.
  bool with_fact() {
    const List<FactPlan>& facts = settled_.plan.facts;
    for (std::size_t i = facts.size(); --i != kCategoryFact;) {
      const FactPlan& fact = facts[i];
      if (!fact.used || fact.derived || fact.choices.empty()) continue;
      const std::uint8_t ours = settled_.input(ours_).codes[i];
      for (std::uint8_t code = 1; code < fact.code_count(); ++code) {
        if (code == ours || !stand(index_)) continue;
        choose_reading(replay_.year(), i, code);
        if (settles(nullptr)) return answered(fact, code, ours);
      }
    }
    return false;
  }

  bool answered(const FactPlan& fact, std::uint8_t code, std::uint8_t ours) {
    return because(kAnswer, fact.label, fact.choices[code - 1U].label,
                   ours == 0 ? kOpen : fact.choices[ours - 1U].label);
  }

  // Before one of the visits before it, or after one of those behind.
  bool other_order() {
    constexpr std::size_t kMostApart = 6;
    for (std::size_t i = index_ > kMostApart ? index_ - kMostApart : 0; i < index_; ++i) {
      if (stand(i) && settles(&ours_.category)) return ordered(kBefore, i);
    }
    const std::size_t visits = replay_.part().explanation.records.size();
    for (std::size_t i = index_ + 1; i < visits && i <= index_ + kMostApart; ++i) {
      if (!replay_.go_before(index_)) return false;
      List<std::uint8_t> categories;
      std::int32_t last = 0;
      for (std::size_t other = index_ + 1; other <= i; ++other) {
        last = replay_.add(other).until;
        categories.push_back(replay_.record(other).category);
      }
      categories.push_back(ours_.category);
      VisitInput& visit = add();
      visit.from = visit.until = last;
      visit.order = std::numeric_limits<std::uint32_t>::max();
      if (settles(categories.begin())) return ordered(kAfter, i);
    }
    return false;
  }

  bool ordered(const Words& cause, std::size_t place) {
    return because(cause, same(settled_.visit(replay_.record(place)).id));
  }

  // ---- The layer worked out again, one part of it at a time, in the order of its steps ----

  bool by_hand() {
    const LayerRecord& mine = ours_.layers[layer_];
    if (mine.applies != 0 || mine.rate_row == outcome::kNone) return false;
    return other_base() || other_deductible() || other_rate() || no_limit();
  }

  LayerRecord& changed() { return theirs_.layers[layer_]; }

  // Whether the layer, as it was changed, gives the figure; else it is as it was.
  bool gives() {
    const LayerRecord& record = changed();
    const RatePlan& rate = plan_.rates[record.rate_row];
    Percents stated;
    stated.least = stated.most = settled_.input(ours_).amounts.data();
    Changes changes{&plan_.adjust, record.adjusted, record.adjusted != 0};
    if (rate.percents != 0) changes.look_at(stated);
    Arithmetic arithmetic;
    Fen counted = record.base;
    Fen deductible = record.deductible;
    if (plan_.over_year && plan_.deductible_per_visit) {
      counted = std::max<Fen>(0, counted - deductible);
      deductible = 0;
    }
    // Of a layer over one visit nothing was counted before.
    const Fen before = record.counted_before;
    const auto given = [&](Fen amount) { return share(rate, amount, deductible, changes, arithmetic); };
    changed().uncapped = rate.lump ? std::min(record.base, settled_.value(ours_, rate.amount))
                                   : given(counted + before) - given(before);
    Fen paid = record.uncapped;
    for (std::size_t i = 0; record.draw_row != outcome::kNone && i < settled_.plan.pools.size(); ++i) {
      if ((plan_.draws.masks[record.draw_row] >> i & 1U) != 0 &&
          settled_.plan.pools[i].limit.at(ours_.codes) != outcome::kNone)
        paid = std::min(paid, record.left_before[i]);
    }
    if (paid == stated_) return because({}, {});
    changed() = ours_.layers[layer_];
    return false;
  }

  bool with_base(Fen amount, bool more, const Words& what) {
    changed().sum = changed().base = std::max<Fen>(0, changed().sum + (more ? amount : -amount));
    return amount != 0 && gives() && because(more ? kMore : kLess, what, yuan(amount));
  }

  bool other_base() {
    const LayerRecord& mine = ours_.layers[layer_];
    // What is borne first, or limited, is not worked out again.
    if (mine.sum != mine.base) return false;
    const BasePlan& base = plan_.bases[mine.base_row];
    const Plan& plan = settled_.plan;
    std::uint32_t fields = base.fields | field_bit(Field::kDeductible);
    if (base.scope) fields |= plan.scope_of(plan.scope.at(ours_.codes)).fields;
    const VisitInput& visit = settled_.input(ours_);
    for (const Field field : {Field::kOwnFirst, Field::kOverLimit, Field::kFullyOwn, Field::kDeductible}) {
      if (with_base(visit.amounts[static_cast<std::size_t>(field)], (fields & field_bit(field)) == 0,
                    field_label(field)))
        return true;
    }
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
      if (i != layer_ && with_base(ours_.paid[i], (base.less >> i & 1U) != 0, layer_label(plan, i)))
        return true;
    }
    return false;
  }

  // Of nothing that the sheet does not state.
  bool known(const ParameterPlan& parameter) const {
    std::uint32_t needed = parameter.of == 0 ? 0 : std::uint32_t{1} << parameter.of;
    if (parameter.percent != 0) needed |= std::uint32_t{1} << parameter.percent;
    return (needed & ~known_) == 0;
  }

  bool other_deductible() {
    changed().deductible = 0;
    if (gives()) return true;
    for (std::size_t row = 0; row < plan_.deductibles.size(); ++row) {
      if (!known(plan_.deductibles[row])) continue;
      changed().deductible_row = static_cast<std::uint16_t>(row);
      changed().deductible = settled_.value(ours_, plan_.deductibles[row]);
      if (gives()) return true;
    }
    return false;
  }

  bool other_rate() {
    for (std::size_t row = 0; row < plan_.rates.size(); ++row) {
      const RatePlan& rate = plan_.rates[row];
      if ((rate.percents & ~known_) != 0 || (rate.lump && !known(rate.amount))) continue;
      changed().rate_row = static_cast<std::uint16_t>(row);
      if (gives()) return true;
    }
    for (std::size_t i = 0; i < plan_.adjust.size(); ++i) {
      changed().adjusted ^= std::uint32_t{1} << i;
      if (gives()) return true;
    }
    return false;
  }

  bool no_limit() {
    changed().draw_row = outcome::kNone;
    return gives();
  }

  // ---- The figure itself ----

  // Another computed payer in the same line.
  bool with_other() {
    const List<LayerPlan>& layers = settled_.plan.layers;
    const Fen more = stated_ - ours_.paid[layer_];
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (i != layer_ && !layers[i].sheet && ours_.paid[i] == more)
        return because(kTogether, layer_label(settled_.plan, i), yuan(more));
    }
    return false;
  }

  // To a fen, or to a whole yuan or tenth of it.
  bool rounded(Fen most) {
    const Fen more = stated_ - ours_.paid[layer_];
    for (Fen unit = 1; unit <= most; unit *= 10) {
      if (more <= unit && -more <= unit && stated_ % unit == 0) return because(kRounded, {});
    }
    return false;
  }

  Replay& replay_;
  const Settled& settled_;
  std::size_t index_;
  const VisitRecord& ours_;
  VisitRecord theirs_;
  std::uint32_t known_;
  std::size_t layer_;
  const LayerPlan& plan_;
  Fen stated_;
  Words cause_;
};

}  // namespace

void find_parting(Replay& replay, std::size_t index, const VisitRecord& ours, std::uint32_t known,
                  std::size_t layer, Fen settled, Parting& told) {
  Search(replay, index, ours, known, layer, settled).run(told);
}

}  // namespace aidcheck
