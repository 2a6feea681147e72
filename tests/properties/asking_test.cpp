#include <catch2/catch.hpp>

#include "support/json_text.h"
#include "support/trials.h"
#include "trial.h"

// What is asked narrows the range at least as far as it says, whatever the answer is. The cases are those of
// the worked examples of every pack, with some of what they state forgotten and told again.
namespace aidcheck::test {
namespace {

using json::Member;
using json::Value;

struct Count {
  int asked = 0;
  int narrowed = 0;
};

// Both states of a case behind a pointer, where there is something.
const Value* find(const Value& root, std::string_view pointer) {
  const Value* value = &root;
  while (value != nullptr && !pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view step = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(step.size());
    if (value->is(json::Type::kArray)) {
      const auto index = static_cast<std::size_t>(std::stoul(std::string(step)));
      value = index < value->items.size() ? &value->items[index] : nullptr;
    } else {
      value = value->find(step);
    }
  }
  return value;
}

// The question answered as it was; what the sheet had left out was nothing. False where nothing was known
// then either.
bool answer(const Value& whole, const Value& result, const std::string& at, Value& partial) {
  if (const Value* was = find(whole, at); was == nullptr || was->is(json::Type::kNull)) return false;
  const auto tell = [&](const std::string& place_of) {
    const Value* was = find(whole, place_of);
    place(partial, place_of) = was == nullptr || was->is(json::Type::kNull) ? tree_of("0") : *was;
  };
  if (!at.ends_with("/sheet")) {
    tell(at);
    return true;
  }
  for (const Value& unknown : result.find("unknown")->items) {
    const std::string& each = unknown.find("at")->text;
    if (each.starts_with(at + '/')) tell(each);
  }
  return true;
}

void ask(Trial& trial, Count& count) {
  const Value whole = trial.any_case();
  const Value known = trial.settle(whole);
  if (!is_exact(known) || !has_good_sheets(known)) return;
  const Value partial = trial.forget(whole);
  const Value result = trial.settle(partial);
  if (total_of(result) == nullptr || is_exact(result)) return;
  const Range now = range_of(*total_of(result));
  for (const Value& question : result.find("ask")->items) {
    Value answered = partial;
    if (!answer(whole, result, question.find("at")->text, answered)) continue;
    const Value done = trial.settle(answered);
    if (total_of(done) == nullptr) continue;
    // Bounds that are not shown to be tight may turn out wider for being found on another way.
    if (total_of(done)->find("tight") != nullptr) continue;
    const Range after = range_of(*total_of(done));
    const Fen left = fen_of(*question.find("left"));
    ++count.asked;
    if (left < now.most - now.least) ++count.narrowed;
    CAPTURE(json_text(partial), json_text(question), json_text(done), left);
    REQUIRE(after.most - after.least <= left);
  }
}

TEST_CASE("what is asked leaves no more than it says") {
  for (const auto& folder : places_of_packs()) {
    Place place;
    read_place(folder, place);
    Count count;
    for (int seed = 0; seed < trials(80); ++seed) {
      Trial one(place, static_cast<std::uint64_t>(seed));
      ask(one, count);
    }
    CAPTURE(folder.filename(), count.asked);
    CHECK(count.narrowed > trials(5));
  }
}

}  // namespace
}  // namespace aidcheck::test
