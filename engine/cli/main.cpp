// aidcheck: settles cases and looks after rule packs. JSON on standard output; exit 0 when all is well, 1
// when a check found something, 2 with an error object.

#include <cstdio>
#include <string>

#include "aidcheck/engine.h"
#include "beside.h"
#include "commands.h"
#include "encode/encode.h"
#include "examples.h"
#include "files.h"
#include "json/write.h"
#include "rules.h"

namespace aidcheck::cli {
namespace {

int answer(const Outcome& outcome) {
  print(outcome.json);
  return outcome.ok ? 0 : kFailed;
}

int estimate(Arguments arguments) {
  const std::string rules = take_option(arguments, "--rules");
  if (arguments.size() > 1) return usage({"estimate 只要一个案例", "estimate takes one case"});
  const auto sent = read_file(arguments.empty() ? "-" : arguments.front());
  if (!sent.ok()) return fail(encode_error(sent.error()));
  Engine engine;
  const std::string problem = load_rules(
      engine, rules.empty() ? default_rules() : std::filesystem::path(rules), place_in(sent.value()));
  return problem.empty() ? answer(engine.estimate(sent.value())) : fail(problem);
}

int describe(Arguments arguments) {
  const std::string rules = take_option(arguments, "--rules");
  const std::string place = take_option(arguments, "--place");
  if (!arguments.empty() || place.empty())
    return usage({"describe 要写 --place CODE", "describe needs --place CODE"});
  Engine engine;
  const std::string problem =
      load_rules(engine, rules.empty() ? default_rules() : std::filesystem::path(rules), place);
  if (!problem.empty()) return fail(problem);
  json::Writer request;
  request.open_object().string("place", place).close_object();
  return answer(engine.describe(request.take()));
}

struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  json::Writer failures;
};

void test_example(const Engine& engine, const std::filesystem::path& file, const std::string& text,
                  Tally& tally) {
  const auto outcome = run_example(engine, text);
  if (outcome.ok() && outcome.value().empty()) {
    ++tally.passed;
    return;
  }
  ++tally.failed;
  json::Writer& failures = tally.failures;
  failures.open_object().string("example", file.filename().string()).open_array("differences");
  if (!outcome.ok()) {
    failures.open_object().string("at", outcome.error().at).string("expected", "a worked example");
    failures.string("found", outcome.error().message.en).close_object();
  } else {
    for (const Difference& difference : outcome.value()) {
      failures.open_object().string("at", difference.at).string("expected", difference.expected);
      failures.string("found", difference.found).close_object();
    }
  }
  failures.close_array().close_object();
}

// The pack and the other versions of its place beside it: a worked example may cross versions. The error
// object where the pack cannot be loaded, or nothing.
std::string load_versions(Engine& engine, const std::filesystem::path& pack, const std::string& text) {
  const auto others = other_versions(pack, text);
  if (!others.ok()) return encode_error(others.error());
  // One that does not load is no version yet; `check` tells why.
  for (const std::string& other : others.value()) engine.load(other);
  const Outcome loaded = engine.load(text);
  return loaded.ok ? std::string() : loaded.json;
}

int test(const Arguments& arguments) {
  if (arguments.empty()) return usage({"test 后面要写规则包", "test needs a pack"});
  Tally tally;
  tally.failures.open_array();
  for (const auto& pack : packs_named(arguments)) {
    const auto text = read_file(pack.string());
    if (!text.ok()) return fail(encode_error(text.error()));
    Engine engine;
    const std::string problem = load_versions(engine, pack, text.value());
    if (!problem.empty()) return fail(problem);
    for (const auto& file : json_files_in(pack.parent_path() / "examples")) {
      const auto example = read_file(file.string());
      if (!example.ok()) return fail(encode_error(example.error()));
      test_example(engine, file, example.value(), tally);
    }
  }
  tally.failures.close_array();
  print("{\"passed\":" + std::to_string(tally.passed) + ",\"failed\":" + std::to_string(tally.failed) +
        ",\"failures\":" + tally.failures.take() + "}");
  return tally.failed == 0 ? 0 : kFound;
}

int run(Arguments arguments) {
  if (arguments.empty()) return usage({"没有写命令", "a command is missing"});
  const std::string command = arguments.front();
  arguments.erase(arguments.begin());
  if (command == "estimate") return estimate(arguments);
  if (command == "describe") return describe(arguments);
  if (command == "check") return check(arguments);
  if (command == "test") return test(arguments);
  if (command == "mutate") return mutate(arguments);
  if (command == "diff") return diff(arguments);
  if (command == "new") return new_pack(arguments);
  return usage({"没有“" + command + "”这个命令", "there is no command \"" + command + "\""});
}

}  // namespace
}  // namespace aidcheck::cli

int main(int count, char** values) {
  const int status = aidcheck::cli::run({values + 1, values + count});
  // An answer that could not be written is none.
  return std::fflush(stdout) == 0 ? status : aidcheck::cli::kFailed;
}
