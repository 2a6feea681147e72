#include "year.h"

#include <algorithm>
#include <ostream>
#include <tuple>
#include <utility>

#include "json/write.h"

namespace aidcheck::test {
namespace {

using json::Writer;

std::string plain(Fen amount) {
  Writer writer;
  writer.yuan(amount);
  return writer.take();
}

std::string written(Fen amount, Writing writing) {
  switch (writing) {
    case Writing::kPlain:
      return plain(amount);
    case Writing::kTrailingZeros:
      return plain(amount) + (amount % 100 == 0 ? ".00000000000000000000" : "00000000000000000000");
    case Writing::kExponent:
      return std::to_string(amount) + "e-2";
    case Writing::kLargeExponent:
      return "0.00000" + std::to_string(amount) + "E+" + std::to_string(3 + std::to_string(amount).size());
  }
  return {};
}

void write_day(std::string& out, std::string_view name, Day day) {
  out += ", \"" + std::string(name) + "\": \"" + format_day(day) + '"';
}

std::string sheet_json(const Sheet& sheet, Writing writing) {
  std::string out = R"({"total": )" + written(sheet.total(), writing);
  const auto field = [&](const char* name, Fen amount) {
    out += ", \"" + std::string(name) + "\": " + written(amount, writing);
  };
  field("fully_own", sheet.fully_own);
  field("over_limit", sheet.over_limit);
  field("own_first", sheet.own_first);
  field("in_scope", sheet.in_scope);
  field("basic", sheet.basic);
  field("serious_illness", sheet.serious_illness);
  // Left out where they paid nothing, as on most sheets.
  if (sheet.civil_servant > 0) field("civil_servant", sheet.civil_servant);
  if (sheet.enterprise > 0) field("enterprise", sheet.enterprise);
  if (sheet.large_amount > 0) field("large_amount", sheet.large_amount);
  if (sheet.other > 0) field("other", sheet.other);
  if (sheet.assistance) field("assistance", *sheet.assistance);
  if (sheet.cash) field("cash", *sheet.cash);
  return out + '}';
}

std::string visit_json(const Visit& visit, Writing writing) {
  std::string out = R"({"id": ")" + visit.id + R"(", "kind": ")" + visit.kind + R"(", "where": ")" +
                    visit.where + R"(", "referral": ")" + visit.referral + '"';
  if (!visit.designated) out += R"(, "designated": false)";
  write_day(out, "from", visit.from);
  write_day(out, "until", visit.until);
  return out + R"(, "sheet": )" + sheet_json(visit.sheet, writing) + '}';
}

std::string identity_json(const Identity& identity) {
  std::string out = R"({"category": ")" + identity.category + '"';
  if (identity.from) write_day(out, "from", *identity.from);
  if (identity.until) write_day(out, "until", *identity.until);
  return out + '}';
}

template <class Items, class Each>
std::string listed(const Items& items, Each each) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ", ") + each(item);
  return out;
}

