"""Tables read by the relations that hold in them, against numbers that are reckoned here."""

import random

import pytest

from tests.checks.quantities.test_constraints import keys

AREAS = ("North", "South", "East", "West", "Mid")


def table(heads, rows, caption="Work by area"):
    """A table in a section of its own, in the language of drawn papers."""
    lines = [f"| {' | '.join(map(str, row))} |" for row in (heads, *rows)]
    return "\n".join(("# Work", "", f"Table: {caption}", *lines, ""))


def drawn(columns, seed=7):
    """A row of numbers for each area, by a fixed seed."""
    chance = random.Random(seed)
    return [[chance.randint(40, 400) for _ in range(columns)] for _ in AREAS]


def in_areas(cells):
    """Rows of cells with the name of an area before each."""
    return [(area, *row) for area, row in zip(AREAS, cells, strict=True)]


RECKONED = {
    "difference": lambda a, b: abs(a - b),
    "signed": lambda a, b: b - a,
    "sum": lambda a, b: a + b,
}


@pytest.mark.parametrize("name", RECKONED)
def test_a_relation_of_every_row_is_found_where_one_denies_it(name):
    made = [(a, b, RECKONED[name](a, b)) for a, b in drawn(2)]
    heads = ("Area", "Held", "Met", "Change" if name != "sum" else "Both")
    assert keys(table(heads, in_areas(made))) == set()
    for place in range(len(AREAS)):
        wrong = [list(row) for row in made]
        wrong[place][2] += 11
        assert keys(table(heads, in_areas(wrong))), place


def test_a_rate_of_every_row_is_found_where_one_denies_it():
    made = [(a, 3 * a + b % 9) for a, b in drawn(2)]
    rows = [(a, b, f"{b / a:.1f}") for a, b in made]
    heads = ("Area", "Workers", "Cases", "Cases per worker")
    assert keys(table(heads, in_areas(rows))) == set()
    rows[2] = (*rows[2][:2], "4.4")
    assert keys(table(heads, in_areas(rows))) == {"grid-relation"}


def test_a_running_total_is_held_to_its_head():
    counts = [row[0] for row in drawn(1)]
    rows = [(count, sum(counts[: place + 1])) for place, count in enumerate(counts)]
    heads = ("Area", "Cases", "Running total")
    assert keys(table(heads, in_areas(rows))) == set()
    rows[1] = (rows[1][0], rows[1][1] + 18)
    assert keys(table(heads, in_areas(rows))) == {"grid-relation"}


def test_a_last_row_is_a_sum_whatever_it_is_called():
    cells = drawn(4)
    whole = [sum(column) for column in zip(*cells, strict=True)]
    heads = ("Area", "Spring", "Summer", "Autumn", "Winter")
    for name in ("Year", "Borough", "All teams"):
        assert keys(table(heads, [*in_areas(cells), (name, *whole)])) == set()
        wrong = [whole[0], whole[1] + 20, *whole[2:]]
        assert keys(table(heads, [*in_areas(cells), (name, *wrong)])), name


SILENT = {
    "two_numbers_by_chance": [(9, 5, 4), (8, 3, 5), (7, 2, 9), (12, 6, 11), (4, 4, 1)],
    "rounded": [("14.2", "17.0", "2.8"), ("16.3", "16.9", "0.7"), ("19.8", "19.1", "-0.7")],
    "nil": [(120, 120, "-"), (140, 130, 10), (90, 90, "nil")],
    "withheld": [(120, 100, 20), (140, 130, "*"), (190, 140, 50)],
}


@pytest.mark.parametrize("name", SILENT)
def test_what_holds_by_chance_or_by_rounding_rests(name):
    rows = list(zip(AREAS, *zip(*SILENT[name], strict=True), strict=False))
    assert keys(table(("Area", "Held", "Met", "Change"), rows)) - {"small-number"} == set()


def test_people_who_stand_in_several_rows_are_no_sum():
    rows = [("1", 31, 62, 44), ("2", 38, 74, 51), ("3", 42, 81, 60), ("4", 39, 70, 47)]
    heads = ("Quarter", "Visits", "Episodes", "Children")
    assert keys(table(heads, [*rows, ("Year", 150, 287, 140)])) == set()


FLOWS = (
    ("In care on 31 March 2014", "Started", "Ceased", "In care on 31 March 2015"),
    ("Brought forward", "New in the year", "Left in the year", "Carried forward"),
    ("Open on 30 September", "Begun", "Ended", "Open on 31 December"),
)


@pytest.mark.parametrize("labels", FLOWS)
def test_what_came_and_went_leads_from_one_count_to_the_other(labels):
    for values, is_wrong in (((451, 198, 165, 484), False), ((451, 189, 165, 484), True)):
        rows = list(zip(labels, values, strict=True))
        assert bool(keys(table(("Line", "Cases"), rows))) == is_wrong
        level = table(("Group", *labels), [("On a plan", *values), ("In care", 100, 60, 30, 130)])
        assert bool(keys(level)) == is_wrong


def test_a_movement_of_unknown_way_is_not_reckoned():
    labels = ("In care on 31 March 2014", "Started", "Moved", "Ceased", "In care on 31 March 2015")
    rows = list(zip(labels, (451, 198, 20, 165, 470), strict=True))
    assert "flow-denied" not in keys(table(("Line", "Cases"), rows))


