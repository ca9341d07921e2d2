"""Blocks are added, changed, previewed, moved and removed."""

import pytest

from reports.editor.forms.tables import FORMS_BY_KIND
from reports.editor.views.block_page import is_right
from reports.papers.models.blocks import Block
from tests.make import papers
from tests.page_requests import at, errors, words, wrong_blocks
from tests.sweeping import NamedCase, swept

GRID = {
    "caption": "Children",
    "columns": "1 December 2015 | position | number\n1 January 2015 | comparison",
    "rows": "All children | looked_after.children",
}
KINDS = {
    "paragraph": {"heading": "Audits", "text": "They audited [[audits.done @year]] files."},
    "section": {"heading": "What comes next"},
    "heading": {"heading": "Staff on [[date:position]]"},
    "annex": {"heading": "The vision", "text": ""},
    "table": {**GRID, "total_row": "on", "notes": "Counted once.\n\nTwice."},
    "chart": {**GRID, "finding": "There are [[looked_after.children]] children."},
    "cells": {"caption": "Words", "rows": "Name | # Number\nOne | [[audits.done @year]]"},
    "headlines": {
        **{f"figure_{place}": "Children looked after" for place in (1, 2)},
        **{"when_2": "1 January 2015", "label_2": "A year before", "reads_2": "As a number"},
        "figure_3": "Case-file audits done",
    },
    "records": {"caption": "Reviews", "what": "reviews", "columns": "title"},
    "recommendation": {"decision": "note", "text": "note [[para:audits]]", "reason": "To be sure."},
}
PARTS = {"annex": "annexes", "recommendation": "recommendations"}


def new(paper):
    """The block that was added last."""
    return paper.blocks.order_by("-pk").first()


def test_a_block_of_each_kind_is_added_shown_again_and_printed(browser, paper):
    for kind, typed in KINDS.items():
        with NamedCase(kind):
            assert_added_and_shown_again(browser, paper, kind, typed)
    assert browser.get(at(paper, "preview")).status_code == 200


def assert_added_and_shown_again(browser, paper, kind, typed):
    """A block of the kind is kept as it was typed, and as it was when its form is sent again."""
    address = at(paper, "add-block", kind, part=PARTS.get(kind, "body"))
    assert browser.get(address).status_code == 200
    answer = browser.post(address, typed)
    block = new(paper)
    assert answer.headers["Location"] == f"{at(paper, 'draft')}?at={block.slug}#line-{block.slug}"
    assert block.kind == ("table" if kind == "cells" else kind)
    page = browser.get(at(paper, "block", block.slug))
    shown = {name: page.context["form"][name].value() for name in typed}
    again = browser.post(at(paper, "block", block.slug), {**shown, "version": block.version})
    assert again.status_code == 302, errors(again)
    kept = Block.objects.get(pk=block.pk)
    assert (kept.heading, kept.text, kept.data) == (block.heading, block.text, block.data)


def test_a_table_keeps_its_columns_rows_total_notes_filter_and_group(browser, paper):
    browser.post(at(paper, "add-block", "table", part="body"), KINDS["table"])
    days = {"1 December 2015": "position", "1 January 2015": "comparison"}
    columns = [{"label": one, "when": days[one], "form": "number"} for one in days]
    rows = [{"label": "All children", "quote": "looked_after.children"}]
    grid = {"columns": columns, "rows": rows, "total_row": True}
    notes = ["Counted once.", "Twice."]
    assert new(paper).data == {"caption": "Children", "grid": grid, "notes": notes}
    said = {**KINDS["cells"], "total_row": "on", "notes": "A note"}
    browser.post(at(paper, "add-block", "cells", part="body"), said)
    columns = [{"label": "Name"}, {"label": "Number", "numeric": True}]
    cells = {"columns": columns, "rows": [["One", "[[audits.done @year]]"]], "total_row": True}
    assert new(paper).data == {"caption": "Words", "cells": cells, "notes": ["A note"]}
    said = {"caption": "Actions", "what": "actions", "columns": "reference\ntext"}
    said |= {"filter": "plan | spring", "group": "reference", "when": "position"}
    browser.post(at(paper, "add-block", "records", part="body"), said)
    wanted = new(paper).data["records"]
    assert (wanted["filter"], wanted["group"]) == ({"plan": "spring"}, "reference")
    assert wanted["when"] == "position"


