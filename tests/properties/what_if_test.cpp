#include <catch2/catch.hpp>

#include "support/json_text.h"
#include "support/trials.h"
#include "trial.h"

// What the advice says comes true: the case is changed as it says and settled again. The cases are those of
// the worked examples of every pack, changed at random.
namespace aidcheck::test {
namespace {

using json::Value;

struct Count {
  int advised = 0;
  int ranges = 0;
  int sure = 0;
};

// Where all is known, the case with the change gives just what the advice says.
void all_known(Trial& trial, Count& count) {
  const Value sent = trial.any_case();
  const Value result = trial.settle(sent);
  if (!is_exact(result)) return;
  const Fen before = fen_of(*total_of(result));
  for (const Value& advice : result.find("what_if")->items) {
    const Range after = range_of(*advice.find("personal_total"));
    const Range saves = range_of(*advice.find("saves"));
    CAPTURE(json_text(sent), json_text(advice), before);
    REQUIRE(saves.most > 0);
    if (advice.find("change")->items.empty()) continue;
    const Value done = trial.settle(trial.changed(sent, advice));
    REQUIRE(total_of(done) != nullptr);
    const Range now = range_of(*total_of(done));
    CAPTURE(now.least, now.most);
    // Two ranges of the same may be wider than they need, each in its own way.
    REQUIRE((after.least <= now.most && now.least <= after.most));
    if (after.least == after.most)
      REQUIRE((is_exact(done) && now.least == after.least && saves.least == saves.most &&
               after.least + saves.least == before));
    if (is_exact(done)) REQUIRE((saves.least <= before - now.least && before - now.least <= saves.most));
    ++count.advised;
  }
}

// Where it is not, nothing that may be the case falls outside.
void not_all_known(Trial& trial, Count& count) {
  const Value whole = trial.any_case();
  const Value known = trial.settle(whole);
  if (!is_exact(known) || !has_good_sheets(known)) return;
  const Fen before = fen_of(*total_of(known));
  const Value partial = trial.forget(whole);
  const Value result = trial.settle(partial);
  if (total_of(result) == nullptr) return;
  const Range all = range_of(*total_of(result));
  CAPTURE(json_text(whole), json_text(partial), before, all.least, all.most);
  REQUIRE((all.least <= before && before <= all.most));
  for (const Value& advice : result.find("what_if")->items) {
    if (advice.find("change")->items.empty()) continue;
    const Value done = trial.settle(trial.changed(whole, advice));
    if (!is_exact(done)) continue;
    const Fen now = fen_of(*total_of(done));
    const Range after = range_of(*advice.find("personal_total"));
    const Range saves = range_of(*advice.find("saves"));
    CAPTURE(json_text(advice), now);
    REQUIRE((after.least <= now && now <= after.most));
    REQUIRE((saves.least <= before - now && before - now <= saves.most));
    ++count.advised;
    if (after.least < after.most) ++count.ranges;
    if (saves.least >= 0) ++count.sure;
  }
}

Count try_out(void (*trial)(Trial&, Count&), int seeds) {
  Count all;
  for (const auto& folder : places_of_packs()) {
    Place place;
    read_place(folder, place);
    if (place.actions.empty()) continue;
    Count count;
    for (int seed = 0; seed < seeds; ++seed) {
      Trial one(place, static_cast<std::uint64_t>(seed));
      CAPTURE(folder.filename(), seed);
      trial(one, count);
    }
    CAPTURE(folder.filename(), count.ranges, count.sure);
    CHECK(count.advised > seeds / 20);
    all.ranges += count.ranges;
    all.sure += count.sure;
  }
  return all;
}

TEST_CASE("whoever does what is advised pays what it says") { try_out(all_known, trials(300)); }

TEST_CASE("what is advised where not all is known comes true within its bounds") {
  const Count count = try_out(not_all_known, trials(300));
  CHECK(count.ranges > trials(100));
  CHECK(count.sure > trials(100));
}

}  // namespace
}  // namespace aidcheck::test
