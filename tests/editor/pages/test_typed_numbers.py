"""The typed numbers of a paper are matched to figures, or stated, in one table."""

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from reports.documents.document import text_of
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from reports.quotable.insertion.typed_numbers import typed_numbers
from tests.make import papers
from tests.page_requests import at, boxes, drawn, errors, words

CHILDREN = "looked_after.children"
TYPED = "On 1 December 2015 we looked after 188 children, 44 of them in boats, and two islands."


@pytest.fixture
def typed(browser, paper):
    """The paper with numbers typed into a paragraph and a table, by the clerk."""
    browser.post(at(paper, "block", "children"), {"text": TYPED, "version": 1})
    cells = {"columns": [{"label": "A"}, {"label": "B"}], "rows": [["Boats", "44"]]}
    data = {"caption": "C", "cells": cells}
    papers.source(paper=paper)
    papers.block(paper=paper, slug="boats", kind="table", part="body", order=90, text="", data=data)
    return paper


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
    assert [token for token, _ in children.stated] == ["[[stated 188: register]]"]
    assert found["children", "text", "44"].best is None
    two = found["children", "text", "two"]
    assert not two.must
    assert all(one.token.endswith("| words]]") for one in two.choices)


def test_sentences_around_a_number_are_printed_as_readers_see_them(browser, paper):
    sentence = "On [[date:position]] 44 of [[looked_after.children]] children were in boats."
    browser.post(at(paper, "block", "children"), {"text": sentence, "version": 1})
    page = words(browser.get(at(paper, "settle")))
    assert "On 1 December 2015 44 of 188 children were in boats." in page
    assert "[[date:" not in page and "looked_after.children]] children" not in page


def errors_of(browser, paper):
    """The errors that the page of the draft lists."""
    lines = browser.get(at(paper, "draft")).context["causes"]
    return [line for line in lines if line.cause.severity == "error"]


def of_44(page, value):
    """What the page sends where each 44 becomes `value`."""
    rows = page.context["form"].rows()
    return {row["choice"].name: value for row in rows if row["typed"].words == "44"}


def test_each_becomes_a_figure_or_names_its_source_with_one_row_of_history(browser, typed):
    page = browser.get(at(typed, "settle"))
    before = HistoryEntry.objects.count()
    said = drawn(page) | of_44(page, "source:register")
    assert browser.post(at(typed, "settle"), said).status_code == 302
    assert HistoryEntry.objects.count() == before + 1
    block = typed.blocks.get(slug="children")
    assert "after [[looked_after.children]] children, [[stated 44: register]] of" in block.text
    assert block.text.endswith("and two islands.") and len(block.looked_at) == 1
    row = typed.blocks.get(slug="boats").data["cells"]["rows"][0]
    assert row == ["Boats", "[[stated 44: register]]"]
    assert browser.get(at(typed, "draft")).context["arrangement"].verdict.errors == ()
    assert len(browser.get(at(typed, "settle")).context["form"].typed) == 1


def test_a_source_is_added_as_it_is_chosen_and_serves_a_block(browser, typed, clerk):
    page = browser.get(at(typed, "settle"))
    said = drawn(page) | of_44(page, "leave") | {"whole.children": "new"}
    wrong = errors(browser.post(at(typed, "settle"), said))
    assert set(wrong) == {"kind", "words", "day"}
    said |= {"kind": "minute", "words": "minute 12", **boxes(day="3 12 2015")}
    person = browser.post(at(typed, "settle"), said | {"words": clerk.name})
    assert "who typed it" in errors(person)["words"][0]
    late = browser.post(at(typed, "settle"), said | boxes(day="3 12 2050"))
    assert "cannot be dated after today" in errors(late)["day"][0]
    assert browser.post(at(typed, "settle"), said).status_code == 302
    row = typed.sources.get(slug="minute-12")
    assert (row.kind, str(row)) == ("minute", "minute 12, 3 December 2015")
    block = typed.blocks.get(slug="children")
    assert (block.text, block.data["stated"]) == (TYPED, {"source": "minute-12"})
    made = assembled(read(typed))
    assert [(one.text, one.source) for one in made.document.typed] == [
        ("188", str(row)), ("44", str(row)),
    ]  # fmt: skip
    assert [one.place for one in made.problems] == ["table-1"]


