#include "support/json_text.h"

#include <string_view>

#include "json/write.h"

namespace aidcheck::test {
namespace {

using json::Type;
using json::Value;

std::string quoted(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

}  // namespace

std::string json_text(const Value& value) {
  std::string text;
  switch (value.type) {
    case Type::kNull:
      return "null";
    case Type::kBoolean:
      return value.boolean ? "true" : "false";
    case Type::kNumber:
      return value.text;
    case Type::kString:
      return quoted(value.text);
    case Type::kArray:
      for (const Value& item : value.items) text += (text.empty() ? "" : ",") + json_text(item);
      return '[' + text + ']';
    case Type::kObject:
      for (const json::Member& member : value.members) {
        text += (text.empty() ? "" : ",") + quoted(member.name) + ':' + json_text(member.value);
      }
      return '{' + text + '}';
  }
  return text;
}

}  // namespace aidcheck::test
