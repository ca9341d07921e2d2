"""What a Word file of a section is made of, and what is refused as none."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from reports.papers.asked.proposing import as_it_was, proposed
from reports.papers.asked.word.marks import bookmark, heading_of, read_bookmark
from reports.papers.brought.found import NotAPaper
from tests.reports.papers.asked.sections import BLOCKS
from tests.reports.papers.asked.word.files import RICH, edited, made, paragraph, read, xml_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_file_is_xml_whose_names_are_used_once():
    root = ElementTree.fromstring(xml_of(made((BLOCKS[0], RICH, *BLOCKS[1:]))))
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    starts = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")]
    assert len(set(names)) == len(names) == len(BLOCKS) + 3
    assert sorted(starts) == sorted(ends) and len(set(starts)) == len(starts)
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {columns}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no Word document"),
        (b"plain text", "no Word document"),
        (b"PK\x03\x04 damaged", "damaged"),
        (made(section=8), "of another section"),
        (edited(lambda text: re.sub(r"<w:body>.*</w:body>", "<w:body/>", text)), "no words"),
        (
            edited(
                lambda text: re.sub(
                    r"<w:body>.*</w:body>", f"<w:body>{paragraph('Dear all')}</w:body>", text
                )
            ),
            "Nothing in this file",
        ),
    ],
)
def test_what_is_no_file_of_the_section_is_refused_with_a_sentence(data, words):
    with pytest.raises(NotAPaper, match=words) as raised:
        read(data)
    assert "\n" not in str(raised.value)


def test_bookmarks_say_section_and_place():
    assert read_bookmark(bookmark(7, 12)) == (7, 12, False)
    assert read_bookmark(heading_of(bookmark(7, 12))) == (7, 12, True)
    for other in ("_GoBack", "candour_note", "candour_7", "candour_7_x"):
        assert read_bookmark(other) is None


def test_a_bookmark_of_a_block_that_never_was_is_read_as_new():
    data = edited(lambda text: text.replace(f'"{bookmark(7, 1)}"', f'"{bookmark(7, 99)}"'))
    words, _ = read(data)
    assert "text-audits" not in words and "out-audits" not in words
    assert proposed(BLOCKS, "work", words) == tuple(map(as_it_was, BLOCKS))
