#include <initializer_list>

#include "explain/fit/parting.h"
#include "settle/share.h"

namespace aidcheck {
namespace {

/// Tries what may have been otherwise.
class Search {
 public:
  Search(const Spot& spot, Again& again, const VisitRecord& ours, std::size_t layer, Fen stated)
      : spot_(spot),
        settled_(spot.part.settled),
        again_(again),
        ours_(ours),
        index_(layer),
        plan_(settled_.plan.layers[layer]),
        mine_(ours.layers[layer]),
        stated_(stated) {}

  Parting run() {
    // Nothing paid is what almost any change would give.
    const bool found = stated_ != 0 && (rounded(1) || by_settling() || by_hand() || with_other() ||
                                        rounded(100) || as_category(false));
    if (!found) tell_unexplained(settled_, ours_, index_, told_);
    return told_;
  }

 private:
  bool told_of(const VisitRecord& theirs, const Words& cause) {
    tell_parting(settled_, ours_, theirs, cause, told_);
    return true;
  }

  // What is other about the person or the visit, and what the text leaves open.
  bool by_settling() { return as_category(true) || with_fact() || other_order(); }

  // One part of the layer at a time, in the order of its steps.
  bool by_hand() {
    const bool computed = mine_.applies == 0 && mine_.rate_row != outcome::kNone;
    return computed && (other_base() || other_deductible() || other_rate() || no_limit());
  }

  // ---- The visit settled again ----

  [[nodiscard]] bool comes_out() const { return again_.made().paid[index_] == stated_; }

  // Held at some time, or none.
  bool of_person(std::uint8_t category) const {
    for (const Holding& holding : again_.year().holdings) {
      if (holding.category == category) return true;
    }
    return category == kNoCategory;
  }

  bool as_category(bool theirs) {
    const FactPlan& fact = settled_.plan.facts[kCategoryFact];
    for (std::uint8_t code = kNoCategory; code < fact.code_count(); ++code) {
      if (code == ours_.category || of_person(code) != theirs) continue;
      if (again_.settle(code) && comes_out()) return tell_fact(fact, code, ours_.category);
    }
    return false;
  }

  void answer(std::size_t fact, std::uint8_t code) {
    if (settled_.plan.facts[fact].of_visit) {
      again_.visit().codes[fact] = code;
    } else {
      choose_reading(again_.year(), fact, code);
    }
  }

  // Another reading of the text, which stand last, or another answer.
  bool with_fact() {
    const List<FactPlan>& facts = settled_.plan.facts;
    for (std::size_t i = facts.size(); --i != kCategoryFact;) {
      const FactPlan& fact = facts[i];
      if (!fact.used || fact.derived || fact.choices.empty()) continue;
      const std::uint8_t ours = again_.visit().codes[i];
      for (std::uint8_t code = 1; code < fact.code_count(); ++code) {
        answer(i, code);
        const bool found = code != ours && again_.settle() && comes_out();
        answer(i, ours);
        if (found) return tell_fact(fact, code, ours);
      }
    }
    return false;
  }

  bool tell_fact(const FactPlan& fact, std::uint8_t code, std::uint8_t ours) {
    static constexpr Words kOpen{"没有填", "not stated"};
    return told_of(again_.made(), tell("如果“{0}”是“{1}”而不是“{2}”，正好得出账单上的数。",
                                       "With \"{0}\": {1}, not {2}, the sheet's figure comes out. ",
                                       {fact.label, fact.choices[code - 1U].label,
                                        ours == 0 ? kOpen : fact.choices[ours - 1U].label}));
  }

  // Before one of the visits before it, or after one of those behind.
  bool other_order() {
    constexpr std::size_t kMostApart = 6;
    const std::vector<VisitRecord>& records = spot_.part.explanation.records;
    const std::size_t first = spot_.index > kMostApart ? spot_.index - kMostApart : 0;
    for (std::size_t i = first; i < records.size() && i <= spot_.index + kMostApart; ++i) {
      if (i == spot_.index) continue;
      Again moved = again_.moved(spot_, i);
      if (!moved.settle(ours_.category) || moved.made().paid[index_] != stated_) continue;
      const std::string_view id = settled_.visit(records[i]).id;
      return told_of(moved.made(),
                     i > spot_.index ? tell("如果这次在“{0}”之后结算，正好得出账单上的数。",
                                            "Settled after \"{0}\", the sheet's figure comes out. ", {id})
                                     : tell("如果这次在“{0}”之前结算，正好得出账单上的数。",
                                            "Settled before \"{0}\", the sheet's figure comes out. ", {id}));
    }
    return false;
  }

  // ---- The layer worked out again ----

  bool gives(LayerRecord& changed, bool from_sum) {
    return stated_ == (from_sum ? sum_again(settled_, ours_, index_, changed)
                                : pay_again(settled_, ours_, index_, changed));
  }

  bool tell_layer(const LayerRecord& changed, const Words& cause) {
    VisitRecord theirs = ours_;
    theirs.layers[index_] = changed;
    theirs.paid[index_] = stated_;
    return told_of(theirs, cause);
  }

  bool try_layer(LayerRecord changed, bool from_sum) {
    return gives(changed, from_sum) && tell_layer(changed, {});
  }

