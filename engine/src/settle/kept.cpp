#include "settle/kept.h"

#include <algorithm>

namespace aidcheck {
namespace {

template <class Number>
Number& figure(Number* pools, Number* layers, Number* derived, const Plan& plan, Kept what,
               std::size_t place) {
  if (what == Kept::kPools) return pools[place];
  if (what == Kept::kVisits) return derived[place];
  return place < plan.layers.size() ? layers[place] : derived[place - plan.layers.size()];
}

// From a state's figure to the one of the same name: `take(kind, place there, place here)`.
template <class Take>
void match(const Plan& from, const Plan& to, Take take) {
  for (const Kept what : {Kept::kPools, Kept::kCounted, Kept::kVisits}) {
    const auto was = names_kept(from, what);
    const auto now = names_kept(to, what);
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto found = std::find(was.begin(), was.end(), now[i]);
      if (!now[i].empty() && found != was.end()) take(what, static_cast<std::size_t>(found - was.begin()), i);
    }
  }
}

}  // namespace

std::vector<std::string_view> names_kept(const Plan& plan, Kept what) {
  std::vector<std::string_view> names;
  const auto add = [&](bool goes_on, std::string_view id) {
    names.push_back(goes_on ? id : std::string_view());
  };
  if (what == Kept::kPools) {
    for (const model::Pool& pool : plan.pack.pools) add(!pool.per_visit, pool.id);
    return names;
  }
  if (what == Kept::kCounted) {
    for (std::size_t i = 0; i < plan.layers.size(); ++i)
      add(plan.layers[i].over_year, plan.pack.layers[i].id);
  }
  for (const DerivedPlan& derived : plan.derived)
    add(derived.over_year && derived.sum == (what == Kept::kCounted), plan.facts[derived.fact].id);
  return names;
}

Fen& kept(YearInput& year, const Plan& plan, Kept what, std::size_t place) {
  return figure(year.pools_before.data(), year.counted_before.data(), year.derived_before.data(), plan, what,
                place);
}

Reach& kept(YearStateOf<Reach>& state, const Plan& plan, Kept what, std::size_t place) {
  return figure(state.drawn.data(), state.counted.data(), state.derived.data(), plan, what, place);
}

void carry_over(const Plan& from, YearState& state, const Plan& to, YearInput& year) {
  match(from, to, [&](Kept what, std::size_t was, std::size_t now) {
    kept(year, to, what, now) =
        figure(state.drawn.data(), state.counted.data(), state.derived.data(), from, what, was);
  });
}

void carry_over(const Plan& from, YearStateOf<Reach>& state, const Plan& to, YearStateOf<Reach>& start) {
  match(from, to, [&](Kept what, std::size_t was, std::size_t now) {
    kept(start, to, what, now) = kept(state, from, what, was);
  });
}

}  // namespace aidcheck
