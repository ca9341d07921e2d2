"""Where published files lie: a folder of this machine, or storage that is asked over a network.

What is written is whole or not there: a file is made beside its place and moved into it, a folder
of files as one. Every fault of a storage comes out as `StorageRefused`.
"""

import gzip
import hashlib
import os
import secrets
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages

from reports.issue.site.whole_files import (
    BEGUN,
    GZ,
    LEFT,
    PACKED,
    begun_name,
    move,
    packed_name,
    put,
    put_for_good,
    remove_empty,
)


class StorageRefused(Exception):
    """The storage did not take, give or remove a file; the words say which and why."""


def network_faults() -> tuple:
    """The exceptions of the library of object storage, where it is installed."""
    # The library of object storage is there only where a server publishes to one.
    if find_spec("botocore") is None:
        return ()
    faults = import_module("botocore.exceptions")
    return (faults.BotoCoreError, faults.ClientError)


FAULTS = (OSError, *network_faults())


def fingerprint(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def published():
    """The place that the settings name: `STORAGES["published"]`."""
    storage = storages["published"]
    if isinstance(storage, FileSystemStorage):
        return Folder(Path(storage.path("")))
    return Objects(storage)


@contextmanager
def storage_errors(name):
    try:
        yield
    except FAULTS as fault:
        why = getattr(fault, "strerror", None) or type(fault).__name__
        raise StorageRefused(f"{name or 'the folder'}: {why}") from fault


class Folder:
    """A folder of this machine."""

    def __init__(self, root: Path):
        self.root = root

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None where there is none."""
        with storage_errors(name):
            path = self._path(name)
            return path.read_bytes() if path.is_file() else None

    def names(self, under: str = "", but: Collection[str] = ()) -> list[str]:
        """Every file below `under`, sorted, without packed copies, unfinished ones, links and
        `but`."""
        with storage_errors(under):
            entries = list(self._below(self._path(under), but))
        return sorted(name for name in entries if not name.endswith(GZ) and not _begun(name))

    def folders(self, under: str) -> list[str]:
        """The names of the folders that stand directly below `under`."""
        with storage_errors(under):
            path = self._path(under)
            result = path.iterdir() if path.is_dir() else ()
            return sorted(item.name for item in result if item.is_dir() and not _begun(item.name))

    def is_packed(self, name: str, content: bytes) -> bool:
        """True if the packed copy of a file gives `content`, or the file has no such copy."""
        if not name.endswith(PACKED):
            return True
        if (self.root / f"{name}{GZ}").is_symlink():
            return False
        try:
            return gzip.decompress(self.read(f"{name}{GZ}") or b"") == content
        except (OSError, EOFError):
            return False

    def has_packed_copy(self, name: str) -> bool:
        """True if there is a packed copy of the file, or a link in its place."""
        return os.path.lexists(self.root / f"{name}{GZ}")

    def write(self, name: str, content: bytes) -> bool:
        """Puts a file in its place at one stroke; False where it lies there already."""
        if self.read(name) == content and self.is_packed(name, content):
            return False
        with storage_errors(name):
            put(self._path(name), content)
        return True

    def write_folder(self, name: str, files: Mapping[str, bytes]) -> bool:
        """Puts a folder of files that never change in its place at one stroke; False where one of
        that name stands, so that a second writer has nothing to do."""
        with storage_errors(name):
            target = self._path(name)
            if target.exists():
                return False
            begun = begun_name(target)
            try:
                for file, content in files.items():
                    put_for_good(begun / file, content)
                return move(begun, target)
            finally:
                shutil.rmtree(begun, ignore_errors=True)

    def remove(self, name: str) -> bool:
        """Takes a file away, the packed copy first, and the folders that are empty after it; False
        where there was none."""
        with storage_errors(name):
            path = self._path(name)
            was = path.exists()
            packed_name(path).unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            remove_empty(path.parent, self.root.resolve())
            return was

    def remove_folder(self, name: str) -> bool:
        """Takes a folder away at one stroke; False where there was none."""
        with storage_errors(name):
            path = self._path(name)
            if not path.exists():
                return False
            left = path.with_name(f"{LEFT}{secrets.token_hex(8)}")
            os.rename(path, left)
            shutil.rmtree(left)
            return True

    def clear(self, under: str):
        """Takes away what writers that were killed had begun directly below `under`."""
        with storage_errors(under):
            path = self._path(under)
            for item in path.iterdir() if path.is_dir() else ():
                if _begun(item.name):
                    shutil.rmtree(item) if item.is_dir() else item.unlink()

    def _below(self, path, but):
        root = self.root.resolve()
        for here, folders, files in os.walk(path):
            own = Path(here).relative_to(root)
            # What is left out is not even looked into: there may be thousands of papers.
            folders[:] = [
                folder for folder in folders if f"{(own / folder).as_posix()}/" not in but
            ]
            plain = (file for file in files if not (Path(here) / file).is_symlink())
            yield from ((own / file).as_posix() for file in plain)

    def _path(self, name):
        path = (self.root / name).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise StorageRefused(f"{name}: it lies outside the folder")
        return path


class Objects:
    """Storage without folders, such as S3: a folder is there once its last file, the list, is."""

    def __init__(self, storage):
        self.storage = storage

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None where there is none."""
        with storage_errors(name):
            if not self.storage.exists(name):
                return None
            with self.storage.open(name) as file:
                return file.read()

    def names(self, under: str = "", but: Collection[str] = ()) -> list[str]:
        """Every file below `under`, sorted, without the folders named in `but`."""
        with storage_errors(under):
            return sorted(self._below(under.rstrip("/"), but))

    def folders(self, under: str) -> list[str]:
        """The names of the folders that stand directly below `under`."""
        with storage_errors(under):
            return sorted(self._listed(under)[0])

    def is_packed(self, name: str, content: bytes) -> bool:
        """True: what stands before such a storage packs by itself."""
        return True

    def write(self, name: str, content: bytes) -> bool:
        """Puts a file in its place; False where it lies there already."""
        if self.read(name) == content:
            return False
        with storage_errors(name):
            # A storage that overwrites does so at one stroke; another would give a second name.
            if not getattr(self.storage, "file_overwrite", False):
                self.storage.delete(name)
            self.storage.save(name, ContentFile(content))
        return True

    def write_folder(self, name: str, files: Mapping[str, bytes]) -> bool:
        """Writes the files in their order, the last of them being the list that says the folder is
        whole; False where that lies there."""
        last = list(files)[-1]
        if self.read(f"{name}/{last}") is not None:
            return False
        for file, content in files.items():
            self.write(f"{name}/{file}", content)
        return True

    def remove(self, name: str) -> bool:
        """Takes a file away; False where there was none."""
        with storage_errors(name):
            was = self.storage.exists(name)
            self.storage.delete(name)
            return was

    def remove_folder(self, name: str) -> bool:
        """Takes every file below `name` away; False where there was none."""
        removed = [self.remove(name) for name in self.names(name)]
        return any(removed)

    def clear(self, under: str):
        """Nothing: what was begun stands under its own name and is written again."""

    def _listed(self, under):
        try:
            return self.storage.listdir(under)
        except FileNotFoundError:
            return [], []

    def _below(self, under, but) -> Iterator[str]:
        folders, files = self._listed(under)
        before = f"{under}/" if under else ""
        yield from (f"{before}{file}" for file in files if file)
        for folder in folders:
            if f"{before}{folder}/" not in but:
                yield from self._below(f"{before}{folder}", but)


def _begun(name):
    return any(part.startswith((BEGUN, LEFT)) for part in name.split("/"))
