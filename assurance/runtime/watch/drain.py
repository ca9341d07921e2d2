"""Marks a service that is to stop, in every process that a server forked.

After the mark it answers for some seconds more, and `/readyz` shows it to the web server before the
service; only then do the processes end.
"""

import mmap

# Shared with the processes that are forked after this module was imported.
_shared = mmap.mmap(-1, 1)


def begin() -> None:
    """Marks the service as one that is to stop."""
    _shared[0] = 1


def is_begun() -> bool:
    """True where the service is to stop."""
    return _shared[0] == 1


def end() -> None:
    """Takes it back: the service goes on."""
    _shared[0] = 0
