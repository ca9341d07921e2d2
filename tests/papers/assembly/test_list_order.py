"""A list from records is sorted by what its cells are, keeps groups together, and may be cut."""

import random
from datetime import date, timedelta

import pytest

from assurance.runtime.periods import say_day
from reports.papers.assembly import records
from tests import cast
from tests.make import matters

FIRST = date(2014, 1, 1)


@pytest.fixture
def council(db):
    """A council with a dozen events, some of them without a subject."""
    council, draw = cast.make_council(), random.Random(7)
    for number in range(12):
        matters.event(
            council=council,
            slug=f"event-{number}",
            title=f"Event {draw.randint(1, 120)}",
            held_on=FIRST + timedelta(days=draw.randint(0, 700)),
            audience=draw.choice(("Children", "Carers", "Staff")),
            subject=draw.choice(("", "Safety", "health")),
        )
    return council


def column(council, **more):
    """The first column of the council's list of events."""
    mapping = {"what": "events", "columns": ["date"], **more}
    return [row[0] for row in records.listed(council, mapping, date(2016, 6, 1)).rows]


def test_days_are_sorted_by_the_calendar_either_way(council):
    days = sorted(row.held_on for row in matters.EngagementEvent.objects.of(council))
    assert column(council, order="date") == list(map(say_day, days))
    assert column(council, order="-date") == list(map(say_day, reversed(days)))


def test_numbers_in_words_are_sorted_by_their_value(council):
    titles = column(council, columns=["title"], order="title")
    numbers = [int(title.split()[1]) for title in titles]
    assert numbers == sorted(numbers) and len(set(map(len, titles))) > 1


@pytest.mark.parametrize("order", ["subject", "-subject"])
def test_what_has_nothing_there_comes_last_either_way(council, order):
    subjects = column(council, columns=["subject"], order=order)
    named = [subject for subject in subjects if subject]
    assert 0 < len(named) < len(subjects) and subjects[: len(named)] == named
    expected = sorted(named, key=str.casefold, reverse=order.startswith("-"))
    assert named == expected


def test_a_group_is_together_as_it_first_comes_and_keeps_its_order(council):
    mapping = {"what": "events", "columns": ["date"], "group": "audience", "order": "date"}
    rows = records.listed(council, mapping, date(2016, 6, 1)).rows
    groups = [row[0] for row in rows]
    first = list(dict.fromkeys(groups))
    assert groups == sorted(groups, key=first.index) and len(first) == 3
    sorted_days = column(council, order="date")
    for group in first:
        days = [sorted_days.index(row[1]) for row in rows if row[0] == group]
        assert days == sorted(days)


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (12, 12), (40, 12)])
def test_the_first_rows_are_printed_and_all_are_counted(council, limit, count):
    mapping = {"what": "events", "columns": ["title"], "order": "date", "limit": limit}
    made = records.listed(council, mapping, date(2016, 6, 1))
    assert (len(made.rows), made.count) == (count, 12)
    every = records.listed(council, {**mapping, "limit": None}, date(2016, 6, 1)).rows
    assert made.rows == every[:limit]


def test_an_order_by_no_column_and_a_period_of_what_has_none_are_refused():
    for more, sentence in (
        ({"order": "-colour"}, "“colour” is not a column of this list"),
        ({"within": "period", "what": "developments"}, "leave out the period"),
    ):
        with pytest.raises(records.ListRefused, match=sentence):
            records.check({"what": "events", "columns": ["title"], **more})


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("9 January 2015", "10 January 2015"),
        ("30 March 2015", "1 April 2015"),
        ("31 December 2014", "1 January 2015"),
        ("Area 9", "Area 10"),
        ("area 2", "Area 3"),
        ("2", "10"),
        ("7", "Seven"),
    ],
)
def test_cells_compare_by_what_they_are(lower, higher):
    first, second = records._sort_key(lower), records._sort_key(higher)
    assert first < second and not second < first
