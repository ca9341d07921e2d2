"""One thing that needs somebody, as a page, a calendar and an e-mail say it."""

from dataclasses import dataclass
from datetime import date

from assurance.runtime.periods import say_day


@dataclass(frozen=True)
class Need:
    """`words` name no person and no child; `address` is the page that shows it, from the root.

    `late` is for what should have been done; `status` says more exactly how it stands. One that
    cannot begin yet has no address, and a status that gives the date from which it can.
    """

    words: str
    address: str
    late: bool = False
    status: str = ""
    hint: str = ""

    def as_task(self):
        """The line of the task list."""
        state, status = ("problem", "Overdue") if self.late else ("todo", "To do")
        state = state if self.address else "blocked"
        task = {"words": self.words, "address": self.address, "hint": self.hint}
        return {**task, "state": state, "status": self.status or status}


@dataclass(frozen=True)
class Date:
    """Something that needs somebody by a day; `key` is its own among all of a council's."""

    on: date
    words: str
    address: str
    key: str


def first_due(earliest: date | None) -> str:
    """When the earliest of several overdue things was due; empty where nothing is."""
    return f"First due on {say_day(earliest)}" if earliest else ""
