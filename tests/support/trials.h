#pragma once

namespace aidcheck::test {

/// How many random cases to try. Under the sanitizers a quarter shows what they look for.
constexpr int trials(int natively) { return AIDCHECK_SANITIZED ? natively / 4 : natively; }

}  // namespace aidcheck::test
