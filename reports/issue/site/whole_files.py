"""Files of a folder that are there whole or not at all, each with a packed copy where browsers
unpack by themselves, so that a web server need not pack it for every reader."""

import gzip
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

# The files that have a packed copy, by the end of their name.
PACKED = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml")
GZ = ".gz"
# What is being made; never served, and nothing of it is left once it is whole.
BEGUN = ".new-"
LEFT = ".old-"
_READ_ONLY = 0o444
# How often a file is begun at most, where its folder is taken away each time.
_TURNS = 3


def begun_name(path: Path) -> Path:
    """Where the file or folder of that name is made before it is moved into its place."""
    return path.with_name(f"{BEGUN}{secrets.token_hex(8)}")


def packed_name(path: Path) -> Path:
    """Where the packed copy of a file lies."""
    return path.with_name(f"{path.name}{GZ}")


def put(path: Path, content: bytes) -> None:
    """Puts a file and its packed copy in their places, each at one stroke."""
    # The packed copy first: a page that was removed must not be left behind in it.
    for other, current in _with_packed(path, content):
        begun = begun_name(other)
        _write_in_folder(begun, current)
        os.replace(begun, other)


def put_for_good(path: Path, content: bytes) -> None:
    """Writes a file that never changes, and its packed copy, to the disk itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for other, current in _with_packed(path, content):
        with other.open("wb") as file:
            file.write(current)
            file.flush()
            os.fsync(file.fileno())
        other.chmod(_READ_ONLY)


def move(begun: Path, target: Path) -> bool:
    """Moves a folder into its place; False where another writer was first."""
    try:
        os.rename(begun, target)
    except OSError:
        # What stands under a fingerprint is what this writer would have written.
        if not target.exists():
            raise
        return False
    parent = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(parent)
    finally:
        os.close(parent)
    return True


def remove_empty(folder: Path, root: Path) -> None:
    """Takes a folder below `root` away where it is empty, and those that are empty after it."""
    while folder != root and folder.is_relative_to(root):
        try:
            folder.rmdir()
        except OSError:
            # It is not empty, or not there.
            return
        folder = folder.parent


def _with_packed(path, content) -> Iterator[tuple[Path, bytes]]:
    if path.name.endswith(PACKED):
        # Without a date, so that the same page is packed into the same bytes.
        yield packed_name(path), gzip.compress(content, mtime=0)
    yield path, content


def _write_in_folder(path, content):
    for turn in range(1, _TURNS + 1):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except FileNotFoundError:
            # Who removed a page took the empty folder away in between.
            if turn == _TURNS:
                raise
        else:
            return
