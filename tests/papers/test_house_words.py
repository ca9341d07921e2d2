"""House words as lines of text, and what a paper says in place of which word."""

import pytest

from reports.papers.rules import house_words as rules
from reports.papers.rules.house_words import (
    EVERYWHERE,
    MORE,
    NEW,
    SAME,
    TEXT,
    PreferredWording,
    Wording,
    is_initials,
    joined,
    line_of,
    planned,
    plural_of,
    preferred,
    read_lines,
    usual_lines,
    why_not,
    words_in,
)
from tests.sweeping import swept

CHILD = Wording("looked-after child", ("LAC", "looked after child"), "looked-after children")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        (" , ;\n", ()),
        ("service user", ("service user",)),
        ("service  user, client;\n“case”.", ("service user", "client", "case")),
        ("Client\nclient", ("client",)),
        ("clients’, ward's", ("clients", "ward's")),
    ],
)
def test_words_are_listed_by_commas_semicolons_and_lines_each_once(text, words):
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("line", "wording"),
    [
        ("adviser | advisor", Wording("adviser", ("advisor",))),
        (" looked-after child/looked-after children|LAC , looked after child ", CHILD),
        (
            "home | placement, unit | Children ask for it | in running text alone",
            Wording("home", ("placement", "unit"), "", "Children ask for it", TEXT),
        ),
        ("home | placement || text", Wording("home", ("placement",), holds=TEXT)),
        (
            "home/homes | placement, unit | Ask | text",
            Wording("home", ("placement", "unit"), "homes", "Ask", TEXT),
        ),
        ("home | placement | because | EVERYWHERE", Wording("home", ("placement",), "", "because")),
    ],
)
def test_a_line_says_one_house_word_and_is_written_again_as_it_was(line, wording):
    assert read_lines(f"\n{line}\n") == read_lines(line_of(wording)) == ((wording,), "")


@swept(
    [
        ("adviser", "Line 1: put a | between"),
        ("a | b\n\nc | d | e | f | g", "Line 3: there are more than four parts"),
        (
            "a | b | c | somewhere",
            "Line 1: where it applies is “Everywhere” or “In running text alone”",
        ),
        (" | advisor", "Line 1: enter the word to use"),
        ("adviser | ,", "Line 1: enter at least one word"),
        ("adviser | Adviser", "Line 1: “adviser” is the word to use: it cannot"),
        ("adviser | [insert]", "Line 1: a word cannot have | or a square"),
        ("adviser | 12", "Line 1: “12” has no letter"),
        ("x" * 81 + " | y", "must have 80 letters or fewer"),
        ("x | y | " + "z" * 301, "Line 1: the reason must have 300 letters"),
        (
            "x | " + ", ".join(f"y{n}" for n in range(31)),
            "Line 1: enter 30 words to avoid, or fewer",
        ),
        ("x | y\n" * 301, "There are 301 lines, and 300 are the most at once"),
    ]
)
def test_a_line_that_is_no_house_word_is_told_by_its_number(text, sentence):
    words, told = read_lines(text)
    assert words == () and sentence in told


def test_the_field_that_is_wrong_is_named():
    assert why_not(CHILD) == ("", "")
    assert why_not(Wording("", ("x",)))[0] == "say"
    assert why_not(Wording("x", ()))[0] == "refused"
    assert why_not(Wording("x", ("y",), "[z]"))[0] == "plural"
    assert why_not(Wording("x", ("z",), "z"))[0] == "refused"
    assert why_not(Wording("x", ("y",), reason="r" * 301))[0] == "reason"


def test_two_lines_of_one_word_are_one_house_word():
    (one,), _ = read_lines("home | unit\nHome | placement, Unit | Ask | text")
    assert one == Wording("home", ("Unit", "placement"), "", "Ask", TEXT)


def test_what_is_held_gains_what_it_lacks_and_keeps_the_rest():
    held = Wording("home", ("unit",), "homes", "Asked for", TEXT)
    assert joined(held, Wording("HOME", ("unit",))) == held
    gained = joined(held, Wording("home", ("placement",), "", "Agreed"))
    assert gained == Wording("home", ("unit", "placement"), "homes", "Agreed", TEXT)


def test_a_plan_says_what_is_new_what_gains_and_what_stays():
    held = [Wording("home", ("unit",)), CHILD]
    told = [Wording("Home", ("placement",)), CHILD, Wording("adviser", ("advisor",))]
    assert planned(held, told) == (
        (MORE, Wording("home", ("unit", "placement"))),
        (SAME, CHILD),
        (NEW, told[2]),
    )


@swept(
    [
        ("service user", "service users"),
        ("LAC", "LACs"),
        ("looked after child", "looked after children"),
        ("Person", "people"),
        ("case", "cases"),
        ("process", "processes"),
        ("branch", "branches"),
        ("agency", "agencies"),
        ("day", "days"),
    ]
)
def test_several_of_a_word_are_said_by_the_usual_rules(word, several):
    assert plural_of(word) == several


@pytest.mark.parametrize(("word", "so"), [("LAC", True), ("CiC", True), ("Lac", False)])
def test_initials_have_two_capitals_and_no_blank(word, so):
    assert is_initials(word) is so and is_initials("LAC review") is False


def test_several_of_a_word_stand_for_several_of_what_is_said():
    many, one = (
        PreferredWording(("looked-after children",)),
        PreferredWording(("looked-after child",)),
    )
    assert preferred([CHILD]) == {
        "LAC": one,
        "LACs": many,
        "looked after child": one,
        "looked after children": many,
    }


def test_a_plural_that_is_listed_beside_its_word_is_not_taken_for_a_word_of_its_own():
    listed = Wording("person who uses services", ("Service user", "service users"), "people")
    says = {word: one.says for word, one in preferred([listed]).items()}
    assert says == {"service user": ("person who uses services",), "service users": ("people",)}


def test_a_word_of_two_house_words_may_be_either_wherever_one_of_them_holds():
    one = Wording("foster carer", ("carer",), reason="Clear", holds=TEXT)
    other = Wording("kinship carer", ("Carer",), reason="Clear", holds=EVERYWHERE)
    says = ("foster carer", "kinship carer")
    assert preferred([one, other]) == {"carer": PreferredWording(says, False, "Clear")}
    alone = Wording("kinship carer", ("carer",), reason="Other", holds=TEXT)
    assert preferred([one, alone])["carer"] == PreferredWording(says, True, "")


def test_the_usual_house_words_are_right_lines_each_with_where_it_comes_from():
    wordings, wrong = read_lines(usual_lines())
    assert wrong == "" and len(wordings) == len(rules.usual_lines().splitlines())
    assert all(one.reason for one in wordings)
