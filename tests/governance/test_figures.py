"""Figures of other matters on the days that matter, and what a paper prints of them."""

from datetime import date, timedelta

import pytest

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.labels import RECORD_NAMES, read_names
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.documents.document import text_of
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.cast import make_council
from tests.governance import quoted
from tests.make import matters
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
DAY, ONE = date(2015, 12, 8), timedelta(days=1)
GONE = {"withdrawn_on": DAY, "withdrawn_because": "Entered twice"}


def measured(key, start, end=None, **asked):
    """Member → count of a figure, or None where nothing is returned."""
    when = When(start, end or start)
    values = FIGURES[key].measure(FigureRequest(make_council(), when, **asked))
    if all(value.mark == Mark.NOT_RETURNED for value in values.values()):
        return None
    return {name: value.count for name, value in values.items()}


def test_a_development_stands_under_what_it_had_come_to_by_the_day():
    matters.development({DAY: "planned"}, state="done", state_on=DAY + 5 * ONE)
    matters.development(state="stopped", state_on=DAY + 9 * ONE)

    def states(day):
        counts = measured("developments.by_state", day)
        return counts and {state for state, count in counts.items() if count}

    assert measured("developments.total", DAY - ONE) is None and states(DAY - ONE) is None
    assert states(DAY) == states(DAY + 4 * ONE) == {"planned"}
    assert states(DAY + 5 * ONE) == {"done"}
    assert states(DAY + 9 * ONE) == {"done", "stopped"}
    assert measured("developments.total", DAY + 9 * ONE) == {"": 2}
    assert measured("developments.by_state", DAY)["done"] == 0


OFFERED = [
    ({"unit": "number"}, {}, {"value"}),
    ({"unit": "number"}, {"value": "2.5"}, {"decimal"}),
    ({"unit": "number", "of_people": True}, {}, {"people"}),
    ({"unit": "money"}, {"value": "10.25"}, {"pence"}),
    ({"unit": "percent"}, {}, {"per_cent"}),
    ({"unit": "percent"}, {"count": 1, "out_of": 10}, {"share"}),
    ({"unit": "percent"}, None, {"per_cent"}),
]


@pytest.mark.parametrize("said, of_value, keys", OFFERED)
def test_a_measure_is_offered_as_what_it_can_have_a_value_of(said, of_value, keys):
    row = matters.measure(**said)
    if of_value is not None:
        matters.value(measure=row, **of_value)
    _, members = read_names(make_council())
    found = {key for key, some in members.items() if key.startswith("measures.") and some}
    assert found == {f"measures.{key}" for key in keys}


def test_events_are_none_only_once_a_first_one_is_known():
    matters.event(held_on=DAY)
    assert measured("events.held", DAY - ONE) is None
    assert measured("events.held", DAY) == {"": 1}
    assert measured("events.held", DAY - ONE, DAY + ONE) == {"": 1}
    assert measured("events.held", DAY + ONE, DAY + 9 * ONE) == {"": 0}


def test_a_risk_closed_on_the_day_is_not_open_at_its_end():
    matters.risk(opened_on=DAY, closed_on=DAY + 2 * ONE)
    counts = [measured("risks.open", DAY + number * ONE) for number in range(-1, 4)]
    assert counts == [None, {"": 1}, {"": 1}, {"": 0}, {"": 0}]


def test_the_last_value_of_each_measure_by_the_day_counts_with_its_own_day():
    of = matters.measure(slug="posts", title="Posts", area="Holme ward")
    matters.value(measure=of, to_date=DAY - 30 * ONE, value=16)
    matters.value(measure=of, to_date=DAY, value=21)
    matters.value(measure=matters.measure(slug="days", unit="days"), value=3)
    assert measured("measures.value", DAY - 31 * ONE) is None
    assert measured("measures.value", DAY - ONE) == {"posts": 16}
    assert measured("measures.value", DAY) == {"posts": 21, "days": 3}
    values = FIGURES["measures.value"].measure(FigureRequest(make_council(), When.at(DAY + ONE)))
    # Pages say the day beside it: a label with a day would be untrue of every other value.
    assert (values["posts"].label, values["posts"].when) == ("Posts, Holme ward", When.at(DAY))
    assert values["posts"].source == "Workforce return"
    assert measured("measures.value", DAY + ONE, since=DAY + ONE) is None
    assert measured("measures.value", DAY + ONE, since=DAY) == {"posts": 21, "days": 3}


def test_an_older_whole_value_never_stands_in_for_a_later_one_with_decimals():
    of = matters.measure(slug="caseload")
    matters.value(measure=of, to_date=DAY - ONE, value=17)
    matters.value(measure=of, value="17.50")
    assert measured("measures.value", DAY - ONE) == {"caseload": 17}
    assert measured("measures.value", DAY) is None


