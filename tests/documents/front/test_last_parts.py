"""The last parts of a printed report take few lines."""

import re
import subprocess
from dataclasses import replace

import pytest

from reports.documents import formats
from reports.documents.document import Paragraph, Section
from tests.documents.rich import rich, text


def printed_lines(document):
    """The PDF's lines as they are laid out."""
    data = formats.pdf(document, "paper")
    command = ["pdftotext", "-layout", "-", "-"]
    laid_out = subprocess.run(command, input=data, capture_output=True, check=True)
    return laid_out.stdout.decode().splitlines()


@pytest.mark.long
def test_a_last_part_of_one_line_begins_with_its_heading():
    line = Paragraph("wards-line-1", content=(text("All"),))
    part = Section("part-wards", "Wards affected", blocks=(line,))
    printed = printed_lines(replace(rich(), sections=(part,)))
    assert any(re.search(r"Wards affected +All$", one) for one in printed)


@pytest.mark.long
def test_the_lines_about_an_edition_begin_with_their_heading():
    printed = printed_lines(rich())
    assert any(re.search(r"About this edition +Edition +1, published", one) for one in printed)
