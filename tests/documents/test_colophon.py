"""The last lines of an edition, and the QR code of its permanent address."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
import segno
from django.test import override_settings

from reports.documents.colophon import QR_TITLE, QUIET, colophon, qr_code, qr_picture
from reports.documents.digest import content_digest
from reports.documents.document import Fact, Facts, Section
from reports.documents.formats import print_html, render
from tests.documents.forms import of_word
from tests.documents.rich import ADDRESS, rich, text

ROOT = "https://reports.netherby.example"
EDITION = f"{ROOT}{ADDRESS}edition-1/"


def lines(document, **how):
    """Name → words of each line."""
    rows = [(row.name, row.words) for row in colophon(document, **how).rows]
    return dict(rows)


def approved():
    """The document with a part on who approved it."""
    rows = (Fact("Approved by", (text("Director, 18 January 2016"),)),)
    part = Section("part-approval", "Report approved", 2, "", (Facts("approval", "A", rows),))
    return replace(rich(), sections=(*rich().sections, part))


@override_settings(PUBLIC_ADDRESS=ROOT, LICENCE_NAME="Own licence")
def test_an_edition_names_its_address_number_approval_fingerprint_and_licence():
    assert lines(approved()) == {
        "This edition": EDITION,
        "Latest edition": f"{ROOT}{ADDRESS}",
        "Edition": "1, published on 18 January 2016",
        "Approved by": "Director, 18 January 2016",
        "Fingerprint": content_digest(approved()),
        "Licence": "Own licence, except where stated",
    }


def test_the_pdf_has_the_first_of_the_fingerprint_in_fours():
    digest = content_digest(rich())
    shown = lines(rich(), whole=False)["Fingerprint"]
    assert shown == (
        f"{digest[:4]} {digest[4:8]} {digest[8:12]} {digest[12:16]} (the first 16 of 64 characters)"
    )
    assert digest in print_html(rich(), sheet="paper.css")
    assert digest not in print_html(rich()) and digest[:4] in print_html(rich())
    words, _ = of_word(render(rich(), "x", ["word"])[0].content)
    assert digest in words


def test_without_a_public_address_there_is_neither_address_nor_code():
    made = colophon(rich())
    assert (made.address, made.qr) == ("", "")
    assert not {"This edition", "Latest edition"} & set(lines(rich()))
    assert '<svg role="img" class="qr"' not in print_html(rich())


@pytest.mark.parametrize("change", [{"draft": True}, {"audience": "restricted"}, {"address": ""}])
def test_a_draft_a_restricted_copy_and_an_annex_by_itself_have_none(change):
    assert colophon(rich(**change)) is None
    assert 'class="colophon"' not in print_html(rich(**change))


@override_settings(PUBLIC_ADDRESS=ROOT)
def test_the_code_of_the_page_is_that_of_the_address_and_has_words():
    page = print_html(rich())
    [drawing] = re.findall(r'<svg role="img" class="qr".*?</svg>', page, re.S)
    assert f"<title>{QR_TITLE}</title>" in drawing
    modules = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawing)}
    matrix = segno.make(EDITION, error="m", micro=False).matrix
    dark = {
        (across + QUIET, down + QUIET)
        for down, row in enumerate(matrix)
        for across, is_dark in enumerate(row)
        if is_dark
    }
    assert modules == dark
    assert qr_code(EDITION) == qr_code(EDITION) != qr_code(f"{EDITION}2")


@pytest.mark.parametrize("root", [ROOT, ""])
def test_word_has_the_code_as_a_picture_with_words_where_an_address_is_known(root):
    with override_settings(PUBLIC_ADDRESS=root):
        [file] = render(rich(), "x", ["word"])
    parts = zipfile.ZipFile(io.BytesIO(file.content))
    body = parts.read("word/document.xml").decode()
    assert (f'descr="{QR_TITLE}"' in body) is bool(root)
    assert ("word/media/code.png" in parts.namelist()) is bool(root)
    if root:
        assert parts.read("word/media/code.png") == qr_picture(EDITION)
        assert qr_picture(EDITION) != qr_picture(f"{EDITION}2")
        assert 'Target="media/code.png"' in parts.read("word/_rels/document.xml.rels").decode()


@pytest.mark.long
@override_settings(PUBLIC_ADDRESS=f"https://{'reports' * 8}.{'netherby' * 7}.example")
def test_an_address_longer_than_its_line_is_broken_and_the_pdf_is_made():
    [file] = render(rich(), "x", ["pdf"])
    assert file.content.startswith(b"%PDF")
