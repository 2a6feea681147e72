#include "case/amount.h"

#include <algorithm>

#include "base/decimal.h"

namespace aidcheck {
namespace {

using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;
using sent::Amount;

Amount exactly(Fen fen) { return {Amount::Knowledge::kExact, fen, fen}; }

Amount read_exact(Reader& reader, const Value& value, const Pointer& at) {
  if (!reader.expect(value, Type::kNumber, at)) return {};
  const Decimal number = read_decimal(value.text);
  if (number.negative && number.units != 0) {
    reader.fail(
        "amount.negative", at, "金额不能是负数。如果这是退费单，请填重新结算后的那张账单。",
        "An amount cannot be below zero. If this sheet is a refund, enter the bill that was settled anew.");
    return {};
  }
  Fen fen = 0;
  if (number.problem != Decimal::Problem::kNone ||
      (number.scale <= 2 && !scale_up(number.units, 2 - number.scale, fen)) || fen > kLargestAmount) {
    reader.fail("amount.too_large", at, "这个金额太大了，请检查是否多写了数字。",
                "This amount is too large. See whether a digit was typed twice.");
    return {};
  }
  if (number.scale > 2) {
    reader.fail("amount.more_than_two_decimals", at, "金额最多写到分（两位小数）。",
                "An amount has at most two decimals (fen).");
    return {};
  }
  return exactly(fen);
}

// Exactly that where both are the same.
Amount between(Fen least, Fen most) {
  return {least == most ? Amount::Knowledge::kExact : Amount::Knowledge::kRange, least, most};
}

Amount read_range(Reader& reader, const Value& value, const Pointer& at) {
  // What a result says of its range may stay: a figure of it can be sent back as it is.
  bool tight = false;
  reader.members(value, at, {json::may("min"), json::may("max"), json::may("tight", tight)});
  const Value* min = value.find("min");
  const Value* max = value.find("max");
  const Amount least = min == nullptr ? exactly(0) : read_exact(reader, *min, at / "min");
  const Amount most = max == nullptr ? exactly(kLargestAmount) : read_exact(reader, *max, at / "max");
  if (least.exact() && most.exact() && most.most < least.least) {
    reader.fail("range.reversed", at, "最大值小于最小值。", "The largest value is below the smallest.");
  }
  return between(least.least, most.most);
}

Amount read_one_of(Reader& reader, const Value& list, const Pointer& at) {
  Fen least = kLargestAmount;
  Fen most = 0;
  if (!reader.some(list, at)) return {};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Amount one = read_exact(reader, list.items[i], at / i);
    least = std::min(least, one.least);
    most = std::max(most, one.most);
  }
  return between(least, most);
}

}  // namespace

Amount read_amount(Reader& reader, const Value& value, const Pointer& at) {
  if (value.is(Type::kNull)) return {Amount::Knowledge::kUnknown, 0, kLargestAmount};
  if (!value.is(Type::kObject)) return read_exact(reader, value, at);
  if (const Value* list = value.find("one_of")) {
    reader.members(value, at, {json::may("one_of")});
    return read_one_of(reader, *list, at / "one_of");
  }
  return read_range(reader, value, at);
}

}  // namespace aidcheck
