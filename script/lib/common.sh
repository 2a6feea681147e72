# What the scripts share. Sourced by a script in script/ or script/stages/; moves to the checkout's root.

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# A configured preset is configured again only when the presets changed; ninja sees to the rest itself.
configure() {
  local preset=$1
  local cache="build/$preset/CMakeCache.txt"
  if [ ! -f "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "$cache" ]; then
    cmake --preset "$preset"
    touch "$cache"
  fi
}

# One build for clang's warnings, tidy, sanitizers and fuzzers, so that the engine is compiled once.
configure_sanitized() {
  configure asan
  cmake -S . -B build/asan -D AIDCHECK_FUZZ=ON
}

cpp_sources() {
  find engine wasm tests -name '*.cpp' -o -name '*.h' | sort
}
