"""The home of each person, as each of the five opens it: sound at either width, light and dark."""

from datetime import timedelta

import pytest

from assurance.runtime.periods import today
from tests import cast
from tests.browser.reading import faults, headings
from tests.make import (
    audits,
    dbs,
    findings,
    improvements,
    looked_after,
    papers,
    people,
    promised,
    readers,
)
from tests.tasks.home.homes import published

pytestmark = pytest.mark.long

ONE = timedelta(days=1)


def records():
    """Something of every part: records that wait, pictures of them, reports and their meeting."""
    day = today()
    dbs.policy(interval_months=36)
    people.cohort(title="Staff", groups=["employee"])
    for months in (10, 35, 40):
        role = people.engagement()
        dbs.dbs_check(person=role.person, issued_on=day - months * 31 * ONE)
    audits.case_audit(audited_on=day)
    for number, due in enumerate((day - ONE, day + 90 * ONE)):
        status = "on_track" if number else "at_risk"
        improvements.action(starts_on=day - 99 * ONE, due_on=due, status=status)
    findings.finding()
    for days, total in ((600, 201), (400, 196), (200, 188)):
        looked_after.census(date=day - days * ONE, total=total)


def reports(member):
    """The published report of the next meeting, one that waits for its approval, one in work."""
    day = today()
    meeting = papers.meeting(day + 8 * ONE)
    paper = papers.issued_paper(meeting=meeting, title="Safeguarding report")
    row = published("note the audits", "agree the plan", paper=paper)
    readers.reader_note(edition=row, reader=member)
    for due in (day - ONE, day + ONE):
        promised.commitment(paper=paper, due_on=due)
    papers.paper(title="In work", meeting=meeting)
    papers.sent_paper(title="Sent for approval", sent_on=day)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_home_is_sound_at_either_width(scheme, open_page, sign_in, built, transactional_db):
    accounts = {role: cast.make_user(role) for role in cast.ROLES}
    records()
    reports(accounts["member"])
    for role, user in (*accounts.items(), ("every role", cast.make_user(*cast.ROLES))):
        page = open_page(color_scheme=scheme)
        sign_in(page, user)
        page.goto("/home/")
        assert headings(page).count(1) == 1, role
        assert (wrong := faults(page)) == [], (role, wrong)
        assert page.locator("main .govuk-button:not(.govuk-button--secondary)").count() <= 1, role
        names = page.locator("main a, main button").all_inner_texts()
        assert all(name.strip() for name in names), role


def test_a_home_works_without_a_script_and_its_pictures_are_named(
    without_script, sign_in, built, transactional_db
):
    records()
    page = without_script
    sign_in(page, cast.officer())
    page.goto("/home/")
    drawings = page.locator(".app-home__picture svg[role=img] >> visible=true")
    assert drawings.count() == 4
    for drawing in drawings.all():
        assert drawing.locator("title").text_content() and drawing.locator("desc").text_content()
    page.click("a:has-text('DBS re-check overdue')")
    assert page.inner_text("p[role=status]").startswith("1 found")
