#include "json/read.h"

#include <array>
#include <cmath>
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
              {digits_of(position)}),
          {}};
}

// The library's tokens and none of its trees: those would turn amounts into floating point and cannot say
// which member was written twice; and its parser would make up a third of what reading costs a page
// (docs/decisions/008-tokens-of-the-json-library.md).
using Input =
    decltype(nlohmann::detail::input_adapter(std::declval<const char*>(), std::declval<const char*>()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;
using Token = Lexer::token_type;

class Builder {
 public:
  Builder(std::string_view text, Fault fault)
      : fault_(fault),
        lexer_(nlohmann::detail::input_adapter(text.data(), text.data() + text.size()), false) {}

  // Reads the whole text; false with an error.
  bool run() {
    Token token = lexer_.scan();
    while (value(token) && next(token)) continue;
    return error_.code.empty();
  }

  Value& root() { return root_; }
  Error& error() { return error_; }

 private:
  static Token end_of(const Value& parent) {
    return parent.type == Type::kObject ? Token::end_object : Token::end_array;
  }

  // Opens what begins at `token`, down to the first value that holds no other, and reads that.
  bool value(Token& token) {
    while (token == Token::begin_object || token == Token::begin_array) {
      const bool object = token == Token::begin_object;
      if (!open(object ? Type::kObject : Type::kArray)) return false;
      token = lexer_.scan();
      if (token == end_of(top())) return close();
      if (object && !key(token)) return false;
    }
    return scalar(token);
  }

  // After a value: closes what ends, and goes on to the next value. False where there is none.
  bool next(Token& token) {
    while (depth_ != 0) {
      token = lexer_.scan();
      if (token == Token::value_separator) {
        token = lexer_.scan();
        return top().type != Type::kObject || key(token);
      }
      if (token != end_of(top())) return stop();
      if (!close()) return false;
    }
    if (lexer_.scan() != Token::end_of_input) stop();
    return false;
  }

  // A member's name and the colon; then the token at which its value begins.
  bool key(Token& token) {
    if (token != Token::value_string) return stop();
    top().members.emplace_back().name = std::move(lexer_.get_string());
    if (lexer_.scan() != Token::name_separator) return stop();
    token = lexer_.scan();
    return true;
  }

  bool scalar(Token token) {
    Value& made = place();
    switch (token) {
      case Token::literal_null:
        break;
      case Token::literal_true:
      case Token::literal_false:
        made.type = Type::kBoolean;
        made.boolean = token == Token::literal_true;
        break;
      case Token::value_string:
        made.type = Type::kString;
        made.text = std::move(lexer_.get_string());
        break;
      case Token::value_float:
        if (!std::isfinite(lexer_.get_number_float())) {
          return fail("amount.too_large", path_to(root_, &made), "这个金额太大了，请检查是否多写了数字。",
                      "This amount is too large. See whether a digit was typed twice.");
        }
        [[fallthrough]];
      case Token::value_integer:
      case Token::value_unsigned:
        made.type = Type::kNumber;
        made.text = std::move(lexer_.get_string());
        break;
      default:
        return stop();
    }
    return true;
  }

  bool stop() {
    error_ = stopped_at(lexer_.get_position().chars_read_total, fault_);
    return false;
  }

  // Where the next value goes.
  Value& place() {
    if (depth_ == 0) return root_;
    return top().type == Type::kObject ? top().members.back().value : top().items.emplace_back();
  }

  [[nodiscard]] Value& top() const { return *open_[depth_ - 1]; }

  bool open(Type type) {
    if (depth_ == kDeepest) {
      const std::string limit = digits_of(kDeepest);
      return fail("json.too_deep", {}, "内容嵌套超过 {0} 层。",
                  "More than {0} levels are nested in each other.", {limit});
    }
    Value& made = place();
    made.type = type;
    open_[depth_++] = &made;
    return true;
  }

  bool close() {
    if (top().type == Type::kObject && !unique_names()) return false;
    --depth_;
    return true;
  }

  bool unique_names() {
    std::vector<std::string_view> names;
    names.reserve(top().members.size());
    for (const Member& member : top().members) names.push_back(member.name);
    const std::string_view name = name_given_twice(std::move(names));
    if (name.data() == nullptr) return true;
    return fail("json.duplicate_key", path_to(root_, &top()) + '/' + escape(name),
                "“{0}”写了两次，不知道以哪个为准。请删去一个。",
                "\"{0}\" is written twice and it is not clear which one holds. Remove one.", {name});
  }

  bool fail(std::string_view code, std::string at, std::string_view zh, std::string_view en,
            Fillers fillers = {}) {
    error_ = {fault_, code, std::move(at), say(zh, en, fillers), {}};
    return false;
  }

  Fault fault_;
  Lexer lexer_;
  Value root_;
  // The values that are not closed yet, each the last part of the one before: they stay where they are.
  std::array<Value*, kDeepest> open_{};
  std::size_t depth_ = 0;
  Error error_;
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
  Builder builder(text, fault);
  if (!builder.run()) return std::move(builder.error());
  return std::move(builder.root());
}

}  // namespace aidcheck::json
