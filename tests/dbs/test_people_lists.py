"""The list of the DBS register: its filters, what it says of a day, and its file."""

import csv
from datetime import date

import pytest

from assurance.dbs.forms.people import PersonFilters
from assurance.dbs.models import statuses as standing
from tests.cast import make_council
from tests.dbs.entries import typed
from tests.make import dbs, people

pytestmark = pytest.mark.django_db


def names(answer):
    """The names of the people on a list page."""
    return [line["record"].name for line in answer.context["lines"]]


def register():
    """Four people: overdue, due soon, in date, without a check; two services."""
    for name, issued in (
        ("Overdue", date(2013, 1, 2)),
        ("Due", date(2013, 1, 20)),
        ("Dated", date(2014, 6, 2)),
        ("Without", None),
    ):
        service = "Fostering" if name == "Dated" else "Child in Need"
        group = "panel" if name == "Dated" else "employee"
        role = people.engagement(person=people.person(name=name), service=service, group=group)
        if issued:
            dbs.dbs_check(person=role.person, issued_on=issued)
    dbs.policy()


FOUND = (
    ({}, ["Dated", "Due", "Overdue", "Without"]),
    ({"status": "OVERDUE"}, ["Overdue"]),
    ({"status": "without_check"}, ["Without"]),
    ({"status": "OVERDUE", **typed(at=date(2016, 1, 21))}, ["Due", "Overdue"]),
    (typed(due_from=date(2016, 1, 20), due_to=date(2016, 1, 20)), ["Due"]),
    (typed(due_from=date(2016, 1, 21)), ["Dated"]),
    (typed(due_to=date(2016, 1, 31)), ["Due"]),
    ({"group": "panel", "service": "Fostering", "text": "dat"}, ["Dated"]),
    ({"service": "Fostering", "group": "employee"}, []),
    ({"text": "over"}, ["Overdue"]),
)


def test_the_list_is_filtered_and_says_status_and_due_day_of_the_day_asked_for(signed_in):
    register()
    rows = standing.register(make_council())
    for asked, found in FOUND:
        form = PersonFilters(asked, council=make_council())
        assert [one.name for one in form.narrow(rows).order_by("name")] == found, asked
    answer = signed_in.get("/dbs/", {**typed(at=date(2016, 1, 21)), "status": "needing"})
    assert names(answer) == ["Dated", "Due", "Overdue", "Without"]
    page = answer.content.decode()
    assert page.count('data-label="Status">Overdue, nothing applied for (forecast)</td>') == 2
    assert "2 Jun 2017" in page and "2 Jan 2016" in page
    assert "by their status on 21 January 2016" in page


def test_the_list_becomes_a_file_without_any_number(signed_in):
    register()
    answer = signed_in.get("/dbs/list.csv", {"status": "compliant"})
    rows = list(csv.reader(answer.getvalue().decode("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["Name", "Dated", "Due"]
    assert "2017-06-02" in rows[1] and "Adoption or fostering panel member" in rows[1]
    assert not [cell for row in rows for cell in row if cell.isdigit() and len(cell) == 12]


@pytest.mark.parametrize(
    ("day", "is_forecast"), [(date(2016, 1, 18), False), (date(2016, 1, 19), True)]
)
def test_statuses_of_a_day_to_come_are_marked_as_a_forecast_in_the_list_and_its_file(
    signed_in, day, is_forecast
):
    register()
    asked = typed(at=day)
    page = signed_in.get("/dbs/", asked).content.decode()
    assert ("if no one is re-checked" in page) is is_forecast
    answer = signed_in.get("/dbs/list.csv", asked)
    rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
    assert {row["Status"].endswith(" (forecast)") for row in rows} == {is_forecast}
