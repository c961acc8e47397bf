#!/usr/bin/env bash
# Feeds hostile objects to every function of the raw module and of the package, with the extension,
# the round reader and the library under AddressSanitizer and UndefinedBehaviorSanitizer.
#
#   fuzz_raw.sh [SECONDS] [SEED] [--only NAME]      PYTHON=... chooses the interpreter
#
# Needs gcc, meson, ninja, swig; and hypothesis, pytest for the interpreter.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
build=${KQAWARD_FUZZ_BUILD:-$root/build/fuzz}
python=${PYTHON:-python3}
seconds=${1:-120}
seed=${2:-1}
shift $(($# > 2 ? 2 : $#))

[ -e "$build/build.ninja" ] ||
  meson setup "$build" "$root" -Dpython=enabled -Dexamples=disabled -Dtests=disabled \
    -Ddefault_library=static -Dbuildtype=debugoptimized -Db_lundef=false \
    -Db_sanitize=address,undefined -Dc_args=-fno-sanitize-recover=all
ninja -C "$build"
mkdir -p "$build/site"
rm -rf "$build/site/kqaward"
cp -r "$root/bindings/python/kqaward" "$build/site/kqaward"
cp "$build"/bindings/_native*.so "$build/site/kqaward/"

# The interpreter itself leaks at its end, and its allocator would hide faults from the sanitizer.
LD_PRELOAD="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" \
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:handle_segv=1 \
UBSAN_OPTIONS=print_stacktrace=1 PYTHONMALLOC=malloc PYTHONPATH="$build/site" \
  "$python" "$here/hostile.py" --seconds "$seconds" --seed "$seed" --trace "$build/last-call" "$@" || {
  status=$?
  echo "last call: $(cut -c1-400 "$build/last-call")" >&2
  exit $status
}
