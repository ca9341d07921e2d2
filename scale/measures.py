"""What something takes of the processor, ours and the database's, and how the database finds the
rows of its slowest statement."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from django.db import connection

from bench.comparison import clock, taken

# The slowest statement of what is timed is explained in so many lines at most.
LINES = 40
EXPLAIN = {
    "postgresql": "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)",
    "sqlite": "EXPLAIN QUERY PLAN",
}


@dataclass(frozen=True)
class Measured:
    """Seconds of processor, statements asked, and the plan of the slowest that reads."""

    seconds: float
    statements: int
    plan: str


class Statements:
    """Notes each statement with how long its answer took: `execute_wrapper` of a connection."""

    def __init__(self):
        self.number = 0
        self.slowest = (0.0, "", None)

    def __call__(self, execute, sql, params, many, context):
        began = perf_counter()
        answer = execute(sql, params, many, context)
        spent = perf_counter() - began
        self.number += 1
        if not many and sql.lstrip().startswith(("SELECT", "WITH")) and spent > self.slowest[0]:
            self.slowest = (spent, sql, params)
        return answer


def measured(action: Callable, rounds: int) -> Measured:
    """The fastest of `rounds` runs of `action` after one that warms and is explained; whatever it
    writes is taken back."""
    statements = Statements()
    plan = []

    def explained():
        with connection.execute_wrapper(statements):
            action()
        plan.extend(_plan(*statements.slowest[1:]))

    taken(explained)
    times = []
    both = both_clocks()
    for _round in range(rounds):
        gc.collect()
        times.append(taken(action, both)[1])
    return Measured(min(times), statements.number, "\n".join(plan[:LINES]))


def both_clocks() -> Callable[[], float]:
    """A clock of the processor's seconds that this process, its children and the process of the
    database that answers it have had; the database has to run on this machine."""
    if connection.vendor == "sqlite":
        return clock
    with connection.cursor() as cursor:
        # What answers in several processes at once would be counted of one alone.
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        ran = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return lambda: clock() + int(ran.read_text(encoding="ascii").split()[0]) / 1e9


def _plan(sql, params):
    """The lines of how the database finds the rows of a statement; none without a statement."""
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{EXPLAIN[connection.vendor]} {sql}", params)
        return [str(row[-1]) for row in cursor.fetchall()]
