#pragma once

#include <memory>
#include <type_traits>
#include <vector>

#include "settle/directions.h"
#include "settle/open.h"
#include "settle/order.h"
#include "settle/record.h"
#include "settle/share.h"
#include "settle/tally.h"

namespace aidcheck {

inline unsigned lowest_bit(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }
inline std::uint64_t code_bit(std::uint8_t code) { return std::uint64_t{1} << code; }
inline std::uint8_t lowest_code(std::uint64_t codes) {
  return static_cast<std::uint8_t>(__builtin_ctzll(codes));
}

/// Stands for the record where nobody asks how a figure came about.
struct Untold {};

template <class Number>
LayerRecordOf<Number>* told(LayerRecordOf<Number>* record) {
  return record;
}

/// One year on its way. `Figures::Number` is `Fen` where all figures are exact, `Reach` where some are
/// bounds. Nothing that is as long as a pack may be is filled or copied beyond what this plan uses. `Record`
/// is a `VisitRecord*` (a `LayerRecord*` for a layer), or `Untold`.
template <class Figures>
class Run {
  using Number = typename Figures::Number;
  using VisitRecord = VisitRecordOf<Number>;
  using LayerRecord = LayerRecordOf<Number>;

  static LayerRecord* told(Untold) { return nullptr; }
  static LayerRecord* told(LayerRecord* record) { return record; }

 public:
  Run(const Plan& plan, const YearInput& year, Totals<Number>& totals)
      : plan_(plan), year_(year), totals_(totals) {}

  /// The sums only.
  Stop run(const std::vector<VisitSlot>& order);
  /// Bounds: the sums, each visit's figures and what is carried over. Where `most_ways` is more than 1, so
  /// many ways in which a visit may have gone are taken together before the next one.
  Stop run(const std::vector<VisitSlot>& order, std::size_t most_ways, YearFigures& figures,
           VisitListener* listener);
  /// `given`: the category of each visit in the order of settlement, instead of the best one.
  Stop run(const std::vector<VisitSlot>& order, const std::uint8_t* given, std::vector<VisitRecord>* records,
           YearStateOf<Number>& after);

 private:
  static constexpr bool kBounds = std::is_same_v<Number, Reach>;
  using Given = std::conditional_t<kBounds, const Number&, Number>;

  // The rows of a layer that hold at a visit.
  struct Rows {
    std::uint16_t base;
    std::uint16_t deductible;
    std::uint16_t rate;
    std::uint16_t draw;
  };
  // The year and its visits (run_year.h).
  void start();
  void find_idle();
  void tell_state(YearStateOf<Number>& after) const;
  void tell_visit(const VisitInput& visit, VisitRecord& record) const;
  template <class Record>
  bool settle(const VisitInput& visit, std::uint64_t categories, Record record);
  bool take_from_sheet(const VisitInput& visit);
  void take_alone(std::uint8_t index, const VisitInput& visit);
  bool is_idle(const LayerPlan& layer) const;
  std::uint64_t categories_at(const VisitInput& visit);
  bool add_categories(const std::vector<Holding>& holdings, const VisitInput& visit,
                      std::uint64_t& categories);
  bool choose_better(const Tally<Number>& best, bool not_more, const VisitInput& visit, bool& is_best);
  template <class Record>
  bool pay_as_best(std::uint64_t categories, const VisitInput& visit, Record record);
  template <class Record>
  bool pay_as(std::uint8_t category, const VisitInput& visit, Record record);
  void add_up(const VisitInput& visit);

  // Sums (run_sums.h).
  Number amount(const VisitInput& visit, std::size_t index) const;
  bool parameter(const ParameterPlan& plan, const VisitInput& visit, Number& amount);
  [[gnu::cold]] bool stated_parameter(const ParameterPlan& plan, const VisitInput& visit, Number& amount);
  [[gnu::cold]] bool find_percents(const RatePlan& rate, const VisitInput& visit, Percents& found);
  Number stated(const BasePlan& base, const VisitInput& visit);
  Number sum(const BasePlan& base, const VisitInput& visit);
  [[gnu::cold]] Number rest_of(const BasePlan& base, const VisitInput& visit);
  [[gnu::cold]] bool stop_for_fact(std::uint16_t cell, const VisitInput& visit);
  [[gnu::cold]] bool stop_for_amount(std::uint32_t missing, const VisitInput& visit);
  [[gnu::cold]] bool stop_as(const Stop& stop);

