#include "json/read.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/duplicates.h"
#include "json/pointer.h"

namespace aidcheck::json {
namespace {

Error stopped_at(std::size_t position, Fault fault) {
  return {fault,
          "json.syntax",
          {},
          say("内容不是完整的 JSON，读到第 {0} 个字节时停下。请检查文件是否完整。",
              "This is not complete JSON: reading stopped at byte {0}. Is the file whole?",
              {std::to_string(position)}),
          {}};
}

/// Builds a Value from the library's events. The library's own tree would turn amounts into floating point
/// and cannot say which member was written twice.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit Builder(Fault fault) : fault_(fault) {}

  bool null() { return put(Value{}); }
  bool boolean(bool value) {
    Value made;
    made.type = Type::kBoolean;
    made.boolean = value;
    return put(std::move(made));
  }
  bool number_integer(number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& written) { return number(written); }
  bool string(string_t& value) {
    Value made;
    made.type = Type::kString;
    made.text = std::move(value);
    return put(std::move(made));
  }
  bool binary(binary_t& /*value*/) {
    error_ = stopped_at(0, fault_);
    return false;
  }
  bool start_object(std::size_t /*size*/) { return open(Type::kObject); }
  bool start_array(std::size_t /*size*/) { return open(Type::kArray); }
  bool key(string_t& name) {
    open_.back().members.push_back({std::move(name), {}});
    return true;
  }
  bool end_object() { return unique_names() && close(); }
  bool end_array() { return close(); }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string& /*token*/, const Exception& exception) {
    constexpr int kNumberOutOfRange = 406;
    if (exception.id == kNumberOutOfRange) {
      return fail("amount.too_large", path(open_.size()), "这个金额太大了，请检查是否多写了数字。",
                  "This amount is too large. See whether a digit was typed twice.");
    }
    error_ = stopped_at(position, fault_);
    return false;
  }

  Value& root() { return root_; }
  std::optional<Error>& error() { return error_; }

 private:
  bool number(std::string digits) {
    Value made;
    made.type = Type::kNumber;
    made.text = std::move(digits);
    return put(std::move(made));
  }

  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().type == Type::kObject) {
      open_.back().members.back().value = std::move(value);
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool open(Type type) {
    if (open_.size() == kDeepest) {
      const std::string limit = std::to_string(kDeepest);
      return fail("json.too_deep", {}, "内容嵌套超过 {0} 层。",
                  "More than {0} levels are nested in each other.", {limit});
    }
    Value made;
    made.type = type;
    open_.push_back(std::move(made));
    return true;
  }

  bool close() {
    Value done = std::move(open_.back());
    open_.pop_back();
    return put(std::move(done));
  }

  bool unique_names() {
    std::vector<std::string_view> names;
    names.reserve(open_.back().members.size());
    for (const Member& member : open_.back().members) names.push_back(member.name);
    const std::string_view name = name_given_twice(std::move(names));
    if (name.data() == nullptr) return true;
    return fail("json.duplicate_key", path(open_.size() - 1) + '/' + escape(name),
                "“{0}”写了两次，不知道以哪个为准。请删去一个。",
                "\"{0}\" is written twice and it is not clear which one holds. Remove one.", {name});
  }

  // The path through the outermost `depth` of the open values, to the child that is being read.
  [[nodiscard]] std::string path(std::size_t depth) const {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
      const Value& parent = open_[i];
      text += '/' + (parent.type == Type::kObject ? escape(parent.members.back().name)
                                                  : std::to_string(parent.items.size()));
    }
    return text;
  }

  bool fail(std::string_view code, std::string at, std::string_view zh, std::string_view en,
            Fillers fillers = {}) {
    error_ = Error{fault_, code, std::move(at), say(zh, en, fillers), {}};
    return false;
  }

  Fault fault_;
  Value root_;
  std::vector<Value> open_;
  std::optional<Error> error_;
};

}  // namespace

Result<Value> read(std::string_view text, Fault fault) {
  if (text.size() > kLongestText) {
    return Error{fault,
                 "json.too_large",
                 {},
                 {"内容超过 2 MB，请分开提交。", "The text is longer than 2 MB. Send it in parts."},
                 {}};
  }
  // To the library a zero byte is the end of the text; nothing may hide behind one.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return stopped_at(zero, fault);
  Builder builder(fault);
  const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (builder.error()) return std::move(*builder.error());
  if (!whole) return stopped_at(text.size(), fault);
  return std::move(builder.root());
}

}  // namespace aidcheck::json
