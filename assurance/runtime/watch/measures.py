"""Counts of requests: by view and status, how long they took. Each process writes its own
counts into a file, so that whichever is asked can add up all of them.
"""

import atexit
import json
import os
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer

# Seconds, each the most that a request of its class took.
CLASSES = (0.1, 0.3, 1.0, 3.0, 10.0)
LONGEST = "+Inf"
# Seconds between two writings of a process.
WAIT = 1.0


class Measures:
    """The counts of this process; with a folder they are written there a moment later."""

    def __init__(self, folder: Path | None):
        self.folder, self.lock, self.timer = folder, Lock(), None
        self.requests, self.seconds, self.classes = Counter(), Counter(), Counter()
        if folder:
            atexit.register(self.write)

    def add(self, view: str, status: int, seconds: float) -> None:
        """Counts one request."""
        with self.lock:
            self.requests[f"{view} {status}"] += 1
            self.seconds[view] += seconds
            self.classes[str(next((item for item in CLASSES if seconds <= item), LONGEST))] += 1
            if self.folder and self.timer is None:
                self.timer = Timer(WAIT, self.write)
                self.timer.daemon = True
                self.timer.start()

    def write(self) -> None:
        """Writes the counts into this process's file; a folder that cannot be written to counts
        nothing."""
        with self.lock:
            self.timer = None
            if not self.requests:
                return
            counts = [self.requests, self.seconds, self.classes]
            file = self.folder / f"{os.getpid()}.json"
            new = file.with_suffix(".new")
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
                new.write_text(json.dumps(counts), encoding="ascii")
                new.replace(file)


def read_all(folder: Path) -> tuple[Counter, Counter, Counter]:
    """The counts of every process since the service was started: requests by view and status,
    seconds by view, requests by how long they took. A file that is not whole counts nothing."""
    sums = Counter(), Counter(), Counter()
    for file in sorted(folder.glob("*.json")):
        with suppress(OSError, ValueError, TypeError):
            more = [Counter(dict(counts)) for counts in json.loads(file.read_text())]
            sums = tuple(own + counts for own, counts in zip(sums, more, strict=True))
    return sums


def folder_in(data: str | Path) -> Path:
    """Where the counts are, below the service's folder of data."""
    return Path(data) / "measures"


def begin_anew(folder: Path) -> None:
    """Forgets the counts of processes of before."""
    shutil.rmtree(folder, ignore_errors=True)
