#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/money.h"

/// Years of medical bills in Wuxi, made up at random, as plain values that a property can change.
namespace aidcheck::test {

struct Sheet {
  Fen fully_own = 0;
  Fen over_limit = 0;
  Fen own_first = 0;
  Fen in_scope = 0;
  Fen basic = 0;
  Fen civil_servant = 0;
  Fen enterprise = 0;
  Fen serious_illness = 0;
  Fen large_amount = 0;
  Fen other = 0;
  // Stated by no year as it is drawn:
  std::optional<Fen> assistance;
  std::optional<Fen> cash;

  /// A sheet that adds up.
  [[nodiscard]] Fen total() const { return fully_own + over_limit + own_first + in_scope; }
  /// What the insurances paid for what is in scope.
  [[nodiscard]] Fen insured() const {
    return basic + civil_servant + enterprise + serious_illness + large_amount;
  }
};

struct Visit {
  std::string id;
  std::string kind;
  std::string where;
  std::string referral;
  bool designated = true;
  Day from;
  Day until;
  Sheet sheet;
};

struct Identity {
  std::string category;
  std::optional<Day> from;
  std::optional<Day> until;
};

/// How amounts are written into the JSON; all mean the same.
enum class Writing { kPlain, kTrailingZeros, kExponent, kLargeExponent };

struct Year {
  int year = 2024;
  std::string insurance = "resident";
  bool registered_here = true;
  std::vector<Identity> identities;
  std::vector<Visit> visits;
  std::map<std::string, Fen> pools_before;
  std::map<std::string, Fen> counted_before;
  std::map<std::string, std::string> readings;
  Writing writing = Writing::kPlain;
};

std::ostream& operator<<(std::ostream& out, const Year& year);

/// The year as a case.
std::string case_json(const Year& year);

/// Any year: up to 8 visits with sheets that add up, up to 3 identities that may start and end, figures
/// before, and readings. The insurances never pay more than what is in scope, the other fund no more than
/// what is out of it.
rc::Gen<Year> any_year();

/// The same with the readings that are used where none is chosen.
rc::Gen<Year> any_year_by_default();

/// The same with a single identity at most, which may start and end.
rc::Gen<Year> any_year_of_one_identity();

/// Whether `a` settles before `b` whatever their order in the case.
bool settles_before(const Visit& a, const Visit& b);

}  // namespace aidcheck::test
