#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::StartsWith;

// Packs that go to the edges of what a pack may hold, and beyond: refused with a reason. That none takes long
// shows in the run as a whole.

// `count` items with commas between them.
template <class Each>
std::string listed(int count, Each each) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + each(i);
  return text;
}

std::string choices(int count) {
  return listed(count, [](int i) { return "\"c" + std::to_string(i) + R"(": $word)"; });
}

std::string fact(std::string_view id, std::string_view type_and_more) {
  return '"' + std::string(id) + R"(": {"of": "person", "label": $word, "question": $word, "type": )" +
         std::string(type_and_more) + '}';
}

std::string facts(std::string_view members) { return R"("facts": {)" + std::string(members) + "}, "; }

std::string rates(std::string_view rows) {
  return R"("layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [)" +
         std::string(rows) + "]}]";
}

TEST_CASE("a fact may have 62 choices and no more") {
  const auto with = [](int count) {
    return refusal(pack_with(facts(fact("grade", R"("choice", "choices": {)" + choices(count) + '}')) +
                             rates(R"({"when": {"grade": "c0"}, "rate": "1%"})")));
  };
  CHECK(with(62) == "no error");
  CHECK(with(63) == "bad_pack pack.too_many_facts /facts");
  CHECK(with(300) == "bad_pack pack.too_many_facts /facts");
}

TEST_CASE("a number may be compared with 61 bounds and no more") {
  const auto with = [](int count) {
    return refusal(pack_with(facts(fact("age", R"("whole_number")")) + rates(listed(count, [](int i) {
                               return R"({"when": {"age": {"at_least": )" + std::to_string(1000 - i) +
                                      R"(}}, "rate": "1%"})";
                             }))));
  };
  CHECK(with(61) == "no error");
  CHECK(with(62) == "bad_pack pack.too_many_facts /facts");
  CHECK(with(1000) == "bad_pack pack.too_many_facts /facts");
}

TEST_CASE("a pack may have 32 facts in all and no more") {
  // category and the five built-in facts are among them
  const auto with = [](int count) {
    return refusal(
        pack_with(facts(listed(count, [](int i) { return fact("f" + std::to_string(i), R"("yes_no")"); })) +
                  R"("layers": [])"));
  };
  CHECK(with(26) == "no error");
  CHECK(with(27) == "bad_pack pack.too_many_facts /facts");
}

TEST_CASE("the last choice of the last fact is still looked up right") {
  const Tiny tiny(facts(listed(26,
                               [](int i) {
                                 return fact("f" + std::to_string(i),
                                             R"("choice", "choices": {)" + choices(62) + '}');
                               })) +
                  rates(R"({"when": {"f25": "c61"}, "rate": "100%"}, {"rate": "1%"})"));
  const auto paid = [&](const char* choice) {
    return tiny
        .settle(
            case_of(std::string(R"("identities": [], "f25": ")") + choice + '"', stay("2024-03-01", "100")))
        .pays("aid");
  };
  CHECK(paid("c61") == "100");
  CHECK(paid("c60") == "1");
  CHECK(paid("c0") == "1");
}

TEST_CASE("a table may look at 262144 combinations and no more") {
  // Three facts of 62 choices: 63 * 63 * 63 = 250,047 cells, the missing answers among them.
  const std::string three = fact("a", R"("choice", "choices": {)" + choices(62) + '}') + ',' +
                            fact("b", R"("choice", "choices": {)" + choices(62) + '}') + ',' +
                            fact("c", R"("choice", "choices": {)" + choices(62) + '}') + ',' +
                            fact("d", R"("yes_no")");
  const Tiny tiny(facts(three) +
                  rates(R"({"when": {"a": "c61", "b": "c61", "c": "c61"}, "rate": "100%"}, {"rate": "1%"})"));
  const auto paid = [&](const char* c) {
    const Answer answer = tiny.settle(
        case_of(std::string(R"("identities": [], "a": "c61", "b": "c61")") + c, stay("2024-03-01", "100")));
    return answer.pays("aid") + ", " + unknown_in(answer);
  };
  CHECK(paid(R"(, "c": "c61")") == "100, nothing");
  CHECK(paid(R"(, "c": "c60")") == "1, nothing");
  CHECK(paid("") == "1 to 100, /person/c");
  CHECK(refusal(pack_with(
            facts(three) +
            rates(R"({"when": {"a": "c61", "b": "c61", "c": "c61", "d": true}, "rate": "100%"})"))) ==
        "bad_pack table.too_large /layers/0");
}

TEST_CASE("a pack may have 16 layers and 16 pools and no more") {
  const auto layers = [](int count) {
    return refusal(pack_with(
        R"("layers": [)" +
        listed(count, [](int i) { return R"({"id": "l)" + std::to_string(i) + R"(", "sheet": "basic"})"; }) +
        ']'));
  };
  CHECK(layers(16) == "no error");
  CHECK_THAT(layers(17), StartsWith("bad_pack pack.too_many_parts "));
  CHECK_THAT(layers(1000), StartsWith("bad_pack pack.too_many_parts "));
  const auto pools = [](int count) {
    return refusal(
        pack_with(R"("pools": {)" +
                  listed(count,
                         [](int i) {
                           return "\"p" + std::to_string(i) +
                                  R"(": {"label": $word, "limit": "1元", "per": "year", "cite": "law#1"})";
                         }) +
                  R"(}, "layers": [])"));
  };
  CHECK(pools(16) == "no error");
  CHECK_THAT(pools(17), StartsWith("bad_pack pack.too_many_parts "));
}

TEST_CASE("all 16 layers and pools are settled") {
  const Tiny tiny(
      R"("pools": {)" +
      listed(16,
             [](int i) {
               return "\"p" + std::to_string(i) + R"(": {"label": $word, "limit": ")" +
                      std::to_string(i + 1) + R"(元", "per": "year", "cite": "law#1"})";
             }) +
      R"(}, "layers": [)" +
      listed(
          16,
          [](int i) {
            const std::string number = std::to_string(i);
            return R"({"id": "l)" + number +
                   R"(", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "100%"}], "draws_on": "p)" +
                   number + "\"}";
          }) +
      ']');
  const Answer answer = tiny.settle(case_of(stay("2024-03-01", "1000")));
  for (int i = 0; i < 16; ++i) CHECK(answer.pays("l" + std::to_string(i)) == std::to_string(i + 1));
  CHECK(answer.at("/personal/total") == "864");  // 1000 - (1 + … + 16)
}

