"""What nobody should write, written all the same: each gets an answer, and nothing runs."""

import pytest

from reports.papers.models.blocks import Block
from tests import cast
from tests.make import findings, people
from tests.make import papers as make
from tests.page_requests import at, errors, words

MARKUP = (
    '<script>alert(1)</script><img src=x onerror="alert(2)"><table><tr><td>in</td></tr></table>'
)
STRANGE = ("nope", "\0", "x" * 400, "[[<b>")


def save(browser, paper, text, version=1, **said):
    """The answer to a saving of the paragraph called `audits`."""
    asked = {"heading": "", "text": text, "version": version, **said}
    return browser.post(at(paper, "block", "audits"), asked)


def test_markup_is_printed_as_it_was_typed_and_runs_nowhere(browser, paper):
    text = f"{MARKUP} [press](javascript:alert(3)) [[stated 44: {MARKUP[:25]}]]"
    assert save(browser, paper, text, heading=MARKUP).status_code == 302
    grid = {"caption": MARKUP, "rows": f"{MARKUP} | # No\n[x](data:text/html,1) | 2"}
    browser.post(at(paper, "add-block", "cells", part="body"), grid)
    preview = browser.post(at(paper, "preview-block", "paragraph"), {"text": text, "part": "body"})
    pages = [preview, *(browser.get(at(paper, name)) for name in ("draft", "preview", "versions"))]
    pages += [browser.get(at(paper, "block", "audits"))]
    for page in pages:
        assert "<script>alert" not in words(page)
        assert "<img src=x" not in words(page)
        assert 'href="javascript' not in words(page) and 'href="data:' not in words(page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in words(pages[2])


@pytest.mark.long
def test_a_paragraph_of_a_hundred_kilobytes_is_compared_kept_and_offered_again(browser, paper):
    long = "All was well, and nobody was late. " * 2_800
    assert save(browser, paper, long).status_code == 302
    answer = save(browser, paper, long.replace("late", "early", 1))
    assert answer.status_code == 409
    assert "<ins>" in words(answer)
    typing = {"block": "audits", "version": "2", "heading": "", "text": f"{long} More."}
    assert browser.post(at(paper, "keep-words", "paragraph"), typing).status_code == 200
    assert "More." in words(browser.get(at(paper, "block", "audits")))


def test_what_is_another_councils_cannot_be_quoted_read_or_written(client, browser, paper):
    other = cast.make_council("elsewhere")
    findings.review(council=other, slug="theirs", title="Their inspection")
    people.cohort(council=other, slug="their-people")
    block = make.block(paper=make.paper(council=other), text="Their words.")
    text = "[[record:review/theirs.title]] [[looked_after.children of=their-people]]"
    preview = browser.post(at(paper, "preview-block", "paragraph"), {"text": text, "part": "body"})
    assert words(preview).count("To fix:") == 2
    assert "Their inspection" not in words(preview)
    theirs = at(block.paper, "block", block.slug)
    for answer in (
        browser.get(theirs),
        browser.post(theirs, {"text": "Mine.", "version": 1}),
        browser.post(at(block.paper, "preview-block", "paragraph"), {"text": "x"}),
        browser.post(at(block.paper, "keep-words", "paragraph"), {"text": "x"}),
        browser.get(at(block.paper, "ways", token="looked_after.children")),
    ):
        assert answer.status_code == 404
    assert Block.objects.get(pk=block.pk).text == "Their words."


@pytest.mark.long
def test_a_strange_place_token_or_figure_gets_an_answer(browser, paper):
    for strange in STRANGE:
        assert_answered(browser, paper, strange)


def assert_answered(browser, paper, strange):
    """A place, a token or a figure of this name breaks no page."""
    place = {"part": strange, "parent": strange, "after": strange, "block": strange}
    for kind in ("paragraph", "table", "annex"):
        said = {**place, "text": "Words.", "heading": "H", "caption": "C", "rows": "a | b"}
        answer = browser.post(at(paper, "preview-block", kind), {**said, "columns": strange})
        assert answer.status_code == 200
    for page in (
        browser.get(at(paper, "block", "audits"), {"figure": strange}),
        browser.get(at(paper, "add-block", "table"), {**place, "figure": strange}),
        browser.get(at(paper, "ways"), {"token": strange}),
    ):
        assert page.status_code in (200, 404)


def test_a_new_paragraph_goes_to_the_place_that_was_removed_while_it_was_written(browser, paper):
    address = at(paper, "add-block", "paragraph", parent="work", after="audits")
    browser.post(at(paper, "remove-block", "audits"), {"version": 1})
    browser.post(at(paper, "remove-block", "work"), {"version": 1, "inside": "remove"})
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"heading": "", "text": "Mine."}).status_code == 302
    added = Block.objects.get(text="Mine.")
    assert (added.part, added.parent) == ("body", None)
    nowhere = at(paper, "add-block", "paragraph", parent="never", after="there")
    answer = browser.post(nowhere, {"heading": "", "text": "Yours."})
    assert errors(answer)["__all__"] and answer.context["form"]["text"].value() == "Yours."


def shown(browser, paper, text):
    """What the editor shows beside for `text`."""
    said = {"block": "audits", "text": text}
    return words(browser.post(at(paper, "preview-block", "paragraph"), said))


@pytest.mark.long
def test_of_many_faults_numbers_and_letters_the_first_are_told(browser, paper):
    unknown = " ".join(f"[[no.figure_{chr(97 + place)}]]" for place in range(20))
    preview = shown(browser, paper, unknown)
    assert preview.count("To fix:") == 12
    assert "The first 12 of 20 to fix." in preview
    assert shown(browser, paper, "[[ " * 2_000).count("To fix:") == 1
    assert len(errors(save(browser, paper, "[[ " * 2_000))["text"]) == 1
    typed = shown(browser, paper, "We met 188 families. " * 13)
    assert typed.count("needs a record or a source") == 12
    assert "More follow once these are settled." in typed
    assert "More follow" not in shown(browser, paper, "We met 188 families. " * 12)


def test_what_is_too_long_to_be_checked_at_each_pause_is_shown_and_says_so(browser, paper):
    wrong = "35 of 139 (24%) were late. "
    assert "35 of 139 is 25%" in shown(browser, paper, wrong)
    long = shown(browser, paper, f"{wrong}{'All was well with them. ' * 600}")
    assert "too long to be checked while you write" in long
    assert "35 of 139 is 25%" not in long and "All was well" in long
