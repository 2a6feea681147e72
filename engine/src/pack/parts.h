#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "json/pointer.h"
#include "json/reader.h"
#include "pack/model.h"

/// The small parts that rules are made of: citations, figures, conditions, rows.
namespace aidcheck::pack_parts {

using json::Pointer;
using json::Reader;
using json::Value;

model::Citations citations(Reader& reader, const Value& object, const Pointer& at);

/// A printed figure of that unit; `figure.malformed` or `figure.wrong_unit` otherwise.
std::optional<Figure> figure(Reader& reader, const Value& value, Unit unit, const Pointer& at);

model::When when(Reader& reader, const Value& value, const Pointer& at);

/// `when` and `cite` of a row.
void row(Reader& reader, const Value& value, const Pointer& at, model::Row& row);

/// One printed amount, or rows of `{"when", "amount"}`.
std::vector<model::AmountRow> amounts(Reader& reader, const Value& object, std::string_view name, const Pointer& at);

std::vector<model::RateRow> rates(Reader& reader, const Value& list, const Pointer& at);

/// `{"of", "less"}`, or rows of it.
std::vector<model::BaseRow> bases(Reader& reader, const Value& object, std::string_view name, const Pointer& at);

/// Names of pools, or rows of `{"when", "pools"}`.
std::vector<model::DrawRow> draws(Reader& reader, const Value& object, const Pointer& at);

std::vector<model::Exception> exceptions(Reader& reader, const Value& object, const Pointer& at);

std::vector<model::Choice> choices(Reader& reader, const Value& object, const Pointer& at);

}  // namespace aidcheck::pack_parts
