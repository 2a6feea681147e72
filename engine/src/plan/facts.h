#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/list.h"
#include "base/names.h"
#include "base/result.h"
#include "json/reader.h"
#include "pack/model.h"

namespace aidcheck {

/// Facts that one pack may look at, at most.
inline constexpr std::size_t kMostFacts = 32;
/// Answers that one fact may have, at most: a condition is a set of them in one machine word.
inline constexpr std::size_t kMostCodes = 63;

/// A fact as small numbers. Code 0 is "not known"; the others are its choices in order, or, for a number, the
/// stretches between the figures that some rule of the pack compares it with. So every fact is finite, and a
/// decision over facts is a table that can be looked up, enumerated and, later, searched for what is unknown.
struct FactPlan {
  enum class Origin { kCategory, kBuiltIn, kPack, kReading, kFigure };  // a figure printed as a range

  std::string_view id;
  Origin origin = Origin::kPack;
  bool of_visit = false;
  model::FactType type = model::FactType::kChoice;
  Words label;
  Words question;
  Words help;
  Words shown_by;  // the paper that tells it
  List<model::Choice> choices;
  List<std::int64_t> breaks;  // numbers: the first value of each stretch after the first, rising
  std::uint8_t assumed = 0;   // the code taken when nothing is stated; 0: nothing is
  bool used = false;          // some rule looks at it
  bool derived = false;       // worked out by the engine, never asked
  std::uint8_t amount = 0;    // the amount of a visit that it is; 0: none
  Fen least = 0;              // a number that the case does not state lies between
  Fen most = kLargestAmount;
  const model::Fact* declared = nullptr;

  /// Whether a person is asked for it.
  [[nodiscard]] bool asked() const {
    return !derived && (origin == Origin::kBuiltIn || origin == Origin::kPack);
  }

  [[nodiscard]] bool is_number() const {
    return type == model::FactType::kWholeNumber || model::is_measured(type);
  }

  [[nodiscard]] std::uint8_t code_count() const;
  /// The code of a choice's name, or 0.
  [[nodiscard]] std::uint8_t code_of(std::string_view choice) const;
  /// The code of a number (an amount in fen).
  [[nodiscard]] std::uint8_t code_of_number(std::int64_t value) const;
  [[nodiscard]] Names choice_names() const { return choices; }
};

inline constexpr std::size_t kCategoryFact = 0;
/// The code of the category of a person in none.
inline constexpr std::uint8_t kNoCategory = 1;

/// The highest that a number of that type may be.
inline Fen highest(model::FactType type) {
  return type == model::FactType::kPercent ? kWhole : kLargestAmount;
}

/// All facts of a pack: category, the built-in ones, its own, its readings.
void plan_facts(const model::Pack& pack, json::Reader& reader, List<FactPlan>& facts);

/// One that a pack declares.
void plan_fact(const model::Fact& declared, json::Reader& reader, FactPlan& fact);
/// Cuts numbers into stretches by the figures that the condition compares them with.
void collect_breaks(List<FactPlan>& facts, const model::When& when);
/// Whether there are not too many of them, and none has too many answers.
bool facts_fit(const List<FactPlan>& facts, std::size_t most);

std::optional<std::size_t> fact_named(const List<FactPlan>& facts, std::string_view id);

/// The value of a fact as a case or a condition writes it: its code, or nothing (with an error) where it is
/// no value of that fact. Numbers must be whole; amounts are yuan, and percentages of 0 to 100, with at most
/// two decimals in a case; in a condition both are printed figures.
std::optional<std::int64_t> read_number(const FactPlan& fact, const json::Value& value);

/// The set of codes (bit n for code n) with which a condition holds.
std::uint64_t codes_allowed(const FactPlan& fact, const model::Test& test, json::Reader& reader);

}  // namespace aidcheck
