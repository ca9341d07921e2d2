"""The dates of tasks, as their owner's calendar holds it under its private address."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from assurance.accounts import operations
from assurance.accounts.access import Subject
from assurance.accounts.models.notices import Notices
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.tasks.dates import dates_of
from tests import cast
from tests.make import audits, dbs, findings, improvements, looked_after, papers, people

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The demonstration's day."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def action(**said):
    """An action begun a year before."""
    return improvements.action(starts_on=date(2015, 1, 18), **said)


def made_for(user):
    """A calendar's private address, made for `user`."""
    return operations.make_calendar(user=user, by=user, on=DAY)[1]


def events(private):
    """(day, words, address) of each event of the calendar at a private address."""
    answer = Client().get(reverse("calendar", args=[private]))
    assert answer.status_code == 200, answer.status_code
    calendar = Calendar.from_ical(answer.content)
    found = list(calendar.walk("VEVENT"))
    assert len({str(one["uid"]) for one in found}) == len(found)
    return [(one["dtstart"].dt, str(one["summary"]), str(one["url"])) for one in found]


def test_rechecks_are_told_by_the_month_and_by_number_and_nobody_is_named():
    dbs.policy(interval_months=36)
    for number, issued in enumerate((date(2013, 1, 20), date(2013, 1, 31), date(2013, 3, 1))):
        person = people.engagement(person=people.person(name=f"Quibblewick {number}")).person
        dbs.dbs_check(person=person, issued_on=issued)
    found = events(made_for(cast.officer()))
    assert "Quibblewick" not in repr(found)
    assert [(day, words) for day, words, _ in found] == [
        (DAY, "2 DBS re-checks fall due in January 2016"),
        (date(2016, 3, 1), "1 DBS re-check falls due in March 2016"),
    ]


def test_actions_stand_on_their_due_days_the_late_ones_too_and_the_done_ones_not():
    for number, due in enumerate((DAY - timedelta(days=3), DAY + timedelta(days=30))):
        action(reference=f"A{number}", due_on=due)
    told = {"status": "done", "done_on": DAY, "checker": "Director", "evidence": "Seen"}
    action(reference="A9", due_on=DAY, **told)
    found = events(made_for(cast.officer()))
    assert [day for day, _, _ in found] == [DAY - timedelta(days=3), DAY + timedelta(days=30)]
    assert found[0][1].startswith("Action A0 is due (")
    assert found[0][2].startswith("http://testserver/actions/")


def test_censuses_meetings_rounds_and_reviews_are_told_to_those_who_keep_them():
    council = cast.make_council()
    council.census_days.create(month=12, day=1)
    papers.paper(title="Assurance report", meeting=papers.meeting(date=date(2016, 2, 2)))
    looked_after.census(council=council)
    assert [day for day, _, _ in events(made_for(cast.officer()))] == [date(2016, 12, 1)]
    assert [day for day, _, _ in events(made_for(cast.clerk()))] == [date(2016, 2, 2)]
    audits.audit_round(
        start=date(2015, 9, 1), end=date(2016, 2, 29), report_due_on=date(2016, 3, 15)
    )
    found = events(made_for(cast.officer(subject=Subject.AUDITS)))
    assert [(day, words) for day, words, _ in found] == [
        (date(2016, 2, 29), "Case-file audit, September 2015: ends"),
        (date(2016, 3, 1), "The next round after “Case-file audit, September 2015” is due"),
        (date(2016, 3, 15), "Case-file audit, September 2015: result is due"),
    ]
    inspection = {"published_on": date(2015, 12, 1), "response_received_on": date(2015, 12, 1)}
    findings.review(**on_site(date(2015, 10, 5)), **inspection)
    findings.review(kind="peer_review", **on_site(date(2015, 6, 1)), published_on=None)
    found = events(made_for(cast.officer(subject=Subject.FINDINGS)))
    # Seventy working days from 1 December 2015, Christmas and New Year's Day left out.
    assert [(day, words) for day, words, _ in found] == [
        (date(2016, 3, 3), "Follow-up of “Inspection 2” is due"),
        (date(2016, 3, 11), "Reply to “Inspection 1” is due"),
    ]


def on_site(day):
    """The days on site of a review that began on `day`."""
    return {"started_on": day, "ended_on": day + timedelta(days=2)}


def test_a_calendar_holds_what_its_account_may_see_and_no_other_councils():
    action(due_on=DAY, text="Quibblewick visits more")
    [(_day, words, _address)] = events(made_for(cast.officer(subject=Subject.IMPROVEMENTS)))
    assert "Quibblewick" not in words
    assert events(made_for(cast.officer(subject=Subject.DBS))) == []
    assert events(made_for(cast.officer(cast.make_council("elsewhere")))) == []
    assert events(made_for(cast.member())) == []


def test_its_address_is_told_once_replaced_stopped_kept_nowhere_and_gone_with_the_account():
    user = cast.officer()
    first = made_for(user)
    assert len(first) >= 40 and first not in Notices.objects.get().feed_digest
    told = HistoryEntry.objects.get(what="accounts.make_calendar")
    assert set(told.changes) == {"feed_made_on"}
    second = made_for(user)
    assert status(first) == 404
    assert events(second) == []
    operations.stop_calendar(user=user, by=user, on=DAY)
    assert status(second) == 404
    with pytest.raises(Refused, match="no calendar address"):
        operations.stop_calendar(user=user, by=user, on=DAY)
    private = made_for(user)
    answer = Client().get(reverse("calendar", args=[private]))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Type"].startswith("text/calendar")
    user.is_active = False
    user.save()
    assert status(private) == 404


def status(private):
    """How the calendar at a private address is answered."""
    return Client().get(reverse("calendar", args=[private])).status_code


def test_the_dates_ask_the_same_number_of_queries_however_many_there_are(
    django_assert_max_num_queries,
):
    user = cast.officer()
    for number in range(30):
        action(reference=f"A{number}", due_on=DAY + timedelta(days=number))
    with django_assert_max_num_queries(20):
        assert len(dates_of(user, DAY)) == 30
