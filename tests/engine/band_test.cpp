#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

const char* const kBands =
    R"([{"to": "5万元", "rate": "60%"}, {"to": "10万元", "rate": "70%"}, {"rate": "80%"}])";

std::string paid_by(const std::string& rate, std::string_view amount) {
  const Tiny tiny(R"("layers": [)" + aid_layer(rate) + ']');
  return tiny.settle(case_of(stay("2024-03-01", amount))).pays("aid");
}

TEST_CASE("each part of an amount is paid by the rate of its band") {
  const std::string rate = R"("pays": [{"bands": )" + std::string(kBands) + "}]";
  CHECK(paid_by(rate, "0") == "0");
  CHECK(paid_by(rate, "10000") == "6000");
  CHECK(paid_by(rate, "50000") == "30000");
  // a fen above: 70% of a fen rounds to a fen
  CHECK(paid_by(rate, "50000.01") == "30000.01");
  CHECK(paid_by(rate, "60000") == "37000");
  CHECK(paid_by(rate, "100000") == "65000");
  // 50,000 * 60% + 50,000 * 70% + 20,000 * 80%
  CHECK(paid_by(rate, "120000") == "81000");
}

TEST_CASE("a marginal rate never jumps at the end of a band") {
  const std::string rate = R"("pays": [{"bands": )" + std::string(kBands) + "}]";
  CHECK(paid_by(rate, "49999.99") == "29999.99");   // 29,999.994
  CHECK(paid_by(rate, "99999.99") == "64999.99");   // 64,999.993
  CHECK(paid_by(rate, "100000.01") == "65000.01");  // 65,000.008
}

TEST_CASE("bands are measured from zero, so a deductible takes from the lowest") {
  for (const char* measured : {"", R"(, "measured_from": "zero")"}) {
    const std::string rate =
        R"("deductible": "1万元", "pays": [{"bands": )" + std::string(kBands) + measured + "}]";
    CHECK(paid_by(rate, "10000") == "0");
    // 40,000 * 60% + 50,000 * 70% + 20,000 * 80%
    CHECK(paid_by(rate, "120000") == "75000");
  }
}

TEST_CASE("bands may be measured from the deductible") {
  const std::string rate = R"("deductible": "1万元", "pays": [{"bands": )" + std::string(kBands) +
                           R"(, "measured_from": "deductible"}])";
  CHECK(paid_by(rate, "9999.99") == "0");
  CHECK(paid_by(rate, "10000") == "0");
  CHECK(paid_by(rate, "60000") == "30000");
  // 110,000 above it: 50,000 * 60% + 50,000 * 70% + 10,000 * 80%
  CHECK(paid_by(rate, "120000") == "73000");
}

TEST_CASE("a deductible may lie above a whole band") {
  const std::string rate = R"("deductible": "6万元", "pays": [{"bands": )" + std::string(kBands) + "}]";
  CHECK(paid_by(rate, "60000") == "0");
  // 20,000 * 70%
  CHECK(paid_by(rate, "80000") == "14000");
  // 40,000 * 70% + 20,000 * 80%
  CHECK(paid_by(rate, "120000") == "44000");
}

TEST_CASE("above a last band that ends nothing more is paid") {
  const std::string rate =
      R"("pays": [{"bands": [{"to": "1万元", "rate": "50%"}, {"to": "2万元", "rate": "100%"}]}])";
  CHECK(paid_by(rate, "20000") == "15000");
  CHECK(paid_by(rate, "20000.01") == "15000");
  CHECK(paid_by(rate, "1000000") == "15000");
}

TEST_CASE("bands are rounded together and not each by itself") {
  // half a fen from each band: one fen, where rounding each would give two
  const std::string rate = R"("pays": [{"bands": [{"to": "0.01元", "rate": "50%"}, {"rate": "50%"}]}])";
  CHECK(paid_by(rate, "0.02") == "0.01");
}

TEST_CASE("bands may have rates of different fineness") {
  const std::string rate =
      R"("pays": [{"bands": [{"to": "100元", "rate": "62.5%"}, {"to": "200元", "rate": "33.33%"}, {"rate": "85%"}]}])";
  // 62.5 + 33.33 + 85
  CHECK(paid_by(rate, "300") == "180.83");
  // 62.5 + 0.3333 * 50.01 = 62.5 + 16.668333
  CHECK(paid_by(rate, "150.01") == "79.17");
}

TEST_CASE("each band is a step with its part and the figures as printed") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"bands": )" + std::string(kBands) + "}]") + ']');
  const Answer answer = tiny.settle(case_of(stay("2024-03-01", "120000")));
  std::string told;
  for (const json::Value& step : answer.find("/visits/1/steps")->items) {
    if (step.find("op")->text != "band") continue;
    told += step.find("parameter")->text + ' ' + step.find("amount")->text + ' ' + step.find("so_far")->text +
            ' ' + step.find("band")->find("zh-Hans")->text + '\n';
  }
  CHECK(told ==
        "60% 50000 30000 5万元以内\n"
        "70% 50000 65000 5万元至10万元\n"
        "80% 20000 81000 10万元以上\n");
}

}  // namespace
}  // namespace aidcheck::test
