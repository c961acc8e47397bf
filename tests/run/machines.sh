# The tests on other machines. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

m32() {
  if ! is_x86_64; then
    tally check "m32: this machine runs no 32-bit x86 programs" skipped
  elif ! fetch_libraries i386; then
    tally check "m32: Debian's cmocka and yajl for i386 cannot be fetched here" skipped
  else
    suites m32 unit conformance
  fi
}

# Debian's name of a machine, its triplet and processor, as Meson and qemu name them, byte order.
foreign_machines=(
  "arm64 aarch64-linux-gnu aarch64 little"
  "armhf arm-linux-gnueabihf arm little"
  "s390x s390x-linux-gnu s390x big"
)

# The cross file of one machine: its compiler from Debian, its programs run by qemu.
cross_file() {
  local architecture=$1 triplet=$2 processor=$3 order=$4
  cat <<TEXT
[binaries]
c = '$triplet-gcc'
ar = '$triplet-ar'
strip = '$triplet-strip'
pkg-config = 'pkg-config'
exe_wrapper = ['qemu-$processor', '-L', '/usr/$triplet', '-E', 'LD_LIBRARY_PATH=$build/$architecture/root/usr/lib/$triplet']
[built-in options]
pkg_config_path = '$build/$architecture/root/usr/lib/$triplet/pkgconfig'
c_link_args = ['-Wl,-rpath-link,$build/$architecture/root/usr/lib/$triplet']
[host_machine]
system = 'linux'
cpu_family = '$processor'
cpu = '$processor'
endian = '$order'
TEXT
}

# The same tests on other machines under emulation, one of them big-endian.
emulated() {
  local machine architecture triplet processor order
  for machine in "${foreign_machines[@]}"; do
    read -r architecture triplet processor order <<<"$machine"
    want "gcc-$triplet" has "$triplet-gcc"
    want "libc6-dev-$architecture-cross" test -e "/usr/$triplet/include/stdio.h"
  done
  want qemu-user has qemu-s390x
  install_missing
  for machine in "${foreign_machines[@]}"; do
    read -r architecture triplet processor order <<<"$machine"
    if ! fetch_libraries "$architecture"; then
      tally check "$architecture: Debian's cmocka and yajl cannot be fetched here" skipped
      continue
    fi
    cross_file "$architecture" "$triplet" "$processor" "$order" >"$build/$architecture.ini"
    suites "on-$architecture" unit conformance
  done
}

# obtain NAME: installs what is missing for a machine, or notes that its tests are skipped.
obtain() {
  local had=0
  (install_missing) || had=1
  missing=()
  [ "$had" = 0 ] || tally check "$1: the packages for it cannot be installed here" skipped
  return "$had"
}

# tests_on NAME SYSTEM PROCESSOR RUNNER COMPILER AR STRIP [OPTION...]: the same tests on a machine
# that Debian has a compiler but no libraries for; options go into the cross file. Without a runner,
# programs of another machine are built and not run.
tests_on() {
  local name=$1 system=$2 processor=$3 runner=$4 compiler=$5 ar=$6 strip=$7
  shift 7
  cat >"$build/$name.new" <<TEXT
[host_machine]
system = '$system'
cpu_family = '$processor'
cpu = '$processor'
endian = 'little'
[binaries]
c = '$compiler'
ar = '$ar'
strip = '$strip'
pkg-config = 'pkg-config'
${runner:+exe_wrapper = '$runner'}
[built-in options]
pkg_config_path = '$build/$name/root/lib/pkgconfig'
$(printf '%s\n' "$@")
TEXT
  # What was built by another cross file is built anew.
  cmp -s "$build/$name.new" "$build/$name.ini" || rm -rf "$build/$name" "$build/on-$name"
  mv "$build/$name.new" "$build/$name.ini"
  if ! fetch_sources; then
    tally check "$name: Debian's sources of cmocka and yajl cannot be fetched here" skipped
  elif ! libraries_from_sources "$name"; then
    show_fault "$log/$name"
    tally check "$name: cmocka and yajl" failed
  else
    suites "on-$name" unit conformance
  fi
}

musl() {
  want musl-tools has musl-gcc
  obtain musl || return 0
  tests_on musl linux "$(uname -m)" "" musl-gcc ar strip
}

# 64-bit Windows; without wine its programs are built, and each is a test skipped.
windows() {
  local tools=x86_64-w64-mingw32 wine=/usr/lib/wine/wine64 runner=
  local library=$build/on-windows/lib/libkqaward-0.dll
  want gcc-mingw-w64-x86-64-win32 has "$tools-gcc"
  obtain windows || return 0
  want wine64 test -x "$wine"
  export WINEPREFIX=$build/wine WINEDEBUG=-all
  if obtain "windows: wine" && "$wine" cmd /c exit >"$log/wine" 2>&1; then
    runner=$wine
  else
    say "wine does not run here (see $log/wine): the programs for Windows are only built."
  fi
  tests_on windows windows x86_64 "$runner" "$tools-gcc" "$tools-ar" "$tools-strip"
  [ -e "$library" ] || return 0 # as noted
  check "windows: exports" python3 "$root/tests/lint/exports.py" "$library"
  [ -z "$runner" ] || check "windows: consumer" python3 "$root/tests/install/windows.py" meson \
    "$build/on-windows" "$runner" "$tools-gcc"
}

# By emscripten; its programs read files through node. A flag for shared libraries has no use there.
wasm() {
  local link="'-sNODERAWFS=1', '-sALLOW_MEMORY_GROWTH=1', '-sWASM_ASYNC_COMPILATION=0'"
  want emscripten has emcc
  obtain wasm || return 0
  tests_on wasm emscripten wasm32 node emcc emar emstrip \
    "c_args = ['-Wno-unused-command-line-argument']" \
    "c_link_args = [$link, '--pre-js=$root/tests/machines/environment.js']"
}

machines() {
  emulated
  musl
  windows
  wasm
}
