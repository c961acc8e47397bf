# Builds of the library with its tests, each in a folder of its own below build/. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

# configure NAME [OPTION...]: sets up build/NAME unless it stands with the same options.
configure() {
  local name=$1 dir=$build/$1
  shift
  mkdir -p "$log"
  if [ ! -e "$dir/build.ninja" ] || [ "$(cat "$dir/options" 2>/dev/null)" != "$*" ]; then
    rm -rf "$dir"
    meson setup "$dir" "$root" "$@" >"$log/$name" 2>&1 || return 1
    echo "$*" >"$dir/options"
  fi
}

# compile NAME [TARGET...]
compile() {
  local name=$1
  shift
  ninja -C "$build/$name" "$@" >"$log/$name" 2>&1
}

# show_fault LOG: the lines of a log that say what is wrong, or else its end.
show_fault() {
  grep -E 'ERROR|FAILED|error:|warning:|undefined reference' "$1" | head -n 30 >&2 ||
    tail -n 30 "$1" >&2
}

make_build() {
  local name=$1
  shift
  configure "$name" "$@" && compile "$name" && return
  show_fault "$log/$name"
  die "building failed (see $log/$name)"
}

make_example() {
  set_up
  make_build demo --buildtype=release -Dexamples=enabled -Dtests=disabled
}

options_of() {
  case $1 in
  gcc) echo "--native-file $build/gcc.ini -Dtests=enabled -Dexamples=enabled" ;;
  clang) echo "--native-file $build/clang.ini -Dtests=enabled -Dexamples=enabled" ;;
  sanitize)
    echo "--native-file $build/sanitize.ini -Dtests=enabled -Dexamples=enabled -Db_lundef=false" \
      "-Db_sanitize=address,undefined"
    ;;
  m32) echo "--native-file $build/m32.ini -Dtests=enabled -Dexamples=enabled" ;;
  on-*) echo "--cross-file $build/${1#on-}.ini -Dtests=enabled -Dexamples=enabled" ;;
  coverage)
    echo "--native-file $build/gcc.ini --buildtype=debug -Db_coverage=true -Dtests=enabled" \
      "-Dexamples=enabled"
    ;;
  mcdc) echo "--native-file $build/mcdc.ini --buildtype=debug -Dtests=enabled -Dexamples=enabled" ;;
  llvm) echo "--native-file $build/llvm.ini -Dtests=disabled -Dexamples=disabled" ;;
  memory)
    echo "--native-file $build/llvm.ini -Dtests=enabled -Dexamples=disabled -Db_lundef=false" \
      "-Db_sanitize=memory -Dc_args=-fno-sanitize-recover=all"
    ;;
  docs) echo "-Ddocs=enabled -Dtests=disabled -Dexamples=disabled" ;;
  bench) echo "--buildtype=release -Dbench=true -Dtests=enabled -Dexamples=disabled" ;;
  esac
}

native_files() {
  mkdir -p "$build"
  printf "[binaries]\nc = 'gcc'\n" >"$build/gcc.ini"
  printf "[binaries]\nc = '%s'\n" "$clang" >"$build/clang.ini"
  # A whole number that wraps is a fault, too.
  printf "[binaries]\nc = '%s'\n[built-in options]\nc_args = [%s]\n" "$clang" \
    "'-fno-sanitize-recover=all', '-fsanitize=integer'" \
    >"$build/sanitize.ini"
  printf "[binaries]\nc = [%s]\n[built-in options]\npkg_config_path = '%s'\n" \
    "$(printf "'%s'," "${gcc_32_bit[@]}")" \
    "$build/i386/root/usr/lib/i386-linux-gnu/pkgconfig" >"$build/m32.ini"
}
