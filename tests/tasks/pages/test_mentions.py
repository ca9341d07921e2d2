"""What registers hold late or owed reaches the next report: its start, its tasks, a list in it."""

from datetime import date, timedelta

import pytest

from assurance.accounts.access import Permission
from assurance.registers import mentions as registry
from assurance.registers.mentions import mentions
from reports.papers.assembly import records
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.tasks.job.job import job_of
from tests.cast import make_council, make_user
from tests.make import drafts, matters
from tests.make.audits import audit_kind, audit_round
from tests.make.findings import review
from tests.page_requests import at

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
ONE = timedelta(1)
DUE = date(2015, 9, 15)
LATE = "Audit rounds past their reporting day"
OWED = "Replies and follow-ups due"
GROUPS = "Task groups"


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = "2016-01-18"


def late_round(**said):
    """A round of supervision whose result was due in September 2015."""
    kind = audit_kind("Supervision", council=said.get("council"))
    return audit_round(kind=kind, report_due_on=DUE, **said)


def of_job(user, paper):
    """The lines of what has to be mentioned, by title."""
    evidence = job_of(user, Paper.objects.get(pk=paper.pk), DAY).evidence
    return {line.title: line for line in evidence if line.title in (LATE, OWED, GROUPS)}


def test_late_rounds_and_owed_replies_are_mentioned_and_nothing_that_is_in_time():
    made = late_round()
    audit_round(report_due_on=DAY)
    audit_round(begun_on=date(2015, 1, 1), closed_on=DUE, result="Weak plans")
    audit_round(cancelled_on=DUE, cancelled_because="No time")
    late_round(council=make_council("elsewhere"))
    on = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 6), "published_on": None}
    answered = review(title="Answered", response_sent_on=DUE, response_received_on=DUE, **on)
    waiting = review(title="Waiting", response_received_on=date(2015, 4, 1), **on)
    peers = review(title="Peers", kind="peer_review", **on)
    told = [(row.title, row.list, row.slug) for row in mentions(answered.council, DAY)]
    assert told == [
        ("Supervision, January 2015", "audit_rounds_late", str(made.pk)),
        ("Waiting", "reviews_owed", waiting.slug),
        ("Peers", "reviews_owed", peers.slug),
    ]
    sentences = [row.sentence for row in mentions(answered.council, DAY)]
    assert sentences[0] == "Its result was due on 15 September 2015 and is not recorded."
    assert sentences[1].startswith("Reply: It was due on")
    assert sentences[2].startswith("Follow-up: To be followed up from 6 December 2015")
    assert not mentions(answered.council, date(2015, 2, 1))


@pytest.mark.parametrize(
    ("due", "made", "is_late"),
    [
        (DAY - ONE, None, True),
        (DAY, None, False),
        (None, None, False),
        (DUE, DAY, False),
        (DUE, DAY + ONE, True),
    ],
)
def test_a_task_group_is_mentioned_from_the_day_after_its_report_was_due(due, made, is_late):
    matters.task_group(title="Fostering", report_due_on=due, reported_on=made)
    matters.forum(title="Board")
    elsewhere = make_council("elsewhere")
    matters.task_group(title="Theirs", report_due_on=DUE, council=elsewhere)
    rows = [(row.title, row.kind, row.list) for row in mentions(make_council(), DAY)]
    assert rows == [("Fostering", "forum", "task_groups")] * is_late
    for row in mentions(elsewhere, DAY):
        assert row.sentence == "Its final report was due by 15 September 2015 and is not made."


@pytest.mark.long
def test_overdue_task_groups_are_put_into_the_report_by_one_press(clerk, browser):
    paper = drafts.written(clerk)
    matters.task_group(title="Fostering", report_due_on=DUE, council=paper.council)
    line = of_job(clerk, paper)[GROUPS]
    assert line.status == "To mention" and line.hint.startswith("Fostering. Its final report was")
    address = f"{line.address}&section=work"
    form = browser.get(address).context["form"]
    browser.post(address, {"how": "list-task_groups", "where": form["where"].initial})
    assert of_job(clerk, paper)[GROUPS].status == "In the report"
    council, of = paper.council, {"what": "task_groups", "columns": ["title", "report"]}
    [row] = records.listed(council, of, DAY).rows
    assert list(row) == ["Fostering", "Overdue since 15 September 2015"]
    page = browser.get(at(paper, "editor:next")).content.decode()
    assert "Fostering. Its final report was due by 15 September 2015" in page


def test_a_source_is_asked_once_however_often_it_is_registered():
    before = list(registry._sources)
    for source in before:
        registry.register(source)
    assert registry._sources == before and len(before) >= 2


