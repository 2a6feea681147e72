#include "standing.h"

#include <string_view>

#include "base/day.h"
#include "json/reader.h"

namespace aidcheck {
namespace {

using json::Pointer;
using json::Reader;
using json::Value;

void check_day(Reader& reader, std::string_view text, const Pointer& at) {
  if (text.empty() || parse_day(text)) return;
  reader.fail("date.impossible", at, "“{0}”不是一个日期，请写成 2023-01-01。",
              "\"{0}\" is no date. Write it as 2023-01-01.", {text});
}

}  // namespace

void check_standing(const Value& pack, std::vector<Error>& errors) {
  Reader reader(Fault::kPack, errors);
  const Pointer root;
  json::each_listed(reader, pack, "checked", root, [&](const Value& value, const Pointer& at) {
    Words by;
    std::string_view on;
    reader.members(value, at, {json::need("by", by), json::need("on", on)});
    check_day(reader, on, at / "on");
  });
  if (const Value* review = reader.maybe(pack, "review_by", json::Type::kString, root))
    check_day(reader, review->text, root / "review_by");
}

}  // namespace aidcheck
