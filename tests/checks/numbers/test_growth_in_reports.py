"""Claims of steady growth agree with what earlier reports print of the same figure."""

import re
from dataclasses import replace

import pytest

from reports.checks.numbers.claims import series
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.checks.numbers.findings import LOOKED_AFTER


def told_of(*values):
    """What earlier reports print of children looked after, as (date, number)."""
    return tuple(
        replace(
            LOOKED_AFTER,
            **{"key": "looked_after.children", "start": day, "end": day},
            **{"count": number, "text": str(number), "title": "Children looked after"},
        )
        for day, number in values
    )


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The number of children looked after has risen every year.", "210 .* and 188"),
        ("The number of children looked after has fallen every year.", "188 .* and 201"),
        ("The number of children looked after has risen every year since 2016.", ""),
        ("The number of visits has risen every year.", ""),
    ],
)
def test_steady_growth_is_held_against_what_earlier_reports_print(sentence, pair):
    told = told_of(("2015-01-01", 210), ("2015-12-01", 188), ("2016-12-01", 201))
    section = "We made 14 visits and 15 calls. "
    known = replace(KNOWN, told=told)
    found = check(reading(section + sentence), known, (series.without_numbers,))
    said = [one.fault.says for one in found if "earlier reports give" in one.fault.says]
    assert bool(said) == bool(pair)
    assert not pair or re.search(pair, said[0])