@swept(
    [
        ("paragraph", {"text": ""}, "text", "Write the paragraph"),
        ("paragraph", {"text": "A [[loose"}, "text", "bracket"),
        ("paragraph", {"text": "14.\tTyped"}, "text", "typed number"),
        ("paragraph", {"text": "[[dbs.nothing]]"}, "text", "[[dbs.nothing]] names no figure"),
        ("paragraph", {"text": "[[compare no.thing @a @b]]"}, "text", "names no figure"),
        ("section", {"heading": ""}, "heading", "Write the heading of the section"),
        ("heading", {"heading": ""}, "heading", "Write the subject heading"),
        ("annex", {"heading": ""}, "heading", "Write the title of the annex"),
        ("recommendation", {"text": ""}, "text", "Write the recommendation"),
        ("recommendation", {"reason": "[[no.figure]]"}, "reason", "names no figure"),
        ("cells", {"caption": ""}, "caption", "Write the caption"),
        ("table", {"rows": ""}, "rows", "Choose at least one figure"),
        ("chart", {"columns": ""}, "columns", "Tick at least one date"),
        ("table", {"columns": "A\n" * 11}, "columns", "has room for 10 columns"),
        ("table", {"columns": "A | position | wild"}, "columns", "Line 1: “wild” is not a form"),
        (
            "table",
            {"columns": "A\nB | 2015-13-40"},
            "columns",
            "Line 2: “2015-13-40” is not a date",
        ),
        ("table", {"rows": "Only a label"}, "rows", "Line 1: write the label, a bar (|)"),
        ("table", {"rows": "x | audits.done\ny | para:audits"}, "rows", "Line 2: write the label"),
        ("table", {"rows": "x | no.figure"}, "rows", "[[no.figure]] names no figure"),
        ("chart", {"finding": "[[a b c"}, "finding", "never closed"),
        ("chart", {"finding": "[[audits.done | wild]]"}, "finding", "wild"),
        ("records", {"when": "2015-13-40"}, "when", "“2015-13-40” is not a date"),
        ("cells", {"rows": "Only a head"}, "rows", "a line of headings and at least one row"),
        ("cells", {"rows": "A | B\nC"}, "rows", "Line 2 has 1 cell and the first has 2."),
        ("cells", {"rows": "A\n[[audits.done | wild]]"}, "rows", "Line 2: "),
        ("cells", {"rows": "A\n[[no.figure]]"}, "rows", "[[no.figure]] names no figure"),
        ("records", {"what": ""}, "what", "Choose the kind of record"),
        ("records", {"columns": "nothing"}, "columns", "Reviews have no column of that name"),
        ("records", {"what": "nothing"}, "what", "Choose one of these kinds"),
        ("records", {"columns": ""}, "columns", "Tick at least one column"),
        ("records", {"limit": "many"}, "limit", "a whole number from 1"),
    ]
)
def test_a_wrong_entry_gets_its_sentence(kind, said, field, sentence):
    form = FORMS_BY_KIND[kind]({**KINDS[kind], **said})
    assert not is_right(form)
    assert any(sentence in one for one in form.errors[field]), form.errors


def test_a_wrong_entry_keeps_what_was_typed(browser, paper):
    typed = {**KINDS["recommendation"], "reason": "[[no.figure]]"}
    before = paper.blocks.count()
    address = at(paper, "add-block", "recommendation", part="recommendations")
    answer = browser.post(address, typed)
    assert {name: answer.context["form"][name].value() for name in typed} == typed
    assert errors(answer)["reason"] and paper.blocks.count() == before


def test_a_block_goes_behind_another_and_into_its_parent(browser, paper):
    said = {"text": "In between."}
    address = at(paper, "add-block", "paragraph", part="body", after="audits", parent="work")
    browser.post(address, said)
    added = new(paper)
    assert (added.parent.slug, added.part) == ("work", "body")
    order = [one.slug for one in paper.blocks.filter(parent__slug="work")]
    assert order == ["audits", "in-between", "children"]


def test_a_place_that_the_template_does_not_have_is_refused_in_words(browser, paper):
    answer = browser.post(at(paper, "add-block", "paragraph", part="contacts"), {"text": "Here."})
    assert "has no blocks" in errors(answer)["__all__"][0]
    assert browser.get(at(paper, "add-block", "sonnet")).status_code == 404
    assert browser.post(at(paper, "preview-block", "sonnet")).status_code == 404


