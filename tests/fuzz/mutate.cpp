#include "mutate.h"

#include <cstring>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "json/read.h"
#include "support/json_text.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace aidcheck::fuzz {
namespace {

using json::Member;
using json::Type;
using json::Value;

// Scalars that tend to matter, as JSON.
constexpr const char* kScalars[] = {
    "0",
    "-1",
    "0.01",
    "0.001",
    "1e300",
    "1e-300",
    "6000",
    "300000.05",
    "100000000000",
    "2024",
    "null",
    "true",
    "false",
    "\"\"",
    "[]",
    "{}",
    "\"30万元\"",
    "\"0.01元\"",
    "\"1000亿元\"",
    "\"85%\"",
    "\"33.333333%\"",
    "\"5个百分点\"",
    "\"none\"",
    "\"in_scope\"",
    "\"scope\"",
    "\"inpatient\"",
    "\"2024-02-29\"",
    "\"2023-12-31\"",
    "{\"not\": []}",
    "{\"at_least\": 0, \"below\": 0}",
    "{\"min\": 1, \"max\": 2}",
};

class Mutator {
 public:
  Mutator(Value& root, unsigned seed) : random_(seed) { collect(root); }

  void change() {
    Value& here = *parts_[below(parts_.size())];
    switch (below(6)) {
      case 0:
        here = Value(*parts_[below(parts_.size())]);  // a copy: either may lie inside the other
        break;
      case 1:
        if (auto scalar = json::read(kScalars[below(std::size(kScalars))], Fault::kInternal); scalar.ok())
          here = std::move(scalar.value());
        break;
      case 2:
        drop(here);
        break;
      case 3:
        twice(here);
        break;
      case 4:
        rename(here);
        break;
      default:
        scramble(here);
    }
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  void collect(Value& value) {
    parts_.push_back(&value);
    for (Value& item : value.items) collect(item);
    for (Member& member : value.members) {
      names_.push_back(member.name);
      collect(member.value);
    }
  }

  void drop(Value& here) {
    if (!here.items.empty())
      here.items.erase(here.items.begin() + static_cast<std::ptrdiff_t>(below(here.items.size())));
    if (!here.members.empty())
      here.members.erase(here.members.begin() + static_cast<std::ptrdiff_t>(below(here.members.size())));
  }

  void twice(Value& here) {
    if (!here.items.empty()) here.items.push_back(Value(here.items[below(here.items.size())]));
    if (!here.members.empty()) {
      Member again = here.members[below(here.members.size())];
      again.name += '2';
      here.members.push_back(std::move(again));
    }
  }

  void rename(Value& here) {
    if (!here.members.empty()) here.members[below(here.members.size())].name = names_[below(names_.size())];
    if (here.is(Type::kString)) here.text = names_.empty() ? std::string() : names_[below(names_.size())];
  }

  // The characters of a text or number, one of them changed.
  void scramble(Value& here) {
    if (here.text.empty()) return;
    char& c = here.text[below(here.text.size())];
    if (here.is(Type::kNumber)) {
      if (c >= '0' && c <= '9') c = static_cast<char>('1' + below(9));
    } else if (static_cast<unsigned char>(c) < 0x80) {
      c = static_cast<char>(' ' + below(0x5f));
    }
  }

  std::mt19937 random_;
  std::vector<Value*> parts_;
  std::vector<std::string> names_;
};

}  // namespace

std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  // libFuzzer calls this several times for one input, so one call in 16 spoils about a quarter of them as
  // JSON.
  if (seed % 16 == 0) return LLVMFuzzerMutate(data, size, most);
  auto tree = json::read({reinterpret_cast<const char*>(data), size}, Fault::kInternal);
  if (!tree.ok()) return LLVMFuzzerMutate(data, size, most);
  Mutator(tree.value(), seed).change();
  const std::string text = test::json_text(tree.value());
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

}  // namespace aidcheck::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return aidcheck::fuzz::mutate(data, size, most, seed);
}
