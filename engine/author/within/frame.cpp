#include "within/frame.h"

#include <algorithm>

#include "conditions.h"

namespace aidcheck::within {
namespace {

constexpr std::size_t kMostWays = 10'000;

bool has_answers(const FactPlan& fact) {
  return fact.type == model::FactType::kChoice || fact.type == model::FactType::kYesNo;
}

}  // namespace

Frame::Frame(const Plan& frame, const Plan& local) : frame_(frame), local_(local) {
  for (std::size_t i = 1; i < local.facts.size(); ++i) {
    const auto same = fact_named(frame.facts, local.facts[i].id);
    if (!same || !local.facts[i].asked() || !frame.facts[*same].asked() || !has_answers(local.facts[i]))
      continue;
    known_.push_back(i);
    same_.push_back(*same);
  }
  for (std::size_t i = 0; i < frame.facts.size(); ++i) ordinary_[i] = frame.facts[i].assumed;
  for (const model::Reading& reading : frame.pack.readings) {
    const std::size_t fact = *fact_named(frame.facts, reading.id);
    ordinary_[fact] = frame.facts[fact].code_of(reading.chosen);
  }
}

Codes Frame::codes(const Codes& local) const {
  Codes made = ordinary_;
  const auto translated = [&](std::size_t from, std::size_t to) {
    const std::uint8_t code = local[from];
    if (code == 0) return std::uint8_t{0};
    return frame_.facts[to].code_of(local_.facts[from].choices[code - 1U].id);
  };
  made[kCategoryFact] = translated(kCategoryFact, kCategoryFact);
  for (std::size_t i = 0; i < known_.size(); ++i) made[same_[i]] = translated(known_[i], same_[i]);
  return made;
}

std::vector<Ways> Frame::ways(const Layer& layer, const Codes& codes) const {
  std::vector<std::size_t> readings;
  std::vector<std::size_t> asked;
  for (const std::size_t fact : layer.facts()) {
    if (frame_.facts[fact].origin == FactPlan::Origin::kReading) {
      readings.push_back(fact);
    } else if (codes[fact] == 0) {
      asked.push_back(fact);
    }
  }
  std::vector<Ways> all;
  for_each_combination(frame_, asked, kMostWays, [&](const Codes& answers) {
    Ways& ways = all.emplace_back();
    for_each_combination(frame_, readings, kMostWays, [&](const Codes& chosen) {
      Way& way = ways.emplace_back();
      way.codes = codes;
      for (const std::size_t fact : asked) way.codes[fact] = answers[fact];
      for (const std::size_t fact : readings) {
        way.departs += chosen[fact] != codes[fact];
        way.codes[fact] = chosen[fact];
      }
      return true;
    });
    std::stable_sort(ways.begin(), ways.end(),
                     [](const Way& a, const Way& b) { return a.departs < b.departs; });
    return true;
  });
  return all;
}

}  // namespace aidcheck::within
