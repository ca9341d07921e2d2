"""A list of records beside the figure and the typed number of the same things."""

from datetime import date

import pytest

from assurance.figures.figure import Unit
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.quotable import LISTS
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.papers.assembly import records
from reports.prose.quantities.phrases import stems
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import findings, improvements, matters
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db
DECEMBER = date(2015, 12, 1)


def list_of(what, **more):
    """A block that lists records under the section of the paper."""
    data = {"caption": "", "records": {"what": what, **more}}
    row = {"part": "body", "kind": "records", "parent": "work", "heading": "", "text": ""}
    return {"slug": "listed", **row, "data": data}


def sentence(text):
    """A paragraph before the list."""
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    return {"slug": "before", **row, "text": text}


def faults_of(text, listed):
    """What the rules of lists find in a paper with a sentence before a list."""
    paper = written(cast.clerk(), sentence(text), listed)
    return {
        one.rule.key: one.sentence
        for one in verdict(paper).errors
        if one.rule.key.startswith("list-")
    }


@pytest.fixture
def actions(db):
    """Three actions begun by December 2015, one begun in January 2016 and two in 2017."""
    starts = (*[date(2015, 10, 19)] * 3, date(2016, 1, 4), *[date(2017, 5, 17)] * 2)
    plan = improvements.priority(improvements.plan(slug="plan", from_date=starts[0]))
    for day in starts:
        improvements.action(priority=plan, starts_on=day)


@pytest.mark.parametrize(
    ("text", "more", "key"),
    [
        ("We keep [[actions.total]] actions.", {}, "list-unlike-figure"),
        ("We keep [[actions.total]] actions.", {"when": "position"}, None),
        ("We keep [[actions.total @2016-01-18]] actions.", {}, None),
        ("On 1 December 2015 we kept [[actions.total]] actions.", {}, None),
        ("We keep [[actions.by_plan:plan]] actions.", {"filter": {"plan": "plan"}}, "figure"),
        ("We keep [[actions.by_plan:plan]] actions.", {}, None),
        ("All 14 actions are listed below.", {}, "list-unlike-number"),
        ("All four actions are listed below.", {}, None),
        ("All 14 meetings are listed below.", {}, None),
    ],
)
def test_a_list_agrees_with_the_figure_and_the_number_before_it(actions, text, more, key):
    found = faults_of(text, list_of("actions", **more))
    assert [*found] == ([] if key is None else [f"list-unlike-{key.rpartition('-')[2]}"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("There were no reviews.", []),
        (
            "The 2 reviews are below.",
            ["“Reviews at 18 January 2016” has 0 rows, but the text gives 2."],
        ),
    ],
)
def test_an_empty_list_agrees_with_nought_alone(db, text, says):
    findings.review()
    assert [*faults_of(text, list_of("reviews")).values()] == says


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("The plan holds 14 actions, which [[table:listed]] sets out.", True),
        ("The plan holds 14 actions. [[table:listed]] gives their owners.", True),
        ("The plan holds four actions, which [[table:listed]] sets out.", False),
        ("It holds 3 actions on audits and 1 action on supervision: see [[table:listed]].", False),
        ("Of the 14 actions [[table:listed]] lists those agreed since.", False),
        ("The plan holds 14 actions.", False),
        ("There are 14 schools, and [[table:listed]] is of actions.", False),
    ],
)
def test_a_list_agrees_with_the_paragraph_that_refers_to_it(actions, text, warned):
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    between = {"slug": "between", **row, "text": "Owners wrote them."}
    paper = written(cast.clerk(), sentence(text), between, list_of("actions"))
    [*warnings] = (one for one in verdict(paper).warnings if one.rule.key == "list-unlike-text")
    assert len(warnings) == warned
    assert "has 4 rows" in warnings[0].sentence if warned else True


@pytest.mark.parametrize(("last", "faults"), [("01-18", []), ("12-31", ["list-unlike-figure"])])
def test_events_of_a_year_are_those_of_its_figure_up_to_the_reports_date(db, last, faults):
    for day in (DECEMBER, ON, date(2016, 11, 14)):
        matters.event(held_on=day)
    text = f"We held [[events.held @2016-01-01..2016-{last}]] of them."
    assert [*faults_of(text, list_of("events", filter={"year": 2016}))] == faults


@pytest.mark.parametrize(
    ("caption", "warned"),
    [
        ("Events in 2014", True),
        ("Events, April 2015 to September 2015", True),
        ("Events in 2015", False),
        ("Events, December 2015", False),
        ("Events under the strategy of 2014", False),
        ("Events since 2012", False),
    ],
)
def test_a_list_is_not_headed_by_a_period_that_none_of_its_dates_is_in(db, caption, warned):
    matters.event(held_on=DECEMBER)
    listed = list_of("events")
    listed["data"]["caption"] = caption
    found = verdict(written(cast.clerk(), listed)).warnings
    assert ["heads a list whose dates are" in one.sentence for one in found].count(True) == warned


