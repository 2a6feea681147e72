#include "support/answer.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <utility>

#include "json/read.h"

namespace aidcheck::test {
namespace {

using json::Type;
using json::Value;

bool is_called(const Value& item, std::string_view name) {
  for (const std::string_view key : {"id", "code", "fact", "layer", "category", "field", "op"}) {
    const Value* word = item.find(key);
    if (word != nullptr && word->is(Type::kString) && word->text == name) return true;
  }
  return false;
}

const Value* item_of(const Value& list, std::string_view name) {
  for (const Value& item : list.items) {
    if (is_called(item, name)) return &item;
  }
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (std::to_string(i) == name) return &list.items[i];
  }
  return nullptr;
}

std::string shown(const Value& value);

// `10 to 20`, `10 to 20 at the widest`, `one of [a, null]`.
std::string shown_unknown(const Value& value) {
  const Value* min = value.find("min");
  const Value* max = value.find("max");
  if (min != nullptr && max != nullptr)
    return min->text + " to " + max->text + (value.find("tight") == nullptr ? "" : " at the widest");
  const Value* list = value.find("one_of");
  return list == nullptr ? "an object" : "one of " + shown(*list);
}

std::string shown(const Value& value) {
  switch (value.type) {
    case Type::kNull:
      return "null";
    case Type::kBoolean:
      return value.boolean ? "true" : "false";
    case Type::kNumber:
    case Type::kString:
      return value.text;
    case Type::kObject:
      return shown_unknown(value);
    case Type::kArray:
      break;
  }
  std::string list;
  for (const Value& item : value.items) list += (list.empty() ? "" : ", ") + shown(item);
  return '[' + list + ']';
}

}  // namespace

Answer::Answer(Outcome outcome) : outcome_(std::move(outcome)) {
  auto tree = json::read(outcome_.json, Fault::kInternal);
  if (!tree.ok()) FAIL("what came out is not JSON: " << outcome_.json);
  root_ = std::move(tree.value());
}

const Value* Answer::find(std::string_view path) const {
  const Value* here = &root_;
  while (here != nullptr && !path.empty()) {
    path.remove_prefix(1);
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(name.size());
    here = here->is(Type::kArray) ? item_of(*here, name) : here->find(name);
  }
  return here;
}

std::string Answer::at(std::string_view path) const {
  const Value* value = find(path);
  return value == nullptr ? "absent" : shown(*value);
}

std::string Answer::pays(std::string_view layer) const {
  return at("/payers/" + std::string(layer) + "/amount");
}

std::string Answer::pays(std::string_view layer, std::string_view visit) const {
  return at("/visits/" + std::string(visit) + "/payers/" + std::string(layer) + "/amount");
}

std::string unknown_in(const Answer& answer) {
  const Value* list = answer.find("/unknown");
  if (list == nullptr) return "no list of what is unknown";
  std::string told;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const std::string each = "/unknown/" + std::to_string(i);
    for (const std::string_view part : {"/fact", "/label/zh-Hans", "/label/en"}) {
      const std::string name = answer.at(each + std::string(part));
      if (name.empty() || name == "absent") return "something unknown without " + std::string(part);
    }
    told += (told.empty() ? "" : ", ") + answer.at(each + "/at");
  }
  return told.empty() ? "nothing" : told;
}

std::string error_in(const Answer& answer) {
  if (answer.ok()) return "no error";
  const Value* error = answer.find("/error");
  if (error == nullptr) return "an error without \"error\"";
  for (const std::string_view language : {"zh-Hans", "en"}) {
    const std::string message = answer.at("/error/message/" + std::string(language));
    if (message.empty() || message == "absent")
      return "an error without a message in " + std::string(language);
  }
  std::string told = answer.at("/error/kind") + ' ' + answer.at("/error/code") + ' ' + answer.at("/error/at");
  if (error->find("nearest") != nullptr) told += " (nearest: " + answer.at("/error/nearest") + ')';
  return told;
}

}  // namespace aidcheck::test
