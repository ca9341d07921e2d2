"""The typed numbers of a paper are matched to figures, or stated, in one table."""

import pytest

from assurance.records.history import HistoryEntry
from reports.editor.typed_numbers import typed_numbers
from reports.papers.manuscript import read
from tests.make import papers
from tests.page_requests import at, errors, words

TYPED = "On 1 December 2015 we looked after 188 children, 44 of them in boats, and two boys."


@pytest.fixture
def typed(browser, paper):
    """The paper with numbers typed into a paragraph and a table, by the clerk."""
    browser.post(at(paper, "block", "children"), {"text": TYPED, "version": 1})
    cells = {"columns": [{"label": "A"}, {"label": "B"}], "rows": [["Boats", "44"]]}
    data = {"caption": "C", "cells": cells}
    papers.block(paper=paper, slug="boats", kind="table", part="body", order=90, text="", data=data)
    return paper


def form_of(page):
    """What the page would send if it were accepted as it is."""
    form = page.context["form"]
    return {name: form[name].value() for name in form.fields}


def test_each_number_is_offered_the_figures_of_its_value_and_a_source(typed):
    found = {(one.slug, one.path, one.words): one for one in typed_numbers(read(typed))}
    assert list(found) == [
        ("children", "text", "188"),
        ("children", "text", "44"),
        ("children", "text", "two"),
        ("boats", "0-1", "44"),
    ]
    children = found["children", "text", "188"]
    assert children.best.token == "[[looked_after.children]]"
    assert (children.name, children.must) == ("paragraph 3", True)
    assert children.source.startswith("Clerk")
    assert found["children", "text", "44"].best is None
    two = found["children", "text", "two"]
    assert not two.must
    assert all(one.token.endswith("| words]]") for one in two.choices)
    assert found["boats", "0-1", "44"].source.startswith("Clerk")


def test_all_are_accepted_in_one_go_with_one_row_of_history(browser, typed):
    page = browser.get(at(typed, "settle"))
    said = form_of(page)
    before = HistoryEntry.objects.count()
    assert browser.post(at(typed, "settle"), said).status_code == 302
    assert HistoryEntry.objects.count() == before + 1
    text = typed.blocks.get(slug="children").text
    assert "after [[looked_after.children]] children, [[stated 44: Clerk" in text
    assert text.endswith("and two boys.")
    assert typed.blocks.get(slug="boats").data["cells"]["rows"][0][1].startswith("[[stated 44: ")
    assert browser.get(at(typed, "draft")).context["arrangement"].verdict.errors == ()
    assert len(browser.get(at(typed, "settle")).context["form"].typed) == 1


def test_a_paper_with_typed_numbers_is_not_sent_and_is_led_to_the_page(browser, typed):
    lines = browser.get(at(typed, "draft")).context["causes"]
    [first, second] = [line for line in lines if "typed" in line.cause.sentence]
    assert "“188”, “44”: typed" in first.cause.sentence
    assert [address for _, address in first.links] == [at(typed, "settle")] * len(second.links)
    answer = browser.post(at(typed, "send"))
    assert typed.blocks.exists() and "typed" in words(answer)
    typed.refresh_from_db()
    assert typed.status == "writing"


def test_a_wrong_choice_gets_its_sentence_and_nothing_is_saved(browser, typed):
    said = form_of(browser.get(at(typed, "settle")))
    for name, value, sentence in (
        ("choice", "[[dbs.overdue]]", "The figures have changed since: choose again."),
        ("choice", "", "Choose what 44 is"),
        ("source", "", "Say where the number comes from"),
        ("source", "x" * 301, "at most 300"),
    ):
        field = next(one for one in said if one.startswith(f"{name}.boats"))
        answer = browser.post(at(typed, "settle"), {**said, field: value})
        assert any(sentence in one for one in errors(answer)[field])
    assert typed.blocks.get(slug="children").text == TYPED


def test_what_somebody_changed_meanwhile_is_not_overwritten(browser, typed):
    said = form_of(browser.get(at(typed, "settle")))
    typed.blocks.filter(slug="children").update(version=9)
    answer = browser.post(at(typed, "settle"), said)
    assert "Somebody has changed a block meanwhile" in errors(answer)["__all__"][0]
    typed.blocks.filter(slug="children").update(version=2)
    left = {name: "leave" if name.startswith("choice") else text for name, text in said.items()}
    answer = browser.post(at(typed, "settle"), left)
    assert "Choose for at least one number" in errors(answer)["__all__"][0]
    assert typed.blocks.get(slug="children").text == TYPED


def test_while_writing_a_number_is_offered_its_figure_and_a_source(browser, paper):
    nothing = "Every number in this paper comes from a record"
    assert nothing in words(browser.get(at(paper, "settle")))
    assert nothing in words(browser.post(at(paper, "settle")))
    said = {"block": "children", "text": "We looked after 188 children."}
    shown = words(browser.post(at(paper, "preview-block", "paragraph"), said))
    assert 'data-replace="[[looked_after.children]]"' in shown
    assert 'data-replace="[[stated 188: Clerk' in shown
    said["text"] = "We looked after [[looked_after.children]] children."
    assert "data-replace" not in words(browser.post(at(paper, "preview-block", "paragraph"), said))
