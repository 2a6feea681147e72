#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "year.h"

namespace aidcheck::test {

/// The figures of a result, by name, in fen.
struct Figures {
  std::map<std::string, Fen> paid;  // a payer that is not named paid nothing
  Fen in_scope = 0;
  Fen out_of_scope = 0;
  Fen personal = 0;
  Fen total = 0;

  [[nodiscard]] Fen by(const std::string& payer) const;
  [[nodiscard]] Fen by_all() const;
  bool operator==(const Figures& other) const = default;
};

struct SettledVisit : Figures {
  std::string id;
  std::string category;                         // empty: none
  std::map<std::string, std::string> not_paid;  // layer and reason

  bool operator==(const SettledVisit& other) const = default;
};

struct Settled {
  Figures year;
  std::vector<SettledVisit> visits;  // in the order of settlement
  std::map<std::string, Fen> pools_after;
  std::map<std::string, Fen> counted_after;
  json::Value root;

  [[nodiscard]] const SettledVisit& visit(const std::string& id) const;
};

void show(std::ostream& out, const Settled& settled);

/// Settles a year; RC_FAILs where the engine has an error for it.
using Estimator = std::function<Settled(const Year&)>;

/// The step of a layer at a visit of a result, or nullptr.
const json::Value* step_of(const json::Value& visit, std::string_view layer, std::string_view op);

/// An amount of a result in fen.
Fen fen(const json::Value& yuan);

/// A result as figures.
Settled read_result(json::Value root);

/// The engine with Wuxi's rules.
const Estimator& wuxi();

/// Wuxi's rules as JSON.
json::Value wuxi_pack();

/// The engine with another pack.
Estimator engine_with(const json::Value& pack);
/// The engine with a pack as two versions: the second, otherwise the same, is in force from that day on.
Estimator engine_with_two(const json::Value& pack, const std::string& second_from);

}  // namespace aidcheck::test
