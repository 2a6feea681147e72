#include "rules.h"

#include <algorithm>

#include "encode/encode.h"
#include "files.h"
#include "json/read.h"
#include "json/write.h"
#include "place/places.h"

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;

// A pack lies in packs/<place>/; one that lies elsewhere may be for any place.
bool may_hold(const fs::path& pack, const std::string& place) {
  const std::string folder = pack.parent_path().filename().string();
  const bool named = folder.size() == 6 &&
                     std::all_of(folder.begin(), folder.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !named || place.empty() || covers(folder, place);
}

}  // namespace

std::string with_file(const std::string& error_json, const fs::path& file) {
  const std::string opening = R"({"error":{)";
  json::Writer writer;
  writer.open_object().string("file", file.filename().string()).close_object();
  const std::string member = writer.take();
  return opening + member.substr(1, member.size() - 2) + ',' + error_json.substr(opening.size());
}

fs::path default_rules() {
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  for (fs::path folder = program.parent_path(); !failure && folder.has_relative_path();
       folder = folder.parent_path()) {
    if (fs::is_directory(folder / "rules" / "packs", failure)) return folder / "rules";
    failure.clear();
  }
  return "rules";
}

std::string load_rules(Engine& engine, const fs::path& rules, const std::string& place) {
  std::error_code failure;
  if (!fs::is_directory(rules, failure)) {
    return encode_error({Fault::kPack,
                         "file.unreadable",
                         {},
                         {"没有“" + rules.string() + "”这个规则文件夹。",
                          "There is no folder of rules \"" + rules.string() + "\"."},
                         {}});
  }
  for (const fs::path& pack : packs_at(rules)) {
    if (!may_hold(pack, place)) continue;
    const auto text = read_file(pack.string());
    if (!text.ok()) return encode_error(text.error());
    const Outcome loaded = engine.load(text.value());
    if (!loaded.ok) return with_file(loaded.json, pack);
  }
  return {};
}

std::string place_in(const std::string& json) {
  const auto tree = json::read(json, Fault::kCase);
  if (!tree.ok()) return {};
  const json::Value* place = tree.value().find("place");
  return place == nullptr ? std::string() : place->text;
}

}  // namespace aidcheck::cli
