#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aidcheck/engine.h"
#include "support/answer.h"

/// Small packs and cases, written in the tests as JSON. In them `$word` stands for a text in both languages.
namespace aidcheck::test {

/// A pack of Wuxi from 2023 on with one document (`law`, article `1`), the categories subsistence,
/// near_subsistence and orphan in this order, and `members` of the root: its layers and whatever they need.
std::string pack_with(std::string_view members);

/// The text with its only `part` replaced; fails the test where it is not there exactly once.
std::string changed(std::string text, std::string_view part, std::string_view by);

/// One layer, `aid`, that pays for what is in scope; `members` say how (`"pays": …`).
std::string aid_layer(std::string_view members);

/// A stay of one day whose cost is all in scope.
std::string stay(std::string_view day, std::string_view yuan);
/// A visit with all that costs nothing said: `members` besides the sheet (`"kind": …, "from": …`).
std::string visit(std::string_view members, std::string_view yuan);

/// A case of 2024 of a person on subsistence allowance.
std::string case_of(std::string_view visits);
/// The same of a person of whom something else is known, and with further members of the root.
std::string case_of(std::string_view person, std::string_view visits, std::string_view members = {});

/// An engine that has loaded one pack; fails the test where the pack is refused.
class Tiny {
 public:
  /// `members` as for pack_with().
  explicit Tiny(std::string_view members);

  Engine& engine() { return engine_; }
  [[nodiscard]] Answer settle(const std::string& case_json) const {
    return Answer(engine_.estimate(case_json));
  }

 private:
  Engine engine_;
};

/// The first error of a pack, as error_in() tells it.
std::string refusal(const std::string& pack_json);

/// A part of a case or pack, what stands there instead, and the error of that: `code at`.
struct Mistake {
  const char* part;
  const char* by;
  const char* error;
};

/// Each change by itself gives its error; `error_with(part, by)` tells it with its `kind`.
void check_each(const std::vector<Mistake>& mistakes,
                const std::function<std::string(std::string_view, std::string_view)>& error_with,
                std::string_view kind);

}  // namespace aidcheck::test
