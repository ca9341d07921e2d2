"""Two wordings of one text put together where their changes do not touch."""

from hypothesis import given
from hypothesis import strategies as st

from reports.papers.rules.merge import merged, merged_fields, pieces
from tests.sweeping import swept

BASE = "One is so. Two is so. Three is so."
SENTENCES = st.lists(
    st.sampled_from(
        ["One is so.", " ", "Two [[dbs.overdue]]!", "\n", "\n\n", "* an item", "“So.” "]
    )
).map("".join)


@swept(
    [
        (
            "One was so. Two is so. Three is so.",
            "One is so. Two is so. Three was so.",
            "One was so. Two is so. Three was so.",
        ),
        (
            "One was so. Two is so. Three is so.",
            "One is so. Two was so. Three is so.",
            "One was so. Two was so. Three is so.",
        ),
        (f"{BASE} Four.", f"Nought. {BASE}", f"Nought. {BASE} Four."),
        ("One is so. Three is so.", "One is so. Two is so. Three!", "One is so. Three!"),
        (f"{BASE} Four.", f"{BASE} Four.", f"{BASE} Four."),
        (f"{BASE} Four.", f"{BASE} Five.", None),
        ("One was so. Two is so. Three is so.", "One is not so. Two is so. Three is so.", None),
        (BASE, "Else.", "Else."),
        ("Else.", BASE, "Else."),
    ]
)
def test_changes_of_different_sentences_stand_together_and_others_are_left_to_people(
    mine, theirs, both
):
    assert merged(BASE, mine, theirs) == both
    assert merged(BASE, theirs, mine) == both


def test_lines_of_a_list_or_table_are_merged_line_by_line():
    base = "a | b\nc | d\ne | f"
    assert merged(base, "a | b\nc | x\ne | f", f"{base}\ng | h") == "a | b\nc | x\ne | f\ng | h"


@given(SENTENCES)
def test_a_wording_can_be_read_back_from_its_pieces(text):
    assert "".join(pieces(text)) == text


@given(SENTENCES, SENTENCES, SENTENCES)
def test_who_saves_first_makes_no_difference_and_no_new_word_is_lost(base, mine, theirs):
    both = merged(base, mine, theirs)
    assert both == merged(base, theirs, mine)
    if both is not None:
        new = {one for said in (mine, theirs) for one in pieces(said)} - set(pieces(base))
        assert new <= set(pieces(both))


def test_fields_are_merged_each_by_itself_or_not_at_all():
    base = {"heading": "H", "text": BASE, "total_row": False}
    mine = {**base, "total_row": True}
    theirs = {**base, "heading": "New"}
    assert merged_fields(base, mine, theirs) == {**base, "heading": "New", "total_row": True}
    assert merged_fields(base, theirs, mine) == {**base, "heading": "New", "total_row": True}
    assert merged_fields(base, theirs, {**base, "heading": "Other"}) is None
    assert merged_fields({**base, "text": None}, mine, {**theirs, "text": "x"}) is None


def test_nothing_is_offered_where_one_wording_holds_the_other():
    base = {"text": BASE}
    assert merged_fields(base, base, {"text": "Else."}) is None
    assert merged_fields(base, {"text": "Else."}, {"text": "Else."}) is None


def test_what_is_too_long_to_be_compared_is_left_to_people():
    base = "a\nb\n" * 20_000
    assert merged(base, "b\na\n" * 20_000, f"{base}c") is None
