#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aidcheck/engine.h"
#include "base/result.h"
#include "compare.h"
#include "json/value.h"

namespace aidcheck {

/// A worked example (docs/formats.md) as it is run: the case as the text that the engine reads, and what is
/// expected.
struct Example {
  std::string title_zh;
  std::string title_en;
  std::string case_json;
  json::Value expect;
};

struct NamedExample {
  std::string file;
  Example example;
};

/// The error is the example's own, when it is not JSON or lacks a part.
Result<Example> read_example(std::string_view example_json);

/// Settles its case and compares.
Result<std::vector<Difference>> run_example(const Engine& engine, const Example& example);
Result<std::vector<Difference>> run_example(const Engine& engine, std::string_view example_json);

}  // namespace aidcheck
