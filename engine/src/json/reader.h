#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/pointer.h"
#include "json/value.h"

namespace aidcheck::json {

/// A member that an object may have, and where its value goes. A text is in both languages; a list of strings may
/// be one string alone; `kOther` is known, and read elsewhere.
struct Slot {
  enum class Kind { kString, kText, kTrue, kStrings, kOther };
  std::string_view name;
  Kind kind = Kind::kOther;
  bool needed = false;
  void* to = nullptr;
};
inline Slot need(std::string_view name, std::string& to) { return {name, Slot::Kind::kString, true, &to}; }
inline Slot need(std::string_view name, Text& to) { return {name, Slot::Kind::kText, true, &to}; }
inline Slot need(std::string_view name) { return {name, Slot::Kind::kOther, true, nullptr}; }
inline Slot may(std::string_view name, std::string& to) { return {name, Slot::Kind::kString, false, &to}; }
inline Slot may(std::string_view name, Text& to) { return {name, Slot::Kind::kText, false, &to}; }
inline Slot may(std::string_view name, bool& to) { return {name, Slot::Kind::kTrue, false, &to}; }
inline Slot may(std::string_view name, std::vector<std::string>& to) { return {name, Slot::Kind::kStrings, false, &to}; }
inline Slot may(std::string_view name) { return {name, Slot::Kind::kOther, false, nullptr}; }

/// Looks into a JSON tree strictly and collects every error it meets, so that an author sees them all at once
/// and a caller who wants one takes the first. After an error a look gives an empty value, never a guess.
class Reader {
 public:
  Reader(Fault fault, std::vector<Error>& errors) : fault_(fault), errors_(errors) {}

  /// `type.wrong` unless the value is of that type.
  bool expect(const Value& value, Type type, const Pointer& at);
  /// Reads an object's members into their slots. `field.unknown` for a member without a slot; `field.missing` (in a
  /// case: `fact.missing`) for one that is needed and not there, or null in a case; `type.wrong`, `label.missing`.
  void members(const Value& object, const Pointer& at, std::initializer_list<Slot> slots);
  /// The member if it is there and of that type.
  const Value* maybe(const Value& object, std::string_view name, Type type, const Pointer& at);

  /// A text in both languages; `label.missing` where one language is not there or empty.
  Text text(const Value& value, const Pointer& at);
  /// One of some words, or absent: false where the member is another word (`choice.unknown`).
  bool one_of(const std::string& word, std::initializer_list<std::string_view> words, const Pointer& at);
  /// A list of strings, or one string alone.
  std::vector<std::string> strings(const Value& object, std::string_view name, const Pointer& at);

  void fail(std::string_view code, std::string at, std::string_view zh, std::string_view en, Fillers fillers = {});
  void fail(std::string_view code, const Pointer& at, std::string_view zh, std::string_view en, Fillers fillers = {});
  /// `code` for a name that is not known, with the nearest of those that are.
  void unknown(std::string_view code, std::string_view name, const std::vector<std::string_view>& known, std::string at);
  void missing(std::string at);

 private:
  Fault fault_;
  std::vector<Error>& errors_;
};

/// What a value is, in words.
Text type_name(Type type);

}  // namespace aidcheck::json
