"""July 2016 started from January: what stands around its figures moves with them, and what is not
recorded yet is named once, each record with who can add it."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import User
from assurance.dbs.operations import positions
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When
from reports.documents.document import FIGURE, Chart, Paragraph, Table, text_of
from reports.editions.snapshot import assembled
from reports.editor.carry_forward import operations, rules
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.verdicts.paper.verdict import verdict
from tests.demonstration.reading import document, each
from tests.make import dbs, looked_after

pytestmark = pytest.mark.django_db
ON, DATED = date(2016, 7, 1), date(2016, 7, 18)
THEN, NOW = date(2015, 7, 1), date(2016, 6, 1)
# Total, agency fostering, external residential; under 14, 14 to 15, 16 to 18.
COUNTS = {THEN: (201, 18, 15, 155, 18, 28), NOW: (196, 24, 12, 146, 22, 28)}


@pytest.fixture
def july(demonstration, settings):
    """The report of July 2016 as it is started, before anybody has changed a word."""
    settings.CANDOUR_TODAY = DATED.isoformat()
    before = Paper.objects.get(slug="january-2016")
    period = When(before.period_start, before.period_end)
    after = rules.next_period(period)
    return operations.start_next(
        before=before,
        details={
            "title": "Six-monthly report",
            "slug": "july-2016",
            "period_start": after.start,
            "period_end": after.end,
            "paper_date": DATED,
        },
        names=rules.proposed(before.names, period, after),
        by=User.objects.get(email="clerk@eborford.example"),
        on=ON,
    )


def count_children(council, *days):
    """The counts of children on some of the days that the report asks for."""
    children = Cohort.objects.of(council).get(slug="children-looked-after")
    for day in days:
        total, agency, external, young, middle, old = COUNTS[day]
        rest = total - agency - 8
        looked_after.census(
            council=council,
            cohort=children,
            date=day,
            total=total,
            parts={
                "placement": {"agency_foster": agency, "placed_for_adoption": 8, "other": rest},
                "local_age_band": {"under_14": young, "14_to_15": middle, "16_to_18": old},
            },
            measures={"external_residential": external},
            unit_costs={"agency_foster": 48000, "external_residential": 166000},
        )


def record(council):
    """The two counts of children and the DBS audit that the report asks for."""
    count_children(council, *COUNTS)
    positions.enter_dbs_audit(
        council=council,
        cohort=Cohort.objects.of(council).get(slug="children-and-learning-staff"),
        audit_date=date(2016, 7, 5),
        position_date=date(2016, 7, 15),
        needing=351,
        at_audit=dbs.YORK_2016,
        at_position={"IN_DATE": 328, "DUE_SOON": 7, "OVERDUE_IN_PROGRESS": 16},
        follow_up={"rechecked": 14, "in_progress": 16, "not_started": 0},
        due={date(2016, 7, 1): 7},
        source="DBS audit of July 2016",
        by=User.objects.get(email="officer@eborford.example"),
        on=DATED,
    )


def around_the_figures(document):
    """The heads of the first table, the words of the first chart, and of paragraph 46."""
    table = next(table for table in each(document, Table) if table.label == "Table 1")
    chart = next(each(document, Chart))
    [sums] = [one for one in each(document, Paragraph) if "aged 14 to 18" in text_of(one.content)]
    heads = [text_of(cell.runs) for cell in table.columns[1:]]
    figures = [run.text for run in sums.content[0].runs if run.kind == FIGURE]
    return heads, table.caption, chart.caption, chart.finding, text_of(sums.content), figures


@pytest.mark.long
def test_missing_records_are_named_once_each_with_who_can_add_it(july):
    causes = [cause for cause in verdict(july).errors if cause.results[0].fault.figure]
    assert sorted(cause.sentence for cause in causes) == [
        "No DBS audit is recorded for 15 July 2016.",
        "No count of looked-after children is recorded for 1 July 2015.",
        "No count of looked-after children is recorded for 1 June 2016.",
    ]
    assert {cause.remedy.words for cause in causes} == {
        "Record a DBS audit",
        "Record a count of looked-after children",
    }


@pytest.mark.long
def test_heads_captions_chart_and_sums_are_of_the_new_counts_and_days(july):
    record(july.council)
    made = assembled(read(july))
    heads, caption, chart, finding, text, figures = around_the_figures(made.document)
    assert heads == ["1 July 2015", "1 June 2016", "Change"]
    for words in (caption, chart, finding):
        assert "1 July 2015" in words and "1 June 2016" in words and "December" not in words
    assert "agency placements rose from 18 to 24" in finding
    assert "fell from 15 to 12" in finding
    total, *_, young, middle, old = COUNTS[NOW]
    per_cent = (200 * (middle + old) + total) // (2 * total)
    assert figures == [str(middle), str(middle + old), f"{per_cent}%", str(young)]
    assert f"the {middle + old} young people aged 14 to 18 were {per_cent}%" in text
    old_words = around_the_figures(document("january-2016"))
    assert old_words[0] == ["1 January 2015", "1 December 2015", "Change"]
    assert old_words[5] == ["19", "46", "24%", "142"]


@pytest.mark.long
@pytest.mark.parametrize("days", [(), (THEN,), (NOW,)])
def test_a_count_that_is_missing_is_no_wrong_date_over_those_that_are_there(july, days):
    count_children(july.council, *days)
    assert "date-over-figures" not in {cause.rule.key for cause in verdict(july).errors}


@pytest.mark.long
def test_parts_that_lose_people_and_a_date_typed_over_a_figure_are_errors(july):
    record(july.council)
    [table] = july.blocks.filter(slug="table-placements")
    columns = table.data["grid"]["columns"]
    columns[1]["label"] = "1 December 2015"
    table.save()
    wrong = {cause.rule.key: cause.sentence for cause in verdict(july).errors}
    assert "1 December 2015" in wrong["date-over-figures"]
    carried = next(sentence for key, sentence in wrong.items() if key == "carried-unconfirmed")
    assert "no one has looked" in carried


@pytest.mark.long
@pytest.mark.parametrize("day", ["[[date:dbs_audit]]", "5 July 2016", "5 January 2016"])
def test_the_day_of_the_latest_audit_is_that_of_the_figures_beside_it(july, day):
    record(july.council)
    [block] = july.blocks.filter(slug="dbs-cohort")
    block.text = block.text.replace("[[date:dbs_audit]]", day)
    block.save()
    sentences = [one.sentence for one in verdict(july).errors if one.rule.key == "latest-audit-day"]
    wrong = (
        "These figures are from the audit of 5 July 2016. The report gives 5 January 2016 as the "
        "latest."
    )
    assert sentences == [wrong] * (day == "5 January 2016")


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "says"), [("24", ["50 of 196 is 26%, but the text gives 24%."]), ("26", [])]
)
def test_a_share_that_was_typed_is_held_against_the_live_sum_before_it(july, typed, says):
    record(july.council)
    [block] = july.blocks.filter(slug="aged-14-and-15")
    live = "looked_after.local_age_band:16_to_18 @position | percent]]"
    before, _, after = block.text.rpartition("[[sum ")
    assert after.partition("]]")[0] + "]]" == f"looked_after.local_age_band:14_to_15 + {live}"
    source = f"[[stated {typed}%: workshop-sheet]]"
    block.text = before + source + after.partition("]]")[2]
    block.save()
    assert [
        one.sentence for one in verdict(july).errors if "but the text gives" in one.sentence
    ] == says


@pytest.mark.long
@pytest.mark.parametrize(
    ("month", "says"),
    [
        (
            "January 2016",
            ["The sentence is about January 2016, but 7 is for 1 July 2016 to 31 July 2016."],
        ),
        ("July 2016", []),
    ],
)
def test_the_month_of_what_falls_due_is_that_of_its_figure(july, month, says):
    record(july.council)
    [block] = july.blocks.filter(slug="dbs-overdue")
    block.text = block.text.replace("[[date:renewals]]", month)
    block.save()
    rows = verdict(july).errors
    assert [one.sentence for one in rows if one.rule.key == "figure-of-another-day"] == says
