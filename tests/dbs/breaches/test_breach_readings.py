"""Breaches on every day of a fortnight, against reckoning by hand, and each of their steps."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules.breaches import faults_of_breach
from assurance.records import operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make import dbs, people
from tests.sweeping import swept

DAY, ONE = date(2016, 2, 29), timedelta(1)
# When each was found, put right and closed, in days after the 29th of February; None is not yet.
COURSES = ((0, None, None), (0, 0, 0), (0, 1, 3), (2, 2, None), (3, 4, 9), (-400, -1, 1))


def course(found, remedied, closed, **said):
    """A breach that took that course."""
    days = {"found_on": DAY + found * ONE}
    if remedied is not None:
        days |= {"remedied_on": DAY + remedied * ONE, "remedy": "Renewed"}
    if closed is not None:
        days |= {"closed_on": DAY + closed * ONE, "closer": "Head of Service"}
    return dbs.breach(**days, **said)


def withdraw(breach):
    """Withdraws it."""
    doing = {"by": officer(), "on": DAY}
    return operations.withdraw(record=breach, version=1, because="Twice", **doing)


def test_every_thing_that_is_wrong_is_said_and_each_at_its_own_field():
    early = DAY - ONE
    said = {"people": 0, "found_on": DAY, "told_on": early, "remedied_on": early}
    found = faults_of_breach({**said, "closed_on": early - ONE})
    assert [field for field, _ in found] == [
        *("people", "told_meeting", "told_on", "remedy", "remedied_on"),
        *("closer", "closed_on"),
    ]
    sentences = dict(found)
    begins = "It was found on 29 February 2016: it cannot have been"
    assert sentences["told_on"] == f"{begins} reported to a meeting before that date"
    assert sentences["remedied_on"] == f"{begins} put right before that date"
    assert sentences["closed_on"].startswith("It was put right on 28 February 2016: it cannot have")


@pytest.mark.django_db
def test_which_are_open_and_which_closed_on_each_day_of_a_fortnight():
    assert Breach.objects.first_day() is None
    kept = {course(*one): one for one in COURSES}
    gone, theirs = course(-500, 1, 3), course(0, 1, 3, council=make_council("otherby"))
    withdraw(gone)
    rows = Breach.objects.of(make_council())
    for number in range(-3, 11):
        day = DAY + number * ONE
        still = {
            row
            for row, (found, _, closed) in kept.items()
            if found <= number and (closed is None or closed > number)
        }
        ended = {row for row, (_, _, closed) in kept.items() if closed == number}
        assert set(rows.open_on(day)) == still, day
        assert set(rows.closed_in(day, day)) == ended, day
    assert rows.first_day() == DAY - 400 * ONE
    assert theirs not in rows and theirs in Breach.objects.open_on(DAY)


@pytest.mark.django_db
def test_the_lists_filters_together_find_what_each_row_says():
    for group, one in product(("employee", "panel"), COURSES):
        course(*one, group=group)
    every = list(Breach.objects.all())
    for group, state in product(("", "employee", "panel", "governor"), ("", "open", "closed")):
        wanted = [
            row
            for row in every
            if group in ("", row.group)
            and (not state or (row.closed_on is None) == (state == "open"))
        ]
        assert list(Breach.objects.filtered(group=group, state=state)) == wanted, (group, state)
    assert Breach.objects.of_groups([]).count() == 0
    assert Breach.objects.of_groups(["panel", "governor"]).count() == len(COURSES)


@pytest.mark.django_db
@swept([(0, None, None, "Open"), (0, 0, None, "Open, remedied"), (0, 0, 0, "Closed")])
def test_a_breach_says_where_it_stands_and_whom_it_is_about(found, remedied, closed, state):
    breach = course(found, remedied, closed, people=3, group="foster_carer")
    assert (breach.state, breach.whom) == (state, "Foster carer: 3")
    assert str(breach) == "Breach found on 29 February 2016"
    own = course(found, remedied, closed, person=people.person(name="Post Holder"))
    assert (own.state, own.whom) == (state, "Post Holder")


@pytest.mark.django_db
def test_history_says_each_step_and_keeps_free_words_and_days_about_a_person_out():
    doing = {"by": officer(), "on": DAY}
    said = {"group": "employee", "policy": "Every 36 months", "found_on": DAY}
    breach = operations.create(
        model=Breach,
        council=make_council(),
        person=people.person(),
        cause="Letter went astray",
        **said,
        **doing,
    )
    closer = people.post()
    put_right = {"remedied_on": DAY, "closed_on": DAY, "remedy": "Renewed", "closer": closer}
    breach = operations.change(record=breach, version=1, **put_right, **doing)
    breach = operations.change(
        record=breach, version=2, **{"closed_on": None, "closer": None}, **doing
    )
    assert breach.state == "Open, remedied"
    withdrawn = operations.withdraw(record=breach, version=3, because="Found twice", **doing)
    assert (withdrawn.withdrawn_on, withdrawn.withdrawn_by) == (DAY, doing["by"])
    entries = list(HistoryEntry.objects.about(breach))[::-1]
    steps = ("record", "change", "change", "withdraw")
    assert [entry.what for entry in entries] == [f"dbs_breaches.{step}" for step in steps]
    chain = " ".join(str(entry.changes) for entry in entries)
    for words in ("astray", "Renewed", "Found twice"):
        assert words not in chain, words
    for entry in entries[:3]:
        assert "2016-02-29" not in str(entry.changes), "a day about a person is told by digest"
    assert entries[2].changes["closer"] == {"from": "Head of Service", "to": None}
    assert HistoryDetail.objects.exists()


@pytest.mark.django_db
def test_what_changes_is_held_against_what_stands():
    breach, doing = course(0, 2, None), {"by": officer(), "on": DAY}
    closing = {"closer": people.post(), "closed_on": DAY + ONE}
    for said, field in (
        ({"found_on": DAY + 3 * ONE}, "remedied_on"),
        ({"remedy": ""}, "remedy"),
        ({"people": 0}, "people"),
        ({"told_meeting": "Management team"}, "told_on"),
        (closing, "closed_on"),
    ):
        with pytest.raises(Refused) as refused:
            operations.change(record=breach, version=1, **said, **doing)
        assert refused.value.field == field
    assert operations.change(record=breach, version=1, people=4, **doing).people == 4


def test_the_form_of_a_person_without_a_role_asks_for_the_group(signed_in):
    person = people.person()
    form = signed_in.get(f"/dbs/{person.pk}/breaches/add/").context["form"]
    assert form.initial["group"] == "" and "people" not in form.fields
    assert form.initial["policy"] == "Re-check every 36 months"
    assert form.initial["found_on"] == date(2016, 1, 18)
    whole = signed_in.get("/dbs/breaches/add/").context["form"]
    assert whole.fields["people"].initial == 1 and whole.initial["group"] == ""
