#include <algorithm>

#include "explain/explanation.h"
#include "settle/settle.h"
#include "year/carry.h"

namespace aidcheck {
namespace {

bool same(const YearTotals& a, const YearTotals& b) {
  return a.paid == b.paid && a.personal.in_scope == b.personal.in_scope &&
         a.personal.out_of_scope == b.personal.out_of_scope && a.personal.total == b.personal.total;
}

bool chosen_by_case(const sent::Case& sent, std::string_view reading) {
  return std::any_of(sent.readings.begin(), sent.readings.end(),
                     [&](const sent::Choice& choice) { return choice.reading == reading; });
}

// Settles the year with a choice of a reading, in every part whose pack has it.
ReadingOutcome settle_with(const Parts& parts, std::string_view reading, std::string_view choice) {
  ReadingOutcome outcome;
  YearState state;
  for (std::size_t i = 0; i < parts.size() && outcome.stop.why == Stop::Why::kNothing; ++i) {
    const Plan& plan = parts[i].settled.plan;
    YearInput year = input_after(parts, i, state);
    const auto fact = fact_named(plan.facts, reading);
    const std::uint8_t code = fact ? plan.facts[*fact].code_of(choice) : std::uint8_t{0};
    if (code != 0) choose_reading(year, *fact, code);
    outcome.stop = Settler(plan).settle(year, outcome.totals.emplace_back(), &state);
  }
  return outcome;
}

bool differs(const ReadingOutcome& outcome, const Parts& parts) {
  if (outcome.stop.why != Stop::Why::kNothing) return true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!same(outcome.totals[i], parts[i].explanation.totals)) return true;
  }
  return false;
}

void compare_reading(const Parts& parts, std::size_t part, std::size_t reading,
                     std::vector<ReadingStory>& stories) {
  const Settled& settled = parts[part].settled;
  const std::string_view id = settled.plan.pack.readings[reading].id;
  const std::size_t fact = *fact_named(settled.plan.facts, id);
  ReadingStory story;
  story.part = part;
  story.reading = reading;
  story.chosen = settled.digest.person[fact];
  bool matters = chosen_by_case(settled.sent, id);
  for (std::uint8_t choice = 1; choice < settled.plan.facts[fact].code_count(); ++choice) {
    ReadingOutcome& outcome =
        story.outcomes.emplace_back(settle_with(parts, id, settled.plan.facts[fact].choices[choice - 1U].id));
    outcome.choice = choice;
    matters = matters || differs(outcome, parts);
  }
  if (matters) stories.push_back(std::move(story));
}

}  // namespace

std::vector<ReadingStory> compare_readings(const Parts& parts) {
  std::vector<ReadingStory> stories;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto& readings = parts[part].settled.plan.pack.readings;
    for (std::size_t reading = 0; reading < readings.size(); ++reading) {
      const bool later = std::any_of(
          parts.begin() + static_cast<std::ptrdiff_t>(part) + 1, parts.end(), [&](const Part& each) {
            return fact_named(each.settled.plan.facts, readings[reading].id).has_value();
          });
      if (!later) compare_reading(parts, part, reading, stories);
    }
  }
  return stories;
}

}  // namespace aidcheck
