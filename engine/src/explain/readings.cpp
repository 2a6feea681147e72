#include "explain/explanation.h"
#include "settle/settle.h"

namespace aidcheck {
namespace {

bool same(const YearTotals& a, const YearTotals& b) {
  return a.paid == b.paid && a.personal.in_scope == b.personal.in_scope &&
         a.personal.out_of_scope == b.personal.out_of_scope && a.personal.total == b.personal.total;
}

bool chosen_by_case(const Settled& settled, std::string_view reading) {
  for (const sent::Choice& choice : settled.sent.readings) {
    if (choice.reading == reading) return true;
  }
  return false;
}

}  // namespace

List<ReadingStory> compare_readings(const Settled& settled, const YearTotals& totals) {
  List<ReadingStory> stories;
  Settler settler(settled.plan);
  for (std::size_t reading = 0; reading < settled.plan.pack.readings.size(); ++reading) {
    const std::string_view id = settled.plan.pack.readings[reading].id;
    const std::size_t fact = *fact_named(settled.plan.facts, id);
    ReadingStory story;
    story.reading = reading;
    story.chosen = settled.digest.person[fact];
    bool matters = chosen_by_case(settled, id);
    YearInput year = settled.digest.year;
    for (std::uint8_t choice = 1; choice < settled.plan.facts[fact].code_count(); ++choice) {
      ReadingOutcome outcome;
      outcome.choice = choice;
      choose_reading(year, fact, choice);
      outcome.stop = settler.settle(year, outcome.totals);
      matters = matters || outcome.stop.why != Stop::Why::kNothing || !same(outcome.totals, totals);
      story.outcomes.push_back(outcome);
    }
    if (matters) stories.push_back(std::move(story));
  }
  return stories;
}

}  // namespace aidcheck
