#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "within/span.h"

namespace aidcheck::within {

/// A figure of a layer in one situation; without a span it is told in words alone, and `why` says why it
/// cannot be held against another.
struct Measure {
  std::optional<Span> span;
  FigureShown shown;
  Text why;
  bool each_visit = false;  // of a deductible: borne at each visit, without end over the year
};

/// What a layer's cost is made up of, by name.
struct BaseTold {
  std::set<std::string, std::less<>> fields;
  std::set<std::string, std::less<>> payers;  // what these paid is taken off
  bool plain = true;                          // nothing else goes in
  FigureShown shown;
};

/// Whether a layer pays in a situation.
struct Standing {
  bool pays = false;
  bool considered = true;  // its condition holds: it pays, or an exception says why not
  FigureShown shown;
};

/// Reads the figures of one computed layer out of a plan, for facts that are all known but for numbers.
class Layer {
 public:
  Layer(const Plan& plan, std::size_t index);

  [[nodiscard]] std::size_t index() const { return index_; }

  /// The facts that any of its figures hang on.
  [[nodiscard]] const std::vector<std::size_t>& facts() const { return facts_; }
  /// The rows that hold: equal ones have equal figures.
  [[nodiscard]] std::vector<std::uint16_t> rows(const Codes& codes) const;

  [[nodiscard]] Standing standing(const Codes& codes) const;
  [[nodiscard]] BaseTold base(const Codes& codes) const;
  [[nodiscard]] Measure rate(const Codes& codes) const;
  [[nodiscard]] Measure deductible(const Codes& codes) const;
  /// The least of the limits that it is cut to; no span where there is none.
  [[nodiscard]] Measure limit(const Codes& codes) const;
  /// The pools with a limit that it draws on.
  [[nodiscard]] std::uint32_t pools(const Codes& codes) const;

 private:
  [[nodiscard]] const model::Citations& cite_of(const model::Row& row) const;
  [[nodiscard]] Span open_span(std::uint8_t amount) const;
  [[nodiscard]] Text open_text(std::uint8_t amount, FigureShown& shown) const;
  [[nodiscard]] Span rate_span(const RatePlan& rate, std::uint32_t hold) const;
  [[nodiscard]] Text rate_text(const RatePlan& rate, const model::RateRow& row, FigureShown& shown) const;
  void add_changes(const Codes& codes, std::uint32_t& hold, FigureShown& shown) const;
  bool bear_first(const Codes& codes, Measure& measure) const;
  [[nodiscard]] Measure parameter(const ParameterPlan& plan, const model::Parameter& written) const;
  [[nodiscard]] std::optional<Measure> pool_limit(unsigned pool, const Codes& codes) const;

  const Plan& plan_;
  std::size_t index_;
  const LayerPlan& layer_;
  const model::Layer& written_;
  std::vector<const Decision*> decisions_;
  std::vector<std::size_t> facts_;
};

}  // namespace aidcheck::within
