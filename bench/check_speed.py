"""How long all checks of a sixty-page paper with 500 figures take, against counting its figures.

Both are timed in turn in one run, by the processor's clock, and the medians are printed with their
ratio. The paper is kept in memory; its figures are counted from a register in a database of its
own, of whichever kind is configured.
"""

import statistics
import sys
import time
from datetime import date, timedelta

from django.test.runner import DiscoverRunner

from assurance.periods import When
from reports.checks.known import Known
from reports.checks.run import check
from reports.declared import FIGURES
from reports.measuring import Question, measure
from tests import cast
from tests.checks.drawn import DATED, reading
from tests.make import dbs, people

STAFF, QUESTIONS, ROUNDS = 351, 500, 5
SECTIONS, PARAGRAPHS = 30, 12
MOST = 1.5
SAID = (
    "On {day} there were {a} children looked after, of whom {b} ({p}%) were older.",
    "Visits in time rose from {b} in May 2015 to {a} in November, an increase of {d}.",
    "We audited {a} case files: {b} were good, and the other {d} required improvement.",
    "The panel met each month and read what the board had sent; nothing was held back from it.",
)
TABLE = "Table: Audits by team\n| Team | Good | All | % |\n{rows}\n| Total | {b} | {a} | {p}% |"


def main():
    """Prints both medians and their ratio; 1 where the checks take longer than they may."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        council = cast.make_council()
        fill(council)
        paper = sixty_pages()
        checks, counting = [], []
        for _round in range(ROUNDS):
            # A fresh reading each time: finding its numbers is part of what the checks take.
            read = reading(paper)
            checks.append(timed(check, read, Known(today=DATED)))
            counting.append(timed(count, council))
    finally:
        runner.teardown_databases(own)
    took, base = statistics.median(checks), statistics.median(counting)
    numbers = sum(len(line.numbers) for line in read.lines)
    print(f"all checks of {len(paper.split())} words with {numbers} numbers: {took:.3f} s")
    print(f"counting {QUESTIONS} figures: {base:.3f} s")
    print(f"ratio: {took / base:.2f} (at most {MOST})")
    return int(took > base * MOST)


def fill(council):
    """A register of staff with their checks."""
    dbs.policy(council=council)
    for number in range(STAFF):
        who = people.person(council=council, reference=f"R{number}")
        people.engagement(person=who)
        dbs.dbs_check(person=who)


def sixty_pages():
    """A drawn paper of some sixty pages, every number of it right."""
    pieces = []
    for section in range(SECTIONS):
        pieces.append(f"# Part {section}")
        for place in range(PARAGRAPHS):
            b = 20 + (section * 7 + place * 11) % 60
            d = 10 + (section * 3 + place * 5) % 40
            day = f"{place + 1} December {1985 + section}"
            numbers = {
                "day": day,
                "a": b + d,
                "b": b,
                "d": d,
                "p": (b * 200 + b + d) // ((b + d) * 2),
            }
            pieces.append(" ".join(one.format(**numbers) for one in SAID))
        rows = f"| North | {b} | {b + d} | {numbers['p']}% |\n| South | 0 | 0 | 0% |"
        pieces.append(TABLE.format(rows=rows, **numbers))
    return "\n\n".join(pieces)


def count(council):
    """Measures as many figures as the paper quotes, each at a day of its own."""
    keys = ("dbs.needing_check", "dbs.by_status", "dbs.overdue", "actions.by_status", "risks.open")
    days = [date(2015, 12, 1) - timedelta(days=place) for place in range(QUESTIONS)]
    asked = [
        Question(keys[place % len(keys)], "", When(day, day)) for place, day in enumerate(days)
    ]
    return measure(council, asked, FIGURES)


def timed(act, *said):
    """Seconds of processor time that `act` takes."""
    start = time.process_time()
    act(*said)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