def test_a_value_or_a_measure_that_was_withdrawn_counts_no_more():
    of = matters.measure(slug="posts")
    matters.value(measure=of, to_date=DAY - ONE, value=16)
    matters.value(measure=of, value=21, withdrawn_by=cast.officer(), **GONE)
    assert measured("measures.value", DAY) == {"posts": 16}
    type(of).objects.update(withdrawn_by=cast.officer(), **GONE)
    assert measured("measures.value", DAY) is None


def test_pounds_and_per_cents_have_figures_of_their_own():
    matters.value(measure=matters.measure(slug="spend", unit="money"), value=48_000)
    counted = matters.measure(slug="agency", unit="percent")
    matters.value(measure=counted, value="12.50", count=10, out_of=80)
    matters.value(measure=matters.measure(slug="stated", unit="percent"), value="54.00")
    assert measured("measures.value", DAY) is None
    assert measured("measures.money", DAY) == {"spend": 48_000}
    [share] = (
        FIGURES["measures.share"].measure(FigureRequest(make_council(), When.at(DAY))).values()
    )
    assert (share.member, share.count, share.base) == ("agency", 10, 80)


def test_decimals_pence_and_stated_per_cents_are_counted_in_hundredths():
    for slug, unit, value in (
        ("caseload", "number", "16.80"), ("whole", "number", "16.00"),
        ("spend", "money", "48000.50"), ("pounds", "money", "48000.00"),
        ("stated", "percent", "12.50"),
    ):  # fmt: skip
        matters.value(measure=matters.measure(slug=slug, unit=unit), value=value)
    assert measured("measures.decimal", DAY) == {"caseload": 1680}
    assert measured("measures.pence", DAY) == {"spend": 4_800_050}
    assert measured("measures.per_cent", DAY) == {"stated": 1250}
    assert measured("measures.value", DAY) == {"whole": 16}


@pytest.mark.parametrize("number", [0, 1, 5, 6])
def test_a_small_number_of_people_is_withheld_and_hides_no_other_measure(number):
    council = make_council()
    of_people = {"of_people": True}
    matters.value(measure=matters.measure(slug="few", **of_people), value=number)
    matters.value(measure=matters.measure(slug="many", **of_people), value=300)
    shown = measure(council, [FigureQuery("measures.people", "", When.at(DAY))], FIGURES).shown
    told = {value.member: value.count for value in shown.values() if value.member}
    assert told == {"few": number if number in (0, 6) else None, "many": 300}
    said = records.field_text(council, "measure_value", f"few-{DAY}", "value")
    assert said == (str(number) if number in (0, 6) else None)
    assert records.field_text(council, "measure", "many", "value") == "300"


@pytest.mark.parametrize(
    ("count", "out_of", "is_told"), [(10, 80, True), (5, 80, False), (75, 80, False), (0, 5, False)]
)
def test_a_share_of_few_people_is_withheld_everywhere(count, out_of, is_told):
    council, value = make_council(), 100 * count / out_of
    of = matters.measure(slug="agency", unit="percent", of_people=True)
    matters.value(measure=of, value=value, count=count, out_of=out_of)
    asked = FigureQuery("measures.share_of_people", "", When.at(DAY))
    [shown] = [one for one in measure(council, [asked], FIGURES).shown.values() if one.member]
    assert (shown.count is not None) is is_told
    assert bool(records.field_text(council, "measure", "agency", "value")) is is_told
    assert measured("measures.share", DAY) is None


@pytest.fixture
def council():
    """A council with one of each matter, whole."""
    here = make_council()
    quoted.with_matters(here, None)
    matters.value(measure=matters.measure(slug="spend", unit="money"), value=48_000)
    matters.value(measure=matters.measure(slug="posts"), to_date=DAY - ONE, value=16)
    return here


SPRING = date(2016, 3, 31)
PRINTED = (
    ("[[developments.total @2016-03-31 | words]]", "one"),
    ("[[developments.by_state:done @2016-03-31]]", "1"),
    ("[[developments.by_state:planned @2016-03-31 | none]]", "no"),
    ("[[events.held @2015-12-01..2015-12-31]]", "1"),
    ("[[risks.open @2015-12-31]]", "1"),
    ("[[risks.open @2016-01-05]]", "0"),
    ("[[measures.value:posts @2015-12-31]]", "16"),
    ("[[measures.money:spend @2015-12-31]]", "£48,000"),
    ("[[measures.money:spend @2015-12-31 | money k]]", "£48k"),
    ("[[measures.share:agency-staff @2015-12-31 | percent]]", "13%"),
    ("[[measures.share:agency-staff @2015-12-31 | percent base]]", "10 of 80 (13%)"),
    ("[[record:measure_value/agency-staff-2015-12-08.value]]", "12.5% (10 of 80)"),
    ("[[record:development/new-case-system.state]]", "Done"),
)