  // Derived facts (run_derived.h).
  void derive_before(std::size_t layer, std::size_t& next, std::uint8_t category, const VisitInput& visit);
  [[gnu::cold]] void derive(std::size_t index, std::uint8_t category, const VisitInput& visit);
  bool add_derived(const BasePlan& of, const VisitInput& visit, Number& value);
  bool count_derived(const DerivedPlan& plan, std::uint8_t category, const VisitInput& visit, Number& value);

  // Layers (run_layers.h).
  bool find_rows(const LayerPlan& layer, bool deducts, std::uint8_t category, const VisitInput& visit,
                 Rows& rows);
  bool measure(const LayerPlan& layer, const Rows& rows, const VisitInput& visit, Number& base,
               Number& deductible);
  template <class Record>
  [[gnu::noinline]] bool compute_layer(std::size_t index, std::uint8_t category, const VisitInput& visit,
                                       Record to);
  [[gnu::cold]] bool may_stand_in(std::size_t index, std::uint8_t category, const VisitInput& visit);
  [[gnu::cold]] bool take_stated(std::size_t index, std::uint8_t category, const VisitInput& visit,
                                 LayerRecord* record);
  bool count_stated(std::size_t index, std::uint8_t category, const VisitInput& visit);
  bool draw_stated(std::size_t index, std::uint8_t category, const VisitInput& visit);
  [[gnu::cold]] bool prepare(const LayerPlan& layer, std::uint8_t category, const VisitInput& visit,
                             Given measured, Number& base, Number& deductible, LayerRecord* record);
  [[gnu::cold]] bool bear_first(const RatePlan& bear, const VisitInput& visit, Number& base,
                                LayerRecord* record);
  [[gnu::cold]] bool limit_cost(std::uint32_t pools, std::uint8_t category, const VisitInput& visit,
                                Given measured, Number& base, LayerRecord* record);
  [[gnu::cold]] bool limit_deductible(const LayerPlan& layer, std::uint32_t pools, std::uint8_t category,
                                      const VisitInput& visit, Given measured, Given base, Number& deductible,
                                      LayerRecord* record);
  [[gnu::cold]] bool change_rate(const LayerPlan& layer, const RatePlan& rate, std::uint8_t category,
                                 const VisitInput& visit, Changes& changes, LayerRecord* record);
  Number with_visit(const LayerPlan& layer, Given counted, Given base, Given deductible);
  template <class Record>
  bool pays(std::size_t index, const LayerPlan& layer, const RatePlan& rate, const Changes& changes,
            Given base, Given deductible, const VisitInput& visit, Number& amount, Record to);
  template <class Record>
  bool cap(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Number& amount, Record to);
  void draw(std::uint32_t pools, Given amount);

  // Bounds (run_bounds.h).
  [[nodiscard]] const Number* left_for(const BasePlan& base) const;
  std::uint32_t amounts_of(const BasePlan& base) const;
  [[nodiscard]] bool same_but(const BasePlan& base, const BasePlan& before, std::size_t payer) const;
  void leave(std::size_t index, const BasePlan& base, Given amount, Given paid);
  bool pay_within(std::size_t index, const LayerPlan& layer, const Rows& rows, const Changes& changes,
                  std::uint8_t category, Given measured, Given base, Given deductible,
                  const VisitInput& visit, LayerRecord* record);
  void agree_on(std::size_t index, const LayerPlan& layer, const Rows& rows, const Changes& changes,
                Given deductible, std::uint32_t pools);
  Number added(std::size_t index, const LayerPlan& layer, const RatePlan& rate, const Changes& changes,
               Given base, Given plain, Given deductible, Number& before);
  [[nodiscard]] bool changes(const ParameterPlan& plan) const;
  void note_limit(unsigned pool, const ParameterPlan& from, Given amount);
  [[nodiscard]] bool never_over(unsigned pool) const;
  bool cut(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Given base, Number& amount,
           LayerRecord* record);
  bool takes_what_is_left(const BasePlan& base, std::size_t layer) const;
  [[nodiscard]] const Number* left_in_scope(std::size_t& last) const;
  void share_within(Given total);
  bool keep_within(std::uint32_t pools, std::uint8_t category, const VisitInput& visit, Number& amount);
  bool draws_alone(unsigned pool, std::size_t layer) const;
  void total_over_year(std::size_t index, const Course& course);
  void finish();

