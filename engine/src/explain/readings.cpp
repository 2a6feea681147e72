#include "explain/explanation.h"

namespace aidcheck {
namespace {

// For all choices together.
constexpr std::size_t kMostVisitsSettled = 1200;

bool same(const Hull& a, const Hull& b) { return a.least == b.least && a.most == b.most; }

bool same(const Totals<Hull>& a, const Totals<Hull>& b, std::size_t layers) {
  for (std::size_t i = 0; i < layers; ++i) {
    if (!same(a.paid[i], b.paid[i])) return false;
  }
  return same(a.personal.in_scope, b.personal.in_scope) &&
         same(a.personal.out_of_scope, b.personal.out_of_scope) && same(a.personal.total, b.personal.total);
}

bool chosen_by_case(const Settled& settled, std::string_view reading) {
  for (const sent::Choice& choice : settled.sent.readings) {
    if (choice.reading == reading) return true;
  }
  return false;
}

// Chooses in every part whose pack has the reading and the choice; without a choice as the case does.
void choose(Year& year, std::string_view reading, std::string_view choice) {
  for (Part& part : year.parts) {
    const auto fact = fact_named(part.settled.plan.facts, reading);
    if (!fact) continue;
    const std::uint8_t code = part.settled.plan.facts[*fact].code_of(choice);
    choose_reading(part.settled.digest.year, *fact, code != 0 ? code : part.settled.digest.person[*fact]);
  }
}

bool differs(const ReadingOutcome& outcome, const Year& year) {
  if (outcome.halt.part != nullptr) return true;
  for (const Part& part : year.parts) {
    if (!same(outcome.totals[part.place], part.explanation.figures.totals, part.settled.plan.layers.size()))
      return true;
  }
  return false;
}

std::size_t choices_of(const Year& year) {
  std::size_t choices = 0;
  for (const Part& part : year.parts) {
    for (const model::Reading& reading : part.settled.plan.pack.readings) choices += reading.choices.size();
  }
  return choices;
}

void compare(Year& year, const Part& part, std::size_t reading) {
  const Settled& settled = part.settled;
  const std::string_view id = settled.plan.pack.readings[reading].id;
  const FactPlan& fact = settled.plan.facts[*fact_named(settled.plan.facts, id)];
  ReadingStory story;
  story.part = &part;
  story.reading = reading;
  story.chosen = settled.digest.person[*fact_named(settled.plan.facts, id)];
  bool matters = chosen_by_case(settled, id);
  for (std::uint8_t choice = 1; choice < fact.code_count(); ++choice) {
    ReadingOutcome& outcome = story.outcomes.emplace_back();
    outcome.choice = choice;
    choose(year, id, fact.choices[choice - 1U].id);
    outcome.halt = settle_totals(year, kMostVisitsSettled / choices_of(year), outcome.totals);
    matters = matters || differs(outcome, year);
  }
  choose(year, id, {});
  if (matters) year.readings.push_back(story);
}

bool has_later(const Year& year, const Part& part, std::string_view reading) {
  for (const Part& each : year.parts) {
    if (each.place > part.place && fact_named(each.settled.plan.facts, reading)) return true;
  }
  return false;
}

}  // namespace

void compare_readings(Year& year) {
  for (const Part& part : year.parts) {
    const auto& readings = part.settled.plan.pack.readings;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (!has_later(year, part, readings[i].id)) compare(year, part, i);
    }
  }
}

}  // namespace aidcheck
