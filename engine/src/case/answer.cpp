#include "case/answer.h"

#include <algorithm>

namespace aidcheck {
namespace {

using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;
using model::FactType;

Answer exactly(std::uint8_t code, std::int64_t number = 0) {
  if (code == 0) return {};
  return {std::uint64_t{1} << code, number, number};
}

Answer read_exact(Reader& reader, const FactPlan& fact, const Value& value, const Pointer& at) {
  if (fact.type == FactType::kYesNo)
    return reader.expect(value, Type::kBoolean, at) ? exactly(value.boolean ? 1 : 2) : Answer{};
  if (fact.type == FactType::kChoice) {
    if (!reader.expect(value, Type::kString, at)) return {};
    const std::uint8_t code = fact.code_of(value.text);
    if (code == 0) reader.unknown("choice.unknown", value.text, fact.choice_names(), at.str());
    return exactly(code);
  }
  if (!reader.expect(value, Type::kNumber, at)) return {};
  const auto number = read_number(fact, value);
  if (number && (*number >= 0 || !is_measured(fact.type)))
    return exactly(fact.code_of_number(*number), *number);
  // In the order of types; no choice comes this far.
  constexpr Words kWanted[] = {
      {},
      {},
      {"整数", "a whole number"},
      {"金额，最多两位小数", "an amount with at most two decimals"},
      {"0到100的百分数，最多两位小数", "a percentage of 0 to 100 with at most two decimals"}};
  reader.fail("number.malformed", at, "这里要填{0}。", "Here belongs {0}.",
              {kWanted[static_cast<std::size_t>(fact.type)]});
  return {};
}

Answer read_one_of(Reader& reader, const FactPlan& fact, const Value& list, const Pointer& at) {
  Answer any{0, kLargestAmount, 0};
  if (!reader.some(list, at)) return {};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Answer one = read_exact(reader, fact, list.items[i], at / i);
    any.codes |= one.codes;
    any.least = std::min(any.least, one.least);
    any.most = std::max(any.most, one.most);
  }
  return any;
}

Answer read_range(Reader& reader, const FactPlan& fact, const Value& value, const Pointer& at) {
  reader.members(value, at, {json::may("min"), json::may("max")});
  const Value* min = value.find("min");
  const Value* max = value.find("max");
  const std::int64_t least = min == nullptr ? 0 : read_exact(reader, fact, *min, at / "min").least;
  const std::int64_t most =
      max == nullptr ? highest(fact.type) : read_exact(reader, fact, *max, at / "max").most;
  if (least > most)
    reader.fail("range.reversed", at, "最大值小于最小值。", "The largest value is below the smallest.");
  return answer_between(fact, least, most);
}

}  // namespace

Answer answer_between(const FactPlan& fact, std::int64_t least, std::int64_t most) {
  const bool number = fact.is_number();
  const std::uint64_t first = std::uint64_t{1} << (number ? fact.code_of_number(least) : 1);
  const std::uint64_t last = std::uint64_t{1} << (number ? fact.code_of_number(most) : fact.code_count() - 1);
  return {(last | (last - 1)) & ~(first - 1), least, most};
}

Answer read_answer(Reader& reader, const FactPlan& fact, const Value& value, const Pointer& at) {
  if (value.is(Type::kNull)) return {};
  if (value.is(Type::kObject)) {
    if (const Value* list = value.find("one_of")) {
      reader.members(value, at, {json::may("one_of")});
      return read_one_of(reader, fact, *list, at / "one_of");
    }
    if (fact.is_number() && (value.find("min") != nullptr || value.find("max") != nullptr))
      return read_range(reader, fact, value, at);
  }
  return read_exact(reader, fact, value, at);
}

}  // namespace aidcheck
