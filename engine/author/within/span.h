#pragma once

#include <optional>

#include "plan/plan.h"
#include "within.h"

namespace aidcheck::within {

/// What a figure may be, both ends included: a share of something, or an amount in fen.
struct Span {
  Rate least;
  Rate most;
  bool amount = false;  // the ends are fen over 1
  bool free = false;    // the rules leave it to others
};

bool smaller(const Rate& a, const Rate& b);
inline bool is_zero(const Span& span) { return !span.free && span.most.numerator == 0; }
inline Span amount_span(Fen least, Fen most) { return {{least, 1}, {most, 1}, true, false}; }

/// What both may be.
Span both(const Span& a, const Span& b);

/// Shares of an income and amounts as one of them; nothing where the income is needed and not known.
std::optional<Span> in_amounts(const Span& span, std::optional<Fen> income);

/// How a figure lies to what it may be; `more_is_better` where a higher one is more generous.
Verdict lies(const Span& local, const Span& frame, bool more_is_better);

}  // namespace aidcheck::within