  bool try_sum(Fen amount, bool more, const Words& what) {
    if (amount == 0) return false;
    Arithmetic arithmetic;
    LayerRecord changed = mine_;
    changed.sum = more ? arithmetic.add(changed.sum, amount) : arithmetic.less(changed.sum, amount);
    if (!gives(changed, true)) return false;
    const std::string yuan = format_yuan(amount);
    return tell_layer(
        changed, more ? tell("如果基数里加上“{0}”{1}元，正好得出账单上的数。",
                             "With {1} yuan of \"{0}\" added to the base, the sheet's figure comes out. ",
                             {what, yuan})
                      : tell("如果基数里减去“{0}”{1}元，正好得出账单上的数。",
                             "With {1} yuan of \"{0}\" taken off the base, the sheet's figure comes out. ",
                             {what, yuan}));
  }

  bool other_base() {
    const BasePlan& base = plan_.bases[mine_.base_row];
    const Plan& plan = settled_.plan;
    std::uint32_t fields = base.fields;
    if (base.scope) fields |= plan.scope_of(plan.scope.at(ours_.codes)).fields;
    const VisitInput& visit = again_.visit();
    for (const Field field : {Field::kOwnFirst, Field::kOverLimit, Field::kFullyOwn, Field::kDeductible}) {
      const bool in = (fields & field_bit(field)) != 0 || field == Field::kDeductible;
      if ((visit.known & field_bit(field)) == 0) continue;
      if (try_sum(visit.amounts[static_cast<std::size_t>(field)], !in, field_label(field))) return true;
    }
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
      if (i == index_) continue;
      if (try_sum(ours_.paid[i], (base.less >> i & 1U) != 0, layer_label(plan, i))) return true;
    }
    return false;
  }

  // Of nothing that the sheet does not state.
  bool known(const ParameterPlan& parameter) const {
    return parameter.of == 0 || (again_.visit().known >> parameter.of & 1U) != 0;
  }

  bool other_deductible() {
    LayerRecord changed = mine_;
    changed.deductible = 0;
    if (mine_.deductible != 0 && try_layer(changed, false)) return true;
    for (std::size_t row = 0; row < plan_.deductibles.size(); ++row) {
      if (!known(plan_.deductibles[row])) continue;
      changed.deductible_row = static_cast<std::uint16_t>(row);
      changed.deductible = settled_.value(ours_, plan_.deductibles[row]);
      if (changed.deductible != mine_.deductible && try_layer(changed, false)) return true;
    }
    return false;
  }

  bool other_rate() {
    LayerRecord changed = mine_;
    for (std::size_t row = 0; row < plan_.rates.size(); ++row) {
      changed.rate_row = static_cast<std::uint16_t>(row);
      if (row == mine_.rate_row || (plan_.rates[row].lump && !known(plan_.rates[row].amount))) continue;
      if (try_layer(changed, false)) return true;
    }
    changed = mine_;
    for (std::size_t i = 0; i < plan_.adjust.size(); ++i) {
      changed.adjusted = mine_.adjusted ^ std::uint32_t{1} << i;
      if (try_layer(changed, false)) return true;
    }
    return false;
  }

  bool no_limit() {
    LayerRecord changed = mine_;
    changed.draw_row = outcome::kNone;
    if (mine_.draw_row != outcome::kNone && try_layer(changed, false)) return true;
    changed = mine_;
    changed.cost_row = outcome::kNone;
    return mine_.cost_row != outcome::kNone && try_layer(changed, true);
  }

  // ---- The figure itself ----

  bool explain_paid(const Words& cause) {
    VisitRecord theirs = ours_;
    theirs.paid[index_] = stated_;
    return told_of(theirs, cause);
  }

  // Another computed payer in the same line.
  bool with_other() {
    const List<LayerPlan>& layers = settled_.plan.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const Fen more = stated_ - ours_.paid[index_];
      if (i == index_ || layers[i].sheet || ours_.paid[i] != more || more == 0) continue;
      return explain_paid(tell("如果连“{0}”{1}元算在一起，正好得出账单上的数。",
                               "Together with {1} yuan of \"{0}\" the sheet's figure comes out. ",
                               {layer_label(settled_.plan, i), format_yuan(more)}));
    }
    return false;
  }

  // To a fen, or to a whole yuan or tenth of it.
  bool rounded(Fen most) {
    const Fen apart =
        stated_ > ours_.paid[index_] ? stated_ - ours_.paid[index_] : ours_.paid[index_] - stated_;
    for (Fen unit = 1; unit <= most; unit *= 10) {
      if (apart <= unit && stated_ % unit == 0)
        return explain_paid({"只是尾数进位不同。", "Only rounded otherwise. "});
    }
    return false;
  }

  const Spot& spot_;
  const Settled& settled_;
  Again& again_;
  const VisitRecord& ours_;
  std::size_t index_;
  const LayerPlan& plan_;
  const LayerRecord& mine_;
  Fen stated_;
  Parting told_;
};

}  // namespace

Parting find_parting(const Spot& spot, Again& again, const VisitRecord& ours, std::size_t layer,
                     Fen settled) {
  return Search(spot, again, ours, layer, settled).run();
}

}  // namespace aidcheck
