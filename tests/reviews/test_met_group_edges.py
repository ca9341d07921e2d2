"""Groups of people met, on the edges: first and last days, names typed otherwise, the smallest."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.figures.small_numbers import threshold
from assurance.reviews.models.met_groups import MetGroup, member_of
from assurance.reviews.rules import met_groups as rules
from assurance.runtime.periods import When
from tests import cast
from tests.make.findings import met_group, review

pytestmark = pytest.mark.django_db
DAY = timedelta(1)


def refused(row, **values):
    """The names of the fields of a group that refuse what is given."""
    usual = {"group": "Foster carers", "number": 12, "met_on": None}
    return {field for field, sentence in row.faults({**usual, **values}) if sentence}


def fresh(of):
    """A group of a review that is not saved yet."""
    return MetGroup(council=of.council, review=of)


def test_the_first_and_the_last_day_on_site_are_days_on_site():
    of = review()
    for day, is_refused in (
        (of.started_on - DAY, True),
        (of.started_on, False),
        (of.ended_on, False),
        (of.ended_on + DAY, True),
        (None, False),
        (date.max, True),
        (date.min, True),
    ):
        assert bool(rules.why_not_met_on(of, day)) == is_refused, day
        assert refused(fresh(of), met_on=day) == ({"met_on"} if is_refused else set())


def test_a_review_of_one_day_has_that_day_alone():
    of = review(started_on=date(2016, 2, 29), ended_on=date(2016, 2, 29))
    assert not refused(fresh(of), met_on=date(2016, 2, 29))
    sentence = rules.why_not_met_on(of, date(2016, 3, 1))
    assert "from 29 February 2016 to 29 February 2016" in sentence


@pytest.mark.parametrize(("number", "is_refused"), [(None, 0), (1, 0), (0, 1), (-3, 1)])
def test_a_group_has_someone_or_an_unknown_number(number, is_refused):
    of = review()
    assert refused(fresh(of), number=number) == ({"number"} if is_refused else set())


def test_the_database_refuses_a_group_of_nobody_and_one_that_is_listed_twice():
    row = met_group()
    for values in ({"number": 0}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            met_group(row.review, **values)
    assert MetGroup.objects.count() == 1


@pytest.mark.parametrize(
    ("kept", "typed", "is_same"),
    [
        ("Foster carers", "FOSTER CARERS", True),
        ("Foster carers", "Foster  carers", True),
        ("Élèves", "élèves", True),
        ("Straße", "STRASSE", True),
        ("Foster carers", "Foster carer", False),
        ("Foster carers", "Fostercarers", False),
        ("100%", "100_", False),
    ],
)
def test_a_name_is_the_same_however_its_letters_and_spaces_are_typed(kept, typed, is_same):
    row = met_group(group=kept, met_on=None)
    assert refused(fresh(row.review), group=typed) == ({"group"} if is_same else set())
    assert refused(row, group=typed) == set(), "a row is not in the way of itself"
    assert not refused(fresh(row.review), group=typed, met_on=row.review.ended_on)
    assert not refused(fresh(review()), group=typed)


def test_a_withdrawn_group_leaves_its_name():
    row = met_group(met_on=None)
    gone = {"withdrawn_on": date(2017, 3, 1), "withdrawn_because": "Twice"}
    MetGroup.objects.filter(pk=row.pk).update(withdrawn_by=cast.officer(), **gone)
    assert not refused(fresh(row.review))
    assert list(row.review.met_groups.listed()) == []


def test_groups_are_listed_by_their_dates_and_those_without_last():
    of = review()
    names = [("C", None), ("B", of.ended_on), ("A", of.started_on), ("D", None)]
    for name, day in names:
        met_group(of, group=name, met_on=day)
    assert "".join(map(str, of.met_groups.listed())) == "ABCD"
    assert rules.total_of(of.met_groups.listed()) == 48
    assert rules.total_of(()) == 0
    pair = [MetGroup(number=None), MetGroup(number=7)]
    assert rules.total_of(pair) == 7 and not rules.are_counted(pair)
    assert rules.are_counted(pair[1:]) and rules.are_counted(())


def test_a_group_is_met_in_a_period_up_to_its_last_day():
    of = review()
    met_group(of, met_on=of.started_on)
    met_group(of, group="Parents", met_on=None)
    unknown = met_group(of, group="Nobody knows", number=None).met_on
    for first, last, wanted in (
        (of.started_on, of.started_on, {"Foster carers"}),
        (of.ended_on, of.ended_on, {"Parents"}),
        (of.started_on + DAY, of.ended_on - DAY, set()),
        (of.started_on, of.ended_on, {"Foster carers", "Parents"}),
    ):
        wanted |= {"Nobody knows"} if first <= unknown <= last else set()
        assert {row.group for row in MetGroup.objects.met_in(When(first, last))} == wanted


def test_the_least_number_that_is_printed_is_one_more_than_a_small_one():
    most = threshold()
    row = met_group(number=most + 1)
    assert row.printed_number == str(most + 1)
    large = met_group(row.review, group="Pupils", number=1234)
    assert large.printed_number == "1,234"
    row.number = most
    assert row.printed_number == "fewer than six"
    assert large.printed_number == "1,234", "what is not saved protects nothing"
    row.save()
    assert large.printed_number == "not shown"


@pytest.mark.parametrize(
    ("name", "member"),
    [("Foster carers", "foster-carers"), ("foster  Carers!", "foster-carers"), ("…", "others")],
)
def test_a_group_is_quoted_by_its_name_in_plain_letters(name, member):
    assert member_of(name) == member
