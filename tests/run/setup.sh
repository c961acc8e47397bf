# Setting up: Debian packages, tools from PyPI, packages of other machines. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

missing=()
# want PACKAGE PROBE...: notes the package unless the probe succeeds.
want() {
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local packages="${missing[*]}"
  missing=()
  has apt-get || die "these Debian packages are missing and there is no apt-get here: $packages"
  [ "$(id -u)" = 0 ] ||
    die "packages are missing; run this once, then try again: sudo apt-get install $packages"
  say "Installing from Debian, once: $packages"
  mkdir -p "$log"
  # A package list that one of the machine's sources refuses does not matter, if the others serve.
  apt-get -q update >"$log/apt" 2>&1 || true
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install $packages \
    >>"$log/apt" 2>&1 ||
    die "apt-get could not install $packages; is there a network? (see $log/apt)"
}

install_tools() {
  cmp -s "$root/tests/requirements.txt" "$venv/installed" && return 0
  say "Installing Meson, Ninja, gcovr and clang-format into build/venv, once"
  mkdir -p "$log"
  rm -rf "$venv"
  hash -r # forget the python3 that stood there
  python3 -m venv "$venv" >"$log/venv" 2>&1 ||
    die "python3 cannot make a virtual environment (see $log/venv)"
  "$venv/bin/pip" --disable-pip-version-check -q install --retries 1 --timeout 20 \
    -r "$root/tests/requirements.txt" >"$log/venv" 2>&1 ||
    die "pip could not install the tools of tests/requirements.txt; is there a network? (see $log/venv)"
  cp "$root/tests/requirements.txt" "$venv/installed"
}

python_has_headers() {
  python3 -c 'import os, sysconfig
raise SystemExit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))'
}

set_up() {
  mkdir -p "$build" 2>/dev/null && [ -w "$build" ] && { [ ! -e "$log" ] || [ -w "$log" ]; } ||
    die "$build cannot be written; it may be another user's: remove it or be that user"
  want gcc has gcc
  want libc6-dev test -e /usr/include/stdio.h
  want pkg-config has pkg-config
  want libyajl-dev test -e /usr/include/yajl/yajl_parse.h
  want python3 has python3
  want python3-dev python_has_headers
  [ -e "$venv/installed" ] || want python3-venv python3 -c 'import ensurepip, venv'
  install_missing
  install_tools
}

# The newest clang there is.
find_clang() {
  local name
  for name in clang-{22,21,20,19,18,17,16,15,14} clang; do
    has "$name" && echo "$name" && return
  done
  return 1
}

is_x86_64() { [ "$(uname -m)" = x86_64 ]; }

# gcc for 32-bit x86. Debian's gcc-multilib would bring the kernel's headers into its path, but cannot
# stand beside compilers for other machines; the versioned package can.
gcc_32_bit=(gcc -m32 -idirafter /usr/include/x86_64-linux-gnu)
runs_32_bit() {
  echo '#include <errno.h>
int main(void) { return errno; }' |
    "${gcc_32_bit[@]}" -xc -o "$build/probe" - 2>/dev/null && "$build/probe"
}

set_up_tests() {
  want libcmocka-dev test -e /usr/include/cmocka.h
  want g++ has g++
  want binutils has nm
  want doxygen has doxygen
  want clang find_clang
  set_up
  if is_x86_64 && ! runs_32_bit; then
    missing=("gcc-$(gcc -dumpversion | cut -d. -f1)-multilib")
    install_missing
  fi
  clang=$(find_clang)
  if ! echo 'int main(void) { return 0; }' |
    "$clang" -xc -fsanitize=address,undefined -o "$build/probe" - 2>/dev/null; then
    missing=("libclang-rt-$("$clang" -dumpversion | cut -d. -f1)-dev")
    install_missing
  fi
}

# own_apt FOLDER [LINE...]: sets up apt in a folder; this machine's own packages stay as they are.
own_apt() {
  local at=$1
  shift
  rm -rf "$at"
  mkdir -p "$at"/{lists,cache}/partial "$log"
  printf '%s\n' 'APT::Sandbox::User "";' 'Acquire::Languages "none";' \
    "Dir::State::lists \"$at/lists\";" "Dir::Cache \"$at/cache\";" "$@" >"$at/apt.conf"
}

# fetch_foreign ARCHITECTURE PACKAGE...: unpacks Debian packages of another machine below build/.
fetch_foreign() {
  local architecture=$1 at=$build/$1
  shift
  [ -e "$at/complete" ] && return 0
  say "Fetching from Debian into build/$architecture, once: $* for $architecture"
  own_apt "$at" "APT::Architecture \"$architecture\";" \
    "APT::Architectures { \"$architecture\"; };" "Dir::State::status \"$at/status\";"
  mkdir "$at/debs"
  : >"$at/status"
  (
    export APT_CONFIG=$at/apt.conf
    apt-get -q update || true # the list of one suite suffices
    cd "$at/debs"
    apt-get -q download "$@"
  ) >"$log/$architecture" 2>&1 || return 1
  local package
  for package in "$at"/debs/*.deb; do
    dpkg -x "$package" "$at/root"
  done
  find "$at/root" -name '*.pc' -exec sed -i "s|/usr|$at/root/usr|" {} +
  touch "$at/complete"
}

# The libraries of tests and examples.
fetch_libraries() { fetch_foreign "$1" libcmocka0 libcmocka-dev libyajl2 libyajl-dev; }

# The sources of the same, into build/sources.
fetch_sources() {
  local at=$build/sources
  [ -e "$at/complete" ] && return 0
  want dpkg-dev has dpkg-source
  obtain sources || return 1
  say "Fetching from Debian into build/sources, once: the sources of cmocka and yajl"
  own_apt "$at" "Dir::Etc::sourcelist \"$at/sources.list\";" \
    "Dir::Etc::sourceparts \"$at/sources.list.d\";"
  cp -r /etc/apt/sources.list* "$at"
  find "$at"/sources.list* -type f -exec \
    sed -i -E 's/^Types:.*/Types: deb-src/; s/^deb /deb-src /' {} +
  (
    export APT_CONFIG=$at/apt.conf
    apt-get -q update || true # as above
    cd "$at" && apt-get -q source cmocka yajl && mv cmocka-*/ cmocka && mv yajl-*/ yajl &&
      mkdir include && ln -s ../yajl/src/api include/yajl
  ) >"$log/sources" 2>&1 || return 1
  touch "$at/complete"
}

# libraries_from_sources NAME: builds them by build/NAME.ini into build/NAME.
libraries_from_sources() {
  local at=$build/$1 recipe=$root/tests/machines/meson.build
  cmp -s "$recipe" "$at/built" && return 0
  rm -rf "$at"
  cp "$recipe" "$build/sources"
  {
    meson setup --cross-file "$at.ini" --prefix "$at/root" "$at/libraries" "$build/sources" &&
      meson install -C "$at/libraries" --quiet
  } >"$log/$1" 2>&1 || return 1
  cp "$recipe" "$at/built"
}
