#include <algorithm>

#include "findings/findings.h"
#include "walk.h"

namespace aidcheck::findings {
namespace {

using json::Type;
using json::Value;

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The first byte of a Chinese character in UTF-8: U+4000 to U+9FFF.
bool is_chinese(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE4 && byte <= 0xE9;
}

bool has(const std::string& text, bool (*is)(char)) { return std::any_of(text.begin(), text.end(), is); }

}  // namespace

void words(const Plan& plan, Findings& findings) {
  walk(plan.source, [&](const Value& value, const std::string& at, std::string_view) {
    const Value* zh = value.find("zh-Hans");
    const Value* en = value.find("en");
    if (zh == nullptr || en == nullptr || !zh->is(Type::kString) || !en->is(Type::kString)) return true;
    const bool chinese = has(zh->text, is_chinese);
    const bool same = zh->text == en->text && (chinese || has(zh->text, is_latin));
    const bool no_english = has(en->text, is_chinese) && !has(en->text, is_latin);
    const bool no_chinese = !chinese && has(zh->text, is_latin);
    if (!same && !no_english && !no_chinese) return true;
    const bool mend_chinese = no_chinese && !no_english;
    findings.push_back({"label.untranslated",
                        at + (mend_chinese ? "/zh-Hans" : "/en"),
                        mend_chinese ? Text{"中文文字里没有中文。", "The Chinese text has no Chinese in it."}
                                     : Text{"英文文字没有翻译。", "The English text is not translated."},
                        {},
                        {},
                        {}});
    return true;
  });
}

}  // namespace aidcheck::findings
