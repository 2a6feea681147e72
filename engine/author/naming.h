#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"
#include "json/value.h"

namespace aidcheck {

/// What the parts of a pack are called in words, so that a change can be told and not only pointed at.
class Naming {
 public:
  explicit Naming(const json::Value& pack) : pack_(pack) {}

  /// A member by its name: `pays` is 比例, "rates". What has no words is called by its name.
  [[nodiscard]] Text member(std::string_view parent, std::string_view name, const json::Value& value) const;

  /// An item of a list: by its label, its name, or as "row 2" and its condition.
  [[nodiscard]] Text item(std::string_view list, std::size_t index, const json::Value& item) const;

  /// A value as it is read: `subsistence`, looked up under `list` (a fact of a condition, or a member that
  /// names pools or layers), is 最低生活保障对象. Anything else is as it is written.
  [[nodiscard]] Text value(std::string_view list, const json::Value& value) const;

  /// The figures that a part holds itself: "rate 90%". Empty where there are none.
  [[nodiscard]] Text figures(const json::Value& part) const;

 private:
  [[nodiscard]] Text condition(const json::Value& when) const;
  [[nodiscard]] static Text bounds(const json::Value& range);
  [[nodiscard]] Text any_of(std::string_view list, const json::Value& values) const;
  [[nodiscard]] Text part(std::string_view parts, std::string_view id) const;
  [[nodiscard]] Text word(std::string_view list, std::string_view name) const;

  const json::Value& pack_;
};

/// The text of a pack's `{"zh-Hans", "en"}`; empty where the value is none.
Text text_of(const json::Value* value);

}  // namespace aidcheck
