# Emscripten's own toolchain file, wherever the emcc on the PATH was installed.
find_program(AIDCHECK_EM_CONFIG em-config REQUIRED)
execute_process(
  COMMAND ${AIDCHECK_EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE AIDCHECK_EMSCRIPTEN_ROOT
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${AIDCHECK_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
