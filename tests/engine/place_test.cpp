#include <catch2/catch.hpp>
#include <string>

#include "place/places.h"
#include "tiny.h"

namespace aidcheck::test {
namespace {

TEST_CASE("a place is a code of the shipped list") {
  for (const char* code : {"100000", "110000", "110101", "320000", "320200", "320205", "320281", "320282",
                           "419001", "429004", "441900", "460400", "659001", "710000", "810000", "820000"}) {
    CAPTURE(code);
    CHECK(is_place(code));
  }
}

TEST_CASE("what is no code of the list is no place") {
  for (const char* code : {"", "0", "000000", "320299", "329900", "999999", "320", "3202000", "32020",
                           "32020a", " 320200", "320200 ", "-20200", "+20200", "３２０２００", "无锡"}) {
    CAPTURE(code);
    CHECK_FALSE(is_place(code));
  }
}

TEST_CASE("rules hold in the place itself and in what lies in it") {
  CHECK(covers("320200", "320200"));
  CHECK(covers("320200", "320281"));
  CHECK(covers("320000", "320281"));
  CHECK(covers("320000", "320200"));
  CHECK(covers("320281", "320281"));
  CHECK_FALSE(covers("320200", "320300"));
  CHECK_FALSE(covers("320200", "320000"));
  CHECK_FALSE(covers("320281", "320200"));
  CHECK_FALSE(covers("320281", "320282"));
  CHECK_FALSE(covers("320000", "330000"));
  CHECK_FALSE(covers("320200", "3202"));
  CHECK_FALSE(covers("320200", "3202811"));
  CHECK(covers("100000", "320281"));
  CHECK(covers("100000", "659001"));
  CHECK_FALSE(covers("320200", "100000"));
}

const std::string kLayers = R"("layers": [)" + aid_layer(R"("pays": [{"rate": "50%"}])") + ']';

std::string case_in(std::string_view place) {
  return changed(case_of(stay("2024-03-01", "100")), R"("place": "320200")",
                 R"("place": ")" + std::string(place) + '"');
}

TEST_CASE("a place outside the list is unknown and a listed one may have no rules yet") {
  const Tiny tiny(kLayers);
  CHECK(error_in(tiny.settle(case_in("999999"))) == "bad_case place.unknown /place");
  CHECK(error_in(tiny.settle(case_in("320299"))) == "bad_case place.unknown /place");
  CHECK(error_in(tiny.settle(case_in(""))) == "bad_case place.unknown /place");
  CHECK(error_in(tiny.settle(case_in("Wuxi"))) == "bad_case place.unknown /place");
  CHECK(error_in(tiny.settle(case_in("110000"))) == "bad_case place.no_pack /place");
  CHECK(error_in(tiny.settle(case_in("320300"))) == "bad_case place.no_pack /place");
  CHECK(error_in(tiny.settle(case_in("320000"))) == "bad_case place.no_pack /place");
  CHECK(error_in(Answer(Engine().estimate(case_in("320200")))) == "bad_case place.no_pack /place");
}

TEST_CASE("rules for the whole country serve each place that has none of its own, and no other") {
  for (const bool country_first : {true, false}) {
    Engine engine;
    const std::string city = pack_with(kLayers);
    const std::string country =
        changed(changed(city, "320200", "100000"), R"("rate": "50%")", R"("rate": "10%")");
    CHECK(engine.load(country_first ? country : city).ok);
    CHECK(engine.load(country_first ? city : country).ok);
    for (const char* place : {"110000", "320300", "320000", "659001", "100000"}) {
      CAPTURE(place);
      const Answer answer(engine.estimate(case_in(place)));
      CHECK(answer.pays("aid") == "10");
      CHECK(answer.at("/place") == place);
      CHECK(answer.at("/packs/0/id") == "100000");
    }
    for (const char* place : {"320200", "320281"}) {
      CAPTURE(place);
      const Answer answer(engine.estimate(case_in(place)));
      CHECK(answer.pays("aid") == "50");
      CHECK(answer.at("/packs/0/id") == "320200");
    }
    CHECK(error_in(Answer(engine.estimate(case_in("999999")))) == "bad_case place.unknown /place");
    const Answer described(engine.describe(R"({"place": "110000"})"));
    CHECK(described.at("/place") == "100000");
    CHECK(described.at("/packs/0/id") == "100000");
  }
}

TEST_CASE("a county uses the rules of the city that covers it") {
  const Tiny tiny(kLayers);
  for (const char* county : {"320281", "320282", "320205", "320211"}) {
    CAPTURE(county);
    const Answer answer = tiny.settle(case_in(county));
    CHECK(answer.pays("aid") == "50");
    CHECK(answer.at("/place") == county);
    CHECK(answer.at("/packs/0/id") == "320200");
  }
}

TEST_CASE("the closest place that has rules is used") {
  for (const bool province_first : {true, false}) {
    Engine engine;
    const std::string city = pack_with(kLayers);
    const std::string province =
        changed(changed(city, "320200", "320000"), R"("rate": "50%")", R"("rate": "10%")");
    const std::string county =
        changed(changed(city, "320200", "320281"), R"("rate": "50%")", R"("rate": "90%")");
    CHECK(engine.load(province_first ? province : county).ok);
    CHECK(engine.load(city).ok);
    CHECK(engine.load(province_first ? county : province).ok);
    const auto paid_in = [&](const char* place) {
      return Answer(engine.estimate(case_in(place))).pays("aid");
    };
    CHECK(paid_in("320281") == "90");
    CHECK(paid_in("320282") == "50");
    CHECK(paid_in("320200") == "50");
    CHECK(paid_in("320300") == "10");
    CHECK(paid_in("320000") == "10");
  }
}

}  // namespace
}  // namespace aidcheck::test
