#include "json_text.h"

#include "json/write.h"

namespace aidcheck {
namespace {

void write_value(const json::Value& value, std::string& out) {
  switch (value.type) {
    case json::Type::kNull:
      out += "null";
      break;
    case json::Type::kBoolean:
      out += value.boolean ? "true" : "false";
      break;
    case json::Type::kNumber:
      out += value.text;
      break;
    case json::Type::kString:
      out += json_string(value.text);
      break;
    case json::Type::kArray:
      out += '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) out += ',';
        write_value(value.items[i], out);
      }
      out += ']';
      break;
    case json::Type::kObject:
      out += '{';
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        if (i > 0) out += ',';
        out += json_string(value.members[i].name) + ':';
        write_value(value.members[i].value, out);
      }
      out += '}';
      break;
  }
}

}  // namespace

std::string json_text(const json::Value& value) {
  std::string out;
  write_value(value, out);
  return out;
}

std::string json_string(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

}  // namespace aidcheck
