"""The homes of who writes, records, approves and administers: what each part holds, for whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from assurance.accounts.access import Role, Subject, permissions
from assurance.accounts.history_page import SEARCHED, last_by
from assurance.accounts.models.accounts import Grant
from assurance.audits.models.case_audits import CaseAudit
from assurance.records import history
from reports.service.registration import of_health
from reports.tasks.home_parts import table
from reports.tasks.home_parts.parts import COLUMNS
from reports.tasks.home_parts.recent import MOST as MOST_RECENT
from reports.tasks.home_parts.shortcuts import ADDITIONS
from tests import cast
from tests.make import audits, dbs, findings, improvements, matters, papers
from tests.page_requests import words
from tests.sweeping import NamedCase
from tests.tasks.home.homes import DAY, body, home, part, parts

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def green(page):
    """How many green buttons a page has."""
    return page.count('class="govuk-button"')


def test_every_part_of_the_table_has_a_template_a_column_and_somebody_who_may_see_it():
    everybody = permissions(cast.make_user(*cast.ROLES), DAY)
    for row in table.PARTS:
        with NamedCase(row.name):
            assert row.column in COLUMNS and row.permission in everybody
            assert row.template == f"tasks/home/{row.name}.html"


def sent():
    """Two reports that wait for their approval, and one that is being written."""
    clerk = cast.clerk()
    values = {"sent_by": clerk, "frozen": {"blocks": []}}
    papers.paper(title="First", status="sent", sent_on=DAY - 3 * ONE, **values)
    papers.paper(title="Second", status="sent", sent_on=DAY - ONE, **values)
    papers.paper(title="Third")
    return clerk


def test_an_approver_reads_what_waits_since_when_and_sees_it_once():
    sent()
    approver = cast.approver()
    rows = part(approver, "approvals")["rows"]
    assert sorted(row.words for row in rows) == ["First", "Second"]
    hints = {row.words: row.hint for row in rows}
    assert "Sent on 16 January 2016" in hints["First"]
    assert "Sent on 18 January 2016" in hints["Second"]
    assert [card.title for card in part(approver, "cards")["cards"]] == ["Third"]
    assert "tasks" not in parts(approver)
    page = body(approver)
    assert page.count("Read and decide") == 2 and green(page) == 1
    assert page.index("Read and decide") < page.index("Third")


def test_a_clerk_has_every_report_as_a_card_the_first_with_the_green_button():
    clerk = sent()
    titles = {card.title for card in part(clerk, "cards")["cards"]}
    assert titles == {"First", "Second", "Third"}
    page = body(clerk)
    # The two other cards and the search.
    assert green(page) == 1 and page.count("govuk-button--secondary") == 3


def test_no_home_has_two_green_buttons_or_two_titles():
    sent()
    audits.case_audit()
    for roles in (*((role,) for role in cast.ROLES), ("officer", "clerk"), cast.ROLES):
        page = home(cast.make_user(*roles)).content.decode()
        with NamedCase(str(roles)):
            head, _, content = page.partition("<main")
            assert content.count("<h1") == 1 and green(content) <= 1
            title = "Published reports" if roles == ("member",) else "Your tasks"
            assert title in content.partition("<h1")[2].partition("</h1>")[0]
            assert "<title>Home –" in head


def test_somebody_with_several_roles_has_the_parts_of_each_what_asks_first():
    sent()
    both = cast.make_user("approver", "administrator", "officer")
    names = list(parts(both))
    for role in ("approver", "administrator", "officer"):
        own = set(parts(cast.make_user(role))) - {"tasks", "first_records"}
        assert own <= set(names), own - set(names)
    assert names.index("approvals") < names.index("cards") < names.index("access")


def test_tasks_stand_under_what_was_asked_what_is_overdue_and_what_is_left():
    begun = {"starts_on": DAY - 90 * ONE}
    improvements.action(due_on=DAY - ONE, **begun)
    improvements.action(due_on=DAY + ONE, **begun)
    audits.case_audit(audited_on=DAY)
    audits.case_audit()
    findings.finding()
    context = part(cast.officer(), "tasks")
    groups = {title: [task["words"] for task in tasks] for title, tasks in context["groups"]}
    assert groups == {
        "Overdue": ["1 action is past its due date"],
        "To do": [
            "2 audits have not been shared with the worker",
            "1 finding has no action and no reason for none",
        ],
    }
    page = words(home(cast.officer()))
    assert "Of 2 that are not done. First due on" in page
    assert "1 done this half-year, 1 before" in page


def test_a_day_with_nothing_to_do_says_so_and_what_to_do_next():
    matters.measure()
    for user in (cast.officer(), cast.clerk(), cast.approver()):
        if "first_report" in parts(user):
            continue
        page = words(home(user))
        assert "Nothing is waiting for you on 19 January 2016." in page
        assert "New tasks appear here when they are due" in page
        assert reverse("publication:issued", args=["netherby"]) in page


def test_what_is_added_is_offered_to_whom_its_page_opens():
    pages = {text: resolve(reverse(name)).func.access for text, name in ADDITIONS}
    subjects = [cast.officer(subject=subject) for subject in Subject]
    for user in (*subjects, *(cast.make_user(role) for role in cast.ROLES)):
        own = permissions(user, DAY)
        context = part(user, "shortcuts")
        with NamedCase(str(user)):
            expected = [text for text, access in pages.items() if access in own]
            assert [text for text, _ in (context or {"links": ()})["links"]] == expected
    assert len(part(cast.officer(), "shortcuts")["links"]) == len(ADDITIONS)


def test_the_next_meetings_are_listed_with_their_reports_and_what_was_published_last():
    clerk = cast.clerk()
    assert part(clerk, "meetings")["rows"] == [] and "published" not in parts(clerk)
    assert "No meeting to come is recorded." in words(home(clerk))
    days = [DAY + number * ONE for number in (-1, 0, 7, 14, 21)]
    rows = [papers.meeting(day) for day in days]
    papers.paper(meeting=rows[2], title="B report")
    papers.paper(meeting=rows[2], title="A report")
    papers.meeting(DAY, committee=papers.committee(council=cast.make_council("elsewhere")))
    for number in range(5):
        papers.edition(title=f"Issued {number}", issued_on=DAY - number * ONE)
    shown = part(clerk, "meetings")["rows"]
    assert [row.date for row, _ in shown] == days[1:4]
    assert [[title for title, _ in reports] for _, reports in shown] == [
        [],
        ["A report", "B report"],
        [],
    ]
    last = [row.title for row in part(clerk, "published")["rows"]]
    assert last == ["Issued 0", "Issued 1", "Issued 2"]


def changed(row, user, day=DAY):
    """A line of history: `user` changed `row`."""
    history.record("audits.change", about=row, by=user, on=day)


def test_the_records_that_somebody_changed_last_are_listed_once_each_the_newest_first():
    officer, other = cast.officer(), cast.officer()
    rows = [audits.case_audit() for _ in range(MOST_RECENT + 2)]
    for row in rows:
        changed(row, officer)
    changed(rows[1], officer)
    changed(rows[0], other)
    shown = [line["name"] for line in part(officer, "recent")["rows"]]
    newest = [rows[1], *reversed(rows[2:])][:MOST_RECENT]
    assert shown == [str(row) for row in newest]
    assert [line["name"] for line in part(other, "recent")["rows"]] == [str(rows[0])]
    page = body(officer)
    for row in newest:
        assert reverse("audits:record", args=[row.pk]) in page
    assert "recent" not in parts(cast.officer())


def test_the_kind_and_the_name_of_a_record_begin_with_a_capital_and_keep_their_own():
    """“DBS audit”, not “Dbs audit”."""
    officer = cast.officer()
    changed(dbs.dbs_audit(), officer)
    [line] = part(officer, "recent")["rows"]
    assert line["noun"] == "DBS audit" and line["name"].startswith("DBS audit of")


def test_a_record_that_its_changer_may_no_longer_open_is_not_named():
    officer = cast.officer(subject=Subject.AUDITS)
    row = audits.case_audit()
    changed(row, officer)
    assert "recent" in parts(officer)
    Grant.objects.filter(user=officer).update(subject=Subject.DBS)
    officer = type(officer).objects.get(pk=officer.pk)
    assert "recent" not in parts(officer)
    changed(audits.case_audit(council=cast.make_council("elsewhere")), officer)
    assert "recent" not in parts(officer)


def test_reports_are_named_by_their_titles_to_who_reads_drafts():
    clerk, officer = cast.clerk(), cast.officer()
    paper = papers.paper(title="The half-year")
    block = papers.block(paper=paper)
    for user in (clerk, officer):
        history.record("papers.change", about=paper, by=user, on=DAY)
        history.record("papers.change_block", about=block, by=user, on=DAY)
    [line] = part(clerk, "recent")["rows"]
    assert (line["noun"], line["name"], line["on"]) == ("Report", "The half-year", DAY)
    assert line["address"] == reverse("editor:draft", args=["assurance", paper.slug])
    assert "recent" not in parts(officer)


def test_of_a_long_history_only_the_last_entries_are_looked_through(monkeypatch):
    officer, row = cast.officer(), audits.case_audit()
    assert SEARCHED > 1000
    monkeypatch.setattr("assurance.accounts.history_page.SEARCHED", 3)
    changed(row, officer)
    for left in (1, 1, 1, 0, 0):
        assert last_by(officer).count() == left
        changed(row, cast.clerk())


def test_an_administrator_reads_how_many_accounts_have_each_role_and_what_ends():
    administrator = cast.administrator()
    cast.cast()
    two = cast.make_user("officer", "clerk")
    Grant.objects.create(user=two, role=Role.OFFICER, subject=Subject.DBS, from_date=cast.LONG_AGO)
    stopped = cast.officer()
    stopped.is_active = False
    stopped.save()
    cast.make_user("member", since=DAY + ONE)
    cast.cast(cast.make_council("elsewhere"))
    for day in (DAY - ONE, DAY, DAY + 60 * ONE, DAY + 61 * ONE):
        Grant.objects.filter(user=cast.approver()).update(to_date=day)
    rows = {name: number for name, _, number in part(administrator, "access")["rows"]}
    usual = {"Officer": 2, "Approver": 4, "Clerk": 2, "Member": 1, "Administrator": 2}
    assert rows == {**usual, "Data protection": 1}
    context = part(administrator, "access")
    assert (context["total"], context["without"]) == (13, 2)
    later = {"role": Role.APPROVER, "from_date": DAY + ONE, "to_date": DAY + 9 * ONE}
    Grant.objects.create(user=two, **later)
    expiry = part(administrator, "expiry")
    assert [(row.to_date - DAY).days for row in expiry["ending"]] == [0, 9, 60]
    assert expiry["unused"] == 13
    page = words(home(administrator))
    assert "Starts 20 January 2016. Ends 28 January 2016" in page
    assert "13 accounts can sign in, 2 of them without a role today." in page
    # To open the page the administrator signed in.
    assert 'never used</h2> <p class="govuk-body">12 accounts have never signed in' in page


def test_the_health_of_the_service_is_shown_to_administrators_alone(monkeypatch):
    for role in cast.ROLES:
        assert ("health" in parts(cast.make_user(role))) is (role == "administrator"), role
    context = of_health(None)
    assert [label for label, _ in context["lines"]] == [
        "Free disk space",
        "Background jobs",
        "Publications stopped",
    ]
    assert context["wrong"] == [] and dict(context["lines"])["Publications stopped"] == "0"
    monkeypatch.setattr("reports.service.health.LEAST_FREE", 10**12)
    assert of_health(None)["wrong"] == ["the disk is nearly full"]
    page = words(home(cast.administrator()))
    assert "Needs attention" in page and "The disk is nearly full." in page


@pytest.mark.sampled(6)
@pytest.mark.parametrize("role", [*cast.ROLES, "every role"])
def test_a_home_asks_no_more_of_many_records_than_of_few(role, client):
    user = cast.make_user(*(cast.ROLES if role == "every role" else (role,)))
    client.force_login(user)
    numbers = []
    for place in range(2):
        for number in range(3 + 7 * place):
            row = audits.case_audit()
            changed(row, user)
            improvements.action(due_on=DAY - ONE, starts_on=DAY - 90 * ONE)
            papers.edition(title=f"Issued {place} {number}", issued_on=DAY)
        client.get(reverse("home"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("home")).status_code == 200
        numbers.append(len(queries))
    assert numbers[1] <= numbers[0], numbers
    assert CaseAudit.objects.count() == 13
