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

# Compiles the program, so that no start has to: compile_program [-f] FOLDER...
# On a full disk some Pythons leave half a module behind, which would never be read again: those in the
# FOLDERs are removed. Where the program's folder is read-only, each start compiles.
compile_program() {
    force=
    [ "$1" != -f ] || { force=-f && shift; }
    "$python" -m compileall -q $force briefing >/dev/null 2>&1 || :
    "$python" - "$@" <<'END' || :
import marshal, pathlib, sys
for folder in sys.argv[1:]:
    for path in pathlib.Path(folder).rglob(f"*.{sys.implementation.cache_tag}.pyc"):
        try:
            marshal.loads(path.read_bytes()[16:])
        except (EOFError, ValueError, TypeError):
            path.unlink(missing_ok=True)
END
    touch .venv/compiled
}

# Writes the `briefing` command anew: Ctrl-C while Python itself starts costs a traceback, before the first
# line of ours. So it is held back until we can answer it, where there is a program for that (GNU's env).
# That starts Python by itself; a shell in between wants more files than a low limit may allow. It is needed
# where the first line would be too long for the system, or a path would have to be quoted there.
write_command() {
    held=
    ! /usr/bin/env --block-signal=INT true 2>/dev/null || held='/usr/bin/env --block-signal=INT '
    first="#!/usr/bin/env -S --block-signal=INT $PWD/.venv/bin/python -IS"
    rm -f .venv/bin/briefing
    if [ -n "$held" ] && [ ${#first} -lt 127 ] && [ -z "$(printf '%s' "$PWD" | tr -d 'A-Za-z0-9/._-')" ]; then
        cat >.venv/bin/briefing <<END
$first
__file__ = '$PWD/briefing/__main__.py'
exec(compile(open(__file__, encoding='utf-8').read(), __file__, 'exec'))
END
    else
        quoted=$(printf '%s' "$PWD" | sed "s/'/'\\\\''/g")
        cat >.venv/bin/briefing <<END
#!/bin/sh
exec $held'$quoted/.venv/bin/python' -I -S '$quoted/briefing/__main__.py' "\$@"
END
    fi
    chmod +x .venv/bin/briefing
}

# Whether the environment is as pyproject.toml wants it, for a GROUP.
is_made() {
    # An environment does not survive being moved: its programs name it by its path.
    [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$(cksum <pyproject.toml)" ] && [ -x "$python" ] &&
        grep -qs "$PWD/.venv/" .venv/bin/pip
}

install_environment() {
    if ! [ -x "$python" ] || ! grep -qs "$PWD/.venv/" .venv/bin/pip; then
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
    write_command
    compile_program -f briefing .venv
}

# Makes it, unless somebody else has meanwhile: make_alone GROUP PYTHON
make_alone() {
    group=$1
    found=$2
    ! is_made "$group" || return 0
    echo 'Making the environment in .venv; this is done once.' >&2
    wanted=$(cksum <pyproject.toml)
    install_environment || return
    echo "$wanted" >".venv/installed-$group"
    echo "$wanted" >.venv/installed-run
}

# One at a time: two that install at once pull files from under each other's feet. What is locked is this
# folder, until the shell that makes the environment has ended, in whatever way.
in_turn='import fcntl, os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
folder = os.open(".", os.O_RDONLY)
os.set_inheritable(folder, True)
try:
    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Another program makes the environment in .venv; waiting for that.", file=sys.stderr)
    fcntl.flock(folder, fcntl.LOCK_EX)
except OSError:
    pass  # a file system without locks
os.execvp("sh", ["sh", *sys.argv[1:]])'

make_environment() {
    group=${1:-run}
    if is_made "$group"; then
        # Sources that were changed or fetched since.
        [ -e .venv/compiled ] && [ -z "$(find briefing -name '*.py' -newer .venv/compiled)" ] || compile_program briefing
        return
    fi
    found=$(find_python) || return 1
    "$found" -c "$in_turn" -c '. scripts/environment.sh; make_alone "$@"' sh "$group" "$found"
}
