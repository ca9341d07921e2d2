"""What bears a number out, held against a slow plain reckoning of sums, differences and shares."""

import random
from fractions import Fraction
from itertools import combinations, permutations

import pytest

from reports.quantities.derivation.support import LIKELY, is_borne, support
from tests.checks.drawn import reading
from tests.constraints.rests.numbers import figures_of

SEEDS = range(60)
SENTENCES = (
    "Police made {} calls, schools {} and health {}.",
    "In May {} files were read, in June {} and in July {}.",
    "There were {} referrals, {} assessments and {} plans.",
    "Staff {}, checks {}, references {}.",
)
LISTS = (
    "The work of the teams:\n\n* North: {} visits\n* South: {}\n* East: {}\n* West: {}",
    "Checks in the year\n\n* {} in schools\n* {} in homes\n* {} in centres\n* {} in offices",
)
SHARES = (
    "Of the {} reviews, {} were attended, that is {} per cent.",
    "The audit read {} records; {} were in order ({}%).",
    "Of {} posts, {} are filled, or {} per cent.",
)


def pairs_come_to(number, others):
    """Whether any two of some numbers have a sum or a difference that is a number."""
    sums = (first + last for first, last in combinations(others, 2))
    gaps = (abs(first - last) for first, last in combinations(others, 2))
    return number in {*sums, *gaps}


def rows_come_out(values, place):
    """Whether a number stands in a row that is a whole with its parts, or a balance."""
    for first in range(place + 1):
        for last in range(max(place, first + 2), len(values)):
            row = values[first : last + 1]
            beside = set(values)
            if row[0] == sum(row[1:]) or row[-1] == sum(row[:-1]):
                return True
            if sum(row) in beside:
                return True
            if len(row) == 4 and abs(row[3] - row[0]) == abs(row[1] - row[2]):
                opening, came, went, closing = row
                if closing in (opening + came - went, opening - came + went):
                    return True
                if came - opening in (went - closing, closing - went):
                    return True
    return False


def balance_elsewhere(values):
    """Whether the second number is the first with the gap of the other two."""
    first, second, third, fourth = values
    return second - first in (third - fourth, fourth - third)


def shares_come_to(rate, amounts):
    """Whether a rate of one place is a share or a change of two amounts."""
    for first, last in permutations(amounts, 2):
        for share in (Fraction(100 * first, last), Fraction(100 * (last - first), first)):
            if abs(share - rate) <= Fraction(1, 20):
                return True
    return False


def borne(text):
    """Whether each number of a text is borne out, by its place."""
    read = reading(text)
    return [is_borne(read, row.line, row.number) for row in figures_of(read)]


@pytest.mark.parametrize("seed", SEEDS)
def test_three_numbers_are_borne_out_where_one_is_of_the_others(seed):
    chance = random.Random(seed)
    values = chance.sample(range(130, 900), 3)
    if seed % 2:
        values[chance.randrange(3)] = sum(values[:2]) if chance.random() < 0.5 else values[0]
        values = list(dict.fromkeys(values))
        values = values if len(values) == 3 else [412, 187, 225]
    slow = [
        pairs_come_to(value, [*values[:at], *values[at + 1 :]]) or rows_come_out(values, at)
        for at, value in enumerate(values)
    ]
    assert borne(SENTENCES[seed % len(SENTENCES)].format(*values)) == slow


@pytest.mark.parametrize("seed", SEEDS)
def test_four_numbers_of_a_list_are_borne_out_where_they_come_out(seed):
    chance = random.Random(1000 + seed)
    values = chance.sample(range(130, 500), 4)
    if seed % 3 == 1:
        values[3] = sum(values[:3])
    if seed % 3 == 2:
        values[3] = values[0] + values[1] - values[2]
    if len(set(values)) < 4 or min(values) < 60:
        values = [212, 310, 195, 327]
    slow = [
        pairs_come_to(value, [*values[:at], *values[at + 1 :]])
        or rows_come_out(values, at)
        or balance_elsewhere(values)
        for at, value in enumerate(values)
    ]
    assert borne(LISTS[seed % len(LISTS)].format(*values)) == slow


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rate_is_borne_out_by_two_amounts_or_by_none(seed):
    chance = random.Random(2000 + seed)
    whole = chance.randint(150, 900)
    part = chance.randint(whole // 5, whole - 10)
    rate = Fraction(round(1000 * part / whole) + chance.choice((0, 0, 83, -83)), 10)
    text = SHARES[seed % len(SHARES)].format(whole, part, f"{float(rate):.1f}")
    assert borne(text)[2] == shares_come_to(rate, (whole, part))


@pytest.mark.parametrize("seed", range(20))
def test_amounts_of_other_units_bear_out_nothing(seed):
    chance = random.Random(3000 + seed)
    # A sum that is no round one: of £900 nobody knows what was left off.
    cost, gain = chance.randrange(200, 600, 10), chance.randrange(203, 600, 10)
    text = f"We spent £{cost} on files and £{gain} on forms for {cost + gain} pupils."
    assert borne(text)[2] is False
    assert borne(text.replace("for ", "of £").replace(" pupils", ""))[2] is True


def test_a_number_far_off_or_under_another_heading_bears_out_nothing():
    text = "# A\n\nPolice made 312 calls and schools 187.\n\n# B\n\nThere were 499 contacts."
    assert borne(text) == [False, False, False]
    assert borne(text.replace("\n\n# B", "")) == [True, True, True]


def test_support_is_larger_the_larger_the_numbers():
    weights = []
    for text in ("Police 12, schools 9, both 21.", "Police 1,412, schools 907, both 2,319."):
        read = reading(text)
        last = figures_of(read)[-1]
        weights.append(support(read, last.line, last.number))
    assert weights[0] < LIKELY + 1 < weights[1]


TABLES = (
    # The rows of a table, the cell, and whether it is borne out.
    (((120, 340, 460), (211, 187, 398)), (0, 3), True),
    (((120, 340, 460), (211, 187, 398)), (1, 1), True),
    (((120, 340, 451), (211, 187, 377)), (0, 3), False),
    (((120, 340, 271), (211, 187, 377), (331, 527, 648)), (2, 1), True),
    (((120, 340, 271), (211, 187, 377), (313, 572, 648)), (2, 1), False),
    (((120, 340, 271), (211, 187, 377), (313, 572, 648)), (2, 3), True),
)


@pytest.mark.parametrize(("rows", "place", "expected"), TABLES)
def test_a_cell_is_borne_out_by_its_row_or_its_column(rows, place, expected):
    lines = [f"| Area {at} | {' | '.join(map(str, row))} |" for at, row in enumerate(rows)]
    read = reading("\n".join(("# W", "", "Table: Work", "| Area | One | Two | Three |", *lines)))
    cell = next(x for x in figures_of(read) if (x.row, x.column) == place)
    assert is_borne(read, cell.line, cell.number) is expected
