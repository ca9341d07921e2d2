"""How fast the looked-after count is over a million episodes, against the same SQL by hand.

It makes a database of its own of whichever kind is configured, fills it, and prints the medians,
both read in turn in one run, and their ratio.
"""

import statistics
import sys
import time
from datetime import date

from django.db import connection
from django.test.runner import DiscoverRunner

from assurance.looked_after.models.returns import Episode
from tests.make.looked_after import held_return

EPISODES, EACH = 1_000_000, 3
CHILDREN = EPISODES // EACH + 1
DAY = date(2017, 12, 1)
ROUNDS = 9
BY_HAND = """
    SELECT count(DISTINCT child_id) FROM assurance_episode
    WHERE (dec IS NULL OR dec > %s) AND decom <= %s AND NOT ls IN ('V3', 'V4')
"""
# Both speak of a series of numbers n from 1 to a bound, and of a day so many days after another.
SERIES = {
    "postgresql": "SELECT n FROM generate_series(1, %s) AS n",
    "sqlite": (
        "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %s) "
        "SELECT n FROM s"
    ),
}
AFTER = {
    "postgresql": "(date '2012-01-01' + ({days})::integer)",
    "sqlite": "date('2012-01-01', '+' || ({days}) || ' days')",
}
FILL_CHILDREN = """
    INSERT INTO assurance_child (id, council_id, pseudonym, sex, ethnicity, born_on, uasc)
    SELECT n, {council}, n, 'F', 'WBRI', {born}, false FROM ({series}) numbers
"""
FILL_EPISODES = """
    INSERT INTO assurance_episode (child_id, held_return_id, line, decom, dec, rne, ls, cin, place,
        place_provider, rec, reason_place_change)
    SELECT 1 + (n / {each}), {held}, n, {decom},
        CASE WHEN n % {each} = 0 AND n % 7 = 0 THEN NULL ELSE {dec} END,
        'S', CASE WHEN n % 13 = 0 THEN 'V4' WHEN n % 13 = 1 THEN 'V3' ELSE 'C2' END, 'N1',
        'U4', 'PR4', '', ''
    FROM ({series}) numbers
"""


def main():
    """Prints both medians and their ratio; 1 where they disagree on the count."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        fill(held_return())
        counted, by_hand, figure, hand = measured()
    finally:
        runner.teardown_databases(own)
    print(
        f"{counted:,} children of {EPISODES:,} episodes at one day, {connection.vendor}: "
        f"figure {figure * 1000:.1f} ms, by hand {hand * 1000:.1f} ms, ratio {figure / hand:.2f}"
    )
    return int(counted != by_hand)


def fill(carried_by):
    """Makes the rows inside the database: a million by way of Python would take minutes."""
    series, after = SERIES[connection.vendor], AFTER[connection.vendor]
    council, held = carried_by.council_id, carried_by.pk
    start = "(n * 37) % 2191"
    statements = [
        (FILL_CHILDREN.format(council=council, born=after.format(days="0"), series=series),
         CHILDREN),
        (FILL_EPISODES.format(
            each=EACH, held=held, decom=after.format(days=start),
            dec=after.format(days=f"{start} + 1 + (n * 11) % 200"), series=series,
        ), EPISODES - 1),
    ]  # fmt: skip
    (index,) = Episode._meta.indexes
    # An index made after the rows is made in order, in a fraction of the time.
    with connection.schema_editor() as schema:
        schema.remove_index(Episode, index)
    with connection.cursor() as cursor:
        for statement, bound in statements:
            # The bound is the only parameter; a per cent sign elsewhere is the remainder.
            cursor.execute(statement.replace("%s", str(bound)))
    with connection.schema_editor() as schema:
        schema.add_index(Episode, index)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def measured():
    """The count, the count by hand, and the median seconds of each, read in turn."""
    figure, hand = [], []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        counted = Episode.objects.children_on(DAY)
        figure.append(time.perf_counter() - began)
        began = time.perf_counter()
        by_hand = by_hand_count()
        hand.append(time.perf_counter() - began)
    # The first of each warms the database's own memory.
    return counted, by_hand, statistics.median(figure[1:]), statistics.median(hand[1:])


def by_hand_count():
    """The same count as anybody would write it."""
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, [DAY.isoformat(), DAY.isoformat()])
        return cursor.fetchone()[0]


if __name__ == "__main__":
    sys.exit(main())
