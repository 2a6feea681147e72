#include "json/pointer.h"

#include "base/text.h"

namespace aidcheck::json {

std::string escape(std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Pointer::str() const {
  if (parent_ == nullptr) return {};
  return parent_->str() + '/' + (name_.data() == nullptr ? digits_of(index_) : escape(name_));
}

}  // namespace aidcheck::json
