#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/list.h"
#include "json/pointer.h"
#include "json/reader.h"
#include "pack/model.h"

/// The small parts that rules are made of: citations, figures, conditions, rows. They are read straight into
/// their place: a pack is large, and moving its parts about is code that every page would carry.
namespace aidcheck::pack_parts {

using json::Pointer;
using json::Reader;
using json::Value;

/// The member `cite`.
void read_citations(Reader& reader, const Value& object, const Pointer& at, model::Citations& citations);

/// A printed figure of that unit; false with `figure.malformed` or `figure.wrong_unit` otherwise.
bool read_figure_of(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure,
                    bool share_of_amount = false);

/// The same where a printed range may stand too.
bool read_open_figure(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure,
                      bool share_of_amount = false);

/// A printed rate or range of it, or `{"fact"}`.
void read_share(Reader& reader, const Value& value, const Pointer& at, Figure& figure, std::string_view& fact,
                bool share_of_amount);

/// A printed range, or `{"from", "to"}`.
void read_between(Reader& reader, const Value& value, Unit unit, const Pointer& at, Figure& figure);

void read_when(Reader& reader, const Value& value, const Pointer& at, model::When& when);

/// `when` and `cite` of a row.
void read_row(Reader& reader, const Value& value, const Pointer& at, model::Row& row);

/// A printed amount, or `{"of", "share"}`.
void read_parameter(Reader& reader, const Value& value, const Pointer& at, model::Parameter& parameter);

/// One parameter, or rows of `{"when", "amount"}`.
void read_amounts(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                  List<model::AmountRow>& rows);

void read_rates(Reader& reader, const Value& list, const Pointer& at, List<model::RateRow>& rows);

/// The members `of` and `less`.
void read_terms(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::Term>& terms);

/// `{"of", "less"}`, or rows of it.
void read_bases(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::BaseRow>& rows);

/// Names of pools, or rows of `{"when", "pools"}`.
void read_draws(Reader& reader, const Value& object, std::string_view name, const Pointer& at,
                List<model::DrawRow>& rows);

/// The member `adjust`.
void read_adjustments(Reader& reader, const Value& object, const Pointer& at, List<model::AdjustRow>& rows);

/// The member `except`.
void read_exceptions(Reader& reader, const Value& object, const Pointer& at, List<model::Exception>& rows);

/// One of the member `actions`.
void read_action(Reader& reader, const Value& value, const Pointer& at, model::Action& made);

/// A day such as `2023-01-01`; nothing where the text is empty, or (with `date.impossible`) is no day.
std::optional<Day> read_day(Reader& reader, std::string_view text, const Pointer& at);

/// The member `choices`.
void read_choices(Reader& reader, const Value& object, const Pointer& at, List<model::Choice>& choices);

/// The bound of that name (`at_least`, `above`, `at_most`, `below`) that an object has, or false.
bool read_bound(const Value& object, std::string_view& name, model::Bound& bound);

/// The answers that a fact has, by the name of its type.
void read_answers(Reader& reader, const Value& object, std::string_view type, const Pointer& at,
                  model::Fact& made);

/// The members of a category that say how it is recognised.
void read_conditions_of(Reader& reader, const Value& value, const Pointer& at, model::Category& made);

/// The member `recognition` of a pack.
void read_recognition(Reader& reader, const Value& root, const Pointer& at, model::Recognition& made);

}  // namespace aidcheck::pack_parts
