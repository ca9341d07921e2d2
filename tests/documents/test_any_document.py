"""Any document of ours, however it is nested, is a proper page and a proper PDF, and loses no
word."""

import json
import re
import subprocess
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from reports.documents import formats
from reports.documents.digest import content_digest
from reports.documents.document import from_json, text_of, to_json
from reports.documents.html import page as html
from reports.documents.html.places import places
from tests.cases import random_cases
from tests.documents.any_document import documents
from tests.documents.pdf.pdf_structure import faults
from tests.documents.pdf.pdf_tree import Paper

VOID = {"meta", "link", "br", "rect", "img", "path", "line"}
PAGES = random_cases(40)
SAID = re.compile(r"word\d+x")


class Nesting(HTMLParser):
    """A page read strictly: what is closed that was not opened, ids twice, links to nowhere."""

    def __init__(self, page):
        super().__init__()
        self.open, self.faults, self.ids, self.links, self.texts = [], [], Counter(), [], []
        self.feed(page)
        self.faults += [f"{tag} is never closed" for tag in self.open]
        self.faults += [f"{one} stands twice" for one, times in self.ids.items() if times > 1]
        self.faults += [f"nothing is at {one}" for one in self.links if one not in self.ids]

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        if "id" in held:
            self.ids[held["id"]] += 1
        if held.get("href", "").startswith("#"):
            self.links.append(held["href"][1:])
        if tag in ("p", "div", "table", "ul", "ol") and "p" in self.open:
            self.faults.append(f"{tag} stands in a paragraph")
        if tag == "li" and (not self.open or self.open[-1] not in ("ul", "ol")):
            self.faults.append("an item stands outside a list")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(f"{tag} is closed out of turn")

    def handle_data(self, data):
        self.texts.append(data)


def headings(page):
    """The levels of a page's headings in order."""
    return [int(level) for level in re.findall(r"<h([1-6])", page)]


@PAGES
@given(documents())
def test_any_document_is_a_page_that_nests_and_loses_no_word(made):
    document, said = made
    for page in (
        formats.print_html(document),
        html.sections(document, html.Medium(screen=True, figure="/f/{}/".format))
        + html.opening(document),
    ):
        read = Nesting(page)
        assert read.faults == []
        assert set(said) <= set(SAID.findall(" ".join(read.texts)))
        assert "&lt;i&gt;" in page and "<i>" not in page


@PAGES
@given(documents())
def test_headings_of_any_document_go_down_by_one(made):
    levels = headings(formats.print_html(made[0]))
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@PAGES
@given(documents())
def test_any_document_goes_to_json_and_back_and_its_digest_stands(made):
    document, said = made
    again = from_json(json.loads(json.dumps(to_json(document))))
    assert again == document
    assert content_digest(again) == content_digest(document)
    assert set(said) <= set(SAID.findall(text_of(document)))


@PAGES
@given(documents())
def test_every_anchor_of_a_document_has_words_for_its_place(made):
    document, _ = made
    known = places(document)
    assert all(one.strip() for one in map(str, known.values()))
    assert {section.anchor for section in document.sections} <= set(known)


@pytest.mark.slow
@random_cases(12)
@given(documents())
def test_any_document_is_an_accessible_pdf_that_loses_no_word(made):
    document, said = made
    data = formats.pdf(document, "january-2016")
    page = formats.print_html(document)
    assert faults(data, tables=page.count("<table"), poppler=False) == []
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True)
    missing = set(said) - set(SAID.findall(told.stdout.decode()))
    assert missing == set()
    assert len(Paper(data).tagged("H1")) == 1
