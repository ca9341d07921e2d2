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


@pytest.mark.long
@random_cases(40)
@given(documents())
def test_any_document_nests_and_loses_no_word_as_a_page_or_as_json(made):
    document, said = made
    printed = formats.print_html(document)
    screen = html.Medium(screen=True, figure="/f/{}/".format)
    for page in (printed, html.sections(document, screen) + html.opening(document)):
        read = Nesting(page)
        assert read.faults == []
        assert set(said) <= set(SAID.findall(" ".join(read.texts)))
        assert "&lt;i&gt;" in page and "<i>" not in page
    levels = [int(level) for level in re.findall(r"<h([1-6])", printed)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    again = from_json(json.loads(json.dumps(to_json(document))))
    assert again == document
    assert content_digest(again) == content_digest(document)
    assert set(said) <= set(SAID.findall(text_of(document)))
    known = places(document)
    assert all(one.strip() for one in map(str, known.values()))
    assert {section.anchor for section in document.sections} <= set(known)


@pytest.mark.long
@pytest.mark.slow
@random_cases(5)
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
