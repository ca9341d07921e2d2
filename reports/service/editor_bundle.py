"""The editor with chips, bundled from the packages that npm's lock pins.

The bundle is compared with the digest that stands here, so that every machine serves the same
bytes. Where it cannot be made, writers keep the text box.
"""

import hashlib
import json
import subprocess
from pathlib import Path

NAMES = {
    "prosemirror-model": "Fragment Node Schema Slice",
    "prosemirror-state": "EditorState Plugin TextSelection",
    "prosemirror-view": "EditorView",
    "prosemirror-keymap": "keymap",
    "prosemirror-commands": "baseKeymap toggleMark",
    "prosemirror-history": "closeHistory history redo undo",
}
# Drawn in by those above.
WITHIN = ("prosemirror-transform", "orderedmap", "rope-sequence", "w3c-keyname")
OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"),
    "--legal-comments=none",
)
# A new version in the lock has a new one: `manage.py assets` prints it when it refuses the old.
EXPECTED = "d5b4ef72ddaf7361111dd36474c9f1a9ee825e3c6d7aac0af6f298072608123d"
BUILT = Path("build", "assets", "editor")
SCRIPT, LICENCES = "prosemirror.js", "prosemirror.txt"


class NotBuilt(Exception):
    """The bundle could not be made; its text is the sentence to print."""


def is_built(root: Path) -> bool:
    """Whether the bundle that is expected lies under `root`."""
    script = root / BUILT / SCRIPT
    return script.exists() and hashlib.sha256(script.read_bytes()).hexdigest() == EXPECTED


def build(root: Path) -> None:
    """Writes the bundle and its licences under `root`; raises `NotBuilt` and leaves neither."""
    built = root / BUILT
    for name in (SCRIPT, LICENCES):
        (built / name).unlink(missing_ok=True)
    packages = root / "node_modules"
    script = _bundled(packages)
    digest = hashlib.sha256(script).hexdigest()
    if digest != EXPECTED:
        raise NotBuilt(
            f"The editor’s script has the digest {digest}, not the one that is expected, so it "
            "was left out and paragraphs keep their text box."
        )
    built.mkdir(parents=True, exist_ok=True)
    (built / LICENCES).write_text(licences(packages, digest), encoding="utf-8")
    (built / SCRIPT).write_bytes(script)


def licences(packages: Path, digest: str) -> str:
    """What is in the bundle of that digest: packages, versions and the text of each licence."""
    parts = [f"{SCRIPT}\nSHA-256 {digest}\n"]
    for name in sorted((*NAMES, *WITHIN)):
        facts = json.loads((packages / name / "package.json").read_text(encoding="utf-8"))
        text = (packages / name / "LICENSE").read_text(encoding="utf-8")
        parts.append(f"{name} {facts['version']}, {facts['license']}\n\n{text}")
    return f"\n{'-' * 72}\n\n".join(parts)


def exports() -> list[str]:
    """The lines of the script that is bundled: each name that the editor uses, from its package."""
    return [
        f'export {{ {", ".join(names.split())} }} from "{package}";'
        for package, names in NAMES.items()
    ]


def _bundled(packages):
    program = next(packages.glob("@esbuild/*/bin/esbuild"), None)
    missing = [name for name in (*NAMES, *WITHIN) if not (packages / name).is_dir()]
    if program is None or missing:
        raise NotBuilt(
            "The editor’s packages could not be fetched, so paragraphs keep their text box."
        )
    done = subprocess.run(
        [program, *OPTIONS],
        cwd=packages.parent,
        input="\n".join(exports()).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise NotBuilt("The editor’s script could not be made, so paragraphs keep their text box.")
    return done.stdout
