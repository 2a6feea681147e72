#include "tree.h"

#include <utility>

namespace aidcheck::tree {
namespace {

json::Value of(json::Type type, std::string text) {
  json::Value value;
  value.type = type;
  value.text = std::move(text);
  return value;
}

}  // namespace

json::Value string(std::string text) { return of(json::Type::kString, std::move(text)); }
json::Value number(std::string digits) { return of(json::Type::kNumber, std::move(digits)); }
json::Value yes_no(bool yes) {
  json::Value value = of(json::Type::kBoolean, {});
  value.boolean = yes;
  return value;
}

json::Value count(std::size_t number) { return of(json::Type::kNumber, std::to_string(number)); }
json::Value words(const Text& text) {
  return object({{"zh-Hans", string(text.zh)}, {"en", string(text.en)}});
}

json::Value array(std::vector<json::Value> items) {
  json::Value value;
  value.type = json::Type::kArray;
  value.items = std::move(items);
  return value;
}

json::Value object(std::vector<json::Member> members) {
  json::Value value;
  value.type = json::Type::kObject;
  value.members = std::move(members);
  return value;
}

}  // namespace aidcheck::tree
