#include <catch2/catch.hpp>
#include <string>

#include "json/read.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

using json::Type;
using json::Value;

// `json.syntax /at` of the error, or `ok`.
std::string verdict(std::string_view text) {
  const auto tree = json::read(text, Fault::kCase);
  if (tree.ok()) return "ok";
  const Error& error = tree.error();
  CHECK(error.fault == Fault::kCase);
  CHECK_FALSE(error.message.zh.empty());
  CHECK_FALSE(error.message.en.empty());
  return std::string(error.code) + (error.at.empty() ? "" : " " + error.at);
}

// The digits of a number as the reader keeps them.
std::string number(std::string_view text) {
  const auto tree = json::read(text, Fault::kCase);
  REQUIRE(tree.ok());
  REQUIRE(tree.value().is(Type::kNumber));
  return tree.value().text;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST_CASE("a JSON text becomes a tree") {
  const auto tree =
      json::read(R"( {"a": [1, -2.50, "x\u4e2d\n", true, false, null], "": {}} )", Fault::kCase);
  REQUIRE(tree.ok());
  const Value& root = tree.value();
  REQUIRE(root.is(Type::kObject));
  const Value* list = root.find("a");
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 6);
  CHECK(list->items[0].text == "1");
  CHECK(list->items[1].text == "-2.50");
  CHECK(list->items[2].text == "x中\n");
  CHECK((list->items[3].is(Type::kBoolean) && list->items[3].boolean));
  CHECK((list->items[4].is(Type::kBoolean) && !list->items[4].boolean));
  CHECK(list->items[5].is(Type::kNull));
  REQUIRE(root.find("") != nullptr);
  CHECK(root.find("")->is(Type::kObject));
  CHECK(root.find("b") == nullptr);
  CHECK(list->find("a") == nullptr);
}

