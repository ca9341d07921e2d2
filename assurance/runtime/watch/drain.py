"""Whether the service is on its way out: known to every process that a server forked.

Whoever stops the service says so first, goes on answering for some seconds, and only then lets the
processes end: what sends requests here learns of it from `/readyz` in between.
"""

import mmap

# Shared with the processes that are forked after this module was imported.
_shared = mmap.mmap(-1, 1)


def begin() -> None:
    """Says that the service is to stop."""
    _shared[0] = 1


def is_begun() -> bool:
    """Whether the service is to stop."""
    return _shared[0] == 1


def end() -> None:
    """Takes it back: the service goes on."""
    _shared[0] = 0
