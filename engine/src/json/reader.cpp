#include "json/reader.h"

#include <algorithm>

#include "base/nearest.h"

namespace aidcheck::json {

Text type_name(Type type) {
  switch (type) {
    case Type::kNull:
      return {"空值 null", "null"};
    case Type::kBoolean:
      return {"是或否（true 或 false）", "true or false"};
    case Type::kNumber:
      return {"数字", "a number"};
    case Type::kString:
      return {"文字", "text"};
    case Type::kArray:
      return {"列表 [ ]", "a list [ ]"};
    case Type::kObject:
      return {"对象 { }", "an object { }"};
  }
  return {};
}

void Reader::fail(std::string_view code, std::string at, Text message, std::string_view nearest) {
  errors_.push_back({fault_, code, std::move(at), std::move(message), std::string(nearest)});
}

void Reader::unknown(std::string_view code, std::string_view name, const std::vector<std::string_view>& known, std::string at) {
  const std::string nearest(nearest_name(name, known));
  Text message{"不认识“" + std::string(name) + "”", "\"" + std::string(name) + "\" is not known"};
  if (!nearest.empty()) {
    message.zh += "，是不是“" + nearest + "”";
    message.en += "; did you mean \"" + nearest + "\"";
  }
  message.zh += "？请检查名称。";
  message.en += nearest.empty() ? "." : "?";
  fail(code, std::move(at), std::move(message), nearest);
}

void Reader::missing(std::string at) {
  const std::string_view name = std::string_view(at).substr(at.rfind('/') + 1);
  Text message{"缺少“" + std::string(name) + "”，请补上。", "\"" + std::string(name) + "\" is missing. Please add it."};
  fail(fault_ == Fault::kCase ? "fact.missing" : "field.missing", std::move(at), std::move(message));
}

bool Reader::expect(const Value& value, Type type, const Pointer& at) {
  if (value.is(type)) return true;
  const Text wanted = type_name(type);
  const Text found = type_name(value.type);
  fail("type.wrong", at.str(), {"这里应当是" + wanted.zh + "，现在是" + found.zh + "。", "Here belongs " + wanted.en + ", not " + found.en + "."});
  return false;
}

void Reader::only(const Value& object, std::initializer_list<std::string_view> names, const Pointer& at) {
  for (const Member& member : object.members) {
    if (std::find(names.begin(), names.end(), member.name) == names.end()) {
      unknown("field.unknown", member.name, names, (at / member.name).str());
    }
  }
}

const Value* Reader::need(const Value& object, std::string_view name, Type type, const Pointer& at) {
  const Value* value = object.find(name);
  const bool unknown = value != nullptr && fault_ == Fault::kCase && value->is(Type::kNull);
  if (value == nullptr || unknown) {
    missing((at / name).str());
    return nullptr;
  }
  return maybe(object, name, type, at);
}

const Value* Reader::maybe(const Value& object, std::string_view name, Type type, const Pointer& at) {
  const Value* value = object.find(name);
  if (value == nullptr || !expect(*value, type, at / name)) return nullptr;
  return value;
}

std::string Reader::need_string(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = need(object, name, Type::kString, at);
  return value == nullptr ? std::string() : value->text;
}

std::string Reader::maybe_string(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = maybe(object, name, Type::kString, at);
  return value == nullptr ? std::string() : value->text;
}

bool Reader::maybe_true(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = maybe(object, name, Type::kBoolean, at);
  return value != nullptr && value->boolean;
}

Text Reader::text(const Value& value, const Pointer& at) {
  only(value, {"zh-Hans", "en"}, at);
  Text read;
  for (const std::string_view language : {"zh-Hans", "en"}) {
    const Value* words = value.find(language);
    if (words == nullptr || (words->is(Type::kString) && words->text.empty())) {
      fail("label.missing", (at / language).str(), {"缺少" + std::string(language) + "文字。", "The text in " + std::string(language) + " is missing."});
    } else if (expect(*words, Type::kString, at / language)) {
      (language == "en" ? read.en : read.zh) = words->text;
    }
  }
  return read;
}

Text Reader::need_text(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = need(object, name, Type::kObject, at);
  return value == nullptr ? Text{} : text(*value, at / name);
}

Text Reader::maybe_text(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = maybe(object, name, Type::kObject, at);
  return value == nullptr ? Text{} : text(*value, at / name);
}

std::vector<std::string> Reader::strings(const Value& object, std::string_view name, const Pointer& at) {
  const Value* value = object.find(name);
  if (value == nullptr) return {};
  if (value->is(Type::kString)) return {value->text};
  if (!expect(*value, Type::kArray, at / name)) return {};
  std::vector<std::string> list;
  const Pointer here = at / name;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    if (expect(value->items[i], Type::kString, here / i)) list.push_back(value->items[i].text);
  }
  return list;
}

}  // namespace aidcheck::json
