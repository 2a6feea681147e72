#include "base/nearest.h"

#include <catch2/catch.hpp>
#include <string>

namespace aidcheck::test {
namespace {

const std::vector<std::string_view> kFields{"total", "fully_own", "own_first", "in_scope", "basic"};

TEST_CASE("the nearest name is the one with the fewest typing mistakes") {
  CHECK(nearest_name("totl", kFields) == "total");         // dropped
  CHECK(nearest_name("basiic", kFields) == "basic");       // added
  CHECK(nearest_name("in-scope", kFields) == "in_scope");  // changed
  CHECK(nearest_name("in_scoep", kFields) == "in_scope");  // swapped
  CHECK(nearest_name("own_fist", kFields) == "own_first");
  CHECK(nearest_name("total", kFields) == "total");
}

TEST_CASE("two letters swapped are one mistake") {
  // "abdc" is one swap from "abcd" and one change from neither; "abxx" is two changes away.
  CHECK(nearest_name("abdc", {"abxx", "abcd"}) == "abcd");
  CHECK(nearest_name("ba", {"b", "ab"}) == "b");  // one dropped, one swapped: equal, so the first
}

TEST_CASE("among equally near names the first counts") {
  CHECK(nearest_name("ac", {"aa", "ab", "bc"}) == "aa");
  CHECK(nearest_name("ac", {"bc", "ab", "aa"}) == "bc");
  CHECK(nearest_name("", {"b", "a"}) == "b");
}

TEST_CASE("nothing is nearest where nothing is known") { CHECK(nearest_name("total", {}).empty()); }

TEST_CASE("a name as long as a book is compared by its beginning") {
  const std::string book(2'000'000, 'x');
  CHECK(nearest_name(book, kFields) == "total");
  CHECK(nearest_name(std::string(70, 'x'), {std::string_view("y"), book}) == book);
}

}  // namespace
}  // namespace aidcheck::test
