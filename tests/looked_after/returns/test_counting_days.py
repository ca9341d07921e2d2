"""Several censuses counted from a held return by one press, by who keeps returns."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from assurance.looked_after.forms.census_days import (
    MOST,
    NONE,
    NONE_ENTERED,
    TOO_MANY,
    CountForm,
    read_days,
)
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import CensusDay
from assurance.looked_after.models.offers import uncounted_days
from assurance.looked_after.operations import returns
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import officer
from tests.looked_after.pages import errors, imported, text
from tests.make.looked_after import census, children_looked_after, held_return

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 1)
FIRST, SECOND = date(2017, 6, 15), date(2018, 3, 20)


def count(held, *days):
    """What comes of counting days from a return."""
    return returns.count_days(held_return=held, days=days, by=officer(), on=ON)


def taken_away(*days):
    """Withdraws the censuses of some days."""
    gone = {"withdrawn_on": ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    Census.objects.filter(date__in=days).update(**gone)


def looked_after_on(held, day):
    """The children of a return's open episodes at a day's end, counted in plain Python."""
    rows = held.episodes.all()
    return len(
        {row.child_id for row in rows if row.decom <= day and not (row.dec and row.dec <= day)}
    )


def test_several_days_are_counted_in_one_go_with_one_line_of_history():
    held = imported()
    before = HistoryEntry.objects.count()
    made, sentences = count(held, SECOND, FIRST, FIRST)
    assert [(row.date, row.total) for row in made] == [
        (day, looked_after_on(held, day)) for day in (FIRST, SECOND)
    ]
    assert sentences == []
    assert HistoryEntry.objects.count() == before + 1
    last = HistoryEntry.objects.order_by("-seq").first()
    assert (last.what, last.about) == ("looked_after.count_days", held.history_name)
    assert "15 June 2017, 20 March 2018" in str(last.changes)


def test_a_day_whose_count_is_the_same_is_left_and_the_others_are_counted():
    held = imported()
    made, sentences = count(held, date(2017, 6, 30), FIRST)
    assert [row.date for row in made] == [FIRST]
    assert sentences == ["The count of 30 June 2017 is unchanged: the numbers are the same."]


def test_nothing_is_counted_where_one_day_cannot_be_or_none_gives_a_census():
    held = imported()
    with pytest.raises(Refused, match="does not cover 1 January 2010"):
        count(held, FIRST, date(2010, 1, 1))
    assert not Census.objects.filter(date=FIRST).exists()
    with pytest.raises(Refused, match="the numbers are the same"):
        count(held, date(2017, 6, 30))
    gone = held_return(rows_removed_on=ON)
    with pytest.raises(Refused, match="rows of this return have been removed"):
        count(gone, FIRST)


def test_the_ends_of_months_and_own_days_without_a_census_are_offered():
    held = held_return()
    CensusDay.objects.create(council=held.council, month=12, day=1)
    census(council=held.council, date=date(2017, 4, 30), cohort=children_looked_after())
    census(council=held.council, date=date(2017, 5, 31), withdrawn_on=ON, withdrawn_by=officer(),
           withdrawn_because="Twice")  # fmt: skip
    last = date(2017, 12, 15)
    days = [held.covers_from + timedelta(item) for item in range(400)]
    ends = [day for day in days if (day + timedelta(1)).day == 1 and day <= last]
    expected = {*ends, date(2017, 12, 1)} - {date(2017, 4, 30)}
    assert uncounted_days(held, last) == sorted(expected)
    assert date(2017, 5, 31) in expected


def test_lines_of_dates_are_read_in_order_and_what_is_none_is_named():
    assert read_days("1 December 2015\n\n 01/01/2015 \n2015-12-01") == [
        date(2015, 1, 1),
        date(2015, 12, 1),
    ]
    assert read_days("") == []
    with pytest.raises(ValidationError) as refused:
        read_days("next Monday\n1 January 2099\n31 June 2015")
    assert refused.value.messages == [
        "“next Monday” is not a date: write each on its own line, such as 1 December 2015",
        "“31 June 2015” is not a date: write each on its own line, such as 1 December 2015",
        "1 January 2099 is still to come: take it out",
    ]


def test_ticked_dates_one_more_and_lines_are_counted_by_one_press(signed_in):
    held = imported()
    taken_away(date(2017, 4, 30), date(2017, 5, 31))
    address = reverse("looked_after:return-count", args=[held.pk])
    page = text(signed_in.get(address))
    assert "30 April 2017" in page and "31 July 2017" not in page
    sent = {"offered": ["2017-04-30", "2017-05-31"], "others": "15 June 2017\n16 June 2017"}
    sent |= {"day_day": "20", "day_month": "3", "day_year": "2018"}
    answer = signed_in.post(address, sent, follow=True)
    assert answer.redirect_chain == [(reverse("looked_after:return-record", args=[held.pk]), 302)]
    assert "Dates counted: 5." in text(answer)
    days = [date(2017, 4, 30), date(2017, 5, 31), FIRST, date(2017, 6, 16), SECOND]
    current = Census.objects.in_force().filter(date__in=days)
    assert list(current.order_by("date").values_list("date", flat=True)) == days


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({}, "day", NONE),
        ({"others": "soon"}, "others", "“soon” is not a date"),
        ({"others": "\n".join(f"{day} June 1999" for day in range(1, 31)) * 1 + "\n"
          + "\n".join(f"{day} May 1999" for day in range(1, 32))}, "others", TOO_MANY),
        ({"others": "1 June 1999"}, "day", "The return does not cover 1 June 1999"),
        ({"offered": ["1999-01-01"]}, "offered", "Tick dates of the list"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused_with_a_sentence(signed_in, sent, field, sentence):
    held = imported()
    taken_away(date(2017, 4, 30))
    kept = Census.objects.count()
    answer = signed_in.post(reverse("looked_after:return-count", args=[held.pk]), sent)
    assert errors(answer)[field].startswith(sentence)
    assert Census.objects.count() == kept
    assert MOST == 60


def test_where_every_date_is_counted_a_date_is_asked_for_and_nothing_to_tick():
    form = CountForm({})
    assert "offered" not in form.fields and form["day"].label == "Date"
    assert form.errors["day"] == [NONE_ENTERED]
    assert CountForm({}, days=[FIRST]).errors["day"] == [NONE]