def test_the_page_of_a_paragraph_is_called_by_its_number_and_offers_figures(browser, paper):
    page = words(browser.get(at(paper, "block", "audits")))
    assert "Change paragraph 2" in page and "[[audits.done]]" not in page
    text = words(browser.get(at(paper, "offers", "paragraph")))
    assert "[[audits.done]]" in text
    assert "[[looked_after.children @comparison]]" in text
    assert "[[para:children]]" in text
    assert "Add an annex" in words(browser.get(at(paper, "add-block", "annex", part="annexes")))
    assert "[[date:position]]" in words(browser.get(at(paper, "offers", "table")))


def test_blocks_that_were_imported_can_be_changed_too(browser, paper):
    papers.block(paper=paper, slug="old-list", kind="list", part="body", text="* one\n* two")
    papers.block(paper=paper, slug="old-note", kind="note", part="body", text="Note")
    for slug in ("old-list", "old-note"):
        assert browser.get(at(paper, "block", slug)).status_code == 200
    listing = {"caption": "c", "records": {"what": "reviews", "columns": ["title"]}}
    papers.block(paper=paper, slug="listing", kind="table", part="body", data=listing)
    assert "Kind of record" in words(browser.get(at(paper, "block", "listing")))


def test_what_a_form_does_not_ask_for_stays_in_the_block(browser, paper):
    annex = papers.block(
        paper=paper, kind="annex", part="annexes", heading="A", text="", data={"to_follow": True}
    )
    said = {"heading": "B", "text": "Text", "version": 1}
    browser.post(at(paper, "block", annex.slug), said)
    annex.refresh_from_db()
    assert (annex.heading, annex.data) == ("B", {"to_follow": True})


def test_the_second_of_two_clerks_gets_both_wordings_and_loses_nothing(browser, paper):
    said = {"heading": "", "text": "Mine.", "version": 1}
    browser.post(at(paper, "block", "audits"), {**said, "text": "Theirs."})
    answer = browser.post(at(paper, "block", "audits"), said)
    assert answer.status_code == 409
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert rows["Text"] == ("Mine.", "Theirs.")
    assert answer.context["form"]["text"].value() == "Mine."
    browser.post(at(paper, "block", "audits"), {**said, "version": 2})
    assert paper.blocks.get(slug="audits").text == "Mine."


def test_a_table_in_conflict_shows_what_was_ticked_in_words(browser, paper):
    browser.post(at(paper, "add-block", "table", part="body"), KINDS["table"])
    slug = new(paper).slug
    browser.post(at(paper, "block", slug), {**GRID, "caption": "Theirs", "version": 1})
    typed = {**GRID, "columns": "A | position\r\nB", "total_row": "on", "version": 1}
    answer = browser.post(at(paper, "block", slug), typed)
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    position = "1 December 2015 – date of the report’s position"
    assert rows["Dates"][0] == f"A: {position}\nB: {position}"
    assert rows["Figures"][1] == "All children: Children looked after"
    assert rows["The last figure is a total"] == ("Yes", "No")


@pytest.mark.long
def test_a_block_is_removed_after_a_second_look_and_its_citation_is_named(browser, paper):
    page = browser.get(at(paper, "remove-block", "audits"))
    assert "Remove paragraph 2" in words(page)
    assert "Managers audited" in words(page)
    answer = browser.post(at(paper, "remove-block", "audits"), {"version": 1}, follow=True)
    assert "It has been removed" in words(answer)
    assert "recommend-note" in wrong_blocks(answer)
    assert browser.get(at(paper, "block", "audits")).status_code == 404


def test_a_block_that_changed_or_holds_others_is_not_removed(browser, paper):
    browser.post(at(paper, "block", "audits"), {"text": "Newer.", "version": 1})
    answer = browser.post(at(paper, "remove-block", "audits"), {"version": 1})
    assert "Someone else changed this record" in errors(answer)["__all__"][0]
    assert "Newer." in words(answer)
    assert answer.context["form"]["version"].value() == "2"
    holding = browser.post(at(paper, "remove-block", "work"), {"version": 1})
    assert "Choose what happens to its content" in errors(holding)["inside"]
