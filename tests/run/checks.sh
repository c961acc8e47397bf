# Noting results: test suites of a build, checks by a command. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

results=$build/results
tally() { python3 "$root/tests/tally.py" "$results" "$@"; }

# suites NAME [SUITE...]: builds build/NAME, runs its tests and notes each result.
suites() {
  local name=$1 suite chosen=() start=$SECONDS
  shift
  for suite in "$@"; do chosen+=(--suite "$suite"); done
  # shellcheck disable=SC2046 # a list of words
  if ! { configure "$name" $(options_of "$name") && compile "$name"; }; then
    show_fault "$log/$name"
    tally check "$name: build" failed
    return
  fi
  meson test -C "$build/$name" --no-rebuild "${chosen[@]}" >"$log/$name-test" 2>&1 || true
  tally tests "$name" "$build/$name/meson-logs/testlog.json" $((SECONDS - start))
}

# check NAME COMMAND...: notes whether a command succeeds; its output is shown when it does not.
check() {
  local name=$1
  shift
  if "$@" >"$log/check" 2>&1; then
    tally check "$name" passed
  else
    tail -n 40 "$log/check" >&2
    tally check "$name" failed
  fi
}
