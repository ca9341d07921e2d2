"""Matters that a file names, as plain rows: which it means, what each row says, what is refused."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.importing import titles as named
from assurance.governance.models.measures import Measure
from assurance.governance.models.risks import Risk
from assurance.governance.rules import choices, faults
from assurance.runtime.periods import real_today
from assurance.tables.clean import plain
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
DAY = date(2016, 4, 1)
NEEDED = {"unit": "Say in which unit.", "source": "Say where it comes from."}


def matter(title, slug):
    """A matter as these functions see it."""
    return SimpleNamespace(title=title, slug=slug)


def by_name(*matters):
    """The matters by their plain slugs and titles, the first made standing before a later one."""
    return {plain(name): one for one in reversed(matters) for name in (one.slug, one.title)}


FIRST, SECOND = matter("Visits in time", "visits-in-time"), matter("Visits in time", "visits-2")


def test_a_matter_is_given_back_by_the_name_that_finds_it():
    held = by_name(FIRST, SECOND)
    assert named.name_in_a_file(FIRST, held) == "Visits in time"
    assert named.name_in_a_file(SECOND, held) == "visits-2"
    for one in (FIRST, SECOND):
        assert held[plain(named.name_in_a_file(one, held))] is one


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Visits in time", "visits-in-time"),
        ("Children’s visits (all)", "childrens-visits-all"),
        ("  16+ ", "16"),
        ("!?", ""),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_new_matter_is_called_by_its_title(title, slug):
    assert named.slug_of(title) == slug


ROWS = [
    {"title": "Visits", "unit": None, "source": "", "note": "a"},
    {"title": " VISITS ", "unit": "percent", "source": "", "note": "b"},
    {"title": "visits", "unit": "number", "source": "Return", "note": "c"},
    {"title": "Costs", "unit": None, "source": "Ledger"},
    {"title": None, "unit": "days", "source": "Nowhere"},
    {"unit": "money"},
]


def test_the_first_row_that_says_something_speaks_for_the_silent_ones():
    told = named.told_by_any(ROWS, ("unit", "source"))
    assert told == {
        ("visits", "unit"): "percent",
        ("visits", "source"): "Return",
        ("costs", "source"): "Ledger",
    }
    found = [named.said_of(row, ("unit", "source"), told) for row in ROWS[:4]]
    assert found == [
        {"unit": "percent", "source": "Return"},
        {"unit": "percent", "source": "Return"},
        {"unit": "number", "source": "Return"},  # what it says itself stands before the others
        {"unit": None, "source": "Ledger"},
    ]


def test_nought_and_no_are_something_that_a_row_says():
    rows = [{"title": "A", "count": 0, "is_public": False}, {"title": "A", "count": 5}]
    told = named.told_by_any(rows, ("count", "is_public"))
    assert told == {("a", "count"): 0, ("a", "is_public"): False}
    assert named.said_of(rows[1], ("count", "is_public"), told) == {"count": 5, "is_public": False}
    stands = SimpleNamespace(count=7, is_public=True)
    assert named.merged(rows[0], stands, ("count", "is_public")) == {"count": 0, "is_public": False}
    assert named.merged({"count": None}, stands, ("count", "is_public")) == {
        "count": 7, "is_public": True,
    }  # fmt: skip
    assert named.merged({"count": ""}, None, ("count",)) == {"count": None}


@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        ("Visits in time", {}, []),  # it stands: what it needs was said before
        ("VISITS-2", {}, []),  # by its slug
        ("Costs", {"unit": "money", "source": "Ledger"}, []),
        ("Costs", {"unit": "", "source": "Ledger"}, [("unit", "Say in which unit.")]),
        ("Costs", {}, [("unit", "Say in which unit."), ("source", "Say where it comes from.")]),
    ],
)
def test_a_new_matter_says_what_it_needs(title, said, expected):
    held = by_name(FIRST, SECOND)
    found = list(named.why_not_matter(Measure, {"title": title}, said, held, NEEDED))
    assert [(one.column, one.right) for one in found] == expected
    assert {one.wrong for one in found} <= {"A measure that is new needs this"}
    risks = list(named.why_not_matter(Risk, {"title": "Costs"}, {}, held, {"owner": "Say who."}))
    assert [one.wrong for one in risks] == ["A risk that is new needs this"]


def test_a_title_that_names_nothing_or_nothing_new_is_refused_at_the_title():
    held, said = by_name(FIRST, SECOND), {"unit": "number", "source": "Return"}
    for title in ("!!", "Visits, in time", "Visits 2"):
        found = list(named.why_not_matter(Measure, {"title": title}, said, held, NEEDED))
        stands = plain(title) in held
        assert [one.column for one in found] == ([] if stands else ["title"]), title


def test_a_row_asks_for_the_matter_that_stands_or_for_a_new_one():
    held, said = by_name(FIRST), {"unit": "number"}
    wanted = named.matter_of(Measure, {"title": "visits IN time"}, said, held)
    assert (wanted.identity, wanted.values) == ({"slug": "visits-in-time"}, said)
    wanted = named.matter_of(Measure, {"title": "Costs of care"}, said, held)
    assert wanted.identity == {"slug": "costs-of-care"}
    assert wanted.values == {"unit": "number", "title": "Costs of care"}


def test_a_day_still_to_come_is_refused_and_today_is_not():
    today = real_today()
    for days, late in ((-1, []), (0, []), (1, ["to_date"]), (400, ["to_date"])):
        values = {"to_date": today + days * ONE, "from_date": None}
        found = list(named.why_not_yet(values, ("to_date", "from_date", "none")))
        assert [one.column for one in found] == late
    assert (found[0].wrong, found[0].right) == named.STILL_TO_COME


def spans():
    """A first day and a last one that is not before it, or none."""
    return st.tuples(st.integers(0, 9), st.none() | st.integers(0, 5)).map(
        lambda pair: (DAY + pair[0] * ONE,
                      None if pair[1] is None else DAY + (pair[0] + pair[1]) * ONE)
    )  # fmt: skip


@given(st.lists(spans(), max_size=3), spans())
@random_cases(60)
def test_spans_overlap_where_some_day_lies_in_both(held, own):
    days = [DAY + number * ONE for number in range(20)]

    def inside(span):
        return {day for day in days if span[0] <= day and (span[1] is None or day <= span[1])}

    assert faults.overlap(held, *own) is any(inside(one) & inside(own) for one in held)


@given(st.lists(spans(), max_size=4, unique_by=lambda one: one[0]), st.integers(0, 15))
@random_cases(40)
def test_the_target_of_a_day_is_the_one_that_began_last(held, number):
    day = DAY + number * ONE
    targets = [SimpleNamespace(from_date=first, to_date=last) for first, last in held]
    holds = [one for one in targets
             if one.from_date <= day and not (one.to_date and one.to_date < day)]  # fmt: skip
    newest = sorted(holds, key=lambda one: one.from_date)[-1:] or [None]
    assert choices.target_on(targets, day) is newest[0]


def test_a_value_meets_its_target_on_the_better_side_of_it_and_at_it():
    for better, value in product(("higher", "lower", "neither", ""), (79, 80, 81)):
        met = {"higher": value >= 80, "lower": value <= 80}.get(better)
        said = {True: "Meets the target", False: "Misses the target", None: ""}[met]
        assert choices.verdict(value, 80, better) == said
        assert choices.verdict(value, None, better) == ""


@swept([
        (0, None, None, False), (1, None, None, True), (5, None, None, True),
        (6, None, None, False), (70, 0, 10, False), (70, 1, 100, True), (70, 5, 100, True),
        (70, 6, 100, False), (70, 95, 100, True), (70, 94, 100, False), (70, 100, 100, False),
        (70, 0, 5, True), (70, 3, 3, True), (1, 50, 100, False),
    ])  # fmt: skip
def test_few_people_are_not_given_away_by_a_count_its_rest_or_its_base(
    value, count, out_of, hidden
):
    assert choices.gives_away(value, count, out_of, 5) is hidden


ANOTHER = "in the unit it has now: add another measure for another unit"


@pytest.mark.parametrize(
    ("kept", "unit", "values", "sentence"),
    [
        ("number", "number", 9, None),
        ("number", "percent", 0, None),
        ("number", "percent", 1, f"It has 1 value {ANOTHER}"),
        ("days", "money", 12, f"It has 12 values {ANOTHER}"),
    ],
)  # fmt: skip
def test_a_measure_with_values_keeps_its_unit(kept, unit, values, sentence):
    assert faults.why_not_unit(kept, unit, values) == sentence
