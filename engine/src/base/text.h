#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace aidcheck {

/// One text in both languages.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
};

/// The same as views of texts that live elsewhere: in a pack's JSON tree, or in the vocabulary.
struct Words {
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
};

/// What a sentence has in the place of a `{0}`: the same in both languages, or one text for each.
struct Filler {
  std::string_view zh;
  std::string_view en;

  Filler(const Text& text) : zh(text.zh), en(text.en) {}
  Filler(const Words& words) : zh(words.zh), en(words.en) {}
  Filler(std::string_view same) : zh(same), en(same) {}
  Filler(const std::string& same) : zh(same), en(same) {}
  Filler(std::string_view in_zh, std::string_view in_en) : zh(in_zh), en(in_en) {}
};
using Fillers = std::initializer_list<Filler>;

/// A sentence in both languages with `{0}`, `{1}`… replaced by the fillers.
Text say(std::string_view zh, std::string_view en, Fillers fillers = {});

/// The same, kept as long as the lists of the scope (base/list.h).
Words tell(std::string_view zh, std::string_view en, Fillers fillers = {});

std::string write_digits(std::uint64_t number, bool negative);

/// A whole number in digits. (std::to_string brings tables along that every page would carry.)
template <std::integral Number>
std::string digits_of(Number number) {
  const bool negative = number < 0;
  const auto size = static_cast<std::uint64_t>(number);
  return write_digits(negative ? 0 - size : size, negative);
}

/// What is wrong with a rule pack, said to its author. Where packs are only used (engine.wasm) one sentence
/// stands for all: code and place are the same there.
consteval Words for_authors(std::string_view zh, std::string_view en) {
#ifdef AIDCHECK_NO_AUTHORS
  zh = "规则包里这一处有错，aidcheck check 会细说。";
  en = "This part of the rule pack is wrong; aidcheck check tells more.";
#endif
  return {zh, en};
}

}  // namespace aidcheck
