"""Every field of every kind of record that a paper may quote, and every list by every filter."""

from datetime import date

import pytest
from django.db import transaction

from assurance.dbs.models.audits import DbsAudit
from assurance.figures import quotable
from assurance.figures.labels import RECORD_NAMES
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan
from assurance.looked_after.models.censuses import Census
from assurance.reviews.models.findings import Finding, Review
from assurance.surveys.models import Answer, Survey, Wave
from reports.documents.document import text_of
from reports.language.rules import due_dates as due
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import assemble
from reports.papers.commitment_sentences import digest_of
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from tests import cast
from tests.governance import quoted as matters
from tests.make import dbs, findings, improvements, looked_after, papers, quoted, surveys
from tests.make.drafts import ON, written
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
SLUGS = {
    "review": "ofsted",
    "finding": "ofsted-area-1",
    "plan": "the-plan",
    "action": "a1",
    "dbs_audit": "childrens-social-care-2016-01-05",
    "census": "children-looked-after-2015-12-01",
    "survey": "u-matter",
    "wave": "u-matter__2017",
    "answer": "u-matter__reliable__2017",
    "commitment": f"assurance__before__{digest_of('Bring the result of the audit.')[:8]}",
    **matters.SLUGS,
    **quoted.SLUGS,
}
# What print has of each field of the records below, a field that is added too; print has its own
# apostrophes, whichever were typed.
TYPED = {
    ("review", "title"): "Inspection of services",
    ("review", "body"): "The inspectorate",
    ("review", "grade"): "Good",
    ("review", "started_on"): "14 November 2016",
    ("review", "ended_on"): "8 December 2016",
    ("review", "published_on"): "7 February 2017",
    ("review", "response_sent_on"): "17 May 2017",
    ("review", "team_size"): "9",
    ("review", "team_roles"): "A lead and eight others",
    ("review", "people_met"): "over 45",
    ("review", "groups_met"): "managers and foster carers",
    ("review", "files_read"): "250",
    ("review", "response_received_on"): "7 February 2017",
    ("review", "reply_due_on"): "19 May 2017",
    ("review", "follow_up_on"): "8 November 2017",
    ("review", "followed_up_on"): "9 November 2017",
    ("finding", "text"): "Plans lack dates.",
    ("finding", "place"): "Paragraph 5",
    ("finding", "said_by_role"): "A foster carer",
    ("finding", "manner"): "Given orally, not published",
    ("finding", "review"): "Inspection of services",
    ("plan", "title"): "The plan",
    ("action", "text"): "Give each plan its dates.",
    ("action", "owner_role"): "Head of Service",
    ("action", "starts_on"): "17 May 2017",
    ("action", "due_on"): "31 December 2017",
    ("action", "done_on"): "1 December 2015",
    ("action", "evidence"): "Forty plans were read.",
    ("action", "status"): "Done and checked",
    ("action", "impact"): "Early signs",
    ("dbs_audit", "audit_date"): "5 January 2016",
    ("dbs_audit", "position_date"): "15 January 2016",
    ("dbs_audit", "source"): "DBS audit",
    ("dbs_audit", "cohort"): "Everybody in post in children's social care.",
    ("dbs_audit", "policy"): "every 36 months",
    ("survey", "title"): "U Matter",
    ("survey", "audience"): "Young people in care",
    ("wave", "survey"): "U Matter",
    ("wave", "label"): "2017",
    ("wave", "started_on"): "1 May 2017",
    ("wave", "ended_on"): "31 May 2017",
    ("wave", "source"): "The survey's report",
    ("answer", "wave"): "2017",
    ("answer", "said"): "54%, base not known",
    ("answer", "wording"): surveys.RELIABLE,
    ("answer", "source"): "The printed report",
    ("census", "date"): "1 December 2015",
    ("census", "source"): "Monthly report",
    ("census", "cohort"): "Every child looked after under section 22.",
    ("commitment", "what"): "Bring the result of the audit",
    ("commitment", "who"): "Head of Service",
    ("commitment", "due"): "by 31 March 2016",
    ("commitment", "paper"): "July 2015",
    ("commitment", "state"): "Kept",
    ("commitment", "outcome"): "Kept. Forty plans were read.",
    ("commitment", "answered_on"): "1 December 2015",
    **matters.SAID,
    **quoted.SAID,
}
SAID = {asked: text.replace("'", "’") for asked, text in TYPED.items()}
WITHDRAWABLE = {
    "review": Review,
    "finding": Finding,
    "action": Action,
    "dbs_audit": DbsAudit,
    "census": Census,
    "survey": Survey,
    "wave": Wave,
    "answer": Answer,
    "commitment": Commitment,
    **matters.WITHDRAWABLE,
    **quoted.WITHDRAWABLE,
}


