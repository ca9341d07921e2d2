"""The tables of what audits show, as plain functions: their headings, their stretches of time,
their per cents and what moderation did."""

from datetime import date
from types import SimpleNamespace

import pytest

from assurance.audits.rules import groups as grouped
from assurance.audits.rules.groups import Group
from assurance.runtime.periods import When
from tests.sweeping import swept

SCALE = SimpleNamespace(title="Four point")
OLD = SimpleNamespace(title="Old")


def a_grade(pk, label, order, scale=SCALE, scale_id=2):
    """A grade of a scale."""
    return SimpleNamespace(pk=pk, label=label, order=order, scale=scale, scale_id=scale_id)


GOOD, WEAK = a_grade(7, "Good", 2), a_grade(5, "Inadequate", 4)
MET = a_grade(9, "Met", 1, OLD, 1)


def group(first=None, moderated=None, month=date(2015, 1, 1), done=1, name="North"):
    """Audits alike, none of them shared."""
    return Group(name, first, moderated, month, done, 0, 0)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([], ["Not graded"]),
        ([group()], ["Not graded"]),
        ([group(WEAK), group(GOOD)], ["Good", "Inadequate", "Not graded"]),
        ([group(GOOD, WEAK)], ["Inadequate", "Not graded"]),
        ([group(GOOD), group(MET)], ["Met (Old)", "Good (Four point)", "Not graded"]),
    ],
)
def test_the_headings_are_the_final_grades_given_best_first(groups, said):
    assert list(grouped.headings(groups).values()) == said


@pytest.mark.parametrize(
    ("start", "end", "step", "said"),
    [
        (date(2015, 3, 31), date(2015, 4, 1), "quarter", ["Mar 2015", "Apr 2015"]),
        (date(2015, 3, 31), date(2015, 4, 1), "half-year", ["Mar 2015", "Apr 2015"]),
        (date(2015, 4, 1), date(2015, 9, 30), "half-year", ["Apr to Sep 2015"]),
        (date(2015, 4, 1), date(2015, 9, 30), "quarter", ["Apr to Jun 2015", "Jul to Sep 2015"]),
        (date(2015, 12, 31), date(2016, 3, 31), "half-year", ["Dec 2015 to Mar 2016"]),
        (date(2016, 2, 29), date(2016, 2, 29), "quarter", ["Feb 2016"]),
    ],
)
def test_a_period_is_cut_at_the_ends_of_quarters_and_half_years(start, end, step, said):
    assert [grouped.say_step(one) for one in grouped.steps(When(start, end), step)] == said


@swept(
    [
        (0, 7, "0%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
        (1, 200, "0.5%"),
        (1, 199, "1%"),
        (0, 200, "0%"),
        (199, 200, "99.5%"),
        (1, 2000, "0.1%"),
        (12, 12, "100%"),
    ]
)
def test_a_share_has_a_decimal_from_two_hundred_and_none_for_none_or_all(count, base, said):
    assert grouped.per_cent(count, base) == said


def test_a_moderated_grade_without_a_first_is_in_no_spread():
    four = SimpleNamespace(grades=SimpleNamespace(all=lambda: [WEAK, GOOD]))
    weak = SimpleNamespace(**{**vars(WEAK), "scale": four})
    assert grouped.spreads([group(None, weak), group(GOOD)]) == []
    [spread] = grouped.spreads([group(GOOD, weak, done=3), group(weak, weak)])
    assert spread.table.heads == ("Good", "Inadequate")
    assert [row.counts for row in spread.table.rows] == [(0, 3), (0, 1)]
    assert (spread.moderated, spread.changed, spread.raised, spread.lowered) == (4, 3, 0, 3)
