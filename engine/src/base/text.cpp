#include "base/text.h"

#include <array>
#include <cstddef>

#include "base/list.h"

namespace aidcheck {
namespace {

std::string fill(std::string_view sentence, Fillers fillers, bool english) {
  std::string filled;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool place = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    const std::size_t index = place ? static_cast<std::size_t>(sentence[i + 1] - '0') : fillers.size();
    if (index < fillers.size()) {
      const Filler& filler = fillers.begin()[index];
      filled += english ? filler.en : filler.zh;
      i += 2;
    } else {
      filled += sentence[i];
    }
  }
  return filled;
}

}  // namespace

Text say(std::string_view zh, std::string_view en, Fillers fillers) {
  return {fill(zh, fillers, false), fill(en, fillers, true)};
}

Words tell(std::string_view zh, std::string_view en, Fillers fillers) {
  const Text said = say(zh, en, fillers);
  return {keep(said.zh), keep(said.en)};
}

std::string write_digits(std::uint64_t number, bool negative) {
  std::array<char, 20> text{};  // as long as the longest
  char* first = text.end();
  do {
    *--first = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  if (negative) *--first = '-';
  return {first, text.end()};
}

}  // namespace aidcheck
