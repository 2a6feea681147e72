#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "plan/plan.h"

namespace aidcheck {

/// How a local rule lies to a frame of rules, as the person sees it.
enum class Verdict { kInside, kMoreGenerous, kLessGenerous, kNotComparable };
std::string_view verdict_name(Verdict verdict);

/// A figure of one of the packs as it is printed there.
struct FigureShown {
  Text value;
  std::vector<model::Citation> cites;  // each once
};

/// One figure of a local pack held against the frame's.
struct WithinLine {
  std::string_view figure;  // `rate`, `deductible`…
  std::string_view layer;   // these are empty where the figure has none
  std::string_view category;
  std::string_view kind;
  std::vector<std::pair<std::string, std::vector<std::string>>> when;  // fact → answers, as JSON
  Verdict verdict = Verdict::kInside;
  FigureShown local;
  FigureShown frame;
  Text why;  // what the verdict rests on, where the figures alone do not tell
};

/// Holds a pack against a frame that leaves figures open: for each category and kind of visit that both know,
/// and for each computed layer of the frame. `income` is what shares of an income are taken of where the pack
/// prints amounts.
std::vector<WithinLine> compare_within(const Plan& local, const Plan& frame, std::optional<Fen> income);

}  // namespace aidcheck
