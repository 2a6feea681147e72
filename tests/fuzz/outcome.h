#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "aidcheck/engine.h"

namespace aidcheck::fuzz {

/// The bytes of one input as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Traps unless the outcome is what docs/formats.md promises: JSON; and where it is an error, one with kind,
/// code, place and a message in both languages.
void require_promise(const Outcome& outcome, std::string_view kind_of_error);

/// Traps unless a settlement adds up: the payers of the year are those of its visits, and nothing is
/// negative.
void require_sound(const Outcome& outcome);

/// A file of the checkout; traps where it cannot be read.
std::string read_file(const std::string& path);

}  // namespace aidcheck::fuzz
