"""How far the work on a large file is, told outside the database: its transaction is one, so that
nobody would see a word of it before the end. A lock shows whether somebody works on it; it goes
with the process that held it, however that ended. How often the work was begun and did not end is
told there too, for a process that is killed writes nothing.
"""

import fcntl
from contextlib import contextmanager

from django.conf import settings

from assurance.runtime.digits import whole

NOT_BEGUN = "It waits for its turn."


class RunCancelled(Exception):
    """Somebody pressed Cancel during the work; not a refusal, which would be of one file."""


class Work:
    """The work on one run, wherever it is done."""

    def __init__(self, run):
        folder = settings.VAR / "imports"
        folder.mkdir(parents=True, exist_ok=True)
        self._words, self._stop = folder / f"{run.pk}.words", folder / f"{run.pk}.stop"
        self._lock, self._tries = folder / f"{run.pk}.lock", folder / f"{run.pk}.tries"

    @contextmanager
    def taken(self):
        """Holds the work; whether it was free. What was told goes; the tries, at its end."""
        with self._lock.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            self._stop.unlink(missing_ok=True)
            self._tries.write_text(str(self.tries() + 1), encoding="utf-8")
            try:
                yield True
                self._tries.unlink(missing_ok=True)
            finally:
                self._words.unlink(missing_ok=True)
                self._stop.unlink(missing_ok=True)

    def tries(self):
        """How often the work was begun without coming to an end, the one under way among them."""
        return whole(self._tries.read_text(encoding="utf-8")) if self._tries.exists() else 0

    def is_taken(self):
        """Whether somebody works on it now."""
        if not self._lock.exists():
            return False
        with self._lock.open("r+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def tell(self, text):
        """Says how far it is; raises `RunCancelled` where somebody asked for that."""
        self._words.write_text(text, encoding="utf-8")
        if self._stop.exists():
            raise RunCancelled

    def told(self):
        """How far it is, in a sentence."""
        try:
            return self._words.read_text(encoding="utf-8") or NOT_BEGUN
        except FileNotFoundError:
            return NOT_BEGUN

    def stop(self):
        """Asks whoever works on it to stop."""
        self._stop.touch()
