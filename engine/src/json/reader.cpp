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

void Reader::fail(std::string_view code, std::string at, std::string_view zh, std::string_view en,
                  Fillers fillers) {
  if (errors_.size() < kMostErrors)
    errors_.push_back({fault_, code, std::move(at), say(zh, en, fillers), {}});
}

void Reader::fail(std::string_view code, const Pointer& at, std::string_view zh, std::string_view en,
                  Fillers fillers) {
  fail(code, at.str(), zh, en, fillers);
}

void Reader::fail(std::string_view code, const Pointer& at, const Words& words, Fillers fillers) {
  fail(code, at.str(), words.zh, words.en, fillers);
}

void Reader::fail(std::string_view code, const Value* place, std::string_view member, const Words& words,
                  Fillers fillers) {
  fail(code, pointer_to(place, member), words.zh, words.en, fillers);
}

void Reader::fail(std::string_view code, const char* at, const Words& words, Fillers fillers) {
  fail(code, std::string(at), words.zh, words.en, fillers);
}

std::string Reader::pointer_to(const Value* place, std::string_view member) const {
  std::string path;
  if (root_ != nullptr && place != nullptr) path = path_to(*root_, place);
  return member.empty() ? path : path + '/' + escape(member);
}

void Reader::unknown(std::string_view code, std::string_view name, const Names& known, std::string at) {
  if (errors_.size() == kMostErrors) return;
  const std::string_view nearest = nearest_name(name, known);
  if (nearest.empty()) {
    fail(code, std::move(at), "不认识“{0}”，请检查名称。", "\"{0}\" is not known.", {name});
    return;
  }
  fail(code, std::move(at), "不认识“{0}”，是不是“{1}”？请检查名称。",
       "\"{0}\" is not known; did you mean \"{1}\"?", {name, nearest});
  errors_.back().nearest = nearest;
}

void Reader::unknown(std::string_view code, std::string_view name, const Names& known, const Pointer& at) {
  unknown(code, name, known, at.str());
}

void Reader::unknown(std::string_view code, std::string_view name, const Names& known, const Value* place,
                     std::string_view member) {
  unknown(code, name, known, pointer_to(place, member));
}

bool Reader::some(const Value& list, const Pointer& at) {
  if (!expect(list, Type::kArray, at)) return false;
  if (list.items.empty()) fail("one_of.empty", at, "请至少写一种可能。", "Name at least one that it may be.");
  return !list.items.empty();
}

void Reader::missing(const Pointer& at) { missing(at.str()); }

void Reader::missing(const Value* place, std::string_view member) { missing(pointer_to(place, member)); }

void Reader::missing(std::string at) {
  const std::string name = at.substr(at.rfind('/') + 1);
  fail(fault_ == Fault::kCase ? "fact.missing" : "field.missing", std::move(at), "缺少“{0}”，请补上。",
       "\"{0}\" is missing. Please add it.", {name});
}

bool Reader::expect(const Value& value, Type type, const Pointer& at) {
  if (value.is(type)) return true;
  const Text wanted = type_name(type);
  const Text found = type_name(value.type);
  fail("type.wrong", at.str(), "这里应当是{0}，现在是{1}。", "Here belongs {0}, not {1}.", {wanted, found});
  return false;
}

void Reader::fill(const Slot& slot, const Value& value, const Pointer& at) {
  switch (slot.kind) {
    case Slot::Kind::kString:
      if (expect(value, Type::kString, at)) *static_cast<std::string_view*>(slot.to) = value.text;
      break;
    case Slot::Kind::kText:
      if (expect(value, Type::kObject, at)) *static_cast<Words*>(slot.to) = text(value, at);
      break;
    case Slot::Kind::kTrue:
      if (expect(value, Type::kBoolean, at)) *static_cast<bool*>(slot.to) = value.boolean;
      break;
    case Slot::Kind::kStrings:
      strings(value, at, *static_cast<List<std::string_view>*>(slot.to));
      break;
    case Slot::Kind::kOther:
      break;
  }
}

void Reader::members(const Value& object, const Pointer& at, std::initializer_list<Slot> slots) {
  for (const Slot& slot : slots) {
    const Pointer here = at / slot.name;
    const Value* value = object.find(slot.name);
    // Said to be unknown in a case, or left empty in a pack: as good as not there.
    const bool null = value != nullptr && fault_ == Fault::kCase && value->is(Type::kNull);
    const bool empty = value != nullptr && fault_ == Fault::kPack && slot.kind == Slot::Kind::kString &&
                       value->is(Type::kString) && value->text.empty();
    if (value == nullptr || null || empty) {
      if (slot.needed || empty) missing(here);
    } else {
      fill(slot, *value, here);
    }
  }
  for (const Member& member : object.members) {
    std::vector<std::string_view> names;
    for (const Slot& slot : slots) names.emplace_back(slot.name);
    if (!Names(names).have(member.name)) unknown("field.unknown", member.name, names, at / member.name);
  }
}

bool Reader::one_of(std::string_view word, std::initializer_list<std::string_view> words, const Pointer& at) {
  if (word.empty() || Names(words).have(word)) return true;
  unknown("choice.unknown", word, words, at);
  return false;
}

const Value* Reader::maybe(const Value& object, std::string_view name, Type type, const Pointer& at) {
  const Value* value = object.find(name);
  if (value == nullptr || !expect(*value, type, at / name)) return nullptr;
  return value;
}

Words Reader::text(const Value& value, const Pointer& at) {
  members(value, at, {may("zh-Hans"), may("en")});
  Words read;
  for (const std::string_view language : {"zh-Hans", "en"}) {
    const Value* words = value.find(language);
    if (words == nullptr || (words->is(Type::kString) && words->text.empty())) {
      fail("label.missing", (at / language).str(), "缺少{0}文字。", "The text in {0} is missing.",
           {language});
    } else if (expect(*words, Type::kString, at / language)) {
      (language == "en" ? read.en : read.zh) = words->text;
    }
  }
  return read;
}

void Reader::strings(const Value& value, const Pointer& at, List<std::string_view>& strings) {
  if (value.is(Type::kString)) {
    strings.push_back(value.text);
    return;
  }
  if (!expect(value, Type::kArray, at)) return;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (expect(value.items[i], Type::kString, at / i)) strings.push_back(value.items[i].text);
  }
}

void each_object(Reader& reader, const Value& list, const Pointer& at, const Each& each) {
  if (!reader.expect(list, Type::kArray, at)) return;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Pointer here = at / i;
    if (reader.expect(list.items[i], Type::kObject, here)) each.call(each.what, {}, list.items[i], here);
  }
}

void each_listed(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                 const Each& each) {
  if (const Value* list = root.find(name)) each_object(reader, *list, at / name, each);
}

void each_named(Reader& reader, const Value& root, std::string_view name, const Pointer& at,
                const Each& each) {
  const Value* parts = reader.maybe(root, name, Type::kObject, at);
  if (parts == nullptr) return;
  const Pointer above = at / name;
  for (const Member& member : parts->members) {
    const Pointer here = above / member.name;
    if (reader.expect(member.value, Type::kObject, here))
      each.call(each.what, member.name, member.value, here);
  }
}

}  // namespace aidcheck::json
