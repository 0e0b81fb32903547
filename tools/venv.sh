#!/bin/sh
# Usage: tools/venv.sh FOLDER: a virtual environment with pip and a Python of 3.11 or later. PYTHON names another Python.
set -eu
venv=$1
root=$(dirname "$(dirname "$0")")

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
as_root_with_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
fail() { echo "setup: $1" >&2; exit 1; }

if recent "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

python=
for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if recent "$name"; then python=$name; break; fi
done
[ -n "$python" ] || fail "Python 3.11 or later was not found; name one with make setup PYTHON=/path/to/python3"

rm -rf "$venv"
echo "setup: making $venv with $("$python" --version)"
if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    "$python" -m venv "$venv"
elif "$python" -m pip --version >/dev/null 2>&1; then
    # Debian without python3-venv: its own pip can fill an environment that has none.
    "$python" -m venv --without-pip "$venv"
    "$python" -m pip --python "$venv/bin/python" install --quiet --require-hashes --no-deps \
        -r "$root/requirements/build.lock"
elif as_root_with_apt; then
    echo "setup: installing python3-venv"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    "$python" -m venv "$venv"
else
    fail "this Python cannot make virtual environments; install python3-venv (Debian: apt-get install python3-venv)"
fi