// Small amounts and large ones alike, and now and then one that the rules have as a boundary.
rc::Gen<Fen> any_amount(Fen most) {
  return rc::gen::weightedOneOf<Fen>({
      {2, rc::gen::just(Fen{0})},
      {3, rc::gen::inRange<Fen>(0, std::min<Fen>(most, 300) + 1)},
      {3, rc::gen::inRange<Fen>(0, std::min<Fen>(most, 1'000'000) + 1)},
      {6, rc::gen::inRange<Fen>(0, most + 1)},
      {1, rc::gen::map(rc::gen::element<Fen>(600'000, 1'000'000, 30'000'000),
                       [most](Fen amount) { return std::min(amount, most); })},
  });
}

Fen amount_up_to(Fen most) { return *any_amount(most); }

Sheet any_sheet() {
  constexpr Fen kMost = 50'000'000;  // 500,000 yuan
  Sheet sheet;
  sheet.in_scope = amount_up_to(kMost);
  sheet.fully_own = amount_up_to(1'000'000);
  sheet.over_limit = *rc::gen::inRange(0, 4) == 3 ? amount_up_to(200'000) : 0;
  sheet.own_first = amount_up_to(1'000'000);
  Fen left = sheet.in_scope;
  for (Fen* payer :
       {&sheet.basic, &sheet.serious_illness, &sheet.civil_servant, &sheet.enterprise, &sheet.large_amount}) {
    const bool often = payer == &sheet.basic || payer == &sheet.serious_illness;
    if (*rc::gen::inRange(0, 8) >= (often ? 3 : 7)) *payer = amount_up_to(left);
    left -= *payer;
  }
  const Fen out_of_scope = sheet.fully_own + sheet.over_limit;  // own_first is in scope by one reading
  if (*rc::gen::inRange(0, 8) == 7) sheet.other = amount_up_to(out_of_scope);
  return sheet;
}

Day first_of(int year) { return Day(std::chrono::year(year) / 1 / 1); }

Visit any_visit(int year, std::size_t position) {
  Visit visit;
  visit.id = std::string(1, static_cast<char>('a' + position));
  visit.kind = *rc::gen::element<std::string>("outpatient", "chronic", "inpatient", "inpatient");
  visit.where = *rc::gen::element<std::string>("county", "county", "city", "province", "outside");
  visit.referral = *rc::gen::element<std::string>("proper", "not_needed", "not_needed", "none");
  visit.designated = *rc::gen::inRange(0, 10) != 9;
  visit.until = first_of(year) + std::chrono::days(*rc::gen::inRange(0, 365));
  const int length = *rc::gen::element(0, 0, 1, 10, 40);
  visit.from = visit.until - std::chrono::days(length);
  visit.sheet = any_sheet();
  return visit;
}

Identity any_identity(int year) {
  Identity identity;
  identity.category = *rc::gen::element<std::string>(
      "extreme_poverty", "subsistence", "subsistence", "orphan", "unsupported_child", "child_in_difficulty",
      "preferential_treatment", "retrenched_1960s", "hardship_worker", "near_subsistence",
      "expenditure_hardship_patient", "temporary_relief_patient", "severe_disability", "other_special",
      "monitored_rural");
  const auto some_day = [&] { return first_of(year) + std::chrono::days(*rc::gen::inRange(-60, 400)); };
  if (*rc::gen::inRange(0, 3) == 2) identity.from = some_day();
  if (*rc::gen::inRange(0, 3) == 2) identity.until = some_day();
  if (identity.from && identity.until && *identity.until < *identity.from)
    std::swap(identity.from, identity.until);
  return identity;
}

std::map<std::string, std::string> any_readings() {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> kReadings{
      {"outpatient_limit", {"beside", "inside"}},
      {"top_up_limit", {"outside", "inside"}},
      {"top_up_kinds", {"all", "inpatient_and_chronic"}},
      {"base", {"in_scope", "with_own_first"}},
      {"home_care_referral", {"proper", "not_proper"}},
      {"unreferred", {"excluded_outside_city", "assisted", "excluded_everywhere"}},
  };
  std::map<std::string, std::string> chosen;
  for (const auto& [reading, choices] : kReadings) {
    if (*rc::gen::inRange(0, 2) == 1) chosen[reading] = *rc::gen::elementOf(choices);
  }
  return chosen;
}

Year make_year(std::size_t most_identities, bool readings) {
  Year year;
  year.year = *rc::gen::element(2023, 2024, 2025);
  year.insurance = *rc::gen::element<std::string>("resident", "resident", "resident", "employee", "none");
  year.registered_here = *rc::gen::inRange(0, 15) != 14;
  const std::size_t identities = *rc::gen::inRange<std::size_t>(0, most_identities + 1);
  for (std::size_t i = 0; i < identities; ++i) year.identities.push_back(any_identity(year.year));
  constexpr std::size_t kMostVisits = 8;
  const std::size_t visits = *rc::gen::inRange<std::size_t>(0, kMostVisits + 1);
  for (std::size_t i = 0; i < visits; ++i) year.visits.push_back(any_visit(year.year, i));
  if (*rc::gen::inRange(0, 3) == 2) {
    year.pools_before["outpatient"] = amount_up_to(1'000'000);
    year.pools_before["inpatient"] =
        *rc::gen::element<Fen>(0, 15'000'000, 28'000'000, 29'999'999, 30'000'000);
    year.counted_before["top_up"] = amount_up_to(2'000'000);
  }
  if (readings) year.readings = any_readings();
  return year;
}

}  // namespace

std::string case_json(const Year& year) {
  const auto amounts = [&](const std::map<std::string, Fen>& named) {
    return listed(named, [&](const auto& each) {
      return '"' + each.first + "\": " + written(each.second, year.writing);
    });
  };
  std::string out = R"({"place": "320200", "year": )" + std::to_string(year.year) +
                    R"(, "person": {"insurance": ")" + year.insurance + R"(", "registered_here": )" +
                    (year.registered_here ? "true" : "false") + R"(, "identities": [)" +
                    listed(year.identities, identity_json) + R"(]}, "visits": [)";
  out += listed(year.visits, [&](const Visit& visit) { return visit_json(visit, year.writing); });
  out += R"(], "before": {"pools": {)" + amounts(year.pools_before) + R"(}, "cumulative": {)" +
         amounts(year.counted_before) + "}}";
  out += R"(, "readings": {)" + listed(year.readings, [](const auto& each) {
           return '"' + each.first + R"(": ")" + each.second + '"';
         });
  return out + "}}";
}

std::ostream& operator<<(std::ostream& out, const Year& year) { return out << case_json(year); }

rc::Gen<Year> any_year() {
  return rc::gen::exec([] { return make_year(3, true); });
}

rc::Gen<Year> any_year_by_default() {
  return rc::gen::exec([] { return make_year(3, false); });
}

rc::Gen<Year> any_year_of_one_identity() {
  return rc::gen::exec([] { return make_year(1, true); });
}

bool settles_before(const Visit& a, const Visit& b) {
  return std::tie(a.until, a.from) < std::tie(b.until, b.from);
}

}  // namespace aidcheck::test
