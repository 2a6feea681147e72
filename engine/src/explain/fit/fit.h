#pragma once

#include "explain/explanation.h"

/// What does not fit. A notice of it says what does not, the commonest innocent reason, how to check it and
/// whom to ask: never that anybody did wrong.
namespace aidcheck {

/// The document by which people may report what they find: no rule of a place, so no pack brings it along.
inline constexpr std::string_view kOpinion = "fund_supervision_2020";
inline constexpr std::string_view kOpinionArticle = "summary";
void supervision_opinion(model::Source& made);

/// How to check what does not fit.
namespace check {
inline constexpr Words kSheet{
    "请对照纸质账单再看一遍；没有抄错，就请医院收费处解释。",
    "Look at the paper once more; if it was copied right, ask the hospital's billing desk."};
inline constexpr Words kDates{"请对照账单或出院小结上的日期。",
                              "Compare the dates with the sheet or the discharge summary."};
inline constexpr Words kIdentity{"请看证件上的有效期，或问认定的部门有没有续期。",
                                 "Look at the certificate, or ask the office that recognised you."};
inline constexpr Words kInsurance{"请向医保经办机构查当时的参保情况。",
                                  "Ask the medical-security office how you were insured then."};
inline constexpr Words kSettled{"请带上账单和这里的步骤，请医保经办机构逐步对照。",
                                "Take the sheet and these steps to the medical-security office and compare "
                                "step by step."};
}  // namespace check

/// Adds notices to a year.
class Notices {
 public:
  explicit Notices(Year& year) : year_(year) {}

  Notice& add(const Part& part, std::string_view code, bool attention, const Words& message);
  /// Of a visit, or what is `below` it.
  Notice& add_at(const Part& part, const VisitRecord& record, std::string_view code, bool attention,
                 std::string_view below, const Words& message);
  /// Says of a notice how to check it, and whom to ask.
  Notice& doubt(Notice& notice, const Words& check);

 private:
  Year& year_;
};

/// A sheet held against itself.
void find_misfits_of_sheet(Notices& notices, const Part& part, const VisitRecord& record);
/// Visits held against each other and the calendar.
void find_misfits_of_dates(Notices& notices, const Year& year);
/// What the person said of themselves held against the visits.
void find_misfits_of_person(Notices& notices, const Year& year);
/// What was settled held against the rules, at the visit of a record. `allowance`: visits that may still be
/// settled again.
void find_misfits_of_payers(Notices& notices, const Year& year, const Part& part, std::size_t record,
                            std::size_t& allowance);

}  // namespace aidcheck
