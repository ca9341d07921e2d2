from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk.differences import word_changes

WORDINGS = st.lists(st.sampled_from(["412 ", "staff ", "need\n", "  ", "<b>", "a check."])).map(
    "".join
)


def drawn(before, after):
    return (
        engines["django"]
        .from_string("{% include 'govuk/word_diff.html' %}")
        .render({"before": before, "after": after})
    )


@given(WORDINGS, WORDINGS)
def test_both_wordings_can_be_read_back_from_their_differences(before, after):
    changes = word_changes(before, after)
    assert "".join(words for kind, words in changes if kind != "new") == before
    assert "".join(words for kind, words in changes if kind != "gone") == after
    assert all(words for _, words in changes)


@given(WORDINGS)
def test_a_wording_does_not_differ_from_itself(words):
    assert {kind for kind, _ in word_changes(words, words)} <= {"same"}


def test_a_changed_number_is_shown_alone():
    assert word_changes("There were 412 staff.", "There were 415 staff.") == [
        ("same", "There were "),
        ("gone", "412 "),
        ("new", "415 "),
        ("same", "staff."),
    ]


def test_differences_are_said_as_well_as_coloured_and_escaped():
    html = drawn("<i>one</i> two", "<b>one</b> two")
    assert "Removed: " in html and "Added: " in html
    assert "<i>" not in html and "&lt;b&gt;" in html


def test_nothing_before_is_all_new():
    assert drawn(None, "All of it").count("<ins>") == 1


def test_a_change_in_a_long_wording_is_found_in_its_sentence():
    before = "All was well. " * 5000 + "One was late. " + "All was well. " * 5000
    after = before.replace("One", "None")
    said = [(kind, words) for kind, words in word_changes(before, after) if kind != "same"]
    assert said == [("gone", "One "), ("new", "None ")]


def test_what_is_too_long_to_be_compared_is_wholly_other():
    before, after = "a b " * 20_000, "b a " * 20_000
    assert word_changes(before, after) == [("gone", before), ("new", after)]
