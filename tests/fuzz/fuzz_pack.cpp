// Any bytes as a pack; where it loads, small cases of its place are settled by it.
#include <algorithm>

#include "json/read.h"
#include "outcome.h"

namespace {

using aidcheck::Outcome;

// A little of everything that a case may state of what every pack knows.
constexpr std::string_view kVisits = R"([
  {"kind": "outpatient", "from": "DAY", "where": "county", "referral": "not_needed", "hospital": "primary",
   "sheet": {"total": 300, "fully_own": 20, "over_limit": 5, "own_first": 15, "in_scope": 260, "basic": 100, "serious_illness": 0,
             "deductible": 0, "assistance": 0, "account": 0, "cash": 0}},
  {"kind": "inpatient", "from": "DAY", "where": "city", "referral": "proper", "hospital": "tertiary",
   "sheet": {"total": 520000, "fully_own": 30000, "over_limit": 0, "own_first": 40000, "in_scope": 450000.05, "basic": 280000,
             "civil_servant": 1, "enterprise": 2, "serious_illness": 30000, "large_amount": 3, "other": 4, "deductible": 500,
             "assistance": 5, "account": 6, "cash": 7}},
  {"kind": "chronic", "from": "DAY", "where": "outside", "referral": "none", "hospital": "secondary",
   "sheet": {"total": 0.07, "fully_own": 0, "over_limit": 0, "own_first": 0, "in_scope": 0.07, "basic": 0.01, "serious_illness": 0.02,
             "deductible": 0, "assistance": 0, "account": 0, "cash": 0}}])";

std::string in_place(std::string_view place, std::string_view day, std::string_view identities) {
  std::string visits(kVisits);
  for (std::size_t at = visits.find("DAY"); at != std::string::npos; at = visits.find("DAY"))
    visits.replace(at, 3, day);
  return R"({"place": ")" + std::string(place) + R"(", "year": )" + std::string(day.substr(0, 4)) +
         R"(, "person": {"insurance": "resident", "identities": )" + std::string(identities) +
         R"(}, "visits": )" + visits + '}';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = aidcheck::fuzz::text_of(data, size);
  aidcheck::Engine engine;
  const Outcome loaded = engine.load(text);
  aidcheck::fuzz::require_promise(loaded, "bad_pack");
  if (!loaded.ok) return 0;

  const auto told = aidcheck::json::read(loaded.json, aidcheck::Fault::kInternal);
  const std::string place = told.value().find("place")->text;
  const std::string from = told.value().find("from")->text;
  aidcheck::fuzz::require_promise(engine.describe(R"({"place": ")" + place + "\"}"), "bad_case");
  for (const std::string_view day : {std::string_view(from), std::string_view("2024-02-29")}) {
    for (const std::string_view identities :
         {R"([])", R"(["subsistence", {"category": "orphan", "until": "2024-02-01"}, "monitored_rural"])"}) {
      const Outcome outcome = engine.estimate(in_place(place, day, identities));
      aidcheck::fuzz::require_promise(outcome, "bad_case");
      aidcheck::fuzz::require_sound(outcome);
    }
  }
  return 0;
}
