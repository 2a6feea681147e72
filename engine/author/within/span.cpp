#include "within/span.h"

#include "settle/share.h"

namespace aidcheck::within {

bool smaller(const Rate& a, const Rate& b) {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

Span both(const Span& a, const Span& b) {
  return {smaller(b.least, a.least) ? b.least : a.least, smaller(a.most, b.most) ? b.most : a.most, a.amount,
          a.free && b.free};
}

std::optional<Span> in_amounts(const Span& span, std::optional<Fen> income) {
  if (span.amount || is_zero(span)) return amount_span(span.least.numerator, span.most.numerator);
  if (!income) return std::nullopt;
  Arithmetic arithmetic;
  return amount_span(share_of(span.least, *income, arithmetic), share_of(span.most, *income, arithmetic));
}

Verdict lies(const Span& local, const Span& frame, bool more_is_better) {
  const bool below = smaller(local.least, frame.least);
  const bool above = smaller(frame.most, local.most);
  if (more_is_better ? below : above) return Verdict::kLessGenerous;
  return below || above ? Verdict::kMoreGenerous : Verdict::kInside;
}

}  // namespace aidcheck::within
