#include "standing.h"

#include <string_view>

#include "json/reader.h"
#include "pack/parts.h"

namespace aidcheck {

using json::Pointer;
using json::Reader;
using json::Value;

void check_standing(const Value& pack, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors);
  const Pointer root;
  json::each_listed(reader, pack, "checked", root, [&](const Value& value, const Pointer& at) {
    Words by;
    std::string_view on;
    reader.members(value, at, {json::need("by", by), json::need("on", on)});
    pack_parts::read_day(reader, on, at / "on");
  });
  if (const Value* review = reader.maybe(pack, "review_by", json::Type::kString, root))
    pack_parts::read_day(reader, review->text, root / "review_by");
}

}  // namespace aidcheck
