#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "json/pointer.h"
#include "json/read.h"
#include "json/write.h"

namespace aidcheck::test {
namespace {

using json::Writer;

std::string yuan(Fen amount) {
  Writer writer;
  writer.yuan(amount);
  return writer.take();
}

std::string quoted(std::string_view text) {
  Writer writer;
  writer.string(text);
  return writer.take();
}

TEST_CASE("an amount is written as yuan with no more decimals than it has") {
  CHECK(yuan(0) == "0");
  CHECK(yuan(1) == "0.01");
  CHECK(yuan(10) == "0.1");
  CHECK(yuan(11) == "0.11");
  CHECK(yuan(99) == "0.99");
  CHECK(yuan(100) == "1");
  CHECK(yuan(105) == "1.05");
  CHECK(yuan(1'190'050) == "11900.5");
  CHECK(yuan(kLargestAmount) == "100000000000");
  CHECK(yuan(std::numeric_limits<Fen>::max()) == "92233720368547758.07");
}

TEST_CASE("an amount below zero is written whole too") {
  CHECK(yuan(-1) == "-0.01");
  CHECK(yuan(-100) == "-1");
  CHECK(yuan(std::numeric_limits<Fen>::min()) == "-92233720368547758.08");
}

TEST_CASE("lists and objects have their commas") {
  Writer writer;
  writer.open_object().string("place", "320200").key("none").null().boolean("yes", true).boolean("no", false);
  writer.integer("year", 2024).yuan("amount", 5).open_array("list").integer(1).open_array().close_array();
  writer.open_object()
      .close_object()
      .string("x")
      .close_array()
      .text("name", Words{"词", "word"})
      .open_object("in");
  writer.close_object().close_object();
  CHECK(
      writer.take() ==
      R"({"place":"320200","none":null,"yes":true,"no":false,"year":2024,"amount":0.05,"list":[1,[],{},"x"],)"
      R"("name":{"zh-Hans":"词","en":"word"},"in":{}})");
}

TEST_CASE("quotes, backslashes and control characters are escaped") {
  CHECK(quoted(R"(a"b\c/d)") == R"("a\"b\\c/d")");
  CHECK(quoted("a\nb\tc\rd") == R"("a\u000ab\u0009c\u000dd")");
  CHECK(quoted(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  CHECK(quoted("\x7f") == "\"\x7f\"");
  Writer writer;
  writer.open_object().integer("a\"b", 1).close_object();
  CHECK(writer.take() == R"({"a\"b":1})");
}

TEST_CASE("what is UTF-8 is written as it is") {
  CHECK(quoted("无锡市") == "\"无锡市\"");
  CHECK(quoted("\u00e9\u20ac\U0001F600") == "\"\u00e9\u20ac\U0001F600\"");
  CHECK(quoted("\xf4\x8f\xbf\xbf") == "\"\xf4\x8f\xbf\xbf\"");  // U+10FFFF, the last
}

TEST_CASE("what is no UTF-8 is written as the replacement character") {
  for (const char* bytes : {
           "\x80",              // a follower with nothing to follow
           "\xff",              // never UTF-8
           "\xc3",              // cut off
           "\xe6\x97",          // cut off
           "\xf0\x9f\x98",      // cut off
           "\xc0\xaf",          // a slash in too many bytes
           "\xe0\x80\xaf",      // likewise
           "\xed\xa0\x80",      // half of a surrogate pair
           "\xf4\x90\x80\x80",  // beyond the last character
           "\xf5\x80\x80\x80",
       }) {
    const std::string text = quoted(std::string("a") + bytes + "b");
    CAPTURE(text);
    CHECK(text.substr(0, 5) == "\"a\xEF\xBF\xBD");
    CHECK(text.substr(text.size() - 2) == "b\"");
    CHECK(json::read(text, Fault::kCase).ok());
  }
  CHECK(quoted("\xff") == "\"\xEF\xBF\xBD\"");
  CHECK(quoted("\xc3(") == "\"\xEF\xBF\xBD(\"");
}

TEST_CASE("a pointer escapes tildes and slashes") {
  CHECK(json::escape("a/b~c") == "a~1b~0c");
  CHECK(json::escape("~1") == "~01");
  CHECK(json::escape("").empty());
  const json::Pointer root;
  CHECK(root.str().empty());
  const json::Pointer visits = root / "visits";
  const json::Pointer third = visits / 3;
  const json::Pointer odd = third / "a/b~c";
  const json::Pointer nameless = odd / "";
  CHECK(odd.str() == "/visits/3/a~1b~0c");
  CHECK(nameless.str() == "/visits/3/a~1b~0c/");
}

}  // namespace
}  // namespace aidcheck::test
