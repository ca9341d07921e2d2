"""What may be entered of an answer, tried over every joining of the values that matter and judged a
second time in plain questions; how a per cent is typed, rounded and said."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assurance.surveys.rules import answers as rules
from assurance.surveys.rules.answers import SourcePerCent
from tests.cases import random_cases
from tests.surveys.plain import counted, only_stated
from tests.sweeping import swept

BOTH = "Enter the counts or a per cent, not both: the per cent is worked out"
NEITHER = "Enter how many answered yes, or the per cent that a source states"
NO_BASE = "Enter how many answered it"
NOBODY = "If no one answered, leave the question empty"
TOO_MANY_YES = "More answered yes than answered at all: check both"
TOO_FEW_ASKED = "More answered than were asked: check both"
OUTSIDE = "A per cent lies between 0 and 100"
BARE_BOUND = "“Over” or “under” goes with a per cent: enter it, or leave this empty"
NO_SOURCE = "Enter the source of the per cent"
NOT_KNOWN = "Where the base is not known, no one can know whether a change is more than noise."
VALUES = {
    "n_yes": (None, 0, 3, 4),
    "n_answered": (None, 0, 1, 3),
    "n_asked": (None, 2, 3, 9),
    "per_cent": (None, Decimal(0), Decimal(100), Decimal("100.1")),
    "bound": ("", "over"),
    "source": ("", " ", "The report"),
}


def judged(n_yes, n_answered, n_asked, per_cent, bound, source):
    """(field, sentence) of everything wrong with an answer, one question after the other."""
    wrong = []
    if n_yes is not None and per_cent is not None:
        wrong.append(("per_cent", BOTH))
    if n_yes is None and per_cent is None:
        wrong.append(("n_yes", NEITHER))
    if n_yes is not None and n_answered is None:
        wrong.append(("n_answered", NO_BASE))
    if n_answered == 0:
        wrong.append(("n_answered", NOBODY))
    elif n_answered is not None and n_yes is not None and n_yes > n_answered:
        wrong.append(("n_answered", TOO_MANY_YES))
    if n_asked is not None and n_answered is not None and n_answered > n_asked:
        wrong.append(("n_asked", TOO_FEW_ASKED))
    if per_cent is not None and per_cent > 100:
        wrong.append(("per_cent", OUTSIDE))
    if bound and per_cent is None:
        wrong.append(("bound", BARE_BOUND))
    if per_cent is not None and source.strip() == "":
        wrong.append(("source", NO_SOURCE))
    return wrong


def test_every_joining_of_values_is_judged_as_a_second_judge_does():
    fits = 0
    for values in product(*VALUES.values()):
        said = dict(zip(VALUES, values, strict=True))
        told = rules.faults(said)
        assert told == judged(**said), said
        fits += not told
    # Thirty that are counted and forty-four that are stated, by hand.
    assert fits == 30 + 44


@swept(
    [
        ({}, True),
        ({"source": "The report"}, True),
        ({"n_yes": 0}, False),
        ({"n_answered": 5}, False),
        ({"n_asked": 5}, False),
        ({"per_cent": Decimal(0)}, False),
        ({"bound": "over"}, False),
    ]
)
def test_a_question_is_left_alone_only_where_no_number_and_no_bound_is_given(said, is_empty):
    nothing = {**dict.fromkeys(rules.WEIGHED), "bound": "", "source": ""}
    assert rules.is_empty({**nothing, **said}) is is_empty


@swept(
    product(
        (
            *((words, "over") for words in ("over", "more than", "above", ">")),
            *((words, "under") for words in ("under", "less than", "fewer than", "below", "<")),
            ("", ""),
        ),
        ("", "%", " %", " per cent", " percent"),
    )
)
def test_a_bound_is_read_in_every_word_for_it_before_every_ending(bound, end):
    words, meant = bound
    for number in ("0", "54", "54.5", "100"):
        for typed in (f"{words} {number}{end}", f"  {words.upper()}  {number}{end} "):
            assert rules.stated(typed) == SourcePerCent(Decimal(number), meant), typed


@swept(
    [
        ("100.1", OUTSIDE),
        ("over 101%", OUTSIDE),
        ("999", OUTSIDE),
        ("54.", rules.UNREADABLE),
        (".5", rules.UNREADABLE),
        ("54,5", rules.UNREADABLE),
        ("at most 54", rules.UNREADABLE),
        ("54 over", rules.UNREADABLE),
        ("over", rules.UNREADABLE),
        ("%", rules.UNREADABLE),
        ("over over 54", rules.UNREADABLE),
        ("54 of 57", rules.UNREADABLE),
        *(
            (typed, rules.UNREADABLE)
            for typed in ("most", "54.55", "-5", "5 4", "54%%", "", "1000")
        ),
    ]
)
def test_what_is_no_per_cent_says_whether_it_cannot_be_read_or_cannot_be(typed, sentence):
    with pytest.raises(ValueError) as wrong:
        rules.stated(typed)
    assert str(wrong.value) == sentence


@random_cases(15)
@given(some.integers(0, 1000), some.sampled_from(["", "over", "under"]))
def test_what_is_said_of_a_stated_per_cent_is_read_back_as_it_was(tenths, bound):
    held = SourcePerCent(Decimal(tenths) / 10, bound)
    assert rules.stated(str(held)) == held
    assert str(held).endswith("%") and not str(held).endswith(".0%")


@swept(
    [
        (1, 200, 1),
        (1, 201, 0),
        (99, 200, 50),
        (199, 200, 100),
        (198, 199, 99),
        (2, 3, 67),
        (1, 3, 33),
        (0, 7, 0),
        (7, 7, 100),
        (5, 1000, 1),
        (4, 1000, 0),
    ]
)
def test_a_share_is_rounded_to_the_nearest_whole_a_half_going_up(yes, answered, per_cent):
    answer = counted("w", yes, answered)
    assert rules.whole(rules.share(answer)) == per_cent
    assert rules.say_share(answer) == f"{per_cent}%"
    assert rules.answer_text(answer) == f"{yes} of {answered:,}, {per_cent}%"


@swept(
    [
        ([], ""),
        ([100], ""),
        ([100, 5000], ""),
        ([99], "Where a base is under 100, a change of a few points is noise."),
        ([5000, 99, None], "Where a base is under 100, a change of a few points is noise."),
        ([None, 100], NOT_KNOWN),
        ([None], NOT_KNOWN),
    ],
)  # fmt: skip
def test_the_word_about_bases_turns_on_a_hundred_and_on_what_is_not_known(bases, words):
    series = [counted("w", 1, one) if one else only_stated("w", 54) for one in bases]
    assert rules.remark(series) == words


@swept([
        ([], None),
        (["One?"], None),
        (["x" * 300], None),
        (["One?", "x" * 301], "Question 2 must have 300 characters or fewer"),
        (["One?", "Two", "ONE ."], None),
        (["One?", "Two", "ONE!"], "Question 3 has the same text as question 1"),
        (["One", "Two?", "two", "one"], "Question 3 has the same text as question 2"),
        ([f"Question {at}" for at in range(60)], None),
        ([f"Question {at}" for at in range(61)], (
            "Enter 60 questions or fewer at once: these are 61")),
    ])  # fmt: skip
def test_questions_are_refused_by_their_numbers(lines, sentence):
    assert rules.why_not_lines(lines) == sentence


@swept(
    [
        ("u-matter", False, None),
        ("u-matter", True, "This survey is kept already: give this one another title"),
        ("", False, "It needs letters or numbers: they name the survey"),
        ("", True, "It needs letters or numbers: they name the survey"),
    ]
)
def test_a_title_names_one_survey(slug, taken, sentence):
    assert rules.why_not_name("survey", slug, taken) == sentence


@swept(
    [
        (counted("w", 42, 57), "42 of 57, 74%"),
        (counted("w", 42, 56), "42 of 56, 75%"),
        (counted("w", 44, 57), "44 of 57, 77%"),
        (counted("w", 1, 200), "1 of 200, 1%"),
        (counted("w", 0, 9), "0 of 9, 0%"),
        (counted("w", 1200, 1300), "1,200 of 1,300, 92%"),
        (only_stated("w", 54), "54%, base not known"),
        (only_stated("w", "54.0"), "54%, base not known"),
        (only_stated("w", "54.5"), "54.5%, base not known"),
        (only_stated("w", 100), "100%, base not known"),
        (only_stated("w", 0), "0%, base not known"),
        (only_stated("w", 54, n_answered=57), "54% of 57"),
        (only_stated("w", 90, bound="over"), "over 90%, base not known"),
    ]
)
def test_a_per_cent_never_stands_without_its_base(answer, words):
    assert rules.answer_text(answer) == words
