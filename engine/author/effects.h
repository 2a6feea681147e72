#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/text.h"
#include "examples.h"
#include "json/value.h"

namespace aidcheck {

/// What is paid at least and at most: the same where the case leaves nothing open.
struct Span {
  Fen least = 0;
  Fen most = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// What a payer pays under the old rules and under the new ones.
struct PayerEffect {
  std::string id;
  Text label;
  Span was;
  Span now;
};

/// What a change of rules does to one case.
struct Effect {
  std::string file;
  Text title;
  // What the person pays; nothing where those rules cannot settle the case, and then why.
  std::optional<Span> was;
  std::optional<Span> now;
  json::Value was_error;
  json::Value now_error;
  std::vector<PayerEffect> payers;  // those that pay another amount

  /// gains, loses, shifts (the person pays the same, the payers do not), same, only_was, only_now, neither;
  /// of spans both ends are held against each other: unsure where one rises and the other falls.
  [[nodiscard]] std::string_view kind() const;
};

/// Settles each example's case under both packs. The rules alone are compared: a pack is taken as in force on
/// every day, and a case as one of its place. Both packs must load.
std::vector<Effect> effects_of(const json::Value& was, const json::Value& now,
                               const std::vector<NamedExample>& examples);

}  // namespace aidcheck
