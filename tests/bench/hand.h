#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/money.h"

/// The rules of 锡政办发〔2022〕98号 written straight into C++, as one would who had only Wuxi to settle:
/// what the engine is measured against. It takes a year in which every fact and amount is known, already in
/// numbers, and gives the totals of the year. Identities in time, the best of several at each visit, yearly
/// limits, top-up over the year, figures from before, and all six readings are here; missing facts and
/// explanations are not.
namespace aidcheck::hand {

/// In the order that settles a tie.
enum class Category : std::uint8_t {
  kExtremePoverty,
  kSubsistence,
  kOrphan,
  kUnsupportedChild,
  kChildInDifficulty,
  kPreferentialTreatment,
  kRetrenched1960s,
  kHardshipWorker,
  kNearSubsistence,
  kExpenditureHardshipPatient,
  kTemporaryReliefPatient,
  kSevereDisability,
  kOtherSpecial,
};
inline constexpr std::size_t kCategoryCount = 13;

enum class Kind : std::uint8_t { kOutpatient, kChronic, kInpatient };
enum class Where : std::uint8_t { kCounty, kCity, kProvince, kOutside };
enum class Referral : std::uint8_t { kProper, kNotNeeded, kNone };
enum class Unreferred : std::uint8_t { kExcludedOutsideCity, kAssisted, kExcludedEverywhere };

struct Readings {
  bool outpatient_limit_inside = false;
  bool top_up_limit_inside = false;
  bool top_up_without_outpatient = false;
  bool base_with_own_first = false;
  bool home_care_proper = true;
  Unreferred unreferred = Unreferred::kExcludedOutsideCity;
};

/// The amounts of a sheet that the rules look at.
struct Sheet {
  Fen total = 0;
  Fen own_first = 0;
  Fen in_scope = 0;
  Fen basic = 0;
  Fen civil_servant = 0;
  Fen enterprise = 0;
  Fen serious_illness = 0;
  Fen large_amount = 0;
  Fen other = 0;
};

struct Visit {
  std::int32_t from = 0;  // days since 1970-01-01
  std::int32_t until = 0;
  std::uint32_t order = 0;  // where the case has it
  Kind kind = Kind::kOutpatient;
  Where where = Where::kCounty;
  Referral referral = Referral::kProper;
  bool designated = true;
  Sheet sheet;
};

struct Identity {
  Category category = Category::kExtremePoverty;
  std::int32_t from = 0;
  std::int32_t until = 0;  // the last day on which it holds
};

/// What a year starts with: drawn from the two limits, and counted for top-up.
struct State {
  Fen outpatient = 0;
  Fen inpatient = 0;
  Fen counted = 0;
};

struct Year {
  bool registered_here = true;
  bool insured = true;
  Readings readings;
  State before;
  std::vector<Identity> identities;  // in the order of categories
  std::vector<Visit> visits;         // in any order
};

struct Totals {
  Fen total = 0;
  Fen basic = 0;
  Fen civil_servant = 0;
  Fen enterprise = 0;
  Fen serious_illness = 0;
  Fen large_amount = 0;
  Fen assistance = 0;
  Fen top_up = 0;
  Fen other = 0;
  Fen personal_in_scope = 0;
  Fen personal_out_of_scope = 0;
  Fen personal_total = 0;
};

/// Settles years. Like the engine's, it keeps its working memory from year to year.
class Settler {
 public:
  /// False where a sum over the year did not fit; the totals then mean nothing.
  bool settle(const Year& year, Totals& totals);

 private:
  struct Slot {
    std::uint64_t dates = 0;
    std::uint32_t visit = 0;
  };
  void sort_visits(const Year& year);

  std::vector<Slot> order_;
};

}  // namespace aidcheck::hand
