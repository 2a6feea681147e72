#include "mutate.h"

#include <utility>

#include "beside.h"
#include "commands.h"
#include "encode/encode.h"
#include "files.h"
#include "tree.h"
#include "write_json.h"

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;

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
  if (arguments.empty()) return usage({"mutate 后面要写规则包", "mutate needs a pack"});
  bool clean = true;
  for (const fs::path& pack : packs_named(arguments)) {
    const auto text = read_file(pack.string());
    if (!text.ok()) return fail(encode_error(text.error()));
    const auto others = other_versions(pack, text.value());
    if (!others.ok()) return fail(encode_error(others.error()));
    const auto named = examples_of(pack);
    if (!named.ok()) return fail(encode_error(named.error()));
    std::vector<Example> examples;
    for (const NamedExample& each : named.value()) examples.push_back(each.example);
    const auto report = mutate_pack(text.value(), others.value(), std::move(examples));
    if (!report.ok()) return fail(encode_error(report.error()));
    print(encode(pack, report.value()));
    clean = clean && report.value().survivors.empty() && report.value().stale.empty();
  }
  return clean ? 0 : kFound;
}

}  // namespace aidcheck::cli
