#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "conditions.h"
#include "plan/plan.h"

namespace aidcheck {

/// A visit that was made up to see what a pack makes of it: all of its cost is in scope.
struct TrialVisit {
  Codes codes{};  // of every fact that is asked for
  Fen cost = 0;
  Fen from_sheet = 0;  // what the first layer that is taken from the sheet pays of it
};

struct Trial {
  std::vector<std::uint8_t> categories;  // held all year
  std::vector<TrialVisit> visits;
};

/// What came of a trial.
struct TrialResult {
  Fen cost = 0;
  Fen personal = 0;
  std::array<Fen, kMostLayers> paid{};
  std::vector<std::uint32_t> rows;  // which row of each list counted, at the last visit
};

/// Settles trials through the stages of the engine, as a case would be: so that the checker knows nothing of
/// how a layer is worked out.
class Trials {
 public:
  explicit Trials(const Plan& plan) : plan_(plan) {}

  /// The trial as a case that can be estimated.
  [[nodiscard]] std::string case_json(const Trial& trial) const;
  /// Nothing where it cannot be settled, or where as many as were allowed have been.
  std::optional<TrialResult> settle(const Trial& trial);
  /// So many from now on.
  void allow(std::size_t settlements) { left_ = settlements; }
  [[nodiscard]] std::size_t settled() const { return settled_; }

 private:
  [[nodiscard]] std::string facts_json(const TrialVisit& visit, bool of_visit) const;
  [[nodiscard]] std::string sheet_json(const TrialVisit& visit) const;

  const Plan& plan_;
  std::size_t settled_ = 0;
  std::size_t left_ = 0;
};

}  // namespace aidcheck
