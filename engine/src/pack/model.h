#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
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
using Citations = std::vector<Citation>;

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
  std::vector<Article> articles;
};

struct Choice {
  std::string_view id;
  Words label;
};

enum class FactType { kChoice, kYesNo, kWholeNumber, kAmount };

struct Fact {
  std::string_view id;
  bool of_visit = false;
  FactType type = FactType::kYesNo;
  Words label;
  Words question;
  Words help;
  std::vector<Choice> choices;
  const json::Value* assumed = nullptr;
  const json::Value* at = nullptr;
};

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
  std::vector<const json::Value*> one_of;
  std::vector<Bound> bounds;
  const json::Value* at = nullptr;
};

/// All tests must hold; none at all always holds.
using When = std::vector<Test>;

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
};

struct RateRow : Row {
  Words label;
  std::vector<Band> bands;              // a flat rate is one band without end
  bool bands_above_deductible = false;  // bands are measured from the deductible, not from zero
};

struct AmountRow : Row {
  Figure amount;
};

struct BaseRow : Row {
  std::vector<std::string_view> of;
  std::vector<std::string_view> less;
};

struct DrawRow : Row {
  std::vector<std::string_view> pools;
};

/// A reason for which a layer pays nothing at a visit.
struct Exception : Row {
  std::string_view id;
  Words text;
};

struct Reading {
  std::string_view id;
  Words label;
  std::vector<Choice> choices;
  std::string_view chosen;  // the default
  Citations cite;
  const json::Value* at = nullptr;
};

struct Pool {
  std::string_view id;
  Words label;
  bool per_visit = false;
  std::string_view inside;
  std::vector<AmountRow> limit;
  Citations cite;
  const json::Value* at = nullptr;
};

struct Category {
  std::string_view id;
  Words recognised_by;
  Words note;
  Citations cite;
  const json::Value* at = nullptr;
};

struct Table {
  std::string_view id;
  std::vector<RateRow> rows;
  const json::Value* at = nullptr;
};

struct Layer {
  std::string_view id;
  Words label;
  std::string_view sheet;  // the field it is taken from; empty: computed
  bool in_scope = true;
  bool over_year = false;
  std::vector<When> when;  // one of them must hold
  std::vector<Exception> except;
  std::vector<BaseRow> base;
  std::vector<AmountRow> deductible;
  std::string_view table;  // pays by this table instead of `pays`
  std::vector<RateRow> pays;
  std::vector<DrawRow> draws_on;
  Citations cite;
  const json::Value* at = nullptr;
};

/// What is due or worth knowing and is no money: an entitlement of a person, or a notice.
struct Statement : Row {
  std::string_view id;
  Words label;
  Words text;
};

/// Who held a pack against its texts.
struct Checking {
  Words by;
  std::optional<Day> on;
};

/// No longer to be used, from that day on; not withdrawn where there is none.
struct Withdrawal {
  std::optional<Day> on;
  Words why;
};

/// What was wrong with an earlier version of this pack.
struct Correction {
  std::string_view version;
  std::optional<Day> on;
  Words what;
};

struct Pack {
  std::string_view place;
  Words name;
  std::string_view version;
  std::optional<Day> from;
  std::optional<Day> until;
  std::vector<Source> sources;
  std::vector<Category> categories;
  std::vector<Fact> facts;
  std::vector<Kind> kinds;
  std::vector<Reading> readings;
  When identity_counts;
  Words identity_otherwise;
  Citations identity_cite;
  const json::Value* identity_at = nullptr;
  std::vector<BaseRow> in_scope;
  std::vector<Pool> pools;
  std::vector<Table> tables;
  std::vector<Layer> layers;
  std::vector<Statement> entitlements;
  std::vector<Statement> notices;
  std::vector<Checking> checked;
  std::optional<Day> review_by;
  Withdrawal withdrawn;
  std::vector<Correction> corrects;
};

}  // namespace aidcheck::model
