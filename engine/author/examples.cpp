#include "examples.h"

#include "json/read.h"
#include "json/reader.h"
#include "json/write.h"

namespace aidcheck {
namespace {

// The case goes to the engine as text, like every other case.
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
    case json::Type::kString: {
      json::Writer writer;
      writer.string(value.text);
      out += writer.take();
      break;
    }
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
        json::Writer writer;
        writer.string(value.members[i].name);
        out += writer.take() + ':';
        write_value(value.members[i].value, out);
      }
      out += '}';
      break;
  }
}

}  // namespace

Result<std::vector<Difference>> run_example(const Engine& engine, std::string_view example_json) {
  const auto example = json::read(example_json, Fault::kPack);
  if (!example.ok()) return example.error();
  std::vector<Error> errors;
  json::Reader reader(Fault::kPack, errors);
  const json::Pointer at;
  using json::may;
  using json::need;
  reader.members(example.value(), at,
                 {may("$schema"), may("title"), may("pins"), may("working"), need("case"), need("expect")});
  const json::Value* sent = reader.maybe(example.value(), "case", json::Type::kObject, at);
  const json::Value* expect = reader.maybe(example.value(), "expect", json::Type::kObject, at);
  if (!errors.empty()) return errors.front();

  std::string case_json;
  write_value(*sent, case_json);
  const auto result = json::read(engine.estimate(case_json).json, Fault::kInternal);
  if (!result.ok()) return result.error();
  return compare(*expect, result.value());
}

}  // namespace aidcheck
