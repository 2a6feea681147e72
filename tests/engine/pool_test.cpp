#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

std::string pool(std::string_view id, std::string_view limit, std::string_view more = R"("per": "year")") {
  return '"' + std::string(id) + R"(": {"label": $word, "cite": "law#1", "limit": )" + std::string(limit) +
         ", " + std::string(more) + '}';
}

std::string pools(std::string_view members) { return R"("pools": {)" + std::string(members) + "}, "; }

std::string paying_all(std::string_view draws) {
  return R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}], "draws_on": )" + std::string(draws)) +
         ']';
}

std::string care(std::string_view kind, std::string_view day, std::string_view yuan) {
  return visit(R"("kind": ")" + std::string(kind) + R"(", "from": ")" + std::string(day) + '"', yuan);
}

TEST_CASE("a pool is drawn down over the year to the last fen") {
  const Tiny tiny(pools(pool("year", R"("100元")")) + paying_all(R"("year")"));
  CHECK(tiny.settle(case_of(stay("2024-01-05", "99.99"))).pays("aid") == "99.99");
  CHECK(tiny.settle(case_of(stay("2024-01-05", "100"))).pays("aid") == "100");
  CHECK(tiny.settle(case_of(stay("2024-01-05", "100.01"))).pays("aid") == "100");
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "60") + ',' + stay("2024-02-05", "39.99") +
                                            ',' + stay("2024-03-05", "5") + ',' + stay("2024-04-05", "5")));
  CHECK(answer.pays("aid", "1") == "60");
  CHECK(answer.pays("aid", "2") == "39.99");
  CHECK(answer.pays("aid", "3") == "0.01");
  CHECK(answer.pays("aid", "4") == "0");
  CHECK(answer.at("/pools/year/limit") == "100");
  CHECK(answer.at("/pools/year/before") == "0");
  CHECK(answer.at("/pools/year/drawn") == "100");
  CHECK(answer.at("/pools/year/left") == "0");
  CHECK(answer.at("/pools/year/parameter") == "100元");
  CHECK(answer.at("/after/pools/year") == "100");
}

TEST_CASE("a pool per visit is full again at each visit") {
  const Tiny tiny(pools(pool("each", R"("100元")", R"("per": "visit")")) + paying_all(R"("each")"));
  const Answer answer = tiny.settle(
      case_of(stay("2024-01-05", "60") + ',' + stay("2024-02-05", "150") + ',' + stay("2024-03-05", "100")));
  CHECK(answer.pays("aid", "1") == "60");
  CHECK(answer.pays("aid", "2") == "100");
  CHECK(answer.pays("aid", "3") == "100");
  CHECK(answer.at("/after/pools/each") == "absent");
}

TEST_CASE("layers share a pool, also within one visit") {
  const char* const layers = R"("layers": [
    {"id": "first", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, "pays": [{"rate": "50%"}], "draws_on": "one"},
    {"id": "second", "label": $word, "cite": "law#1", "base": {"of": ["scope"], "less": ["first"]}, "pays": [{"rate": "100%"}],
     "draws_on": ["one"]}])";
  SECTION("per year") {
    const Tiny tiny(pools(pool("one", R"("100元")")) + layers);
    const Answer answer = tiny.settle(case_of(stay("2024-01-05", "80") + ',' + stay("2024-02-05", "80")));
    CHECK(answer.pays("first", "1") == "40");
    CHECK(answer.pays("second", "1") == "40");
    CHECK(answer.pays("first", "2") == "20");
    CHECK(answer.pays("second", "2") == "0");
  }
  SECTION("per visit") {
    const Tiny tiny(pools(pool("one", R"("100元")", R"("per": "visit")")) + layers);
    const Answer answer = tiny.settle(case_of(stay("2024-01-05", "120") + ',' + stay("2024-02-05", "120")));
    for (const char* id : {"1", "2"}) {
      CHECK(answer.pays("first", id) == "60");
      CHECK(answer.pays("second", id) == "40");
    }
  }
}

TEST_CASE("a pool inside another draws on both") {
  const Tiny tiny(pools(pool("outer", R"("100元")") + ',' +
                        pool("first", R"("60元")", R"("per": "year", "inside": "outer")") + ',' +
                        pool("second", R"("60元")", R"("per": "year", "inside": "outer")")) +
                  paying_all(R"([{"when": {"kind": "outpatient"}, "pools": ["first"]},
                                 {"when": {"kind": "chronic"}, "pools": ["second"]},
                                 {"when": {"kind": "inpatient"}, "pools": ["outer"]}])"));
  const Answer inner_first = tiny.settle(
      case_of(care("outpatient", "2024-01-05", "70") + ',' + care("chronic", "2024-02-05", "70")));
  CHECK(inner_first.pays("aid", "1") == "60");  // its own limit
  CHECK(inner_first.pays("aid", "2") == "40");  // what the outer one still has
  CHECK(inner_first.at("/after/pools/outer") == "100");
  CHECK(inner_first.at("/after/pools/first") == "60");
  CHECK(inner_first.at("/after/pools/second") == "40");

  const Answer outer_first = tiny.settle(
      case_of(care("inpatient", "2024-01-05", "90") + ',' + care("outpatient", "2024-02-05", "70")));
  CHECK(outer_first.pays("aid", "1") == "90");
  CHECK(outer_first.pays("aid", "2") == "10");
  CHECK(outer_first.at("/after/pools/first") == "10");
}

