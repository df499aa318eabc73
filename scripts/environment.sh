# Makes or refreshes the environment in .venv, and leaves at once when it is as pyproject.toml wants it.
# Sourced by the scripts beside it, with the top folder as the current one:
#   make_environment [GROUP]    GROUP is a dependency group of pyproject.toml, such as "dev".
# Interrupted, it goes on where it stopped when it is called again.

python=.venv/bin/python

find_python() {
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo 'Python 3.11 or newer is needed. Install it, or name it: PYTHON=/path/to/python3 scripts/run' >&2
    return 1
}

make_environment() {
    group=${1:-run}
    stamp=.venv/installed-$group
    wanted=$(cksum <pyproject.toml)
    # An environment does not survive being moved: its programs name it by its path.
    grep -qs "$PWD/.venv/" .venv/bin/pip || rm -f "$stamp"
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && [ -x "$python" ] && return
    echo 'Making the environment in .venv; this is done once.' >&2
    if ! [ -x "$python" ] || ! grep -qs "$PWD/.venv/" .venv/bin/pip; then
        found=$(find_python) || return 1
        if ! "$found" -m venv --clear .venv >/dev/null; then
            echo 'Python cannot make environments here. On Debian and Ubuntu: apt-get install python3-venv' >&2
            return 1
        fi
    fi
    # Dependency groups came with pip 25.1.
    "$python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' || return
    "$python" -m pip install --quiet --disable-pip-version-check --editable . || return
    if [ "$group" != run ]; then
        "$python" -m pip install --quiet --disable-pip-version-check --group "$group" || return
    fi
    echo "$wanted" >"$stamp"
    echo "$wanted" >.venv/installed-run
}
