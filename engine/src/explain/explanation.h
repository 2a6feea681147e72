#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bounds/hull.h"
#include "bounds/unknown.h"
#include "case/digest.h"
#include "case/model.h"
#include "plan/plan.h"
#include "recognise/recognise.h"
#include "settle/record.h"

namespace aidcheck {

/// One line of the sum as a clerk would write it (docs/formats.md, "Steps"). Empty parts do not apply; views
/// are of the pack and the vocabulary.
struct Step {
  std::string_view op;
  Words label;
  std::string_view field;
  std::string_view at;
  std::optional<Hull> amount;
  std::optional<Hull> so_far;
  std::string_view parameter;
  Words band;
  std::string_view pool;
  std::optional<Hull> limit;
  std::optional<Hull> left_before;
  std::optional<Hull> left_after;
  std::string_view from;
  std::string_view reason;
  const model::Citations* cite = nullptr;  // in the pack
  bool sometimes = false;                  // only in some of the ways the visit may have gone
};

struct LayerStory {
  std::size_t layer = 0;
  List<Step> steps;
};

/// How a visit was settled, or may have been.
struct VisitStory {
  std::uint64_t categories = 0;  // as one of these, a bit a code
  std::size_t ways = 0;          // how many of them were told
  List<LayerStory> layers;
};

struct Part;

/// Where a figure that was settled and the rules part.
struct Parting {
  bool explained = false;  // some single change gives exactly what was settled
  std::size_t layer = 0;
  Step ours;
  Step theirs;  // only where it is explained
  Words message;
};

struct Notice {
  const Part* part = nullptr;  // whose citation
  std::string_view code;
  bool attention = false;
  std::optional<std::size_t> visit;  // its place in the case
  std::string_view at;
  Words message;
  Words check;            // of what does not fit: how to check it, and
  Words report;           // whom to ask
  List<Parting> differs;  // at most one
  const model::Citations* cite = nullptr;
};

struct IdentityStory {
  std::size_t identity = 0;    // its place in the case
  const Part* part = nullptr;  // the last one that assists it, or just the last
  bool assisted = false;
  std::optional<bool> counts;
  const Part* refused_by = nullptr;  // where it does not count
  List<std::size_t> holds;           // visits, by their place in the case
  List<std::size_t> used;
  List<std::size_t> maybe_used;
};

/// A fact that is another one, or an identity that comes, where a person does something.
struct FactChange {
  std::string_view at;  // where the case states it, or would
  const FactPlan* fact = nullptr;
  std::uint64_t codes = 0;  // what it may be then, a bit a code
};

/// Something that a person can do, and what comes of it.
struct Advice {
  const Part* part = nullptr;  // the last one whose pack knows it
  std::size_t action = 0;
  Hull personal_total;
  Hull saves;
  List<FactChange> changes;
};

/// What to ask next: what is not known, and how wide the range of what the person pays is at most, in fen,
/// whatever the answer.
struct Question {
  Unknown unknown;
  Fen left = 0;
};

struct Entitlement {
  const Part* part = nullptr;
  std::size_t statement = 0;
  std::uint8_t category = kNoCategory;
  bool if_recognised = false;  // only once that category is
};

/// Why and in which part a year could not be settled.
struct Halt {
  Stop stop;
  const Part* part = nullptr;
};

/// What one choice of a reading gives.
struct ReadingOutcome {
  std::uint8_t choice = 0;
  Halt halt;
  List<Totals<Hull>> totals;  // of each part
};

struct ReadingStory {
  const Part* part = nullptr;  // the last one whose pack has the reading
  std::size_t reading = 0;
  std::uint8_t chosen = 0;
  List<ReadingOutcome> outcomes;
};

/// What came of settling.
struct Explanation {
  std::vector<VisitRecord>
      records;  // in the order of settlement; only visit and facts where not all is known
  YearFiguresOf<Hull> figures;
  List<VisitStory> visits;  // beside the figures' visits
};

/// Everything that the stages of explaining look at.
struct Settled {
  const Plan& plan;
  const sent::Case& sent;
  Digest digest;

  [[nodiscard]] const VisitInput& input(const VisitRecord& record) const {
    return digest.year.visits[record.visit];
  }
  [[nodiscard]] const sent::Visit& visit(const VisitRecord& record) const {
    return sent.visits[input(record).order];
  }
  /// Where the visit is in the case, and what `below` it.
  [[nodiscard]] std::string_view at(const VisitRecord& record, std::string_view below = {}) const {
    return at(input(record), below);
  }
  [[nodiscard]] static std::string_view at(const VisitInput& visit, std::string_view below = {}) {
    return keep("/visits/" + digits_of(visit.order) + std::string(below));
  }
  /// Where an amount of a visit is stated, or would be.
  [[nodiscard]] std::string_view amount_at(const VisitInput& visit, std::size_t amount) const;
  /// What a parameter comes to at a visit, all of whose amounts are known.
  [[nodiscard]] Fen value(const VisitRecord& record, const ParameterPlan& parameter) const;
};

/// The visits of a year that one version of the rules settles.
struct Part {
  std::size_t place = 0;
  Settled settled;
  Explanation explanation;
};

/// A settled year with its reasons.
struct Year {
  bool exact = true;  // all that matters was known
  std::vector<const Plan*> versions;
  std::list<Part> parts;         // one for each version, in the order of time
  List<YearTotals> totals;       // of each part, where exact
  std::vector<Unknown> unknown;  // and mattered
  std::vector<Question> ask;     // what narrows most first
  List<IdentityStory> identities;
  List<Entitlement> entitlements;
  List<Notice> notices;
  List<ReadingStory> readings;
  List<Advice> what_if;      // the surest saving first
  model::Citations opinion;  // of notices that tell whom to ask (explain/fit/fit.h)
  Recognition recognition;
};

/// Settles the parts one after the other, each from what the one before it left. `states`, where asked for:
/// how each part ended, and the parts keep the records of what each layer did. `categories`: the identity of
/// each visit in the order of settlement, given instead of chosen.
Halt settle_year(Year& year, std::vector<YearState>* states, const std::uint8_t* categories,
                 List<YearTotals>& totals);
/// The totals of each part of the year as it stands, exact or as bounds; about so many visits are settled for
/// it.
Halt settle_totals(Year& year, std::size_t most_visits, List<Totals<Hull>>& totals);
/// Settles the year with its figures and their stories, exactly where all that matters is known.
Halt settle_and_tell(Year& year);

/// The name a payer is shown under: the pack's, or the printed word of its field.
Words layer_label(const Plan& plan, std::size_t layer);
Words field_label(Field field);

/// What is known to the fen, as a bound.
VisitRecordOf<Reach> reach_of(const VisitRecord& exact, std::size_t layers);
/// What was done at a visit of `year`, step by step.
void explain_visit(const Settled& settled, const YearInput& year, const VisitRecordOf<Reach>& record,
                   List<LayerStory>& layers);
/// One more way in which a visit may have gone.
void add_way(const List<LayerStory>& way, VisitStory& story);
void explain_identities(Year& year);
void find_entitlements(Year& year);
/// What a category would bring that the person does not hold, by the last version of the rules.
void find_entitlements_if(Year& year, std::uint8_t category);
void find_notices(Year& year);
void compare_readings(Year& year);
/// Whether another choice of identities would have paid more over the year than the best one at each visit.
bool year_choice_would_pay_more(Year& year);

/// Whether a sheet's parts come to its total: unknown where a part is left out that could be what is missing.
std::optional<bool> sheet_adds_up(const sent::Visit& visit);

/// Fills in all but the figures.
void explain(Year& year);

}  // namespace aidcheck
