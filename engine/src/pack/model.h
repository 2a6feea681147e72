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

/// A rule pack as it was read: every part typed, names still names. `at` is the JSON pointer of a part, kept for
/// the errors that only show when parts are held against each other.
namespace aidcheck::model {

/// `xi98#6`: a document of the pack and one of its articles.
struct Citation {
  std::string source;
  std::string article;
  std::string at;
};
using Citations = std::vector<Citation>;

struct Article {
  std::string id;
  Text label;
  Text text;
};

struct Source {
  std::string id;
  std::string number;
  Text title;
  Text issuer;
  std::string issued;
  std::string trust;
  std::vector<Article> articles;
};

struct Choice {
  std::string id;
  Text label;
};

enum class FactType { kChoice, kYesNo, kWholeNumber, kAmount };

struct Fact {
  std::string id;
  bool of_visit = false;
  FactType type = FactType::kYesNo;
  Text label;
  Text question;
  Text help;
  std::vector<Choice> choices;
  std::optional<json::Value> assumed;
  std::string at;
};

struct Kind {
  std::string id;
  Text label;
  bool stay = false;
  std::string at;
};

/// `{"at_least": 18}`, `above`, `at_most`, `below`.
struct Bound {
  bool lower = false;       // the value must not lie under it; otherwise not over it
  std::int64_t shift = 0;   // 1 where the first value past the bound is the one after it: above, at_most
  json::Value value;
};

/// One fact of a condition: it is one of some values, or lies in a range, or (negated) is not.
struct Test {
  std::string fact;
  bool negated = false;
  std::vector<json::Value> one_of;
  std::vector<Bound> bounds;
  std::string at;
};

/// All tests must hold; none at all always holds.
using When = std::vector<Test>;

struct Row {
  When when;
  Citations cite;
  std::string at;
};

/// Part of a marginal rate: from where the band before ended up to `to` (absent: without end).
struct Band {
  std::optional<Figure> to;
  Figure rate;
};

struct RateRow : Row {
  Text label;
  std::vector<Band> bands;             // a flat rate is one band without end
  bool bands_above_deductible = false;  // bands are measured from the deductible, not from zero
};

struct AmountRow : Row {
  Figure amount;
};

struct BaseRow : Row {
  std::vector<std::string> of;
  std::vector<std::string> less;
};

struct DrawRow : Row {
  std::vector<std::string> pools;
};

/// A reason for which a layer pays nothing at a visit.
struct Exception : Row {
  std::string id;
  Text text;
};

struct Reading {
  std::string id;
  Text label;
  std::vector<Choice> choices;
  std::string chosen;  // the default
  Citations cite;
  std::string at;
};

struct Pool {
  std::string id;
  Text label;
  bool per_visit = false;
  std::string inside;
  std::vector<AmountRow> limit;
  Citations cite;
  std::string at;
};

struct Category {
  std::string id;
  Text recognised_by;
  Text note;
  Citations cite;
  std::string at;
};

struct Table {
  std::string id;
  std::vector<RateRow> rows;
  std::string at;
};

struct Layer {
  std::string id;
  Text label;
  std::string sheet;  // the field it is taken from; empty: computed
  bool in_scope = true;
  bool over_year = false;
  std::vector<When> when;  // one of them must hold
  std::vector<Exception> except;
  std::vector<BaseRow> base;
  std::vector<AmountRow> deductible;
  std::string table;  // pays by this table instead of `pays`
  std::vector<RateRow> pays;
  std::vector<DrawRow> draws_on;
  Citations cite;
  std::string at;
};

/// What is due or worth knowing and is no money: an entitlement of a person, or a notice.
struct Statement : Row {
  std::string id;
  Text label;
  Text text;
};

struct Pack {
  std::string place;
  Text name;
  std::string version;
  std::optional<Day> from;
  std::optional<Day> until;
  std::vector<Source> sources;
  std::vector<Category> categories;
  std::vector<Fact> facts;
  std::vector<Kind> kinds;
  std::vector<Reading> readings;
  When identity_counts;
  Text identity_otherwise;
  Citations identity_cite;
  std::string identity_at;
  std::vector<BaseRow> in_scope;
  std::vector<Pool> pools;
  std::vector<Table> tables;
  std::vector<Layer> layers;
  std::vector<Statement> entitlements;
  std::vector<Statement> notices;
};

}  // namespace aidcheck::model
