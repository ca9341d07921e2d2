"""What one block is told while it is written: whatever can be known without its paper."""

from reports.checks.reading import Reading
from reports.verdicts.registry import (
    OF_A_BLOCK,
    OF_THE_WHOLE,
    RULES,
    WHOLE_FAMILIES,
    asked_of_a_block,
)
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading

ASKED = asked_of_a_block()


def keys(text):
    """The identifiers of the rules of one block that find something in `text`."""
    return {one.rule.key for one in check(reading(text), KNOWN, ASKED)}


def test_what_is_left_out_or_in_by_name_is_a_rule():
    known = {rule.key for rule in RULES}
    assert set(OF_THE_WHOLE) <= known
    assert set(OF_A_BLOCK) <= known
    assert set(WHOLE_FAMILIES) <= {rule.family for rule in RULES}


def test_every_error_of_numbers_and_dates_in_one_sentence_is_told_at_once():
    asked = {rule.key for rule in ASKED}
    told = {
        "35 of 139 (24%) were inadequate.": "percent-of-count",
        "The number rose from 16 to 14.": "change-denied",
        "It was held on 31 June 2015.": "impossible-date",
        "It was held on Monday 19 January 2016.": "wrong-weekday",
        "The board met met.": "doubled-word",
        "The board met on [insert date].": "placeholder",
    }
    for text, key in told.items():
        assert key in asked, key
        assert key in keys(text), text


def test_a_block_alone_is_not_blamed_for_what_the_rest_of_its_paper_has():
    for text in (
        "The MASH met in July 2015, and CSES staff came.",
        "Paragraph 12 and Annex D say more of it.",
        "We were asked for this at the last meeting.",
    ):
        assert keys(text) == set(), text


def test_what_prints_nothing_at_all_breaks_no_rule():
    empty = Reading(title="", council="", lines=())
    told = {rule.key: list(rule.check(empty, KNOWN)) for rule in RULES}
    assert set(told) == {rule.key for rule in RULES}
    assert check(empty, KNOWN, ASKED) == ()
    assert check(Reading(title="", council="", lines=(), typed=True), KNOWN, ASKED) == ()
