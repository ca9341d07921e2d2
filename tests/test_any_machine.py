"""Nothing here belongs to one machine: no path of it, no registry's address, no secret."""

import os
import re
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.sources import ROOT

TEXT = {
    *(".py", ".html", ".md", ".txt", ".in", ".json", ".css", ".js", ".csv", ".toml", ".yml"),
    *(".yaml", ".sh", ".svg", ".cfg", ""),
}
MADE = {"var", "build", "node_modules", "htmlcov", "__pycache__"}
# What a machine is told by its own settings, so that the project works behind any mirror.
ADDRESSES = re.compile(
    r"(pypi|npmjs|pythonhosted|debian|ubuntu)\.(org|com)/|(registry|deb|files)\.\w+\.(org|com)\b"
    r'|"resolved":\s*"http|--(extra-)?index-url|--find-[l]inks|^deb\s+http',
    re.MULTILINE,
)
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b")
LARGEST = 2_000_000


@cache
def files():
    """Every file that people wrote, wherever the clone lies and whether or not git is there."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE and not _is_hidden(name)]
        found += [Path(folder, name) for name in sorted(names) if not _is_hidden(name)]
    return tuple(path for path in found if path.suffix in TEXT and path.stat().st_size < LARGEST)


@cache
def places():
    """The folders of this machine that a file must not name."""
    named = {str(ROOT), str(Path.home()), tempfile.gettempdir()}
    return re.compile("|".join(rf"(?<![\w.]){re.escape(one)}/" for one in named if len(one) > 1))


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        (places(), "a path of this machine"),
        (ADDRESSES, "a registry's address"),
        (SECRETS, "a secret"),
    ],
    ids=["paths", "addresses", "secrets"],
)
def test_no_file_holds(rule, what):
    held = [
        f"{path.relative_to(ROOT)}: {found.group(0)!r}"
        for path in files()
        if (found := rule.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not held, what


def test_every_locked_requirement_has_a_hash_and_a_wheel():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[a-z])", text)
        assert entries[0].strip() == "--only-binary :all:"
        assert len(entries) > 10
        assert all(
            re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ \\\n +--hash=", one) for one in entries[1:]
        )


def _is_hidden(name):
    # What tools leave behind; the gate's own folder is the one that people write in.
    return name.startswith(".") and name != ".ci"
