#pragma once

#include <cstdint>

#include "json/reader.h"
#include "plan/facts.h"

namespace aidcheck {

struct Plan;

/// Facts that conditions may look at, at most: a set of them is one machine word.
inline constexpr std::size_t kMostRecognitionFacts = 64;

/// What the person's categories are held against, and what the year leaves to them in scope: facts that
/// nobody is asked for. The others follow.
inline constexpr std::uint8_t kHeldFact = 0;
inline constexpr std::uint8_t kBurdenFact = 1;

/// A test of a condition: the codes with which it holds.
struct TestPlan {
  std::uint8_t fact = 0;
  bool negated = false;  // of categories: all that are held, not just one, must be allowed
  std::uint64_t allowed = 0;
};

/// The least and the most that a figure may be.
struct Ends {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// An amount that is added to a sum or taken off it.
struct AddendPlan {
  std::uint8_t fact = 0;
  bool less = false;
};

struct ComparisonPlan {
  List<AddendPlan> sum;
  std::uint8_t per = kHeldFact;    // kHeldFact: for one head
  std::uint8_t than = kHeldFact;   // kHeldFact: than `amount`
  std::uint8_t share = kHeldFact;  // kHeldFact: `part` of it
  Ends amount;
  Ends part{1, 1};
  std::int64_t whole = 1;  // of which the share is a part
  std::int64_t times = 1;
};

struct LinePlan {
  const model::ConditionLine* words = nullptr;
  List<List<TestPlan>> any;
  ComparisonPlan compare;  // where `any` is empty
};
using Lines = List<LinePlan>;

/// The conditions of a pack's categories. They are no tables: they are looked at once for a case, and look at
/// more facts than a table holds.
struct RecognitionPlan {
  List<FactPlan> facts;
  List<TestPlan> counts;   // all must hold for any identity
  List<Lines> categories;  // what holds for all, then their own, in the pack's order
  List<Lines> warnings;
};

void plan_recognition(Plan& plan, json::Reader& reader);

}  // namespace aidcheck
