#pragma once

#include <cstddef>
#include <cstdint>

namespace aidcheck::fuzz {

/// Changes an input of `size` bytes in place, at most to `most`: mostly as JSON (a part dropped,
/// doubled, renamed or put in the place of another), so that much of what comes out gets beyond the JSON
/// reader; now and then as bytes.
std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed);

}  // namespace aidcheck::fuzz
