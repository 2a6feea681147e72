#pragma once

#include <optional>
#include <vector>

#include "settle/input.h"
#include "settle/kept.h"

namespace aidcheck {

struct Part;

/// An amount of which only bounds are known, as one number wherever it stands.
struct OpenNumber {
  /// An amount of a visit of a part of the year, or of all its visits; or a figure that the part starts with.
  struct Place {
    std::size_t part = 0;
    std::optional<std::uint32_t> visit;
    std::uint8_t amount = 0;
    std::optional<Kept> start;
  };
  Fen least = 0;
  Fen most = 0;
  List<Place> places;
};

/// A part of all completions: answers are chosen, amounts lie between bounds.
struct Box {
  std::vector<YearInput> years;  // of the parts
  std::vector<YearStateOf<Reach>> starts;
  std::vector<OpenNumber> numbers;
  std::size_t ways = 1;  // how many answers were tried beside those of this one, all told

  /// Makes an amount known within bounds.
  void open(const OpenNumber& number, const std::vector<const Part*>& parts);
  /// Sets the bounds of a number anew.
  void narrow(std::size_t number, Fen least, Fen most, const std::vector<const Part*>& parts);
  /// Whether all visits of a place know its amount.
  [[nodiscard]] bool knows(const OpenNumber::Place& place) const;
};

/// How many unknown amounts are told apart by the way that a figure goes with them; the rest go either way.
inline constexpr std::size_t kMostNumbers = 30;

}  // namespace aidcheck
