"""A section sent as a Word file and read back: paragraphs known again, figures kept."""

import re
from dataclasses import replace

from reports.contributions.differences import compared
from reports.contributions.proposals import RequestedBlock, faults, proposed
from reports.contributions.word import reader
from reports.contributions.word.marks import tag
from reports.contributions.word.writer import document
from reports.language.text import parse
from tests.contributions.sections import BLOCKS, NOW, outline
from tests.contributions.word.files import (
    RICH,
    SECTION,
    TOKENS,
    around,
    edited,
    made,
    paragraph,
    read,
    replaced,
    xml_of,
)

AUDITS = "Managers audited "


def moved_behind(words, behind):
    """A Word file in which one paragraph stands behind another."""

    def change(text):
        one, other = around(text, words), around(text, behind)
        return text.replace(one, "").replace(other, other + one)

    return edited(change)


def added_behind(words, *new):
    """A Word file with more paragraphs behind the one that holds `words`."""

    def change(text):
        one = around(text, words)
        return text.replace(one, one + "".join(new))

    return edited(change)


def test_a_file_holds_values_with_their_names_in_tags_and_unchanged_says_nothing_new():
    assert read(made()) == ({}, [])
    text = xml_of(made())
    assert "42" in text and "audits.done" not in text
    assert f'<w:tag w:val="{tag(TOKENS[0])}"/>' in text
    assert len(tag("[[" + "x" * 300 + "]]")) <= 64


def test_a_subject_heading_goes_out_as_a_heading_and_comes_back_into_its_box():
    subject = RequestedBlock("staff", "heading", "work", "Staff", "", {}, "subject heading")
    blocks = (BLOCKS[0], subject, *BLOCKS[1:])
    file = made(blocks)
    assert read(file, blocks) == ({}, [])
    assert "Heading2" in around(xml_of(file), ">Staff<")
    renamed, missed = read(
        edited(lambda text: text.replace(">Staff<", ">Our staff<"), file), blocks
    )
    assert (renamed, missed) == ({"heading-staff": "Our staff"}, [])
    assert faults(blocks, {"heading-staff": ""}) == {
        "heading-staff": ["Write the heading, or leave it as it was."]
    }


def test_headline_figures_go_out_as_a_line_that_stays_and_come_back_unchanged():
    data = {"headlines": [{"label": "Audits", "figure": "[[audits.done]]"}] * 3}
    group = RequestedBlock("first", "headlines", "work", "", "", data, "headline figures")
    blocks = (*BLOCKS[:2], group, *BLOCKS[2:])
    file = made(blocks)
    assert read(file, blocks) == ({}, [])
    assert group.boxes == () and "Headline figures" in xml_of(file)
    without = edited(lambda text: text.replace(around(text, "Headline figures"), ""), file)
    assert read(without, blocks)[0] == {"out-first": "on"}


def test_everything_of_the_written_language_comes_back_and_changed_words_into_their_box():
    blocks = (BLOCKS[0], RICH)
    words, missed = read(made(blocks), blocks)
    assert (words, missed) == ({}, [])
    changed, _ = read(edited(lambda text: text.replace("After.", "Then."), made(blocks)), blocks)
    assert parse(changed["text-rich"]) == parse(RICH.text.replace("After.", "Then."))
    words, missed = read(
        replaced(
            (AUDITS, "Managers read "),
            ("What was done", "What we did"),
            (">Themes<", ">What came up<"),
            ("Second.", "Second &amp; last."),
            ("Audits by team", "Files by team"),
            (">South<", ">West<"),
        )
    )
    assert words == {
        "heading-work": "What we did",
        "text-audits": "Managers read [[audits.done]] files.",
        "heading-teams": "Files by team",
        "text-teams": "| Team | Audits |\n| North | 4 |\n| West | 7 |",
        "heading-themes": "What came up",
        "text-themes": "First.\n\nSecond & last.",
    }
    assert missed == []


def test_new_paragraphs_lists_headings_and_tables_stand_where_they_were_put():
    table = "<w:tbl>{}</w:tbl>".format(
        "".join(
            f"<w:tr><w:tc>{paragraph(one)}</w:tc><w:tc>{paragraph('1')}</w:tc></w:tr>"
            for one in ("Area", "York")
        )
    )
    more = (paragraph("Two themes:"), paragraph("•\tone"), paragraph("Practice", "Heading2"), table)
    words, missed = read(added_behind(AUDITS, *more))
    assert words == {
        "after-audits": "Two themes:\n* one\n\n# Practice\n\n| Area | 1 |\n| York | 1 |"
    }
    assert missed == []
    rows = proposed(BLOCKS, "work", words)
    assert [one for one in outline(rows) if one[0].startswith("new")] == [
        ("new.1", "work"),
        ("new.2", "work"),
        ("new.3", "new.2"),
    ]
    words, _ = read(added_behind("What was done", paragraph("We begin.")))
    assert words == {"begin": "We begin."}


def test_a_paragraph_that_was_parted_is_two_and_what_was_taken_out_is_left_out():
    parted = "</w:t></w:r></w:p><w:p><w:r><w:t>"
    words, _ = read(replaced((" files.", f" files.{parted}They learnt.")))
    assert words == {"after-audits": "They learnt."}
    words, _ = read(replaced(("Second.", f"Second.{parted}Third.")))
    assert words == {"text-themes": "First.\n\nSecond.\n\nThird."}
    words, _ = read(edited(lambda text: text.replace(around(text, AUDITS), "")))
    assert words == {"out-audits": "on"}
    gone = edited(lambda text: text.replace(around(text, "Table 2"), ""))
    assert read(gone)[0] == {"out-children": "on"}


