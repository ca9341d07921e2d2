"""January 2016 begun again for July: each date beside a figure is the figure's own."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from reports.checks.context import CheckContext
from reports.checks.rule import Severity
from reports.documents.document import text_of
from reports.editor.carry_forward.rules import next_period, proposed
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.registry import rule_called
from reports.verdicts.run import check
from tests.make.looked_after import census

pytestmark = pytest.mark.django_db
CONTEXT = CheckContext(today=date(2016, 7, 1))
DATES = [rule_called(key) for key in ("date-over-figures", "figure-of-another-day")]
JULY, JUNE = date(2015, 7, 1), date(2016, 6, 1)


def july(*changes):
    """January's text at July's dates, with counts of children at both; `changes` are made in it."""
    paper = Paper.objects.get(slug="january-2016")
    population = Census.objects.in_force().filter(council=paper.council).first().cohort
    Census.objects.filter(date__in=(JULY, JUNE)).delete()
    for day, total in ((JULY, 200), (JUNE, 231)):
        parts = {
            "placement": {
                "agency_foster": 30,
                "placed_for_adoption": 9,
                "not_broken_down": total - 39,
            },
            "local_age_band": {"16_to_18": 45, "14_to_15": 30, "under_14": total - 75},
        }
        census(
            parts,
            {"external_residential": 20},
            council=paper.council,
            cohort=population,
            date=day,
            total=total,
        )
    manuscript = read(paper)
    before = manuscript.period
    after = next_period(before)
    blocks = manuscript.blocks
    for old, new in changes:
        blocks = tuple(_changed(block, old, new) for block in blocks)
    paper.period_start, paper.period_end = after.start, after.end
    return replace(
        manuscript, paper=paper, names=proposed(manuscript.names, before, after), blocks=blocks
    )


def _changed(block, old, new):
    return replace(block, text=block.text.replace(old, new), data=_in(block.data, old, new))


def _in(value, old, new):
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, dict):
        return {name: _in(item, old, new) for name, item in value.items()}
    return [_in(item, old, new) for item in value] if isinstance(value, list) else value


def errors(manuscript):
    made = assemble(manuscript)
    rows = check(reading_of(manuscript, made.document), CONTEXT, DATES)
    return {one.fault.block for one in rows if one.severity == Severity.ERROR}


@pytest.mark.long
def test_heads_captions_chart_and_sums_move_with_the_named_dates(demonstration):
    manuscript = july()
    made = assemble(manuscript)
    printed = text_of(made.document.sections)
    overview = printed[printed.index("Activity overview") : printed.index("Wider council")]
    for words in (
        "On 1 June 2016 the Council looked after 231 children, against 200 on 1 July 2015",
        "that cost most, 1 July 2015 and 1 June 2016",
        "Between 1 July 2015 and 1 June 2016, agency placements stayed at 30",
        "Taken together, the 75 young people aged 14 to 18 were 32.5% of all",
        "The remaining 156 were under 14.",
    ):
        assert words in overview, words
    assert "December 2015" not in overview and "January 2015" not in overview
    assert errors(manuscript) == set()


@pytest.mark.parametrize(
    ("token", "typed", "blocks"),
    [
        ("[[date:comparison]]", "1 January 2015", {"table-placements", "chart-placements"}),
        (
            "[[date:position]]",
            "1 December 2015",
            {"table-placements", "chart-placements", "aged-16-to-18", "children-looked-after"},
        ),
    ],
)
def test_a_date_that_was_typed_in_their_stead_is_an_error_that_names_itself(
    demonstration, token, typed, blocks
):
    assert blocks <= errors(july((token, typed)))


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("written", "is_wrong"),
    [
        ("Between 1 January 2015 and 1 December 2015, agency", True),
        ("From [[date:comparison]] to 1 December 2015, agency", True),
        ("On 1 June 2016, agency", False),
        ("Since the review of 1 December 2015, agency", False),
        ("Agency", False),
    ],
)
def test_the_sentence_of_a_chart_names_days_of_its_figures(demonstration, written, is_wrong):
    own = "Between [[date:comparison]] and [[date:position]], agency"
    assert errors(july((own, written))) == ({"chart-placements"} if is_wrong else set())


def test_nothing_that_is_made_afresh_is_taken_for_a_date_of_the_last_period(demonstration):
    manuscript = july()
    carried = tuple(replace(block, carried=True) for block in manuscript.blocks)
    document = assemble(manuscript).document
    reading = reading_of(replace(manuscript, blocks=carried), document)
    rows = check(reading, CONTEXT, [rule_called("carried-date")])
    blocks = {one.fault.block for one in rows}
    assert "corporate-parenting-board" in blocks
    assert not blocks & {"chart-placements", "table-placements", "supervision-actions"}


@pytest.mark.long
@pytest.mark.parametrize(
    ("days", "is_wrong"),
    [
        ("1 January and 1 December 2015", True),
        ("1 July and 1 June 2016", True),
        ("1 July 2015 and 1 June 2016", False),
    ],
)
def test_two_days_of_a_comparison_may_share_their_year(demonstration, days, is_wrong):
    manuscript = july(("Between the same two dates the number", f"Between {days} the number"))
    assert errors(manuscript) == ({"children-looked-after"} if is_wrong else set())
