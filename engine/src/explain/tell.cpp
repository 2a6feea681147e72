#include <algorithm>

#include "bounds/explore.h"
#include "explain/explanation.h"
#include "settle/open.h"
#include "settle/order.h"

namespace aidcheck {
namespace {

// Of one estimate in the browser (docs/decisions/010-bounds.md).
constexpr std::size_t kMostVisitsSettled = 5000;
constexpr std::size_t kMostWaysTold = 300;

std::vector<const Part*> parts_of(const Year& year) {
  std::vector<const Part*> parts;
  for (const Part& part : year.parts) parts.push_back(&part);
  return parts;
}

OwnShare<Hull> hull_of(const Personal& own) { return {own.in_scope, own.out_of_scope, own.total}; }

Totals<Hull> hull_of(const YearTotals& exact) {
  Totals<Hull> made;
  for (std::size_t i = 0; i < kMostLayers; ++i) made.paid[i] = exact.paid[i];
  made.total = exact.total;
  made.personal = hull_of(exact.personal);
  return made;
}

void tell(Part& part, const YearTotals& totals, const YearState& state) {
  Explanation& told = part.explanation;
  const Settled& settled = part.settled;
  told.figures.totals = hull_of(totals);
  YearStateOf<Hull>& after = told.figures.after;
  for (std::size_t i = 0; i < kMostPools; ++i) after.drawn[i] = state.drawn[i];
  for (std::size_t i = 0; i < kMostLayers; ++i) after.counted[i] = state.counted[i];
  for (std::size_t i = 0; i < kMostDerived; ++i) after.derived[i] = state.derived[i];
  after.unknown = state.unknown;
  after.uncounted = state.uncounted;
  after.unsure_pools = state.unsure_pools;
  after.idle = state.idle;
  for (const VisitRecord& record : told.records) {
    VisitFiguresOf<Hull>& figures = told.figures.visits.emplace_back();
    figures.visit = record.visit;
    figures.total = settled.input(record).amounts[static_cast<std::size_t>(Field::kTotal)];
    for (std::size_t i = 0; i < kMostLayers; ++i) figures.paid[i] = record.paid[i];
    figures.personal = hull_of(record.personal);
    VisitStory& story = told.visits.emplace_back();
    story.categories = std::uint64_t{1} << record.category;
    story.ways = 1;
    explain_visit(settled, settled.digest.year, reach_of(record, settled.plan.layers.size()), story.layers);
  }
}

// Tells each way in which a visit may have gone, until there are too many of them.
class Teller final : public YearListener {
 public:
  explicit Teller(const std::vector<const Part*>& parts) : parts_(parts) {
    for (const Part* part : parts) stories_.emplace_back().resize(part->settled.digest.year.visits.size());
  }

  void hear(std::size_t part, const YearInput& year, const VisitRecordOf<Reach>& record) override {
    VisitStory& story = stories_[part][record.visit];
    story.categories |= std::uint64_t{1} << record.category;
    if (++told_ > kMostWaysTold) return;
    List<LayerStory> way;
    explain_visit(parts_[part]->settled, year, record, way);
    add_way(way, story);
  }

  // In the order of settlement.
  void give(std::size_t part, Explanation& told) {
    for (const VisitFiguresOf<Hull>& figures : told.figures.visits) {
      VisitStory& story = told.visits.emplace_back();
      story = stories_[part][figures.visit];
      const Settled& settled = parts_[part]->settled;
      // Of a visit that had too many ways none was heard.
      if (story.categories == 0) story.categories = may_hold(settled.digest.year);
      add_alike(settled, settled.digest.year.visits[figures.visit], story.categories);
      if (told_ > kMostWaysTold) sum_up(parts_[part]->settled, figures, story);
    }
  }

 private:
  static std::uint64_t may_hold(const YearInput& year) {
    std::uint64_t categories = std::uint64_t{1} << kNoCategory;
    for (const Holding& holding : year.holdings) categories |= std::uint64_t{1} << holding.category;
    for (const OpenIdentity& identity : year.open_identities) categories |= identity.candidates;
    return categories;
  }

  // Of candidates that are paid alike only one was settled; another may come behind what is held for certain.
  static void add_alike(const Settled& settled, const VisitInput& visit, std::uint64_t& categories) {
    const std::uint64_t settled_as = categories;
    std::uint64_t may = 0;
    for (const OpenIdentity& identity : settled.digest.year.open_identities) may |= identity.candidates;
    for (const Holding& held : settled.digest.year.holdings) {
      if (may != 0 && holds_at(held, visit)) may |= std::uint64_t{1} << held.category;
    }
    for (std::uint64_t rest = may & ~settled_as; rest != 0; rest &= rest - 1) {
      const auto code = static_cast<std::uint8_t>(__builtin_ctzll(rest));
      for (std::uint64_t other = settled_as; other != 0; other &= other - 1) {
        if (paid_alike(settled.plan, code, static_cast<std::uint8_t>(__builtin_ctzll(other))))
          categories |= std::uint64_t{1} << code;
      }
    }
  }

  // Only who paid how much, where there were too many ways.
  static void sum_up(const Settled& settled, const VisitFiguresOf<Hull>& figures, VisitStory& story) {
    story.layers = {};
    for (std::size_t i = 0; i < settled.plan.layers.size(); ++i) {
      if (figures.paid[i] == Hull(0)) continue;
      LayerStory& layer = story.layers.emplace_back();
      layer.layer = i;
      Step& step = layer.steps.emplace_back();
      step.op = "pays";
      step.label = layer_label(settled.plan, i);
      step.amount = figures.paid[i];
      step.from = "many_ways";
      step.cite = &settled.plan.pack.layers[i].cite;
    }
  }

