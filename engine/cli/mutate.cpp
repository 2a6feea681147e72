#include "mutate.h"

#include <utility>

#include "commands.h"
#include "encode/encode.h"
#include "files.h"
#include "json/read.h"
#include "tree.h"
#include "write_json.h"

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;

// What a pack is tried with: the other packs of its place, and the worked examples.
struct Surroundings {
  std::vector<std::string> others;
  std::vector<Example> examples;
};

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

Result<Surroundings> surroundings_of(const fs::path& pack, const std::string& pack_json) {
  Surroundings found;
  std::string place;
  const std::string from = version_in(pack_json, place);
  for (const fs::path& file : json_files_in(pack.parent_path())) {
    if (file.filename() == pack.filename()) continue;
    const auto text = read_file(file.string());
    if (!text.ok()) return text.error();
    // One with the same first day is no other version: it lies there for itself.
    std::string other_place;
    const std::string other_from = version_in(text.value(), other_place);
    if (other_place == place && !other_from.empty() && other_from != from)
      found.others.push_back(text.value());
  }
  for (const fs::path& file : json_files_in(pack.parent_path() / "examples")) {
    const auto text = read_file(file.string());
    if (!text.ok()) return text.error();
    const auto example = read_example(text.value());
    if (!example.ok()) return example.error();
    found.examples.push_back(example.value());
  }
  return found;
}

json::Value told(const Survivor& survivor) {
  return tree::object({{"at", tree::string(survivor.at)},
                       {"change", tree::string(survivor.change)},
                       {"was", survivor.was},
                       {"now", survivor.now}});
}

json::Value told(const StaleEquivalent& stale) {
  const Text message = stale.noticed ? Text{"有算例能发现这个改动，请从 equivalent_mutations 里删去。",
                                            "A worked example notices this change: take it off the list."}
                                     : Text{"没有这个改动了，请从 equivalent_mutations 里删去。",
                                            "There is no such change any more: take it off the list."};
  return tree::object({{"at", tree::string(stale.at)},
                       {"change", tree::string(stale.change)},
                       {"message", tree::words(message)}});
}

std::string encode(const fs::path& pack, const MutationReport& report) {
  std::vector<json::Value> survivors;
  for (const Survivor& survivor : report.survivors) survivors.push_back(told(survivor));
  std::vector<json::Value> stale;
  for (const StaleEquivalent& each : report.stale) stale.push_back(told(each));
  return write_json(tree::object({{"pack", tree::string(pack.generic_string())},
                                  {"mutations", tree::count(report.mutations)},
                                  {"noticed", tree::count(report.noticed)},
                                  {"equivalent", tree::count(report.equivalent)},
                                  {"survivors", tree::array(std::move(survivors))},
                                  {"stale", tree::array(std::move(stale))}}));
}

}  // namespace

int mutate(const Arguments& arguments) {
  if (arguments.empty()) return usage("mutate needs a pack");
  bool clean = true;
  for (const fs::path& pack : packs_named(arguments)) {
    const auto text = read_file(pack.string());
    if (!text.ok()) return fail(encode_error(text.error()));
    auto found = surroundings_of(pack, text.value());
    if (!found.ok()) return fail(encode_error(found.error()));
    const auto report = mutate_pack(text.value(), found.value().others, std::move(found.value().examples));
    if (!report.ok()) return fail(encode_error(report.error()));
    print(encode(pack, report.value()));
    clean = clean && report.value().survivors.empty() && report.value().stale.empty();
  }
  return clean ? 0 : kFound;
}

}  // namespace aidcheck::cli
