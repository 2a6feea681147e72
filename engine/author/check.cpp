#include "check.h"

#include "plan/load.h"

namespace aidcheck {

std::vector<Error> check_pack(std::string_view pack_json) {
  std::vector<Error> errors;
  Plan plan;
  load_plan(pack_json, errors, plan);
  return errors;
}

}  // namespace aidcheck
