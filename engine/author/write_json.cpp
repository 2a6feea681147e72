#include "write_json.h"

#include <cstddef>
#include <string_view>

#include "json/write.h"

namespace aidcheck {
namespace {

void write(const json::Value& value, std::string& out) {
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
      out += write_json(value.text);
      break;
    case json::Type::kArray:
      out += '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) out += ',';
        write(value.items[i], out);
      }
      out += ']';
      break;
    case json::Type::kObject:
      out += '{';
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        if (i > 0) out += ',';
        out += write_json(value.members[i].name) + ':';
        write(value.members[i].value, out);
      }
      out += '}';
      break;
  }
}

}  // namespace

std::string write_json(const json::Value& value) {
  std::string out;
  write(value, out);
  return out;
}

std::string write_json(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

}  // namespace aidcheck
