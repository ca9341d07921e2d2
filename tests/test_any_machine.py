"""Nothing here belongs to one machine: no path of it, no registry's address, no secret."""

import os
import re
import tempfile
from functools import cache
from pathlib import Path

import pytest

from bootstrap import carried, fresh
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


def places(root, home):
    """The folders of a machine that a file must not name: the clone's, a home, that of temporary
    files. The folder that the documents give a server is everybody's."""
    named = {str(root), str(home), tempfile.gettempdir()} - {f"/{fresh.PLACE}", "/"}
    return re.compile("|".join(rf"(?<![\w.]){re.escape(one)}/" for one in sorted(named)))


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        (places(ROOT, Path.home()), "a path of this machine"),
        (places(f"/{fresh.PLACE}", f"/{carried.HOME}"), "a path of the machine of make fresh"),
        (ADDRESSES, "a registry's address"),
        (SECRETS, "a secret"),
    ],
    ids=["paths", "paths-of-make-fresh", "addresses", "secrets"],
)
def test_no_file_holds(rule, what):
    assert [
        f"{path.relative_to(ROOT)}: {found.group(0)!r} is {what}"
        for path in files()
        if (found := rule.search(path.read_text(encoding="utf-8", errors="replace")))
    ] == []


def test_a_path_of_the_machine_is_seen_and_no_other():
    rule = places("/of/no/clone", "/of/no/home")
    for line in ("cd /of/no/clone/var", "'/of/no/home/notes.txt'", f"{tempfile.gettempdir()}/x"):
        assert rule.search(line), line
    for line in (f"/{fresh.PLACE}/var", "../of/no/clone", "/of/no/clones/a", "x/of/no/clone/a"):
        assert not rule.search(line), line
        assert not places(f"/{fresh.PLACE}", "/").search(line), line


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
