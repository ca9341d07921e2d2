"""Closing a breach: another person than who recorded how it was put right, for a post of theirs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.models.breaches import Breach
from assurance.dbs.operations import breaches
from assurance.dbs.rules import second_persons
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.dbs.entries import typed
from tests.make import dbs, people
from tests.page_requests import errors, words

pytestmark = pytest.mark.django_db
FOUND, DONE, ONE = date(2016, 1, 6), date(2016, 1, 12), timedelta(1)
DAY = date(2016, 1, 18)
SAID = {"group": "employee", "people": 2, "policy": "Every 36 months", "found_on": FOUND}
SAID |= {"cause": "Nobody asked in time"}
REMEDY = {"remedy": "Renewed", "remedied_on": DONE}


@pytest.fixture(autouse=True)
def on_the_day(settings):
    """The day on which breaches are closed."""
    settings.CANDOUR_TODAY = DAY.isoformat()


@pytest.fixture
def keeper():
    """Who records breaches, and holds a post of their own."""
    return people.holder(post=people.post("Head of Performance")).account


@pytest.fixture
def closer():
    """Who holds another post."""
    return people.holder(post=people.post("Head of Workforce")).account


def recorded(by, **said):
    """A breach recorded by the operation."""
    fields = {**SAID, **said, "council": make_council(), "by": by, "on": DAY}
    return breaches.record_breach(**fields)


def close(breach, by, title="Head of Workforce", **said):
    """Closes a breach by the operation."""
    fields = {"record": breach, "version": breach.version, "closed_on": DAY, **said}
    return breaches.close_breach(closer=people.post(title), by=by, on=DAY, **fields)


def test_one_records_how_it_was_put_right_and_another_closes_it(client, keeper, closer):
    client.force_login(keeper)
    answer = client.post("/dbs/breaches/add/", typed(**SAID, **REMEDY), follow=True)
    breach = Breach.objects.get()
    assert (breach.remedy_recorded_by, breach.remedy_recorded_on) == (keeper, DAY)
    page = f"/dbs/breaches/{breach.pk}/"
    shown = words(client.get(page))
    assert f"as {keeper} recorded on 18 January 2016. It waits to be closed." in shown
    assert "another person closes it" in shown and f"{page}close/" not in shown
    answer = client.get(f"{page}close/")
    sentence = "You recorded how this breach was put right: another person closes it"
    assert f"{sentence}." in words(answer) and 'name="closer"' not in answer.content.decode()
    post = people.post("Head of Workforce")
    fields = {"closer": post.pk, "version": 1, **typed(closed_on=DAY)}
    assert client.post(f"{page}close/", fields).status_code == 200
    client.force_login(closer)
    assert f"{page}close/" in words(client.get(page))
    answer = client.get(f"{page}close/")
    assert answer.context["form"].initial["closer"] == post.pk
    answer = client.post(f"{page}close/", fields, follow=True)
    assert "The breach has been closed." in words(answer) and "Head of Workforce" in words(answer)
    breach.refresh_from_db()
    assert (breach.closed_on, breach.closer, breach.state) == (DAY, post, "Closed")
    assert "It waits to be closed" not in words(answer)
    entry = HistoryEntry.objects.about(breach).order_by("-pk")[0]
    assert entry.what == "dbs_breaches.close"
    assert entry.changes["closer"] == {"from": None, "to": "Head of Workforce"}


def test_what_cannot_be_closed_says_why(keeper, closer):
    other = "another person closes it"
    cases = [
        (recorded(keeper), closer, {}, "Record first how this breach was put right"),
        (recorded(keeper, **REMEDY), keeper, {"title": "Head of Performance"}, other),
        (recorded(keeper, **REMEDY), closer, {"title": "Head of Performance"}, "are not in this"),
        (recorded(keeper, **REMEDY), closer, {"closed_on": DONE - ONE}, "cannot have been closed"),
        (close(recorded(keeper, **REMEDY), closer), closer, {}, "closed on 18 January 2016"),
    ]
    for breach, by, said, words_of in cases:
        with pytest.raises(Refused, match=words_of):
            close(breach, by, **said)
    stale = recorded(keeper, **REMEDY)
    with pytest.raises(EditConflict):
        close(stale, closer, version=stale.version + 1)


def test_nothing_closes_a_breach_beside_its_own_page(keeper):
    closing = {"closed_on": DAY, "closer": people.post()}
    with pytest.raises(Refused, match="closed on its own page"):
        recorded(keeper, **REMEDY, **closing)
    breach = recorded(keeper, **REMEDY)
    change = {"record": breach, "version": 1, "by": keeper, "on": DAY}
    with pytest.raises(Refused, match="closed on its own page"):
        breaches.change_breach(**change, **closing)
    assert Breach.objects.get(pk=breach.pk).closed_on is None


def test_who_puts_it_right_otherwise_is_who_does_not_close_it(keeper, closer):
    breach = recorded(keeper, **REMEDY)
    told = {"record": breach, "by": closer, "on": DAY + ONE}
    breach = breaches.change_breach(version=1, cause="The post was empty", **told)
    assert breach.remedy_recorded_by == keeper
    breach = breaches.change_breach(version=2, remedy="Renewed twice", **told)
    assert (breach.remedy_recorded_by, breach.remedy_recorded_on) == (closer, DAY + ONE)
    breach = breaches.change_breach(version=3, remedied_on=None, **told)
    assert breach.remedy_recorded_by is breach.remedy_recorded_on is None


def test_what_closed_it_is_corrected_or_emptied_on_its_form(client, keeper, closer):
    breach = close(recorded(keeper, **REMEDY), closer)
    client.force_login(keeper)
    page = f"/dbs/breaches/{breach.pk}/change/"
    fields = typed(**SAID, **REMEDY, closed_on=DAY - ONE, closer=people.post("Director"))
    client.post(page, {**fields, "version": breach.version})
    breach.refresh_from_db()
    assert (breach.closed_on, breach.closer.title) == (DAY - ONE, "Director")
    answer = client.post(page, {**fields, "closer": "", "version": breach.version})
    assert errors(answer)["closer"] == ["Select the post that closed it"]
    client.post(page, {**fields, **typed(closed_on=""), "closer": "", "version": breach.version})
    breach.refresh_from_db()
    assert breach.state == "Open, remedied"


def test_a_policy_of_the_day_it_was_put_right_lets_one_person_close_it(keeper):
    people.second_persons(from_date=DONE, breaches=False, reason="There is one officer.")
    assert not recorded(keeper, **REMEDY).needs_second
    early = recorded(keeper, remedy="Renewed", remedied_on=DONE - ONE)
    with pytest.raises(Refused, match="another person"):
        close(early, keeper, "Head of Performance")
    breach = close(recorded(keeper, **REMEDY), keeper, "Head of Performance")
    assert breach.closer.title == "Head of Performance"


def test_the_list_has_those_that_wait_to_be_closed(client, keeper, closer):
    waiting = recorded(keeper, **REMEDY)
    recorded(keeper)
    close(recorded(keeper, **REMEDY), closer)
    gone = {"withdrawn_on": DAY, "withdrawn_by": keeper, "withdrawn_because": "Twice"}
    dbs.breach(**REMEDY, **gone)
    client.force_login(closer)
    lines = client.get("/dbs/breaches/?state=remedied").context["lines"]
    assert [line["record"] for line in lines] == [waiting]


class Row:
    """A breach as the rule reads it."""

    def __init__(self, withdrawn, closed, remedied, recorder):
        self.withdrawn_on, self.closed_on, self.remedied_on = withdrawn, closed, remedied
        self.remedy_recorded_by_id = recorder


maybe = st.none() | st.just(DAY)


@written_cases()
@given(maybe, maybe, maybe, st.none() | st.integers(1, 2), st.booleans())
def test_only_an_open_breach_put_right_by_somebody_else_is_closed(gone, closed, done, who, needs):
    by = officer_of(1)
    sentence = second_persons.why_not_close(Row(gone, closed, done, who), by, needs_second=needs)
    is_free = not gone and not closed and done and not (needs and who == 1)
    assert (sentence is None) is bool(is_free)


def officer_of(key):
    """An account by its key, as the rule reads it."""
    return type("Account", (), {"pk": key})()


def test_somebody_without_a_post_is_told_what_to_do(client, keeper):
    breach = recorded(keeper, **REMEDY)
    client.force_login(officer())
    page = words(client.get(f"/dbs/breaches/{breach.pk}/close/"))
    assert "You are in no post today, so you cannot take this step." in page