TEST_CASE("pools nest three deep") {
  const Tiny tiny(
      pools(pool("c", R"("30元")", R"("per": "year", "inside": "b")") + ',' +
            pool("b", R"("50元")", R"("per": "year", "inside": "a")") + ',' + pool("a", R"("60元")")) +
      paying_all(
          R"([{"when": {"kind": "outpatient"}, "pools": ["c"]}, {"when": {"kind": "chronic"}, "pools": ["b"]},
                                 {"when": {"kind": "inpatient"}, "pools": ["a"]}])"));
  const Answer answer =
      tiny.settle(case_of(care("outpatient", "2024-01-05", "40") + ',' + care("chronic", "2024-02-05", "40") +
                          ',' + care("inpatient", "2024-03-05", "40")));
  CHECK(answer.pays("aid", "1") == "30");
  CHECK(answer.pays("aid", "2") == "20");
  CHECK(answer.pays("aid", "3") == "10");
}

TEST_CASE("a limit per visit may lie inside a limit of the year") {
  const Tiny tiny(pools(pool("each", R"("30元")", R"("per": "visit", "inside": "year")") + ',' +
                        pool("year", R"("50元")")) +
                  paying_all(R"("each")"));
  const Answer answer = tiny.settle(
      case_of(stay("2024-01-05", "40") + ',' + stay("2024-02-05", "40") + ',' + stay("2024-03-05", "40")));
  CHECK(answer.pays("aid", "1") == "30");
  CHECK(answer.pays("aid", "2") == "20");
  CHECK(answer.pays("aid", "3") == "0");
}

TEST_CASE("a draw on two pools is cut by the one that has less") {
  const Tiny tiny(pools(pool("wide", R"("100元")") + ',' + pool("narrow", R"("20元")")) +
                  paying_all(R"(["wide", "narrow"])"));
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "15") + ',' + stay("2024-02-05", "15")));
  CHECK(answer.pays("aid", "1") == "15");
  CHECK(answer.pays("aid", "2") == "5");
  CHECK(answer.at("/after/pools/wide") == "20");
  CHECK(answer.at("/after/pools/narrow") == "20");
}

TEST_CASE("a limit may hang on facts") {
  const Tiny tiny(pools(pool("year", R"([{"when": {"category": "orphan"}, "amount": "200元"},
                                         {"when": {"category": "subsistence"}, "amount": "100元"}])")) +
                  paying_all(R"("year")"));
  const auto paid_to = [&](const char* category) {
    return tiny
        .settle(case_of(std::string(R"("identities": [")") + category + R"("])", stay("2024-01-05", "500")))
        .pays("aid");
  };
  CHECK(paid_to("orphan") == "200");
  CHECK(paid_to("subsistence") == "100");
  CHECK(paid_to("near_subsistence") == "500");  // no row holds: no limit
}

TEST_CASE("a visit for which no draw holds draws on nothing") {
  const Tiny tiny(pools(pool("year", R"("10元")")) +
                  paying_all(R"([{"when": {"kind": "outpatient"}, "pools": ["year"]}])"));
  const Answer answer = tiny.settle(
      case_of(care("outpatient", "2024-01-05", "50") + ',' + care("inpatient", "2024-02-05", "50")));
  CHECK(answer.pays("aid", "1") == "10");
  CHECK(answer.pays("aid", "2") == "50");
  CHECK(answer.at("/after/pools/year") == "10");
}

TEST_CASE("a cap is a step that says what it cut off") {
  const Tiny tiny(pools(pool("year", R"("100元")")) + paying_all(R"("year")"));
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "70") + ',' + stay("2024-02-05", "50")));
  const std::string cap = "/visits/2/steps/cap";
  CHECK(answer.at(cap + "/pool") == "year");
  CHECK(answer.at(cap + "/parameter") == "100元");
  CHECK(answer.at(cap + "/limit") == "100");
  CHECK(answer.at(cap + "/left_before") == "30");
  CHECK(answer.at(cap + "/left_after") == "0");
  CHECK(answer.at(cap + "/amount") == "20");
  CHECK(answer.at(cap + "/so_far") == "30");
}

}  // namespace
}  // namespace aidcheck::test