def improvement_actions(council):
    """An action of one plan, and one that began later."""
    plan = improvements.priority(improvements.plan(council=council, slug="plan"))
    for day in (DECEMBER, date(2017, 5, 17)):
        improvements.action(priority=plan, starts_on=day)


# Kind of list → what makes rows of it that had begun by the report's date, and one that had not.
MADE = {
    "actions": improvement_actions,
    "developments": lambda council: [
        matters.development(council=council, state_on=day) for day in (DECEMBER, date(2017, 1, 9))
    ],
    "events": lambda council: [
        matters.event(council=council, held_on=day) for day in (ON, date(2016, 11, 14))
    ],
    "documents": lambda council: [
        matters.document(council=council, kind=kind, from_date=DECEMBER, to_date=last)
        for kind, last in (("storyboard", None), ("storyboard", DECEMBER), ("plan", None))
    ],
    "risks": lambda council: [
        matters.risk(council=council, opened_on=day) for day in (DECEMBER, date(2017, 1, 9))
    ],
}
# Lists whose figures are of other things, by what those count.
NOT_ALIKE = {
    "findings": "also the totals that a report only states",
    "case_audits": "also the totals that are not known one by one",
    "audit_totals": "also the audits that are recorded one by one",
    "audit_rounds": "the rounds that await their result alone",
    "audit_rounds_late": "the rounds that await their result alone",
    "audit_allocations": "audits, not the lines of a rule",
    "audit_actions": "those of a day by what became of them",
    "met_groups": "the people of the groups, not the groups",
    "dbs_audits": "case audits",
    "breaches": "those of the population's groups alone",
    "censuses": "children",
    "team_successions": "teams, not that one follows another",
    "measures": "what a measure comes to",
    "measure_values": "what a measure comes to",
}


@pytest.mark.parametrize("what", LISTS)
def test_every_list_has_the_figure_of_the_same_things_and_its_number_of_rows(db, what):
    kind, council = LISTS[what], cast.make_council()
    named = {str(unit) for unit in Unit if stems(str(unit)) & stems(kind.title)}
    counted = [one for one in FIGURES.values() if str(one.unit) in named]
    assert bool(counted) == (bool(kind.counted_by) or what in NOT_ALIKE)
    for item in kind.counted_by:
        if not council.pk or not kind.rows(council).exists():
            MADE[what](council)
        values = kind.filters[item.by].values if item.by else None
        choices = [item.value] if item.value else [2016] if item.year else None
        for value in choices or (values(council) if values else [""]):
            filters = {item.by: value} if item.by else {}
            found, member = kind.figure_of(filters)
            when = When(date(ON.year, 1, 1), ON) if item.year else When.at(ON)
            query = FigureQuery(found.key, "", when)
            exact = measure(council, [query], FIGURES, public=False).exact[query]
            rows = records.filtered(kind, council, filters, ON)
            # A member that nothing came to may not be there.
            assert len(rows) == (exact[member].count if member in exact else 0), (what, filters)
        assert rows or item.by


@pytest.mark.parametrize(
    ("kind", "noun"),
    [("strength", "strengths"), ("area", "areas for development"), ("top_tip", "top tips")],
)
@pytest.mark.parametrize(("number", "faults"), [(14, ["list-unlike-number"]), (2, [])])
def test_findings_of_one_kind_are_those_of_the_number_before_them(db, kind, noun, number, faults):
    days = dict.fromkeys(("started_on", "ended_on", "published_on"), DECEMBER)
    review = findings.review(**days)
    for place in (1, 2):
        findings.finding(review=review, kind=kind, number=place)
    listed = list_of("findings", filter={"kind": kind})
    assert [*faults_of(f"The review named {number} {noun}, set out below.", listed)] == faults


AREAS = "reviews.areas_for_development"
YEAR = "@2015-01-01..2015-12-31"


@pytest.mark.parametrize(
    ("text", "filters", "keys"),
    [
        (f"The reviews named [[{AREAS} {YEAR}]] areas.", {}, ["figure"]),
        (f"By 31 December 2015 reviews named [[{AREAS} {YEAR}]] areas.", {}, []),
        (f"The review named [[{AREAS} {YEAR}]] areas, set out below.", {"review": "new"}, []),
        (
            f"The reviews named [[{AREAS} {YEAR}]] areas, set out below.",
            {"review": "old"},
            ["number"],
        ),
        (f"One of the [[{AREAS} {YEAR}]] areas is below.", {"review": "old"}, []),
        (f"Reviews named [[reviews.strengths {YEAR}]] strengths.", {}, []),
    ],
)
def test_a_list_of_findings_agrees_with_the_figure_before_it(db, text, filters, keys):
    for slug, day, count in (("old", date(2014, 5, 1), 1), ("new", DECEMBER, 2)):
        days = dict.fromkeys(("started_on", "ended_on", "published_on"), day)
        review = findings.review(slug=slug, **days)
        for place in range(1, count + 1):
            findings.finding(review=review, kind="area", number=place)
    listed = list_of("findings", filter={"kind": "area", **filters})
    assert [*faults_of(text, listed)] == [f"list-unlike-{key}" for key in keys]
