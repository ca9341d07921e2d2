"""One verdict on a paper: every page and command prints the same causes, each of them once."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.access import EVERYONE_SIGNED_IN, GRANTS, SUBJECT_OF, Role
from assurance.figures.registry import FIGURES, evidence_of
from reports.approvals.operations import approvals
from reports.checks.rule import Severity
from reports.editor.outline import arranged
from reports.verdicts.paper import verdict as module
from reports.verdicts.paper.cause_lines import by_rule, lines_for
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts, papers
from tests.page_requests import at, browser_of, words
from tests.test_every_page import VIEWS

pytestmark = pytest.mark.django_db
QUOTES = "[[dbs.needing_check @2016-01-05]] and [[dbs.overdue @2016-01-05]] people."
NO_AUDIT = "No DBS audit is recorded for 5 January 2016."


@pytest.fixture
def clerk(settings):
    """A clerk on the day of the draft, in a council with an officer for DBS checks."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    cast.make_user("officer", name="DBS lead")
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A draft of which two paragraphs quote what no record holds, and one says a word twice."""
    paper = drafts.written(clerk)
    for number in (1, 2):
        text = f"There were {QUOTES}"
        papers.block(paper=paper, slug=f"dbs-{number}", part="body", text=text)
    papers.block(paper=paper, slug="twice", part="body", kind="paragraph", text="It was was done.")
    return paper


def stopping(paper):
    """The sentences of what stops a paper, reckoned from its findings alone: each once."""
    order = (Severity.ERROR, Severity.WAITING, Severity.WARNING)
    rows = [row for row in verdict(paper).rows if row.checked.severity in order and not row.passed]
    rows.sort(key=lambda row: order.index(row.checked.severity))
    return list(dict.fromkeys(row.fault.says for row in rows))


def printed(answer):
    """The sentences that a page lists."""
    return [line.cause.sentence for line in answer.context["causes"]]


def test_a_missing_record_is_one_cause_with_its_places_and_who_can_add_it(clerk, paper):
    [cause] = [cause for cause in verdict(paper).errors if cause.sentence == NO_AUDIT]
    assert [result.fault.block for result in cause.results] == ["dbs-1", "dbs-2"]
    assert cause.remedy.who == "DBS lead"
    page = words(browser_of(clerk).get(at(paper, "checks")))
    assert page.count(NO_AUDIT) == 1
    assert "Who can fix it: DBS lead." in page
    assert "Record a DBS audit" not in page
    both = cast.make_user("officer", "clerk")
    assert "Record a DBS audit" in words(browser_of(both).get(at(paper, "checks")))


def test_every_page_and_the_command_print_the_same_list(clerk, paper):
    expected, browser = stopping(paper), browser_of(clerk)
    assert NO_AUDIT in expected
    assert any("was was" in one or "twice in a row" in one for one in expected)
    for name in ("draft", "send"):
        assert printed(browser.get(at(paper, name))) == expected
    families = browser.get(at(paper, "checks")).context["families"]
    groups = [group for family in families[:2] for group in family["groups"]]
    listed = [line.cause.sentence for group in groups for line in group.lines]
    assert sorted(listed) == sorted(expected)
    out = StringIO()
    call_command("check_paper", paper.slug, format="json", stdout=out)
    rows = [row for row in json.loads(out.getvalue()) if row["severity"] != "advice"]
    assert {row["says"] for row in rows} == set(expected)
    assert len(rows) == len(expected)
    refused = browser.post(at(paper, "send"))
    assert printed(refused) == expected
    assert verdict(paper).summary in words(refused)


def counted(monkeypatch, name):
    """A list that grows by each call of what the verdict calls `name`."""
    calls, function = [], getattr(module, name)

    def call(*said, **more):
        calls.append(name)
        return function(*said, **more)

    monkeypatch.setattr(module, name, call)
    return calls


def test_a_paper_is_checked_once_as_it_is_sent_and_read_once_as_its_page_is_made(
    clerk, monkeypatch
):
    paper = drafts.written(clerk)
    drafts.with_reasons(paper, clerk)
    checked, reads = (counted(monkeypatch, name) for name in ("check", "read"))
    assert browser_of(clerk).post(at(paper, "send")).status_code == 302
    assert len(checked) == 1
    paper.refresh_from_db()
    assert paper.status == paper.SENT
    reads.clear()
    arranged(paper)
    assert (len(checked), reads) == (2, [])


def test_who_can_fix_something_is_looked_up_only_where_it_is_shown(paper, monkeypatch):
    remedies = [counted(monkeypatch, name) for name in ("remedy_of", "place_remedy")]
    current = verdict(paper)
    assert current.summary and current.errors and remedies == [[], []]
    [cause] = [cause for cause in current.errors if cause.sentence == NO_AUDIT]
    assert cause.remedy is cause.remedy and cause.places is cause.places
    assert [len(calls) for calls in remedies] == [1, 2]


def test_an_approver_reads_what_is_still_waited_for_and_what_was_accepted(clerk):
    paper = drafts.written(clerk)
    text = "It was was done."
    papers.block(paper=paper, slug="twice", part="body", kind="paragraph", text=text)
    drafts.with_reasons(paper, clerk)
    approver = cast.approver()
    papers.approval_rule(council=paper.council, approver=approver)
    approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    paper.refresh_from_db()
    assert [cause.severity for cause in verdict(paper).stopping] == [Severity.WAITING]
    for name, browser in (("approve", browser_of(approver)), ("draft", browser_of(clerk))):
        page = browser.get(at(paper, name))
        assert printed(page) == stopping(paper)
        assert "1 approval to come before this report can be published" in words(page)
    page = words(browser_of(approver).get(at(paper, "approve")))
    assert "Accepted warnings (2)" in page
    assert page.count("Reason: “As meant.”") == 2


def test_every_figure_names_a_page_where_its_evidence_is_recorded():
    pages = {evidence_of(key) for key in FIGURES}
    officers = {*GRANTS[Role.OFFICER], *EVERYONE_SIGNED_IN}
    # Teams are of the council and of no subject: who keeps them is an administrator.
    keepers = {*GRANTS[Role.ADMINISTRATOR]}
    assert all(page.record or page.permission in SUBJECT_OF for page in pages)
    for page in pages:
        may_open = officers if page.permission in SUBJECT_OF else keepers
        assert VIEWS[page.address].access in may_open, page


def test_who_may_record_it_is_by_the_grants_of_the_day(clerk, paper):
    officer = cast.make_user("officer", name="Past lead")
    officer.grants.update(to_date=date(2015, 12, 31))
    [cause] = [cause for cause in verdict(paper).errors if cause.sentence == NO_AUDIT]
    assert "Past lead" not in cause.remedy.who


def test_the_page_that_mends_several_causes_is_named_once_over_them(client, clerk, paper):
    both = "We saw 14 plans in 2015. We read 44 letters there."
    papers.block(paper=paper, slug="typed", part="body", text=both)
    papers.block(paper=paper, slug="more", part="body", text="We also met 9 carers.")
    groups = by_rule(lines_for(clerk, verdict(paper).errors))
    client.force_login(clerk)
    page = words(client.get(at(paper, "checks")))
    for group in groups:
        links = [line.links for line in group.lines]
        alike = len(links) > 1 and group.lines[0].cause.remedy.address and len(set(links)) == 1
        assert bool(group.shared_links) == bool(alike)
        if alike:
            (words_of, address), *_ = links[0]
            assert page.count(f'href="{address}">{words_of}</a>') == 1
    assert any(group.shared_links for group in groups)
    assert all(group.others == group.number - len(group.lines[0].cause.results) for group in groups)


def test_an_empty_part_is_one_cause(clerk):
    paper = drafts.written(clerk)
    paper.parts = {}
    paper.save()
    says = [row.fault.says for row in verdict(paper).rows if "“Contact details”" in row.fault.says]
    assert len(says) == 1
    # It is in no place that is printed, so the page of checks leads to where it is filled in.
    page = browser_of(clerk).get(at(paper, "checks")).content.decode()
    assert f'href="{at(paper, "parts")}">Fill it in</a>' in page
