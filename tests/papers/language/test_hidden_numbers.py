"""A number that is not shown reads as English, whatever stands around it."""

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
