#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/money.h"
#include "base/text.h"

namespace aidcheck::json {

/// Writes one JSON text, front to back. Amounts are written as yuan from whole fen, digit by digit, so the
/// same figures give the same bytes everywhere.
class Writer {
 public:
  Writer& open_object() { return open('{'); }
  Writer& close_object() { return close('}'); }
  Writer& open_array() { return open('['); }
  Writer& close_array() { return close(']'); }
  Writer& key(std::string_view name);

  Writer& string(std::string_view text);
  Writer& boolean(bool value);
  Writer& integer(std::int64_t value);
  /// Yuan with at most two decimals.
  Writer& yuan(Fen amount);
  Writer& null();
  Writer& text(const Words& text);
  Writer& text(const Text& text) { return this->text(Words{text.zh, text.en}); }

  // A member of the open object: its name and its value.
  Writer& open_object(std::string_view name);
  Writer& open_array(std::string_view name);
  Writer& string(std::string_view name, std::string_view value);
  Writer& boolean(std::string_view name, bool value);
  Writer& integer(std::string_view name, std::int64_t value);
  Writer& yuan(std::string_view name, Fen amount);
  Writer& text(std::string_view name, const Words& value);
  Writer& text(std::string_view name, const Text& value) { return text(name, Words{value.zh, value.en}); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string out_;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace aidcheck::json
