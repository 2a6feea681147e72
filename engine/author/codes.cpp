#include "codes.h"

namespace aidcheck {

const Code* code_named(std::string_view id) {
  for (const auto* codes : {&loading_codes(), &finding_codes()}) {
    for (const Code& code : *codes) {
      if (code.id == id) return &code;
    }
  }
  return nullptr;
}

std::vector<std::string_view> code_names() {
  std::vector<std::string_view> names;
  for (const auto* codes : {&loading_codes(), &finding_codes()}) {
    for (const Code& code : *codes) names.push_back(code.id);
  }
  return names;
}

std::string_view severity_name(Code::Severity severity) {
  return severity == Code::Severity::kError ? "error" : "warning";
}

}  // namespace aidcheck
