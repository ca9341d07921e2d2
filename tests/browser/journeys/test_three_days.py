"""Three days of three persons: an officer's Monday, a team manager's audit that another moderates,
and a quality lead who looks at the programme before a report. Nobody types a token or a slug."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census
from assurance.people.models.posts import Post
from reports.editor.operations.record_requests import request_records
from reports.papers.evidence import evidence
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests.browser.forms import SAVE, fill, fill_date, payload, send, send_refused
from tests.browser.reading import assert_sound
from tests.cast import clerk, make_user
from tests.make import audits as make
from tests.make import drafts, people
from tests.make.improvements import action, plan, priority

MONDAY = date(2016, 6, 20)
FILE = (
    "Reference,Plan,Priority,Action,Owner,Starts,Due\n"
    "B1,The plan,1,Review each plan.,Head of Practice,2016-06-01,2016-12-31\n"
    "B2,The plan,1,Train new managers.,Head of Workforce,2016-06-01,2016-12-31\n"
)


@pytest.fixture
def monday(transactional_db, built, settings):
    """An officer who holds a post with a late action, and of whom a report asks for a count."""
    settings.CANDOUR_TODAY = MONDAY.isoformat()
    writer = clerk()
    paper = drafts.written(writer)
    paper.named_dates.filter(name="position").update(start=date(2016, 6, 1), end=date(2016, 6, 1))
    officer = make_user("officer", name="Data Officer")
    held = people.holder(account=officer, post=people.post("Head of Practice"))
    of = priority(plan(title="The plan"))
    days = {"starts_on": date(2016, 1, 4), "due_on": date(2016, 6, 17)}
    action(priority=of, reference="A1", owner=held.post, **days)
    paper = Paper.objects.get(pk=paper.pk)
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    due = MONDAY + timedelta(days=11)
    request_records(paper=paper, rows=rows, due_on=due, by=writer, on=MONDAY)
    return officer


def test_an_officers_monday(page, sign_in, monday):
    sign_in(page, monday)
    an_action_of_their_post(page)
    a_file_that_names_a_post_that_nobody_knows(page)
    what_a_report_asks_for(page)
    page.goto("/home/")
    assert_sound(page)
    for line in (
        "Action A1 of Head of Practice was due",
        "Record the count of looked-after children",
    ):
        expect(page.locator(f".app-home__main >> text={line}")).to_have_count(0)


def an_action_of_their_post(page):
    """From the task to what shows that it is done."""
    page.goto("/home/")
    page.click("a:has-text('Action A1 of Head of Practice was due on 17 June 2016')")
    page.click("text=Mark as done")
    fill_date(page, "finished_on", "17 6 2016")
    fill(page, evidence="Seen")
    send_refused(page, "Mark as done")
    fill(page, evidence="Sample of twelve plans, 16 June 2016")
    send(page, "Mark as done", "Marked as done. It waits for its check.")
    assert_sound(page)


def a_file_that_names_a_post_that_nobody_knows(page):
    """Gives the file, adds the post that it names by one press, and imports it."""
    page.goto("/import/")
    page.set_input_files("#id_files", [payload("actions.csv", FILE.encode())])
    page.click("text=Check these files")
    assert_sound(page)
    assert "No post has this title" in page.inner_text("main")
    page.check("label:text-is('Head of Workforce')")
    send(page, "Add the chosen posts", "1 post added.")
    send(page, "Import", "The files have been imported.")
    assert_sound(page)
    assert Action.objects.get(reference="B2").owner == Post.objects.get(title="Head of Workforce")


def what_a_report_asks_for(page):
    """From the request to the count that answers it."""
    page.goto("/home/")
    page.click("a:has-text('Record the count of looked-after children of 1 June 2016')")
    fill_date(page, "date", "1 6 2016")
    fill(page, total="190", source="Case management system, 1 June 2016")
    send(page, "Save the count", "added.")
    assert_sound(page)
    assert Census.objects.get(date=date(2016, 6, 1)).total == 190


@pytest.fixture
def audited(transactional_db, built, settings):
    """(team manager, quality lead), each with a post; a team and grades to audit by."""
    settings.CANDOUR_TODAY = MONDAY.isoformat()
    manager, lead = make_user("officer", name="Manager"), make_user("officer", name="Lead")
    people.holder(account=manager, post=people.post("Practice Manager, North"))
    people.holder(account=lead, post=people.post("Principal Social Worker"))
    people.team()
    make.grade_scale()
    return manager, lead


def test_a_team_managers_audit_is_moderated_by_another(page, sign_in, audited):
    manager, lead = audited
    sign_in(page, manager)
    page.goto("/audits/add/")
    fill(page, reference="CA-2016-01")
    fill_date(page, "audited_on", "17 6 2016")
    page.select_option("#id_team", index=1)
    page.check("text=For moderation by a second person")
    page.select_option("#id_auditor", label="Practice Manager, North")
    page.check("#id_own_team_0")
    page.select_option("#id_first_grade", value=str(make.grade("good").pk))
    send(page, "Save", "Case audit added.")
    assert "another person moderates it" in page.inner_text("main")
    assert "It can be moderated by Lead." in page.inner_text("main")
    assert page.locator("text=Moderate the grade").count() == 0
    assert_sound(page)
    sign_in(page, lead)
    page.goto("/home/")
    page.click("a:has-text('1 audit waits for its moderation')")
    page.click("a:text-is('CA-2016-01')")
    page.click("text=Moderate the grade")
    page.select_option("#id_grade", value=str(make.grade("requires_improvement").pk))
    fill_date(page, "moderated_on", "20 6 2016")
    send(page, "Save the moderation", "The grade has been moderated.")
    assert_sound(page)
    audit = CaseAudit.objects.get()
    assert (audit.first_grade.label, audit.final_grade.label) == ("Good", "Requires improvement")
    assert (str(audit.moderator), audit.moderated_on) == ("Principal Social Worker", MONDAY)


def test_a_quality_lead_looks_at_the_programme_before_a_report(page, sign_in, audited):
    _, lead = audited
    post = Post.objects.get(title="Practice Manager, North")
    late = make.audit_round(
        start=date(2016, 1, 4), end=date(2016, 5, 31), planned=2, begun_on=date(2016, 1, 5)
    )
    make.case_audit(round=late, auditor=post, audited_on=date(2016, 3, 1))
    sign_in(page, lead)
    page.goto("/home/")
    page.click("a:has-text('1 audit round is late')")
    assert_sound(page)
    page.locator("main a", has_text="Case-file audit").first.click()
    page.click("text=Add an allocation")
    fill(page, own_team="1", other_team="1")
    page.check("label:text-is('Practice Manager, North')")
    page.click(SAVE)
    row = page.locator("tr", has_text="Practice Manager, North")
    expect(row).to_contain_text("1 of 1")
    expect(row).to_contain_text("Short")
    assert_sound(page)
    assert AuditRound.objects.get().allocations.get().posts.get() == post
