#pragma once

#include "json/write.h"
#include "settle/reach.h"

namespace aidcheck {

/// An amount in yuan: a number where it is exact, `{"min":…,"max":…}` where it is not.
inline void write_figure(json::Writer& to, const Reach& amount) {
  if (amount.exact()) {
    to.yuan(amount.least);
  } else {
    to.open_object().yuan("min", amount.least).yuan("max", amount.most).close_object();
  }
}

}  // namespace aidcheck
