"""Counts, ways and comparisons against numbers that are drawn and compared here."""

import random
from datetime import date
from itertools import permutations

import pytest

from tests.checks.drawn import keys
from tests.checks.timing.days.passages import EARLIER, right_of

WAYS = {"rose": 1, "climbed": 1, "increased": 1, "fell": -1, "dropped": -1, "declined": -1}
FIGURES = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth")


def drawn(seed, times, many=2):
    """So many numbers, none of them like another, by a fixed seed."""
    chance = random.Random(seed)
    return [chance.sample(range(40, 400), many) for _ in range(times)]


@pytest.mark.parametrize("word", WAYS)
def test_a_word_of_rise_or_fall_has_the_way_of_its_numbers(word):
    texts = (
        "Vacancies {word} in the year. There were {a} in March 2014 and {b} in March 2015.",
        "Referrals {word} in the year. We began it with {a} and ended it with {b}.",
        "The number of plans {word} over the year: {a} in 2013/14 and {b} in 2014/15.",
    )
    for a, b in drawn(31, 5):
        for text in texts:
            wrong = (b > a) != (WAYS[word] > 0)
            found = set(keys(text.format(word=word, a=a, b=b)))
            assert bool(found) == wrong, (text, a, b)
            assert found <= {"trend-denied", "direction-denied"}


def test_more_than_another_is_so_by_their_numbers():
    areas = ("North", "East", "West")
    for values in drawn(37, 5, many=3):
        row = ", ".join(f"{area} {value}" for area, value in zip(areas, values, strict=True))
        rows = "\n".join(f"* {a}: {value} cases" for a, value in zip(areas, values, strict=True))
        held = dict(zip(areas, values, strict=True))
        for first, last in permutations(areas, 2):
            for word, way in (("exceeds", 1), ("is exceeded by", -1), ("falls short of", -1)):
                text = f"The areas differ: {row} cases. {first} {word} {last}."
                listed = f"{rows}\n\n{first} {word} {last}."
                wrong = (held[first] > held[last]) != (way > 0)
                assert ("comparison-denied" in keys(listed)) == wrong, listed
                assert wrong or keys(text) == [], text


def test_so_many_times_so_many_come_to_their_product():
    text = "The team held {} courses, each of {} days and so {} days in all."
    for many, each in permutations(range(2, 11), 2):
        figures = FIGURES[many - 2], FIGURES[each - 2]
        assert keys(text.format(*figures, many * each)) == [], (many, each)
        for wrong in (many * each + 2, many * each + 11):
            assert keys(text.format(*figures, wrong)) == ["count-unlike-named"], (many, each)


def test_no_ordinal_goes_beyond_its_number():
    text = "The gap was closed by the {} of the {} plans."
    for nth, ordinal in enumerate(ORDINALS, 3):
        for many, number in enumerate(FIGURES, 2):
            found = keys(text.format(ordinal, number))
            assert found == (["count-unlike-named"] if nth > many else []), (ordinal, number)


def test_places_of_a_list_end_where_it_does():
    for many in range(2, 7):
        points = "\n".join(
            f"* {name}" for name in ("Elm", "Oak", "Ash", "Lime", "Yew", "Fir")[:many]
        )
        for nth, ordinal in enumerate(ORDINALS, 3):
            text = (
                f"The homes were:\n\n{points}\n\nThe rota was late in the {ordinal} of these homes."
            )
            assert ("count-unlike-named" in keys(text)) == (nth > many), (many, ordinal)


def test_so_many_of_all_keep_a_bound():
    for seed in range(6):
        values = random.Random(seed).sample(range(3, 16), 4)
        text = (
            "Plans were good in {} files at North, {} at East, {} at West and {} at South. In {} "
            "of the four teams fewer than eight files passed."
        )
        true = sum(value < 8 for value in values)
        for place, number in enumerate(("two", "three"), 2):
            found = keys(text.format(*values, number))
            assert found == ([] if place == true else ["count-unlike-named"]), (values, number)


def test_all_but_some_are_the_rest():
    texts = (
        "Of the {whole} files all but {but} were in order, that is to say {part}.",
        "We employ {whole} staff. In May 2015 {part} had a check. That is all but {but}.",
    )
    for whole, _ in drawn(41, 8):
        for text in texts:
            for but in (11, 17, 23):
                assert keys(text.format(whole=whole, but=but, part=whole - but)) == []
                for wrong in (but - 4, but + 6):
                    found = keys(text.format(whole=whole, but=wrong, part=whole - but))
                    assert found == ["all-unlike-rest"], (whole, but, wrong)


def test_the_former_and_the_latter_fall_short_by_what_is_missing():
    text = (
        "Of the {whole} plans, {whole} had a name and {part} a plan. All had the former, and all "
        "but {but} the latter."
    )
    for whole, _ in drawn(43, 8):
        for but in (12, 15):
            assert keys(text.format(whole=whole, part=whole - but, but=but)) == [], whole
            found = keys(text.format(whole=whole, part=whole - but, but=but + 3))
            assert found == ["all-unlike-rest"], (whole, but)


def test_a_count_of_the_last_paper_is_of_its_day_alone():
    for item in EARLIER:
        for month in range(1, 12):
            day = date(2015, month, 30 if month == 6 else 27)
            text = f"There were {item.count:,} {item.words} on {day:%-d %B %Y}."
            found = right_of(text, told=EARLIER)
            assert ("earlier-count-moved" in found) == (month != 6), text
            assert keys(text) == [], text


def test_a_count_of_six_months_before_is_that_of_the_last_paper():
    for item in EARLIER:
        for change in range(-3, 4):
            then = item.count + 3 * change
            text = (
                f"On 31 December 2015 there were {item.count + 40:,} {item.words}, and {then:,} "
                "six months before."
            )
            assert bool(right_of(text, told=EARLIER)) == bool(change), text
