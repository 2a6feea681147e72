#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/pointer.h"
#include "json/value.h"

namespace aidcheck::json {

/// Looks into a JSON tree strictly and collects every error it meets, so that an author sees them all at once
/// and a caller who wants one takes the first. After an error a look gives an empty value, never a guess.
class Reader {
 public:
  Reader(Fault fault, std::vector<Error>& errors) : fault_(fault), errors_(errors) {}

  /// `type.wrong` unless the value is of that type.
  bool expect(const Value& value, Type type, const Pointer& at);
  /// `field.unknown` for each member whose name is not among `names`, with the nearest one.
  void only(const Value& object, std::initializer_list<std::string_view> names, const Pointer& at);
  /// The member, of that type; `field.missing` (in a case: `fact.missing`) where it is not there.
  const Value* need(const Value& object, std::string_view name, Type type, const Pointer& at);
  /// The member if it is there and of that type.
  const Value* maybe(const Value& object, std::string_view name, Type type, const Pointer& at);

  std::string need_string(const Value& object, std::string_view name, const Pointer& at);
  std::string maybe_string(const Value& object, std::string_view name, const Pointer& at);
  bool maybe_true(const Value& object, std::string_view name, const Pointer& at);
  /// A text in both languages; `label.missing` where one language is not there or empty.
  Text need_text(const Value& object, std::string_view name, const Pointer& at);
  Text maybe_text(const Value& object, std::string_view name, const Pointer& at);
  /// A list of strings, or one string alone.
  std::vector<std::string> strings(const Value& object, std::string_view name, const Pointer& at);

  void fail(std::string_view code, std::string at, Text message, std::string_view nearest = {});
  /// `code` for a name that is not known, with the nearest of those that are.
  void unknown(std::string_view code, std::string_view name, const std::vector<std::string_view>& known, std::string at);
  void missing(std::string at);

 private:
  Text text(const Value& value, const Pointer& at);

  Fault fault_;
  std::vector<Error>& errors_;
};

/// What a value is, in words.
Text type_name(Type type);

}  // namespace aidcheck::json
