#include <catch2/catch.hpp>
#include <string>

#include "tiny.h"

namespace aidcheck::test {
namespace {

using Catch::Contains;

const std::string kAt = "/visits/0/sheet/in_scope";

// What a pack that pays everything answers to one in-scope amount: what it pays, `*` where it says that the
// amount was not known, or the error.
std::string answer_to(const std::string& in_scope) {
  static const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']');
  const Answer answer = tiny.settle(
      case_of(R"({"kind": "inpatient", "from": "2024-03-01", "sheet": {"total": 100000000000, "in_scope": )" +
              in_scope + "}}"));
  if (!answer.ok()) return error_in(answer);
  return answer.pays("aid") + (unknown_in(answer) == kAt ? "*" : "");
}

TEST_CASE("an amount has at most two decimals however it is written") {
  CHECK(answer_to("0") == "0");
  CHECK(answer_to("-0") == "0");
  CHECK(answer_to("-0.00") == "0");
  CHECK(answer_to("0.01") == "0.01");
  CHECK(answer_to("12.3") == "12.3");
  CHECK(answer_to("12.30") == "12.3");
  CHECK(answer_to("12.300000000000000000000000000") == "12.3");
  CHECK(answer_to("1.23e1") == "12.3");
  CHECK(answer_to("1230E-2") == "12.3");
  CHECK(answer_to("0.1e-1") == "0.01");
  CHECK(answer_to("99999999999.99") == "99999999999.99");
  CHECK(answer_to("100000000000") == "100000000000");
  CHECK(answer_to("1e11") == "100000000000");
}

TEST_CASE("an amount below zero is refused") {
  for (const char* amount : {"-1", "-0.01", "-1e2", "-52000"}) {
    CAPTURE(amount);
    CHECK(answer_to(amount) == "bad_case amount.negative " + kAt);
  }
}

TEST_CASE("the refusal of an amount below zero tells what to do with a refund") {
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "100%"}])") + ']');
  const Answer answer = tiny.settle(case_of(stay("2024-03-01", "-5")));
  CHECK_THAT(answer.at("/error/message/en"), Contains("refund"));
  CHECK_THAT(answer.at("/error/message/zh-Hans"), Contains("退费"));
}

TEST_CASE("an amount with three decimals is refused") {
  for (const char* amount :
       {"0.001", "12.345", "1e-3", "1.001e0", "99999999999.999", "0.30000000000000004"}) {
    CAPTURE(amount);
    CHECK(answer_to(amount) == "bad_case amount.more_than_two_decimals " + kAt);
  }
}

TEST_CASE("an amount with very many decimals is not called too large") {
  CHECK(answer_to("0.1234567890123456789") == "bad_case amount.more_than_two_decimals " + kAt);
  CHECK(answer_to("5.00000000000000000001") == "bad_case amount.more_than_two_decimals " + kAt);
}

TEST_CASE("an amount above 100 billion yuan is refused") {
  for (const char* amount : {"100000000000.01", "1e12", "123456789012345678", "1234567890123456789", "1e300",
                             "1e400", "99999999999999999999999999999999999999"}) {
    CAPTURE(amount);
    CHECK(answer_to(amount) == "bad_case amount.too_large " + kAt);
  }
}

TEST_CASE("an amount is a number") {
  for (const char* amount : {"\"100\"", "\"30万元\"", "true", "[]", "[100]"}) {
    CAPTURE(amount);
    CHECK(answer_to(amount) == "bad_case type.wrong " + kAt);
  }
}

TEST_CASE("an amount that is not exactly known makes what hangs on it a range") {
  CHECK(answer_to("null") == "0 to 100000000000*");
  CHECK(answer_to(R"({"min": 100})") == "100 to 100000000000*");
  CHECK(answer_to(R"({"max": 100})") == "0 to 100*");
  CHECK(answer_to(R"({"min": 100, "max": 200})") == "100 to 200*");
  CHECK(answer_to(R"({"min": 0.01, "max": 0.02})") == "0.01 to 0.02*");
  // All that lies between may be too.
  CHECK(answer_to(R"({"one_of": [200, 100, 150]})") == "100 to 200*");
  CHECK(answer_to(R"({"one_of": [100, 100.00]})") == "100");
}

TEST_CASE("a range of amounts is checked where it is written") {
  CHECK(answer_to(R"({"min": 2, "max": 1})") == "bad_case range.reversed " + kAt);
  CHECK(answer_to(R"({"min": 1, "max": 1})") == "1");
  CHECK(answer_to(R"({"min": -1, "max": 1})") == "bad_case amount.negative " + kAt + "/min");
  CHECK(answer_to(R"({"min": 1, "max": "2"})") == "bad_case type.wrong " + kAt + "/max");
  CHECK(answer_to(R"({"min": 1, "maximum": 2})") ==
        "bad_case field.unknown " + kAt + "/maximum (nearest: max)");
  CHECK(answer_to(R"({"one_of": [1, 0.005]})") ==
        "bad_case amount.more_than_two_decimals " + kAt + "/one_of/1");
  CHECK(answer_to(R"({"one_of": 1})") == "bad_case type.wrong " + kAt + "/one_of");
  CHECK(answer_to(R"({"one_of": []})") == "bad_case one_of.empty " + kAt + "/one_of");
  CHECK(answer_to(R"({"one_of": [1], "min": 0})") ==
        "bad_case field.unknown " + kAt + "/min (nearest: one_of)");
}

TEST_CASE("amounts that add up to more than can be settled are an error") {
  // 1e11 yuan are 1e13 fen; times 87,654,321 of the exact rate's 100,000,000 parts that is beyond 2^63.
  const Tiny tiny(R"("layers": [)" + aid_layer(R"("pays": [{"rate": "87.654321%"}])") + ']');
  CHECK(error_in(tiny.settle(case_of(stay("2024-01-01", "1") + ',' + stay("2024-03-01", "100000000000")))) ==
        "bad_case sum.too_large /visits/1");
  // 5 million yuan: 5e8 fen times 87,654,321 is 4.4e16 and fits. 5,000,000 * 0.87654321 = 4,382,716.05
  CHECK(tiny.settle(case_of(stay("2024-03-01", "5000000"))).pays("aid") == "4382716.05");
}

}  // namespace
}  // namespace aidcheck::test
