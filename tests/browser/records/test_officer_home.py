"""An officer's first page: what their records lack, and the lists that show it."""

from datetime import timedelta

from assurance.runtime.periods import today
from tests import cast
from tests.browser.reading import faults, headings
from tests.make import audits, dbs, improvements, people


def test_an_officer_goes_from_what_waits_to_the_list_that_shows_it(page, skin, sign_in, db):
    dbs.policy(interval_months=36)
    past = people.engagement().person
    dbs.dbs_check(person=past, issued_on=today() - timedelta(days=4 * 365))
    audits.case_audit()
    improvements.action(due_on=today() - timedelta(days=3))
    sign_in(page, cast.officer())
    page.goto("/home/")
    assert headings(page).count(1) == 1
    assert page.locator(".govuk-task-list__item").count() == 3
    assert faults(page) == []
    for words in ("past the day of their re-check", "not been shared", "past its due date"):
        page.goto("/home/")
        page.click(f"a:has-text('{words}')")
        assert page.inner_text("p[role=status]").startswith("1 found")
