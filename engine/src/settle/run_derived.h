#pragma once

#include "settle/run.h"

namespace aidcheck {

// Works out the derived facts from `next` on that the layer may look at.
template <class Figures>
inline void Run<Figures>::derive_before(std::size_t layer, std::size_t& next, std::uint8_t category,
                                        const VisitInput& visit) {
  if (plan_.derived[next].ready > layer) return;
  // What was looked up for another category stands for other derived facts.
  plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
  for (; next < plan_.derived.size() && plan_.derived[next].ready <= layer; ++next)
    derive(next, category, visit);
  plan_.lookup.find_for_visit(codes_, words_of_year_, words_);
}

// What is not known stays so for the year: who looks at it then asks for what was missing first.
template <class Figures>
inline void Run<Figures>::derive(std::size_t index, std::uint8_t category, const VisitInput& visit) {
  const DerivedPlan& plan = plan_.derived[index];
  const std::uint32_t bit = std::uint32_t{1} << index;
  if ((now_.unknown & bit) != 0 && plan.over_year) return;
  now_.unknown &= ~bit;
  hangs_ &= ~bit;
  Number value = 0;
  if (!(plan.sum ? add_derived(plan.of, visit, value) : count_derived(plan, category, visit, value))) {
    lacking_[index] = stop_;
    stop_ = {};
    now_.unknown |= bit;
    return;
  }
  if (plan.over_year) {
    // What one visit had too much paid takes nothing off the others.
    now_.derived[index] = arithmetic_.add(now_.derived[index], positive(value));
    const Number once = arithmetic_.add(stated(plan.once, visit), rest_of(plan.once, visit));
    value = arithmetic_.add(now_.derived[index], once);
  }
  const FactPlan& fact = plan_.facts[plan.fact];
  if constexpr (kBounds) {
    const std::uint8_t first = fact.code_of_number(value.least);
    const std::uint8_t last = fact.code_of_number(value.most);
    codes_[plan.fact] = open_.forced[index] != 0 ? open_.forced[index] : first;
    if (first == last || open_.forced[index] != 0) return;
    open_.may_be[index] = (std::uint64_t{2} << last) - (std::uint64_t{1} << first);
    // It hangs on amounts that are not known: it is known again at visits where it does not.
    codes_[plan.fact] = 0;
    hangs_ |= bit;
  } else {
    codes_[plan.fact] = fact.code_of_number(value);
  }
}

template <class Figures>
inline bool Run<Figures>::add_derived(const BasePlan& of, const VisitInput& visit, Number& value) {
  if (const std::uint32_t missing = of.needs & ~visit.known; missing != 0)
    return stop_for_amount(missing, visit);
  value = sum(of, visit);
  return true;
}

template <class Figures>
inline bool Run<Figures>::count_derived(const DerivedPlan& plan, std::uint8_t category,
                                        const VisitInput& visit, Number& value) {
  const std::uint16_t row = look_up(plan.counts, category);
  if (outcome::needs(row)) return stop_for_fact(row, visit);
  value = row == 0 ? 1 : 0;
  return true;
}

}  // namespace aidcheck
