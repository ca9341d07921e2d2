"""By when a breach is to be put right, and which are late: never a withdrawn one."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules.breaches import faults_of_breach, is_late
from assurance.figures.quotable import RECORDS
from assurance.records import operations
from tests.cast import make_council, officer
from tests.dbs.entries import typed
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.page_requests import errors
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 18), timedelta(1)
FOUND = date(2016, 1, 6)


def reckoned_late(due, remedied, withdrawn):
    """Whether it is late on the day, told from its days one by one."""
    if withdrawn or due is None:
        return False
    open_days = [FOUND + n * ONE for n in range(40) if not remedied or FOUND + n * ONE < remedied]
    return DAY in open_days and due < DAY


def every_course():
    """(due, remedied, withdrawn) about the day."""
    days = (None, DAY - ONE, DAY, DAY + ONE)
    return [(due, done, gone) for due in days for done in days for gone in (False, True)]


@swept(every_course())
def test_a_breach_is_late_from_the_day_after_until_it_is_put_right(due, remedied, withdrawn):
    row = SimpleNamespace(remedy_due_on=due, remedied_on=remedied, is_withdrawn=withdrawn)
    assert is_late(row, DAY) is reckoned_late(due, remedied, withdrawn)


@pytest.mark.long
@pytest.mark.django_db
def test_the_database_finds_the_same_ones_late():
    wanted = set()
    for due, remedied, withdrawn in every_course():
        row = dbs.breach(
            remedy_due_on=due, remedied_on=remedied, remedy="Renewed" if remedied else ""
        )
        if withdrawn:
            row = operations.withdraw(
                record=row, version=1, because="Entered twice", by=officer(), on=DAY
            )
        if reckoned_late(due, remedied, withdrawn):
            wanted.add(row.pk)
            assert row.state_on(DAY).endswith(", late")
        else:
            assert "late" not in row.state_on(DAY)
    rows = Breach.objects.of(make_council())
    assert {row.pk for row in rows.late_on(DAY)} == wanted and wanted
    closed = dbs.breach(
        **{"remedy_due_on": FOUND, "remedied_on": FOUND, "remedy": "Renewed"},
        **{"closed_on": FOUND, "closer": "Director"},
    )
    assert closed.pk not in {row.pk for row in rows.late_on(DAY)}


def test_a_day_by_which_before_the_day_it_was_found_is_refused():
    fields = {"people": 1, "found_on": FOUND, "remedy_due_on": FOUND - ONE}
    text = "It was found on 6 January 2016: it cannot be due before that date"
    assert faults_of_breach(fields) == [("remedy_due_on", text)]
    assert faults_of_breach({**fields, "remedy_due_on": FOUND}) == []


@pytest.mark.django_db
def test_the_list_the_page_and_the_position_say_which_are_late(signed_in):
    people.cohort(usual=True)
    dbs.policy()
    late, other = dbs.breach(remedy_due_on=DAY - ONE), dbs.breach(remedy_due_on=DAY)
    gone = dbs.breach(remedy_due_on=DAY - ONE)
    signed_in.post(f"/dbs/breaches/{gone.pk}/withdraw/", {"because": "Twice", "version": 1})
    answer = signed_in.get("/dbs/breaches/", {"state": "late"})
    assert [line["record"] for line in answer.context["lines"]] == [late]
    assert "Open, late" in page_of(answer)
    assert "late" not in page_of(signed_in.get(f"/dbs/breaches/{other.pk}/")).partition("<main")[2]
    position = signed_in.get("/dbs/position/")
    assert position.context["breaches_late"] == 1
    assert "to be put right by 17 January 2016" in page_of(position)


@pytest.mark.django_db
def test_a_breach_is_recorded_with_the_day_by_which_it_is_put_right(signed_in):
    fields = typed(
        **{"group": "employee", "people": "2", "policy": "Every 36 months", "found_on": FOUND},
        **{"cause": "No reminder was sent", "remedy_due_on": FOUND - ONE},
    )
    found = errors(signed_in.post("/dbs/breaches/add/", fields))
    assert list(found) == ["remedy_due_on"]
    signed_in.post("/dbs/breaches/add/", fields | typed(remedy_due_on=date(2016, 2, 29)))
    assert Breach.objects.get().remedy_due_on == date(2016, 2, 29)
    told = {**fields, **typed(remedy_due_on=None), "cause": "She has a conviction"}
    assert list(errors(signed_in.post("/dbs/breaches/add/", told))) == ["cause"]


@pytest.mark.django_db
def test_a_report_quotes_the_month_by_which_and_never_the_words():
    row = dbs.breach(remedy_due_on=date(2016, 2, 29), remedy="Renewed")
    kind = RECORDS["breach"]
    assert kind.fields["due_in"](row) == kind.fields["month"](dbs.breach(found_on=date(2016, 2, 1)))
    assert not {"remedy", "cause", "person", "people", "group"} & set(kind.fields)


@pytest.mark.django_db
def test_the_list_narrows_to_open_ones_without_a_date():
    undated = dbs.breach()
    dbs.breach(remedy_due_on=DAY)
    dbs.breach(remedied_on=DAY, remedy="Renewed")
    gone = dbs.breach()
    operations.withdraw(record=gone, version=1, because="Entered twice", by=officer(), on=DAY)
    rows = Breach.objects.of(make_council()).filtered(state="undated", day=DAY)
    assert list(rows) == [undated]
