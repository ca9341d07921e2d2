"""A number of too many digits: refused where it is typed, read as text where a paper has it."""

from io import StringIO

import pytest
from django.core.management import call_command

from reports.contributions.operations import requests
from reports.editor.forms.blocks import SeveralForm
from reports.editor.forms.tables import FORMS_BY_KIND
from reports.papers.models.blocks import Block
from tests import cast
from tests.contributions.test_requests import ask
from tests.make import drafts
from tests.page_requests import at, errors, words
from tests.sweeping import NamedCase, swept

# Python reads no number of more than 4,300 digits.
LONG = "7" * 4400
SENTENCE = "digits, and 15 is the most"
PLACES = (
    *("{n} files were audited.", "They audited {n} of {n} files ({n}%).", "It cost £{n}.{n}m."),
    *("It rose from 1.{n} to 2.{n} percentage points.", "On {n} March 2016, on 1 March {n}."),
    *("On {n}/03/2016 and 2016-{n}-01, in 2015/{n}.", "It took {n} days from 1 to 3 March 2016."),
    *(
        "See paragraph {n}.{n}, recommendation {n} and table {n}.",
        "Aged {n} to {n}; {n}-year-olds.",
    ),
    *("{n}. They audited files.", "{n}.{n} They audited files.", "They audited:\n{n}. one\n2. two"),
    *("They audited:\n* {n}: one\n* total: {n}", "Section {n} of the Act {n}.", "{n} in {n} ² ٣."),
    *(
        "[[stated {n}: the register]] files",
        "[[audits.done @{n}-01-01]]",
        "Marked ⟦c{n}⟧ and ⟦d1⟧.",
    ),
    *("[[audits.done @year | bound {n}]]", "[[note: {n} files]] here", "Within {n} weeks we will."),
    *("One in {n}, {n} thousand, two hundred {n}.", "At {n}:30 or {n}pm, ratio {n}:{n}, {n}st."),
)
# All of them in a few texts: a page that one of them breaks is broken by the text that has it.
TEXTS = ["\n\n".join(PLACES[number::4]) for number in range(4)]
PAGES = ("draft", "preview", "checks", "settle", "commitments")
# Each text on a few of the pages, so that each page has one that is long in another way.
SHOWN = tuple(zip(TEXTS, (PAGES[:2], PAGES[2:3], PAGES[3:4], PAGES[4:]), strict=True))


def test_paragraphs_with_a_long_number_are_refused_and_come_back_as_typed(browser, paper):
    typed = {"heading": "", "text": f"First.\n\nThey audited {LONG} files.", "version": 1}
    answer = browser.post(at(paper, "block", "audits"), typed)
    assert SENTENCE in str(errors(answer)) and "on line 3" in str(errors(answer))
    assert answer.context["form"]["text"].value() == typed["text"]
    assert LONG not in Block.objects.get(paper=paper, slug="audits").text
    assert SENTENCE in str(SeveralForm({"text": f"One.\n\n{LONG}. Two."}).errors)


@swept(
    [
        ("cells", {"caption": "Words", "rows": f"Name | # Number\nOne | {LONG}"}),
        ("cells", {"caption": f"Table {LONG[:200]}", "rows": "Name | # Number\nOne | 2"}),
        ("section", {"heading": f"Audits of {LONG[:200]}"}),
        ("paragraph", {"heading": "", "text": f"They did:\n1. {LONG}\n2. two"}),
        ("recommendation", {"decision": "note", "text": "x", "reason": LONG}),
    ]
)
def test_a_new_block_with_a_long_number_is_refused(kind, typed):
    assert SENTENCE in str(FORMS_BY_KIND[kind](typed).errors)


@pytest.mark.long
def test_a_paper_that_has_a_long_number_in_words_or_a_table_is_shown_printed_and_checked(
    browser, paper
):
    for place, pages in SHOWN:
        typed = {"block": "audits", "text": place.format(n=LONG)}
        with NamedCase(place):
            assert browser.post(at(paper, "preview-block", "paragraph"), typed).status_code == 200
            assert browser.post(at(paper, "keep-words", "paragraph"), typed).status_code == 200
            Block.objects.filter(paper=paper, slug="audits").update(text=typed["text"])
            for name in pages:
                assert browser.get(at(paper, name)).status_code == 200, name
    assert browser.get(at(paper, "block", "audits")).status_code == 200
    cells = {
        "columns": [{"label": "Age"}, {"label": LONG, "numeric": True}, {"label": "Change"}],
        "rows": [
            ["0 to 4", LONG, f"+{LONG}%"],
            [f"{LONG} to {LONG}", f"£1.{LONG}", f"-{LONG}.5"],
            ["Total", LONG, LONG],
        ],
        "total_row": True,
    }
    data = {"caption": f"Table {LONG[:200]}", "cells": cells, "notes": [LONG]}
    Block.objects.filter(paper=paper, slug="audits").update(kind="table", text="", data=data)
    for name in ("draft", "checks", "settle"):
        assert browser.get(at(paper, name)).status_code == 200, name


@pytest.fixture
def address(paper, clerk):
    """The address by which a contributor opens a section that was asked of them."""
    section = ask(paper, clerk, asked_of=cast.officer(), note="")
    _, sealed = requests.make_link(section=section, by=clerk, on=drafts.ON)
    return f"/contributions/link/{sealed}/"


@pytest.mark.long
def test_a_contributor_by_link_is_refused_and_loses_nothing_that_was_typed(client, address):
    for place in PLACES[::6]:
        typed = {"version": 1, "text-audits": place.format(n=LONG), "do": "save"}
        answer = client.post(address, typed)
        # A token that is no token is refused by its own sentence.
        assert answer.status_code == 200 and (SENTENCE in words(answer) or "[[" in place), place
        assert answer.context["form"]["text-audits"].value() == typed["text-audits"], place
    typed = {"version": 1, "text-audits": "\n\n".join(PLACES[1::5]).format(n=LONG), "do": "save"}
    for name in ("keep", "show"):
        assert client.post(f"{address}{name}/", typed).status_code in (200, 204), name
    assert client.get(address).status_code == 200


def test_a_contributor_by_link_is_asked_about_words_that_may_name_a_child(client, address):
    odd = "Her mother Susan agreed to the move."
    typed = {"version": 1, "text-audits": odd, "do": "save"}
    for _turn in range(2):
        answer = client.post(address, typed)
        page = answer.content.decode()
        assert "may name a child" in page and odd in page
        # The tick stands at the words that it is about, and only once.
        assert page.count('name="text-audits_is_right"') == 1
        assert page.index('name="text-audits"') < page.index('name="text-audits_is_right"')
    tick = answer.context["form"]["text-audits_is_right"]
    confirmed = {tick.html_name: tick.field.widget.attrs["value"]}
    assert client.post(address, {**typed, **confirmed}).status_code == 302
    assert odd in client.get(address).content.decode()


@pytest.mark.long
def test_a_file_with_long_numbers_is_checked(db, tmp_path):
    file, out = tmp_path / "update.txt", StringIO()
    body = "\n\n".join(PLACES[::5]).format(n=LONG)
    file.write_text(f"# Update on assurance\n\n## {LONG}. Audits\n\n{body}\n\n{LONG}\n", "utf-8")
    call_command("check_paper", str(file), stdout=out)
    assert "found" in out.getvalue()
