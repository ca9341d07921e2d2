"""What a cell of a file of case audits may say."""

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.importing.lookups import OWN_TEAM
from assurance.people.models.posts import Post
from assurance.tables.table import Unreadable
from tests.sweeping import swept

METHOD = CASE_AUDITS.column("method").read


@swept(
    [
        ("Desk audit", "desk"),
        ("DESKTOP", "desk"),
        ("paper", "desk"),
        ("With the worker", "live"),
        ("Live audit", "live"),
        ("Moderated", "moderated"),
        ("moderation", "moderated"),
        ("For moderation by a second person", "moderated"),
        ("By an outside auditor", "external"),
        ("External auditor", "external"),
        (None, None),
    ]
)
def test_how_it_was_done_is_read_in_the_words_of_several_tools(cell, method):
    assert METHOD(cell) == method


@swept(
    [
        ("Own team", True),
        ("same team", True),
        ("Yes", True),
        ("y", True),
        ("Another team", False),
        ("different team", False),
        ("No", False),
        ("other", False),
        (None, None),
    ]
)
def test_whose_team_the_auditor_is_of_is_read_in_several_words(cell, own):
    assert OWN_TEAM(cell) is own


@pytest.mark.parametrize("reader", [METHOD, OWN_TEAM])
def test_words_that_nobody_uses_are_not_guessed(reader):
    with pytest.raises(Unreadable):
        reader("perhaps")


@pytest.mark.parametrize(
    ("column", "longest"), [("reference", 40), ("team", 120), ("auditor", 160)]
)
def test_a_cell_holds_what_the_register_can_hold_and_no_more(column, longest):
    read = CASE_AUDITS.column(column).read
    assert read("x" * longest) == "x" * longest
    with pytest.raises(Unreadable, match=f"{longest + 1} characters"):
        read("x" * (longest + 1))
    assert Post._meta.get_field("title").max_length == 160


@pytest.mark.parametrize("column", ["strengths", "areas_for_development", "actions"])
def test_findings_keep_their_lines_and_other_words_stand_on_one(column):
    assert CASE_AUDITS.column(column).read("First\nSecond") == "First\nSecond"
    assert CASE_AUDITS.column("auditor").read("Practice\nManager") == "Practice Manager"
