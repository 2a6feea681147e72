#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aidcheck::json {

struct Member;

enum class Type { kNull, kBoolean, kNumber, kString, kArray, kObject };

/// A JSON value. Numbers stay as they were written, so that an amount is read from its own digits and never
/// passes through floating point. Members stay in the order in which they were written.
struct Value {
  Type type = Type::kNull;
  bool boolean = false;
  std::string text;  // a string's content, or a number's digits
  std::vector<Value> items;
  std::vector<Member> members;

  [[nodiscard]] bool is(Type wanted) const { return type == wanted; }
  /// The member of that name, or nullptr; always nullptr on what is not an object.
  [[nodiscard]] const Value* find(std::string_view name) const;
};

struct Member {
  std::string name;
  Value value;
};

/// The pointer to `place`, a value in the tree under `root`; empty where it is none.
std::string path_to(const Value& root, const Value* place);

inline const Value* Value::find(std::string_view name) const {
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

}  // namespace aidcheck::json
