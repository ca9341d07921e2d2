"""Repeats the README's commands in a bare Debian root that holds Python 3.11, make and apt.

    python3 -m bootstrap.fresh

A machine with more proves nothing about a newcomer's. Needs root and debootstrap. The root shares
the machine's network and is removed at the end; its mounts live in a namespace of their own, so
that none is left behind whatever happens.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from bootstrap import carried, packages

PROJECT = Path(__file__).resolve().parent.parent
PLACE = Path("srv/candour")
WITH = "python3,make"
APART = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private")
SEARCH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
DEBOOTSTRAP = packages.Need("debootstrap", lambda: shutil.which("debootstrap") is not None)
ADDRESS = re.compile(r"Open (http://\S+)")


class Failed(Exception):
    """A command did not end as the README says."""


def main():
    """Makes the root, tries the commands in it, removes it; 1 and a sentence where one failed."""
    if os.geteuid() != 0:
        sys.exit("make fresh needs root, because it makes a root of its own.")
    if sys.argv[1:2] == ["--inside"]:
        sys.exit(_try_everything(Path(sys.argv[2])))
    try:
        packages.bring((DEBOOTSTRAP,))
    except packages.Missing as missing:
        sys.exit(str(missing))
    root = Path(tempfile.mkdtemp(prefix="candour-fresh-"))
    # A root folder that only root may enter is no machine: apt's own user could not work in it.
    root.chmod(0o755)
    inside = (sys.executable, "-m", "bootstrap.fresh", "--inside", str(root))
    try:
        ended = subprocess.run([*APART, *inside], check=False, cwd=PROJECT).returncode
    finally:
        _remove(root)
    sys.exit(ended)


def _try_everything(root):
    try:
        _timed("A bare root", lambda: _bare(root))
        environment = _furnish(root)
        _timed("make demo, the first time", lambda: _demonstrate(root, environment))
        _timed("make demo, the second time", lambda: _demonstrate(root, environment))
        _timed("make test", lambda: _run(_command(root, environment, "test")))
    except Failed as failed:
        print(f"fresh: {failed}", flush=True)
        return 1
    print("fresh: both commands end as the README describes", flush=True)
    return 0


def _bare(root):
    command = ["debootstrap", "--variant=minbase", f"--include={WITH}", carried.SUITE, str(root)]
    _run([*command, *filter(None, [carried.mirror()])], stdout=subprocess.DEVNULL)


def _furnish(root):
    environment, folders = carried.into(root)
    (root / carried.HOME).mkdir(parents=True, exist_ok=True)
    _run(["mount", "-t", "proc", "proc", str(root / "proc")])
    _run(["mount", "-t", "tmpfs", "tmpfs", str(root / "dev/shm")])
    _run(["mount", "-t", "devpts", "devpts", str(root / "dev/pts")])
    for folder in folders:
        place = root / folder.relative_to("/")
        place.mkdir(parents=True, exist_ok=True)
        _run(["mount", "--bind", str(folder), str(place)])
        _run(["mount", "-o", "remount,bind,ro", str(place)])
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), str(root / PLACE)])
    return {"PATH": SEARCH, "HOME": f"/{carried.HOME}", **environment}


def _command(root, environment, goal):
    said = [f"{name}={words}" for name, words in environment.items()]
    return ["chroot", str(root), "env", "-i", *said, "make", "-C", f"/{PLACE}", goal]


def _demonstrate(root, environment):
    """Starts `make demo`, reads the address that it prints, opens it, and stops it."""
    started = subprocess.Popen(
        _command(root, environment, "demo"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        address = _address_in(started.stdout)
        if address is None:
            raise Failed(f"make demo ended with {started.wait()} before it served anything")
        _open(address)
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGTERM)
            started.wait()


def _address_in(lines):
    for line in lines:
        print(line, end="", flush=True)
        if match := ADDRESS.search(line):
            return match.group(1)
    return None


def _open(address, patience=20):
    """Raises `Failed` unless the front page answers within `patience` seconds."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        try:
            with urlopen(address, timeout=5) as answer:
                print(f"{address} answers {answer.status}", flush=True)
                return
        except OSError:
            time.sleep(0.2)
    raise Failed(f"{address} did not answer")


def _timed(what, act):
    print(f"== {what}", flush=True)
    start = time.monotonic()
    act()
    print(f"== {what}: {time.monotonic() - start:.0f} s", flush=True)


def _run(command, **options):
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, check=False, **options).returncode
    if ended:
        raise Failed(f"{' '.join(command[-4:])} ended with {ended}")


def _remove(root):
    # The namespace is gone and its mounts with it; were one left, what it shows is not ours.
    if str(root) in Path("/proc/self/mounts").read_text(encoding="utf-8"):
        sys.exit(f"Something is still mounted beneath {root}: unmount it, then remove the folder.")
    shutil.rmtree(root)


if __name__ == "__main__":
    main()
