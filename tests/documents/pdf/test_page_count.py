"""The pages of a PDF of ours, counted without a library, as one that reads PDF counts them."""

import io
from dataclasses import replace

import pikepdf
import pytest

from reports.documents.document import Paragraph, Run, Section, Text
from reports.documents.formats import pdf
from reports.documents.pdf.page_count import page_count
from tests.documents.rich import rich


def long(many):
    """A document with so many paragraphs more."""
    words = Text((Run("A sentence about children and what they need. " * 20),))
    more = tuple(Paragraph(f"more-{place}", "", (), (words,)) for place in range(many))
    return replace(rich(), sections=(*rich().sections, Section("more", "More", blocks=more)))


@pytest.mark.long
@pytest.mark.parametrize("many", [0, 1, 12])
def test_pages_are_counted_as_a_reader_of_pdf_counts_them(many):
    content = pdf(long(many), "x")
    with pikepdf.open(io.BytesIO(content)) as file:
        assert page_count(content) == len(file.pages) > 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"/ObjStm >> stream\nno zlib", b"<html>"])
def test_what_is_no_pdf_of_ours_has_none(content):
    assert page_count(content) == 0
