#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/list.h"
#include "base/names.h"
#include "base/result.h"
#include "json/pointer.h"
#include "json/value.h"

namespace aidcheck::json {

/// A member that an object may have, and where its value goes. A text is in both languages; a list of strings
/// may be one string alone; `kOther` is known, and read elsewhere.
struct Slot {
  enum class Kind : std::uint8_t { kString, kText, kTrue, kStrings, kOther };
  const char* name;
  Kind kind = Kind::kOther;
  bool needed = false;
  void* to = nullptr;
};
inline Slot need(const char* name, std::string_view& to) { return {name, Slot::Kind::kString, true, &to}; }
inline Slot need(const char* name, Words& to) { return {name, Slot::Kind::kText, true, &to}; }
inline Slot need(const char* name) { return {name, Slot::Kind::kOther, true, nullptr}; }
inline Slot need(const char* name, List<std::string_view>& to) {
  return {name, Slot::Kind::kStrings, true, &to};
}
inline Slot may(const char* name, std::string_view& to) { return {name, Slot::Kind::kString, false, &to}; }
inline Slot may(const char* name, Words& to) { return {name, Slot::Kind::kText, false, &to}; }
inline Slot may(const char* name, bool& to) { return {name, Slot::Kind::kTrue, false, &to}; }
inline Slot may(const char* name, List<std::string_view>& to) {
  return {name, Slot::Kind::kStrings, false, &to};
}
inline Slot may(const char* name) { return {name, Slot::Kind::kOther, false, nullptr}; }

/// Errors that one look collects, at most: whoever has more should mend these first.
inline constexpr std::size_t kMostErrors = 100;

/// Looks into a JSON tree strictly and collects the errors it meets, so that an author sees them all at once
/// and a caller who wants one takes the first. After an error a look gives an empty value, never a guess.
class Reader {
 public:
  /// `root` is the tree that values given as places are searched in.
  Reader(Fault fault, std::vector<Error>& errors, const Value* root = nullptr)
      : fault_(fault), errors_(errors), root_(root) {}

  /// `type.wrong` unless the value is of that type.
  bool expect(const Value& value, Type type, const Pointer& at);
  /// Reads an object's members into their slots. `field.unknown` for a member without a slot; `field.missing`
  /// (in a case: `fact.missing`) for one that is needed and not there, or null in a case; `type.wrong`,
  /// `label.missing`.
  void members(const Value& object, const Pointer& at, std::initializer_list<Slot> slots);
  /// The member if it is there and of that type.
  const Value* maybe(const Value& object, std::string_view name, Type type, const Pointer& at);

  /// A text in both languages; `label.missing` where one language is not there or empty.
  Words text(const Value& value, const Pointer& at);
  /// One of some words, or absent: false where the member is another word (`choice.unknown`).
  bool one_of(std::string_view word, std::initializer_list<std::string_view> words, const Pointer& at);
  /// A list of strings, or one string alone.
  void strings(const Value& value, const Pointer& at, List<std::string_view>& strings);

  void fail(std::string_view code, std::string at, std::string_view zh, std::string_view en,
            Fillers fillers = {});
  void fail(std::string_view code, const Pointer& at, std::string_view zh, std::string_view en,
            Fillers fillers = {});
  void fail(std::string_view code, const Pointer& at, const Words& words, Fillers fillers = {});
  void fail(std::string_view code, const char* at, const Words& words, Fillers fillers = {});
  /// The same at a value of the tree, or at its member of that name.
  void fail(std::string_view code, const Value* place, std::string_view member, const Words& words,
            Fillers fillers = {});
  /// `code` for a name that is not known, with the nearest of those that are.
  void unknown(std::string_view code, std::string_view name, const Names& known, std::string at);
  void unknown(std::string_view code, std::string_view name, const Names& known, const Pointer& at);
  void unknown(std::string_view code, std::string_view name, const Names& known, const Value* place,
               std::string_view member = {});
  [[nodiscard]] std::string pointer_to(const Value* place, std::string_view member = {}) const;
  /// A list of at least one; `one_of.empty` where it has none.
  bool some(const Value& list, const Pointer& at);
  void missing(std::string at);
  void missing(const Pointer& at);
  void missing(const Value* place, std::string_view member);

 private:
  void fill(const Slot& slot, const Value& value, const Pointer& at);

  Fault fault_;
  std::vector<Error>& errors_;
  const Value* root_;
};

/// What is done with every object of a list, or with every one that has a name: without its type, so that
/// going through them is written once in engine.wasm.
struct Each {
  void* what;
  void (*call)(void* what, std::string_view name, const Value& item, const Pointer& at);
};
void each_object(Reader& reader, const Value& list, const Pointer& at, const Each& each);
void each_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                 const Each& each);
void each_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                const Each& each);

/// Calls `what(item, at)`.
template <class What>
Each each_of(What& what) {
  return {&what, [](void* called, std::string_view, const Value& item, const Pointer& at) {
            (*static_cast<What*>(called))(item, at);
          }};
}

/// Calls `what(item, at)` for every object of a list.
template <class What>
void each_object(Reader& reader, const Value& list, const Pointer& at, What what) {
  each_object(reader, list, at, each_of(what));
}

/// The same for the list that is `root`'s member of that name, if it is there.
template <class What>
void each_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at, What what) {
  each_listed(reader, root, name, at, each_of(what));
}

/// Calls `what(name, item, at)` for every object in the object that is `root`'s member of that name.
template <class What>
void each_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at, What what) {
  const Each each{&what, [](void* called, std::string_view id, const Value& item, const Pointer& place) {
                    (*static_cast<What*>(called))(id, item, place);
                  }};
  each_named(reader, root, name, at, each);
}

/// What a value is, in words.
Text type_name(Type type);

}  // namespace aidcheck::json
