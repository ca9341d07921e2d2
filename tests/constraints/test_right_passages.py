"""Right passages full of numbers, in styles of partners and panels, raise nothing above advice."""

import random
import re
from pathlib import Path

import pytest

from tests.constraints.draws import DRAWS, severities

TEXT = (Path(__file__).parent / "right_passages.txt").read_text()
PASSAGES = dict(re.findall(r"^=== (.+)\n((?:(?!===).*\n)+)", TEXT, re.M))


@pytest.mark.parametrize("name", PASSAGES)
def test_a_right_passage_raises_nothing_above_advice(name):
    assert severities(PASSAGES[name]) == {}


def test_there_are_twelve_with_many_numbers():
    assert len(PASSAGES) == 12
    assert all(len(re.findall(r"\d+", text)) > 12 for text in PASSAGES.values())


# Numbers that look like parts, sums and aims, and are none.
ALIKE = [
    "There were {first} carers in April. {came} were approved and {went} left, giving {last}.",
    "The roll was {first}. After {came} pupils joined and {went} left, making {last}, we split it.",
    "Of {whole} cases, {some} had plans. {came} had notes, but only {went} of those were signed.",
    "We read {whole} files. Visits were logged in {came}, although {went} of those were late.",
    "We approved {came} homes, {short} short of the target of {aim}.",
    "With {came} homes approved, we are {short} below the target of {aim}, as {went} withdrew.",
]


@pytest.mark.parametrize("words", ALIKE)
def test_what_only_looks_like_a_sum_or_an_aim_is_left_in_peace(words):
    rng = random.Random(words)
    for _draw in range(DRAWS):
        first, came, went = rng.randint(140, 290), rng.randint(61, 98), rng.randint(21, 58)
        short = rng.randint(11, 19)
        values = {"first": first, "came": came, "went": went, "last": first + came - went}
        values |= {"some": came + rng.randint(1, 20), "whole": came + rng.randint(21, 40)}
        text = words.format(**values, short=short, aim=came + short)
        assert severities(text) == {}, text


def test_what_comes_of_a_flow_is_still_reckoned():
    text = "There were 178 carers on 1 April. {} were approved and 26 left, giving 183 on 31 March."
    assert severities(text.format(31)) == {}
    assert severities(text.format(41))
