"""Sums, differences, shares and rates that a table prints: a slip in a cell is found."""

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.checks.drawn import keys
from tests.table_constraints.sheets import right, sheet, wrong
from tests.table_constraints.test_grids import table

RECKONED = {"grid-relation", "table-total", "table-percent", "change-column", "grid-whole"}
SLIPS = (
    sheet(
        "Children on plans, by team",
        "Team; March; June; Change",
        "North; 140; 162; 22",
        "South; 96; 131; «35|53»",
        "East; 118; 149; 31",
        "West; 104; 127; 23",
    ),
    sheet(
        "Social workers",
        "Team; Posts; Filled; Vacant",
        "Assessment; 142; 118; 24",
        "Care planning; 186; 151; 35",
        "Leaving care; 74; 56; «18|28»",
        "Fostering; 93; 80; 13",
    ),
    sheet(
        "Referrals by source",
        "Source; Boys; Girls; Referrals",
        "Schools; 312; 287; 599",
        "Police; 418; 395; «813|831»",
        "Health; 164; 201; 365",
        "Family; 97; 88; 185",
    ),
    sheet(
        "Visits in the half year",
        "Team; Due; Late; In time",
        "North; 512; 61; 451",
        "South; 467; 48; 419",
        "East; 390; 27; «363|336»",
        "West; 438; 73; 365",
    ),
    sheet(
        "Caseloads",
        "Team; Workers; Cases; Cases per worker",
        "North; 24; 418; 17.4",
        "South; 31; 502; «16.2|12.6»",
        "East; 19; 366; 19.3",
        "West; 27; 421; 15.6",
        "City; 22; 349; 15.9",
    ),
    sheet(
        "Audits in the quarter",
        "Service; Files; Good; Share good (%)",
        "Fostering; 84; 61; 72.6",
        "Residential; 58; 39; «67.2|62.7»",
        "Leaving care; 71; 44; 62.0",
        "Assessment; 126; 87; 69.0",
    ),
    sheet(
        "Spending by service (£000)",
        "Service; Budget; Outturn; Variance",
        "Fostering; 6,240; 6,105; -135",
        "Homes; 7,350; 8,215; 865",
        "Leaving care; 1,930; 1,872; «-58|-85»",
        "Assessment; 9,460; 9,318; -142",
    ),
    sheet(
        "Checks of staff",
        "Month; Checks; Running total",
        "April; 142; 142",
        "May; 168; 310",
        "June; 119; «429|492»",
        "July; 151; 580",
    ),
    sheet(
        "Complaints by month",
        "Month; Complaints; Cumulative",
        "October; 42; 42",
        "November; 57; «99|109»",
        "December; 38; 137",
        "January; 61; 198",
    ),
    sheet(
        "The «218|281» findings, by rating",
        "Area; High; Low; Findings",
        "Case files; 41; 56; 97",
        "Supervision; 28; 37; 65",
        "Payments; 19; 37; 56",
    ),
    sheet(
        "The «186|168» complaints of the year",
        "Team; Complaints",
        "North; 62",
        "South; 47",
        "East; 39",
        "West; 38",
    ),
    sheet(
        "Pupils and where they are",
        "School; At home; At school; In hospital; All",
        "Oakfield; 42; 318; 17; 377",
        "Riverside; 37; 264; 21; «322|332»",
        "St John; 51; 402; 28; 481",
        "Hillside; 29; 187; 14; 230",
    ),
    sheet(
        "Placements by kind",
        "Kind; North; South; East; West",
        "Foster care; 118; 96; 74; 105",
        "Kinship care; 41; 37; «29|39»; 33",
        "Homes; 27; 22; 19; 31",
        "Borough; 186; 155; 122; 169",
    ),
    sheet(
        "Cost of agency staff (£000)",
        "Quarter; Agency; Permanent; Both",
        "First; 418; 2,104; 2,522",
        "Second; 392; 2,187; «2,579|2,759»",
        "Third; 361; 2,243; 2,604",
        "Fourth; 347; 2,296; 2,643",
    ),
    sheet(
        "Contacts of two years",
        "Source; 2014/15; 2015/16; Change (%)",
        "Police; 1,840; 2,116; 15.0",
        "Schools; 1,275; 1,428; 12.0",
        "Health; 960; 1,104; «15.0|51.0»",
        "Others; 1,510; 1,661; 10.0",
    ),
    sheet(
        "Reviews of children in care",
        "Half year; Due; Held in time; Held late",
        "First of 2014; 541; 498; 43",
        "Second of 2014; 566; 529; «37|73»",
        "First of 2015; 583; 552; 31",
        "Second of 2015; 604; 570; 34",
    ),
)


