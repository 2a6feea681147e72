#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kTopUp = R"("over": "year", "deductible": "6000元", "pays": [{"rate": "60%"}])";

Tiny with_layer(std::string_view members, std::string_view more = "") {
  return Tiny(std::string(more) + R"("layers": [)" + aid_layer(members) + ']');
}

TEST_CASE("a cumulative layer pays what the year's total gives less what it gave before") {
  const Tiny tiny = with_layer(kTopUp);
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "4000") + ',' + stay("2024-02-05", "3000") +
                                            ',' + stay("2024-03-05", "2000")));
  CHECK(answer.pays("aid", "1") == "0");     // F(4000) = 0
  CHECK(answer.pays("aid", "2") == "600");   // F(7000) = 600
  CHECK(answer.pays("aid", "3") == "1200");  // F(9000) = 1800, 600 of it paid
  CHECK(answer.pays("aid") == "1800");
  CHECK(answer.at("/after/cumulative/aid") == "9000");
}

TEST_CASE("a cumulative deductible is crossed from a fen below to a fen above") {
  const Tiny tiny = with_layer(kTopUp);
  CHECK(tiny.settle(case_of(stay("2024-01-05", "5999.99"))).pays("aid") == "0");
  CHECK(tiny.settle(case_of(stay("2024-01-05", "6000"))).pays("aid") == "0");
  CHECK(tiny.settle(case_of(stay("2024-01-05", "6000.01"))).pays("aid") == "0.01");  // 0.6 fen
}

TEST_CASE("the year's total is rounded and not each visit") {
  const Tiny tiny = with_layer(kTopUp);
  const Answer answer = tiny.settle(case_of(
      stay("2024-01-05", "6000") + ',' + stay("2024-01-06", "0.01") + ',' + stay("2024-01-07", "0.01") + ',' +
      stay("2024-01-08", "0.01") + ',' + stay("2024-01-09", "0.01") + ',' + stay("2024-01-10", "0.01")));
  // F in fen: 0, 0.6 -> 1, 1.2 -> 1, 1.8 -> 2, 2.4 -> 2, 3
  CHECK(answer.pays("aid", "2") == "0.01");
  CHECK(answer.pays("aid", "3") == "0");
  CHECK(answer.pays("aid", "4") == "0.01");
  CHECK(answer.pays("aid", "5") == "0");
  CHECK(answer.pays("aid", "6") == "0.01");
  CHECK(answer.pays("aid") == "0.03");
}

TEST_CASE("visits that a cumulative layer keeps out do not count for its total") {
  const Tiny tiny = with_layer(
      std::string(R"("except": [{"id": "far", "when": {"where": "outside"}, "text": $word}], )") + kTopUp);
  const auto at = [](const char* day, const char* where, const char* yuan) {
    return visit(std::string(R"("kind": "inpatient", "from": ")") + day + R"(", "where": ")" + where + '"',
                 yuan);
  };
  const Answer answer =
      tiny.settle(case_of(at("2024-01-05", "city", "5000") + ',' + at("2024-02-05", "outside", "50000") +
                          ',' + at("2024-03-05", "city", "2000")));
  CHECK(answer.pays("aid", "1") == "0");
  CHECK(answer.pays("aid", "2") == "0");
  CHECK(answer.pays("aid", "3") == "600");
  CHECK(answer.at("/after/cumulative/aid") == "7000");
}

TEST_CASE("a cumulative layer starts from what had been counted before") {
  const Tiny tiny = with_layer(kTopUp);
  const auto with_before = [&](const char* counted) {
    return tiny.settle(case_of(R"("identities": ["subsistence"])", stay("2024-03-05", "2000"),
                               std::string(R"("before": {"cumulative": {"aid": )") + counted + "}}"));
  };
  CHECK(with_before("0").pays("aid") == "0");
  CHECK(with_before("4000").pays("aid") == "0");
  CHECK(with_before("5000").pays("aid") == "600");    // F(7000) - F(5000)
  CHECK(with_before("6000").pays("aid") == "1200");   // F(8000) - F(6000)
  CHECK(with_before("10000").pays("aid") == "1200");  // F(12000) - F(10000) = 3600 - 2400
  CHECK(with_before("10000").at("/after/cumulative/aid") == "12000");
}

