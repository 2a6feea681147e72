#pragma once

#include "bounds/hull.h"
#include "explain/explanation.h"
#include "json/write.h"

namespace aidcheck {

inline constexpr Words kSheetWords{"费用结算单", "the settlement sheet"};

/// An amount: a number where it is exact, else `{"min", "max"}`, with `"tight": false` where it may be wider
/// than it needs.
void encode_figure(const Hull& figure, json::Writer& writer);
/// The same as a member.
void encode_figure(std::string_view key, const Hull& figure, json::Writer& writer);
/// A number of visits, likewise.
void encode_count(const Hull& count, json::Writer& writer);
/// An answer to a fact, as a case states it.
void encode_answer(const FactPlan& fact, const model::Choice& choice, json::Writer& writer);
/// `true`, `false`, or null where it is not known.
void encode_yes_no(std::string_view key, const std::optional<bool>& value, json::Writer& writer);
/// The id of a category, or null for none.
void encode_category(std::uint8_t code, const Plan& plan, json::Writer& writer);
void encode_category(std::string_view key, std::uint8_t code, const Plan& plan, json::Writer& writer);
/// `"unknown": […]`: what was not known and mattered.
void encode_unknown(const Year& year, json::Writer& writer);
/// `"ask": […]`: what to find out next.
void encode_questions(const Year& year, json::Writer& writer);
/// Opens an object that says what is not known and where it belongs.
void encode_place(const Year& year, const Unknown& unknown, json::Writer& writer);
const Plan& plan_of(const Year& year, const Unknown& unknown);
Words label_of(const Year& year, const Unknown& unknown);
/// Where the case states that, or would.
std::string pointer_to(const Year& year, const Unknown& unknown);

}  // namespace aidcheck
