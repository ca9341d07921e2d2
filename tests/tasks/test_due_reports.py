"""Which reports are due, for whom a home shows them, and which days they are reckoned from."""

from datetime import date, timedelta

import pytest

from reports.editor.carry_forward.next_report import after, due_from
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.cards import cards_of, weeks_to
from tests import cast
from tests.make import looked_after, papers
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
MEETING = date(2016, 7, 19)
SIX_WEEKS = timedelta(weeks=6)
FIRST_HALF = {"period_start": date(2016, 1, 1), "period_end": date(2016, 6, 30)}
LAST = {"period_start": date(2015, 7, 1), "period_end": date(2015, 12, 31), "slug": "january-2016"}


@pytest.fixture
def last():
    """The last issued report of a series that reports every six months."""
    paper = papers.issued_paper(**LAST)
    paper.series.interval = "six_months"
    paper.series.save()
    papers.meeting(MEETING)
    return paper


def due(user, day):
    """The reports that are due: title, first and last day, meeting."""
    return [
        (row.title, row.period.start, row.period.end, row.meeting_on) for row in due_from(user, day)
    ]


def test_a_report_is_due_from_six_weeks_before_its_meeting(last):
    clerk, begins = cast.clerk(), MEETING - SIX_WEEKS
    assert due(clerk, begins - timedelta(days=1)) == []
    assert due(clerk, begins) == [
        ("Assurance report, July 2016", date(2016, 1, 1), date(2016, 6, 30), MEETING)
    ]
    assert due(clerk, date(2017, 3, 1)) == due(clerk, begins)
    assert weeks_to(MEETING, begins) == 6 and weeks_to(MEETING, MEETING) == 0
    assert weeks_to(MEETING, MEETING + timedelta(days=1)) is None


def test_a_series_without_an_interval_owes_nothing(last):
    last.series.interval = ""
    last.series.save()
    assert due(cast.clerk(), MEETING) == []


def test_a_report_about_some_of_the_period_or_a_later_one_ends_what_is_due(last):
    clerk = cast.clerk()
    begun = papers.paper(period_start=date(2016, 6, 30), period_end=date(2016, 12, 31))
    assert due(clerk, MEETING) == []
    row = Paper.objects.filter(pk=begun.pk)
    row.update(period_start=date(2017, 1, 1), period_end=date(2017, 6, 30))
    assert due(clerk, MEETING) == []
    row.update(created_on=MEETING + timedelta(days=1))
    assert len(due(clerk, MEETING)) == 1
    row.update(created_on=MEETING, period_start=date(2015, 1, 1), period_end=date(2015, 12, 31))
    assert len(due(clerk, MEETING)) == 1
    elsewhere = cast.clerk(cast.make_council("elsewhere"))
    assert due(elsewhere, MEETING) == []


def test_a_longer_interval_than_the_last_period_reports_on_all_its_months(last):
    last.series.interval = "yearly"
    last.series.save()
    [(_, start, end, _)] = due(cast.clerk(), date(2017, 12, 31))
    assert (start, end) == (date(2016, 1, 1), date(2016, 12, 31))


def test_without_a_meeting_the_day_is_as_far_on_as_the_period(last):
    last.meeting.body.meetings.filter(date=MEETING).delete()
    report = after(last)
    assert (report.meeting_on, report.is_known) == (date(2016, 7, 18), False)
    assert report.paper_date is None


def test_homes_of_clerk_officer_and_approver_show_what_is_due_and_others_nothing(last):
    commitment(paper=last, due_on=date(2016, 3, 31))
    day = MEETING - SIX_WEEKS
    people = cast.cast()
    cards = {role: cards_of(user, day) for role, user in people.items()}
    for role in ("clerk", "officer", "approver"):
        [card] = cards[role]
        assert (card.title, card.status, card.weeks) == (
            "Assurance report, July 2016",
            "Not started",
            6,
        )
        assert bool(card.address) == (role == "clerk")
        assert card.promised == 1
    assert cards["member"] == cards["administrator"] == []
    words = [need.words for need in needs_of(people["clerk"], day)]
    assert words.count("Assurance report, July 2016") == 1


def test_a_card_leads_to_the_job_once_the_report_is_begun(last, client):
    report = papers.paper(slug="july-2016", meeting=None, **FIRST_HALF)
    clerk, officer = cast.clerk(), cast.officer()
    [card] = cards_of(clerk, MEETING)
    assert (card.status, card.button, card.address) == (
        "In progress",
        "Continue",
        f"/reports/{report.series.slug}/july-2016/job/",
    )
    assert cards_of(officer, MEETING) == []
    assert [card.button for card in cards_of(cast.approver(), MEETING)] == ["See its tasks"]
    client.force_login(clerk)
    page = client.get("/home/").content.decode()
    assert page.count(report.title) == 2 and card.address in page


def test_what_is_missing_is_counted_at_the_days_of_the_next_report(last):
    last.named_dates.create(name="position", start=date(2015, 12, 1), end=date(2015, 12, 1))
    text = "[[looked_after.children @position]]"
    papers.block(paper=last, slug="a", part="body", text=text)
    clerk = cast.clerk()
    [card] = cards_of(clerk, MEETING)
    assert card.missing == ("Count of looked-after children, 1 June 2016",)
    looked_after.census(date=date(2016, 6, 1))
    assert cards_of(clerk, MEETING)[0].missing == ()