def test_a_paper_prints_figures_and_fields_of_other_matters(council):
    paper = written(cast.clerk(council), with_records=False, paper_date=SPRING)
    text = " ".join(f"It says {token} here." for token, _ in PRINTED)
    paper.blocks.filter(slug="purpose").update(text=text)
    made = assemble(read(paper))
    said = " ".join(f"It says {words} here." for _, words in PRINTED)
    assert said in text_of(made.document.sections)


def test_a_paper_does_not_say_what_nothing_is_held_for(council):
    paper = written(cast.clerk(council), with_records=False)
    paper.blocks.filter(slug="purpose").update(text="[[risks.open @2014-12-31]]")
    [problem] = [one for one in assemble(read(paper)).problems if one.figure == "risks.open"]
    assert "on 31 December 2014" in problem.sentence


# What each list has of the records above, whole.
LISTS = {
    what: tuple(quoted.SAID[kind, name].replace("'", "’") for name in names.split())
    for what, kind, names in (
        ("developments", "development", """title kind state state_on started_on due_on predecessor
            successor partner barrier milestones_reached"""),
        ("documents", "document", """title kind edition owner_role from_date to_date address
            last_checked_on approved_body approved_on"""),
        ("events", "event", "held_on title audience number subject frequency"),
        ("risks", "risk", "title cause control owner_role rating opened_on state"),
    )
}  # fmt: skip
LISTS["milestones"] = ("First team uses it", "New case system", "1 September 2015",
                       "5 October 2015", "Reached")  # fmt: skip


@pytest.mark.long
def test_a_list_of_other_matters_is_printed_as_a_table(council):
    paper = read(written(cast.clerk(council), with_records=False, paper_date=SPRING))
    for what, row in LISTS.items():
        assert records.listed(council, {"what": what}, SPRING).rows == (row,)
        block = BlockText("list", "body", "records", "work", "", "", {"records": {"what": what}})
        printed = text_of(assemble(paper.with_block(block)).document.sections)
        assert all(cell in printed for cell in row)


def test_the_least_of_each_is_listed_with_empty_cells():
    for make in (matters.milestone, matters.document, matters.event, matters.risk):
        make()
    for what in LISTS:
        [row] = records.listed(make_council(), {"what": what}).rows
        assert "None" not in row and all(isinstance(cell, str) for cell in row)


def test_values_of_one_measure_are_listed_newest_first(council):
    measure = matters.measure()
    for month in (3, 9, 6):
        matters.value(measure=measure, to_date=date(2015, month, 30), value=month)
    rows = records.listed(council, {"what": "measure_values", "columns": ["value"]}).rows
    assert [value for (value,) in rows if value in "963"] == ["9", "6", "3"]


NOT_THERE = (
    ("milestone", "new-case-system-x", "title"),
    ("milestone", f"new-case-system-{'9' * 5000}", "title"),
    ("milestone", "new-case-system-2", "title"),
    ("forum_meeting", "parenting-board", "met_on"),
    ("forum_meeting", "parenting-board-2015-12-09", "met_on"),
    ("measure_value", "agency-staff-2015-99-99", "value"),
    ("measure", "none", "value"),
    ("risk", "too-few-staff", "rated_by"),
)


def test_what_is_not_there_says_nothing(council):
    paper = written(cast.clerk(council), with_records=False)
    for kind, slug, name in NOT_THERE:
        paper.blocks.filter(slug="purpose").update(text=f"[[record:{kind}/{slug}.{name}]]")
        made = assemble(read(paper))
        label = f"“{RECORD_NAMES[kind].name}: {RECORD_NAMES[kind].label_of(name)}”"
        assert any(label in one.sentence for one in made.problems)


def test_a_measure_is_described_by_its_definition_and_the_date_of_the_value_before():
    posts = matters.measure(slug="posts", definition="Posts that are empty.")
    matters.value(measure=posts, to_date=DAY, value=16)

    def described(day):
        answers = FIGURES["measures.value"].measure(FigureRequest(make_council(), When.at(day)))
        return [value.description for value in answers.values()]

    assert described(DAY) == ["Posts that are empty"]
    last = date(2016, 3, 31)
    matters.value(measure=posts, to_date=last, value=21)
    assert described(last) == ["Posts that are empty. The value before it is of 8 December 2015"]
    gone = {**GONE, "withdrawn_by": cast.officer()}
    matters.value(measure=posts, to_date=last + ONE, value=20, **gone)
    matters.value(measure=posts, to_date=date(2016, 4, 30), value=20)
    assert described(date(2016, 4, 30))[0].endswith("before it is of 31 March 2016")
