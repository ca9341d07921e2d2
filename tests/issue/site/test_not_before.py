"""Nothing of a report is public before the hour that was set for it: no page, file, feed, search,
data, map of the site or published folder, to the minute, also on the nights on which clocks change;
and nobody publishes it sooner by pressing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from assurance.records.refusals import Refused
from reports.documents import formats, subprocess
from reports.editions.models.editions import Edition
from reports.issue import jobs, rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.issue.operations import jobs as asking_to_issue
from reports.papers.models.papers import Paper
from tests.make import drafts
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
HOME = "/netherby/reports/"
PAPER = f"{HOME}assurance/january-2016/"
# Where a stranger would look for it; those at the end are the report's own.
LISTS = (
    *("/", HOME, f"{HOME}assurance/", f"{HOME}feed.atom", f"{HOME}assurance/feed.atom"),
    *(
        f"{HOME}data.json",
        "/netherby/sitemap.xml",
        "/netherby/search/?q=audits",
        "/netherby/ledger/",
    ),
    *("/netherby/figures/", "/netherby/figures/data.json", "/netherby/recommendations/"),
    "/netherby/commitments/",
)
OWN = ("", "edition-1/", "edition-1/data.json", "figures/1/", "edition-1/files/january-2016.pdf")
NIGHTS = [
    # 17:00 in winter, and in summer when England is an hour ahead of UTC.
    datetime(2016, 1, 19, 17, 0, tzinfo=UTC),
    datetime(2016, 7, 19, 16, 0, tzinfo=UTC),
    # The minute before clocks go forward and the first after it; and the same in autumn.
    *(datetime(2016, 3, 27, *clock, tzinfo=UTC) for clock in ((0, 59), (1, 0))),
    *(datetime(2016, 10, 30, *clock, tzinfo=UTC) for clock in ((0, 59), (2, 0))),
]


@pytest.fixture(autouse=True)
def quick_files(monkeypatch):
    """Files that say what they are, in place of rendered ones."""

    def made(document, stem, form):
        ending = formats.ENDINGS[form][0]
        return [formats.RenderedFile(f"{stem}{ending}", "text/plain", form.encode())]

    monkeypatch.setattr(subprocess, "made", made)


def clock(monkeypatch, moment):
    """It is `moment` now."""
    monkeypatch.setattr(jobs, "moment_of_today", lambda: moment)
    monkeypatch.setattr("reports.issue.views.schedule.moment_of_today", lambda: moment)


def public():
    """Address → whether a stranger meets the report there."""
    stranger = Client()
    named = {one: "january-2016" in whole(stranger.get(one)) for one in LISTS}
    return named | {one: stranger.get(f"{PAPER}{one}").status_code == 200 for one in OWN}


def whole(answer):
    """Everything that an answer says."""
    return b"".join(answer if answer.streaming else [answer.content]).decode()


def names_in(folder):
    """What lies in the published folder of the report."""
    rows = folder.rglob("*") if folder.exists() else ()
    return [one for one in rows if "january-2016" in str(one) and one.is_file()]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("hour", NIGHTS)
def test_until_the_minute_nothing_is_public_and_at_it_everything(
    approved, folder, monkeypatch, hour
):
    paper, clerk, _ = approved
    clock(monkeypatch, hour - timedelta(days=1))
    now = hour - timedelta(days=1)
    asking_to_issue.set_hour(paper=paper, at=hour, now=now, by=clerk, on=drafts.ON)
    browser = browser_of(clerk)
    for early in (timedelta(minutes=1), timedelta(seconds=1)):
        clock(monkeypatch, hour - early)
        jobs.issue_due.func()
        page = words(browser.get(at(paper, "issue")))
        assert f"The report will be public {rules.hour_text(hour)}" in page
        assert "Publish the report</button>" not in page
        answer = words(browser.post(at(paper, "issue"), {}))
        assert not Edition.objects.exists() and not IssueJob.objects.exists()
        assert "Change or clear the hour" in answer
        assert names_in(folder) == []
    assert not any(public().values())
    clock(monkeypatch, hour)
    jobs.issue_due.func()
    assert Edition.objects.get().published_at and names_in(folder)
    met = public()
    assert all(met[one] for one in (*OWN, HOME, f"{HOME}feed.atom", f"{HOME}data.json"))
    assert met["/netherby/sitemap.xml"] and met["/netherby/figures/data.json"]
    clock(monkeypatch, hour + timedelta(minutes=1))
    page = words(browser.get(at(paper, "issue")))
    assert "The report is public." in page and "will be public" not in page


def test_the_hour_reads_as_clocks_in_england_show_it():
    assert [rules.hour_text(hour).rpartition(" ")[2] for hour in NIGHTS] == [
        *("17:00", "17:00", "00:59", "02:00", "01:59", "02:00")
    ]


def test_no_step_passes_the_hour_and_none_is_set_while_it_is_published(
    approved, monkeypatch, settings
):
    paper, clerk, _ = approved
    hour = NIGHTS[0]
    now = hour - timedelta(hours=2)
    clock(monkeypatch, now)
    asking_to_issue.set_hour(paper=paper, at=hour, now=now, by=clerk, on=drafts.ON)
    with pytest.raises(Refused, match="public on 19 January 2016 at 17:00, and not before"):
        jobs.begin_issue(Paper.objects.get(pk=paper.pk), by=clerk, on=drafts.ON)
    asking_to_issue.clear_hour(paper=paper, by=clerk, on=drafts.ON)
    settings.JOBS = "worker"
    jobs.begin_issue(Paper.objects.get(pk=paper.pk), by=clerk, on=drafts.ON)
    with pytest.raises(Refused, match="is being published already"):
        asking_to_issue.set_hour(paper=paper, at=hour, now=now, by=clerk, on=drafts.ON)
    assert not IssueSchedule.objects.exists()


def test_an_emergency_waits_for_the_hour_too(approved, monkeypatch):
    paper, clerk, _ = approved
    now = NIGHTS[0] - timedelta(hours=2)
    clock(monkeypatch, now)
    asking_to_issue.set_hour(paper=paper, at=NIGHTS[0], now=now, by=clerk, on=drafts.ON)
    Paper.objects.filter(pk=paper.pk).update(status=Paper.SENT)
    typed = {"reason": "A court asked for it.", "alone": "on", "seen": paper.frozen_digest}
    answer = browser_of(clerk).post(at(paper, "emergency"), typed)
    assert "and not before" in words(answer)
    assert not Edition.objects.exists() and not paper.emergency_issues.exists()
