"""Units, places and room of the numbers of a paper; slips of one for another; what follows."""

# Kept as one would type them: a passage is one line.

import random
from fractions import Fraction

import pytest

from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.quantities.derivation.cues import CHANGE, DIFFERENCE, POINTS, REST, SUM, cued
from reports.quantities.derivation.figures import figures
from reports.quantities.derivation.slips import FAR, NEAR, is_mistyped, slip
from reports.quantities.passages import statements
from tests.checks.drawn import keys, reading
from tests.constraints.rests.numbers import figures_of

UNITS = {
    "We read 72 files.": [(72, COUNT, 0)],
    "The grant is £640,000.": [(640000, MONEY, None)],
    "The grant is £3.2m, of which £415,000 is spent.": [
        (3200000, MONEY, None),
        (415000, MONEY, None),
    ],
    "Attendance was 94.2%.": [(Fraction(942, 10), PERCENT, 0)],
    "Attendance was 94 per cent.": [(94, PERCENT, 0)],
    "Seventeen of the 26 homes are good.": [(17, COUNT, 0), (26, COUNT, 0)],
    "Visits take place within 15 days.": [],
    "They live 20 miles or more away.": [],
    "At least 40 files were read.": [],
    "It rose from 16 to 21.": [(16, COUNT, 0), (21, COUNT, 0)],
    "The rate is 62.5 per 10,000.": [],
}
CELLS = {
    ("Spent (£000)", "415"): (415000, MONEY, 500),
    ("Spent (£m)", "4.4"): (4400000, MONEY, 50000),
    ("Spent £k", "38"): (38000, MONEY, 500),
    ("Budget (£)", "615"): (615, MONEY, None),
    ("Share (%)", "61"): (61, PERCENT, 0),
    ("Per cent in time", "88.4"): (Fraction(442, 5), PERCENT, 0),
    ("Files", "72"): (72, COUNT, 0),
    ("Files", "£72"): (72, MONEY, None),
    ("Files", "72%"): (72, PERCENT, 0),
}


@pytest.mark.parametrize("text", UNITS)
def test_a_number_of_prose_has_its_unit_and_its_room(text):
    rows = figures_of(reading(text))
    assert [(row.value, row.unit) for row in rows] == [item[:2] for item in UNITS[text]]
    for row, (_value, _unit, room) in zip(rows, UNITS[text], strict=True):
        assert room is None or row.room == room


@pytest.mark.parametrize(("head", "cell"), CELLS)
def test_a_cell_is_counted_in_what_its_heading_says(head, cell):
    text = (
        f"# Money\n\nTable: Work by area\n| Area | {head} |\n| North | {cell} |\n| South | {cell} |"
    )
    value, unit, room = CELLS[head, cell]
    for row in figures_of(reading(text)):
        assert (row.value, row.unit) == (value, unit)
        assert room is None or row.room == room


def test_numbers_stand_in_sections_passages_and_groups():
    text = (
        "# A\n\nWe read 72 files. We kept 44.\n\n* North: 31\n* South: 13\n\nThen 28 went."
        "\n\n# B\n\nTable: Files\n| Area | Read | Kept |\n| North | 40 | 31 |\n| South | 32 | 13 |"
    )
    rows = figures_of(reading(text))
    assert [row.value for row in rows] == [72, 44, 31, 13, 28, 40, 31, 32, 13]
    assert [row.place for row in rows] == sorted(row.place for row in rows)
    sections = [row.section for row in rows]
    assert len(set(sections[:5])) == 1 and len(set(sections[5:])) == 1 and sections[0] < sections[5]
    assert len({row.passage for row in rows[:4]}) == 1
    assert rows[4].passage not in {rows[0].passage, rows[5].passage}
    assert rows[0].group != rows[1].group
    assert len({row.group for row in rows[5:]}) == 1
    assert [(row.row, row.column) for row in rows[5:]] == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert {(row.row, row.column) for row in rows[:5]} == {(-1, -1)}


def test_what_stands_around_a_number_is_of_its_section():
    read = reading("# A\n\nWe read 72 files and kept 44.\n\n# B\n\nWe read 66 files.")
    every = figures(read)
    assert [row.value for row in every.around(every.rows[1])] == [72, 44]
    assert [row.value for row in every.around(every.rows[2])] == [66]
    assert every.of(every.rows[2].line, every.rows[2].number) is every.rows[2]
    assert every.of(every.rows[0].line, every.rows[2].number) in (None, every.rows[0])


SLIPS = (
    # Two digits swapped, one changed, nearly as large, and far from it.
    (47, 74, COUNT, 4.0),
    (318, 381, COUNT, 5.5),
    (1412, 1421, COUNT, 5.5),
    (47, 57, COUNT, 1.5),
    (318, 358, COUNT, 3.0),
    (2310, 2340, COUNT, 4.5),
    (97, 101, COUNT, NEAR),
    (412, 390, COUNT, NEAR),
    (318, 54, COUNT, FAR),
    (9, 6, COUNT, FAR),
    (640000, 460000, MONEY, 4.0),
    (640000, 620000, MONEY, 1.5),
    (25000, 52000, MONEY, 4.0),
    (Fraction(867, 10), Fraction(687, 10), PERCENT, 5.5),
    (Fraction(867, 10), Fraction(967, 10), PERCENT, 4.5),
)


