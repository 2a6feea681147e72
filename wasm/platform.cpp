// What the C library would import from the host is answered here, so that engine.wasm has no imports and any
// host can run it; and what it would bring along for nothing is kept out.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#pragma clang diagnostic ignored "-Wreserved-identifier"

extern "C" {

// A loader reads the memory anew after each call; there is nobody to tell.
void emscripten_notify_memory_growth(std::size_t) {}

// The end of abort(): nothing of ours calls it.
[[noreturn]] void __wasi_proc_exit(std::uint32_t) { __builtin_trap(); }

// The JSON library prints control characters into messages of its own, which nobody reads either.
int __wrap_snprintf(char* buffer, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) *buffer = 0;
  return 0;
}

// The JSON library turns every number into a double that nobody reads (amounts are read from their digits),
// and asks only whether it is finite. This tells that, without the 10 KB of exact conversion.
double __wrap_strtod(const char* text, char** end) {
  constexpr int kLargestExponent = 308;
  constexpr int kEnough = 100000;
  int whole = 0;
  bool fraction = false;
  bool significant = false;
  const char* at = text + (*text == '-' ? 1 : 0);
  for (; (*at >= '0' && *at <= '9') || *at == '.'; ++at) {
    fraction = fraction || *at == '.';
    significant = significant || (*at >= '1' && *at <= '9');
    if (!fraction && significant) ++whole;
  }
  int exponent = 0;
  if (*at == 'e' || *at == 'E') {
    const bool negative = *++at == '-';
    if (*at == '-' || *at == '+') ++at;
    for (; *at >= '0' && *at <= '9'; ++at) {
      if (exponent < kEnough) exponent = exponent * 10 + (*at - '0');
    }
    if (negative) exponent = -exponent;
  }
  if (end != nullptr) *end = const_cast<char*>(at);
  return significant && whole - 1 + exponent > kLargestExponent ? HUGE_VAL : 0.0;
}
}
