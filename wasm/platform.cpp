// What the C library would import from the host is answered here, so that engine.wasm has no imports and any
// host can run it.

#include <cstddef>
#include <cstdint>

extern "C" {

// A loader reads the memory anew after each call; there is nobody to tell.
void emscripten_notify_memory_growth(std::size_t) {}

// The end of abort(): nothing of ours calls it.
[[noreturn]] void __wasi_proc_exit(std::uint32_t) { __builtin_trap(); }
}
