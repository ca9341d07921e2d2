"""What cannot be true is met by a sentence on the page of the draft, or in the form where it is
typed, and by no error of the program."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.models import DisclosurePolicy
from assurance.figures.registry import FIGURES
from tests import cast
from tests.make import looked_after, matters
from tests.make.drafts import POSITION
from tests.page_requests import at, boxes, browser_of, drawn, errors, wrong_blocks

pytestmark = pytest.mark.django_db
WHOLE, PLACED = "looked_after.children", "looked_after.placement"
NOWHERE = date(2015, 6, 30)
TYPED = {
    "[[sum looked_after.placement:agency_foster + looked_after.external_residential]]": (
        "may count the same twice: add parts of one breakdown"
    ),
    f"[[sum {PLACED}:agency_foster + {PLACED}:agency_foster]]": "is added twice",
    f"[[sum {WHOLE} + {PLACED}:agency_foster]]": "may count the same twice",
    f"[[share {PLACED}:agency_foster @{NOWHERE} of {WHOLE} @{NOWHERE}]]": "is 0: no share of it",
    "[[audits.done @2015-12-31..2015-01-01]] audits": "or ends before it starts: write",
    "[[audits.done @later]] audits": "names a date that this report has not set",
    "note [[paras:children..audits]]": "before it begins at 3: turn it round",
    "We met 44 foster carers.": "“44”: typed, with no record or source behind it",
    "We met [[stated 44: nobody]] foster carers.": "is no source of this report",
}


def causes(browser, paper):
    """The sentences of the errors that the page of the draft lists."""
    answer = browser.get(at(paper, "draft"))
    assert answer.status_code == 200
    lines = answer.context["causes"]
    return [line.cause.sentence for line in lines if line.cause.severity == "error"]


def sentences(answer, browser, paper):
    """What an answer says of its form, or the page of the draft once it was saved."""
    if answer.status_code == 302:
        return causes(browser, paper)
    return [one for told in errors(answer).values() for one in told]


@pytest.fixture
def counted(paper):
    """The paper; its census of 1 December is broken down by placement, that of a day in June says
    that there was no child."""
    looked_after.CensusCount.objects.all().delete()
    looked_after.Census.objects.all().delete()
    parts = {"placement": {"agency_foster": 30, "not_broken_down": 158}}
    residential = {"external_residential": 20}
    on = {"council": paper.council, "date": POSITION.end}
    looked_after.census(**on, total=188, parts=parts, measures=residential)
    parts = {"placement": {"agency_foster": 0}}
    looked_after.census(council=paper.council, date=NOWHERE, total=0, parts=parts)
    return paper


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("text", "sentence"), TYPED.items())
def test_what_a_sentence_cannot_say_is_an_error_that_says_why(browser, counted, text, sentence):
    answer = browser.post(at(counted, "block", "audits"), {"text": text, "version": 1})
    told = sentences(answer, browser, counted)
    assert any(sentence in one for one in told), told


@pytest.mark.parametrize(("text", "sentence"), TYPED.items())
def test_the_command_that_checks_a_paper_says_the_same(counted, text, sentence):
    counted.blocks.filter(slug="audits").update(text=text)
    out = StringIO()
    call_command("check_paper", counted.slug, stdout=out)
    lines = out.getvalue().splitlines()
    assert any(line.startswith("error: ") and sentence in line for line in lines), lines


def test_a_measure_that_became_part_of_itself_ends_no_measurement(paper):
    """What a form refuses may stand in a database that was written otherwise."""
    whole, part = (matters.measure(title=title, of_people=True) for title in ("All", "Some"))
    for item, count in ((whole, 30), (part, 28)):
        matters.value(measure=item, to_date=POSITION.end, value=count)
    matters.relation(measure=whole, members=[whole, part])
    matters.relation(measure=part, members=[whole])
    asked = [FigureQuery("measures.people", "", POSITION)]
    shown = measure(paper.council, asked, FIGURES).shown.values()
    assert {item.count for item in shown if item.member} == {None}


@pytest.mark.long
def test_a_list_of_what_has_no_history_before_a_day_says_so(browser, paper):
    matters.development(
        council=paper.council,
        slug="hub",
        title="The hub",
        started_on=date(2014, 1, 1),
        state_on=date(2015, 12, 31),
    )
    fields = {"caption": "Developments", "what": "developments", "columns": "title"}
    answer = browser.post(
        at(paper, "add-block", "records", part="body"), fields | {"when": "position"}
    )
    told = sentences(answer, browser, paper)
    assert any("no state of it is recorded by then" in one for one in told), told


def test_a_date_that_a_table_and_a_sentence_name_is_asked_for_once_it_is_taken_away(browser, paper):
    text = "Counted on [[date:comparison]]: [[looked_after.children @comparison]]."
    browser.post(at(paper, "block", "audits"), {"text": text, "version": 1})
    rows = {"caption": "Children", "rows": f"All | {WHOLE}"}
    columns = {"columns": "[[date:comparison]] | comparison"}
    assert (
        browser.post(at(paper, "add-block", "table", part="body"), rows | columns).status_code
        == 302
    )
    page = browser.get(at(paper, "dates"))
    fields = drawn(page)
    [place] = [name[-1] for name, value in fields.items() if value == "comparison"]
    fields |= {f"name_{place}": "", f"label_{place}": "", **boxes(**{f"start_{place}": ""})}
    assert browser.post(at(paper, "dates"), fields).status_code == 302
    page = browser.get(at(paper, "draft"))
    assert {"audits", paper.blocks.order_by("-pk").first().slug} <= wrong_blocks(page)
    told = causes(browser, paper)
    asked = "“Children first counted on” has no date yet. Enter it among the dates of the report."
    [cause] = [one for one in told if "has no date yet" in one]
    assert asked in cause and "[[" not in cause, told
    assert not any("must be filled in" in one for one in told), told


def test_a_period_that_runs_backwards_is_refused_where_it_is_typed(browser, paper):
    fields = drawn(browser.get(at(paper, "dates")))
    fields |= {"name_3": "quarter", **boxes(start_3="31 12 2015", end_3="1 10 2015")}
    answer = browser.post(at(paper, "dates"), fields)
    assert errors(answer)["end_3"] == [
        "The end date of “quarter” must be on or after its start date"
    ]


def test_a_measure_that_is_part_of_itself_is_refused_in_the_form(paper):
    whole, part = (matters.measure(title=title, of_people=True) for title in ("All", "Some"))
    matters.relation(measure=whole, members=[part])
    officer = browser_of(cast.officer(paper.council))
    relation = {"kind": "sum", "exhaustive": "True", **boxes(from_date="1 1 2010")}

    def refused(measure, member, **dates):
        address = f"/matters/measures/{measure.pk}/relations/add/"
        return errors(officer.post(address, {**relation, "members": [member.pk], **dates}))

    assert refused(whole, whole) == {"members": ["Choose “Measures” from the list"]}
    assert "would be part of itself" in refused(part, whole)["members"][0]
    assert "cannot end" in refused(whole, part, **boxes(to_date="1 1 2009"))["to_date"][0]


def test_two_policies_of_one_day_are_refused_in_the_form(paper):
    administrator, other = (browser_of(cast.administrator(paper.council)) for _ in range(2))
    fields = {"counted": "people", "threshold": "9", "smallest_base": "30", "nought_shown": "True"}
    fields |= boxes(from_date="1 1 2016")
    assert administrator.post("/small-numbers/add/", fields).status_code == 302
    approved = f"/small-numbers/{DisclosurePolicy.objects.get().pk}/approve/"
    other.post(approved, {"version": 1})
    told = errors(administrator.post("/small-numbers/add/", fields))
    assert "begins on 1 January 2016" in told["from_date"][0]
    told = errors(administrator.post("/small-numbers/add/", fields | boxes(to_date="1 1 2015")))
    assert "on or after the start date" in told["to_date"][0]
