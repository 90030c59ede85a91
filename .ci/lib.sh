# Shared by the scripts in this folder, which source it. It does nothing on its own.
# shellcheck shell=bash

cache="${XDG_CACHE_HOME:-$HOME/.cache}/garam"

say() { echo ".ci/$(basename "$0"): $*"; }

complain() { say "$*" >&2; }

is_debian() { [[ -r /etc/debian_version ]] && command -v apt-get > /dev/null; }

may_install() { [[ "$(id -u)" == 0 ]] && is_debian; }

# install_packages PACKAGE...: quietly, from the machine's own sources; the log appears only on failure.
install_packages() {
  local log
  say "installing $*"
  mkdir -p "$cache"
  log="$cache/apt.log"
  # RUNLEVEL keeps a package without systemd from starting its service.
  if ! RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive bash -c '
      quiet=(-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
      apt-get "${quiet[@]}" update && apt-get "${quiet[@]}" install --no-install-recommends "$@"
      ' apt "$@" < /dev/null > "$log" 2>&1; then
    tail -n 20 "$log" >&2
    complain "apt could not install $*."
    return 1
  fi
}
