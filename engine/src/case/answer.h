#pragma once

#include <cstdint>

#include "base/money.h"
#include "json/reader.h"
#include "plan/facts.h"

namespace aidcheck {

/// What is known of a fact: a bit a code that it may have, and of a number the ends.
struct Answer {
  std::uint64_t codes = 0;  // 0: the case says nothing, or nothing that can be
  std::int64_t least = 0;
  std::int64_t most = 0;

  /// Whether a single code is left, and of an amount that is reckoned with a single figure.
  [[nodiscard]] bool exact(const FactPlan& fact) const {
    return (codes & (codes - 1)) == 0 && (fact.amount == 0 || least == most);
  }
};

/// Any answer; of a number, those that lie between.
Answer answer_between(const FactPlan& fact, std::int64_t least, std::int64_t most);

/// Reads an answer, `null`, `{"min","max"}` or `{"one_of"}`; of possible numbers all that lies between them
/// is taken. Errors: `type.wrong`, `choice.unknown`, `number.malformed`, `range.reversed`.
Answer read_answer(json::Reader& reader, const FactPlan& fact, const json::Value& value,
                   const json::Pointer& at);

}  // namespace aidcheck
