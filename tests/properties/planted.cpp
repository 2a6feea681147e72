#include "planted.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <utility>

#include "json/read.h"
#include "json/write.h"
#include "support/json_text.h"

namespace aidcheck::test {
namespace {

using json::Type;
using json::Value;

Value* item_of(Value& list, std::string_view name) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Value* id = list.items[i].find("id");
    if ((id != nullptr && id->text == name) || std::to_string(i) == name) return &list.items[i];
  }
  return nullptr;
}

Value* member_of(Value& object, std::string_view name) {
  for (json::Member& member : object.members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

}  // namespace

Value& part_of(Value& root, std::string_view path) {
  Value* here = &root;
  for (std::string_view rest = path; here != nullptr && !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view name = rest.substr(0, rest.find('/'));
    rest.remove_prefix(name.size());
    here = here->is(Type::kArray) ? item_of(*here, name) : member_of(*here, name);
  }
  if (here == nullptr) FAIL("there is no " << path);
  return *here;
}

Estimator with_rule(std::string_view path, std::string_view json) {
  json::Value pack = wuxi_pack();
  auto part = json::read(json, Fault::kPack);
  if (!part.ok()) FAIL("no JSON: " << json);
  part_of(pack, path) = std::move(part.value());
  return engine_with(pack);
}

Estimator seeing(const std::function<void(Year&)>& change) {
  return [change](Year year) {
    change(year);
    return wuxi()(year);
  };
}

Estimator telling(const std::function<void(json::Value&)>& change) {
  return [change](const Year& year) {
    json::Value result = wuxi()(year).root;
    change(result);
    return read_result(std::move(result));
  };
}

void add(json::Value& result, std::string_view path, Fen amount) {
  json::Value& figure = part_of(result, path);
  json::Writer writer;
  writer.yuan(fen(figure) + amount);
  figure.text = writer.take();
}

}  // namespace aidcheck::test