def test_a_number_in_a_heading_a_caption_and_a_note_is_settled_with_a_source_alone(browser, typed):
    data = typed.blocks.get(slug="boats").data | {"caption": "All 44 boats", "notes": ["Of 44."]}
    text = "They sail.[[note: Of the 44 boats, some do not.]]"
    typed.blocks.filter(slug="boats").update(data=data)
    typed.blocks.filter(slug="children").update(heading="Of 44 boats", text=text)
    found = [(one.slug, one.path, one.choices) for one in typed_numbers(read(typed))]
    assert [row[:2] for row in found if not row[2]] == [
        *(("children", "text"), ("children", "heading"), ("boats", "caption"), ("boats", "note-0")),
        ("boats", "0-1"),
    ]
    assert len(errors_of(browser, typed)) == 2
    page = browser.get(at(typed, "settle"))
    browser.post(at(typed, "settle"), drawn(page) | of_44(page, "source:register"))
    assert errors_of(browser, typed) == []
    row = typed.blocks.get(slug="children")
    assert row.heading == "Of [[stated 44: register]] boats"
    assert "[[note: Of the (stated 44: register) boats," in row.text
    made = assembled(read(typed)).document
    (entry,) = made.typed
    assert len(entry.places) == 2 and "[[" not in text_of(made)
    assert "All 44 boats" in text_of(made) and "Of the 44 boats" in text_of(made)


def test_a_number_in_a_head_and_a_row_label_is_settled_with_a_source_alone(browser, typed):
    grid = {
        "columns": [{"label": "Boats (of 44)", "when": "position", "form": "number"}],
        "rows": [{"label": "Afloat, of 44", "quote": "looked_after.children"}],
    }
    typed.blocks.filter(slug="boats").update(data={"caption": "C", "grid": grid})
    typed.blocks.filter(slug="children").update(text="Nothing.")
    found = [(one.path, one.words, one.choices) for one in typed_numbers(read(typed))]
    assert found == [("head-0", "44", ()), ("label-0", "44", ())]
    [line] = errors_of(browser, typed)
    assert "“44”, “44”: typed" in line.cause.sentence
    page = browser.get(at(typed, "settle"))
    browser.post(at(typed, "settle"), drawn(page) | of_44(page, "source:register"))
    assert errors_of(browser, typed) == []
    made = assembled(read(typed)).document
    (entry,) = made.typed
    assert (entry.text, "of 44)" in text_of(made), "[[" in text_of(made)) == ("44", True, False)
    changed = dict(grid, columns=[{**grid["columns"][0], "label": "[[stated 44: nobody]] boats"}])
    typed.blocks.filter(slug="boats").update(data={"caption": "C", "grid": changed})
    assert any("no source" in line.cause.sentence for line in errors_of(browser, typed))


def test_tables_with_forms_and_labels_of_tokens_are_saved_again_as_they_were(browser, typed):
    head = "[[date:position | label]]"
    cells = {
        "columns": [{"label": "A"}, {"label": head}],
        "rows": [["B", f"[[{CHILDREN} | words]]"]],
    }
    grid = {
        "columns": [{"label": head, "when": "position", "form": "words"}],
        "rows": [{"label": "All", "quote": CHILDREN}],
    }
    for table in ({"cells": cells}, {"grid": grid}):
        typed.blocks.filter(slug="boats").update(data={"caption": "C", **table})
        page = browser.get(at(typed, "block", "boats"))
        assert browser.post(at(typed, "block", "boats"), drawn(page)).status_code == 302
        assert typed.blocks.get(slug="boats").data == {"caption": "C", **table}


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("gone", "is no source of this report"),
        ("the fostering register", "has no date"),
        ("the list in this paragraph", "can be counted"),
        ("{clerk}, 8 January 2016", "is who typed it"),
        ("3 December 2015", "Name the document"),
        ("Mrs Jane Quennell, 8 January 2016", "is who typed it"),
        ("minutes of the board, 31 February 2016", "“31 February 2016” is not a date"),
        ("register of homes, 29 February 2015", "“29 February 2015” is not a date"),
        ("minutes of the board, 30 April 2099", "cannot be dated after today"),
        ("minutes of the board, May 2099", "cannot be dated after today"),
    ],
)
def test_a_source_that_is_none_is_an_error(browser, typed, clerk, source, sentence):
    source = source.format(clerk=clerk.name)
    text = f"There are [[stated 44: {source}]] boats."
    typed.blocks.filter(slug="children").update(text=text)
    typed.blocks.filter(slug="boats").delete()
    (line,) = errors_of(browser, typed)
    assert sentence in line.cause.sentence
    assert line.links == (("Give the typed numbers a source", at(typed, "settle")),)
    page = browser.get(at(typed, "settle"))
    browser.post(at(typed, "settle"), drawn(page) | of_44(page, "source:register"))
    text = typed.blocks.get(slug="children").text
    assert text == "There are [[stated 44: register]] boats."
    assert errors_of(browser, typed) == []


