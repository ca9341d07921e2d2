"""The record of one rendering, in a context variable, so that threads do not mix."""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from weasyprint.logger import LOGGER

_WHAT_TO_DO = "write it in words, or have a font that prints it installed"


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
    """Keeps what WeasyPrint reports as an error: a lost picture, a link to nowhere; and a letter
    that no font has, of which it only warns and prints an empty box."""

    def emit(self, entry):
        if (run := current()) is None:
            return
        if entry.levelno >= logging.ERROR:
            run.complain(entry.getMessage())
        elif entry.msg.startswith(".notdef"):
            letter, code = entry.args
            run.complain(f"No font here prints “{letter}” (U+{code:04X}): {_WHAT_TO_DO}")


LOGGER.addHandler(_Listener(logging.WARNING))
