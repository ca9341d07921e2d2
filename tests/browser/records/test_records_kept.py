"""Findings and people changed together, a comparison mended, a learning meeting that names audits,
in a real browser."""

from datetime import date

import pytest

from assurance.audits.models.learning import LearningMeeting
from assurance.reviews.models.findings import Finding
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import officer
from tests.make import audits, dbs, findings, improvements, matters, people


@pytest.fixture
def kept(transactional_db):
    """A review with two findings under no theme, and what the other pages of the walk show."""
    review = findings.review(title="Inspection of services for children, 2016")
    findings.theme(review, "Experiences and progress of children looked after")
    rows = [findings.finding(review=review, text=f"Plans lack dates, part {n}") for n in (1, 2)]
    improvements.action(rows[:1], reference="A1")
    return review, rows


def test_findings_go_under_a_theme_by_keyboard(page, skin, sign_in, kept):
    review, rows = kept
    sign_in(page, officer())
    page.goto("/reviews/findings/?answered=no")
    assert_sound(page)
    page.goto("/reviews/findings/")
    for one in rows:
        tab_to(page, f"#choose-{one.pk}")
        page.keyboard.press("Space")
    follow(page, "#several button")
    page.wait_for_selector("text=2 chosen")
    follow(page, "button[type=submit]")
    assert_refused(page)
    assert_sound(page)
    tab_to(page, "#id_theme")
    page.keyboard.press("ArrowDown")
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=2 of 2 would change")
    assert_sound(page)
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=2 findings changed.")
    assert_at(page, "/reviews/findings/")
    assert Finding.objects.filter(theme=review.themes.get()).count() == 2


def test_the_other_pages_of_kept_records_are_sound(page, built, sign_in, kept, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    review, _ = kept
    dbs.policy()
    people.cohort(usual=True)
    role = people.engagement(person=people.person(reference="P1", name="First Holder"))
    table = findings.outcomes(review)
    audits.case_audit(reference="CA-2015-0042")
    forum = matters.forum(title="Learning circle", kind="learning")
    sign_in(page, officer())
    page.goto(f"/dbs/several/?pk={role.person_id}")
    for part, text in {"day": "31", "month": "1", "year": "2016"}.items():
        typed(page, f"#id_ends_on_{part}", text)
    typed(page, "#id_service", "North locality")
    assert_sound(page)
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=Social Worker: no end")
    assert_sound(page)
    page.goto(f"/reviews/outcomes/{table.pk}/change/")
    page.fill("#id_source", "Outcomes of April, second printing")
    assert_sound(page)
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=second printing")
    page.goto("/audits/learning/add/")
    typed(page, "#id_forum", "learning circle")
    for part, text in {"day": "11", "month": "1", "year": "2016"}.items():
        typed(page, f"#id_held_on_{part}", text)
    typed(page, "#id_audits", "CA-9")
    follow(page, "button[type=submit]")
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_audits", "CA-2015-0042")
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=Case audit CA-2015-0042")
    assert_sound(page)
    assert LearningMeeting.objects.get().body == forum
    page.goto(f"/matters/forums/{forum.pk}/")
    page.wait_for_selector(f"text=Learning circle, {date(2016, 1, 11):%-d %B %Y}")
    assert_sound(page)