def test_a_changed_figure_beside_a_typed_number_asks_for_another_look(browser, typed):
    text = "Of [[looked_after.children]] children [[stated 44: register]] sail."
    browser.post(at(typed, "block", "children"), {"text": text, "version": 2})
    typed.blocks.filter(slug="boats").delete()
    assert errors_of(browser, typed) == []
    Census.objects.update(total=199)
    (line,) = errors_of(browser, typed)
    assert "has changed: “Of 199 children 44 sail.”" in line.cause.sentence
    [section] = browser.get(at(typed, "carried")).context["sections"]
    page = browser.get(at(typed, "carried-section", section.slug))
    assert "Of 199 children 44 sail." in words(page)
    browser.post(at(typed, "carried-section", section.slug), drawn(page))
    assert errors_of(browser, typed) == []


def test_sources_are_listed_added_and_changed(browser, typed):
    address = at(typed, "sources")
    assert "fostering register" in words(browser.get(address))
    bad = errors(browser.post(address, {"kind": "rumour", "words": ""}))
    assert set(bad) == {"kind", "words", "day"}
    said = {"kind": "post", "words": "Head of fostering", **boxes(day="1 1 2016")}
    assert "has been added" in words(browser.post(address, said, follow=True))
    one = at(typed, "source", "head-of-fostering")
    again = drawn(browser.get(one)) | {"words": "Head of placements"}
    assert "has been changed" in words(browser.post(one, again, follow=True))
    assert typed.sources.get(slug="head-of-fostering").words == "Head of placements"
    assert "Another person has changed this source" in words(browser.post(one, again))
    assert browser.get(at(typed, "source", "none")).status_code == 404


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
    said = drawn(browser.get(at(typed, "settle")))
    for name, value, sentence in (
        ("choice", "[[dbs.overdue]]", "The figures have changed since: choose again."),
        ("choice", "", "Choose what 44 is"),
        ("choice", "source:none", "The figures have changed since: choose again."),
        ("whole", "source:none", "from the list"),
    ):
        field = next(one for one in said if one.startswith("choice.boats"))
        field = field if name == "choice" else "whole.children"
        answer = browser.post(at(typed, "settle"), {**said, field: value})
        assert any(sentence in one for one in errors(answer)[field])
    assert typed.blocks.get(slug="children").text == TYPED


def test_what_somebody_changed_meanwhile_is_not_overwritten(browser, typed):
    said = drawn(browser.get(at(typed, "settle")))
    typed.blocks.filter(slug="children").update(version=9)
    answer = browser.post(at(typed, "settle"), said)
    assert "Another person has changed a block" in errors(answer)["__all__"][0]
    typed.blocks.filter(slug="children").update(version=2)
    left = {name: "leave" if name.startswith("choice") else text for name, text in said.items()}
    answer = browser.post(at(typed, "settle"), left)
    assert "Choose for at least one number" in errors(answer)["__all__"][0]
    assert typed.blocks.get(slug="children").text == TYPED


def test_while_writing_a_number_is_offered_its_figure_and_a_source(browser, paper):
    nothing = "Every number in this report comes from a record"
    assert nothing in words(browser.get(at(paper, "settle")))
    assert nothing in words(browser.post(at(paper, "settle")))
    said = {"block": "children", "text": "We looked after 188 children."}
    shown = words(browser.post(at(paper, "preview-block", "paragraph"), said))
    assert 'data-replace="[[looked_after.children]]"' in shown
    assert "[[stated 188" not in shown
    papers.source(paper=paper)
    shown = words(browser.post(at(paper, "preview-block", "paragraph"), said))
    assert 'data-replace="[[stated 188: register]]"' in shown
    said["text"] = "We looked after [[looked_after.children]] children."
    assert "data-replace" not in words(browser.post(at(paper, "preview-block", "paragraph"), said))


def test_what_a_register_counts_is_offered_and_chosen_by_nobody_but_the_writer(browser, typed):
    text = "We did [[stated 44: register]] audits in the half-year."
    typed.blocks.filter(slug="children").update(text=text)
    typed.blocks.filter(slug="boats").delete()
    (item,) = typed_numbers(read(typed))
    assert "the records count them" in item.wrong and item.best is None
    assert [one.token for one in item.choices] == ["[[audits.done]]"]
    (line,) = errors_of(browser, typed)
    assert "Quote “Case-file audits done”" in line.cause.sentence
    page = browser.get(at(typed, "settle"))
    browser.post(at(typed, "settle"), drawn(page) | of_44(page, "[[audits.done]]"))
    assert (
        typed.blocks.get(slug="children").text == "We did [[audits.done]] audits in the half-year."
    )
    assert errors_of(browser, typed) == []
