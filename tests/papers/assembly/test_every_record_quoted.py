"""Every field of every kind of record that a paper may quote, and every list by every filter."""

from datetime import date
from itertools import product

import pytest
from django.db import transaction

from assurance.dbs.models.audits import DbsAudit
from assurance.figures import quotable
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan
from assurance.looked_after.models.censuses import Census
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.periods import today
from assurance.surveys.models import Answer, Survey, Wave
from reports.documents.document import text_of
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import assemble
from reports.papers.commitment_sentences import digest_of
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from reports.papers.rules import due_dates as due
from tests import cast
from tests.governance import quoted
from tests.make import dbs, findings, improvements, looked_after, papers, surveys
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
    **quoted.SLUGS,
}
# What print has of each field of the records below, a field that is added too.
SAID = {
    ("review", "title"): "Inspection of services",
    ("review", "body"): "The inspectorate",
    ("review", "grade"): "Good",
    ("review", "started_on"): "14 November 2016",
    ("review", "ended_on"): "8 December 2016",
    ("review", "published_on"): "7 February 2017",
    ("review", "response_sent_on"): "17 May 2017",
    ("review", "team_size"): "9",
    ("finding", "text"): "Plans lack dates.",
    ("finding", "place"): "Paragraph 5",
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
    ("wave", "label"): "2017",
    ("wave", "started_on"): "1 May 2017",
    ("wave", "ended_on"): "31 May 2017",
    ("wave", "source"): "The survey's report",
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
    **quoted.SAID,
}
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
    **quoted.WITHDRAWABLE,
}


def with_records(council):
    """One record of every kind that a paper may quote, each field of it filled."""
    of = findings.review(
        **{"council": council, "slug": "ofsted", "title": "Inspection of services"},
        **{"grade": "Good", "team_size": 9, "response_sent_on": findings.date(2017, 5, 17)},
    )
    under = findings.theme(of, "Help")
    area = findings.finding(review=of, theme=under, text="Plans lack dates.", place="Paragraph 5")
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
    quoted.with_matters(council, area)


def token(kind, name):
    """How a paper quotes a field of the kind's record."""
    return f"[[record:{kind}/{SLUGS[kind]}.{name}]]"


