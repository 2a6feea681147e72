#include "base/names.h"

namespace aidcheck {

std::size_t Names::find(std::string_view name) const {
  std::size_t i = 0;
  while (i < size_ && (*this)[i] != name) ++i;
  return i;
}

}  // namespace aidcheck
