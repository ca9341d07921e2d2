"""What a live figure, date, record or typed number is, on a page of its own."""

import pytest

from assurance.figures.registry import FIGURES
from reports.editor.views.definitions import LONGEST, definition_address
from reports.papers.manuscript import read
from reports.papers.wording.value_origins import ENTERED_RULE
from reports.quotable.catalogue import catalogue
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db


def test_a_figure_says_what_is_counted_of_whom_and_from_which_source(browser, paper):
    page = words(browser.get(definition_address(paper, "[[looked_after.children]]")))
    figure = FIGURES["looked_after.children"]
    # The count of this report was entered as a total: no rule of counting was applied to it.
    assert ENTERED_RULE in page and "Entered as a total; source:" in page
    assert figure.rule not in page and figure.citation not in page
    assert "188" in page and "1 December 2015" in page
    assert figure.counts[1:] in page.replace("&#x27;", "'")
    assert "[[" not in page and "looked_after.children" not in page.partition("<main")[2]


def test_what_has_no_value_and_what_is_no_token_say_so(browser, paper):
    page = words(browser.get(definition_address(paper, "[[looked_after.children @missing]]")))
    assert "No value yet." in page
    for raw in ("[[no.such_figure]]", "[[para:work]] and [[", f"[[{'a' * LONGEST}]]", "[[]]x"):
        assert browser.get(definition_address(paper, raw)).status_code == 404, raw


def test_everything_that_the_chooser_offers_has_a_page_without_a_code(browser, paper):
    seen = set()
    for entry in catalogue(read(paper)):
        if entry.kind in seen or entry.kind in ("reference", "list", "rows"):
            continue
        seen.add(entry.kind)
        answer = browser.get(definition_address(paper, entry.token))
        assert answer.status_code == 200, entry.token
        assert "[[" not in words(answer), entry.token
    assert {"figure", "date"} <= seen


def test_the_panel_of_a_block_leads_to_each_definition_in_a_new_tab(browser, paper):
    page = words(browser.get(at(paper, "block-beside", "children")))
    for raw in (
        "[[looked_after.children]]",
        "[[compare looked_after.children @comparison @position]]",
    ):
        address = definition_address(paper, raw)
        assert f'href="{address}" target="_blank" rel="noopener"' in page
        assert browser.get(address).status_code == 200
