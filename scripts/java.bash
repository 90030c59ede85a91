# What scripts that start a JVM need; sourced, not run.
# shellcheck shell=bash

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Sets java_version, such as 17, if that is known: a JVM tells it in the file release beside bin;
# asking it would cost a start.
require_java() {
  local found release
  found="$(command -v "$java")" ||
    fail "Expected Java 17 or later, but found no ${JAVA_HOME:+$JAVA_HOME/bin/}java; install one or set JAVA_HOME."
  release="$(dirname "$(readlink -f "$found")")/../release"
  java_version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null)" || true
  [ -z "$java_version" ] || [ "$java_version" -ge 17 ] ||
    fail "Expected Java 17 or later, but found Java $java_version ($found); install one or set JAVA_HOME."
}

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

# garam_command HOME CLASS-PATH JVM-OPTION ...: fills the array of that name, up to the main class.
garam_command() {
  local home="$1" class_path="$2"
  shift 2
  # From Java 24 on, libraries with natives or sun.misc.Unsafe are warned of unless they are let.
  if [ "${java_version:-17}" -ge 24 ]; then
    set -- "$@" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  fi
  # shellcheck disable=SC2206  # several options in one variable are meant to be split
  garam_command=("$java" "$@" -Dfile.encoding=UTF-8 -Dgaram.home="$home" ${GARAM_JAVA_OPTS:-}
    -cp "$class_path" io.garam.app.Garam)
}

# archive_classes HOME CLASS-PATH ARCHIVE: class-data sharing. What a demo loads is mapped into all
# later runs: a broker, a tagger with the clients and the library of Kafka Streams, and the model; it
# ends by itself and leaves nothing behind. Where the JVM cannot make the archive, an empty file keeps
# later starts from trying again, and all works without; so it does where nothing can be written to
# the folder. Whoever watches is told why the first start takes longer.
archive_classes() {
  if [ -t 2 ]; then echo "garam: preparing faster starts, once (some 20 s) ..." >&2; fi
  rm -f "$3" || true
  garam_command "$1" "$2" -XX:ArchiveClassesAtExit="$3" -XX:ErrorFile="$3.log"
  { "${garam_command[@]}" demo --rate 1000 --json || true; } >/dev/null 2>&1
  [ -e "$3" ] || touch "$3" || true
}

# start_garam HOME CLASS-PATH ARCHIVE ARGUMENT ...: becomes the JVM.
start_garam() {
  local home="$1" class_path="$2" archive="$3"
  shift 3
  garam_command "$home" "$class_path" -XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr
  exec "${garam_command[@]}" "$@"
}
