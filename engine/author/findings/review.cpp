#include "findings/findings.h"

namespace aidcheck::findings {

void review(const Plan& plan, Day today, Findings& findings) {
  const json::Value* by = plan.source.find("review_by");
  const auto due = by == nullptr ? std::nullopt : parse_day(by->text);
  if (!due || today <= *due) return;
  findings.push_back(
      {"review.due",
       "/review_by",
       say("这个规则包应当在{0}以前复核。", "This pack should have been reviewed by {0}.", {by->text}),
       {},
       {},
       {}});
}

}  // namespace aidcheck::findings
