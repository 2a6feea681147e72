#pragma once

#include <string>

namespace aidcheck {

/// One text in both languages.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
};

}  // namespace aidcheck