TEST_CASE("numbers keep the digits that were written") {
  CHECK(number("0.10") == "0.10");
  CHECK(number("1e2") == "1e2");
  CHECK(number("-0.0") == "-0.0");
  CHECK(number("9007199254740993") == "9007199254740993");          // 2^53 + 1
  CHECK(number("18446744073709551615") == "18446744073709551615");  // 2^64 - 1
  CHECK(number("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(number("0.1000000000000000055511151231257827") == "0.1000000000000000055511151231257827");
}

TEST_CASE("members stay in the order in which they were written") {
  const auto tree = json::read(R"({"z": 1, "a": 2, "m": 3})", Fault::kCase);
  REQUIRE(tree.ok());
  std::string names;
  for (const json::Member& member : tree.value().members) names += member.name;
  CHECK(names == "zam");
}

TEST_CASE("64 levels are read and 65 are too deep") {
  CHECK(verdict(nested(64)) == "ok");
  CHECK(verdict(nested(65)) == "json.too_deep");
  std::string objects;
  for (int i = 0; i < 64; ++i) objects += R"({"a":)";
  CHECK(verdict(objects + '1' + std::string(64, '}')) == "ok");
  CHECK(verdict(R"({"a":)" + objects + '1' + std::string(65, '}')) == "json.too_deep");
}

TEST_CASE("a text nested 100000 deep is refused") {
  CHECK(verdict(nested(100'000)) == "json.too_deep");
  CHECK(verdict(std::string(100'000, '[')) == "json.too_deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
  CHECK(verdict(objects) == "json.too_deep");
}

TEST_CASE("a text of 10 MB is refused before it is read") {
  CHECK(verdict('"' + std::string(10'000'000, 'x') + '"') == "json.too_large");
  CHECK(verdict(std::string(10'000'000, '[')) == "json.too_large");
}

TEST_CASE("2 MiB are read and one byte more is not") {
  const std::string text = '"' + std::string(2'097'150, 'x') + '"';
  CHECK(verdict(text) == "ok");
  CHECK(verdict(text + ' ') == "json.too_large");
}

TEST_CASE("a name written twice is refused with its place") {
  CHECK(verdict(R"({"a": 1, "a": 1})") == "json.duplicate_key /a");
  CHECK(verdict(R"({"visits": [{}, {"sheet": {"total": 1, "basic": 2, "total": 1}}]})") ==
        "json.duplicate_key /visits/1/sheet/total");
  CHECK(verdict(R"([[], [0, {"a": 1, "b": 2, "a": 3}]])") == "json.duplicate_key /1/1/a");
  CHECK(verdict(R"({"a": {"b": 1}, "b": {"b": 1}})") == "ok");
  CHECK(verdict(R"([{"a": 1}, {"a": 1}])") == "ok");
}

TEST_CASE("a place in a text escapes tildes and slashes") {
  CHECK(verdict(R"({"a/b~c": {"x~y": 1, "x~y": 2}})") == "json.duplicate_key /a~1b~0c/x~0y");
  CHECK(verdict(R"({"": {"": 1, "": 2}})") == "json.duplicate_key //");
  CHECK(verdict(R"({"a/b": [0, 1e400]})") == "amount.too_large /a~1b/1");
}

TEST_CASE("two spellings of one name are the same name") {
  CHECK(verdict(R"({"a": 1, "\u0061": 2})") == "json.duplicate_key /a");
}

TEST_CASE("a number beyond every floating point is too large") {
  CHECK(verdict("1e400") == "amount.too_large");
  CHECK(verdict("-1e400") == "amount.too_large");
  CHECK(verdict(R"({"visits": [{"sheet": {"total": 1e400}}]})") == "amount.too_large /visits/0/sheet/total");
  CHECK(verdict(R"({"a": {}, "b": [[], 1e999999999]})") == "amount.too_large /b/1");
  CHECK(verdict("1e-400") == "ok");
}

TEST_CASE("a text cut off anywhere is no JSON") {
  const std::string whole =
      R"({"place":"320200","year":2024,"person":{"insurance":"resident","identities":[{"category":"orphan"}]},)"
      R"("visits":[{"id":"\u4e00中","kind":null,"designated":true,"sheet":{"total":-1.5e+3}}]})";
  REQUIRE(verdict(whole) == "ok");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK(verdict(std::string_view(whole).substr(0, length)) == "json.syntax");
  }
}

TEST_CASE("what is no JSON is refused") {
  for (const char* text : {"",
                           " ",
                           "\n",
                           "nul",
                           "True",
                           "'a'",
                           "{a: 1}",
                           "[1,]",
                           "{\"a\": 1,}",
                           "[1 2]",
                           "{\"a\" 1}",
                           "{\"a\"}",
                           "{1: 2}",
                           "{} {}",
                           "[]]",
                           "01",
                           "+1",
                           "1.",
                           ".5",
                           "1e",
                           "- 1",
                           "0x1",
                           "NaN",
                           "Infinity",
                           "\"a",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"a\nb\"",
                           "// x\n1",
                           "/* x */ 1",
                           "\"\\ud800\"",
                           "\"\\udc00\\ud800\""}) {
    CAPTURE(text);
    CHECK(verdict(text) == "json.syntax");
  }
}

TEST_CASE("nothing may follow the text after a zero byte either") {
  CHECK(verdict(std::string_view("{}\0", 3)) == "json.syntax");
  CHECK(verdict(std::string_view("{}\0{\"a\": 1}", 11)) == "json.syntax");
  CHECK(verdict(std::string_view("\0", 1)) == "json.syntax");
}

TEST_CASE("invalid UTF-8 is refused") {
  for (const char* bytes :
       {"\x80", "\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
    CHECK(verdict(std::string("\"") + bytes + "\"") == "json.syntax");
    CHECK(verdict(std::string("{\"") + bytes + "\": 1}") == "json.syntax");
  }
}

TEST_CASE("a byte order mark in front is no error and one elsewhere is") {
  CHECK(verdict("\xEF\xBB\xBF{\"a\": 1}") == "ok");
  CHECK(verdict("\xEF\xBB\xBF") == "json.syntax");
  CHECK(verdict("{\"a\": \xEF\xBB\xBF 1}") == "json.syntax");
  CHECK(verdict("\xEF\xBB{}") == "json.syntax");
}

TEST_CASE("an error says at which byte reading stopped") {
  const auto tree = json::read(R"({"a": 1, b: 2})", Fault::kPack);
  REQUIRE_FALSE(tree.ok());
  CHECK(tree.error().fault == Fault::kPack);
  CHECK_THAT(tree.error().message.en, Contains("byte 10"));
  CHECK_THAT(tree.error().message.zh, Contains("10"));
}

}  // namespace
}  // namespace aidcheck::test
