#include "plan/load.h"

#include <utility>

#include "json/read.h"
#include "pack/parse.h"
#include "pack/validate.h"
#include "plan/compile.h"

namespace aidcheck {

Plan load_plan(std::string_view pack_json, std::vector<Error>& errors) {
  auto tree = json::read(pack_json, Fault::kPack);
  if (!tree.ok()) {
    errors.push_back(std::move(tree.error()));
    return {};
  }
  model::Pack pack = parse_pack(tree.value(), errors);
  if (errors.empty()) validate_pack(pack, errors);
  if (!errors.empty()) return {};
  return compile_pack(std::move(pack), errors);
}

}  // namespace aidcheck
