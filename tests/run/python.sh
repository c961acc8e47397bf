# The Python package. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

# The Python package in an environment of its own, built anew when something it is made of changed.
python_package() {
  local at=$build/python
  if [ -e "$at/installed" ] && [ -z "$(find "$root"/{bindings,lib,include,examples} \
    "$root"/{pyproject.toml,meson.build,meson_options.txt} -name __pycache__ -prune -o \
    -name tests -prune -o -type f -newer "$at/installed" -print -quit)" ]; then
    return 0
  fi
  say "Installing the Python package into build/python"
  mkdir -p "$log"
  [ -x "$at/bin/pip" ] || python3 -m venv "$at" >"$log/python" 2>&1 || return 1
  python_install "$root" || return 1
  touch "$at/installed"
}

python_install() {
  "$build/python/bin/pip" --disable-pip-version-check -q install --retries 1 --timeout 20 "$@" \
    >"$log/python" 2>&1
}

# The tools of the package's tests.
python_test_tools() {
  local tools=$root/bindings/python/tests/requirements.txt
  cmp -s "$tools" "$build/python/tools" && return 0
  say "Installing the tools of the Python package's tests into build/python"
  python_install -r "$tools" && cp "$tools" "$build/python/tools"
}

# The same round by the Python package.
python_demo() {
  python_package || die "the Python package cannot be installed; is there a network? (see $log/python)"
  "$build/python/bin/kqaward" round --json "$root/examples/rounds/2026.json" >"$build/demo-python"
  "$build/demo/examples/annual_round" "$root/examples/rounds/2026.json" --json >"$build/demo-c"
  cmp "$build/demo-python" "$build/demo-c" || die "Python and C decide the round differently"
  printf '\n%s\n%s\n' "Python命令kqaward评定同一年度，结果与C程序逐字节一致。" \
    "The Python command kqaward decides the same round alike, byte for byte."
}

# The package's tests; what it prints is compared with the C program of the build `gcc`.
python_tests() {
  local start=$SECONDS
  # shellcheck disable=SC2046 # a list of words
  make_build gcc $(options_of gcc)
  if ! { python_package && python_test_tools; }; then
    show_fault "$log/python"
    tally check "python: the package" failed
    return
  fi
  rm -f "$log/python.xml"
  KQAWARD_RUN=1 KQAWARD_ANNUAL_ROUND="$build/gcc/examples/annual_round" "$build/python/bin/python" -m pytest -q \
    --junitxml="$log/python.xml" "$root/bindings/python/tests" >"$log/python-test" 2>&1 || true
  tally junit python "$log/python.xml" $((SECONDS - start))
}
