#include "encode/standing.h"

#include <algorithm>

#include "encode/figure.h"
#include "settle/kept.h"

namespace aidcheck {
namespace {

Hull started(const Part& part, std::size_t pool) {
  Hull start = part.settled.digest.year.pools_before[pool];
  for (const OpenStart& open : part.settled.digest.open_starts) {
    if (open.what != Kept::kPools || open.place != pool) continue;
    start.reach(open.most);
    start.cover(open.least, open.most);
  }
  return start;
}

// What a pool of the last version had paid when the year began: the versions before it may have it too.
Hull before(const Year& year, std::size_t pool) {
  const std::string_view id = year.parts.back().settled.plan.pack.pools[pool].id;
  Hull before = 0;
  bool goes_on = false;
  for (const Part& part : year.parts) {
    const auto names = names_kept(part.settled.plan, Kept::kPools);
    const auto found = std::find(names.begin(), names.end(), id);
    const bool has = found != names.end();
    if (has && !goes_on) before = started(part, static_cast<std::size_t>(found - names.begin()));
    goes_on = has;
  }
  return before;
}

// Ends that are reached together for certain only where one of the two does not move.
Hull less(const Hull& a, const Hull& b) {
  Arithmetic arithmetic;
  Hull made;
  made.cover(arithmetic.less(a.least, b.most), arithmetic.less(a.most, b.least));
  if (a.tight() && b.exact()) {
    made.low = a.low - b.least;
    made.high = a.high - b.least;
  }
  return made;
}

// A figure to which so much may have been added without anybody knowing.
Hull loosened(const Hull& figure, Fen most) {
  Arithmetic arithmetic;
  Hull made;
  made.cover(figure.least, arithmetic.add(figure.most, most));
  return made;
}

/// Writes of the last version of the rules.
class StandingWriter {
 public:
  StandingWriter(const Year& year, json::Writer& writer, Sources& sources)
      : year_(year),
        plan_(year.parts.back().settled.plan),
        figures_(year.parts.back().explanation.figures),
        after_(figures_.after),
        writer_(writer),
        sources_(sources) {}

  void write() {
    writer_.open_array("pools");
    for (std::size_t i = 0; i < plan_.pools.size(); ++i) pool(i);
    writer_.close_array();
    after();
  }

 private:
  // What all visits can have added to a figure, in fen.
  [[nodiscard]] Fen bills() const {
    Arithmetic arithmetic;
    Fen all = 0;
    for (const VisitFiguresOf<Hull>& visit : figures_.visits) {
      Fen paid = 0;
      for (std::size_t i = 0; i < plan_.layers.size(); ++i) paid = arithmetic.add(paid, visit.paid[i].most);
      all = arithmetic.add(all, std::max(visit.total.most, paid));
    }
    return all;
  }

  static bool has_one_limit(const PoolPlan& pool) {
    return pool.limit.axes.empty() && pool.limits[0].of == 0;
  }

  // At most what its layers paid; cost and deductibles are cut to its limit.
  [[nodiscard]] Fen most_drawn(std::size_t pool) const {
    const auto draws = [&](const DrawPlan& plan) {
      return std::any_of(plan.masks.begin(), plan.masks.end(),
                         [&](std::uint32_t mask) { return (mask >> pool & 1U) != 0; });
    };
    const PoolPlan& plan = plan_.pools[pool];
    Arithmetic arithmetic;
    Fen most = 0;
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      const LayerPlan& layer = plan_.layers[i];
      if (draws(layer.draws)) most = arithmetic.add(most, figures_.totals.paid[i].most);
      if (draws(layer.cost_in) || draws(layer.deductible_in))
        most = arithmetic.add(most, has_one_limit(plan) ? plan.limits[0].amount : bills());
    }
    return most;
  }

  [[nodiscard]] Hull drawn_from(std::size_t pool) const {
    const Hull& drawn = after_.drawn[pool];
    return (after_.unsure_pools >> pool & 1U) == 0 ? drawn : loosened(drawn, most_drawn(pool));
  }

  void pool(std::size_t index) {
    const PoolPlan& pool = plan_.pools[index];
    // A limit that hangs on the visit has no one figure for the year; its steps show it.
    if (pool.per_visit || !has_one_limit(pool)) return;
    const model::Pool& words = plan_.pack.pools[index];
    const Hull start = before(year_, index);
    const Hull drawn = drawn_from(index);
    Arithmetic arithmetic;
    writer_.open_object()
        .string("id", words.id)
        .text("label", words.label)
        .string("parameter", words.limit[0].amount.figure.printed);
    const Fen limit = pool.limits[0].amount;
    writer_.yuan("limit", limit);
    encode_figure("before", start, writer_);
    encode_figure("drawn", less(drawn, start), writer_);
    Hull left;
    left.cover(arithmetic.less(limit, drawn.most), arithmetic.less(limit, drawn.least));
    left.low = arithmetic.less(limit, drawn.high);
    left.high = arithmetic.less(limit, drawn.low);
    encode_figure("left", left, writer_);
    sources_.cite(words.limit[0].cite.empty() ? words.cite : words.limit[0].cite);
    writer_.close_object();
  }

  void after() {
    writer_.open_object("after").open_object("pools");
    for (std::size_t i = 0; i < plan_.pools.size(); ++i) {
      if (!plan_.pools[i].per_visit) encode_figure(plan_.pack.pools[i].id, drawn_from(i), writer_);
    }
    writer_.close_object().open_object("cumulative");
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      // Nobody will ask for the count of an idle one.
      if (!plan_.layers[i].over_year || (after_.idle >> i & 1U) != 0) continue;
      const bool known = (after_.uncounted >> i & 1U) == 0;
      const Hull& counted = after_.counted[i];
      encode_figure(plan_.pack.layers[i].id, known ? counted : loosened(counted, bills()), writer_);
    }
    derived(true);
    writer_.close_object();
    if (std::any_of(plan_.derived.begin(), plan_.derived.end(),
                    [](const DerivedPlan& each) { return !each.sum; })) {
      writer_.open_object("counts");
      derived(false);
      writer_.close_object();
    }
    writer_.close_object();
  }

  void derived(bool sums) {
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) {
      const DerivedPlan& each = plan_.derived[i];
      if (!each.over_year || each.sum != sums) continue;
      const bool known = (after_.unknown >> i & 1U) == 0;
      const auto most = [&] { return sums ? bills() : static_cast<Fen>(figures_.visits.size()); };
      const Hull derived = known ? after_.derived[i] : loosened(after_.derived[i], most());
      const std::string_view id = plan_.facts[each.fact].id;
      // A number of visits is written as it is.
      if (sums) {
        encode_figure(id, derived, writer_);
      } else {
        writer_.key(id);
        encode_count(derived, writer_);
      }
    }
  }

  const Year& year_;
  const Plan& plan_;
  const YearFiguresOf<Hull>& figures_;
  const YearStateOf<Hull>& after_;
  json::Writer& writer_;
  Sources& sources_;
};

}  // namespace

void encode_standing(const Year& year, json::Writer& writer, Sources& sources) {
  StandingWriter(year, writer, sources).write();
}

}  // namespace aidcheck