TEST_CASE("a table with more rows than can be numbered is refused or right") {
  // Every row but the last is for an orphan.
  const int count = 33'024;
  const std::string row = R"({"when":{"category":"orphan"},"rate":"1%"})";
  std::string rows;
  for (int i = 0; i < count; ++i) rows += row + ',';
  Engine engine;
  const Answer loaded(engine.load(pack_with(rates(rows + R"({"rate": "50%"})"))));
  if (loaded.ok()) {
    CHECK(Answer(engine.estimate(case_of(stay("2024-03-01", "100")))).pays("aid") == "50");
  } else {
    CHECK_THAT(error_in(loaded), StartsWith("bad_pack "));
  }
}

TEST_CASE("a pack full of bounds is refused") {
  std::string list;
  for (int i = 250'000; i > 0; --i) list += std::to_string(i + 100'000) + (i == 1 ? "" : ",");
  CHECK(refusal(pack_with(facts(fact("age", R"("whole_number")")) +
                          rates(R"({"when": {"age": [)" + list + R"(]}, "rate": "1%"})"))) ==
        "bad_pack pack.too_many_facts /facts");
}

TEST_CASE("a pack of thousands of large tables is refused") {
  // 60,000 cells each: 2,000 of them would take hundreds of megabytes in a page.
  const std::string two = fact("a", R"("choice", "choices": {)" + choices(62) + '}') + ',' +
                          fact("b", R"("choice", "choices": {)" + choices(62) + '}');
  const std::string notices = listed(2000, [](int i) {
    return R"({"id": "n)" + std::to_string(i) +
           R"(", "when": {"a": "c0", "b": "c0", "where": "outside", "referral": "none"}, "label": $word, "text": $word})";
  });
  CHECK_THAT(refusal(pack_with(facts(two) + R"("layers": [], "notices": [)" + notices + ']')),
             StartsWith("bad_pack "));
}

TEST_CASE("a case full of unknown names is refused") {
  const Tiny tiny(rates(R"({"rate": "1%"})"));
  const std::string unknown = listed(150'000, [](int i) { return "\"f" + std::to_string(i) + "\":1"; });
  CHECK_THAT(error_in(tiny.settle(case_of(R"("identities": [], )" + unknown, ""))),
             StartsWith("bad_case field.unknown /person/f0 "));
  CHECK_THAT(error_in(tiny.settle(changed(case_of(""), R"("year": 2024)", R"("year": 2024, )" + unknown))),
             StartsWith("bad_case field.unknown /f0 "));
}

TEST_CASE("a pack full of unknown names is refused") {
  const std::string unknown = listed(100'000, [](int i) { return "\"f" + std::to_string(i) + "\":1"; });
  CHECK_THAT(refusal(pack_with(R"("layers": [], )" + unknown)), StartsWith("bad_pack field.unknown /f0 "));
}

TEST_CASE("a case may have 4000 visits and no more") {
  Engine engine;
  REQUIRE(engine.load(pack_with(rates(R"({"rate": "1%"})"))).ok);
  const auto with = [&](int count) {
    return engine.estimate(
        case_of(listed(count, [](int i) { return stay(i % 2 == 0 ? "2024-03-01" : "2024-02-29", "1"); })));
  };
  CHECK(with(4000).ok);  // more than the test's reader takes
  CHECK(error_in(Answer(with(4001))) == "bad_case list.too_long /visits");
}

TEST_CASE("a person may have 64 identities and no more") {
  const Tiny tiny(rates(R"({"rate": "1%"})"));
  const std::string visits = listed(400, [](int) { return stay("2024-03-01", "1"); });
  const auto with = [&](int count) {
    const std::string identities =
        listed(count, [](int i) { return std::string(i % 2 == 0 ? "\"orphan\"" : "\"subsistence\""); });
    const Answer answer = tiny.settle(case_of(R"("identities": [)" + identities + ']', visits));
    return answer.ok() ? answer.pays("aid") : error_in(answer);
  };
  CHECK(with(64) == "4");
  CHECK(with(65) == "bad_case list.too_long /person/identities");
  CHECK(with(100'000) == "bad_case list.too_long /person/identities");
}

}  // namespace
}  // namespace aidcheck::test
