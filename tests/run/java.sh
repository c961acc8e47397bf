# The Java package: Meson makes the native library and SWIG's classes, Maven the jar. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

set_up_java() {
  want openjdk-17-jdk-headless java_compiles_for_17
  want maven has mvn
  install_missing
  cmp -s "$root/bindings/java/requirements.txt" "$venv/installed-java" && return 0
  say "Installing SWIG into build/venv, once"
  "$venv/bin/pip" --disable-pip-version-check -q install --retries 1 --timeout 20 \
    -r "$root/bindings/java/requirements.txt" >"$log/venv" 2>&1 ||
    die "pip could not install SWIG; is there a network? (see $log/venv)"
  cp "$root/bindings/java/requirements.txt" "$venv/installed-java"
}

java_compiles_for_17() { has java && javac --release 17 -version; }

# maven_in FOLDER NAME ARGUMENT...: in a folder, with its target in build/NAME and its repository in
# build/. Once everything has been fetched for the pom.xml as it stands, no network is asked any more.
maven_in() {
  local folder=$root/$1 at=$build/$2 offline=()
  shift 2
  cmp -s "$folder/pom.xml" "$at/fetched" && offline=(-o)
  (
    cd "$folder"
    mvn -B -ntp "${offline[@]}" -Dmaven.repo.local="$build/maven" \
      -Dstyle.color=never -Dtarget="$at/maven" "$@"
  )
}

maven() { maven_in bindings/java java -Dstage="$build/java/stage" "$@"; }

# The jar, and in build/maven the artifact kqaward:kqaward.
java_package() {
  configure java --prefix "$build/java/stage" --buildtype=release -Djava=enabled -Dexamples=disabled \
    -Dtests=disabled -Ddefault_library=static && compile java || return 1
  rm -rf "$build/java/stage"
  meson install -C "$build/java" --tags java --quiet >>"$log/java" 2>&1 || return 1
  maven -DskipTests install >"$log/java" 2>&1 || return 1
  cp "$build"/java/maven/kqaward-[0-9]*.jar "$build/java/kqaward.jar"
}

java_tests() {
  local start=$SECONDS
  # shellcheck disable=SC2046 # a list of words
  make_build gcc $(options_of gcc)
  set_up_java
  if ! java_package; then
    show_fault "$log/java"
    tally check "java: the package" failed
    return
  fi
  rm -rf "$build/java/maven/surefire-reports"
  maven surefire:test >"$log/java-test" 2>&1 || true
  [ ! -d "$build/java/maven/surefire-reports" ] ||
    cp "$root/bindings/java/pom.xml" "$build/java/fetched"
  check "java: reference without warnings" java_docs
  tally junit java "$build/java/maven/surefire-reports" $((SECONDS - start))
  sed -n 's/^figure: /  /p' "$log/java-test"
}

# The reference of the package; a symbol without its words is a fault.
java_docs() {
  local sources=$root/bindings/java/src/main/java stage=$build/java/stage/sources
  rm -rf "$build/java/docs"
  find "$sources" "$stage" -name '*.java' ! -name 'module-info.java' -exec \
    javadoc -quiet -protected -encoding UTF-8 -Xdoclint:all -Werror -d "$build/java/docs" \
    --source-path "$sources:$stage" "$sources/module-info.java" {} +
}

# java_soak [SECONDS]: the heap is there from the start, so that what grows is native.
java_soak() {
  local at=$build/java/maven
  set_up_java
  java_package || {
    show_fault "$log/java"
    die "the Java package cannot be built (see $log/java)"
  }
  java -Xms192m -Xmx192m -XX:+AlwaysPreTouch -XX:+UseSerialGC -Dkqaward.root="$root" \
    -cp "$at/classes:$at/test-classes" kqaward.Soak "${1-600}"
}
