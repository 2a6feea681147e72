#include "versions.h"

#include <algorithm>

#include "write_json.h"

namespace aidcheck {
namespace {

struct Version {
  const Plan* plan;
  Findings* findings;
};

Finding found(std::string_view code, Day day, Text message) {
  return {code, "/in_force/until", std::move(message), {{"date", write_json(format_day(day))}}, {}, {}};
}

void compare(const Version& earlier, const Version& later) {
  const Day begins = *later.plan->pack.from;
  const auto& ends = earlier.plan->pack.until;
  const std::string from = format_day(begins);
  if (!ends || *ends >= begins) {
    earlier.findings->push_back(
        found("versions.overlap", begins,
              say("下一个版本从{0}起施行，这个版本那天还没有失效。",
                  "The next version is in force from {0}, and this one has not ended by then.", {from})));
  } else if (*ends + std::chrono::days(1) < begins) {
    const Day gap = *ends + std::chrono::days(1);
    earlier.findings->push_back(
        found("versions.gap", gap,
              say("从{0}到下一个版本施行的{1}之间没有规则。",
                  "No rules hold from {0} until the next version begins on {1}.", {format_day(gap), from})));
  }
}

}  // namespace

void check_versions(const std::vector<const Plan*>& plans, std::vector<Findings*> findings) {
  std::vector<Version> versions;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (plans[i] != nullptr && plans[i]->source.find("withdrawn") == nullptr)
      versions.push_back({plans[i], findings[i]});
  }
  std::stable_sort(versions.begin(), versions.end(), [](const Version& a, const Version& b) {
    return a.plan->pack.place != b.plan->pack.place ? a.plan->pack.place < b.plan->pack.place
                                                    : *a.plan->pack.from < *b.plan->pack.from;
  });
  for (std::size_t i = 1; i < versions.size(); ++i) {
    if (versions[i - 1].plan->pack.place == versions[i].plan->pack.place)
      compare(versions[i - 1], versions[i]);
  }
}

}  // namespace aidcheck
