#include "files.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string read_all(std::FILE* file) {
  std::string text;
  char buffer[65536];
  for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    text.append(buffer, count);
  return text;
}

bool is_json(const fs::path& path) { return path.extension() == ".json"; }

}  // namespace

Result<std::string> read_file(const std::string& path) {
  if (path == "-") return read_all(stdin);
  std::error_code failure;
  const std::unique_ptr<std::FILE, Closer> file(
      fs::is_regular_file(path, failure) ? std::fopen(path.c_str(), "rb") : nullptr);
  if (file == nullptr) {
    return Error{Fault::kCase,
                 "file.unreadable",
                 {},
                 {"读不到文件“" + path + "”，请检查路径。",
                  "The file \"" + path + "\" cannot be read. Check its path."},
                 {}};
  }
  return read_all(file.get());
}

std::vector<fs::path> json_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (entry->is_regular_file(failure) && is_json(entry->path())) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> packs_at(const fs::path& path) {
  std::error_code failure;
  if (!fs::is_directory(path, failure)) return {path};
  std::vector<fs::path> packs;
  for (fs::recursive_directory_iterator entry(path, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory(failure)) {
      if (name == "examples" || name == "schema") entry.disable_recursion_pending();
    } else if (is_json(entry->path()) && name != "index.json" && name != "places.json") {
      packs.push_back(entry->path());
    }
  }
  std::sort(packs.begin(), packs.end());
  return packs;
}

}  // namespace aidcheck::cli
