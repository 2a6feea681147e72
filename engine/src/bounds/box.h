#pragma once

#include <vector>

#include "explain/explanation.h"

namespace aidcheck {

/// An amount of which only bounds are known, as one number: the same at every visit where it is the person's.
struct OpenNumber {
  std::optional<std::uint32_t> visit;
  std::uint8_t amount = 0;
  Fen least = 0;
  Fen most = 0;
};

/// A part of all completions: answers are chosen, amounts lie between bounds.
struct Box {
  YearInput year;
  std::vector<OpenNumber> numbers;

  /// Makes an amount known within bounds.
  void open(const OpenNumber& number);
  /// Sets the bounds of a number anew.
  void narrow(std::size_t number, Fen least, Fen most);

 private:
  void write(std::size_t number);
};

/// How many unknown amounts are told apart by the way that a figure goes with them; the rest go either way.
inline constexpr std::size_t kMostNumbers = 30;

}  // namespace aidcheck
