# What scripts that start a JVM need; sourced, not run.
# shellcheck shell=bash

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

encodes_utf8() {
  [ "$(locale charmap 2>/dev/null)" = UTF-8 ]
}

# Arguments and file names in any language reach the JVM whole only in a locale of UTF-8 that is
# installed: the name of one that is not says UTF-8 too, but the C library then takes ASCII.
use_utf8() {
  local installed
  if encodes_utf8; then return; fi
  if ! command -v locale >/dev/null; then
    export LC_ALL=C.UTF-8
    return
  fi
  for installed in C.UTF-8 en_US.UTF-8 $(locale -a 2>/dev/null | grep -iE 'utf-?8$' | head -n 1); do
    if LC_ALL="$installed" encodes_utf8; then
      export LC_ALL="$installed"
      return
    fi
  done 2>/dev/null
}

# newest FILE ...: a jar of an older version may be left beside that of the last build.
newest() {
  local file newest=
  for file in "$@"; do
    if [ "$file" -nt "$newest" ]; then newest="$file"; fi
  done
  echo "$newest"
}
