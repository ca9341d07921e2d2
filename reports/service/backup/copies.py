"""Everything that a service keeps, copied into one folder and made again from it: the database,
the attachments and the published folder.

The database is copied first: an attachment is never changed once it lies there, so what the copied
rows name is still there when the files follow. The published folder is copied while no other
process of this machine writes it.
"""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import OperationalError, connection

from reports.issue.site.writer import turn
from reports.service.backup.errors import BackupRefused
from reports.service.backup.last import note_backup
from reports.service.backup.manifest import (
    NAME,
    Manifest,
    faults_of,
    read_manifest,
    write_manifest,
)
from reports.service.backup.snapshots import fault_of_snapshot, read_snapshot, write_snapshot

DATABASE, ATTACHMENTS, PUBLISHED = "database", "attachments", "published"
NOT_WRITTEN = "The backup was not written: {why}. Nothing of it is left."
EMPTY = (
    "the database has no tables, so there is nothing to copy: see DATABASE_URL and CANDOUR_VAR, "
    "which this command reads"
)
NOT_READ = "The backup was not read: {why}."
OTHER_DATABASE = "The backup is of {theirs}, and DATABASE_URL names {ours}. Name one of {theirs}."
FULL = "{folder} is not empty, and nothing is written over it: move it away first."
DAMAGED = "The backup is damaged, so nothing was read from it. {faults}"
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
# So many faults of a damaged copy are named at once.
_FAULTS = 10


def back_up(parent: Path, at: datetime) -> tuple[Path, Manifest]:
    """Copies everything into a new folder below `parent`, named by the moment `at`; gives the
    folder and its list. Whole or not there. Raises `BackupRefused`."""
    target = parent / at.strftime("candour-%Y-%m-%dT%H-%M-%S")
    begun = parent / f".new-{target.name}"
    try:
        _refuse_without_tables()
        begun.mkdir(parents=True)
        write_snapshot(connection, begun / DATABASE)
        if fault := fault_of_snapshot(connection.vendor, begun / DATABASE):
            raise BackupRefused(fault)
        with turn():
            for name, folder in kept_folders().items():
                _copy(folder, begun / name)
        manifest = write_manifest(begun, connection.vendor, at)
        begun.rename(target)
    except (OSError, BackupRefused) as fault:
        shutil.rmtree(begun, ignore_errors=True)
        raise BackupRefused(NOT_WRITTEN.format(why=str(fault).rstrip(".?\n"))) from fault
    note_backup(at)
    return target, manifest


def restore(folder: Path) -> Manifest:
    """Makes an empty service what the copy in `folder` has; gives its list. Nothing is written
    before every file of the copy was found unchanged. Raises `BackupRefused`."""
    manifest = read_manifest(folder)
    if manifest.vendor != connection.vendor:
        both = {"theirs": manifest.vendor, "ours": connection.vendor}
        both = {word: NAMES.get(vendor, vendor) for word, vendor in both.items()}
        raise BackupRefused(OTHER_DATABASE.format(**both))
    if faults := [*faults_of(folder, manifest)][:_FAULTS]:
        raise BackupRefused(DAMAGED.format(faults=" ".join(faults)))
    folders = kept_folders()
    for own in folders.values():
        if own.is_dir() and any(own.iterdir()):
            raise BackupRefused(FULL.format(folder=own))
    try:
        read_snapshot(connection, folder / DATABASE)
        for name, own in folders.items():
            _copy(folder / name, own)
    except OSError as fault:
        raise BackupRefused(NOT_READ.format(why=fault)) from fault
    return manifest


def kept_folders() -> dict[str, Path]:
    """Name in a copy → folder of files that the service keeps. A bucket keeps copies of its own,
    and `publish_site` writes it anew."""
    folders = {ATTACHMENTS: Path(settings.ATTACHMENTS_ROOT)}
    published = storages[PUBLISHED]
    if isinstance(published, FileSystemStorage):
        folders[PUBLISHED] = Path(published.path(""))
    return folders


def _refuse_without_tables():
    """Raises `BackupRefused` for a database that nothing was ever written to: it is another one
    than the operator means, and its copy would pass for one of the service."""
    try:
        tables = connection.introspection.table_names()
    except OperationalError as fault:
        raise BackupRefused(str(fault)) from fault
    if not tables:
        raise BackupRefused(EMPTY)


def _copy(source, target):
    """Copies a folder, in which files come and go that are not finished (`.new-…`)."""
    if source.is_dir():
        ignored = shutil.ignore_patterns(".new-*", ".old-*", NAME)
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=ignored)
