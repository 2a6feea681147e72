#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace aidcheck {

/// A name of the field's vocabulary with its labels. The names are those of design and documents: one English
/// word for one Chinese term.
struct Word {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

/// The amounts of a settlement sheet, in the order in which they are printed. All in yuan on the way in and
/// out, in fen inside.
enum class Field : std::uint8_t {
  kTotal,
  kFullyOwn,
  kOverLimit,
  kOwnFirst,
  kInScope,
  kDeductible,
  kBasic,
  kCivilServant,
  kEnterprise,
  kSeriousIllness,
  kLargeAmount,
  kAssistance,
  kOther,
  kAccount,
  kCash,
};
inline constexpr std::size_t kFieldCount = 15;

/// The amounts whose sum is a sheet's total.
inline constexpr std::array<Field, 4> kSheetParts{Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst,
                                                  Field::kInScope};
constexpr bool is_part_of_total(std::size_t amount) {
  for (const Field part : kSheetParts) {
    if (static_cast<std::size_t>(part) == amount) return true;
  }
  return false;
}

struct FieldWord {
  Word word;
  std::string_view interface;  // the national settlement interface's name
  bool zero_with_basic;        // a sheet that states `basic` and leaves this one out means 0
};
const std::array<FieldWord, kFieldCount>& fields();
inline const FieldWord& field_word(Field field) { return fields()[static_cast<std::size_t>(field)]; }
std::optional<Field> field_named(std::string_view id);

/// Every category of people that national or local rules know; a pack assists some of them.
inline constexpr std::size_t kCategoryCount = 17;
const std::array<Word, kCategoryCount>& categories();
const Word* category_named(std::string_view id);

/// A fact that every pack may look at without declaring it, and the answers it takes.
struct FactWord {
  Word word;
  std::string_view question_zh;
  std::string_view question_en;
  std::string_view shown_by_zh;
  std::string_view shown_by_en;
  bool of_visit;
  const Word* choices;
  std::size_t choice_count;
};
inline constexpr std::size_t kBuiltInFactCount = 5;
/// kind, where, referral, hospital (of a visit), insurance (of the person).
const std::array<FactWord, kBuiltInFactCount>& built_in_facts();

/// What the year leaves to the person in scope, as conditions of an early warning name it.
inline constexpr std::string_view kBurdenName = "personal_in_scope";

/// The kind of visit that is a stay: an identity counts that holds on any of its days.
inline constexpr std::string_view kStayKind = "inpatient";

}  // namespace aidcheck
