#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "aidcheck/engine.h"
#include "json/read.h"
#include "planted.h"
#include "property.h"
#include "support/json_text.h"

namespace aidcheck::test {
namespace {

using json::Value;

// A city whose rules for subsistence allowance and extreme poverty lie inside the national frame: no
// deductible, 70 % or more.
struct City {
  const char* pack;
  const char* place;
  bool asks_registration;
  bool assists_outpatients;
  const char* of_visits;  // what it asks of each besides
};

// Wuhan assists chronic care by disease: by less than 70 % for all but five.
const City kWuxi{"320200/2023-01-01", "320200", true, true, ""};
const City kWuhan{"420100/2023-01-10", "420100", false, false,
                  R"("disease": "cancer", "hospital": "tertiary", )"};
const City kBeijing{"110000/2023-01-01", "110000", false, true, R"("hospital": "tertiary", )"};
const City kNowhere{"100000/2021-10-28", "370100", false, false, ""};

Value pack_of(const City& city) {
  const std::string path = std::string(AIDCHECK_CHECKOUT "/rules/packs/") + city.pack + ".json";
  std::ifstream file(path, std::ios::binary);
  auto pack = json::read(std::string(std::istreambuf_iterator<char>(file), {}), Fault::kPack);
  if (!pack.ok()) FAIL(path << " cannot be read: " << pack.error().message.en);
  return std::move(pack.value());
}

std::unique_ptr<Engine> engine_of(const Value& pack) {
  auto engine = std::make_unique<Engine>();
  const Outcome loaded = engine->load(json_text(pack));
  if (!loaded.ok) FAIL("the pack is refused: " << loaded.json);
  return engine;
}

Value settled_by(const Engine& engine, const std::string& case_json) {
  const Outcome outcome = engine.estimate(case_json);
  if (!outcome.ok) throw std::runtime_error(outcome.json);
  auto result = json::read(outcome.json, Fault::kInternal);
  if (!result.ok()) throw std::runtime_error("no JSON: " + outcome.json);
  return std::move(result.value());
}

void replace_all(std::string& text, std::string_view part, std::string_view by) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
    text.replace(at, part.size(), by);
}

// The year as a case of that city, whose form asks for other things than Wuxi's.
std::string case_in(const City& city, const Year& year) {
  std::string text = case_json(year);
  replace_all(text, "320200", city.place);
  if (!city.asks_registration) replace_all(text, R"("registered_here": true, )", "");
  replace_all(text, R"("kind": )", std::string(city.of_visits) + R"("kind": )");
  return text;
}

// A person in one of the two categories, who is referred where that is asked for.
Year any_year_inside_the_frame() {
  Year year = *any_year_by_default();
  year.year = 2024;
  for (Visit& visit : year.visits) {
    const auto length = visit.until - visit.from;
    visit.until = Day(std::chrono::year(2024) / 1 / 1) + std::chrono::days(*rc::gen::inRange(0, 366));
    visit.from = visit.until - length;
    if (visit.referral == "none") visit.referral = "proper";
  }
  year.insurance = "resident";
  year.registered_here = true;
  year.identities = {{*rc::gen::element<std::string>("subsistence", "extreme_poverty"), {}, {}}};
  year.pools_before.clear();
  year.counted_before.clear();
  return year;
}

// Whether a limit of the city cut what assistance paid.
bool limit_reached(const Value& result) {
  for (const Value& visit : result.find("visits")->items) {
    for (const Value& step : visit.find("steps")->items) {
      const bool cap = step.find("op")->text == "cap" && step.find("layer")->text == "assistance";
      if (cap && fen(*step.find("amount")) != 0) return true;
    }
  }
  return false;
}

const Value* amount_of(const Value& result, std::string_view payer) {
  for (const Value& each : result.find("payers")->items) {
    if (each.find("id")->text == payer) return each.find("amount");
  }
  return nullptr;
}

bool holds_in(const Value& range, const Value& exact) {
  if (!range.is(json::Type::kObject)) return fen(range) == fen(exact);
  return fen(*range.find("min")) <= fen(exact) && fen(exact) <= fen(*range.find("max"));
}

// What the frame says without knowing the city's figures holds what the city's rules give: as long as its
// limit is not reached, and without that condition where it is.
void lies_inside(const City& city, const Engine& engine, const Engine& national) {
  Year year = any_year_inside_the_frame();
  const Value local = settled_by(engine, case_in(city, year));
  if (city.assists_outpatients) year.readings["ordinary_outpatient"] = "assisted";
  if (limit_reached(local)) year.readings["limit"] = "counted";
  const Value frame = settled_by(national, case_in(kNowhere, year));
  RC_ASSERT(holds_in(*amount_of(frame, "assistance"), *amount_of(local, "assistance")));
  for (const char* figure : {"in_scope", "out_of_scope", "total"})
    RC_ASSERT(holds_in(*frame.find("personal")->find(figure), *local.find("personal")->find(figure)));
}

Check inside(const City& city, const Value& frame) {
  const std::shared_ptr<const Engine> engine = engine_of(pack_of(city));
  const std::shared_ptr<const Engine> national = engine_of(frame);
  return [&city, engine, national] { lies_inside(city, *engine, *national); };
}

TEST_CASE("Wuxi's rules lie inside the national frame") { holds(inside(kWuxi, pack_of(kNowhere))); }
TEST_CASE("Wuhan's rules lie inside the national frame") { holds(inside(kWuhan, pack_of(kNowhere))); }
TEST_CASE("Beijing's rules lie inside the national frame") { holds(inside(kBeijing, pack_of(kNowhere))); }

Value frame_between(std::string_view rates) {
  Value frame = pack_of(kNowhere);
  auto between = json::read(rates, Fault::kPack);
  if (!between.ok()) FAIL("no JSON: " << rates);
  part_of(frame, "/facts/city_rate/between") = std::move(between.value());
  return frame;
}

TEST_CASE("a frame of higher rates does not hold Wuxi's and Beijing's 85%") {
  breaks_on(inside(kWuxi, frame_between(R"("不低于86%")")));
  breaks_on(inside(kBeijing, frame_between(R"("不低于86%")")));
}

TEST_CASE("a frame of lower rates does not hold Wuhan's 100%") {
  breaks_on(inside(kWuhan, frame_between(R"({"from": "70%", "to": "99%"})")));
}

}  // namespace
}  // namespace aidcheck::test
