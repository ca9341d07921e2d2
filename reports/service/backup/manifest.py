"""The list of a copy: every file with its size and fingerprint, so that a damaged copy is refused
before anything is made from it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from reports.service.backup.errors import BackupRefused

NAME = "backup.json"
FORMAT = 1
NO_LIST = "{folder} is no backup: it has no {name} that can be read."
OTHER_FORMAT = "{folder} was written by another version: its format is not {format}."
MISSING, CHANGED = "{name} is missing from the backup.", "{name} is not as it was backed up."
FOREIGN = "{name} does not belong to the backup."
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class BackupFile:
    """One file of a copy: its name below the folder, its size in bytes and its SHA-256 (hex)."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """When a copy was made, of which kind of database, and its files."""

    made_at: str
    vendor: str
    files: tuple[BackupFile, ...]

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size for file in self.files)


def write_manifest(folder: Path, vendor: str, at: datetime) -> Manifest:
    """Lists every file below `folder` and writes the list into it."""
    files = tuple(_file(folder, path) for path in _paths(folder))
    manifest = Manifest(at.isoformat(timespec="seconds"), vendor, files)
    listing = {"format": FORMAT, **asdict(manifest)}
    (folder / NAME).write_text(json.dumps(listing, indent=1))
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The list of the copy in `folder`. Raises `BackupRefused` where it cannot be read."""
    try:
        listing = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if listing["format"] != FORMAT:
            raise BackupRefused(OTHER_FORMAT.format(folder=folder, format=FORMAT))
        files = tuple(BackupFile(**file) for file in listing["files"])
        return Manifest(listing["made_at"], listing["vendor"], files)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BackupRefused(NO_LIST.format(folder=folder, name=NAME)) from fault


def faults_of(folder: Path, manifest: Manifest) -> Iterator[str]:
    """A sentence for each file of a copy that is missing, changed or foreign."""
    listed = {file.name: file for file in manifest.files}
    present = {path.relative_to(folder).as_posix(): path for path in _paths(folder)}
    for name in sorted({*listed, *present}):
        if name not in present:
            yield MISSING.format(name=name)
        elif name not in listed:
            yield FOREIGN.format(name=name)
        elif _file(folder, present[name]) != listed[name]:
            yield CHANGED.format(name=name)


def _paths(folder):
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if path != folder / NAME)


def _file(folder, path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return BackupFile(path.relative_to(folder).as_posix(), path.stat().st_size, digest.hexdigest())
