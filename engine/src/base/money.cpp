#include "base/money.h"

#include "base/text.h"

namespace aidcheck {

std::string format_yuan(Fen amount) {
  std::string text = digits_of(amount / 100);
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, 1, ',');
  const Fen cents = amount % 100;
  return text + '.' + static_cast<char>('0' + cents / 10) + static_cast<char>('0' + cents % 10);
}

}  // namespace aidcheck
