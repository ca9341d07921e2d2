"""What pip cannot bring: which system packages are missing, and bringing them through apt.

Nothing here is needed where the libraries are already there, on whatever system; only bringing
them is Debian's.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

UPDATE = ("apt-get", "update", "-q")
INSTALL = (
    *("apt-get", "install", "-q", "-y", "--no-install-recommends"),
    *("-o", "DPkg::Lock::Timeout=180"),
)
FONT_PLACES = (
    *(Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts")),
    Path("~/.local/share/fonts").expanduser(),
)
# The headless shell first: what it draws is the same, for two thirds of the processor's time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Need:
    """Something the project needs of the machine: Debian's package and how to see it is there."""

    package: str
    present: Callable[[], bool]


class Missing(Exception):
    """Packages that are not there and cannot be brought; its text is the sentence to print."""


def has_library(*names):
    """Whether the system can load a shared library under one of `names`."""
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def has_font(file):
    """Whether a font file of this name lies in a usual place."""
    return any(next(place.rglob(file), None) for place in FONT_PLACES if place.is_dir())


VENV = Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None)
PRINTING = (
    Need("libpango-1.0-0", lambda: has_library("libpango-1.0.so.0", "libpango-1.0.dylib")),
    Need("libpangoft2-1.0-0", lambda: has_library("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")),
    Need(
        "libharfbuzz-subset0",
        lambda: has_library("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib"),
    ),
    Need("fonts-liberation", lambda: has_font("LiberationSans-Regular.ttf")),
    # Bengali, Chinese and Urdu, in which papers say that they can be had in another language.
    Need("fonts-lohit-beng-bengali", lambda: has_font("Lohit-Bengali.ttf")),
    Need("fonts-wqy-microhei", lambda: has_font("wqy-microhei.ttc")),
    Need("fonts-hosny-amiri", lambda: has_font("Amiri-Regular.ttf")),
)
TESTING = (
    Need("chromium-headless-shell", lambda: any(map(shutil.which, BROWSERS))),
    Need("libreoffice-writer-nogui", lambda: shutil.which("soffice") is not None),
    Need("poppler-utils", lambda: shutil.which("pdftotext") is not None),
    # Playwright's own driver is linked to it, and a bare Debian has it not.
    Need("libatomic1", lambda: sys.platform != "linux" or has_library("libatomic.so.1")),
)
DATABASE = (Need("postgresql", lambda: shutil.which("pg_createcluster") is not None),)


def bring(needs):
    """Installs what is missing of `needs` through apt; raises `Missing` where that may not be.

    Says on standard error what it does, because it changes the machine.
    """
    missing = [one.package for one in needs if not one.present()]
    if not missing:
        return
    before = as_root()
    if before is None:
        raise Missing(f"Install these packages, then try again: {' '.join(missing)}.")
    print(f"Installing {' '.join(missing)} ...", file=sys.stderr, flush=True)
    done = [_run([*before, *command]) for command in (UPDATE, (*INSTALL, *missing))]
    if done[-1]:
        raise Missing(f"apt could not install {' '.join(missing)}: install them, then try again.")


def as_root():
    """The words to put before a command so that it may install: none for root, sudo's where it
    asks for no password, None where neither apt nor leave is there.
    """
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if shutil.which("sudo") and not _run(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def _run(command):
    # apt's progress is of no use to somebody who asked for a demonstration; its errors are.
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    ).returncode
