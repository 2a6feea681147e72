#include "check.h"

#include "plan/load.h"
#include "standing.h"

namespace aidcheck {

std::vector<Error> check_pack(std::string_view pack_json) {
  std::vector<Error> errors;
  Plan plan;
  load_plan(pack_json, errors, plan);
  if (plan.source.is(json::Type::kObject)) check_standing(plan.source, errors);
  return errors;
}

}  // namespace aidcheck
