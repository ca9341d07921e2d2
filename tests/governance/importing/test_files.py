"""Measures, risks, documents and events as files: what refuses a row, and what it asks for. No
database: what the register holds is made by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from assurance.governance.importing import documents, events, measures, risks
from assurance.governance.importing.amounts import Amount
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.measures import (
    Measure,
    MeasureTarget,
    MeasureValue,
)
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.people.models.posts import Post
from assurance.runtime.periods import today
from tests.kinds.rows import faults, reading, targets
from tests.sweeping import swept

DAY, ONE = date(2015, 9, 30), timedelta(1)
# Still to come where a run goes on past midnight.
TO_COME = today() + 2 * ONE
HEAD = Post(pk=1, title="Head")
LEVELS = ["rare", "unlikely", "possible", "likely"]


def measured(values=(), targets=(), **said):
    """A register with a measure called “Average caseload”, its values and its targets."""
    told = {"unit": "number", "definition": "Cases", "source": "Return", "better": "lower"}
    one = Measure(pk=1, slug="average-caseload", title="Average caseload", **{**told, **said})
    return {
        "measure": [one],
        "measurevalue": [MeasureValue(measure=one, **of) for of in values],
        "measuretarget": [MeasureTarget(measure=one, **of) for of in targets],
        "measurecommentary": [],
    }


def measure_row(**said):
    """A row that says everything of a measure and its value."""
    told = {"unit": "number", "definition": "Cases", "source": "Return", "better": "lower"}
    value = {"to_date": DAY, "value": amount("17.5")}
    return {"title": "Average caseload", **told, **value, **said}


def amount(number, is_per_cent=False):
    """An amount of that number."""
    return Amount(Decimal(number), is_per_cent)


def wrong(sheet, row, standing, held=None):
    """The columns that refuse a row."""
    return [one.column for one in faults(sheet, row, reading(sheet, row, held=held, **standing))]


def asked(sheet, row, standing, held=None, others=()):
    """Model → (identity, values) of what a row asks for."""
    found = reading(sheet, row, *others, held=held, **standing)
    return {one.model: (one.identity, one.values) for one in targets(sheet, row, found)}


@swept(
    [
        ({}, []),
        ({"value": None}, ["value"]),
        ({"value": None, "to_date": None}, []),
        ({"to_date": None}, ["to_date"]),
        ({"from_date": DAY + ONE}, ["from_date"]),
        ({"from_date": DAY}, []),
        ({"to_date": TO_COME}, ["to_date"]),
        ({"to_date": today()}, []),
        ({"value": amount(5, True)}, ["value"]),
        ({"count": 3, "out_of": 4}, ["count"]),
        ({"unit": "percent", "value": None, "count": 3, "out_of": 4}, []),
        ({"unit": "percent", "value": None, "count": 3}, ["out_of"]),
        ({"unit": "percent", "value": None, "count": 5, "out_of": 4}, ["out_of"]),
        ({"unit": "percent", "value": amount(75), "count": 3, "out_of": 4}, []),
        ({"unit": "percent", "value": amount(76), "count": 3, "out_of": 4}, ["value"]),
        ({"unit": "percent", "value": amount("0.75")}, ["value"]),
        ({"unit": "percent", "value": amount(168)}, ["value"]),
        ({"unit": "percent", "value": amount(168, True), "definition": "A change"}, []),
        ({"unit": "percent", "target": amount(168), "target_from": DAY}, ["target"]),
        ({"value": amount(-3)}, ["value"]),
        ({"value": amount(-3), "definition": "Net change"}, []),
        ({"unit": None}, ["unit"]),
        ({"definition": None}, ["definition"]),
        ({"source": "", "better": None}, ["source", "better"]),
        ({"title": "!!!"}, ["title"]),
        ({"target": amount(16)}, ["target_from"]),
        ({"target_from": DAY}, ["target"]),
        ({"target": amount(16), "target_from": DAY, "target_to": DAY}, []),
        ({"target": amount(16), "target_from": DAY, "target_to": DAY - ONE}, ["target_to"]),
    ]
)
def test_what_refuses_the_row_of_a_new_measure(said, columns):
    assert wrong(measures.MEASURES, measure_row(**said), {}) == columns


@pytest.mark.parametrize(
    ("said", "columns"),
    [
        ({"unit": "days"}, ["unit"]),
        ({"unit": None, "definition": None, "source": None, "better": None}, []),
        ({"target": amount(9), "target_from": DAY - ONE, "target_to": DAY}, ["target_from"]),
        ({"target": amount(9), "target_from": DAY - ONE, "target_to": DAY - ONE}, []),
        ({"target": amount(9), "target_from": DAY}, []),
        ({"target": amount(9), "target_from": DAY + ONE}, ["target_from"]),
        ({"to_date": DAY - ONE, "value": None}, []),
    ],
)
def test_what_refuses_the_row_of_a_measure_that_stands(said, columns):
    value = {"to_date": DAY - ONE, "value": Decimal(9)}
    held = measured([value], [{"from_date": DAY, "value": Decimal(8)}])
    assert wrong(measures.MEASURES, measure_row(**said), held) == columns


def test_a_row_speaks_for_the_other_rows_of_its_measure_and_keeps_what_stands():
    rows = [measure_row(), measure_row(unit=None, definition="", source=None, better=None)]
    found = reading(measures.MEASURES, *rows)
    for row in rows:
        assert faults(measures.MEASURES, row, found) == []
        one = targets(measures.MEASURES, row, found)[0]
        assert (one.model, one.identity) == (Measure, {"slug": "average-caseload"})
        assert (one.values["unit"], one.values["definition"]) == ("number", "Cases")
        assert one.values["title"] == "Average caseload"
    _, values = asked(measures.MEASURES, measure_row(title="AVERAGE caseload"), measured())[Measure]
    assert "title" not in values, "one that stands keeps its title"


def test_a_per_cent_is_worked_out_of_the_counts_beside_it():
    said = {"unit": "percent", "value": None, "count": 412, "out_of": 475}
    _, values = asked(measures.MEASURES, measure_row(**said), {})[MeasureValue]
    assert values["value"] == Decimal("86.7")
    before = {"to_date": DAY, "value": Decimal(75), "count": 3, "out_of": 4}
    held = measured([before], unit="percent")
    said = measure_row(unit="percent", value=None, count=2)
    _, values = asked(measures.MEASURES, said, held)[MeasureValue]
    assert (values["value"], values["count"], values["out_of"]) == (Decimal(50), 2, 4)


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (DAY + ONE, None, []),
        (DAY, None, [2, 3]),
        (DAY - ONE, DAY, [2, 3]),
        (DAY - ONE, None, [2, 3]),
    ],
)
def test_targets_of_a_file_never_hold_on_one_day(first, last, refused):
    target = {"target": amount(9), "target_from": DAY - 9 * ONE, "target_to": DAY}
    rows = [(2, measure_row(**target)), (3, measure_row(target=amount(8), target_from=first,
                                                        target_to=last))]  # fmt: skip
    found = reading(measures.MEASURES, *(row for _, row in rows))
    assert [number for number, _ in measures.MEASURES.across(rows, found)] == refused


def risk_row(**said):
    """A row that says everything of a risk and its rating."""
    usual = {"title": "A flood", "cause": "Rain", "control": "Sandbags", "owner": HEAD,
             "opened_on": DAY, "rated_on": DAY, "likelihood": "2", "impact": "rare"}  # fmt: skip
    return {**usual, **said}


def rated(*ratings, **said):
    """A register with a scale of four that holds from the day on, and a risk with `ratings`."""
    scale = RiskScale(pk=7, likelihoods=LEVELS, impacts=LEVELS, from_date=DAY, **said)
    flood = Risk(
        pk=1,
        slug="a-flood",
        title="A flood",
        cause="Rain",
        control="Bags",
        owner=HEAD,
        opened_on=DAY,
    )
    made = [RiskRating(risk=flood, scale=scale, **of) for of in ratings]
    return {"risk": [flood] if made else [], "riskrating": made}, [scale]


@swept(
    [
        ({}, []),
        ({"cause": None}, ["cause"]),
        ({"owner": None, "opened_on": None}, ["owner", "opened_on"]),
        ({"closed_on": DAY - ONE}, ["closed_on"]),
        ({"reviewed_on": DAY - ONE, "closed_on": DAY}, ["reviewed_on"]),
        ({"reviewed_on": TO_COME}, ["reviewed_on"]),
        ({"likelihood": "5"}, ["likelihood"]),
        ({"likelihood": "0"}, ["likelihood"]),
        ({"impact": "grave"}, ["impact"]),
        ({"impact": " RARE "}, []),
        ({"impact": None}, ["impact"]),
        ({"impact": None, "likelihood": None}, ["likelihood", "impact"]),
        ({"rated_on": None}, ["rated_on"]),
        ({"rated_on": None, "impact": None, "likelihood": None}, []),
        ({"rated_on": DAY - ONE}, ["rated_on"]),
        ({"rated_on": DAY - ONE, "impact": "1"}, ["rated_on"]),
        ({"likelihood": "9" * 60}, ["likelihood"]),
    ]
)
def test_what_refuses_the_row_of_a_new_risk(said, columns):
    assert sorted(set(wrong(risks.RISKS, risk_row(**said), *rated()))) == sorted(columns)


def test_a_rating_keeps_the_scale_that_it_was_made_on():
    standing, _ = rated({"rated_on": DAY, "likelihood": 1, "impact": 1}, to_date=DAY)
    scales = [RiskScale(pk=8, likelihoods=LEVELS, impacts=LEVELS, from_date=DAY)]
    _, values = asked(risks.RISKS, risk_row(), standing, scales)[RiskRating]
    assert (values["scale"].pk, values["likelihood"], values["impact"]) == (7, 2, 1)
    _, values = asked(risks.RISKS, risk_row(rated_on=DAY + ONE), standing, scales)[RiskRating]
    assert values["scale"].pk == 8
    silent = risk_row(likelihood=None, impact="4", cause=None, control=None)
    assert wrong(risks.RISKS, silent, standing, scales) == []


@swept(
    [
        ({}, []),
        ({"kind": None}, ["kind"]),
        ({"owner": None}, ["owner"]),
        ({"from_date": DAY, "to_date": DAY - ONE}, ["to_date"]),
        ({"approved_body": "Board"}, ["approved_on"]),
        ({"approved_on": DAY}, ["approved_body"]),
        ({"approved_on": DAY, "approved_body": "Board"}, []),
        ({"last_checked_on": TO_COME}, ["last_checked_on"]),
        ({"title": "–"}, ["title"]),
    ]
)
def test_what_refuses_the_row_of_a_new_document(said, columns):
    row = {"title": "A plan", "kind": "plan", "owner": HEAD, **said}
    assert wrong(documents.DOCUMENTS, row, {}) == columns
    stands = Document(pk=1, slug="a-plan", title="A plan", kind="plan", owner=HEAD)
    needed = [] if columns in (["kind"], ["owner"]) else columns
    if row["title"] == "A plan":
        assert wrong(documents.DOCUMENTS, row, {"document": [stands]}) == needed


def held_events(*told):
    """A register with events of (title, day, number)."""
    return {
        "engagementevent": [
            EngagementEvent(title=title, slug=title.lower(), held_on=day, number=number,
                            reached="not_counted" if number is None else "exactly")
            for title, day, number in told
        ]
    }  # fmt: skip


def event_row(**said):
    """A row that says everything of an event."""
    usual = {"title": "Evening", "held_on": DAY, "audience": "Carers", "subject": "Plans"}
    return {**usual, **said}


@pytest.mark.parametrize(
    ("said", "columns"),
    [
        ({}, []),
        ({"audience": None}, ["audience"]),
        ({"subject": ""}, ["subject"]),
        ({"held_on": TO_COME}, ["held_on"]),
        ({"title": "…"}, ["title"]),
    ],
)
def test_what_refuses_the_row_of_a_new_event(said, columns):
    assert wrong(events.EVENTS, event_row(**said), {}) == columns


def test_a_number_that_is_kept_is_not_forgotten_by_a_file():
    held = held_events(("Evening", DAY, 32))
    nobody, many = events.EventReach("not_counted"), events.EventReach("over", 30)
    assert wrong(events.EVENTS, event_row(number=nobody), held) == ["number"]
    assert wrong(events.EVENTS, event_row(number=many, audience=None), held) == []
    _, values = asked(events.EVENTS, event_row(number=many), held)[EngagementEvent]
    assert (values["reached"], values["number"], "title" in values) == ("over", 30, False)
    _, values = asked(events.EVENTS, event_row(), held)[EngagementEvent]
    assert "reached" not in values


def test_events_of_one_name_are_told_apart_by_their_days_whatever_the_order_of_the_rows():
    rows = [event_row(), event_row(held_on=DAY + ONE)]
    for some in (rows, rows[::-1]):
        slugs = {
            asked(events.EVENTS, row, {}, others=some)[EngagementEvent][0]["slug"] for row in some
        }
        assert slugs == {"evening-2015-09-30", "evening-2015-10-01"}
    alone = asked(events.EVENTS, event_row(), {})[EngagementEvent]
    assert alone[0] == {"slug": "evening"}
    _, values = alone
    assert (values["reached"], values["number"]) == ("not_counted", None)
    taken = held_events(("Evening", DAY - ONE, 1))
    assert asked(events.EVENTS, event_row(), taken)[EngagementEvent][0] == {
        "slug": "evening-2015-09-30"
    }
