"""A figure becomes a further row of a table; promises stand in a list of their own."""

import pytest

from reports.language.tokens import read_token
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.quotable.insertion.figure_insertion import label_in, tables
from tests.make import papers
from tests.make.promised import commitment
from tests.page_requests import at, words

GRID = {
    "columns": [{"label": "Now", "when": "position", "form": "number"}],
    "rows": [{"label": "All", "quote": "looked_after.children"}],
}
CELLS = {
    "columns": [{"label": "What"}, {"label": "No", "numeric": True}, {"label": "Why"}],
    "rows": [["One", "2", ""], ["All", "2", "So"]],
}


def table(paper, **data):
    """A table of the paper's body with `data`."""
    return papers.block(
        paper=paper, slug="told", kind="table", part="body", data={"caption": "Told", **data}
    )


def rows_with(browser, paper, token):
    """(the lines of the table's form where an address adds the figure `token`, the page)."""
    page = browser.get(at(paper, "block", "told", figure=token))
    return page.context["form"]["rows"].value().splitlines(), page


def test_a_figure_is_put_last_in_a_table_of_figures_and_kept_once_saved(browser, paper):
    table(paper, grid=GRID)
    lines, page = rows_with(browser, paper, "audits.done @year")
    assert lines == ["All | looked_after.children", "Case-file audits done | audits.done"]
    assert "A row has been put in for the figure" in words(page)
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields if name != "total_row"}
    browser.post(at(paper, "block", "told"), {**said, "version": 1})
    kept = Block.objects.get(slug="told").data["grid"]["rows"]
    assert [one["quote"] for one in kept] == ["looked_after.children", "audits.done"]


def test_before_a_total_and_with_a_cell_for_each_column_of_a_table_of_words(browser, paper):
    table(paper, cells={**CELLS, "total_row": True})
    lines, page = rows_with(browser, paper, "[[audits.done @year]]")
    row = "Case-file audits done | [[audits.done @year]] |"
    assert lines[1:] == ["One | 2 |", row, "All | 2 | So"]
    form = page.context["form"]
    said = {name: form[name].value() for name in ("caption", "rows", "notes")}
    answer = browser.post(at(paper, "block", "told"), {**said, "version": 1})
    assert answer.status_code == 302
    kept = Block.objects.get(slug="told").data["cells"]["rows"]
    assert kept[1] == ["Case-file audits done", "[[audits.done @year]]", ""]


@pytest.mark.parametrize("token", ["", "no.figure", "para:audits"])
def test_what_is_no_figure_adds_no_row(browser, paper, token):
    table(paper, grid=GRID)
    lines, page = rows_with(browser, paper, token)
    assert len(lines) == 1
    assert "A row has been put in" not in words(page)
    plain = browser.get(at(paper, "block", "audits", figure="audits.done"))
    assert "A row has been put in" not in words(plain)


def test_the_ways_of_a_figure_lead_to_each_table_that_takes_a_row(browser, paper):
    table(paper, grid=GRID)
    papers.block(paper=paper, slug="list", kind="table", part="body", data={"records": {}})
    assert [(one.slug, one.name) for one in tables(read(paper))] == [("told", "Table 1: Told")]
    part = browser.get(
        at(paper, "ways", token="audits.done"), headers={"HX-Request": "true"}
    )  # fmt: skip
    assert "blocks/told/?figure=%5B%5Baudits.done%5D%5D" in words(part)


def test_a_row_is_called_by_its_member_or_by_its_figure(paper):
    manuscript = read(paper)
    named = {
        "[[audits.by_grade:not_graded @year]]": "Not graded",
        "[[audits.done @year]]": "Case-file audits done",
        "[[audits.by_grade:none-such @year]]": "Case-file audits by grade",
        "[[audits.done @never]]": "Case-file audits done",
    }
    assert {one: label_in(manuscript, read_token(one)) for one in named} == named


def test_promises_are_offered_where_sentences_are_written_as_rows_only_in_tables(browser, paper):
    commitment(paper=paper, what="Bring the audit")
    page = words(browser.get(at(paper, "offers", "paragraph")))
    assert "Search the commitments" in page
    assert "Insert as a sentence" in page and "Insert as a row" not in page
    cells = words(browser.get(at(paper, "offers", "cells")))
    assert "Insert as a row of a table" in cells
    assert 'data-insert="Case-file audits done | [[audits.done]]" data-line' in cells
    assert "Search the commitments" not in words(browser.get(at(paper, "offers", "section")))
