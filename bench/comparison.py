"""A comparison of what a person does with its bare way, how both are timed, and what each is to
keep to."""

import gc
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction


@dataclass(frozen=True)
class Limit:
    """The most that a row may take: times the bare way, seconds of processor, or both; none of
    either is no limit."""

    ratio: float | None = None
    seconds: float | None = None

    def is_kept(self, ratio: float, seconds: float) -> bool:
        """True within both."""
        pairs = ((self.ratio, ratio), (self.seconds, seconds))
        return all(most is None or value <= most for most, value in pairs)

    def __str__(self):
        ratio = "" if self.ratio is None else f"{self.ratio:g}x"
        seconds = "" if self.seconds is None else f"{self.seconds:g} s"
        return ", ".join(filter(None, (ratio, seconds)))


NO_LIMIT = Limit()


@dataclass(frozen=True)
class Comparison:
    """Two callables that answer the same question over the same database.

    `name` says what a person does. `agree` is called with both answers once; it raises
    `AssertionError` where they differ. Whatever either writes is taken back. `rounds` is how often
    both are timed where that is fewer times than of the others.
    """

    name: str
    ours: Callable
    bare: Callable
    agree: Callable = lambda ours, bare: None
    limit: Limit = NO_LIMIT
    rounds: int | None = None


@dataclass(frozen=True)
class Measurement:
    """A number in `unit` and the most that it may be; without a number, why it was `skipped`."""

    name: str
    value: float | None
    unit: str
    most: float
    skipped: str = ""

    @property
    def result(self) -> str:
        """“passed” or “failed”; empty where it was skipped."""
        if self.value is None:
            return ""
        return PASSED if self.value <= self.most else FAILED

    @property
    def line(self) -> str:
        """The line that a bench prints."""
        if self.value is None:
            return f"{self.name:<58}  skipped: {self.skipped}"
        return (
            f"{self.name:<58}{self.value:>11,.2f} {self.unit:<19}"
            f"  {self.result}, {self.most:g} {self.unit}"
        )


@dataclass(frozen=True)
class Timed:
    """Median seconds of processor of both sides of a comparison."""

    name: str
    ours: float
    bare: float
    limit: Limit = NO_LIMIT

    @property
    def result(self) -> str:
        """“passed” or “failed”; empty where it has no limit."""
        if self.limit == NO_LIMIT:
            return ""
        return PASSED if self.limit.is_kept(self.ratio, self.ours) else FAILED

    @property
    def ratio(self):
        """How many times the bare way's time ours takes."""
        return self.ours / self.bare

    @property
    def line(self):
        """The line that a bench prints."""
        times = f"{self.name:<58}{self.ours:>9.4f} s{self.bare:>9.4f} s{self.ratio:>9.2f}"
        return f"{times}  {self.result}, {self.limit}" if self.result else times


PASSED, FAILED = "passed", "failed"
HEAD = f"{'what a person does':<58}{'ours':>11}{'bare':>11}{'ratio':>9}  limit"


def timed(comparison: Comparison, rounds: int) -> Timed:
    """The medians of `rounds` runs of both sides in turn, or as many as the comparison asks for,
    after one that warms both; that one's own times where there are none."""
    rounds = rounds if comparison.rounds is None else min(rounds, comparison.rounds)
    ours, first = taken(comparison.ours)
    bare, bare_first = taken(comparison.bare)
    comparison.agree(ours, bare)
    spent = ([], []) if rounds else ([first], [bare_first])
    for _round in range(rounds):
        for way, times in zip((comparison.ours, comparison.bare), spent, strict=True):
            gc.collect()
            times.append(taken(way)[1])
    return Timed(comparison.name, *map(statistics.median, spent), limit=comparison.limit)


def print_table(rows: Iterable[Comparison | Measurement], rounds: int) -> list:
    """Prints a line for each row of a bench as it is timed, and gives them all."""
    print(HEAD)
    table = []
    for row in rows:
        table.append(row if isinstance(row, Measurement) else timed(row, rounds))
        print(table[-1].line, flush=True)
    return table


def print_results(table: Sequence) -> list[str]:
    """Prints how many rows kept to their limit and which did not; gives the names of those."""
    limited = [row for row in table if row.result]
    failed = [row.name for row in limited if row.result == FAILED]
    print(f"\n{len(limited) - len(failed)} of {len(limited)} rows with a limit passed.")
    for name in failed:
        print(f"failed: {name}")
    return failed


def clock() -> float:
    """The processor's seconds that this process and its children have had."""
    # A report's files are made by a process of their own.
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def taken(way: Callable, now: Callable[[], float] = clock) -> tuple:
    """What `way` gives, and the seconds that it takes by the clock `now`; what it writes is taken
    back."""
    with transaction.atomic():
        began = now()
        answer = way()
        spent = now() - began
        transaction.set_rollback(True)
    return answer, spent
