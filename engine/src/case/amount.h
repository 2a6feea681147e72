#pragma once

#include "case/model.h"
#include "json/reader.h"

namespace aidcheck {

/// Reads an amount in yuan: a number with at most two decimals, from 0 to 100 billion; `null`,
/// `{"min","max"}` or
/// `{"one_of"}` where it is not exactly known. Errors: `type.wrong`, `amount.negative`,
/// `amount.more_than_two_decimals`, `amount.too_large`, `range.reversed`.
sent::Amount read_amount(json::Reader& reader, const json::Value& value, const json::Pointer& at);

}  // namespace aidcheck
