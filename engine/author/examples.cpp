#include "examples.h"

#include "json/read.h"
#include "json/reader.h"
#include "json_text.h"

namespace aidcheck {

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

  // The case goes to the engine as text, like every other case.
  const auto result = json::read(engine.estimate(json_text(*sent)).json, Fault::kInternal);
  if (!result.ok()) return result.error();
  return compare(*expect, result.value());
}

}  // namespace aidcheck
