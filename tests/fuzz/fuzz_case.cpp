// Any bytes as a case of Wuxi.
#include "outcome.h"

namespace {

using aidcheck::Engine;

const Engine& wuxi() {
  static const Engine* const kEngine = [] {
    auto* engine = new Engine;  // lives as long as the fuzzer
    if (!engine->load(aidcheck::fuzz::read_file("rules/packs/320200/2023-01-01.json")).ok) __builtin_trap();
    return engine;
  }();
  return *kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = aidcheck::fuzz::text_of(data, size);
  const aidcheck::Outcome outcome = wuxi().estimate(text);
  aidcheck::fuzz::require_promise(outcome, "bad_case");
  aidcheck::fuzz::require_sound(outcome);
  aidcheck::fuzz::require_promise(wuxi().describe(text), "bad_case");
  return 0;
}
