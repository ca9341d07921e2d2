"""Breaches: what may be recorded, from a person's page or of a group, until they are closed."""

from datetime import date

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules.faults import faults_of_breach
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import clerk, make_council, officer
from tests.dbs.entries import errors, typed
from tests.make import dbs, people
from tests.sweeping import swept

FOUND, TOLD, DONE = date(2016, 1, 6), date(2016, 1, 8), date(2016, 1, 12)
WHOLE = {
    **{"people": 1, "found_on": FOUND, "told_meeting": "Management team", "told_on": TOLD},
    **{"remedy": "Renewed", "remedied_on": DONE, "closed_on": DONE, "closed_by_role": "Head"},
}
SAID = {
    **{"group": "employee", "people": 2, "policy": "Re-check every 36 months"},
    **{"found_on": FOUND, "cause": "Nobody asked in time"},
}


@swept(
    [
        ({"people": 0}, "people", "at least 1"),
        ({"person": object(), "people": 2}, "people", "counts one"),
        ({"told_on": None}, "told_on", "Enter the day that the meeting was told"),
        ({"told_meeting": ""}, "told_meeting", "Enter which meeting was told"),
        ({"told_on": date(2016, 1, 5)}, "told_on", "found on 6 January 2016: it cannot have been"),
        ({"remedy": ""}, "remedy", "Say what put it right"),
        ({"remedied_on": date(2016, 1, 5)}, "remedied_on", "cannot have been put right before"),
        ({"closed_by_role": ""}, "closed_by_role", "Enter the role that closed it"),
        ({"closed_on": None}, "closed_on", "Enter the day that it was closed"),
        ({"closed_on": date(2016, 1, 11)}, "closed_on", "put right on 12 January 2016"),
        ({"remedied_on": None}, "remedied_on", "a breach is closed after that"),
    ]
)
def test_what_does_not_fit_together_gets_its_sentence(said, field, sentence):
    [(where, told)] = faults_of_breach({**WHOLE, **said})
    assert where == field and sentence in told


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"person": object()},
        dict.fromkeys(("told_meeting", "told_on", "closed_on", "closed_by_role"), None),
        {"found_on": DONE, "told_on": DONE},
        {"remedied_on": None, "closed_on": None, "closed_by_role": ""},
    ],
)
def test_what_fits_together_is_taken(said):
    assert faults_of_breach({**WHOLE, **said}) == []


@pytest.mark.django_db
def test_a_breach_is_recorded_closed_and_withdrawn():
    doing = {"by": officer(), "on": DONE}
    breach = operations.create(model=Breach, council=make_council(), **SAID, **doing)
    assert (breach.state, breach.whom) == ("Open", "2 of: Employee")
    entry = HistoryEntry.objects.get(what="dbs_breaches.record")
    assert "Nobody asked" not in str(entry.changes), "free words stay out of the chain"
    put_right = {"remedy": "Renewed", "remedied_on": DONE}
    breach = operations.change(record=breach, version=1, **put_right, **doing)
    assert breach.state == "Open, remedied"
    with pytest.raises(EditConflict):
        operations.change(record=breach, version=1, people=3, **doing)
    closed = {"closed_on": DONE, "closed_by_role": "Head of Service"}
    breach = operations.change(record=breach, version=2, **closed, **doing)
    assert breach.state == "Closed"
    breach = operations.withdraw(record=breach, version=3, because="Of another year", **doing)
    for operation, more in (
        (operations.change, {"people": 1}),
        (operations.withdraw, {"because": "Again"}),
    ):
        with pytest.raises(Refused, match="withdrawn"):
            operation(record=breach, version=4, **more, **doing)


@pytest.mark.django_db
def test_a_breach_that_does_not_fit_together_is_not_recorded():
    doing = {"council": make_council(), "by": officer(), "on": DONE}
    with pytest.raises(Refused, match="a breach is closed after that") as refused:
        operations.create(model=Breach, **SAID, closed_on=DONE, closed_by_role="Head", **doing)
    assert refused.value.field == "remedied_on"
    gone = people.person(withdrawn_on=DONE, withdrawn_by=doing["by"], withdrawn_because="Twice")
    with pytest.raises(Refused, match="withdrawn"):
        operations.create(model=Breach, person=gone, **{**SAID, "people": 1}, **doing)
    with pytest.raises(Refused, match="counts one"):
        operations.create(model=Breach, person=people.person(), **SAID, **doing)
    assert not Breach.objects.exists()


