#include "base/sort.h"

#include <catch2/catch.hpp>
#include <vector>

#include "base/duplicates.h"

namespace aidcheck::test {
namespace {

TEST_CASE("a list is sorted as it is asked for") {
  std::vector<int> numbers{3, 1, 2, 3, 0};
  sort(numbers, [](int a, int b) { return a < b; });
  CHECK(numbers == std::vector<int>{0, 1, 2, 3, 3});
  sort(numbers, [](int a, int b) { return a > b; });
  CHECK(numbers == std::vector<int>{3, 3, 2, 1, 0});
  std::vector<int> none;
  sort(none, [](int a, int b) { return a < b; });
  CHECK(none.empty());
}

TEST_CASE("a name given twice is found wherever it stands") {
  CHECK(name_given_twice({}).empty());
  CHECK(name_given_twice({"a", "b", "aa"}).empty());
  CHECK(name_given_twice({"b", "a", "c", "b"}) == "b");
  CHECK(name_given_twice({"无锡", "江阴", "无锡"}) == "无锡");
}

}  // namespace
}  // namespace aidcheck::test
