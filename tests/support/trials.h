#pragma once

namespace aidcheck::test {

/// How many random cases to try. Under the sanitizers a quarter shows what they look for.
constexpr int trials(int natively) { return AIDCHECK_SANITIZED ? natively / 4 : natively; }

/// Whether as many are tried as it takes to count them.
inline constexpr bool kAllTrials = !AIDCHECK_SANITIZED;

}  // namespace aidcheck::test
