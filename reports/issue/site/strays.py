"""Files of the published folder that no writer leaves there and that a web server would give to
readers."""

import os
from pathlib import Path

from assurance.runtime.periods import this_moment
from reports.issue.site.storage import BEGUN, GZ, LEFT, Folder, storage_errors

# For how many seconds a writer may be at what it has begun.
AN_HOUR = 3600


def strays(place) -> list[str]:
    """Links, packed copies of files that are not there, and what was begun more than an hour ago,
    sorted. Storage without folders has none: whatever is there has a name."""
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
    # Nothing packs a packed copy again.
    return plain.name.endswith(GZ) or not plain.is_file()
