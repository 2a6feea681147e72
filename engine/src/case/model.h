#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/list.h"
#include "base/money.h"
#include "base/text.h"
#include "json/value.h"
#include "vocabulary/words.h"

/// A case as it was sent: every part typed, names of the pack still names. Texts are views of the JSON tree
/// that the case was read from.
namespace aidcheck::sent {

/// An amount and how much is known of it.
struct Amount {
  enum class Knowledge { kAbsent, kUnknown, kRange, kExact };
  Knowledge knowledge = Knowledge::kAbsent;
  Fen least = 0;
  Fen most = 0;  // equal to `least` where exact

  [[nodiscard]] bool exact() const { return knowledge == Knowledge::kExact; }
  [[nodiscard]] bool bounded() const { return knowledge == Knowledge::kRange; }
};

/// A fact by name. `value` is what was written: an answer, or null, a range or a list of possible answers.
struct Fact {
  std::string_view name;
  const json::Value* value = nullptr;
};

struct Identity {
  std::string_view category;          // empty where only candidates are known
  List<std::string_view> candidates;  // an empty name: none; without any: whatever there is
  bool named = true;                  // it has a place in the case
  std::optional<Day> from;            // the first day held
  std::optional<Day> until;           // the day on which it was lost
};

struct Visit {
  std::string_view id;
  Day from;
  Day until;
  bool until_stated = false;
  List<Fact> facts;
  std::array<Amount, kFieldCount> sheet;
  std::array<bool, kFieldCount> stated{};  // the sheet mentions the field

  [[nodiscard]] const Amount& amount(Field field) const { return sheet[static_cast<std::size_t>(field)]; }
};

struct NamedAmount {
  std::string_view name;
  Amount amount;
};

struct Choice {
  std::string_view reading;
  std::string_view choice;
};

struct Case {
  std::string_view place;
  int year = 0;
  List<Fact> person;
  List<Identity> identities;
  bool identities_left_out = false;
  List<Visit> visits;
  bool before_stated = false;
  List<NamedAmount> pools_before;
  List<NamedAmount> counted_before;
  List<NamedAmount> visits_before;  // numbers of visits, as hundredths like amounts
  List<Choice> readings;
  bool asks_categories = false;  // "Which category am I?"
};

/// Where the identity of that index stands in a case.
inline std::string identity_at(std::size_t index) { return "/person/identities/" + digits_of(index); }

}  // namespace aidcheck::sent
