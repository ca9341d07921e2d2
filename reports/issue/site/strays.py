"""Files of the published folder that no writer leaves there and that a web server would give to
readers."""

import os
from collections.abc import Iterable
from pathlib import Path

from assurance.runtime.periods import this_moment
from reports.issue.models.site import EXTRA, MISSING
from reports.issue.site.bundle import BUNDLES
from reports.issue.site.faults import Fault
from reports.issue.site.storage import Folder, storage_errors
from reports.issue.site.whole_files import BEGUN, GZ, LEFT, PACKED

# For how many seconds a writer may be at what it has begun.
AN_HOUR = 3600


def strays(place) -> list[str]:
    """Links, packed copies of files that are not there or have none, and what was begun more than
    an hour ago, sorted. Storage without folders has none: whatever is there has a name."""
    if not isinstance(place, Folder):
        return []
    root = place.root.resolve()
    with storage_errors(""):
        return sorted(
            (Path(here) / name).relative_to(root).as_posix()
            for here, folders, files in os.walk(root)
            for name in (*folders, *files)
            if _is_stray(Path(here) / name)
        )


def empty_folders(place) -> list[str]:
    """The folders without a file, each with a slash at its end and without those in it, sorted;
    not those of editions, nor what is being made."""
    if not isinstance(place, Folder):
        return []
    root = place.root.resolve()
    with storage_errors(""):
        states = {Path(here): (folders, files) for here, folders, files in os.walk(root)}
    used = {root}
    for path, (folders, files) in states.items():
        if files or any((path / name).is_symlink() for name in folders):
            used |= {path, *path.parents}
    own = (path for path in states.keys() - used if path.parent in used)
    names = (path.relative_to(root).as_posix() for path in own)
    return sorted(f"{name}/" for name in names if not _is_of_writers(name))


def without_remains(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults without what files that are named as missing have left: packed copies, folders."""
    missing = {fault.name for fault in faults if fault.what == MISSING}
    return tuple(fault for fault in faults if not _is_remainder(fault, missing))


def _is_of_writers(name):
    parts = name.split("/")
    is_bundle = parts[0] == BUNDLES and len(parts) < 3
    return is_bundle or any(part.startswith((BEGUN, LEFT)) for part in parts)


def _is_stray(path):
    try:
        state = path.lstat()
    except FileNotFoundError:
        # Its writer has moved it into its place since.
        return False
    if path.name.startswith((BEGUN, LEFT)):
        return not 0 <= this_moment().timestamp() - state.st_mtime < AN_HOUR
    if path.is_symlink():
        return True
    if not path.name.endswith(GZ):
        return False
    plain = path.with_name(path.name.removesuffix(GZ))
    # Nothing packs a packed copy again, or what is packed in itself.
    return not plain.name.endswith(PACKED) or not plain.is_file()


def _is_remainder(fault, missing):
    if fault.name.endswith("/") and fault.what == EXTRA:
        return any(name.startswith(fault.name) for name in missing)
    return fault.name.removesuffix(GZ) in missing - {fault.name}