  const std::vector<const Part*>& parts_;
  std::vector<List<VisitStory>> stories_;  // by the place of the visit in the part
  std::size_t told_ = 0;
};

Halt tell_bounds(Year& year) {
  const auto parts = parts_of(year);
  Teller teller(parts);
  Bounds bounds = explore(parts, kMostVisitsSettled, &teller);
  if (bounds.stop.why != Stop::Why::kNothing) return {bounds.stop, parts[bounds.stopped_in]};
  year.exact = false;
  // Nobody is asked for a figure that the rules print as a range.
  for (const Unknown& each : bounds.unknown) {
    const List<FactPlan>& facts = parts[each.part]->settled.plan.facts;
    const bool printed =
        each.what == Unknown::What::kFact && facts[each.which].origin == FactPlan::Origin::kFigure;
    if (!printed) year.unknown.push_back(each);
  }
  for (Part& part : year.parts) {
    Explanation& told = part.explanation;
    told.figures = std::move(bounds.parts[part.place]);
    teller.give(part.place, told);
    told.records.clear();
    for (std::size_t i = 0; i < told.visits.size(); ++i) {
      VisitRecord& record = told.records.emplace_back();
      record.visit = told.figures.visits[i].visit;
      record.codes = part.settled.digest.year.visits[record.visit].codes;
      const std::uint64_t categories = told.visits[i].categories;
      record.category = (categories & (categories - 1)) != 0
                            ? std::uint8_t{0}
                            : static_cast<std::uint8_t>(__builtin_ctzll(categories));
      record.codes[kCategoryFact] = record.category;
    }
  }
  return {};
}

// What a sheet says of a payer holds, also where rules could stand in for it; and so do parts that make the
// total.
bool is_bounded(const Settled& settled, const VisitInput& visit) {
  const auto& sheet = settled.sent.visits[visit.order].sheet;
  const auto bounded = [&](std::size_t amount) { return amount < kFieldCount && sheet[amount].bounded(); };
  const auto& payers = settled.plan.sheet_or_rules;
  return std::any_of(payers.begin(), payers.end(),
                     [&](std::uint8_t layer) { return bounded(*settled.plan.layers[layer].sheet); }) ||
         (visit.total_of_parts && std::any_of(kSheetParts.begin(), kSheetParts.end(), [&](Field part) {
            return bounded(static_cast<std::size_t>(part));
          }));
}

bool starts_open(const Year& year) {
  return std::any_of(year.parts.begin(), year.parts.end(), [](const Part& part) {
    const Digest& digest = part.settled.digest;
    const auto& visits = digest.year.visits;
    return !digest.open_starts.empty() || !digest.year.open_identities.empty() ||
           std::any_of(visits.begin(), visits.end(), [&](const VisitInput& visit) {
             return visit.kind_open || is_bounded(part.settled, visit);
           });
  });
}

// A year that starts from bounds never lacks anything: it would be settled from the lower ones. Nor does one
// with an identity that is not known: it would be settled without; nor a visit that may have been a stay.
bool is_open(const Halt& halt, const Year& year) {
  return halt.part == nullptr ? starts_open(year) : halt.stop.why != Stop::Why::kOverflow;
}

}  // namespace

VisitRecordOf<Reach> reach_of(const VisitRecord& exact, std::size_t layers) {
  VisitRecordOf<Reach> made;
  made.visit = exact.visit;
  made.category = exact.category;
  made.scope = exact.scope;
  made.personal = {exact.personal.in_scope, exact.personal.out_of_scope, exact.personal.total};
  made.codes = exact.codes;
  for (std::size_t i = 0; i < layers; ++i) {
    made.paid[i] = exact.paid[i];
    const LayerRecord& from = exact.layers[i];
    LayerRecordOf<Reach>& to = made.layers[i];
    to = {from.applies,
          from.base_row,
          from.bear_row,
          from.cost_row,
          from.deductible_row,
          from.deductible_pools,
          from.rate_row,
          from.draw_row,
          from.stated,
          from.adjusted,
          from.sum,
          from.borne,
          from.base,
          from.deductible,
          from.counted_before,
          from.uncapped,
          {}};
    for (std::size_t pool = 0; pool < kMostPools; ++pool) to.left_before[pool] = from.left_before[pool];
  }
  return made;
}

Halt settle_and_tell(Year& year) {
  std::vector<YearState> states;
  const Halt halt = settle_year(year, &states, nullptr, year.totals);
  if (is_open(halt, year)) return tell_bounds(year);
  if (halt.part != nullptr) return halt;
  for (Part& part : year.parts) tell(part, year.totals[part.place], states[part.place]);
  return {};
}

Halt settle_totals(Year& year, std::size_t most_visits, List<Totals<Hull>>& totals) {
  List<YearTotals> exact;
  const Halt halt = settle_year(year, nullptr, nullptr, exact);
  if (!is_open(halt, year)) {
    for (const YearTotals& each : exact) totals.push_back(hull_of(each));
    return halt;
  }
  const auto parts = parts_of(year);
  const Bounds bounds = explore(parts, most_visits, nullptr);
  if (bounds.stop.why != Stop::Why::kNothing) return {bounds.stop, parts[bounds.stopped_in]};
  for (const YearFiguresOf<Hull>& part : bounds.parts) totals.push_back(part.totals);
  return {};
}

}  // namespace aidcheck
