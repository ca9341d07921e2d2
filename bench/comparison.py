"""A comparison of what a person does with its bare way, and how both are timed."""

import gc
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction


@dataclass(frozen=True)
class Comparison:
    """Two callables that answer the same question over the same database.

    `name` says what a person does. `agree` is called with both answers once; it raises
    `AssertionError` where they differ. Whatever either writes is taken back.
    """

    name: str
    ours: Callable
    bare: Callable
    agree: Callable = lambda ours, bare: None


@dataclass(frozen=True)
class Timed:
    """Median seconds of processor of both sides of a comparison."""

    name: str
    ours: float
    bare: float

    @property
    def ratio(self):
        """How many times the bare way's time ours takes."""
        return self.ours / self.bare

    @property
    def line(self):
        """The line that a bench prints."""
        return f"{self.name:<58}{self.ours:>9.4f} s{self.bare:>9.4f} s{self.ratio:>9.1f}"


HEAD = f"{'what a person does':<58}{'ours':>11}{'bare':>11}{'ratio':>9}"


def timed(comparison: Comparison, rounds: int) -> Timed:
    """The medians of `rounds` runs of both sides in turn, after one that warms both; that one's
    own times where there are none."""
    ours, first = taken(comparison.ours)
    bare, bare_first = taken(comparison.bare)
    comparison.agree(ours, bare)
    spent = ([], []) if rounds else ([first], [bare_first])
    for _round in range(rounds):
        for way, times in zip((comparison.ours, comparison.bare), spent, strict=True):
            gc.collect()
            times.append(taken(way)[1])
    return Timed(comparison.name, *map(statistics.median, spent))


def print_table(comparisons: Iterable[Comparison], rounds: int) -> list[Timed]:
    """Prints a line for each comparison as it is timed, and gives them all."""
    print(HEAD)
    table = []
    for one in comparisons:
        table.append(timed(one, rounds))
        print(table[-1].line, flush=True)
    return table


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
