"""What a Word file of a section is made of, and what is refused as none."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from reports.contributions.proposals import as_it_was, proposed
from reports.contributions.word import reader
from reports.contributions.word.marks import bookmark, heading_of, read_bookmark
from reports.conversion.results import NotAPaper
from tests.contributions.sections import BLOCKS
from tests.contributions.word.files import RICH, edited, made, paragraph, read, replaced, xml_of

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


def test_bookmarks_say_section_and_place_and_that_of_no_block_is_read_as_new():
    assert read_bookmark(bookmark(7, 12)) == (7, 12, False)
    assert read_bookmark(heading_of(bookmark(7, 12))) == (7, 12, True)
    for other in ("_GoBack", "candour_note", "candour_7", "candour_7_x"):
        assert read_bookmark(other) is None
    data = edited(lambda text: text.replace(f'"{bookmark(7, 1)}"', f'"{bookmark(7, 99)}"'))
    words, _ = read(data)
    assert "text-audits" not in words and "out-audits" not in words
    assert proposed(BLOCKS, "work", words) == tuple(map(as_it_was, BLOCKS))


def parted(words, *inner):
    """A Word file in which more stands within the bookmark around `words`."""

    def change(text):
        one = re.search(rf"<w:p>(?:(?!<w:p>).)*{words}.*?</w:p>", text)[0]
        start = one.replace("<w:bookmarkEnd", "<w:gone", 1)
        end = re.search(r"<w:bookmarkEnd [^>]*/>", one)[0]
        last = f"<w:p>{end}<w:r><w:t>At the end.</w:t></w:r></w:p>"
        return text.replace(one, "".join((start, *inner, last)))

    return edited(change)


CELL = f"<w:tc>{paragraph('a')}</w:tc>"
TABLE = f"<w:tbl><w:tr>{CELL * 2}</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("words", "inner", "new"),
    [
        ("What was done", (), {"begin": "At the end."}),
        ("Audits by team", (), {"after-teams": "At the end."}),
        ("Managers audited", (TABLE,), {"after-audits": "| a | a |\n\nAt the end."}),
        (
            "Managers audited",
            (paragraph("Above", "Heading2"),),
            {"after-audits": "# Above\n\nAt the end."},
        ),
    ],
)
def test_what_no_block_can_hold_is_new_behind_it(words, inner, new):
    assert read(parted(words, *inner))[0] == new


def test_a_table_taken_out_or_put_into_a_line_is_told_and_a_heading_without_words_stays():
    def change(text):
        return re.sub(r"<w:tbl>.*?</w:tbl>", "", text)

    words, missed = read(edited(change))
    assert words == {"out-teams": "on"}
    assert missed == [("Audits by team", reader.NO_TABLE)]
    assert read(replaced((">Learning<", "><"))) == ({}, [])
    _, missed = read(parted("Table 2", TABLE))
    assert [one for one, _ in missed] == ["| a | a |", "At the end."]


def test_a_mark_of_words_own_a_box_of_text_and_a_faulty_token_are_read_as_they_stand():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r>"
    own = '<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>'
    old = '<w:r><w:t xml:space="preserve"> files.'
    words, missed = read(replaced((old, f"{own}{box}{old}")))
    assert words == {"after-audits": "In a box."}
    assert "In a box." in [one for one, _ in missed]
    faulty = replace(BLOCKS[1], text="Of [[no such thing at all]] files.")
    data = made((BLOCKS[0], faulty))
    assert "[[no such thing at all]]" in xml_of(data)
    assert read(data, (BLOCKS[0], faulty)) == ({}, [])
