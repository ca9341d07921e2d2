"""The record of one rendering, in a context variable, so that threads do not mix."""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from weasyprint.logger import LOGGER


@dataclass
class Run:
    """What is wrong with the file so far, each a sentence."""

    complaints: list[str] = field(default_factory=list)

    def complain(self, sentence):
        """Note a complaint once, closed with a full stop."""
        closed = sentence.rstrip(".") + "."
        if closed not in self.complaints:
            self.complaints.append(closed)


_current = ContextVar("rendering", default=None)


def current():
    """The record of the rendering under way in this thread, or None."""
    return _current.get()


@contextmanager
def recording():
    """Open a record for one rendering and give it."""
    token = _current.set(Run())
    try:
        yield _current.get()
    finally:
        _current.reset(token)


class _Listener(logging.Handler):
    """Keeps what WeasyPrint reports as an error: a lost picture, a link to nowhere."""

    def emit(self, entry):
        if (run := current()) is not None:
            run.complain(entry.getMessage())


LOGGER.addHandler(_Listener(logging.ERROR))
