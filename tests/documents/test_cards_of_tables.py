"""Cards of a table on a small screen: what several rows are of is shown once, long words have the
whole width."""

import pytest

from reports.documents.document import Cell, Run, Table
from reports.documents.html import page as html
from reports.documents.html.inline import Medium
from tests.documents.test_html import SCREEN, page_of

HEADS = ("Date", "Measure", "Value", "Source")
ROWS = (
    ("31 March 2019", "Visits", "90%", "Case system"),
    ("30 June 2019", "Visits", "92%", "Case system"),
    ("30 June 2019", "Visits", "92%", "Case system"),
    ("30 June 2019", "Reviews", "92%", "Case system"),
)
FILE = Medium(False, is_file=True)


def cells(words, header=1):
    """A row of cells of these words, its header at a place, numbers as such."""
    return tuple(
        Cell((Run(word),), header=place == header, numeric=word.endswith("%"))
        for place, word in enumerate(words)
    )


def table(heads, rows, **how):
    """A table of cells of these words."""
    head = tuple(Cell((Run(word),), numeric=word == "Value") for word in heads)
    return Table("table-1", "Table 1", "Measures", head, tuple(rows), **how)


def classes(page, name):
    """The classes of every element of a name, in order."""
    return [given.get("class", "") for tag, given in page.tags if tag == name]


def body_rows(page):
    """The classes of the rows of the table, without those of its head and of the facts above."""
    return classes(page, "tr")[-len(ROWS) :]


@pytest.mark.parametrize("medium", [SCREEN, FILE])
def test_the_card_of_a_row_on_the_same_thing_shows_what_is_new_in_it(medium):
    page = page_of(table(HEADS, map(cells, ROWS)), medium=medium)
    assert body_rows(page) == ["", "again", "again", ""]
    headers = [x for tag, x in page.tags if tag == "th" and x.get("scope") == "row"][-len(ROWS) :]
    assert [x.get("class", "") for x in headers] == ["", "same", "same", ""]
    # A date or number that comes again says when and how much.
    every = classes(page, "td")[-3 * len(ROWS) :]
    assert every[3:6] == every[6:9] == ["date", "numeric", "same"]
    assert every[9:] == ["date", "numeric", ""]


def test_what_may_differ_for_one_thing_is_shown_in_each_of_its_cards():
    other = ("30 September 2019", "Visits", "93%", "Another system")
    page = page_of(table(HEADS, map(cells, (*ROWS[:3], other))), medium=SCREEN)
    assert body_rows(page) == ["", "again", "again", "again"]
    assert classes(page, "td").count("same") == 0


@pytest.mark.parametrize("medium", [SCREEN, FILE])
@pytest.mark.parametrize(
    ("heads", "places"),
    [
        (("31 March 2019", "30 June 2019", "30 September 2019", "Change"), (3, 2, 1, None)),
        (("1 May to 31 July 2017", "1 November 2018 to 31 January 2019", "Rate"), (2, 1, None)),
        (("31 March 2019", "Change from 31 March 2018", "Rate", "Share"), (None,) * 4),
        (("Number", "Share", "Rate"), (None,) * 3),
    ],
)
def test_the_card_of_values_at_several_dates_puts_the_newest_first(medium, heads, places):
    row = cells(("Visits", *(f"{number}%" for number in range(len(heads)))), header=0)
    columns = tuple(Cell((Run(head),), numeric=head != "Measure") for head in ("Measure", *heads))
    page = page_of(Table("table-1", "Table 1", "Visits", columns, (row,)), medium=medium)
    expected = [f"numeric at-{place}" if place else "numeric" for place in places]
    assert classes(page, "td")[-len(heads) :] == expected


def test_a_total_is_no_further_row_on_the_same_thing():
    rows = [cells(("31 March 2019", "Visits", "90%", "All"))] * 4
    page = page_of(table(HEADS, rows, total_row=True), medium=SCREEN)
    assert body_rows(page) == ["", "again", "again", "total"]


def test_a_table_that_is_no_cards_says_everything_in_every_row():
    page = page_of(table(HEADS, map(cells, ROWS)), medium=html.PRINT)
    assert body_rows(page) == [""] * len(ROWS)
    assert "same" not in str(page.tags)


@pytest.mark.parametrize(
    ("words", "numeric", "is_by_row"),
    [("x" * 80, False, False), ("x" * 81, False, True), ("x" * 81, True, False)],
)
def test_long_words_next_to_others_are_cards_of_a_small_screen(words, numeric, is_by_row):
    head = (Cell((Run("Heading"),)), Cell((Run("Actions"),), numeric=numeric))
    row = (Cell((Run("Health"),), header=True), Cell((Run(words),)))
    page = page_of(Table("table-1", "Table 1", "The plan", head, (row,)), medium=SCREEN)
    assert ("app-rows" in str(page.tags)) is is_by_row


def test_one_column_of_long_words_is_no_cards():
    page = page_of(table(("Finding",), [cells(("x" * 200,), header=0)]), medium=SCREEN)
    assert "app-rows" not in str(page.tags)
