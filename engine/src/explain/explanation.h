#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::optional<Fen> amount;
  std::optional<Fen> so_far;
  std::string_view parameter;
  Words band;
  std::string_view pool;
  std::optional<Fen> limit;
  std::optional<Fen> left_before;
  std::optional<Fen> left_after;
  std::string_view from;
  std::string_view reason;
  const model::Citations* cite = nullptr;  // in the pack
};

struct LayerStory {
  std::size_t layer = 0;
  List<Step> steps;
};

struct Part;

struct Notice {
  const Part* part = nullptr;  // whose citation
  std::string_view code;
  bool attention = false;
  std::optional<std::size_t> visit;  // its place in the case
  std::string_view at;
  Words message;
  const model::Citations* cite = nullptr;  // in the pack
};

struct IdentityStory {
  std::size_t identity = 0;    // its place in the case
  const Part* part = nullptr;  // the last one that assists it, or just the last
  bool assisted = false;
  std::optional<bool> counts;
  const Part* refused_by = nullptr;  // where it does not count
  List<std::size_t> holds;           // visits, by their place in the case
  List<std::size_t> used;
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
  List<YearTotals> totals;  // of each part
};

struct ReadingStory {
  const Part* part = nullptr;  // the last one whose pack has the reading
  std::size_t reading = 0;
  std::uint8_t chosen = 0;
  List<ReadingOutcome> outcomes;
};

/// What came of settling.
struct Explanation {
  std::vector<VisitRecord> records;  // in the order of settlement
  YearState after;
  List<List<LayerStory>> visits;  // beside `records`
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
    return keep("/visits/" + digits_of(input(record).order) + std::string(below));
  }
  /// Where an amount of a visit is stated, or would be.
  [[nodiscard]] std::string_view amount_at(const VisitRecord& record, std::size_t amount) const;
};

/// The visits of a year that one version of the rules settles.
struct Part {
  std::size_t place = 0;
  Settled settled;
  Explanation explanation;
};

/// A settled year with its reasons.
struct Year {
  std::vector<const Plan*> versions;
  std::list<Part> parts;    // one for each version, in the order of time
  List<YearTotals> totals;  // of each part
  List<IdentityStory> identities;
  List<Entitlement> entitlements;
  List<Notice> notices;
  List<ReadingStory> readings;
  Recognition recognition;
};

/// Settles the parts one after the other, each from what the one before it left. `records`: keeps what each
/// layer did. `categories`: the identity of each visit in the order of settlement, given instead of chosen.
Halt settle_year(Year& year, bool records, const std::uint8_t* categories, List<YearTotals>& totals);

/// The name a payer is shown under: the pack's, or the printed word of its field.
Words layer_label(const Plan& plan, std::size_t layer);
Words field_label(Field field);

void explain_visit(const Settled& settled, const VisitRecord& record, List<LayerStory>& layers);
void explain_identities(Year& year);
void find_entitlements(Year& year);
/// What a category would bring that the person does not hold, by the last version of the rules.
void find_entitlements_if(Year& year, std::uint8_t category);
void find_notices(Year& year);
void compare_readings(Year& year);
/// Whether another choice of identities would have paid more over the year than the best one at each visit.
bool year_choice_would_pay_more(Year& year);

/// What the parts of a sheet come to, and whether that is its total: unknown where a part is left out that
/// could be what is missing.
struct SheetSum {
  Fen parts = 0;
  std::optional<bool> adds_up;
};
SheetSum sum_of_sheet(const sent::Visit& visit);

/// Fills in all but the figures.
void explain(Year& year);

}  // namespace aidcheck
