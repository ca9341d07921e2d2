"""How much of the processor a run may take, looked at between the lines that it goes through."""

import time
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any


class OverBudget(Exception):
    """A run that has taken all its time."""


class Budget:
    """Seconds of processor for a run, and how long each line takes.

    `clock` gives the seconds that pass, `processor` those that the thread has used. The second
    costs twenty times as much to read and is never ahead of the first, which is therefore read
    alone until it is past the limit.
    """

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] = time.perf_counter,
        processor: Callable[[], float] = time.thread_time,
    ):
        self.seconds, self._clock, self._processor = seconds, clock, processor
        self._began = self._looked = clock()
        self._processor_began = processor()
        self._line, self._spent = None, {}

    def look(self, line: Any = None) -> Any:
        """Counts the time since the last look to its line and goes to `line`, which it returns;
        raises `OverBudget`."""
        now, last = self._clock(), self._line
        if last is not None:
            # The line is kept beside its seconds, so that no other takes its id.
            key = id(last)
            if key in self._spent:
                self._spent[key][0] += now - self._looked
            else:
                self._spent[key] = [now - self._looked, last]
        self._line, self._looked = line, now
        if now - self._began > self.seconds and self._used > self.seconds:
            raise OverBudget
        return line

    @property
    def _used(self):
        return self._processor() - self._processor_began

    @property
    def costliest(self):
        """The line that took most, or None where no line was read."""
        return max(self._spent.values(), key=itemgetter(0))[1] if self._spent else None


class BudgetedLines(tuple):
    """Lines that look at a budget whenever they are gone through."""

    budget: Budget

    @classmethod
    def by(cls, budget: Budget, lines: Iterable) -> "BudgetedLines":
        """The `lines`, watched by `budget`."""
        made = cls(lines)
        made.budget = budget
        return made

    def __iter__(self) -> Iterator:
        return map(self.budget.look, super().__iter__())
