#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/list.h"
#include "base/text.h"
#include "json/value.h"
#include "pack/figure.h"

namespace aidcheck {

/// Layers and pools that one pack may have, at most.
inline constexpr std::size_t kMostLayers = 16;
inline constexpr std::size_t kMostPools = 16;

}  // namespace aidcheck

/// A rule pack as it was read: every part typed, names still names. Texts are views of the JSON tree that the
/// pack was read from, and `at` is a part's own place in it, for the errors that only show when parts are
/// held against each other; so a pack lives no longer than its tree.
namespace aidcheck::model {

/// `xi98#6`: a document of the pack and one of its articles.
struct Citation {
  std::string_view source;
  std::string_view article;
  const json::Value* at = nullptr;
};
using Citations = List<Citation>;

struct Article {
  std::string_view id;
  Words label;
  Words text;
};

struct Source {
  std::string_view id;
  std::string_view number;
  Words title;
  Words issuer;
  std::string_view issued;
  std::string_view trust;
  List<Article> articles;
};

struct Choice {
  std::string_view id;
  Words label;
};

/// An amount is held in fen, a percentage in hundredths.
enum class FactType { kChoice, kYesNo, kWholeNumber, kAmount, kPercent };
/// What they are called, in that order.
inline constexpr std::string_view kFactTypes[] = {"choice", "yes_no", "whole_number", "amount", "percent"};

inline bool is_measured(FactType type) { return type == FactType::kAmount || type == FactType::kPercent; }

struct Kind {
  std::string_view id;
  Words label;
  bool stay = false;
  const json::Value* at = nullptr;
};

/// `{"at_least": 18}`, `above`, `at_most`, `below`.
struct Bound {
  bool lower = false;      // the value must not lie under it; otherwise not over it
  std::int64_t shift = 0;  // 1 where the first value past the bound is the one after it: above, at_most
  const json::Value* value = nullptr;
};

/// One fact of a condition: it is one of some values, or lies in a range, or (negated) is not.
struct Test {
  std::string_view fact;
  bool negated = false;
  List<const json::Value*> one_of;
  List<Bound> bounds;
  const json::Value* at = nullptr;
};

/// All tests must hold; none at all always holds.
using When = List<Test>;

/// A fact that the engine works out from amounts, or by counting visits.
enum class Derivation { kNone, kSum, kCount };

/// An amount that goes into a sum: what is in scope, a field of the sheet, an amount fact or a layer's
/// payment; or a share of it.
struct Term {
  std::string_view name;
  Figure share;  // not printed: all of it
  const json::Value* at = nullptr;
};

/// The published value of a fact in one year.
struct YearValue {
  int year = 0;
  Figure amount;
};

struct Fact {
  std::string_view id;
  bool of_visit = false;
  FactType type = FactType::kYesNo;
  Words label;
  Words question;
  Words help;
  Words shown_by;  // the paper that tells it
  List<Choice> choices;
  const json::Value* assumed = nullptr;
  List<YearValue> by_year;
  Figure between;  // a range: what it may be where the case does not say
  Citations cite;
  Derivation derived = Derivation::kNone;
  bool over_year = false;  // of a sum
  List<Term> of;
  List<Term> less;
  When counts;
  const json::Value* at = nullptr;
};

struct Row {
  When when;
  Citations cite;
  const json::Value* at = nullptr;
};

/// Part of a marginal rate: from where the band before ended up to `to`, or, not `bounded`, without end.
struct Band {
  bool bounded = false;
  Figure to;
  Figure rate;
  std::string_view rate_fact;  // a percentage that the case states instead
};

/// `"6000元"`, or an amount fact, or a share of one: `{"of": "income", "share": "10%"}`.
struct Parameter {
  Figure figure;                // the amount, or the share
  std::string_view of;          // empty: the figure is the amount
  std::string_view share_fact;  // a percentage that the case states instead
};

struct RateRow : Row {
  Words label;
  List<Band> bands;                     // a flat rate is one band without end
  bool bands_above_deductible = false;  // bands are measured from the deductible, not from zero
  bool lump = false;                    // pays `amount` and looks at no rate
  Parameter amount;
};

struct AmountRow : Row {
  Parameter amount;
};

struct BaseRow : Row {
  List<Term> of;
  List<Term> less;
};

/// A change of the rate, where its condition holds.
struct AdjustRow : Row {
  enum class How { kAdd, kSubtract, kTimes };
  Words label;
  How how = How::kAdd;
  Figure figure;
};

struct DrawRow : Row {
  List<std::string_view> pools;
};

/// A reason for which a layer pays nothing at a visit.
struct Exception : Row {
  std::string_view id;
  Words text;
};

/// Whoever states the fact means this choice of a reading.
struct ChosenBy {
  std::string_view fact;
  std::string_view choice;
};

struct Reading {
  std::string_view id;
  Words label;
  List<Choice> choices;
  std::string_view chosen;   // the default
  List<ChosenBy> chosen_by;  // what stating a fact of the person chooses instead
  Citations cite;
  const json::Value* at = nullptr;
};

struct Pool {
  std::string_view id;
  Words label;
  bool per_visit = false;
  std::string_view inside;
  List<AmountRow> limit;
  Citations cite;
  const json::Value* at = nullptr;
};

/// What a sum of facts is held against: an amount, or a fact, so many times it or a share of it.
struct Comparison {
  List<std::string_view> of;
  List<std::string_view> less;
  std::string_view per;  // the fact that says for how many heads; empty: for one
  Bound bound;           // without its value
  Figure figure;         // the amount, or the share; may be a range
  std::string_view than;
  std::int64_t times = 1;
  std::string_view share_fact;  // the percentage that says which share
};

/// One condition of a category: one of `any` holds, or, where there is none, the comparison does.
struct ConditionLine {
  List<When> any;
  Comparison compare;
  Words text;
  Citations cite;
  const json::Value* at = nullptr;
};

/// Something to tell, and where it is written.
struct Told {
  Words text;
  Citations cite;
};

struct Category {
  std::string_view id;
  Words recognised_by;
  Words note;
  int months = 0;  // held at most so many months; 0: until it is lost
  Citations cite;
  List<ConditionLine> conditions;
  bool complete = false;  // the text names all conditions: nothing is left to the office
  Told left_to_office;
  Told apply_at;
  Told takes;
  List<Told> papers;
  const json::Value* at = nullptr;
};

/// For heavy burdens of people in no category, or of those whom the rules watch.
struct EarlyWarning {
  std::string_view id;
  List<ConditionLine> conditions;
  Words label;
  Words text;
  Citations cite;
  const json::Value* at = nullptr;
};

/// How a category is recognised, beside what each category says.
struct Recognition {
  List<Fact> facts;                // that nothing else looks at
  List<ConditionLine> conditions;  // of every category
  Told left_to_office;             // of every category that is not complete and says nothing itself
  List<EarlyWarning> early_warning;
};

struct Table {
  std::string_view id;
  List<RateRow> rows;
  const json::Value* at = nullptr;
};

struct Layer {
  std::string_view id;
  Words label;
  std::string_view sheet;     // the amount it is taken from; empty: always computed
  bool has_rules = false;     // computed where the sheet does not state it
  bool assumed_none = false;  // 0 where the sheet does not state it
  When rules_when;            // only then the rules may stand in for the sheet
  bool in_scope = true;
  bool over_year = false;
  List<When> when;  // one of them must hold
  List<Exception> except;
  List<BaseRow> base;
  List<RateRow> first_bear;  // the share of the base that the person bears before all else
  List<DrawRow> cost_in;     // pools that limit the base
  List<AmountRow> deductible;
  bool deductible_per_visit = false;  // of a layer over the year: taken at each visit, before it is counted
  List<DrawRow> deductible_in;        // pools that limit the deductibles
  std::string_view table;             // pays by this table instead of `pays`
  List<RateRow> pays;
  List<AdjustRow> adjust;
  List<DrawRow> draws_on;
  Citations cite;
  const json::Value* at = nullptr;
};

/// What is due or worth knowing and is no money: an entitlement of a person, or a notice.
struct Statement : Row {
  std::string_view id;
  Words label;
  Words text;
  bool first = false;  // of a notice: told before all others
};

/// The answer that a fact then has.
struct Setting {
  std::string_view fact;
  const json::Value* to = nullptr;
};

/// Something that a person can do: facts that it changes, categories of which it may bring one, or settling
/// before the year ends.
struct Action : Statement {
  List<Setting> set;
  List<std::string_view> apply_for;
  bool by_year_end = false;
};

/// What was said of a pack on a day: why it was withdrawn, what was wrong with an earlier version of it.
struct Remark {
  std::optional<Day> on;
  Words words;
  std::string_view version;  // the earlier one
};

struct Pack {
  std::string_view place;
  Words name;
  std::string_view version;
  std::optional<Day> from;
  std::optional<Day> until;
  bool total_from_parts = false;       // a sheet without its total is taken as the sum of its parts
  bool identity_on_any_day = false;    // any visit takes one that is held on any of its days, as a stay does
  bool identity_ends_at_once = false;  // lost on the very day, not at the end of the month
  List<Source> sources;
  List<Category> categories;
  List<Fact> facts;
  List<Kind> kinds;
  List<Reading> readings;
  When identity_counts;
  Words identity_otherwise;
  Citations identity_cite;
  const json::Value* identity_at = nullptr;
  List<BaseRow> in_scope;
  List<Pool> pools;
  List<Table> tables;
  List<Layer> layers;
  List<Statement> entitlements;
  List<Statement> notices;
  List<Action> actions;
  Recognition recognition;
  Remark withdrawn;  // has a day where the pack is no longer to be used
  List<Remark> corrects;
};

}  // namespace aidcheck::model
