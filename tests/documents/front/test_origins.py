"""Where the figures of a report are from: counted, entered, published by others or typed."""

import pytest

from assurance.figures.figure import FigureRequest
from assurance.figures.registry import FIGURES
from assurance.figures.rules.units import Origin
from assurance.runtime.periods import When
from reports.documents.data.figures import figure_rows
from reports.documents.entries import COUNTED, ENTERED, PARTLY, PUBLISHED
from reports.documents.front.origins import (
    FROM_RECORDS,
    origin_of_figures,
    origin_words,
    sentences_of_origins,
)
from reports.documents.sources.notes import source_notes
from reports.papers.assembly.pipeline import figure_entry
from reports.papers.wording.value_origins import ENTERED_RULE
from tests.cast import make_council
from tests.documents.front.test_masthead import document, entry
from tests.make import drafts, looked_after

IN_PART, ONE = "entered, in whole or in part,", "1 figure is a published statistic."


@pytest.mark.parametrize(
    ("origins", "head", "text"),
    [
        (
            (COUNTED, COUNTED, ENTERED, PARTLY, PUBLISHED),
            "2 counted from records, 2 entered with their sources, 1 published statistic",
            f"2 figures were {FROM_RECORDS}. 2 figures were {IN_PART} with their sources. {ONE}",
        ),
        (
            ("", "", COUNTED),
            "1 counted from records, 2 whose origin was not recorded",
            f"1 figure was {FROM_RECORDS}. The origin of 2 figures was not recorded.",
        ),
        (
            (ENTERED,),
            "1 entered with its source",
            "1 figure was entered, in whole or in part, with its source.",
        ),
    ],
)
def test_the_head_and_the_end_of_a_report_name_each_origin(origins, head, text):
    made = document(figures=tuple(entry("7", origin=origin) for origin in origins))
    assert origin_of_figures(made) == head
    assert sentences_of_origins(made) == text


def test_an_edition_without_origins_claims_of_none_that_it_was_counted():
    made = document(figures=(entry("7", origin=""), entry("8", origin=COUNTED)))
    assert [row["origin"] for row in figure_rows(made)] == ["not recorded", "counted"]
    assert [bool(origin_words(item)) for item in made.figures] == [True, False]
    assert not source_notes(made)[0].words.count("counted")


def test_an_origin_of_several_is_that_of_all_or_a_part():
    assert Origin.of_parts([Origin.ENTERED] * 2) == Origin.ENTERED
    assert Origin.of_parts([Origin.ENTERED, Origin.COUNTED]) == Origin.PARTLY
    assert Origin.of_parts([]) == Origin.COUNTED


@pytest.mark.django_db
def test_a_count_that_was_typed_as_a_total_is_named_so_and_has_no_rule_of_counting():
    council = make_council()
    looked_after.census(council=council, date=drafts.POSITION.end, total=188)
    figure = FIGURES["looked_after.children"]
    value = figure.measure(FigureRequest(council, When.at(drafts.POSITION.end)))[""]
    made = figure_entry(1, value, ("p",))
    assert made.origin == ENTERED
    assert made.source.startswith("entered as a total; source: ")
    assert made.rule == ENTERED_RULE
    assert not made.citation
    assert origin_words(made) == "Entered with its source. Not counted from the council’s records."
    [note] = source_notes(document(figures=(made,)))
    assert "Not counted from the council’s records." in note.words
    assert "any episode" not in note.words