PLANS = table(
    ("Reason", "31 March 2014", "31 March 2015"),
    [("Neglect", 101, 94), ("Emotional abuse", 73, 51), ("Physical abuse", 20, 26)],
)
COSTS = table(
    ("Type", "2014/15", "2015/16"),
    [("Own carers", "£402", "£398"), ("Agency carers", "£868", "£894"), ("Homes", "£910", "£940")],
)
RANKED = (
    (PLANS, "The sharpest {} in number was in {}.", "fall", "emotional abuse", "neglect"),
    (PLANS, "The largest {} was in {}.", "rise", "physical abuse", "neglect"),
    (COSTS, "The {} of the three was {}.", "dearest", "homes", "own carers"),
    (COSTS, "The {} type was {}.", "cheapest", "own carers", "agency carers"),
)


@pytest.mark.parametrize(("grid", "text", "word", "right", "wrong"), RANKED)
def test_a_superlative_is_of_a_row_that_the_table_bears_out(grid, text, word, right, wrong):
    assert keys(f"{grid}\n{text.format(word, right)}") == set()
    assert keys(f"{grid}\n{text.format(word, wrong)}") == {"superlative-denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Apart from physical abuse, the sharpest fall was in neglect.",
        "The busiest office in the country is ours, where neglect is the first reason.",
        "The most serious cases were of neglect.",
        "One of the sharpest falls was in neglect.",
    ],
)
def test_what_ranks_no_row_rests(text):
    assert keys(f"{PLANS}\n{text}") == set()


DOOR = table(
    ("Stage", "Number"), [("Contacts", "6,140"), ("Referrals", "2,310"), ("Repeat referrals", 439)]
)
SHARES = (
    "Repeats make up {} per cent of referrals.",
    "Of all work, {} per cent of referrals were repeats.",
)


@pytest.mark.parametrize("text", SHARES)
def test_a_share_is_of_the_row_that_is_named(text):
    assert keys(f"{DOOR}\n{text.format('19.0')}") == set()
    for wrong in ("91.0", "7.1"):
        assert keys(f"{DOOR}\n{text.format(wrong)}") == {"share-unlike-table"}, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Some 37.6 per cent of contacts went on to referral.",
        "Schools made 12.4 per cent of referrals.",
        "Nationally, 21.7 per cent of referrals are repeats.",
        "Last year 91.0 per cent of referrals were repeats of one in the year before.",
    ],
)
def test_a_share_of_other_things_rests(text):
    assert "share-unlike-table" not in keys(f"{DOOR}\n{text}")


def test_points_lie_between_two_shares_of_the_table():
    rows = [("2014", 80, 76, "95.0"), ("2015", 120, 104, "86.7")]
    grid = table(("Audit", "Files", "In order", "Per cent"), rows)
    assert keys(f"{grid}\nIn proportion, compliance has slipped by 8.3 points.") == set()
    found = keys(f"{grid}\nIn proportion, compliance has slipped by 3.8 points.")
    assert "share-unlike-table" in found


def test_a_caption_states_what_its_table_comes_to():
    rows = [("North", 14, 21, 35), ("South", 25, 32, 57), ("East", 12, 12, 24)]
    heads = ("Service", "Late", "Missing", "Exceptions")
    for whole, is_wrong in ((116, False), (161, True), (940, False)):
        grid = table(heads, rows, f"The {whole} exceptions, by nature")
        assert ("grid-whole" in keys(grid)) == is_wrong, whole


SPENT = """# Money

Against a budget of £29.160m we spent {}. By service (£000, budget first):

* own fostering, 6,240 and 6,105;
* agency fostering, 4,180 and 4,655;
* homes, 7,350 and 8,215;
* leaving care, 1,930 and 1,872;
* assessment, 9,460 and 9,318.
"""


def test_a_list_of_two_columns_comes_to_the_wholes_over_it():
    assert "grid-whole" not in keys(SPENT.format("£30.165m"))
    assert "grid-whole" in keys(SPENT.format("£30.615m"))
    assert "grid-whole" not in keys(SPENT.format("£41m"))


DATED = table(
    ("Setting", "Staff", "In date"),
    [("Field teams", 341, 341), ("Homes", 168, 152), ("Centres", 103, 90), ("All", 612, 583)],
)
RATED = table(
    ("Area", "High", "Low"), [("A. Checks", 11, 12), ("B. Files", 15, 0), ("D. Payments", 0, 22)]
)
IN_DATE = "had its staff fully in date."
PASSED = "Staff in homes outnumber those in centres by {}."
RATED_SO = "Area {} alone has no finding rated high."
CLAIMED = (
    (DATED, f"One setting {IN_DATE}", f"Every setting {IN_DATE}"),
    (DATED, "Every check in field teams was in date.", "Every check in homes was in date."),
    (RATED, RATED_SO.format("D"), RATED_SO.format("A")),
    (DATED, PASSED.format(65), PASSED.format(56)),
)


@pytest.mark.parametrize(("grid", "right", "wrong"), CLAIMED)
def test_a_claim_of_rows_is_held_against_the_cells(grid, right, wrong):
    assert not keys(f"{grid}\n{right}") & {"rows-unlike-claim", "difference-unlike-table"}
    assert keys(f"{grid}\n{wrong}") & {"rows-unlike-claim", "difference-unlike-table"}


@pytest.mark.parametrize(
    "text",
    [
        "Every setting was fully open again in May.",
        "Almost every setting had its staff fully in date.",
        "Homes fell short of the national rate by 56.",
        "Homes grew by 56 since the last paper.",
        "Every team had its staff fully in date.",
    ],
)
def test_a_claim_of_other_things_rests(text):
    assert keys(f"{DATED}\n{text}") == set()
