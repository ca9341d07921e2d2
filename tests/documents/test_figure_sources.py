"""The table of where each counted figure comes from, in print and in Word."""

from dataclasses import replace

import pytest

from reports.documents.document import text_of
from reports.documents.figure_sources import ANCHOR, COLUMNS, with_sources
from tests.make import papers
from tests.make.published_figures import entry
from tests.publication.test_comparison import section


def rows(*figures):
    """The cells of the table of a paper with `figures`, and its head."""
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    document = replace(papers.document(), figures=numbered, sections=(section("para", "A."),))
    [made] = [one for one in with_sources(document).sections if one.anchor == ANCHOR]
    [table] = made.blocks
    assert [text_of(cell) for cell in table.columns] == list(COLUMNS)
    assert all(row[0].header for row in table.rows)
    return [[text_of(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


def test_a_row_names_the_number_its_place_what_it_counts_its_date_and_its_source():
    shown = entry("16", base="351", when="15 January 2016", counts="people past their date",
                  cohort="Staff", source="DBS audit of 5 January 2016",
                  places=("para-1",))  # fmt: skip
    assert rows(shown) == [
        [
            "16 of 351",
            "Paragraph 1",
            "People past their date. Population: Staff",
            "15 Jan 2016",
            "DBS audit of 5 January 2016",
        ]
    ]


def test_a_part_of_a_breakdown_is_named_and_a_place_stands_once():
    part = entry("8", member="adoption", title="By placement: Placed for adoption",
                 counts="children, by placement", cohort="",
                 places=("para-1", "para-1-point-1"))  # fmt: skip
    [[_, where, counts, *_]] = rows(part)
    assert where == "Paragraph 1"
    assert counts == "Children, by placement: Placed for adoption"


@pytest.mark.parametrize(
    ("when", "short"),
    [
        ("1 January 2015 to 31 December 2015", "1 Jan to 31 Dec 2015"),
        ("1 July 2014 to 30 June 2015", "1 Jul 2014 to 30 Jun 2015"),
        ("1 January 2015 and 1 December 2015", "1 Jan 2015 and 1 Dec 2015"),
        ("1 May 2015", "1 May 2015"),
    ],
)
def test_dates_are_short_and_none_is_broken_between_two_lines(when, short):
    [[*_, found, _]] = rows(entry("8", when=when))
    assert found == short


def test_typed_numbers_alone_make_no_table_and_a_hidden_number_stays_hidden():
    typed = replace(papers.document(), figures=(entry("3", key="stated", places=()),))
    assert ANCHOR not in [one.anchor for one in with_sources(typed).sections]
    [[number, *_]] = rows(entry("not shown", mark="withheld", base=""))
    assert number == "not shown"
