"""The days of a return: typed one to a line, kept with the run, given to check and writing."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assurance.imports import operations
from assurance.imports.forms.fields import MOST_DAYS, DaysField
from assurance.imports.models import ImportRun
from assurance.imports.upload import Days
from tests import cast
from tests.make import imports
from tests.make.imports import ON, checked, table
from tests.rubbish.reading import Page

RETURN = (
    table(("A1", "1"), headings=("CHILD", "ONE"), name="one.csv"),
    table(("A1", "1"), headings=("CHILD", "TWO"), name="two.csv"),
)
MARCH, JUNE = date(2016, 3, 31), date(2016, 6, 30)


def typed(text):
    """The days of a text, or the sentences that refuse it."""
    try:
        return DaysField(required=False).clean(text)
    except ValidationError as wrong:
        return wrong.messages


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("", []), (" \n \n", []), ("31/03/2016", [MARCH]), ("2016-03-31", [MARCH])),
        ("31 March 2016", [MARCH]),
        ("30/06/2016\r\n31/03/2016\n31/03/2016", [MARCH, JUNE]),
        ("3/4/2016", [date(2016, 4, 3)]),
        ("31/03/2016\nsoon", ["Line 2 is not a date. Write it as 31/12/2017."]),
        ("31/02/2016", ["Line 1 is not a date. Write it as 31/12/2017."]),
        ("\n31/03/0216", ["Line 2 is not a date. Write it as 31/12/2017."]),
        ("31/03/2016\n" * (MOST_DAYS + 1), [f"Give at most {MOST_DAYS} days at one time."]),
    ],
)
def test_a_day_to_a_line(text, told):
    assert typed(text) == told


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), max_size=9))
def test_what_is_shown_again_reads_the_same(days):
    assert typed(DaysField(required=False).prepare_value(days)) == sorted(set(days))


@pytest.mark.django_db
def test_what_is_said_of_days_reaches_check_and_register(client, monkeypatch):
    said = []

    def told(does):
        def doing(**given):
            said.append((given["as_at"], given["covers_to"]))
            return does(**given)

        return doing

    kinds = [one for one in imports.KINDS if one is not imports.RETURN]
    ways = {"check": told(imports._check), "write": told(imports._import)}
    watched = replace(imports.RETURN, **ways)
    monkeypatch.setattr("assurance.imports.kinds.KINDS", (*kinds, watched))
    officer = cast.make_user("officer", subject="looked_after")
    client.force_login(officer)
    run = checked(*RETURN, by=officer, council=officer.council, kinds=(watched,))
    here = reverse("imports:record", args=[run.pk])
    [form] = Page(client.get(here)).posted(here)
    asked = {"as_at": "30/06/2016\n31/03/2016", "covers_to_day": "30", "covers_to_month": "6"}
    page = client.post(here, {**form.sent(), **asked, "covers_to_year": "16"}).content.decode()
    assert "must have a year of 4 numbers" in page and "30/06/2016" in page
    page = client.post(here, {**form.sent(), **asked, "covers_to_year": "2016"}, follow=True)
    assert "31/03/2016\n30/06/2016" in page.content.decode()
    run = ImportRun.objects.get()
    assert (run.as_at, run.covers_to) == (["2016-03-31", "2016-06-30"], JUNE)
    operations.import_files(run=run, kinds=(watched,), by=officer, on=ON)
    assert said[0] == ((), None) and {*said[-2:]} == {((MARCH, JUNE), JUNE)}


@pytest.mark.django_db
def test_days_are_asked_of_a_return_alone_and_left_as_they_were_elsewhere(client):
    officer = cast.officer()
    client.force_login(officer)
    days = Days((MARCH,), None)
    run = checked(table(imports.row(1)), by=officer, days=days)
    here = reverse("imports:record", args=[run.pk])
    [form] = Page(client.get(here)).posted(here)
    assert "as_at" not in form.sent()
    client.post(here, form.sent())
    assert ImportRun.objects.get().as_at == ["2016-03-31"]
