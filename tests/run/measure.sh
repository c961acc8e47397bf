# Benchmarks. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

# Where the processor has it: columns are made for the wider registers of AVX2.
for_avx2=-march=x86-64-v3

has_avx2() { grep -qsw avx2 /proc/cpuinfo; }

# Builds the programs for every processor of the architecture, and where it can for AVX2.
make_bench() {
  # shellcheck disable=SC2046 # a list of words
  make_build bench $(options_of bench)
  # shellcheck disable=SC2046 # a list of words
  ! has_avx2 || make_build bench-v3 $(options_of bench) -Dc_args=$for_avx2
}

bench() {
  local avx2=()
  set_up_tests
  want valgrind has valgrind
  want util-linux has taskset
  install_missing
  make_bench
  ! has_avx2 || avx2=("$build/bench-v3/tests/bench/columns")
  python3 "$root/tests/bench/run.py" "$build"/bench/tests/bench/{bench,columns} "${avx2[@]}"
}

# The library beside its peers; what they need is in an environment of its own.
field() {
  local at=$build/field peers=$root/tests/bench/field best=$build/bench flags=
  want util-linux has taskset
  set_up_tests
  set_up_java
  make_bench
  ! has_avx2 || best=$build/bench-v3 flags=$for_avx2
  mkdir -p "$at"
  [ -x "$at/venv/bin/pip" ] || python3 -m venv "$at/venv" >"$log/field" 2>&1 ||
    die "python3 cannot make a virtual environment (see $log/field)"
  say "Installing the peers and the Python package into build/field"
  CFLAGS=$flags "$at/venv/bin/pip" --disable-pip-version-check -q install --retries 1 \
    --timeout 20 -r "$peers/requirements.txt" "$root" >"$log/field" 2>&1 ||
    die "pip could not install the peers; is there a network? (see $log/field)"
  { java_package && maven_in tests/bench/field/java field package; } >"$log/field" 2>&1 ||
    die "the peers in Java could not be built; is there a network? (see $log/field and $log/java)"
  cp "$peers/java/pom.xml" "$at/fetched"
  "$at/venv/bin/python" "$peers/field.py" "$best/tests/bench/field/field-native" \
    "$build/bench/tests/bench/field/field-native" "$at/maven" "$at" "$@"
}
