"""What somebody proposes for a section, made of the words of their form."""

from dataclasses import replace

import pytest

from reports.contributions.proposals import RequestedBlock, as_it_was, faults, in_bars, proposed
from tests.contributions.sections import BLOCKS, CELLS, by_key, made, outline
from tests.sweeping import swept

AS_ASKED = [
    ("work", ""),
    ("audits", "work"),
    ("teams", "work"),
    ("learning", "work"),
    ("themes", "learning"),
    ("children", "work"),
]


def test_without_words_or_from_its_own_boxes_everything_stays_as_it_was():
    assert made() == tuple(map(as_it_was, BLOCKS))
    boxes = {f"{name}-{one.slug}": one.written[name] for one in BLOCKS for name in one.boxes}
    assert proposed(BLOCKS, "work", boxes) == tuple(map(as_it_was, BLOCKS))
    assert set(boxes) == {
        *("heading-work", "text-audits", "heading-teams", "text-teams", "heading-learning"),
        *("heading-themes", "text-themes"),
    }


def test_a_changed_text_is_tidied_and_lines_only_broken_elsewhere_are_no_change():
    one = by_key(made(text_audits="•  one\r\n•  two"))["audits"]
    assert one.text == "* one\n* two"
    assert replace(one, text="") == replace(as_it_was(BLOCKS[1]), text="")
    assert made(text_themes="First.\n\n\nSecond.  ") == made()


def test_a_heading_and_a_run_in_heading_are_written_anew():
    rows = by_key(made(heading_work="What we did", heading_themes="What came up"))
    assert rows["work"].heading == "What we did"
    assert (rows["themes"].heading, rows["themes"].text) == ("What came up", "First.\n\nSecond.")


def test_a_table_keeps_how_its_columns_are_set_unless_it_has_another():
    typed = "| Team | Files |\n| North | 5 |\n| South | 7 |\n| West | 1 |"
    one = by_key(made(text_teams=typed, heading_teams="Files by team"))["teams"]
    assert one.data["caption"] == "Files by team"
    assert one.data["cells"]["columns"] == [{"label": "Team"}, {"label": "Files", "numeric": True}]
    assert one.data["cells"]["rows"][2] == ["West", "1"]
    one = by_key(made(text_teams="| Team | Area | Files |\n| North | York | 5 |"))["teams"]
    labels = [column["label"] for column in one.data["cells"]["columns"]]
    assert labels == ["Team", "Area", "Files"]


def test_what_is_left_out_goes_what_stood_in_it_stays_and_the_section_itself_does():
    assert outline(made(out_audits="on")) == [one for one in AS_ASKED if one[0] != "audits"]
    assert outline(made(out_learning="on")) == [
        *AS_ASKED[:3],
        ("themes", "work"),
        ("children", "work"),
    ]
    assert "audits" not in by_key(made(text_audits="  \n"))
    assert "children" in by_key(made(text_children=""))
    assert outline(made(out_work="on", place_work="9")) == AS_ASKED


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ({"place_children": "1"}, ["children", "audits", "teams", "learning", "themes"]),
        ({"place_audits": "4"}, ["teams", "learning", "themes", "children", "audits"]),
        ({"place_audits": "2"}, ["teams", "audits", "learning", "themes", "children"]),
        ({"place_teams": "1"}, ["teams", "audits", "learning", "themes", "children"]),
        ({"place_audits": "not a number"}, ["audits", "teams", "learning", "themes", "children"]),
        (
            {"place_children": "1", "place_learning": "2"},
            ["children", "learning", "themes", "audits", "teams"],
        ),
    ],
)
def test_a_block_stands_at_the_place_that_it_is_given(words, order):
    assert [one.key for one in made(**words)][1:] == order


def test_new_paragraphs_stand_behind_their_block_or_in_their_heading():
    rows = made(
        begin="Before all.", after_audits="One.\n\nTwo:\n\n* a point", after_learning="In it."
    )
    assert outline(rows) == [
        ("work", ""),
        ("new.1", "work"),
        ("audits", "work"),
        ("new.2", "work"),
        ("new.3", "work"),
        ("teams", "work"),
        ("learning", "work"),
        ("new.4", "learning"),
        ("themes", "learning"),
        ("children", "work"),
    ]
    texts = [one.text for one in rows if one.is_new]
    assert texts == ["Before all.", "One.", "Two:\n\n* a point", "In it."]


def test_what_follows_a_new_heading_stands_in_it():
    typed = "# Practice\n\nOne.\n\n## Deeper\n\nTwo.\n\n# Beside\n\n| a | b |\n| 1 | 2 |"
    rows = [one for one in made(after_audits=typed) if one.is_new]
    assert [(one.kind, one.parent) for one in rows] == [
        ("section", "work"),
        ("paragraph", "new.1"),
        ("section", "new.1"),
        ("paragraph", "new.3"),
        ("section", "work"),
        ("table", "new.5"),
    ]


def test_a_part_is_written_from_its_beginning_and_keeps_what_stands_in_it():
    (one,) = proposed((), "", {"begin": "All of it."})
    assert (one.text, one.parent, one.is_new) == ("All of it.", "", True)
    rows = proposed(BLOCKS[1:2], "", {"begin": "First."})
    assert outline(rows) == [("new.1", ""), ("audits", "work")][:1]
    blocks = tuple(replace(one, parent="") for one in BLOCKS[1:3])
    rows = proposed(blocks, "", {"begin": "First.", "after-teams": "Last."})
    assert [one.key for one in rows] == ["new.1", "audits", "teams", "new.2"]


def test_a_block_says_all_of_itself_as_one_text():
    rows = by_key(made())
    assert rows["themes"].said == "Themes\nFirst.\n\nSecond."
    assert rows["teams"].said == f"Audits by team\n{in_bars(CELLS['cells'])}"
    assert rows["children"].said == "Children"


WRONG = [
    ("heading-work", "", "Write the heading"),
    ("heading-work", "x" * 301, "300 letters"),
    ("heading-teams", "", "Write the heading"),
    ("text-teams", "No table at all.", "a bar between cells"),
    ("text-teams", "", "a bar between cells"),
    ("text-audits", "Managers audited [[audits.done files.", "never closed"),
    ("text-audits", "a\n" + "x" * 100_001, "letters"),
    ("after-audits", "# " + "x" * 301, "300 letters"),
    ("begin", "It is **bold.", "Bold is opened"),
]


@swept(WRONG, named=lambda case: f"{case[0]}: {case[2]}")
def test_what_cannot_be_kept_is_told_at_its_box(box, typed, words):
    found = faults(BLOCKS, {box: typed})
    assert list(found) == [box], found
    assert words in found[box][0], found


def test_what_can_be_kept_has_no_fault():
    words = {"heading-themes": "", "text-audits": "Well.", "begin": "", "after-audits": "* a\n* b"}
    assert faults(BLOCKS, words) == {}
    assert faults((RequestedBlock("a", "chart", "", "", "", {}),), {"text-a": "["}) == {}