@pytest.mark.parametrize(("number", "other", "kind", "weight"), SLIPS)
def test_a_slip_weighs_what_its_digits_say(number, other, kind, weight):
    assert slip(Fraction(number), Fraction(other), kind) == weight
    if weight not in (NEAR, FAR):
        assert slip(Fraction(other), Fraction(number), kind) == weight


def slow_slip(number, other):
    """What a slip weighs, by making every slip of a number."""
    text = str(number)
    swaps, changes = set(), set()
    for first in range(len(text)):
        for digit in "0123456789":
            changes.add(text[:first] + digit + text[first + 1 :])
        for last in range(first + 1, len(text)):
            mixed = list(text)
            mixed[first], mixed[last] = mixed[last], mixed[first]
            swaps.add("".join(mixed))
    if str(other) in swaps:
        return 4.0 if len(text) == 2 else 5.5
    if str(other) in changes:
        return {2: 1.5, 3: 3.0}.get(len(text), 4.5)
    return NEAR if abs(number - other) * 5 <= other else FAR


@pytest.mark.parametrize("seed", range(40))
def test_slips_are_those_that_can_be_made(seed):
    chance = random.Random(seed)
    number = chance.randint(12, 10 ** chance.choice((2, 3, 4)) - 1)
    digits = list(str(number))
    chance.shuffle(digits)
    near = [number + step for step in (-20, -10, -3, 1, 7, 10, 30, 200) if number + step > 10]
    for other in (*near, int("".join(digits))):
        if other != number:
            assert slip(Fraction(number), Fraction(other), COUNT) == slow_slip(number, other), other


MISTYPED = ((147, 174), (318, 381), (52, 62), (42, 142), (1190, 119), (7, 9), (100, 1000))
UNLIKE = ((322, 242), (203, 228), (904, 318), (431, 470), (2, 9), (58, 16), (50, 500000))


@pytest.mark.parametrize("pair", MISTYPED)
def test_a_number_is_mistyped_for_one_of_which_a_digit_or_two_differ(pair):
    assert is_mistyped(*map(Fraction, pair))
    assert is_mistyped(*map(Fraction, pair[::-1]))


@pytest.mark.parametrize("pair", UNLIKE)
def test_a_number_of_other_digits_is_another(pair):
    assert not is_mistyped(*map(Fraction, pair))
    assert not is_mistyped(*map(Fraction, pair[::-1]))


CUES = {
    "Losses exceeded gains by seven.": [DIFFERENCE],
    "Leavers outnumbered starters by 13.": [DIFFERENCE],
    "Plans fell in the year by 17.": [CHANGE],
    "The number rose by just 26.": [CHANGE],
    "The gap is six.": [DIFFERENCE],
    "There was a shortfall of 17.": [DIFFERENCE],
    "We made an underspend of £34,000.": [DIFFERENCE],
    "That is 12 more visits than in May.": [DIFFERENCE],
    "We made 12 fewer visits.": [DIFFERENCE],
    "The net change was 13.": [DIFFERENCE],
    "Ten went, leaving 23.": [REST],
    "In order were all but 12 of them.": [REST],
    "Together they made 240 contacts.": [SUM],
    "There were 240 contacts altogether.": [SUM],
    "The share rose by nine percentage points.": [POINTS],
    "There was an improvement of 6 points.": [POINTS],
    "We made 12 visits in May.": [],
}


@pytest.mark.parametrize("text", CUES)
def test_words_say_how_a_number_follows(text):
    roles = [role for row in statements(reading(text)) for _mark, role in cued(row.sentence)]
    assert roles == CUES[text]


FOLLOWS = (
    "There were {large} plans in March 2014 and {small} in March 2015; the loss is {gap}.",
    "There were {small} referrals in 2013/14 and {large} in 2014/15; the increase was {gap}.",
    "We planned {large} visits and made {small}, a shortfall of {gap}.",
    "The service held {small} reviews and had planned {large}, a difference of {gap}.",
    "Of {large} posts, {small} are filled, leaving {gap}.",
)


def swapped(number):
    """A number with its first two digits the other way about."""
    text = str(number)
    return int(text[1] + text[0] + text[2:])


@pytest.mark.parametrize("seed", range(40))
def test_a_gap_is_what_two_numbers_leave(seed):
    chance = random.Random(seed)
    tens, ones = chance.sample(range(1, 10), 2)
    gap, small = 10 * tens + ones, chance.randint(211, 480)
    if chance.random() < 0.5:
        gap = 10 * gap + chance.randint(1, 9)
    large = small + gap
    text = FOLLOWS[seed % len(FOLLOWS)]
    assert keys(text.format(large=large, small=small, gap=gap)) == []
    assert keys(text.format(large=large, small=small, gap=swapped(gap))) != []
