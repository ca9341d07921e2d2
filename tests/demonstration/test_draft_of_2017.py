"""The demonstration with the report of September 2017 as a draft: its records, and its way to
approval."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.audits import DbsAudit
from assurance.reviews.models.findings import Review
from assurance.surveys.models import Answer
from reports.approvals.operations.approvals import send_for_approval
from reports.checks.operations import pass_over
from reports.demonstration import texts
from reports.documents.document import HIDDEN, Table, text_of
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.verdicts.paper.blockers import stops
from reports.verdicts.paper.verdict import verdict
from tests.cast import make_user
from tests.demonstration.reading import each, runs
from tests.make.demonstration import WITH_DRAFT, put_in

pytestmark = pytest.mark.django_db
PRINTED = {
    "reviews.strengths": 61,
    "reviews.areas_for_development": 12,
    "reviews.recommendations": 10,
    "reviews.strengths_by_theme:help-and-protection": 17,
    "reviews.areas_for_development_by_theme:help-and-protection": 4,
    "reviews.strengths_by_theme:adoption": 11,
    "reviews.areas_for_development_by_theme:adoption": 1,
    "reviews.strengths_by_theme:looked-after-children": 17,
    "reviews.areas_for_development_by_theme:looked-after-children": 3,
    "reviews.strengths_by_theme:care-leavers": 6,
    "reviews.areas_for_development_by_theme:care-leavers": 2,
    "reviews.strengths_by_theme:leadership": 10,
    "reviews.areas_for_development_by_theme:leadership": 2,
    "actions.by_plan:inspection-2017": 13,
}


@pytest.fixture
def demonstration(db, load_once):
    """The demonstration up to the day on which that report is written."""
    put_in(load_once("with-draft", WITH_DRAFT))


@pytest.fixture
def draft(demonstration):
    """What the draft of September 2017 would print, and what stops its issue."""
    manuscript = read(Paper.objects.get(slug="september-2017"))
    made = assembled(manuscript)
    return made.document, stops(manuscript, made)


@pytest.mark.long
def test_the_draft_of_september_2017_lists_every_finding_and_could_be_issued(draft):
    told, problems = draft
    assert not problems
    assert not runs(told, HIDDEN)
    assert not [one.key for one in told.figures if one.mark]
    tables = {one.caption: len(one.rows) for one in each(draft[0], Table)}
    assert tables["Areas for development, by theme, at 11 September 2017"] == 12
    assert tables["Strengths, by theme, at 11 September 2017"] == 61
    assert tables["Actions, by heading of the plan, at 11 September 2017"] == 13
    said = text_of(draft[0])
    because = [
        area["no_action_because"]
        for theme in texts.read("inspection")["themes"]
        for area in theme["areas"]
        if "no_action_because" in area
    ]
    assert len(because) == 2
    assert all(one in said for one in because)


@pytest.mark.long
def test_the_command_prints_the_figures_of_the_draft(demonstration):
    said, when = StringIO(), {"since": date(2016, 11, 14), "at": date(2017, 9, 1)}
    call_command("figures", format="json", stdout=said, **when)
    printed = {
        f"{row['key']}:{row['member']}".rstrip(":"): row["value"]
        for row in json.loads(said.getvalue())
    }
    assert {name: printed.get(name) for name in PRINTED} == PRINTED


@pytest.mark.long
def test_the_audit_of_2017_was_entered(demonstration):
    audits = DbsAudit.objects.in_force().filter(cohort__slug="children-and-learning-staff-2016")
    audit = audits.get(audit_date__year=2017)
    assert (audit.needing, audit.origin) == (491, "entered")
    assert audit.parts_at("audit")["DUE_OR_OVERDUE"] == 31


@pytest.mark.long
def test_the_fostering_service_was_answered_in_time(demonstration):
    held = Review.objects.get(slug="fostering-2015")
    assert held.response_sent_on.isoformat() == "2016-03-14"
    assert held.response_sent_on <= held.reply_due_on


@pytest.mark.long
def test_the_survey_of_2017_has_a_further_question(demonstration):
    rows = Answer.objects.listed().to_tell().filter(wave__label="2017")
    of = [row.said for row in rows if row.wave.survey.slug == "tell-us-straight"]
    wanted = ["56 of 88, 64%", "52 of 88, 59%", "69 of 89, 78%", "80 of 88, 91%"]
    assert of == [*wanted, "97%, base not known"]


@pytest.mark.long
def test_the_draft_goes_for_approval(demonstration):
    paper = Paper.objects.get(slug="september-2017")
    clerk = make_user("clerk", council=Council.objects.get())
    day = paper.paper_date
    # What its words explain: a plan by headings, a day of its own.
    left = verdict(paper).to_accept
    rules = {one.checked.rule.key for one in left}
    assert rules == {"plan-unlike-recommendations", "figure-outside-period"}
    for one in left:
        reason = "The text says so."
        pass_over(paper=paper, standing=one, reason=reason, by=clerk, on=day)
    sent = send_for_approval(paper=paper, by=clerk, on=day)
    assert sent.status == Paper.SENT
