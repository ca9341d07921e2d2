"""A number that is not shown reads as English, whatever stands around it."""

import re
from itertools import product

import pytest

from reports.papers.wording.hidden_numbers import hidden_words


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("there were _ children here", "there were a number of children, not shown, here"),
        ("there were _ children.", "there were a number of children, not shown."),
        ("_ children were adopted", "A number of children, not shown, were adopted"),
        ("Of 40, _ were overdue", "Of 40, a number, not shown, were overdue"),
        ("Of 40, _ of them were", "Of 40, a number of them, not shown, were"),
        ("carers (_ people)", "carers (a number of people, not shown)"),
        ("carers (_)", "carers (a number, not shown)"),
        ("the _ children who left", "the children, whose number is not shown, who left"),
        ("_ members of staff had none", "A number of members of staff, not shown, had none"),
        (
            "with _ foster carers and 9 teams",
            "with a number of foster carers, not shown, and 9 teams",
        ),
        ("_ looked after children", "A number of looked after children, not shown"),
        ("fell by _", "fell by a number, not shown"),
        ("a list: _; 9", "a list: a number, not shown; 9"),
        ("There was _ child in care", "There was a number of children, not shown, in care"),
        ("_ child was adopted", "A number of children, not shown, were adopted"),
        ("_ child’s plan was late", "A number of children’s plans, not shown, were late"),
        ("_ parent’s view is held", "A number of parents’ views, not shown, are held"),
        ("_ member of staff has left", "A number of members of staff, not shown, have left"),
        ("_ was late", "A number, not shown, were late"),
        ("Of 40, _ was a boy.", "Of 40, a number, not shown, were boys."),
        ("_ child is a care leaver", "A number of children, not shown, are care leavers"),
        ("only _ children left", "only a number of children, not shown, left"),
        ("a further _ children left", "a further number of children, not shown, left"),
        ("some _ children left", "some children, whose number is not shown, left"),
        ("the remaining _ left", "the remaining number, not shown, left"),
        ("those _ were late", "those whose number is not shown, were late"),
        ("about _ children", "about a number of children, not shown"),
        ("a total of _ children left", "a total of children, whose number is not shown, left"),
        ("the number of children was _.", "the number of children was not shown."),
        ("_ more children came", "More children, whose number is not shown, came"),
        ("in _ cases it was late", "in a number of cases, not shown, it was late"),
        ("_ social workers left", "A number of social workers, not shown, left"),
        ("_ left their families", "A number, not shown, left their families"),
        ("_ children and young people", "A number of children and young people, not shown"),
    ],
)
def test_a_hidden_number_and_its_noun_make_a_clause(sentence, printed):
    before, _, after = sentence.partition("_")
    text, taken = hidden_words("number", before, after, not before)
    assert f"{before}{text}{after[taken:]}" == printed


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("percent", "a share, not shown, of children"),
        ("bound 90", "a share, not shown, of children"),
        ("money k", "an amount, not shown, of children"),
        ("change", "a change, not shown, of children"),
        ("words", "a number of children, not shown"),
        ("direction", "changed (how is not shown) of children"),
    ],
)
def test_a_share_or_a_change_is_not_called_a_number(form, printed):
    after = " children" if form == "words" else " of children"
    text, taken = hidden_words(form, "It was ", after, False)
    assert f"{text}{after[taken:]}" == printed


@pytest.mark.parametrize(
    ("form", "sentence", "printed"),
    [
        ("percent", "a _ rise in May", "a rise, not shown, in May"),
        ("percent", "an _ rise", "an unstated rise, not shown"),
        ("percent", "the _ share", "the share, not shown"),
        ("percent", "about _ of audits", "about a share, not shown, of audits"),
        ("money", "the _ for each", "the amount, not shown, for each"),
        ("money", "cost _ a year", "cost an amount, not shown, a year"),
        ("change", "_ in May", "A change, not shown, in May"),
    ],
)
def test_a_hidden_share_takes_the_article_before_it(form, sentence, printed):
    assert said(form, sentence) == printed


def said(form, sentence):
    """A sentence with its number in `form` left out."""
    before, _, after = sentence.partition("_")
    text, taken = hidden_words(form, before, after, not before)
    return f"{before}{text}{after[taken:]}"


BEFORE = (
    *(
        "",
        "There were ",
        "there was ",
        "Only ",
        "a further ",
        "another ",
        "the ",
        "the other ",
        "in ",
    ),
    *("of whom ", "these ", "some ", "about ", "at least ", "a total of ", "Of 40, ", "from ", "("),
)
BEHIND = (
    *("", ".", ")", " were late", " was late", " of them were late", " of 40", " and 9", "; 9"),
    *(f" {noun}{end}" for noun in ("child", "children", "member of staff", "social workers",
                                   "cases", "more boys", "families", "children’s plans")
      for end in ("", " were late", " in May", ", and 9 others", " who left")),
)  # fmt: skip
NO_ENGLISH = re.compile(
    r"\b(?:an? (?:an?|the)|(?:some|the|these|other|further|another) an?|"
    r"number of (?:child|member|of)|number, not shown, (?:child|member|social|cases|more|famil)\w*|"
    r"(?:another|a further) \w+ren"
    r"|were a number that|those number|these number)\b|,,|, ,|  |,[.);]",
    re.I,
)


@pytest.mark.parametrize("form", ["number", "percent", "bound 90", "money k", "change"])
def test_a_hidden_number_is_english_wherever_it_stands(form):
    nouns = BEHIND if form == "number" else BEHIND[:9]
    wrong = [
        printed
        for before, behind in product(BEFORE, nouns)
        if NO_ENGLISH.search(printed := said(form, f"{before}_{behind}"))
    ]
    assert wrong == []