def test_the_fields_that_can_be_said_are_those_that_are_tried_here():
    assert set(SAID) == {
        (kind, name) for kind in quotable.RECORDS for name in records.fields_of(kind)
    }


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
    """The tokens that name no record that stands."""
    return {
        one.sentence.partition("]]")[0].rpartition("[[")[2]
        for one in made.problems
        if "names no record that stands" in one.sentence
    }


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
    stands and falls with it, and so what a survey was told."""
    within = {"review": ("finding",), "survey": ("wave", "answer"), "wave": ("answer",)}
    with_it, too = (kind, *within.get(kind, ())), quoted.LOST_TOO.get(kind, ())
    return {token(*one)[2:-2] for one in SAID if one[0] in with_it or one in too}


def halves(values):
    """Halves of all `values`: of any two, one lies in some half without the other."""
    for bit in range((len(values) - 1).bit_length()):
        for side in (0, 1):
            yield [value for place, value in enumerate(values) if place >> bit & 1 == side]


def test_a_withdrawn_record_leaves_every_one_of_its_fields_to_be_mended_and_no_other():
    paper = paper_quoting_everything()
    made = assemble(read(paper))
    printed = text_of(made.document.sections)
    assert not [said for said in SAID.values() if f"It says {said} here." not in printed]
    assert not faults(made)
    assert without(paper, Plan, slug="another") == {"record:plan/the-plan.title"}
    gone = {"withdrawn_on": ON, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    for kinds in halves([*WITHDRAWABLE]):
        lost = set().union(*map(lost_with, kinds))
        assert without(paper, *(WITHDRAWABLE[one] for one in kinds), **gone) == lost, kinds


# The rows of a crowd that differ in everything a list filters by: the plain reading of a filter.
FITS = {
    ("actions", "plan"): lambda row: row.priority.plan.slug,
    ("actions", "priority"): lambda row: row.priority.order,
    ("actions", "status"): lambda row: _progress(row),
    ("actions", "finding"): lambda row: [one.number for one in row.findings.all()],
    ("findings", "review"): lambda row: row.review.slug,
    ("findings", "kind"): lambda row: row.kind,
    ("findings", "theme"): lambda row: row.theme.slug if row.theme else None,
    ("reviews", "kind"): lambda row: row.kind,
    ("commitments_due", "state"): lambda row: row.state,
    ("commitments_made", "state"): lambda row: row.state,
    **quoted.FITS,
}
MODELS = {"actions": Action, "findings": Finding, "reviews": Review, **quoted.MODELS}
MODELS |= dict.fromkeys(("commitments_due", "commitments_made"), Commitment)


@pytest.fixture
def crowd(db):
    """Reviews, findings and actions of every kind and progress, some of them withdrawn."""
    gone = {"withdrawn_on": ON, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    plans = [improvements.plan(slug=slug) for slug in ("first", "second")]
    for number, (kind, lost) in enumerate(product(("inspection", "peer_review"), ({}, gone))):
        of = findings.review(slug=f"review-{number}", kind=kind, **lost)
        theme = findings.theme(of)
        for what, own, away in product(("area", "strength"), (theme, None), ({}, gone)):
            found = findings.finding(review=of, kind=what, theme=own, **away)
            under = improvements.priority(plans[number % 2])
            status = ("on_track", "done", "overdue")[found.pk % 3]
            due = {"due_on": date(2099, 1, 1)} if found.pk % 2 else {}
            lost_too = {} if own else away
            improvements.action([found], priority=under, status=status, **due, **lost_too)
    quoted.crowd(gone)
    for state, lost in product(("open", "kept", "late"), ({}, gone)):
        answered = {} if state == "open" else {"answered_on": ON}
        commitment(state=state, **answered, **lost)
    return cast.make_council()


def _progress(row):
    """What an action has come to today: overdue once its day is past and it is not done."""
    return "overdue" if row.status != "done" and row.due_on < today() else row.status


def stands(row):
    """Whether a row is listed: not withdrawn, nor what it lies within."""
    above = getattr(row, "review", None) or getattr(row, "development", row)
    return row.withdrawn_on is None and above.withdrawn_on is None


def values_of(what, name):
    """What standing rows of a list have under a filter, nothing left out."""
    found = [FITS[what, name](row) for row in MODELS[what].objects.all() if stands(row)]
    flat = [one for value in found for one in _values(value)]
    return {one for one in flat if one is not None}


def _values(value):
    return value if isinstance(value, list) else [value]


def test_every_filter_keeps_exactly_the_rows_that_fit(crowd):
    for what, name in FITS:
        rows, whole = [row for row in MODELS[what].objects.all() if stands(row)], {}
        for value in values_of(what, name):
            whole[value] = records.listed(crowd, {"what": what, "filter": {name: value}}).rows
            fitting = [row for row in rows if value in _values(FITS[what, name](row))]
            assert len(whole[value]) == len(fitting), (what, name, value)
        assert any(whole.values()), (what, name)
        nothing = {"what": what, "filter": {name: 999}}
        if quotable.LISTS[what].filters[name].values is None:
            assert records.listed(crowd, nothing).rows == ()
            continue
        with pytest.raises(records.ListRefused, match=f"“999” is no {name} of this list: use "):
            records.listed(crowd, nothing)


def test_every_column_is_the_same_alone_and_a_group_stands_first_and_once(crowd):
    for what, kind in quotable.LISTS.items():
        every = records.listed(crowd, {"what": what}).rows
        for place, column in enumerate(kind.columns):
            alone = records.listed(crowd, {"what": what, "columns": [column]}).rows
            assert [cell for (cell,) in alone] == [row[place] for row in every], column
        assert_grouped(crowd, what)


def assert_grouped(crowd, what):
    """A list by any group has that column first and once."""
    for group, columns in product(quotable.LISTS[what].columns, (None, ["text", "title"])):
        asked = [one for one in columns or [] if one in quotable.LISTS[what].columns]
        wanted = {"what": what, "group": group, "columns": asked or None}
        found = records.listed(crowd, wanted)
        heading = quotable.LISTS[what].columns[group][0]
        assert found.headings[0] == heading and found.headings.count(heading) == 1
        assert {len(row) for row in found.rows} == {len(found.headings)}
