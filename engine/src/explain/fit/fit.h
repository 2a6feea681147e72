#pragma once

#include "explain/explanation.h"
#include "explain/fit/replay.h"

/// What does not fit. A notice of it says what does not, the commonest innocent reason, how to check it and
/// whom to ask: never that anybody did wrong.
namespace aidcheck {

/// The document by which people may report what they find: no rule of a place, so no pack brings it along.
inline constexpr std::string_view kOpinion = "fund_supervision_2020";
inline constexpr std::string_view kOpinionArticle = "summary";
void supervision_opinion(model::Source& made);

/// How to check what does not fit.
enum class Check : std::uint8_t { kSheet, kDates, kIdentity, kInsurance, kSettled };

/// One thing that may not fit.
struct Misfit {
  std::string_view code;
  Check check;
  Words message;  // with a place for each filler
};

/// A text in both languages, the same.
Words yuan(Fen amount);
Words day(Day day);
inline Words same(std::string_view text) { return {text, text}; }

/// Adds notices to a year.
class Notices {
 public:
  explicit Notices(Year& year) : year_(year) {}

  Notice& add(const Part& part, std::string_view code, bool attention, const Words& message);
  /// Of a visit, or what is `below` it.
  Notice& add_at(const Part& part, const VisitRecord& record, std::string_view code, bool attention,
                 std::string_view below, const Words& message);
  Notice& add_misfit(const Part& part, const VisitRecord& record, const Misfit& misfit,
                     std::string_view below, const Words& first, const Words& second,
                     const Words& third = {});

 private:
  Year& year_;
};

/// A sheet held against itself.
void find_misfits_of_sheet(Notices& notices, const Part& part, const VisitRecord& record);
/// What was paid held against what it was paid of, where all that matters is known.
void find_misfits_of_base(Notices& notices, const Part& part, const VisitRecord& record);
/// Visits held against each other and the calendar.
void find_misfits_of_dates(Notices& notices, const Year& year);
/// What the person said of themselves held against the visits.
void find_misfits_of_person(Notices& notices, const Year& year);
/// What was settled held against the rules, at the visit of a record.
void find_misfits_of_payers(Notices& notices, Replay& replay, std::size_t index);

}  // namespace aidcheck
