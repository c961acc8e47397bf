# Coverage, ABI, fuzzing, MC/DC, mutation, analysis, proofs. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

gcovr_of_lib() {
  gcovr --root "$root" --filter "$root/lib/" --object-directory "$build/coverage" \
    --gcov-suspicious-hits-threshold 0 "$build/coverage" "$@"
}

coverage() {
  # Counts of earlier runs would add up.
  [ ! -d "$build/coverage" ] || find "$build/coverage" -name '*.gcda' -delete
  suites coverage unit conformance
  gcovr_of_lib --json "$build/coverage/coverage.json" >"$log/gcovr" 2>&1 || true
  check "coverage: every line of lib/" gcovr_of_lib --fail-under-line 100
  check "coverage: 98 % of the branches of lib/" gcovr_of_lib --txt-metric branch \
    --fail-under-branch 98
  gcovr_of_lib --print-summary --txt "$log/coverage-lines" 2>"$log/gcovr" | sed -n 's/^/  /p' >&2
}

# Writes the interface of a library, as far as programs linked to it depend on it.
write_abi() {
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs --type-id-style hash --out-file "$1" "$2"
}

# A changed or removed function, structure or enumeration needs another soname; what is added does
# not. tests/abi holds one file a soname.
same_abi() {
  [ -e "$1" ] || {
    echo "$1 is missing: \`./run abi --update\` writes it for a new soname."
    return 1
  }
  abidiff --harmless --no-added-syms "$1" "$2"
}

abi() {
  local library=$build/gcc/lib/libkqaward.so baseline
  want abigail-tools has abidiff
  install_missing
  # shellcheck disable=SC2046 # a list of words
  make_build gcc $(options_of gcc)
  baseline=$root/tests/abi/$(objdump -p "$library" | sed -n 's/^ *SONAME *//p').abi
  [ "${1-}" != --update ] || write_abi "$baseline" "$library"
  check "ABI: what stands under this soname stays" same_abi "$baseline" "$library"
}

# One version of LLVM, so that its figures can be compared.
llvm=19

set_up_llvm() {
  want "clang-$llvm" has "clang-$llvm"
  want "llvm-$llvm" has "llvm-cov-$llvm"
  want "libclang-rt-$llvm-dev" test -d "/usr/lib/llvm-$llvm/lib/clang/$llvm/lib/linux"
  install_missing
  printf "[binaries]\nc = 'clang-%s'\n" "$llvm" | tee "$build/llvm.ini" >"$build/mcdc.ini"
  cat >>"$build/mcdc.ini" <<'TEXT'
[built-in options]
c_args = ['-fprofile-instr-generate', '-fcoverage-mapping', '-fcoverage-mcdc']
c_link_args = ['-fprofile-instr-generate']
TEXT
}

