"""Breaches: what may be recorded, from a person's page or of a group, until they are closed."""

from datetime import date

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules.breaches import faults_of_breach
from assurance.records import operations
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.dbs.entries import typed
from tests.make import dbs, people
from tests.sweeping import swept

FOUND, TOLD, DONE = date(2016, 1, 6), date(2016, 1, 8), date(2016, 1, 12)
WHOLE = {
    **{"people": 1, "found_on": FOUND, "told_meeting": "Management team", "told_on": TOLD},
    **{"remedy": "Renewed", "remedied_on": DONE, "closed_on": DONE, "closer": "Head"},
}
SAID = {
    **{"group": "employee", "people": 2, "policy": "Re-check every 36 months"},
    **{"found_on": FOUND, "cause": "Nobody asked in time"},
}


@swept(
    [
        ({"people": 0}, "people", "at least 1"),
        ({"person": object(), "people": 2}, "people", "counts one"),
        ({"told_on": None}, "told_on", "Enter the date that the meeting was informed"),
        ({"told_meeting": ""}, "told_meeting", "Enter the meeting that was informed"),
        ({"told_on": date(2016, 1, 5)}, "told_on", "found on 6 January 2016: it cannot have been"),
        ({"remedy": ""}, "remedy", "Describe how it was put right"),
        ({"remedied_on": date(2016, 1, 5)}, "remedied_on", "cannot have been put right before"),
        ({"closer": None}, "closer", "Select the post that closed it"),
        ({"closed_on": None}, "closed_on", "Enter the date that it was closed"),
        ({"closed_on": date(2016, 1, 11)}, "closed_on", "put right on 12 January 2016"),
        ({"remedied_on": None}, "remedied_on", "a breach is closed after that"),
    ]
)
def test_what_does_not_fit_together_gets_its_sentence(said, field, sentence):
    [(where, told)] = faults_of_breach({**WHOLE, **said})
    assert where == field and sentence in told


@pytest.mark.django_db
def test_a_breach_that_does_not_fit_together_is_not_recorded():
    doing = {"council": make_council(), "by": officer(), "on": DONE}
    with pytest.raises(Refused, match="a breach is closed after that") as refused:
        operations.create(model=Breach, **SAID, closed_on=DONE, closer=people.post(), **doing)
    assert refused.value.field == "remedied_on"
    gone = people.person(withdrawn_on=DONE, withdrawn_by=doing["by"], withdrawn_because="Twice")
    with pytest.raises(Refused, match="withdrawn"):
        operations.create(model=Breach, person=gone, **{**SAID, "people": 1}, **doing)
    with pytest.raises(Refused, match="counts one"):
        operations.create(model=Breach, person=people.person(), **SAID, **doing)
    assert not Breach.objects.exists()


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
    assert "Employee: 2" in answer.content.decode()
    lines = {
        asked: len(signed_in.get(f"/dbs/breaches/?{asked}").context["lines"])
        for asked in ("", "state=open", "state=closed", "group=employee", "group=panel")
    }
    assert list(lines.values()) == [1, 1, 0, 1, 0]
    file = signed_in.get("/dbs/breaches/list.csv").getvalue().decode()
    assert "Employee: 2" in file and "Nobody asked" not in file
    assert (
        "Nobody asked" in signed_in.get("/dbs/breaches/list.csv?free_text=yes").getvalue().decode()
    )


def test_a_breach_is_changed_on_its_page_and_not_closed_there(signed_in):
    breach = dbs.breach(person=people.engagement().person)
    entry = typed(**{**SAID, **WHOLE, "people": "", "closer": ""}) | {"version": "1"}
    answer = signed_in.post(f"/dbs/breaches/{breach.pk}/change/", entry, follow=True)
    page = answer.content.decode()
    assert "Breach changed." in page and "It waits to be closed." in page
    breach.refresh_from_db()
    assert (breach.people, breach.told_meeting, breach.closed_on) == (1, "Management team", None)
    assert breach.remedy_recorded_by is not None
