"""House words in papers: where they are asked for, and where one press may write them."""

import pytest

from reports.checks.context import CheckContext
from reports.papers.rules.house_words import PreferredWording
from tests.checks.drawn import DATED, found
from tests.sweeping import swept

SAID = {
    "LAC": PreferredWording(("looked-after children",)),
    "looked after children": PreferredWording(("looked-after children",)),
    "service users": PreferredWording(("people who use services",)),
    "bi-annual": PreferredWording(("six-monthly",)),
    "advisor": PreferredWording(("adviser",), because="It is spelt so."),
    "carer": PreferredWording(("foster carer", "kinship carer")),
    "placement": PreferredWording(("home",), text_alone=True),
    "child's plan": PreferredWording(("plan",)),
}


def asked(text, **said):
    """What the rule finds in a paper of this text."""
    known = CheckContext(today=DATED, preferred=SAID)
    return [one.fault for one in found(text, known=known, **said) if one.rule.key == "house-word"]


@swept(
    [
        ("Looked after children came.", "Looked after children", "Looked-after children"),
        ("All looked after children came.", "looked after children", "looked-after children"),
        ("We asked service  users again.", "service  users", "people who use services"),
        ("The bi-annual report is here.", "bi-annual", "six-monthly"),
        ("LAC came.", "LAC", "Looked-after children"),
        ("We met LAC here.", "LAC", "looked-after children"),
        ("An advisor came.", "advisor", "adviser"),
        ("It is in each child’s plan.", "child’s plan", "plan"),
        ("A bi-annual report came.", "bi-annual", "six-monthly"),
    ]
)
def test_one_press_writes_what_the_council_says(text, old, new):
    (one,) = asked(text)
    assert (one.about, one.mend.old, one.mend.new) == (old, old, new)


@pytest.mark.parametrize(
    "text",
    [
        "A LAC came.",
        "An LAC came.",
        "The service users’ forum met.",
        "The Looked After Children Team met.",
        "A carer came.",
        "The advisor's list is long: a bi-annual’s end.",
    ],
)
def test_where_the_words_around_it_would_go_wrong_it_is_mended_by_hand(text):
    assert [one.mend.old for one in asked(text)] in ([""], ["", ""])


@pytest.mark.parametrize(
    "text",
    [
        "Looked-after children came.",
        "They said “looked after children matter”.",
        "All children who are looked after came.",
        "The BLACK cat and the lac of a beetle.",
        "Each foster carer and kinship carer came.",
        "# A placement near home",
        "A re-placement came.",
    ],
)
def test_other_words_and_words_that_are_quoted_are_left_in_peace(text):
    assert asked(text) == []


def test_a_word_with_two_meanings_names_both_and_leaves_the_choice():
    (one,) = asked("Each carer came.")
    assert "says “foster carer” or “kinship carer”" in one.says
    assert one.mend.old == "" and "look at the words around it" in one.mend.words


def test_a_reason_stands_beside_what_is_found():
    (one,) = asked("Our advisor came.")
    assert one.says.endswith("the paper says “advisor”. It is spelt so.")


def test_a_word_for_running_text_is_asked_for_there_alone():
    text = "# Our placement list\n\nA placement ended.\n\nTable: By placement\n| a | b |\n| 1 | 2 |"
    assert [one.where for one in asked(text)] == ["para-1"]


def test_what_a_live_figure_says_is_no_words_to_mend():
    (one,) = asked("There were {{12 LAC|looked_after.total|2015-12-01}} then.")
    assert one.mend.old == ""
