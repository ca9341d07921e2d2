"""Constraints over quantities, against sums that are reckoned here from the numbers drawn."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from reports.checks.text_reading import read_text
from reports.quantities import passages
from reports.quantities.grammar import phrases
from reports.quantities.model import Denial, Sure, constraint
from reports.verdicts.registry import RULES
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, found, reading

NUMBERS = ("numbers", "quantities")
OF_NUMBERS = tuple(
    rule for rule in RULES if rule.family in NUMBERS or rule.key == "outside-calendar"
)
DIVIDED = (
    "We closed {whole} cases.\n\nSome {a} were closed at once. The other {b} took longer.",
    "There were {whole} cases. Of these, {a} were closed at once, {b} took longer.",
    "On 1 May 2015 there were {whole} cases, of which {a} were new and {b} old.",
    "{whole} cases were brought. {a} were closed at once; the remaining {b} took longer.",
    "{a} of the {whole} cases were closed at once; {b} were not.",
)
SHARED = (
    "We asked {whole} carers. They live in the county.\n\nOf the carers, {a} ({share}%) came.",
    "{whole} carers were asked.\n\nAnswers came from {share}% of carers ({a}).",
    "We asked {whole} carers in May 2015.\n\n{a} of the carers, or {share}%, came.",
)
TABLE = "# Visits\n\nTable: Visits\n| Area | Visits |\n| North | {a} |\n| South | {b} |\n\n"


def keys(text):
    """The rules of numbers that find something in `text`, advice left out."""
    rows = check(reading(text), KNOWN, OF_NUMBERS)
    return {row.rule.key for row in rows if row.severity != "advice"}


def noted(text):
    """The rules of numbers that find something in `text`, advice with them."""
    return {row.rule.key for row in check(reading(text), KNOWN, OF_NUMBERS)}


def drawn(times=8):
    """Two parts of a whole, drawn by a fixed seed, none of them a few people."""
    chance = random.Random(23)
    return [(chance.randint(40, 400), chance.randint(40, 400)) for _ in range(times)]


@pytest.mark.parametrize("text", DIVIDED)
def test_parts_come_to_their_whole_or_are_found(text):
    for a, b in drawn():
        assert keys(text.format(whole=a + b, a=a, b=b)) == set(), (a, b)
        for wrong in (b + 10, b - 10):
            assert keys(text.format(whole=a + b, a=a, b=wrong)), (a, wrong)


@pytest.mark.parametrize("text", SHARED)
def test_a_share_is_that_of_the_base_before_it(text):
    for a, b in drawn():
        share = Fraction(100 * a, a + b)
        right = int(share + Fraction(1, 2))
        assert keys(text.format(whole=a + b, a=a, share=right)) == set(), (a, b)
        wrong = right + 8 if right < 90 else right - 8
        assert noted(text.format(whole=a + b, a=a, share=wrong)), (a, b, wrong)


def test_what_is_said_of_a_row_is_its_cell():
    for a, b in drawn():
        table = TABLE.format(a=a, b=b)
        assert keys(f"{table}The north had {a} visits and the south {b}.") == set()
        if a + 7 not in (b, a + b):
            assert noted(f"{table}The north had {a + 7} visits and the south {b}."), (a, b)
        assert keys(f"{table}The two areas had {a + b} visits altogether.") == set()


def test_an_average_is_a_total_over_its_number():
    for many in range(4, 20):
        for each in range(6, 20):
            text = "The {many} workers hold {all} cases, an average of {each}."
            assert keys(text.format(many=many, all=many * each, each=each)) == set()
            assert keys(text.format(many=many, all=many * each, each=each + 2)) == {"mean-denied"}


def test_better_is_more_of_what_is_good_and_less_of_what_is_not():
    good = "Visits on time {word}: {a}% were on time in 2013 and {b}% in 2014."
    bad = "The number of late visits {word}, from {a} in 2013 to {b} in 2014."
    for a, b in ((82, 88), (60, 75)):
        assert "direction-denied" not in keys(good.format(word="improved", a=a, b=b))
        assert "direction-denied" in keys(good.format(word="improved", a=b, b=a))
        assert keys(bad.format(word="improved", a=b, b=a)) == set()
        assert keys(bad.format(word="improved", a=a, b=b)) == {"direction-denied"}


def test_what_is_guessed_is_advice_what_is_joined_warns_and_what_is_read_is_an_error():
    assert list(Sure) == [Sure.GUESSED, Sure.JOINED, Sure.READ, Sure.KNOWN]
    joined = found(
        "We closed 60 cases and 12 plans. Forty-one were closed in May. The other 29 took longer."
    )
    read = found("All 14 of our 16 drivers are trained.")
    weights = {row.rule.key: str(row.severity) for row in (*joined, *read)}
    assert weights["parts-of-whole"] == "warning"
    assert weights["claim-unlike-number"] == "error"

    @constraint("guessed", "no source")
    def guesses(read):
        """Each line is guessed at."""
        return (Denial(line, 0, "Perhaps.", "", Sure.GUESSED) for line in read.lines)

    rows = check(reading("Words."), KNOWN, (guesses,))
    assert {str(row.severity) for row in rows} == {"advice"}


@pytest.mark.parametrize("wrong", [83, 94])
def test_what_no_mistyped_number_explains_is_advice_and_what_one_does_is_more(wrong):
    text = "We asked 240 carers. They live in the city.\n\nOf them {} replied ({}%)."
    assert keys(text.format(180, 75)) == set()
    assert "percent-of-count" in keys(text.format(180, 57))
    far = text.format(180, wrong)
    assert keys(far) == set()
    assert "percent-of-count" in noted(far)


def test_advice_keeps_no_surer_finding_from_being_told():
    line = reading("Words.").lines[-1]

    def at(weight):
        def find(_read):
            """Each line is read."""
            return [Denial(line, 0, str(weight), "", weight)]

        return replace(constraint(f"weighs-{weight}", "")(find), family="quantities")

    rows = check(reading("Words."), KNOWN, [*map(at, (Sure.GUESSED, Sure.JOINED, Sure.READ))])
    assert [str(row.severity) for row in rows] == ["warning"]


def test_a_fault_that_a_rule_of_phrases_found_is_told_once():
    rows = found("Of the 60 cases, 41 were closed in May and the other 29 were not.")
    sentences = [row.fault.sentence for row in rows if row.rule.family in NUMBERS]
    assert len(sentences) == len(set(sentences)) == 1


def test_one_changed_paragraph_is_read_again_and_no_other(monkeypatch):
    looked = []
    paper = "\n\n".join(f"In area {place} there were {place + 40} visits." for place in range(30))
    check(reading(paper), KNOWN)
    with monkeypatch.context() as patch:
        patch.setattr(passages, "phrases", lambda item: looked.append(item) or phrases(item))
        before = read_text.cache_info().misses
        check(reading(paper.replace("were 52 visits", "were 53 visits")), KNOWN)
    assert (read_text.cache_info().misses - before, len(looked)) == (1, 1)
