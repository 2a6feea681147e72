#include "aidcheck/engine.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "tiny.h"

namespace aidcheck::test {
namespace {

std::string pack(std::string_view from, std::string_view rate, std::string_view until = "") {
  const std::string text =
      pack_with(R"("layers": [)" + aid_layer(R"("pays": [{"rate": ")" + std::string(rate) + R"("}])") + ']');
  std::string in_force = R"({"from": ")" + std::string(from) + '"';
  if (!until.empty()) in_force += R"(, "until": ")" + std::string(until) + '"';
  return changed(text, R"({"from": "2023-01-01"})", in_force + '}');
}

std::string in_year(int year, std::string_view visits) {
  return changed(case_of(visits), R"("year": 2024)", R"("year": )" + std::to_string(year));
}

TEST_CASE("what was loaded is told") {
  Engine engine;
  const Answer loaded(engine.load(pack("2023-01-01", "50%")));
  CHECK(loaded.ok());
  CHECK(loaded.at("/place") == "320200");
  CHECK(loaded.at("/version") == "1");
  CHECK(loaded.at("/from") == "2023-01-01");
}

TEST_CASE("a date before the rules are in force is refused where it stands") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%")).ok);
  const auto error = [&](int year, const std::string& visits) {
    return error_in(Answer(engine.estimate(in_year(year, visits))));
  };
  CHECK(error(2022, stay("2022-12-31", "1")) == "bad_case date.no_rules /visits/0/from");
  CHECK(error(2022, visit(R"("kind": "inpatient", "from": "2022-12-01", "until": "2022-12-31")", "1")) ==
        "bad_case date.no_rules /visits/0/until");
  CHECK(error(2022, "") == "bad_case date.no_rules /year");
  CHECK(error(2023, stay("2023-01-01", "1")) == "no error");
  CHECK(error(2023, visit(R"("kind": "inpatient", "from": "2022-12-01", "until": "2023-01-01")", "1")) ==
        "no error");
}

TEST_CASE("a date after the rules have ended is refused") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%", "2024-06-30")).ok);
  const auto error = [&](const std::string& visits) {
    return error_in(Answer(engine.estimate(in_year(2024, visits))));
  };
  CHECK(error(stay("2024-06-30", "1")) == "no error");
  CHECK(error(stay("2024-07-01", "1")) == "bad_case date.no_rules /visits/0/from");
  CHECK(error(stay("2024-06-30", "1") + ',' + stay("2024-07-01", "1")) ==
        "bad_case date.no_rules /visits/1/from");
}

TEST_CASE("of several versions the one in force at the visits is used") {
  for (const bool old_first : {true, false}) {
    Engine engine;
    const std::string old_rules = pack("2023-01-01", "50%", "2023-12-31");
    const std::string new_rules = pack("2024-01-01", "80%");
    REQUIRE(engine.load(old_first ? old_rules : new_rules).ok);
    REQUIRE(engine.load(old_first ? new_rules : old_rules).ok);
    const Answer last_year(engine.estimate(in_year(2023, stay("2023-12-31", "100"))));
    CHECK(last_year.pays("aid") == "50");
    CHECK(last_year.at("/packs/0/from") == "2023-01-01");
    const Answer this_year(engine.estimate(in_year(2024, stay("2024-01-01", "100"))));
    CHECK(this_year.pays("aid") == "80");
    CHECK(this_year.at("/packs/0/from") == "2024-01-01");
    CHECK(Answer(engine.estimate(in_year(2023, ""))).at("/packs/0/from") == "2023-01-01");
    CHECK(Answer(engine.describe(R"({"place": "320200"})")).at("/packs/0/from") == "2024-01-01");
  }
}

TEST_CASE("a pack of the same place and first day takes the place of the one before") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%")).ok);
  REQUIRE(engine.load(pack("2023-01-01", "60%")).ok);
  CHECK(Answer(engine.estimate(case_of(stay("2024-03-01", "100")))).pays("aid") == "60");
}

TEST_CASE("a pack that is refused leaves the packs before as they were") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%")).ok);
  CHECK_FALSE(engine.load(pack("2023-01-01", "60元")).ok);
  CHECK_FALSE(engine.load("{").ok);
  CHECK(Answer(engine.estimate(case_of(stay("2024-03-01", "100")))).pays("aid") == "50");
}

TEST_CASE("packs of several places stand beside each other") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%")).ok);
  REQUIRE(engine.load(changed(pack("2023-01-01", "60%"), "320200", "320300")).ok);
  REQUIRE(engine.load(changed(pack("2022-01-01", "70%"), "320200", "110000")).ok);
  const auto paid_in = [&](const char* place) {
    return Answer(engine.estimate(changed(case_of(stay("2024-03-01", "100")), "320200", place))).pays("aid");
  };
  CHECK(paid_in("320200") == "50");
  CHECK(paid_in("320300") == "60");
  CHECK(paid_in("110000") == "70");
}

TEST_CASE("an engine may be moved") {
  Engine first;
  REQUIRE(first.load(pack("2023-01-01", "50%")).ok);
  Engine second(std::move(first));
  CHECK(Answer(second.estimate(case_of(stay("2024-03-01", "100")))).pays("aid") == "50");
  Engine third;
  third = std::move(second);
  CHECK(Answer(third.estimate(case_of(stay("2024-03-01", "100")))).pays("aid") == "50");
}

TEST_CASE("the same case gives the same bytes") {
  Engine engine;
  REQUIRE(engine.load(pack("2023-01-01", "50%")).ok);
  const std::string once = engine.estimate(case_of(stay("2024-03-01", "100"))).json;
  engine.estimate(case_of(stay("2024-04-01", "99")));
  CHECK(engine.estimate(case_of(stay("2024-03-01", "100"))).json == once);
}

}  // namespace
}  // namespace aidcheck::test
