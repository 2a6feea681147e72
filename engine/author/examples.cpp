#include "examples.h"

#include "json/read.h"
#include "json/reader.h"
#include "write_json.h"

namespace aidcheck {
namespace {

std::string text_in(const json::Value& example, std::string_view language) {
  const json::Value* title = example.find("title");
  const json::Value* text = title == nullptr ? nullptr : title->find(language);
  return text == nullptr ? std::string() : text->text;
}

}  // namespace

Result<Example> read_example(std::string_view example_json) {
  const auto tree = json::read(example_json, Fault::kPack);
  if (!tree.ok()) return tree.error();
  std::vector<Error> errors;
  json::Reader reader(Fault::kPack, errors);
  const json::Pointer at;
  using json::may;
  using json::need;
  reader.members(tree.value(), at,
                 {may("$schema"), may("title"), may("pins"), may("working"), need("case"), need("expect")});
  // The case goes to the engine as text, like every other case.
  const json::Value* sent = reader.maybe(tree.value(), "case", json::Type::kObject, at);
  const json::Value* expect = reader.maybe(tree.value(), "expect", json::Type::kObject, at);
  if (!errors.empty()) return errors.front();
  return Example{text_in(tree.value(), "zh-Hans"), text_in(tree.value(), "en"), write_json(*sent), *expect};
}

Result<std::vector<Difference>> run_example(const Engine& engine, const Example& example) {
  const auto result = json::read(engine.estimate(example.case_json).json, Fault::kInternal);
  if (!result.ok()) return result.error();
  return compare(example.expect, result.value());
}

Result<std::vector<Difference>> run_example(const Engine& engine, std::string_view example_json) {
  const auto example = read_example(example_json);
  if (!example.ok()) return example.error();
  return run_example(engine, example.value());
}

}  // namespace aidcheck
