#include "input.h"

#include <array>
#include <string_view>

#include "base/day.h"
#include "case/digest.h"
#include "case/parse.h"
#include "json/read.h"
#include "json/write.h"
#include "random.h"

namespace aidcheck::bench {
namespace {

using json::Writer;

// The names of each list of hand.h, in its order.
constexpr std::array<std::string_view, hand::kCategoryCount> kCategories{"extreme_poverty",
                                                                         "subsistence",
                                                                         "orphan",
                                                                         "unsupported_child",
                                                                         "child_in_difficulty",
                                                                         "preferential_treatment",
                                                                         "retrenched_1960s",
                                                                         "hardship_worker",
                                                                         "near_subsistence",
                                                                         "expenditure_hardship_patient",
                                                                         "temporary_relief_patient",
                                                                         "severe_disability",
                                                                         "other_special"};
constexpr std::array<std::string_view, 3> kKinds{"outpatient", "chronic", "inpatient"};
constexpr std::array<std::string_view, 4> kPlaces{"county", "city", "province", "outside"};
constexpr std::array<std::string_view, 3> kReferrals{"proper", "not_needed", "none"};
constexpr std::array<std::string_view, 3> kUnreferred{"excluded_outside_city", "assisted",
                                                      "excluded_everywhere"};

struct Payer {
  std::string_view id;
  Fen hand::Totals::*amount;
};
constexpr std::array<Payer, 8> kPayers{{{"basic", &hand::Totals::basic},
                                        {"civil_servant", &hand::Totals::civil_servant},
                                        {"enterprise", &hand::Totals::enterprise},
                                        {"serious_illness", &hand::Totals::serious_illness},
                                        {"large_amount", &hand::Totals::large_amount},
                                        {"assistance", &hand::Totals::assistance},
                                        {"top_up", &hand::Totals::top_up},
                                        {"other", &hand::Totals::other}}};

template <class Names, class Value>
std::string_view name_of(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

std::string day_text(std::int32_t day) { return format_day(Day(std::chrono::days(day))); }

void write_person(Writer& to, const hand::Year& year) {
  to.open_object("person")
      .boolean("registered_here", year.registered_here)
      .string("insurance", year.insured ? "resident" : "none");
  to.open_array("identities");
  for (const hand::Identity& identity : year.identities) {
    to.open_object().string("category", name_of(kCategories, identity.category));
    to.string("from", day_text(identity.from)).string("until", day_text(identity.until)).close_object();
  }
  to.close_array().close_object();
}

void write_visit(Writer& to, const hand::Visit& visit) {
  const hand::Sheet& sheet = visit.sheet;
  to.open_object().string("kind", name_of(kKinds, visit.kind));
  to.string("from", day_text(visit.from)).string("until", day_text(visit.until));
  to.string("where", name_of(kPlaces, visit.where)).string("referral", name_of(kReferrals, visit.referral));
  to.boolean("designated", visit.designated).open_object("sheet");
  to.yuan("total", sheet.total).yuan("own_first", sheet.own_first).yuan("in_scope", sheet.in_scope);
  to.yuan("basic", sheet.basic)
      .yuan("civil_servant", sheet.civil_servant)
      .yuan("enterprise", sheet.enterprise);
  to.yuan("serious_illness", sheet.serious_illness)
      .yuan("large_amount", sheet.large_amount)
      .yuan("other", sheet.other);
  to.close_object().close_object();
}

void write_readings(Writer& to, const hand::Readings& readings) {
  to.open_object("readings")
      .string("outpatient_limit", readings.outpatient_limit_inside ? "inside" : "beside");
  to.string("top_up_limit", readings.top_up_limit_inside ? "inside" : "outside");
  to.string("top_up_kinds", readings.top_up_without_outpatient ? "inpatient_and_chronic" : "all");
  to.string("base", readings.base_with_own_first ? "with_own_first" : "in_scope");
  to.string("home_care_referral", readings.home_care_proper ? "proper" : "not_proper");
  to.string("unreferred", name_of(kUnreferred, readings.unreferred)).close_object();
}

void write_before(Writer& to, const hand::State& before) {
  to.open_object("before")
      .open_object("pools")
      .yuan("outpatient", before.outpatient)
      .yuan("inpatient", before.inpatient);
  to.close_object().open_object("cumulative").yuan("top_up", before.counted).close_object().close_object();
}

// Read as the engine reads every case.
YearInput digested(const std::string& text, const Plan& plan) {
  std::vector<Error> errors;
  const auto tree = json::read(text, Fault::kCase);
  return digest_case(parse_case(tree.value(), errors), {&plan}, plan, errors).year;
}

}  // namespace

std::string to_json(const hand::Year& year) {
  Writer to;
  to.open_object().string("place", "320200").integer("year", kYear);
  write_person(to, year);
  to.open_array("visits");
  for (const hand::Visit& visit : year.visits) write_visit(to, visit);
  to.close_array();
  write_before(to, year.before);
  write_readings(to, year.readings);
  to.close_object();
  return to.take();
}

People random_people(const Plan& plan, std::uint64_t seed, std::size_t count, std::size_t least,
                     std::size_t most) {
  Random random(seed);
  People made;
  for (std::size_t i = 0; i < count; ++i) {
    const auto visits = random.between(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
    made.hand.push_back(random_year(random, static_cast<std::size_t>(visits)));
    made.engine.push_back(digested(to_json(made.hand.back()), plan));
  }
  return made;
}

hand::Totals named(const YearTotals& totals, const Plan& plan) {
  hand::Totals made;
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    for (const Payer& payer : kPayers) {
      if (plan.pack.layers[i].id == payer.id) made.*payer.amount = totals.paid[i];
    }
  }
  made.total = totals.total;
  made.personal_in_scope = totals.personal.in_scope;
  made.personal_out_of_scope = totals.personal.out_of_scope;
  made.personal_total = totals.personal.total;
  return made;
}

bool same(const hand::Totals& a, const hand::Totals& b) {
  for (const Payer& payer : kPayers) {
    if (a.*payer.amount != b.*payer.amount) return false;
  }
  return a.total == b.total && a.personal_in_scope == b.personal_in_scope &&
         a.personal_out_of_scope == b.personal_out_of_scope && a.personal_total == b.personal_total;
}

}  // namespace aidcheck::bench