@pytest.mark.long
def test_a_report_s_tasks_lead_to_the_list_until_the_report_has_it(clerk, browser):
    paper = drafts.written(clerk)
    assert of_job(clerk, paper) == {}
    made = late_round(council=paper.council)
    line = of_job(clerk, paper)[LATE]
    assert (line.status, line.is_done) == ("To mention", False)
    assert "Supervision, January 2015. Its result was due on 15 September 2015" in line.hint
    assert "What was done" in browser.get(line.address).content.decode()
    address = f"{line.address}&section=work"
    form = browser.get(address).context["form"]
    assert "list-audit_rounds_late" in form.quotations
    browser.post(address, {"how": "list-audit_rounds_late", "where": form["where"].initial})
    block = Block.objects.get(kind="records")
    assert block.data["records"]["what"] == "audit_rounds_late"
    assert (of_job(clerk, paper)[LATE].status) == "In the report"
    page = browser.get(at(paper, "report-job")).content.decode()
    assert LATE in page and "In the report" in page
    made.delete()
    assert of_job(clerk, paper) == {}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "text, status",
    [
        ("The round “supervision, January 2015” is late.", "In the report"),
        ("It ends on [[record:audit_round/{key}.end]].", "In the report"),
        ("It ends on [[record:audit_round/{key}9.end]].", "To mention"),
        ("Supervision is late.", "To mention"),
    ],
)
def test_a_round_that_is_named_or_quoted_is_mentioned(clerk, text, status):
    paper = drafts.written(clerk)
    made = late_round(council=paper.council)
    Block.objects.filter(paper=paper, slug="audits").update(text=text.format(key=made.pk))
    assert of_job(clerk, paper)[LATE].status == status


@pytest.mark.long
def test_who_may_not_write_is_led_to_the_record_where_they_may_open_it(clerk):
    paper = drafts.written(clerk)
    made = late_round(council=paper.council)
    officer = make_user("officer")
    assert of_job(officer, paper)[LATE].address == f"/audits/programme/rounds/{made.pk}/"
    member = make_user("member")
    assert of_job(member, paper)[LATE].address == ""


@pytest.mark.long
def test_the_start_of_the_next_report_names_what_is_to_be_mentioned(clerk, browser):
    paper = drafts.written(clerk)
    address = at(paper, "editor:next")
    assert "To mention" not in browser.get(address).content.decode()
    late_round(council=paper.council)
    page = browser.get(address).content.decode()
    assert "To mention" in page and "Supervision, January 2015. Its result was due" in page


def test_the_list_of_late_rounds_is_as_at_the_day_of_the_report():
    made = late_round(begun_on=date(2015, 1, 5), closed_on=date(2016, 1, 20), result="Weak plans")
    of = {"what": "audit_rounds_late", "columns": ["title", "due_on", "days_late", "state"]}
    council = made.council
    assert not records.listed(council, of, DUE).rows
    rows = records.listed(council, of, date(2015, 9, 25)).rows
    assert [list(row) for row in rows] == [
        ["Supervision", "15 September 2015", "10", "Awaiting its result"]
    ]
    assert len(records.listed(council, of, date(2016, 1, 19)).rows) == 1
    assert not records.listed(council, of, date(2016, 1, 20)).rows


def test_the_list_of_replies_and_follow_ups_is_as_at_the_day_of_the_report():
    on = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 6), "published_on": None}
    made = review(
        title="Waiting", response_received_on=date(2015, 4, 1), response_sent_on=DUE, **on
    )
    of = {"what": "reviews_owed", "columns": ["title", "reply", "follow_up"]}
    assert not records.listed(made.council, of, date(2015, 3, 31)).rows
    [row] = records.listed(made.council, of, date(2015, 4, 1)).rows
    assert row[0] == "Waiting" and str(row[1]).startswith("It is due on")
    [row] = records.listed(made.council, of, date(2015, 9, 14)).rows
    assert str(row[1]).endswith("and has not been sent.")
    assert not records.listed(made.council, of, DUE).rows


def test_every_mention_is_of_a_list_and_a_kind_that_reports_quote():
    from_rounds = late_round()
    on = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 6), "published_on": None}
    review(title="Waiting", response_received_on=date(2015, 4, 1), **on)
    for row in mentions(from_rounds.council, DAY):
        assert records.field_text(from_rounds.council, row.kind, row.slug, "title")
        assert records.listed(from_rounds.council, {"what": row.list}, DAY).rows
        assert row.permission in Permission
