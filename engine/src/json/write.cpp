#include "json/write.h"

#include <cstddef>

namespace aidcheck::json {
namespace {

// The length of the well-formed UTF-8 sequence that starts at `i`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const auto follows = [&](std::size_t k, unsigned low, unsigned high) {
    return k < text.size() && byte(k) >= low && byte(k) <= high;
  };
  const unsigned lead = byte(i);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(i + 1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return follows(i + 1, low, high) && follows(i + 2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(i + 1, low, high) && follows(i + 2, 0x80, 0xBF) && follows(i + 3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

}  // namespace

void Writer::separate() {
  if (after_key_) {
    after_key_ = false;
  } else if (!first_) {
    out_ += ',';
  }
  first_ = false;
}

Writer& Writer::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

Writer& Writer::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

void Writer::quote(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out_ += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
      ++i;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += "\\u00";
      out_ += kHex[static_cast<unsigned char>(c) >> 4];
      out_ += kHex[static_cast<unsigned char>(c) & 15];
      ++i;
    } else if (const std::size_t length = sequence_length(text, i); length > 0) {
      out_ += text.substr(i, length);
      i += length;
    } else {
      out_ += "\xEF\xBF\xBD";  // what is no UTF-8 becomes U+FFFD, so that the text stays JSON
      ++i;
    }
  }
  out_ += '"';
}

Writer& Writer::string(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

Writer& Writer::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  separate();
  out_ += digits_of(value);
  return *this;
}

Writer& Writer::yuan(Fen amount) {
  separate();
  const bool negative = amount < 0;
  const std::uint64_t fen =
      negative ? ~static_cast<std::uint64_t>(amount) + 1 : static_cast<std::uint64_t>(amount);
  if (negative) out_ += '-';
  out_ += digits_of(fen / 100);
  const unsigned cents = static_cast<unsigned>(fen % 100);
  if (cents != 0) {
    out_ += '.';
    out_ += static_cast<char>('0' + cents / 10);
    if (cents % 10 != 0) out_ += static_cast<char>('0' + cents % 10);
  }
  return *this;
}

Writer& Writer::null() {
  separate();
  out_ += "null";
  return *this;
}

Writer& Writer::text(const Words& text) {
  return open_object().string("zh-Hans", text.zh).string("en", text.en).close_object();
}

Writer& Writer::open_object(std::string_view name) { return key(name).open_object(); }
Writer& Writer::open_array(std::string_view name) { return key(name).open_array(); }
Writer& Writer::string(std::string_view name, std::string_view value) { return key(name).string(value); }
Writer& Writer::boolean(std::string_view name, bool value) { return key(name).boolean(value); }
Writer& Writer::integer(std::string_view name, std::int64_t value) { return key(name).integer(value); }
Writer& Writer::yuan(std::string_view name, Fen amount) { return key(name).yuan(amount); }
Writer& Writer::text(std::string_view name, const Words& value) { return key(name).text(value); }

}  // namespace aidcheck::json