TEST_CASE("a cumulative layer climbs through its bands over the year") {
  const Tiny tiny = with_layer(R"("over": "year", "deductible": "1万元",
    "pays": [{"bands": [{"to": "2万元", "rate": "60%"}, {"rate": "80%"}]}])");
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "15000") + ',' + stay("2024-02-05", "15000") +
                                            ',' + stay("2024-03-05", "10000")));
  CHECK(answer.pays("aid", "1") == "3000");   // 5,000 * 60%
  CHECK(answer.pays("aid", "2") == "11000");  // 5,000 * 60% + 10,000 * 80%
  CHECK(answer.pays("aid", "3") == "8000");
}

TEST_CASE("a cumulative layer with a rate that changes takes the visit's own rate for both totals") {
  const Tiny tiny = with_layer(R"("over": "year",
    "pays": [{"when": {"hospital": "primary"}, "rate": "80%"}, {"when": {"hospital": ["secondary", "tertiary"]}, "rate": "50%"}])");
  const auto at = [](const char* day, const char* hospital) {
    return visit(
        std::string(R"("kind": "inpatient", "from": ")") + day + R"(", "hospital": ")" + hospital + '"',
        "100");
  };
  const Answer answer = tiny.settle(case_of(at("2024-01-05", "tertiary") + ',' + at("2024-02-05", "primary") +
                                            ',' + at("2024-03-05", "tertiary")));
  CHECK(answer.pays("aid", "1") == "50");
  CHECK(answer.pays("aid", "2") == "80");  // 80% of 200 less 80% of 100
  CHECK(answer.pays("aid", "3") == "50");
}

TEST_CASE("what a pool cuts off a cumulative layer is not paid later") {
  const Tiny tiny = with_layer(
      R"("over": "year", "pays": [{"rate": "50%"}], "draws_on": "limit")",
      R"("pools": {"limit": {"label": $word, "limit": "100元", "per": "visit", "cite": "law#1"}}, )");
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "300") + ',' + stay("2024-02-05", "100")));
  CHECK(answer.pays("aid", "1") == "100");  // 150, cut to 100
  CHECK(answer.pays("aid", "2") == "50");   // F(400) - F(300) = 50; the 50 that were cut stay cut
  CHECK(answer.at("/after/cumulative/aid") == "400");
}

TEST_CASE("a cumulative layer builds on what the layers before it left at each visit") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "70%"}])") + R"(,
    {"id": "top_up", "label": $word, "cite": "law#1", "over": "year", "base": {"of": ["scope"], "less": ["aid"]},
     "deductible": "600元", "pays": [{"rate": "60%"}]}])");
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "1000") + ',' + stay("2024-02-05", "2000")));
  // 300 are left, then 600 more: 900 in all, 300 above 600, 60% of it
  CHECK(answer.pays("aid") == "2100");
  CHECK(answer.pays("top_up", "1") == "0");
  CHECK(answer.pays("top_up", "2") == "180");
  CHECK(answer.at("/personal/in_scope") == "720");
}

TEST_CASE("the steps of a cumulative layer replay its sum") {
  const Tiny tiny = with_layer(kTopUp);
  const Answer answer = tiny.settle(case_of(stay("2024-01-05", "7000") + ',' + stay("2024-02-05", "2000")));
  std::string told;
  for (const json::Value& step : answer.find("/visits/2/steps")->items) {
    const auto part = [&](const char* name) {
      return step.find(name) == nullptr ? "-" : step.find(name)->text;
    };
    told += part("op") + ' ' + part("parameter") + ' ' + part("amount") + ' ' + part("so_far") + '\n';
  }
  CHECK(told ==
        "take - 2000 2000\n"
        "base - - 2000\n"
        "year_before - 7000 7000\n"
        "year_now - - 9000\n"
        "deductible 6000元 6000 3000\n"
        "rate 60% - 1800\n"
        "paid_before - 600 1200\n"
        "pays - 1200 -\n");
}

}  // namespace
}  // namespace aidcheck::test
