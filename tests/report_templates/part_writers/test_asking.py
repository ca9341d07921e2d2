"""A report proposes the writers of its template; one press asks them all, and nobody without it."""

from datetime import date

import pytest
from django.core import mail

from reports.contributions.operations import requests
from reports.contributions.template_requests import proposed
from reports.editor.carry_forward.operations import start_next
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from tests import cast
from tests.editor.pages.test_starting import starting
from tests.make import asked, papers
from tests.make.template_clerk import NEXT
from tests.page_requests import at, boxes, browser_of, drawn, errors, words
from tests.report_templates.template_pages import press

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 1)
QUESTION = "What changed in adoption since the last report?"
# The meeting is on 18 January 2016, so that the report is published by 8 January; 11 working days
# before that, past the holidays of Christmas and New Year, its texts are due, and two before that.
TEXTS_ON, TWO_BEFORE = date(2015, 12, 21), date(2015, 12, 17)
PRESSED = {"from": "job"}


@pytest.fixture
def named(browser, template, manager):
    """A template that names an account for the introduction and an address for the risks."""
    typed = {"asked_of": manager.pk, "question": QUESTION, "days": "2"}
    row = press(browser, template, "part-writer", "part", "introduction", **typed)
    typed = {"name": "Partnership Manager", "email": "jo@partner.example"}
    return press(browser, row, "part-writer", "part", "risks", **typed)


def begun(browser, template, **typed):
    """A report begun on the page from `template`."""
    browser.post("/reports/start/", starting(template=template.pk, **typed))
    return Paper.objects.get(slug=typed.get("slug", "january-2016"))


def requested(paper):
    """(part, section, who, question, day) of everything asked in a report."""
    rows = ContributionRequest.objects.of_paper(paper).order_by("pk")
    return [(row.part, row.slug, row.who, row.note, row.due_on) for row in rows]


@pytest.mark.long
def test_a_new_report_names_the_writers_and_asks_nobody_by_itself(browser, named):
    paper = begun(browser, named)
    assert requested(paper) == [] and mail.outbox == []
    for page in ("report-job", "contributions"):
        shown = words(browser.get(at(paper, page)))
        assert "No one is asked until you press." in shown and QUESTION in shown
        assert "Adoption Manager" in shown and "Partnership Manager" in shown
        assert "Ask them all" in shown and "jo@partner.example" not in shown
    lines = {
        line.title: line for line in browser.get(at(paper, "report-job")).context["job"].sections
    }
    assert lines["Introduction"].who == "Adoption Manager"
    assert "Not asked yet" in lines["Introduction"].hint
    assert lines["Options"].who == "You"


@pytest.mark.long
def test_one_press_asks_them_all_by_their_days_and_shows_them_the_question(browser, named, manager):
    paper = begun(browser, named)
    assert "Ask them all" in words(browser.get(at(paper, "ask-writers")))
    answer = browser.post(at(paper, "ask-writers"), PRESSED)
    assert answer.headers["Location"] == at(paper, "report-job")
    assert requested(paper) == [
        ("introduction", "", "Adoption Manager", QUESTION, TWO_BEFORE),
        ("risks", "", "Partnership Manager", "", TEXTS_ON),
    ]
    assert sorted(item.to for item in mail.outbox) == [["jo@partner.example"], [manager.email]]
    assert QUESTION in next(item.body for item in mail.outbox if item.to == [manager.email])
    section = ContributionRequest.objects.get(asked_of=manager)
    assert QUESTION in words(browser_of(manager).get(f"/contributions/{section.pk}/"))
    page = words(browser.get(at(paper, "report-job")))
    assert "2 sections have been asked for." in page and "Ask them all" not in page


def test_pressed_twice_asks_once_and_what_was_withdrawn_is_not_proposed_again(
    browser, named, clerk
):
    paper = begun(browser, named)
    browser.post(at(paper, "ask-writers"))
    again = browser.post(at(paper, "ask-writers"), follow=True)
    assert "has already been asked" in words(again)
    assert len(requested(paper)) == 2
    row = ContributionRequest.objects.filter(paper=paper).first()
    requests.withdraw_ask(section=row, by=clerk, on=DAY)
    assert proposed(paper, DAY) == ()
    assert "has already been asked" in words(browser.get(at(paper, "ask-writers")))


