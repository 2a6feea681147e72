#include "pack/parts.h"

namespace aidcheck::pack_parts {

using json::may;
using json::need;

void read_action(Reader& reader, const Value& value, const Pointer& at, model::Action& made) {
  read_row(reader, value, at, made);
  std::string_view settle_by;
  reader.members(value, at,
                 {need("id", made.id), need("label", made.label), need("text", made.text), may("when"),
                  may("set"), may("apply_for", made.apply_for), may("settle_by", settle_by), need("cite")});
  reader.one_of(settle_by, {"year_end"}, at / "settle_by");
  made.by_year_end = !settle_by.empty();
  if (const Value* set = reader.maybe(value, "set", json::Type::kObject, at)) {
    for (const json::Member& member : set->members) made.set.push_back({member.name, &member.value});
  }
  if ((made.set.empty() && made.apply_for.empty()) == made.by_year_end) return;
  reader.fail("action.malformed", at,
              for_authors("一项建议写 set、apply_for（可以两样都写），或者只写 settle_by。",
                          "An action has `set`, `apply_for` or both, or `settle_by` alone."));
}

}  // namespace aidcheck::pack_parts
