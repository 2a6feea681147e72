#include "expected.h"

#include <algorithm>

#include "codes.h"
#include "json/reader.h"

namespace aidcheck {
namespace {

using json::Value;

constexpr std::string_view kList = "expected_findings";

struct Entry {
  std::string_view code;
  std::string_view at;
};

}  // namespace

void check_expected_list(const Value& pack, std::vector<Error>& errors) {
  json::Reader reader(Fault::kPack, errors);
  json::each_listed(reader, pack, kList, {}, [&](const Value& item, const json::Pointer& at) {
    Entry entry;
    Words reason;
    reader.members(item, at,
                   {json::need("code", entry.code), json::need("at"), json::need("reason", reason)});
    if (const Value* place = item.find("at")) reader.expect(*place, json::Type::kString, at / "at");
    if (!entry.code.empty() && code_named(entry.code) == nullptr)
      reader.unknown("choice.unknown", entry.code, code_names(), (at / "code").str());
  });
}

std::size_t take_expected(const Value& pack, bool with_others, Findings& findings) {
  const Value* list = pack.find(kList);
  if (list == nullptr) return 0;
  std::size_t taken = 0;
  Findings stale;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Entry entry{list->items[i].find("code")->text, list->items[i].find("at")->text};
    const auto rest = std::remove_if(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.code == entry.code && finding.at == entry.at;
    });
    const auto count = static_cast<std::size_t>(findings.end() - rest);
    findings.erase(rest, findings.end());
    taken += count;
    if (count > 0 || (!with_others && entry.code.starts_with("versions."))) continue;
    stale.push_back(
        {"expected.stale",
         '/' + std::string(kList) + '/' + std::to_string(i),
         say("“{0}”在“{1}”没有出现。", "\"{0}\" does not occur at \"{1}\".", {entry.code, entry.at}),
         {},
         {},
         {}});
  }
  findings.insert(findings.end(), stale.begin(), stale.end());
  return taken;
}

}  // namespace aidcheck