@pytest.mark.long
def test_a_closed_account_is_named_not_asked_and_replaced_with_the_same_question(
    browser, named, manager
):
    paper = begun(browser, named)
    manager.is_active = False
    manager.save()
    page = words(browser.get(at(paper, "contributions")))
    assert "The account “Adoption Manager” has been closed: choose another person." in page
    browser.post(at(paper, "ask-writers"))
    assert [row[2] for row in requested(paper)] == ["Partnership Manager"]
    place = at(paper, "ask-section", section="part:introduction")
    assert place in page
    sent = drawn(browser.get(place))
    assert sent["note"] == QUESTION
    officer = cast.make_user("approver", name="Head of Service")
    browser.post(place, {**sent, "asked_of": officer.pk})
    assert requested(paper)[-1] == ("introduction", "", "Head of Service", QUESTION, TWO_BEFORE)
    assert proposed(paper, DAY) == ()


def test_where_only_closed_accounts_are_left_nothing_can_be_pressed(browser, template, manager):
    row = press(browser, template, "part-writer", "part", "risks", asked_of=manager.pk)
    paper = begun(browser, row)
    manager.is_active = False
    manager.save()
    for page in ("contributions", "report-job", "ask-writers"):
        shown = words(browser.get(at(paper, page)))
        assert "has been closed" in shown and "Ask them all" not in shown


@pytest.mark.long
def test_without_a_known_meeting_the_day_is_typed_once(browser, named):
    paper = begun(browser, named, meeting="")
    assert "Choose the date and ask them all" in words(browser.get(at(paper, "report-job")))
    place = at(paper, "ask-writers")
    assert "due_on" in errors(browser.post(place, {}))
    past = errors(browser.post(place, boxes(due_on="1 1 2015")))
    assert "in the future" in past["due_on"][0] and requested(paper) == []
    browser.post(place, boxes(due_on="10 12 2015"))
    assert {row[-1] for row in requested(paper)} == {date(2015, 12, 10)}


def test_a_day_that_is_over_becomes_today(browser, named):
    paper = begun(browser, named)
    late = date(2016, 1, 4)
    assert {row.due_on for row in proposed(paper, late)} == {late}


def test_the_next_report_asks_those_of_last_time_and_proposes_the_templates_others(
    browser, named, clerk
):
    paper = begun(browser, named)
    other = cast.make_user("approver", name="Head of Service")
    asked.contribution_request(paper=paper, chosen="part:introduction", asked_of=other)
    fields = {"details": NEXT, "names": paper.names, "by": clerk, "on": DAY}
    again = start_next(before=paper, **fields, due_on=DAY, asks_writers=True)
    assert [row[2] for row in requested(again)] == ["Head of Service"]
    assert [row.place for row in proposed(again, DAY)] == ["part:risks"]
    later = start_next(
        before=paper, **{**fields, "details": {**NEXT, "slug": "later"}}, asks_writers=False
    )
    assert [row.place for row in proposed(later, DAY)] == ["part:introduction", "part:risks"]


@pytest.mark.long
def test_a_change_of_the_template_reaches_the_next_report_and_not_this(browser, named, clerk):
    paper = begun(browser, named)
    before = proposed(paper, DAY)
    press(browser, named, "remove-writer", "part", "risks")
    assert proposed(Paper.objects.get(pk=paper.pk), DAY) == before
    fields = {"details": NEXT, "names": paper.names, "by": clerk, "on": DAY}
    later = start_next(before=paper, **fields)
    assert [row.place for row in proposed(later, DAY)] == ["part:introduction"]


def test_nobody_is_proposed_where_nothing_can_be_asked(browser, named, clerk):
    paper = begun(browser, named)
    sent = Paper.objects.get(pk=paper.pk)
    sent.status = Paper.SENT
    assert proposed(sent, DAY) == ()
    bare = papers.paper(council=clerk.council, slug="bare")
    assert proposed(bare, DAY) == ()


def test_an_approver_sees_whom_the_template_names_and_can_ask_nobody(browser, named):
    paper = begun(browser, named)
    approver = browser_of(cast.approver())
    page = words(approver.get(at(paper, "contributions")))
    assert "Adoption Manager" in page and "Ask them all" not in page
    assert "Ask another person" not in page
    assert approver.post(at(paper, "ask-writers")).status_code == 403


def test_an_e_mail_that_does_not_go_is_named_and_the_section_is_asked_for(browser, named, settings):
    paper = begun(browser, named)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = words(browser.post(at(paper, "ask-writers"), follow=True))
    assert "2 of the e-mails did not go" in page and len(requested(paper)) == 2
