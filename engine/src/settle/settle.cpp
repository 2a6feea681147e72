#include "settle/settle.h"

#include "settle/run_bounds.h"
#include "settle/run_derived.h"
#include "settle/run_join.h"
#include "settle/run_layers.h"
#include "settle/run_sums.h"
#include "settle/run_year.h"

namespace aidcheck {
namespace {

// Kinds of this file alone: the compiler sees that what is called once is called once, and puts it there.
struct Exact {
  using Number = Fen;
};
struct Bounded {
  using Number = Reach;
};

}  // namespace

Stop Settler::settle(const YearInput& year, YearTotals& totals) {
  sort_visits(year, order_);
  return Run<Exact>(plan_, year, totals).run(order_);
}

Stop Settler::settle(const YearInput& year, std::size_t most_ways, YearFigures& figures,
                     VisitListener* listener) {
  sort_visits(year, order_);
  figures.visits.clear();
  return Run<Bounded>(plan_, year, figures.totals).run(order_, most_ways, figures, listener);
}

Stop Settler::settle(const YearInput& year, YearTotals& totals, YearState& after,
                     std::vector<VisitRecord>* records, const std::uint8_t* categories) {
  sort_visits(year, order_);
  if (records != nullptr) records->assign(year.visits.size(), {});
  return Run<Exact>(plan_, year, totals).run(order_, categories, records, after);
}

}  // namespace aidcheck
