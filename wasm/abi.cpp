// The C ABI of engine.wasm. Text is UTF-8 with a length, never NUL-terminated. A pointer that the caller made
// up is answered with an error, as everything else is: nothing traps.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "aidcheck/engine.h"

namespace {

constexpr std::int32_t kAbi = 1;
constexpr std::size_t kPageSize = 65536;

aidcheck::Engine& engine() {
  static aidcheck::Engine only;
  return only;
}

std::string& last_result() {
  static std::string text;
  return text;
}

bool inside_memory(const char* text, std::size_t length) {
  const std::uint64_t end = std::uint64_t{reinterpret_cast<std::uintptr_t>(text)} + length;
  return end <= std::uint64_t{__builtin_wasm_memory_size(0)} * kPageSize;
}

template <class Call>
std::int32_t answer(const char* text, std::size_t length, Call call) {
  if (!inside_memory(text, length)) {
    last_result() =
        R"({"error":{"kind":"internal","code":"memory.outside","at":"","message":{"zh-Hans":"传入的地址不在内存范围内。","en":"The address that was passed lies outside the memory."}}})";
    return 1;
  }
  aidcheck::Outcome outcome = call(std::string_view(text, length));
  last_result() = std::move(outcome.json);
  return outcome.ok ? 0 : 1;
}

}  // namespace

extern "C" {

std::int32_t aidcheck_abi() { return kAbi; }

/// Memory for `length` bytes of text; 0 where there is none. The caller frees it.
void* aidcheck_alloc(std::size_t length) { return std::malloc(length == 0 ? 1 : length); }

void aidcheck_free(void* pointer) { std::free(pointer); }

/// Reads a rule pack. 0, or 1 and the result is an error object.
std::int32_t aidcheck_load(const char* text, std::size_t length) {
  return answer(text, length, [](std::string_view pack) { return engine().load(pack); });
}

/// Settles a case. 0, or 1 and the result is an error object.
std::int32_t aidcheck_estimate(const char* text, std::size_t length) {
  return answer(text, length, [](std::string_view sent) { return engine().estimate(sent); });
}

/// Says what a form must ask for one place. 0, or 1 and the result is an error object.
std::int32_t aidcheck_describe(const char* text, std::size_t length) {
  return answer(text, length, [](std::string_view request) { return engine().describe(request); });
}

/// The JSON of the last call; valid until the next.
const char* aidcheck_result() { return last_result().data(); }
std::size_t aidcheck_result_length() { return last_result().size(); }
}
