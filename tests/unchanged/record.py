"""Makes everything that must not move: `python -m tests.unchanged.record [FOLDER]`.

It is made in a process and a database of its own, so that nothing of who asks gets into it. Only
what a clock or chance would decide is pinned, here and in `pins`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = Path(__file__).resolve().parent / "kept"
# What the machine needs to run a program at all; nothing else of the caller's settings counts.
OF_THE_MACHINE = (
    *("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "LD_PRELOAD"),
    *("XDG_CACHE_HOME", "XDG_DATA_HOME"),
)
# The fonts that the project brings, whatever else the machine has.
FONTS = {"FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf")}
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "CANDOUR_MODE": "laptop",
    "CANDOUR_TODAY": "2016-01-18",
    "SECRET_KEY": "a-key-of-this-record-alone-which-guards-nothing",
    "CANDOUR_DIGEST_KEY": "a-digest-key-of-this-record-alone",
    # Files are made, and the published folder written, before the command answers.
    "JOBS": "inline",
    # Each page is drawn for who asks, not once for all.
    "CANDOUR_PAGES_KEPT": "0",
}
LONGEST_SECONDS = 900


def record(folder: Path) -> None:
    """Writes the inventory as files into `folder`; raises `RuntimeError` with what was printed."""
    with tempfile.TemporaryDirectory(prefix="candour-unchanged-") as place:
        environment = {name: os.environ[name] for name in OF_THE_MACHINE if name in os.environ}
        run = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "--command", _command(folder)],
            cwd=ROOT,
            env=environment | SETTINGS | {"CANDOUR_VAR": place} | FONTS,
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
    if run.returncode:
        raise RuntimeError(f"The record was not made:\n{run.stdout[-2000:]}\n{run.stderr[-4000:]}")


def _command(folder):
    return f"from tests.unchanged import inventory; inventory.write({str(folder.resolve())!r})"


if __name__ == "__main__":
    record(Path(sys.argv[1]) if len(sys.argv) > 1 else KEPT)
