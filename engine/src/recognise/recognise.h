#pragma once

#include "plan/plan.h"
#include "recognise/evaluate.h"

namespace aidcheck {

struct Year;
struct Part;

/// One line of why: a condition, or what the text leaves to the office.
struct Because {
  Words text;
  const model::Citations* cite = nullptr;
  Holds holds = Holds::kOpen;
  std::uint8_t fact = kHeldFact;
  bool office = false;
};

struct CategoryStory {
  enum class State { kHeld, kLikely, kNot, kOpen };
  State state = State::kOpen;
  std::size_t identity = 0;  // of the case, where it is held
  List<Because> because;
  std::uint64_t missing = 0;  // the facts that it hangs on, a bit each
};

/// A fact to ask for: how many open categories any answer decides, and how many the best one.
struct CategoryQuestion {
  std::uint8_t fact = 0;
  std::size_t decides = 0;
  std::size_t may_decide = 0;
};

struct WarningStory {
  std::size_t warning = 0;
  bool certain = false;
  List<Because> because;
  std::uint64_t missing = 0;
};

/// Which category am I? Of the last version of the rules that the year uses.
struct Recognition {
  const Part* part = nullptr;  // none where the case does not ask
  List<CategoryStory> categories;
  List<CategoryQuestion> questions;
  List<WarningStory> warnings;
};

/// What a settled year leaves to the person in scope.
Ends burden_of(const Year& year);

/// Answers it where the case asks, and adds what likely categories would bring to the entitlements. Adds to
/// `errors` (kind `bad_case`) what is wrong with the answers to the facts that only it looks at.
void recognise(Year& year, const Ends& burden, std::vector<Error>& errors);

}  // namespace aidcheck