  void start_within();
  void keep_to_parts(OwnShare<Number>& own);
  [[nodiscard]] Number within_total(const BasePlan& base, const VisitInput& visit, Given scope);
  bool decide(const VisitInput& visit, std::vector<Holding>& decided);
  // All ways in which a visit may have gone (run_join.h).
  Stop run_visits(const std::vector<VisitSlot>& order, std::vector<VisitFigures>& figures,
                  VisitListener* listener);
  bool settle_any(const VisitInput& visit, VisitListener* listener, std::size_t& ways);
  struct Way;
  [[nodiscard]] std::unique_ptr<Way> way() const;
  void go_back(const Way& to);
  void go_either(const Way& other);
  bool settle_heard(const VisitInput& visit, VisitListener* listener, std::uint64_t categories = 0);
  bool settle_with(const VisitInput& visit, std::uint8_t amount, VisitListener* listener, std::size_t& ways);
  bool settle_hanging(const VisitInput& visit, const Stop& stop, VisitListener* listener, std::size_t& ways);
  bool settle_each(const VisitInput& visit, const Stop& stop, VisitListener* listener, std::size_t& ways);
  [[nodiscard]] Stop lacked_at(const VisitInput& visit, const Way& before) const;
  [[nodiscard]] OpenFact may_be(const VisitInput& visit, const Stop& stop) const;
  void take_fact(VisitInput& visit, const OpenFact& may, std::uint8_t code);
  [[nodiscard]] bool may_grow(const VisitInput& visit) const;
  void settle_unknown(const VisitInput& visit);

  static void note(LayerRecord* record, Number LayerRecord::*figure, Given amount) {
    if (record != nullptr) record->*figure = amount;
  }

  [[nodiscard]] std::uint16_t look_up(const Decision& decision, std::uint8_t category) const {
    return Lookup::at(decision, words_, category);
  }

  const Plan& plan_;
  const YearInput& year_;
  Totals<Number>& totals_;
  Reckoning arithmetic_;
  Stop stop_{};
  Tally<Number> now_;
  Lookup::Words words_of_year_;

  std::array<Stop, kMostDerived> lacking_;   // why a derived fact is not known
  std::array<Stop, kMostLayers> uncounted_;  // why a layer's count is not
  Stop unsure_;                              // why pools are not

  std::uint32_t idle_ = 0;  // layers whose rules stand in for no sheet of the year

  // Of the visit at hand:
  Codes codes_;              // with the derived facts, where the plan has any
  std::uint32_t hangs_ = 0;  // of these, those that hang on amounts of which only bounds are known
  Lookup::Words words_;
  Percents percents_;  // of the layer at hand
  Number scope_ = 0;
  Number from_sheet_ = 0;     // paid by the sheet layers
  Number beyond_scope_ = 0;   // of that, by those that do not pay for what is in scope
  Number less_always_ = 0;    // of that, by those that every base takes off
  std::uint32_t stated_ = 0;  // layers with rules that were taken from the sheet already
  OwnShare<Number> own_;

  std::conditional_t<kBounds, Directions, Untold> directions_;  // run_bounds.h
  std::conditional_t<kBounds, Open, Untold> open_;              // run_join.h
  std::size_t most_ways_ = 1;
  std::size_t settled_ = 0;  // visits, over and over
};

}  // namespace aidcheck
