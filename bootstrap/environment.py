"""Makes the project's virtual environment and installs the locked requirements into it.

    python3 -m bootstrap.environment run|test

It imports the standard library only, for nothing is installed yet. A stamp holds the digest of the
locks, so that a second call takes no time, and a changed lock is installed over the old one.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from bootstrap import packages

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv"
PYTHON = PLACE / "bin" / "python"
OLDEST = (3, 11)
LOCKS = {
    "run": ("requirements.txt",),
    "test": ("requirements.txt", "requirements-dev.txt"),
}
NEEDS = {
    "run": packages.PRINTING,
    "test": (*packages.PRINTING, *packages.TESTING),
}


def ready(purpose):
    """Leaves the machine able to `run` the product or to `test` it; returns the environment's
    Python.

    Raises `packages.Missing` where the machine lacks what may not be brought, and
    `subprocess.CalledProcessError` where pip fails, having said why.
    """
    stamp = PLACE / f"installed-to-{purpose}"
    digest = _digest(LOCKS[purpose])
    installed = PYTHON.exists() and stamp.exists() and stamp.read_text() == digest
    needed = NEEDS[purpose] if installed else (packages.VENV, *NEEDS[purpose])
    packages.bring(needed)
    if not installed:
        _make()
        _install(LOCKS[purpose])
        stamp.write_text(digest)
    (ROOT / "var").mkdir(exist_ok=True)
    return PYTHON


def main():
    """Prepares for the purpose named on the command line; one sentence and 1 where it cannot."""
    purpose = sys.argv[1] if len(sys.argv) == 2 else ""
    if purpose not in LOCKS:
        sys.exit("Name the purpose: run or test.")
    if sys.version_info < OLDEST:
        sys.exit("Candour needs Python 3.11 or later.")
    try:
        ready(purpose)
    except packages.Missing as missing:
        sys.exit(str(missing))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This failed, for the reason above: {' '.join(map(str, failed.cmd))}")


def _make():
    if not PYTHON.exists() or not _has_pip():
        _call(sys.executable, "-m", "venv", PLACE)


def _has_pip():
    asked = [PYTHON, "-m", "pip", "--version"]
    quiet = subprocess.DEVNULL
    return not subprocess.run(
        asked, stdin=quiet, stdout=quiet, stderr=quiet, check=False
    ).returncode


def _install(locks):
    print("Installing the locked requirements ...", file=sys.stderr, flush=True)
    named = [word for lock in locks for word in ("-r", ROOT / lock)]
    options = ("-qq", "--no-input", "--disable-pip-version-check")
    # The locks are whole. A pip that resolves again takes an extra (`coverage[toml]`) for another
    # package than its pin, and fails on the day on which a newer release comes out.
    _call(PYTHON, "-m", "pip", "install", *options, "--require-hashes", "--no-deps", *named)
    _call(PYTHON, "-m", "pip", "-q", "--disable-pip-version-check", "check")


def _digest(locks):
    contents = [(ROOT / lock).read_bytes() for lock in locks]
    return hashlib.sha256(
        b"\0".join([*contents, sys.version.encode(), str(PLACE).encode()])
    ).hexdigest()


def _call(*command):
    subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    main()