@pytest.mark.parametrize("paper", SLIPS, ids=lambda text: text[15:45])
def test_a_slip_in_what_a_table_reckons_is_found(paper):
    assert keys(right(paper)) == []
    assert RECKONED & {*keys(wrong(paper))}


TEAMS = ("Assessment", "Care planning", "Fostering", "Leaving care", "Residential", "Early help")


def tenths(part, base):
    """A quotient to one place, a half rounded up as officers do."""
    return (Decimal(part) / base).quantize(Decimal("0.1"), ROUND_HALF_UP)


# The last head of a table, and how its cell follows from the two before it.
LAST = {
    "Total": lambda a, b: a + b,
    "Change": lambda a, b: b - a,
    "Difference": lambda a, b: b - a,
    "Outstanding": lambda a, b: a - b,
    "Share (%)": lambda a, b: tenths(100 * b, a),
    "Cases per worker": lambda a, b: tenths(a, b),
    "Growth (% change)": lambda a, b: tenths(100 * (b - a), a),
}
# A cell that is put higher by so much is no rounding.
STEP = {"Share (%)": 12.3, "Cases per worker": 1.7, "Growth (% change)": 12.3}


def reckoned(head, chance):
    """Two numbers for each team, the first the greater, and what the head reckons of them."""
    pairs = [(chance.randint(300, 900), chance.randint(41, 280)) for _ in TEAMS]
    return [[a, b, LAST[head](a, b)] for a, b in pairs]


def by_team(head, rows):
    """The table of a row for each team."""
    heads = ("Team", "Taken on", "Finished", head)
    return table(heads, [(team, *row) for team, row in zip(TEAMS, rows, strict=True)])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("head", LAST)
def test_a_last_column_is_held_to_the_two_before_it(head, seed):
    rows = reckoned(head, random.Random(seed))
    assert keys(by_team(head, rows)) == []
    for place in range(len(rows)):
        broken = [[*row] for row in rows]
        step = STEP.get(head, 20)
        broken[place][2] = (
            round(float(broken[place][2]) + step, 1) if head in STEP else (broken[place][2] + step)
        )
        assert RECKONED & {*keys(by_team(head, broken))}, place


@pytest.mark.parametrize("seed", range(4))
def test_a_running_total_stands_on_the_one_before(seed):
    chance = random.Random(seed)
    counts = [chance.randint(40, 300) for _ in TEAMS]
    rows = [[count, sum(counts[: place + 1])] for place, count in enumerate(counts)]
    assert keys(_running(rows)) == []
    for place in range(len(rows)):
        broken = [[*row] for row in rows]
        broken[place][1] += 30
        assert RECKONED & {*keys(_running(broken))}, place


def _running(rows):
    """The table of counts and of what they have come to so far."""
    heads = ("Team", "Cases", "Cumulative")
    return table(heads, [(team, *row) for team, row in zip(TEAMS, rows, strict=True)])


# Columns of which none is reckoned from the others, however near their numbers lie.
RESTING = (
    sheet(
        "Staff and days lost",
        "Team; Staff; Days lost; Hours of training",
        "North; 84; 212; 318",
        "South; 61; 187; 240",
        "East; 73; 164; 295",
    ),
    sheet(
        "Visits and the children seen",
        "Team; Visits; Episodes; Children",
        "North; 131; 162; 84",
        "South; 118; 144; 91",
        "East; 142; 171; 90",
        "Year; 391; 477; 230",
    ),
    sheet(
        "Weeks of waiting",
        "Team; Spring; Summer; Mean wait",
        "North; 14.2; 17.0; 15.1",
        "South; 16.3; 16.9; 16.7",
        "East; 19.8; 19.1; 19.4",
    ),
    sheet(
        "Spending in millions",
        "Service; Staff; Homes; Total",
        "North; £1.4m; £2.3m; £3.8m",
        "South; £1.1m; £1.9m; £3.0m",
        "East; £0.9m; £1.6m; £2.4m",
    ),
    sheet(
        "Checks, where some are withheld",
        "Service; Due; Done; Left",
        "Fostering; 120; 100; 20",
        "Homes; 140; 131; *",
        "Schools; 190; 140; 50",
    ),
)


@pytest.mark.parametrize("paper", RESTING, ids=lambda text: text[15:45])
def test_columns_that_are_not_reckoned_rest(paper):
    assert keys(paper) == []
