"""Every kind of list that a paper may have: by each filter, column and group, and its period."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.figures import quotable
from assurance.improvement.models.actions import Action
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.periods import When, today
from reports.papers.assembly import records
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from tests import cast
from tests.governance import filtered as matters
from tests.make import audits, dbs, findings, improvements, looked_after
from tests.make.drafts import ON
from tests.make.promised import commitment
from tests.papers.assembly.test_every_record_quoted import with_records

pytestmark = pytest.mark.django_db

# The rows of a crowd that differ in everything a list filters by: the plain reading of a filter.
FITS = {
    ("actions", "plan"): lambda row: row.priority.plan.slug,
    ("actions", "priority"): lambda row: row.priority.order,
    ("actions", "status"): lambda row: _progress(row),
    ("actions", "finding"): lambda row: [one.number for one in row.findings.all()],
    ("findings", "review"): lambda row: row.review.slug,
    ("findings", "kind"): lambda row: row.kind,
    ("findings", "theme"): lambda row: row.theme.slug if row.theme else None,
    ("quotations", "review"): lambda row: row.review.slug if row.kind == "quotation" else None,
    ("reviews_owed", "kind"): lambda row: row.kind if _owes(row) else None,
    ("reviews", "kind"): lambda row: row.kind,
    ("commitments_due", "state"): lambda row: row.state,
    ("commitments_made", "state"): lambda row: row.state,
    **matters.FITS,
}
MODELS = {"actions": Action, "findings": Finding, "reviews": Review, **matters.MODELS}
MODELS |= {"quotations": Finding, "reviews_owed": Review}
MODELS |= dict.fromkeys(("commitments_due", "commitments_made"), Commitment)

RECEIVED = {"response_received_on": date(2017, 2, 7)}
SETTLED = dict.fromkeys(("response_sent_on", "followed_up_on"), date(2017, 9, 8))


@pytest.fixture
def crowd(db):
    """Reviews, findings and actions of every kind and progress, some of them withdrawn."""
    gone = {"withdrawn_on": ON, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    plans = [improvements.plan(slug=slug) for slug in ("first", "second")]
    for number, (kind, lost) in enumerate(product(("inspection", "peer_review"), ({}, gone))):
        of = findings.review(slug=f"review-{number}", kind=kind, **RECEIVED, **lost)
        findings.review(slug=f"settled-{number}", kind=kind, **RECEIVED, **SETTLED, **lost)
        for away in ({}, gone):
            findings.finding(review=of, kind="quotation", **away)
        theme = findings.theme(of)
        for what, own, away in product(("area", "strength"), (theme, None), ({}, gone)):
            found = findings.finding(review=of, kind=what, theme=own, **away)
            under = improvements.priority(plans[number % 2])
            status = ("on_track", "done", "overdue")[found.pk % 3]
            due = {"due_on": date(2099, 1, 1)} if found.pk % 2 else {}
            lost_too = {} if own else away
            improvements.action([found], priority=under, status=status, **due, **lost_too)
    matters.crowd(gone)
    for state, lost in product(("open", "kept", "late"), ({}, gone)):
        answered = {} if state == "open" else {"answered_on": ON}
        commitment(state=state, **answered, **lost)
    return cast.make_council()


def _progress(row):
    """What an action has come to today: overdue once its day is past and it is not done."""
    return "overdue" if row.status != "done" and row.due_on < today() else row.status


def _owes(row):
    """Whether a review of 2016 owes a reply or a follow-up today, more than nine months after."""
    done = row.response_sent_on if row.kind == "inspection" else row.followed_up_on
    return done is None


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
    others = cast.make_council("elsewhere")
    with_records(others)
    audits.audit_round(council=others, report_due_on=LAST)
    for what, kind in quotable.LISTS.items():
        council = crowd if what in MODELS else others
        every = records.listed(council, {"what": what}).rows
        for place, column in enumerate(kind.columns):
            alone = records.listed(council, {"what": what, "columns": [column]}).rows
            assert [cell for (cell,) in alone] == [row[place] for row in every], column
        assert_grouped(council, what)


def assert_grouped(council, what):
    """A list by any group has that column first and once."""
    for group, columns in product(quotable.LISTS[what].columns, (None, ["text", "title"])):
        asked = [one for one in columns or [] if one in quotable.LISTS[what].columns]
        wanted = {"what": what, "group": group, "columns": asked or None}
        found = records.listed(council, wanted)
        heading = quotable.LISTS[what].columns[group][0]
        assert found.headings[0] == heading and found.headings.count(heading) == 1
        assert {len(row) for row in found.rows} == {len(found.headings)}


DAY = timedelta(1)
FIRST, LAST = date(2015, 7, 1), date(2015, 12, 31)


@pytest.mark.parametrize("begins", [FIRST - 2 * DAY, FIRST - DAY, FIRST, LAST, LAST + DAY])
@pytest.mark.parametrize("days", [0, 1, 2, 400])
def test_a_list_of_a_period_has_what_happened_on_one_of_its_days(db, begins, days):
    council, ends = cast.make_council(), begins + days * DAY
    audits.audit_round(council=council, start=begins, end=ends, next_due_on=begins + 9 * DAY)
    dbs.breach(council=council, found_on=begins)
    looked_after.held_return(council=council, covers_from=begins, covers_to=ends)
    findings.review(council=council, started_on=begins, ended_on=ends, published_on=None)
    paper = Paper(period_start=FIRST, period_end=LAST, council=council)
    every = {begins + number * DAY for number in range(days + 1)}
    fits = any(FIRST <= day <= LAST for day in every)
    spans = dict.fromkeys(("audit_rounds", "returns", "reviews"), fits)
    for what, result in {**spans, "breaches": FIRST <= begins <= LAST}.items():
        wanted = {"what": what, "within": "period"}
        rows = records.listed(council, wanted, date(2019, 1, 1), paper).rows
        assert len(rows) == result, what


def test_a_list_without_days_of_its_own_refuses_a_period(db):
    council = cast.make_council()
    for what, kind in quotable.LISTS.items():
        wanted = {"what": what, "within": "period"}
        if kind.within:
            assert records.check(wanted, council)[0] is kind
            continue
        with pytest.raises(records.ListRefused, match="leave out the period"):
            records.check(wanted, council)


def test_the_dates_of_every_list_of_a_period_are_dates_of_its_rows(crowd):
    for what, kind in quotable.LISTS.items():
        if kind.within:
            rows = kind.rows(crowd)
            known = [*rows.values_list(*kind.within)]
            assert all(isinstance(day, date | None) for row in known for day in row), what
            assert kind.rows_within(rows, When(date(1990, 1, 1), date(2090, 1, 1))).count() == len(
                [row for row in known if row[0]]
            ), what
