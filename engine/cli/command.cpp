#include "command.h"

#include <cstddef>
#include <cstdio>

#include "encode/encode.h"
#include "files.h"

namespace aidcheck::cli {

void print(const std::string& json) {
  std::fwrite(json.data(), 1, json.size(), stdout);
  std::fputc('\n', stdout);
}

int fail(const std::string& error_json) {
  print(error_json);
  return kFailed;
}

int usage(const Text& what) {
  const std::string how =
      "aidcheck estimate [--rules DIR] [CASE.json|-]"
      " | describe [--rules DIR] --place CODE"
      " | check [--today DATE] PACK.json…"
      " | check --within CODE [--income YUAN] [--rules DIR] [--today DATE] PACK.json"
      " | check --explain [CODE]"
      " | test PACK.json…"
      " | mutate PACK.json…"
      " | diff A.json B.json"
      " | new --place CODE [--name 中文名] [--name-en NAME]";
  return fail(encode_error(
      {Fault::kCase, "command.unknown", {}, {what.zh + "。用法：" + how, what.en + ". Usage: " + how}, {}}));
}

std::string take_option(Arguments& arguments, std::string_view name) {
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] != name) continue;
    const std::string value = arguments[i + 1];
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i),
                    arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    return value;
  }
  return {};
}

std::vector<std::filesystem::path> packs_named(const Arguments& arguments) {
  std::vector<std::filesystem::path> packs;
  for (const std::string& argument : arguments) {
    for (const auto& pack : packs_at(argument)) packs.push_back(pack);
  }
  return packs;
}

}  // namespace aidcheck::cli
