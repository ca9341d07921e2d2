"""What is found in a paper's words alone is found once, and anew as soon as anything that it
follows from has changed."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from reports.checks.context import EarlierFigure
from reports.checks.rule import Rule, Severity, fault
from reports.verdicts.registry import RULES, rule_called
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, found, reading
from tests.checks.examples import EXAMPLES
from tests.sweeping import swept

WORDS = "In 2016 there were 20 audits.\n\nThe board met met on 3 May 2016."
LAST_TIME = EarlierFigure("audits.done", "", "", "", "", "18", 18, None, "July 2015")
OF_PAPER_ALONE = [rule for rule in RULES if rule.of_paper_alone]
CASES = [
    (f"{rule.key}-{place}", rule, example)
    for rule in OF_PAPER_ALONE
    for place, example in enumerate(EXAMPLES[rule.key], 1)
]


@pytest.fixture
def turns():
    """What is added each time that a rule of `asked` is run."""
    return []


def counting(turns, asks_more=False):
    """A rule that notes each of its turns and finds something in every line; it `asks_more` than
    the paper where it is to."""

    def of_paper(read, _known):
        turns.append(read)
        return (fault(line, 0, f"Line of {len(line.text)} letters.") for line in read.prose())

    def of_more(read, known):
        return of_paper(read, known)

    check = of_more if asks_more else of_paper
    return Rule("counting", "wording", Severity.ADVICE, "Each line is counted.", check)


@swept(CASES, named=lambda case: case[0])
def test_a_rule_of_the_paper_alone_asks_nothing_else(_name, rule, example):
    known = replace(KNOWN, **example.known)
    nothing = SimpleNamespace(told=known.told, full_weight=known.full_weight)
    wrong, again = (reading(example.wrong, **example.said) for _ in range(2))
    assert [*rule.check(wrong, nothing)] == [*rule.check(again, known)]


def test_some_rules_are_of_the_paper_alone_and_some_ask_more():
    assert 50 < len(OF_PAPER_ALONE) < len(RULES)
    assert rule_called("doubled-word").of_paper_alone
    assert not rule_called("house-word").of_paper_alone


def test_what_was_found_is_found_again_without_another_turn(turns):
    rule = counting(turns)
    first = check(reading(WORDS), KNOWN, [rule])
    assert check(reading(WORDS), replace(KNOWN, least_base=7), [rule]) == first != ()
    assert len(turns) == 1


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"title": "Another title"}, {}),
        ({"paper_date": date(2016, 2, 1)}, {}),
        ({"names": {"position": (date(2016, 1, 1), date(2016, 1, 1))}}, {}),
        ({}, {"told": (LAST_TIME,)}),
    ],
    ids=["title", "date", "named date", "earlier report"],
)
def test_it_is_found_anew_once_something_changes_that_it_follows_from(turns, said, known):
    rule, drawn = counting(turns), reading(WORDS)
    check(drawn, KNOWN, [rule])
    check(replace(drawn, **said), replace(KNOWN, **known), [rule])
    check(reading(f"{WORDS} It is new."), KNOWN, [rule])
    assert len(turns) == 3


def test_a_rule_that_asks_more_has_its_turn_each_time(turns):
    rule = counting(turns, asks_more=True)
    for _ in range(2):
        check(reading(WORDS), KNOWN, [rule])
    assert len(turns) == 2


def test_two_rules_of_one_key_keep_their_own(turns):
    others = []
    for rule in (counting(turns), counting(others)):
        check(reading(WORDS), KNOWN, [rule])
    assert len(turns) == len(others) == 1


@swept(list(EXAMPLES))
def test_all_rules_find_the_same_a_second_time(key):
    for example in EXAMPLES[key][:1]:
        known = replace(KNOWN, **example.known)
        assert found(example.wrong, known=known, **example.said) == found(
            example.wrong, known=known, **example.said
        )
