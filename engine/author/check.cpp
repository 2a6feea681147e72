#include "check.h"

#include <memory>
#include <string_view>

#include "expected.h"
#include "findings/findings.h"
#include "plan/load.h"
#include "standing.h"
#include "versions.h"

namespace aidcheck {
namespace {

void check_one(const Plan& plan, Day today, Checked& checked) {
  const RowLists lists = find_row_lists(plan);
  findings::rows(plan, lists, checked.findings);
  findings::gaps(plan, lists, checked.findings);
  findings::unused(plan, lists, checked.findings);
  findings::actions(plan, lists, checked.findings);
  findings::conditions(plan, checked.findings);
  findings::figures(plan, checked.findings);
  findings::words(plan, checked.findings);
  findings::review(plan, today, checked.findings);
  checked.settled = findings::money(plan, lists, checked.findings);
}

bool has_others(const std::vector<std::unique_ptr<Plan>>& plans, const Plan& plan) {
  for (const auto& other : plans) {
    if (other != nullptr && other.get() != &plan && other->pack.place == plan.pack.place) return true;
  }
  return false;
}

}  // namespace

std::vector<Checked> check_packs(const std::vector<std::string>& packs, Day today) {
  std::vector<Checked> all(packs.size());
  std::vector<std::unique_ptr<Plan>> plans(packs.size());
  std::vector<const Plan*> loaded(packs.size());
  std::vector<Findings*> findings(packs.size());
  for (std::size_t i = 0; i < packs.size(); ++i) {
    findings[i] = &all[i].findings;
    plans[i] = std::make_unique<Plan>();
    load_plan(packs[i], all[i].errors, *plans[i]);
    if (all[i].errors.empty()) check_expected_list(plans[i]->source, all[i].errors);
    if (all[i].errors.empty()) check_standing(plans[i]->source, all[i].errors);
    if (!all[i].errors.empty()) {
      plans[i].reset();
      continue;
    }
    loaded[i] = plans[i].get();
    check_one(*plans[i], today, all[i]);
  }
  check_versions(loaded, findings);
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (plans[i] == nullptr) continue;
    all[i].expected = take_expected(plans[i]->source, has_others(plans, *plans[i]), all[i].findings);
  }
  return all;
}

}  // namespace aidcheck
