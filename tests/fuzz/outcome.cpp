#include "outcome.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "base/decimal.h"
#include "json/read.h"

namespace aidcheck::fuzz {
namespace {

using json::Type;
using json::Value;

void require(bool promise, const char* what, const Outcome& outcome) {
  if (promise) return;
  std::fprintf(stderr, "%s: %s\n", what, outcome.json.c_str());
  __builtin_trap();
}

// An engine that writes more than the reader takes (2 MB) has still to write JSON: only the rest is let go.
bool is_read_back(const Outcome& outcome) { return outcome.json.size() <= json::kLongestText; }

bool is_text(const Value* value) { return value != nullptr && value->is(Type::kString); }
bool says_something(const Value* value) { return is_text(value) && !value->text.empty(); }

std::int64_t fen(const Value* yuan, const Outcome& outcome) {
  require(yuan != nullptr && yuan->is(Type::kNumber), "an amount is missing", outcome);
  const Decimal number = read_decimal(yuan->text);
  std::int64_t amount = 0;
  require(number.problem == Decimal::Problem::kNone && !number.negative && number.scale <= 2 &&
              scale_up(number.units, 2 - number.scale, amount),
          "no amount in yuan", outcome);
  return amount;
}

/// A figure, in fen; both ends are the same where all that matters is known.
struct Figure {
  std::int64_t min = 0;
  std::int64_t max = 0;
};

Figure figure(const Value* yuan, const Outcome& outcome) {
  require(yuan != nullptr, "a figure is missing", outcome);
  if (!yuan->is(Type::kObject)) {
    const std::int64_t exact = fen(yuan, outcome);
    return {exact, exact};
  }
  const Figure range{fen(yuan->find("min"), outcome), fen(yuan->find("max"), outcome)};
  require(range.min < range.max, "the ends of a range are not in order", outcome);
  return range;
}

using Payers = std::map<std::string, Figure>;

void add_payers(const Value& object, Payers& paid, const Outcome& outcome) {
  const Value* payers = object.find("payers");
  require(payers != nullptr, "no payers", outcome);
  for (const Value& payer : payers->items) {
    const Figure amount = figure(payer.find("amount"), outcome);
    Figure& sum = paid[payer.find("id")->text];
    sum.min += amount.min;
    sum.max += amount.max;
  }
}

// The year may be known better than its visits, one by one; it cannot lie apart from them.
bool make_the_year(const Payers& visits, const Payers& year) {
  return std::equal(
      visits.begin(), visits.end(), year.begin(), year.end(), [](const auto& sum, const auto& of) {
        return sum.first == of.first && sum.second.min <= of.second.max && of.second.min <= sum.second.max;
      });
}

}  // namespace

void require_promise(const Outcome& outcome, std::string_view kind_of_error) {
  if (!is_read_back(outcome)) return;
  const auto tree = json::read(outcome.json, Fault::kInternal);
  require(tree.ok(), "not JSON", outcome);
  require(tree.value().is(Type::kObject), "no object", outcome);
  const Value* error = tree.value().find("error");
  require(outcome.ok == (error == nullptr), "ok and error disagree", outcome);
  if (error == nullptr) return;
  const Value* kind = error->find("kind");
  require(is_text(kind) && kind->text == kind_of_error, "the wrong kind", outcome);
  require(says_something(error->find("code")), "no code", outcome);
  require(is_text(error->find("at")), "no place", outcome);
  require(error->find("at")->text.empty() || error->find("at")->text.front() == '/', "no pointer", outcome);
  const Value* message = error->find("message");
  require(
      message != nullptr && says_something(message->find("zh-Hans")) && says_something(message->find("en")),
      "no message", outcome);
}

void require_sound(const Outcome& outcome) {
  if (!outcome.ok || !is_read_back(outcome)) return;
  const auto tree = json::read(outcome.json, Fault::kInternal);
  Payers year;
  add_payers(tree.value(), year, outcome);
  Payers visits;
  for (const auto& payer : year) visits[payer.first] = {};
  const Value* list = tree.value().find("visits");
  require(list != nullptr, "no visits", outcome);
  for (const Value& visit : list->items) add_payers(visit, visits, outcome);
  require(make_the_year(visits, year), "the visits do not make the year", outcome);
  for (const char* part : {"in_scope", "out_of_scope", "total"})
    figure(tree.value().find("personal")->find(part), outcome);
}

std::string read_file(const std::string& path) {
  std::ifstream file(AIDCHECK_CHECKOUT "/" + path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    __builtin_trap();
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace aidcheck::fuzz