def test_what_was_moved_has_another_place_and_under_another_heading_is_told():
    words, missed = read(moved_behind("Table 2", "What was done"))
    assert [one.key for one in proposed(BLOCKS, "work", words)] == [
        *("work", "children", "audits", "teams", "learning", "themes")
    ]
    rows = compared(BLOCKS, proposed(BLOCKS, "work", words), NOW)
    assert missed == [] and {one.key for one in rows if one.is_moved} == {"children"}
    words, missed = read(moved_behind(AUDITS, ">Learning<"))
    assert not any(one.startswith("out-") for one in words)
    assert reader.ELSEWHERE in [why for _, why in missed]


def test_what_is_left_out_and_what_moves_together_keep_the_order_of_the_file():
    def change(text):
        one, other = around(text, AUDITS), around(text, "Table 2")
        caption = around(text, "Audits by team")
        table = re.search(r"<w:tbl>.*?</w:tbl>", text)[0]
        text = text.replace(caption, "").replace(table, "").replace(one, "")
        return text.replace(other, other + one)

    words, _ = read(edited(change))
    assert words["out-teams"] == "on"
    assert [one.key for one in proposed(BLOCKS, "work", words)] == [
        *("work", "learning", "themes", "children", "audits")
    ]


def test_a_figure_that_was_typed_over_is_told_and_one_typed_by_its_name_is_a_figure():
    def change(text):
        return re.sub(r"<w:sdt>.*?</w:sdt>", "<w:r><w:t>42</w:t></w:r>", text)

    words, missed = read(edited(change))
    assert words == {"text-audits": "Managers audited 42 files."}
    assert missed == [("[[audits.done]]", reader.NO_FIGURE)]
    words, missed = read(replaced((" files.", " files of [[audits.cases]].")))
    assert words == {"text-audits": "Managers audited [[audits.done]] files of [[audits.cases]]."}
    assert missed == []


def test_without_bookmarks_paragraphs_are_known_by_their_words_and_by_those_between_them():
    def change(text):
        text = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", text)
        return text.replace(AUDITS, "Our managers audited ")

    words, _ = read(edited(change))
    assert words["text-audits"] == "Our managers audited [[audits.done]] files."
    assert "out-audits" not in words and "out-learning" not in words

    def between(text):
        return re.sub(
            r"<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)(<w:bookmarkStart [^>]*/>)(.*?)"
            r"(<w:bookmarkEnd [^>]*/>)</w:p>",
            r"\2<w:p>\1\3</w:p>\4",
            text,
        )

    words, missed = read(edited(between))
    assert (words, missed) == ({}, [])


def test_tracked_changes_are_listed_and_a_deleted_figure_by_its_name():
    def change(text):
        control = re.search(r"<w:sdt>.*?</w:sdt>", text)[0]
        return text.replace(control, f"<w:del>{control}</w:del>")

    _, missed = read(edited(change))
    assert "[[audits.done]]" in [one for one, _ in missed]
    assert "\ue010" not in str(missed)
    deleted = "</w:t></w:r><w:del><w:r><w:delText>all</w:delText></w:r></w:del><w:r><w:t>"
    inserted = "</w:t></w:r><w:ins><w:r><w:t>some</w:t></w:r></w:ins><w:r><w:t>"
    words, missed = read(replaced((" files.", f" {deleted}{inserted} files.")))
    assert words == {"text-audits": "Managers audited [[audits.done]] some files."}
    assert [one for one, _ in missed] == ["all", "some"]


def test_what_is_typed_into_a_line_of_records_is_listed_and_odd_signs_are_no_marks():
    blocks = (BLOCKS[0], BLOCKS[5])
    parted = "</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r><w:r><w:t>"
    data = edited(lambda text: text.replace("take it out)", f"take it out){parted}"), made(blocks))
    assert read(data, blocks) == ({}, [("More.", reader.LEFT_OVER)])
    words, _ = read(replaced((" files.", " \ue010b3\ue011files.")))
    assert words == {"text-audits": "Managers audited [[audits.done]] b3files."}


def test_a_heading_that_goes_up_is_put_into_the_section_before_it_and_told():
    words, missed = read(added_behind("Second.", paragraph("Practice", "Heading2")))
    assert words == {"after-themes": "# Practice"}
    assert missed == [("Practice", reader.DEEPER)]
    words, missed = read(added_behind("Second.", paragraph("Practice", "Heading3")))
    assert (words, missed) == ({"after-themes": "# Practice"}, [])


def test_a_part_has_a_title_that_is_no_block():
    blocks = tuple(replace(one, parent="") for one in BLOCKS[1:3])
    data = made(blocks)
    assert "Title" in xml_of(data)
    words, missed = read(data, blocks, root="")
    assert [one for one in words if not one.startswith("begin")] == [] and missed == []


def test_new_blocks_of_the_file_have_no_bookmark_and_come_back_as_new():
    new = replace(BLOCKS[1], slug="new.1", text="More of it.", kind="paragraph")
    from_form = (*BLOCKS[:2], new, *BLOCKS[2:])
    places = {one.slug: place for place, one in enumerate(BLOCKS)}
    data = document(SECTION, "What was done", from_form, places, {})
    assert read(data) == ({"after-audits": "More of it."}, [])
