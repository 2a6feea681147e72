#include "beside.h"

#include <utility>

#include "files.h"
#include "json/read.h"

namespace aidcheck::cli {
namespace {

// The place and the first day: which version of which rules a pack is. Empty where it cannot be told.
std::string version_in(const std::string& pack_json, std::string& place) {
  const auto tree = json::read(pack_json, Fault::kPack);
  if (!tree.ok()) return {};
  const json::Value* code = tree.value().find("place");
  const json::Value* in_force = tree.value().find("in_force");
  const json::Value* from = in_force == nullptr ? nullptr : in_force->find("from");
  if (code != nullptr) place = code->text;
  return from == nullptr ? std::string() : from->text;
}

}  // namespace

Result<std::vector<std::string>> other_versions(const std::filesystem::path& pack,
                                                const std::string& pack_json) {
  std::vector<std::string> others;
  std::string place;
  const std::string from = version_in(pack_json, place);
  for (const auto& file : json_files_in(pack.parent_path())) {
    if (file.filename() == pack.filename()) continue;
    const auto text = read_file(file.string());
    if (!text.ok()) return text.error();
    // One with the same first day is no other version: it lies there for itself.
    std::string other_place;
    const std::string other_from = version_in(text.value(), other_place);
    if (other_place == place && !other_from.empty() && other_from != from) others.push_back(text.value());
  }
  return others;
}

Result<std::vector<NamedExample>> examples_of(const std::filesystem::path& pack) {
  std::vector<NamedExample> examples;
  for (const auto& file : json_files_in(pack.parent_path() / "examples")) {
    const auto text = read_file(file.string());
    if (!text.ok()) return text.error();
    auto example = read_example(text.value());
    if (!example.ok()) return example.error();
    examples.push_back({file.generic_string(), std::move(example.value())});
  }
  return examples;
}

}  // namespace aidcheck::cli
