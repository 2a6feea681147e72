#pragma once

#include <vector>

#include "bounds/box.h"
#include "bounds/hull.h"
#include "explain/explanation.h"
#include "settle/settle.h"

namespace aidcheck {

/// Is told how each visit of a part may have been settled.
struct YearListener {
  virtual void hear(std::size_t part, const YearInput& year, const VisitRecordOf<Reach>& record) = 0;

 protected:
  ~YearListener() = default;
};

/// No completion of what is unknown gives a figure outside its bounds.
struct Bounds {
  std::vector<YearFiguresOf<Hull>> parts;
  Stop stop{};                   // an overflow; nothing else stops
  std::size_t stopped_in = 0;    // the part
  std::vector<Unknown> unknown;  // in the order in which they were met
  std::size_t settled = 0;       // how many visits were settled for it, and as much time besides

  /// What the person pays over the year.
  [[nodiscard]] Hull personal_total() const;
};

/// Settles the year for as many completions as tell its bounds, about so many visits in all.
Bounds explore(const std::vector<const Part*>& parts, std::size_t most_visits, YearListener* listener);
/// The same for those completions that lie in a box.
Bounds explore(const std::vector<const Part*>& parts, const Box& box, std::size_t most_visits);

/// The sum of figures of the parts of a year.
Hull sum(const Hull& a, const Hull& b, Arithmetic& arithmetic);

}  // namespace aidcheck
