#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace aidcheck {

/// What a call gave: `json` is UTF-8 JSON text, an error object (docs/formats.md, "Error") when `ok` is
/// false.
struct Outcome {
  bool ok = false;
  std::string json;
};

/// Settles cases against the rule packs that were loaded.
///
/// JSON goes in and JSON comes out, so that nothing of the library that reads JSON shows here. No member
/// throws and none traps, whatever bytes it is given. An engine is not shared between threads while it loads;
/// afterwards any number of threads may estimate and describe.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Reads one rule pack. A pack of the same place and first day takes the place of the one loaded before.
  /// Errors are of kind `bad_pack`; the packs loaded before stay as they were.
  Outcome load(std::string_view pack_json);

  /// Settles one case (amounts in yuan, at most two decimals) and explains every figure.
  Outcome estimate(std::string_view case_json) const;

  /// What a form must ask for one place: `{"place": "320200"}` in, docs/formats.md "Describe" out.
  Outcome describe(std::string_view request_json) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aidcheck
