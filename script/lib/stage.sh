# What the stages of script/test share. A stage counts its checks and says so in its last line.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

passed=0
failed=0

count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# One command is one check.
check() {
  local name=$1
  shift
  if "$@"; then
    count 1 0
  else
    echo "FAILED: $name"
    count 0 1
  fi
}

# Every test of a configured preset is a check; a preset without tests is a failure.
check_ctest() {
  local report="build/$1/ctest.log"
  ctest --test-dir "build/$1" --output-on-failure --parallel "$(nproc)" --output-log "$report" || true
  local summary='([0-9]+) tests failed out of ([0-9]+)'
  if [[ "$(grep -E "$summary" "$report")" =~ $summary ]]; then
    count $((BASH_REMATCH[2] - BASH_REMATCH[1])) "${BASH_REMATCH[1]}"
  else
    echo "FAILED: no test of the preset $1 ran"
    count 0 1
  fi
}

# Every test in files for Node's test runner is a check.
check_node() {
  local report
  report=$(mktemp)
  node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report" "$@" || true
  count "$(node_count pass "$report")" "$(node_count fail "$report")"
  count 0 "$(node_count cancelled "$report")"
  rm "$report"
}

# From the closing lines of a TAP report, such as "# pass 12".
node_count() {
  awk -v what="$1" '$1 == "#" && $2 == what { number = $3 } END { print number + 0 }' "$2"
}

finish() {
  if [ $((passed + failed)) -eq 0 ]; then
    echo "FAILED: nothing was checked"
    failed=1
  fi
  echo "passed: $passed, failed: $failed"
  [ "$failed" -eq 0 ]
}
