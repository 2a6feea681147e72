#include "plan/load.h"

#include <utility>

#include "json/read.h"
#include "pack/parse.h"
#include "pack/validate.h"
#include "plan/compile.h"

namespace aidcheck {

void load_plan(std::string_view pack_json, std::vector<Error>& errors, Plan& plan) {
  const Arena::Scope scope(plan.arena);
  auto tree = json::read(pack_json, Fault::kPack);
  if (!tree.ok()) {
    errors.push_back(tree.error());
    return;
  }
  plan.source = std::move(tree.value());
  parse_pack(plan.source, errors, plan.pack);
  if (errors.empty()) validate_pack(plan.pack, plan.source, errors);
  if (errors.empty()) compile_pack(plan, errors);
}

}  // namespace aidcheck