# The program of one target, in build/fuzz.
fuzz_program() {
  local name=$1 more=()
  [ "$name" != file ] || more=("$root"/examples/{json_store,json_tree,round_fields,round_file}.c -lyajl)
  "clang-$llvm" -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined,integer \
    -fno-sanitize-recover=all \
    -I"$root/include" -I"$build/gcc/include" -I"$root/examples" \
    "$root/tests/fuzz/fuzz_$name.c" "$root"/lib/*.c "${more[@]}" -o "$build/fuzz/$name"
}

# fuzz_target NAME SECONDS: inputs that reach something new stay in build/fuzz/corpus; one that
# makes a fault is kept in build/fuzz.
fuzz_target() {
  local at=$build/fuzz more=("$root/tests/fuzz/corpus/$1")
  [ "$1" != file ] ||
    more=("$root/tests/conformance/"{rounds,errors} -dict="$root/tests/fuzz/round.dict")
  mkdir -p "$at/corpus/$1"
  "$at/$1" -max_total_time="$2" -max_len=8192 -len_control=0 -timeout=20 -print_final_stats=1 -verbosity=1 \
    -artifact_prefix="$at/fault-$1-" "$at/corpus/$1" "${more[@]}"
}

fuzz() {
  local seconds=${1-60} name runs
  set_up_llvm
  mkdir -p "$build/fuzz"
  # shellcheck disable=SC2046 # a list of words
  configure gcc $(options_of gcc) || die "setting up failed (see $log/gcc)"
  for name in values award people round columns file; do
    check "fuzz: $name compiles" fuzz_program "$name"
    check "fuzz: $name for $seconds s" fuzz_target "$name" "$seconds"
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log/check")
    say "  figure: $name ${runs:-0} executions"
  done
}

mcdc() {
  local at=$build/mcdc programs
  set_up_llvm
  rm -rf "$build/profiles"
  export LLVM_PROFILE_FILE=$build/profiles/%p.profraw
  suites mcdc unit conformance
  unset LLVM_PROFILE_FILE
  # shellcheck disable=SC2207 # names without blanks
  programs=($(find "$at/tests/unit" -maxdepth 1 -type f -perm -u+x -name 'test_*'))
  "llvm-profdata-$llvm" merge -o "$build/profiles/all" "$build"/profiles/*.profraw
  "llvm-cov-$llvm" export -instr-profile "$build/profiles/all" \
    "$at/tests/conformance/conformance" "${programs[@]/#/-object=}" "$root/lib" \
    >"$build/profiles/all.json" 2>"$log/llvm-cov"
  if python3 "$root/tests/mcdc.py" "$build/profiles/all.json" >&2; then
    tally check "MC/DC of lib/" passed
  else
    tally check "MC/DC of lib/" failed
  fi
}

# mutate [N]: N mutants, 0 for all.
mutate() {
  local build_name
  for build_name in gcc sanitize; do
    # shellcheck disable=SC2046 # a list of words
    make_build "$build_name" $(options_of "$build_name")
  done
  if python3 "$root/tests/mutation/mutate.py" --build "$build/gcc" --sanitized "$build/sanitize" \
    --number "${1-200}" | tee "$log/mutate" >&2; then
    tally check "mutation: 97 % are caught" passed
  else
    tally check "mutation: 97 % are caught" failed
  fi
}

tidy() { clang-tidy-"$llvm" --quiet -p "$build/llvm" "$root"/lib/*.c; }

inspect() {
  cppcheck --quiet --std=c11 --enable=warning,style,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem --error-exitcode=1 \
    -I"$root/include" -I"$build/gcc/include" "$root/lib"
}

# Without optimisation: once structures are taken apart, it sees members as never set that an
# initializer sets to zero.
gcc_analyzer() {
  local file
  for file in "$root"/lib/*.c; do
    gcc -std=c11 -O0 -fanalyzer -Wall -Wextra -Werror -ffreestanding -I"$root/include" \
      -I"$build/gcc/include" -c "$file" -o "$build/analyzed.o" || return 1
  done
}

under_valgrind() {
  local program
  for program in $(find "$build/gcc/tests/unit" -maxdepth 1 -type f -perm -u+x -name 'test_*'); do
    valgrind -q --error-exitcode=1 --leak-check=full "$program" || return 1
  done
}

analyze() {
  want "clang-tidy-$llvm" has "clang-tidy-$llvm"
  want cppcheck has cppcheck
  want valgrind has valgrind
  set_up_llvm
  # shellcheck disable=SC2046 # a list of words
  make_build gcc $(options_of gcc)
  # shellcheck disable=SC2046 # a list of words
  configure llvm $(options_of llvm) || die "setting up failed (see $log/llvm)"
  check "clang-tidy" tidy
  check "cppcheck" inspect
  check "gcc -fanalyzer" gcc_analyzer
  check "valgrind: unit tests" under_valgrind
  suites memory unit
}

want_proof() {
  want frama-c-base has frama-c
  want why3 has why3
  want z3 has z3
}

# The contracts of each unit, whose figures are shown.
prove() {
  local unit
  want_proof
  install_missing
  [ $# -gt 0 ] || {
    # shellcheck disable=SC2046 # a list of words
    set -- $(python3 "$root/tests/proof/prove.py" units)
  }
  for unit in "$@"; do
    check "proof: $unit" nice python3 "$root/tests/proof/prove.py" "$build" "$unit"
    sed -n 's/^.* goals proved$/  &/p' "$log/check" >&2
  done
}

# The quick units alone, for every test run.
prove_tested() {
  # shellcheck disable=SC2046 # a list of words
  prove $(python3 "$root/tests/proof/prove.py" tested)
}
