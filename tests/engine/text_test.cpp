#include "base/text.h"

#include <catch2/catch.hpp>
#include <string>

namespace aidcheck::test {
namespace {

using namespace std::string_literals;

TEST_CASE("a sentence is said in both languages") {
  const Text said = say("{0}不在{1}内", "{0} is not in {1}", {"2024"s, {"这一年", "this year"}});
  CHECK(said.zh == "2024不在这一年内");
  CHECK(said.en == "2024 is not in this year");
}

TEST_CASE("a filler may stand twice and in any order") {
  const Text said = say("{1}{0}{1}", "{1}-{0}-{1}", {"a"s, "b"s});
  CHECK(said.zh == "bab");
  CHECK(said.en == "b-a-b");
}

TEST_CASE("what a filler holds is not filled again") {
  const Text said = say("“{0}”与“{1}”", "\"{0}\" and \"{1}\"", {"{1}"s, "{0}"s});
  CHECK(said.zh == "“{1}”与“{0}”");
  CHECK(said.en == "\"{1}\" and \"{0}\"");
}

TEST_CASE("braces that are no place stay") {
  const Text said = say("列表 [ ] 对象 { }，{9}", "a list [ ], an object { }, {9", {"x"s});
  CHECK(said.zh == "列表 [ ] 对象 { }，{9}");
  CHECK(said.en == "a list [ ], an object { }, {9");
}

TEST_CASE("a text is empty where neither language says anything") {
  CHECK(Text{}.empty());
  CHECK_FALSE(Text{"词", ""}.empty());
  CHECK_FALSE(Text{"", "word"}.empty());
}

}  // namespace
}  // namespace aidcheck::test
