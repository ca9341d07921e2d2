"""How fast a return of 100,000 episodes is read, validated and stored, against the bare parse of
the same rows and their COPY (PostgreSQL) or executemany (SQLite); how fast the same files again;
and how many queries 24 ends of months ask.

It makes a database of its own of whichever kind is configured.
"""

import csv
import io
import resource
import statistics
import sys
import time
from datetime import date, timedelta

from django.db import connection, transaction
from django.test.runner import DiscoverRunner
from django.test.utils import CaptureQueriesContext

from assurance.history import CommandLine
from assurance.looked_after.models.returns import Episode
from assurance.looked_after.models.trends import definitions_of, ends_of_months, placement_over
from assurance.looked_after.operations import returns
from assurance.looked_after.operations.counted import CensusCounter
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.returns import put_together
from assurance.refusals import Refused
from tests.cast import make_council
from tests.make.looked_after import EPISODES, HEADER

ROWS, EACH, ROUNDS = 100_000, 4, 3
BEGAN, READ_ON = date(2016, 4, 1), date(2018, 6, 1)
COVER_TO = date(2018, 3, 31)
PLACES = ("U1", "U4", "U6", "K2", "H5", "A3", "P1", "S1", "R1", "Z1")
STATUSES = ("C1", "C2", "V2", "E1", "L1", "V4")
MOST_MEMORY = 300


def files(shift=0):
    """The header and the episodes of a return as bytes; `shift` tells one from another."""
    children = range(ROWS // EACH)
    header = [f"{10**6 + n},{1 + n % 2},{BEGAN - timedelta(days=n % 5000):%d/%m/%Y},WBRI,,,"
              for n in children]  # fmt: skip
    episodes = []
    for child in children:
        day = BEGAN + timedelta(days=(child * 37 + shift) % 300)
        for number in range(EACH):
            ends = day + timedelta(days=30 + (child * 11 + number * 7) % 110)
            last = number == EACH - 1
            end = "," if last else f"{ends:%d/%m/%Y},X1"
            place = PLACES[(child + number) % len(PLACES)]
            status = STATUSES[(child // 3 + number) % len(STATUSES)]
            episodes.append(f"{10**6 + child},{day:%d/%m/%Y},{'P' if number else 'S'},{status},N1,"
                            f"{place},PR4,{end},,,,")  # fmt: skip
            day = ends
    return {
        "header.csv": "\n".join((HEADER, *header, "")).encode(),
        "episodes.csv": "\n".join((EPISODES, *episodes, "")).encode(),
    }


def bare(content):
    """Parses the files and stores each line as it stands; seconds."""
    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for name, said in content.items():
            lines = list(csv.reader(io.StringIO(said.decode("utf-8-sig"), newline="")))
            table = f"bare_{name.partition('.')[0]}"
            columns = ", ".join(f"{one.lower()} varchar(64)" for one in lines[0])
            cursor.execute(f"CREATE TABLE {table} ({columns})")
            _store(cursor, table, lines)
        seconds = time.perf_counter() - began
        transaction.set_rollback(True)
    return seconds


def _store(cursor, table, lines):
    if connection.vendor == "postgresql":
        text = "".join("\t".join(line) + "\n" for line in lines[1:])
        cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(text))
    else:
        marks = ", ".join(["?"] * len(lines[0]))
        cursor.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", lines[1:])


def brought_in(content):
    """Reads, validates and stores the files; the seconds of that, and those of counting censuses
    from them."""
    counting, count_all = [0], CensusCounter.count_all

    def timed(counter, asked):
        began = time.perf_counter()
        made = count_all(counter, asked)
        counting[0] += time.perf_counter() - began
        return made

    began = time.perf_counter()
    CensusCounter.count_all = timed
    whole = put_together([return_files.read(*one) for one in content.items()])
    try:
        returns.read_return(
            council=make_council(), whole=whole, covers_to=COVER_TO, by=CommandLine("bench"),
            on=READ_ON,
        )  # fmt: skip
    except Refused as refused:
        if refused.sentence != returns.READ_ALREADY:
            raise
    finally:
        CensusCounter.count_all = count_all
    return time.perf_counter() - began - counting[0], counting[0]


def measured(content):
    """(bare, first, counting, again) median seconds, the first in a transaction that is taken
    back."""
    rounds = []
    for _ in range(ROUNDS):
        with transaction.atomic():
            first, counting = brought_in(content)
            again, _ = brought_in(content)
            transaction.set_rollback(True)
        rounds.append((bare(content), first, counting, again))
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def months(content):
    """(queries, milliseconds) of the placements of 24 ends of months."""
    brought_in(content)
    council = make_council()
    definitions, days = definitions_of(council), ends_of_months(COVER_TO, 24)
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as asked:
        placement_over(council, days, definitions)
    return len(asked), 1000 * (time.perf_counter() - began)


def main():
    """Prints the ratios; 1 where memory or queries are more than promised."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        content = files()
        alone, first, counting, again = measured(content)
        queries, spent = months(content)
        held = Episode.objects.count()
    finally:
        runner.teardown_databases(own)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{held:,} episodes, {connection.vendor}: bare {alone:.2f} s, read, validated and stored "
        f"{first:.2f} s, ratio {first / alone:.2f}; again {again:.2f} s, ratio "
        f"{again / first:.2f}; censuses counted in {counting:.2f} s; at most {memory:.0f} "
        f"MiB; 24 ends of months: queries {queries}, {spent:.0f} ms"
    )
    return int(memory > MOST_MEMORY or queries > 1)


if __name__ == "__main__":
    sys.exit(main())
