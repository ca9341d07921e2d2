"""How numbers are written, reckoned a second time in plain fractions."""

from decimal import Decimal

import pytest

from reports.papers.wording.number_words import (
    UnsuitableForm,
    compare,
    number_text,
    opens_sentence,
    percent,
)
from tests.sweeping import swept


def refused(*args, **kwargs):
    with pytest.raises(UnsuitableForm) as caught:
        number_text(*args, **kwargs)
    return str(caught.value)


def test_numerals():
    numerals = {0: "0", 7: "7", 351: "351", 1764: "1,764", -22: "−22"}
    assert {count: number_text(count) for count in numerals} == numerals


@swept(
    [
        (30, 351, "8.5%"),
        (321, 351, "91.5%"),
        (335, 351, "95.4%"),
        (460, 491, "93.7%"),
        (46, 188, "24%"),
        (35, 139, "25%"),
        (39, 139, "28%"),
        (63, 139, "45%"),
        (2, 139, "1%"),
        (42, 57, "74%"),
        (42, 56, "75%"),
        (44, 57, "77%"),
        (1, 8, "13%"),
        (1, 1000, "0.1%"),
        (25, 199, "13%"),
        (25, 200, "12.5%"),
        (351, 351, "100%"),
        (0, 351, "0%"),
    ]
)
def test_percentages_of_the_papers_we_know(count, base, text):
    assert number_text(count, form="percent", base=base) == text


def test_the_places_of_a_percentage_can_be_asked_for():
    assert percent(46, 188, 2) == "24.47%"
    assert number_text(30, form="percent", base=351, places=0) == "9%"


def test_halves_are_rounded_up_never_to_even():
    assert [percent(n, 200, 0) for n in (1, 3, 5, 7)] == ["1%", "2%", "3%", "4%"]


def test_a_percentage_needs_a_base():
    assert "has no base" in refused(30, form="percent")
    assert "There is no percentage to calculate" in refused(0, form="percent", base=0)


@swept(
    [
        (48000, "£48,000", "£48k"),
        (166000, "£166,000", "£166k"),
        (1008000, "£1,008,000", "£1,008k"),
        (48500, "£48,500", "£49k"),
        (48499, "£48,499", "£48k"),
        (Decimal("12.5"), "£12.50", "£0k"),
        (Decimal("12.00"), "£12", "£0k"),
        (-22000, "−£22,000", "−£22k"),
    ]
)
def test_money(pounds, text, short):
    assert number_text(pounds, form="money") == text
    assert number_text(pounds, form="money k") == short


@pytest.mark.parametrize(
    ("earlier", "later", "change", "direction", "sentence"),
    [
        (16, 21, "+5", "rose", "rose from 16 to 21"),
        (16, 14, "−2", "fell", "fell from 16 to 14"),
        (210, 188, "−22", "fell", "fell from 210 to 188"),
        (16, 16, "no change", "stayed the same", "stayed at 16"),
        (0, 1000, "+1,000", "rose", "rose from 0 to 1,000"),
    ],
)
def test_changes(earlier, later, change, direction, sentence):
    assert number_text(later, form="change", earlier=earlier) == change
    assert number_text(later, form="direction", earlier=earlier) == direction
    assert compare(earlier, later) == sentence


def test_where_a_sentence_opens():
    opening, others = ("", "  ", "It ended. ", "“Is it so?” "), ("Of these, ", "the ")
    assert [before for before in (*opening, *others) if opens_sentence(before)] == [*opening]
