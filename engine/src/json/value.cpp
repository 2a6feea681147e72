#include "json/value.h"

#include "base/text.h"
#include "json/pointer.h"

namespace aidcheck::json {
namespace {

// Adds the path from `from` down to the value that `place` is.
bool find_path(const Value& from, const Value* place, std::string& path) {
  if (&from == place) return true;
  const std::size_t length = path.size();
  for (std::size_t i = 0; i < from.items.size() + from.members.size(); ++i) {
    const bool item = i < from.items.size();
    const Member* member = item ? nullptr : &from.members[i - from.items.size()];
    path += '/' + (item ? digits_of(i) : escape(member->name));
    if (find_path(item ? from.items[i] : member->value, place, path)) return true;
    path.resize(length);
  }
  return false;
}

}  // namespace

std::string path_to(const Value& root, const Value* place) {
  std::string path;
  find_path(root, place, path);
  return path;
}

}  // namespace aidcheck::json
