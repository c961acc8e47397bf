# The example service over the Java package. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

service_maven() { maven_in examples/java-service service "$@"; }

# Its jar with everything inside, in build/service.
service_package() {
  set_up
  set_up_java
  say "Building the Java package and the service"
  java_package || {
    show_fault "$log/java"
    die "the Java package cannot be built (see $log/java)"
  }
  # Tests fetch less than a first jar needs.
  [ -e "$build/service/kqaward-service.jar" ] || rm -f "$build/service/fetched"
  service_maven -DskipTests package >"$log/service" 2>&1 || {
    show_fault "$log/service"
    die "the service cannot be built; is there a network? (see $log/service)"
  }
  cp "$build"/service/maven/kqaward-service-[0-9]*.jar "$build/service/kqaward-service.jar"
}

service() {
  service_package
  exec java -jar "$build/service/kqaward-service.jar" "$@"
}

# service_tests [LEFT OUT]: its tests, without those of the given tag; the Java package stands in
# build/maven.
service_tests() {
  local start=$SECONDS reports=$build/service/maven/surefire-reports
  rm -rf "$reports"
  service_maven -Dtests.left.out="${1-browser}" test >"$log/service-test" 2>&1 || true
  [ ! -d "$reports" ] || cp "$root/examples/java-service/pom.xml" "$build/service/fetched"
  tally junit service "$reports" $((SECONDS - start))
}

# All its tests, those of the page in a browser among them.
service_all_tests() {
  want chromium has chromium
  want chromium-driver has chromedriver
  want fonts-noto-cjk test -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
  install_missing
  # shellcheck disable=SC2046 # a list of words
  make_build gcc $(options_of gcc)
  service_package
  service_tests none
  say "  pictures of the page: $build/service/maven/pictures"
}

# service_load speed|soak [SECONDS]
service_load() {
  want wrk has wrk
  install_missing
  service_package
  check "service: $1" python3 "$root/examples/java-service/load/load.py" \
    "$build/service/kqaward-service.jar" "$root/examples/rounds/2026.json" "$@"
  sed -n 's/^figure: /  /p' "$log/check" >&2
}
