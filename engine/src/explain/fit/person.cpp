#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

constexpr Misfit kEnded{
    "fit.identity_ended",
    Check::kIdentity,
    {"“{0}”只算到{1}，之后的就医没有按它计算。常见的是续期了没有填。",
     "\"{0}\" counted until {1}, not after it. Often it was renewed and that was not entered."}};
constexpr Misfit kUninsured{"fit.paid_uninsured",
                            Check::kInsurance,
                            {"您填了没有参保，账单上“{0}”却付了{1}元。常见的是参保选错了。",
                             "You said that you are not insured, but \"{0}\" paid {1} yuan on the sheet. "
                             "Often the answer was a slip."}};

// At the first visit behind it at which no other identity counts.
void ended(Notices& notices, const Year& year, const IdentityStory& story) {
  if (!story.assisted || story.refused_by != nullptr) return;
  const Settled& last = story.part->settled;
  const sent::Identity& identity = last.sent.identities[story.identity];
  const Holding held = holding_of(identity, kNoCategory, last.plan.pack);
  for (const Part& part : year.parts) {
    for (const VisitRecord& record : part.explanation.records) {
      const VisitInput& visit = part.settled.input(record);
      if (record.category != kNoCategory || held.until >= visit.until || holds_at(held, visit)) continue;
      const Word& word = *category_named(identity.category);
      Notice& notice = notices.add_misfit(part, record, kEnded, "", {word.zh, word.en},
                                          day(Day(std::chrono::days(held.until))));
      notice.at = keep(sent::identity_at(story.identity));
      // Aid that was settled then makes it worth a look.
      notice.attention = part.settled.visit(record).amount(Field::kAssistance).least != 0;
      return;
    }
  }
}

// Payments of an insurance for a person who says to have none. Whether all is said.
bool uninsured(Notices& notices, const Part& part) {
  const Settled& settled = part.settled;
  const std::size_t fact = *fact_named(settled.plan.facts, "insurance");
  const std::uint8_t insurance = settled.digest.person[fact];
  if (insurance == 0 || insurance != settled.plan.facts[fact].code_of("none")) return true;
  for (const VisitRecord& record : part.explanation.records) {
    for (const Field field : {Field::kBasic, Field::kSeriousIllness, Field::kLargeAmount}) {
      const Fen paid = settled.visit(record).amount(field).least;
      if (paid == 0) continue;
      notices.add_misfit(part, record, kUninsured, "", field_label(field), yuan(paid)).at =
          "/person/insurance";
      return true;
    }
  }
  return false;
}

}  // namespace

void find_misfits_of_person(Notices& notices, const Year& year) {
  for (const IdentityStory& story : year.identities) ended(notices, year, story);
  for (const Part& part : year.parts) {
    if (uninsured(notices, part)) return;
  }
}

}  // namespace aidcheck