def with_records(council):
    """One record of every kind that a paper may quote, each field of it filled."""
    of = findings.review(
        **{"council": council, "slug": "ofsted", "title": "Inspection of services"},
        **{"grade": "Good", "team_size": 9, "response_sent_on": findings.date(2017, 5, 17)},
        **{"team_roles": "A lead and eight others", "people_met": "over 45", "files_read": 250},
        **{"groups_met": "managers and foster carers"},
        **{"response_received_on": date(2017, 2, 7), "response_due_on": date(2017, 5, 19)},
        **{"follow_up_on": date(2017, 11, 8), "followed_up_on": date(2017, 11, 9)},
    )
    under = findings.theme(of, "Help", grade="Requires improvement")
    area = findings.finding(
        **{"review": of, "theme": under, "text": "Plans lack dates.", "place": "Paragraph 5"},
        **{"manner": "oral", "said_by_role": "A foster carer"},
    )
    plan = improvements.plan(council=council, slug="the-plan", title="The plan")
    said = {"reference": "A1", "status": "done", "impact": "early"}
    said["done_on"] = date(2015, 12, 1)
    improvements.action([area], council=council, priority=improvements.priority(plan), **said)
    dbs.dbs_audit(council=council, source="DBS audit")
    looked_after.census(council=council, source="Monthly report")
    surveys.york(council)
    Wave.objects.filter(label="2017").update(source="The survey's report")
    july = {"paper_date": date(2015, 7, 20), "meeting": None}
    before = papers.paper(council=council, slug="before", **july)
    kept = {"state": due.MET, "answered_on": date(2015, 12, 1), "evidence": "Forty plans were read"}
    commitment(paper=before, council=council, what="Bring the result of the audit.", **kept)
    matters.with_matters(council, area)
    quoted.with_audits(council)
    quoted.with_others(council, of)


def token(kind, name):
    """How a paper quotes a field of the kind's record."""
    return f"[[record:{kind}/{SLUGS[kind]}.{name}]]"


def test_the_fields_that_can_be_said_are_those_that_are_tried_here():
    assert set(SAID) == {
        (kind, name) for kind in quotable.RECORDS for name in records.fields_of(kind)
    }


@pytest.mark.long
def test_every_field_of_every_kind_is_said_and_of_no_other_council():
    council, other = cast.make_council(), cast.make_council("elsewhere")
    with_records(council)
    for (kind, name), said in SAID.items():
        assert records.field_text(council, kind, SLUGS[kind], name) == said, (kind, name)
        assert records.field_text(other, kind, SLUGS[kind], name) is None, (kind, name)


def paper_quoting_everything():
    """A paper with a paragraph that quotes each field of each kind."""
    clerk = cast.clerk()
    paper = written(clerk, with_records=False, paper_date=date(2017, 12, 31))
    with_records(clerk.council)
    text = "\n\n".join(f"It says {token(*asked)} here." for asked in SAID)
    paper.blocks.filter(slug="purpose").update(text=text)
    return paper


def faults(made):
    """What the tokens that name no record that stands are called."""
    return {
        one.sentence.partition("”")[0].removeprefix("“")
        for one in made.problems
        if "names no current record" in one.sentence
    }


def called(token):
    """A token's record and field in words: `Improvement plan: title`."""
    kind, _, name = token.removeprefix("record:").partition("/")
    return f"{RECORD_NAMES[kind].name}: {RECORD_NAMES[kind].label_of(name.partition('.')[2])}"


def without(paper, *models, **change):
    """The faults of `paper` once rows of `models` are changed, which they are not afterwards."""
    with transaction.atomic():
        for model in models:
            model.objects.update(**change)
        found = faults(assemble(read(paper)))
        transaction.set_rollback(True)
    return found


def lost_with(kind):
    """The tokens that name nothing once records of `kind` are withdrawn: what a review found
    stands and falls with it, and so what a survey was told, what a round and an audit ask, and how
    many audits of a closed round were recorded."""
    within = {
        "review": ("finding", "theme", "outcomes", "met_group"),
        "survey": ("wave", "answer"),
        "wave": ("answer",),
        "audit_round": ("audit_allocation",),
        "case_audit": ("audit_action",),
    }
    with_it, too = (kind, *within.get(kind, ())), matters.LOST_TOO.get(kind, ())
    if kind == "case_audit":
        too = (*too, ("audit_round", "done"))
    return {token(*one)[2:-2] for one in SAID if one[0] in with_it or one in too}


def halves(values):
    """Halves of all `values`: of any two, one lies in some half without the other."""
    for bit in range((len(values) - 1).bit_length()):
        for side in (0, 1):
            yield [value for place, value in enumerate(values) if place >> bit & 1 == side]


@pytest.mark.long
def test_a_withdrawn_record_leaves_every_one_of_its_fields_to_be_mended_and_no_other():
    paper = paper_quoting_everything()
    made = assemble(read(paper))
    printed = text_of(made.document.sections)
    assert not [said for said in SAID.values() if f"It says {said} here." not in printed]
    assert not faults(made)
    assert without(paper, Plan, slug="another") == {called("record:plan/the-plan.title")}
    gone = {"withdrawn_on": ON, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    for kinds in halves([*WITHDRAWABLE]):
        lost = set().union(*map(lost_with, kinds))
        assert without(paper, *(WITHDRAWABLE[one] for one in kinds), **gone) == {
            *map(called, lost)
        }, kinds