@pytest.mark.django_db
def test_which_breaches_are_open_on_a_day_and_closed_in_a_period():
    done = {"remedy": "Renewed", "remedied_on": DONE, "closed_on": DONE, "closed_by_role": "Head"}
    still, closed = dbs.breach(found_on=FOUND), dbs.breach(found_on=FOUND, **done)
    rows = Breach.objects.all()
    for day, found in (
        (date(2016, 1, 5), set()),
        (FOUND, {still, closed}),
        (date(2016, 1, 11), {still, closed}),
        (DONE, {still}),
    ):
        assert set(rows.open_on(day)) == found, day
    assert list(rows.closed_in(DONE, DONE)) == [closed]
    assert not rows.closed_in(FOUND, date(2016, 1, 11)).exists()
    assert rows.of_groups(["agency"]).count() == 0 < rows.of_groups(None).count()


def test_a_breach_of_a_person_begins_with_what_is_known(signed_in):
    dbs.policy(interval_months=24)
    person = people.engagement(group="agency").person
    page = signed_in.get(f"/dbs/{person.pk}/breaches/add/").content.decode()
    assert "Re-check every 24 months" in page and "How many people" not in page
    assert '<option value="agency" selected>' in page
    entry = typed(**{**SAID, "group": "agency"})
    answer = signed_in.post(f"/dbs/{person.pk}/breaches/add/", entry, follow=True)
    assert answer.redirect_chain[-1][0] == f"/dbs/{person.pk}/"
    assert "Breach found on 6 January 2016" in answer.content.decode()
    breach = Breach.objects.get()
    assert (breach.person, breach.people, breach.group) == (person, 1, "agency")
    page = signed_in.get(f"/dbs/breaches/{breach.pk}/").content.decode()
    assert person.name in page and "Nobody asked in time" in page


def test_a_breach_of_several_is_recorded_listed_and_filtered(signed_in):
    answer = signed_in.post("/dbs/breaches/add/", typed(**SAID), follow=True)
    assert "2 of: Employee" in answer.content.decode()
    lines = {
        asked: len(signed_in.get(f"/dbs/breaches/?{asked}").context["lines"])
        for asked in ("", "state=open", "state=closed", "group=employee", "group=panel")
    }
    assert list(lines.values()) == [1, 1, 0, 1, 0]
    file = signed_in.get("/dbs/breaches/list.csv").content.decode()
    assert "2 of: Employee" in file and "Nobody asked" not in file
    assert "Nobody asked" in signed_in.get("/dbs/breaches/list.csv?free_text=yes").content.decode()


def test_a_breach_is_changed_on_its_page_until_it_is_closed(signed_in):
    breach = dbs.breach(person=people.engagement().person)
    entry = typed(**{**SAID, **WHOLE, "people": ""}) | {"version": "1"}
    answer = signed_in.post(f"/dbs/breaches/{breach.pk}/change/", entry, follow=True)
    page = answer.content.decode()
    assert "Breach changed." in page and "Closed" in page
    breach.refresh_from_db()
    assert (breach.people, breach.told_meeting, breach.closed_on) == (1, "Management team", DONE)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"people": "0"}, "people"),
        ({"people": "many"}, "people"),
        ({"cause": ""}, "cause"),
        ({"group": ""}, "group"),
        ({"found_on": date(2100, 1, 1)}, "found_on"),
        ({"told_meeting": "Management team"}, "told_on"),
        ({"closed_by_role": "Head"}, "closed_on"),
    ],
)
def test_a_wrong_breach_gets_its_sentence(signed_in, said, field):
    answer = signed_in.post("/dbs/breaches/add/", typed(**{**SAID, **said}))
    assert list(errors(answer)) == [field]
    assert not Breach.objects.exists()


def test_breaches_are_for_who_keeps_dbs_checks(client, db):
    breach = dbs.breach(person=people.person())
    client.force_login(clerk())
    for address in ("", f"{breach.pk}/", "list.csv"):
        assert client.get(f"/dbs/breaches/{address}").status_code == 403
