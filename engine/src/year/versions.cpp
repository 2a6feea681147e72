#include "year/versions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace aidcheck {
namespace {

using Versions = std::vector<const Plan*>;

// The last version that has begun by that day, if it has not ended.
std::optional<std::size_t> version_of(const Versions& versions, Day day) {
  std::size_t at = versions.size();
  while (at > 0 && *versions[at - 1]->pack.from > day) --at;
  if (at == 0) return std::nullopt;
  const auto& until = versions[at - 1]->pack.until;
  return until && *until < day ? std::nullopt : std::optional(at - 1);
}

// `2021-01-01–2022-12-31, 2024-01-01–`
std::string covered_days(const Versions& versions) {
  std::string days;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    auto until = versions[i]->pack.until;
    if (i + 1 < versions.size()) {
      const Day before_next = *versions[i + 1]->pack.from - std::chrono::days(1);
      until = std::min(until.value_or(before_next), before_next);
    }
    days += (days.empty() ? "" : ", ") + format_day(*versions[i]->pack.from) + "–";
    if (until) days += format_day(*until);
  }
  return days;
}

Error no_rules_then(std::string at, const Versions& versions) {
  return {Fault::kCase,
          "date.no_rules",
          std::move(at),
          say("这个日期没有可用的规则。现有的规则管这些日子：{0}。",
              "None of the rules at hand covers this date. They cover {0}.", {covered_days(versions)}),
          {}};
}

Error rules_withdrawn(std::string at, const model::Pack& pack) {
  const std::string from = format_day(*pack.from);
  const std::string on = format_day(*pack.withdrawn.on);
  return {Fault::kCase,
          "pack.withdrawn",
          std::move(at),
          say("{0}起的这版规则已在{1}撤回，不能用来计算：{2}",
              "The version of the rules from {0} was withdrawn on {1} and settles nothing: {2}",
              {from, on, pack.withdrawn.why}),
          {}};
}

std::string date_of(const sent::Case& sent, std::size_t visit) {
  return "/visits/" + std::to_string(visit) + (sent.visits[visit].until_stated ? "/until" : "/from");
}

}  // namespace

Result<std::vector<Stretch>> split_year(const sent::Case& sent, const Versions& versions) {
  std::vector<Stretch> all(versions.size());
  const auto choose = [&](Day day, const std::string& at) -> Result<std::size_t> {
    const auto version = version_of(versions, day);
    if (!version) return no_rules_then(at, versions);
    const model::Pack& pack = versions[*version]->pack;
    if (pack.withdrawn.on) return rules_withdrawn(at, pack);
    all[*version].plan = versions[*version];
    return *version;
  };
  for (std::size_t i = 0; i < sent.visits.size(); ++i) {
    const auto version = choose(sent.visits[i].until, date_of(sent, i));
    if (!version.ok()) return version.error();
    all[version.value()].visits.push_back(i);
  }
  if (sent.visits.empty()) {
    const auto version = choose(Day(std::chrono::year(sent.year) / 12 / 31), "/year");
    if (!version.ok()) return version.error();
  }
  std::vector<Stretch> used;
  for (Stretch& each : all) {
    if (each.plan != nullptr) used.push_back(std::move(each));
  }
  return used;
}

}  // namespace aidcheck
