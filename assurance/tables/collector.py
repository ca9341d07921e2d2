"""Reading many rows without pausing for Python's collector of cyclic rubbish.

Rows are tuples by the hundred thousand, none of which leads back to another; looking through all
of them again and again for such rings takes as long as the reading itself.
"""

import gc
from contextlib import contextmanager


@contextmanager
def without_pauses():
    """Keeps the collector out until the end; within another one it changes nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
