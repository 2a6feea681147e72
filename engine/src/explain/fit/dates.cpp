#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

constexpr Misfit kSameSheet{"fit.same_sheet_twice",
                            Check::kDates,
                            {"与“{0}”日期、类型、金额都相同。常见的是同一张单录了两次。",
                             "Same dates, kind and amounts as \"{0}\". Often one sheet was entered twice."}};
constexpr Misfit kOverlap{"fit.stays_overlap",
                          Check::kDates,
                          {"这次住院与“{0}”（{1}至{2}）日子重叠。常见的是日期抄错。",
                           "This stay overlaps with \"{0}\" ({1} to {2}). Often a date was copied wrongly."}};
constexpr Misfit kFarApart{"fit.dates_far_apart",
                           Check::kDates,
                           {"这次就医从{0}到{1}，共{2}天。常见的是日期抄错。",
                            "This visit lasts from {0} to {1}, {2} days. Often a date was copied wrongly."}};

/// A visit of the year, in the order of settlement.
struct Seen {
  const Part* part = nullptr;
  const VisitRecord* record = nullptr;
  const VisitInput* input = nullptr;
  const sent::Visit* visit = nullptr;
};

std::string_view kind_of(const Seen& seen) {
  const List<FactPlan>& facts = seen.part->settled.plan.facts;
  const std::size_t kind = *fact_named(facts, "kind");
  const std::uint8_t code = seen.input->codes[kind];
  return code == 0 ? std::string_view{} : facts[kind].choices[code - 1U].id;
}

// The same amounts, of which at least one says something.
bool same_sheet(const Seen& a, const Seen& b) {
  bool says = false;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const sent::Amount& amount = a.visit->sheet[i];
    const sent::Amount& other = b.visit->sheet[i];
    if (amount.knowledge != other.knowledge || amount.least != other.least || amount.most != other.most)
      return false;
    says = says || (amount.exact() && amount.least != 0);
  }
  return says;
}

// A transfer leaves one hospital and enters the next on the same day.
bool overlap(const Seen& earlier, const Seen& later) {
  return earlier.input->stay && later.input->stay && later.input->from < earlier.input->until;
}

// With an earlier one: only one of all that it could be said of.
void with_earlier(Notices& notices, const List<Seen>& all, std::size_t index) {
  const Seen& seen = all[index];
  for (std::size_t i = index; i-- != 0 && all[i].input->until >= seen.input->from;) {
    const Seen& other = all[i];
    const bool same_bill = other.input->from == seen.input->from && other.input->until == seen.input->until &&
                           kind_of(other) == kind_of(seen) && same_sheet(other, seen);
    if (!same_bill && !overlap(other, seen)) continue;
    notices.add_misfit(*seen.part, *seen.record, same_bill ? kSameSheet : kOverlap, "/from",
                       same(other.visit->id), day(other.visit->from), day(other.visit->until));
    return;
  }
}

// An ordinary outpatient visit is settled within days, and whatever it is within a year.
void too_long(Notices& notices, const Seen& seen) {
  constexpr std::int32_t kOutpatient = 3;
  constexpr std::int32_t kAny = 366;
  const std::int32_t days = seen.input->until - seen.input->from;
  if (days <= kOutpatient || (days <= kAny && kind_of(seen) != "outpatient")) return;
  notices.add_misfit(*seen.part, *seen.record, kFarApart, "/until", day(seen.visit->from),
                     day(seen.visit->until), same(keep(digits_of(days + 1))));
}

}  // namespace

void find_misfits_of_dates(Notices& notices, const Year& year) {
  List<Seen> all;
  for (const Part& part : year.parts) {
    for (const VisitRecord& record : part.explanation.records)
      all.push_back({&part, &record, &part.settled.input(record), &part.settled.visit(record)});
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    with_earlier(notices, all, i);
    too_long(notices, all[i]);
  }
}

}  // namespace aidcheck
